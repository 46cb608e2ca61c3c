//! `translations.lock`: per page, the digests of the source's units when it was translated.
//!
//! ```toml
//! version = 1
//!
//! [pages."guidelines/index"]
//! units = [
//!     "0011223344556677",
//! ]
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::fields::Reader;
use crate::source::SourceFile;
use crate::url::PagePath;

/// The name of the file in a language's folder.
pub const FILE_NAME: &str = "translations.lock";

/// The version of the format that is read here.
const VERSION: i64 = 1;

/// A language's lock file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    pages: BTreeMap<PagePath, Vec<String>>,
}

impl Lock {
    /// The short digests of the source's units when this page was translated.
    #[must_use]
    pub fn units(&self, page: &PagePath) -> Option<&[String]> {
        self.pages.get(page).map(Vec::as_slice)
    }
}

/// Reads a lock file.
#[must_use]
pub fn read(file: &Arc<SourceFile>) -> (Lock, Vec<Diagnostic>) {
    let reader = Reader::new(file, 0);
    let mut fields = reader.table(file.text(), 0..0);
    let mut lock = Lock::default();
    match fields.integer("version") {
        Some(version) if version.value == VERSION => {}
        Some(version) => fields.add(
            Code::InvalidValue,
            version.span,
            "this file was written by another version of Waymark",
            "Use that version, or write the file again.",
        ),
        None => fields.missing("version"),
    }
    if let Some(mut pages) = fields.table("pages") {
        for (key, mut page) in pages.tables() {
            let units = page
                .texts("units")
                .into_iter()
                .map(|unit| unit.value)
                .collect();
            page.finish();
            match PagePath::new(&key.value) {
                Some(path) => {
                    lock.pages.insert(path, units);
                }
                None => fields.add(
                    Code::InvalidValue,
                    key.span,
                    format!("“{}” isn't the path of a page", key.value),
                    "",
                ),
            }
        }
    }
    fields.finish();
    (lock, reader.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_their_units_are_read() {
        let text =
            "version = 1\n[pages.\"a/b\"]\nunits = [\"01\", \"02\"]\n[pages.index]\nunits = []\n";
        let (lock, found) = read(&SourceFile::new("translations.lock", text));
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(
            lock.units(&PagePath::new("a/b").unwrap()).unwrap(),
            ["01", "02"]
        );
        assert_eq!(lock.units(&PagePath::home()), Some(&[][..]));
        assert_eq!(lock.units(&PagePath::new("c").unwrap()), None);
        let (_, found) = read(&SourceFile::new("translations.lock", "version = 2\n"));
        assert_eq!(found[0].code, Code::InvalidValue);
    }
}
