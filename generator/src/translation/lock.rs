//! `translations.lock`: which text of the source each page of a language follows.
//!
//! ```toml
//! version = 1
//!
//! [pages."guidelines/index"]
//! title = "8899aabbccddeeff"
//! units = [
//!     "0011223344556677",
//! ]
//!
//! [terms]
//! "child" = "7766554433221100"
//! ```
//!
//! Every value is a short digest of the source's text on the day of translation. Each stands on a
//! line of its own and the order is fixed, so that two people's changes rarely meet in git, and a
//! difference can be read.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::content::{FrontMatter, Page, Term};
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Fields, Reader};
use crate::markdown::{Unit, words};
use crate::source::{Digest, SourceFile};
use crate::url::PagePath;

/// The name of the file in a language's folder.
pub const FILE_NAME: &str = "translations.lock";

/// The version of the format that is read and written here.
const VERSION: i64 = 1;

const HEAD: &str = "# Which text of the source each page follows. `waymark translate` writes this file;\n# content/README.md says how to change it by hand.\n";

/// A key of front matter whose text is translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FrontKey {
    /// The title.
    Title,
    /// The title for menus.
    NavTitle,
    /// The description.
    Description,
}

impl FrontKey {
    /// Every key, in the order in which they are written.
    pub const ALL: [Self; 3] = [Self::Title, Self::NavTitle, Self::Description];

    /// The key as front matter writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::NavTitle => "nav_title",
            Self::Description => "description",
        }
    }

    /// What a page's front matter says there; none if it says nothing.
    #[must_use]
    pub fn text(self, front: &FrontMatter) -> Option<&str> {
        let text = match self {
            Self::Title => Some(front.title.as_str()),
            Self::NavTitle => front.nav_title.as_deref(),
            Self::Description => Some(front.description.as_str()),
        };
        text.filter(|text| !text.is_empty())
    }

    /// The short digest of what a page's front matter says there.
    #[must_use]
    pub fn digest(self, front: &FrontMatter) -> Option<String> {
        self.text(front)
            .map(|text| short(&format!("{}\n{}", self.name(), single_spaced(text))))
    }
}

/// The short digest of a term with its definition; synonyms are each language's own.
#[must_use]
pub fn term_digest(term: &Term) -> String {
    short(&format!(
        "term\n{}\n{}",
        single_spaced(&term.term),
        single_spaced(&term.definition)
    ))
}

fn single_spaced(text: &str) -> String {
    words(text).collect::<Vec<_>>().join(" ")
}

fn short(text: &str) -> String {
    Digest::of(text.as_bytes()).short()
}

/// What is written down of a page: digests of the source's texts when it was translated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LockedPage {
    /// Of its front matter, as far as that is text.
    pub front: BTreeMap<FrontKey, String>,
    /// Of its units, in order.
    pub units: Vec<String>,
}

impl LockedPage {
    /// What to write down of a translation that follows this page of the source as it is.
    #[must_use]
    pub fn of(source: &Page) -> Self {
        Self {
            front: FrontKey::ALL
                .into_iter()
                .filter_map(|key| Some((key, key.digest(&source.front)?)))
                .collect(),
            units: digests(&source.document.units),
        }
    }
}

/// The short digests of units.
#[must_use]
pub fn digests(units: &[Unit]) -> Vec<String> {
    units.iter().map(|unit| unit.digest.short()).collect()
}

/// A language's lock file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    pages: BTreeMap<PagePath, LockedPage>,
    terms: BTreeMap<String, String>,
}

impl Lock {
    /// What is written down of a page.
    #[must_use]
    pub fn page(&self, page: &PagePath) -> Option<&LockedPage> {
        self.pages.get(page)
    }

    /// The short digests of the source's units when this page was translated.
    #[must_use]
    pub fn units(&self, page: &PagePath) -> Option<&[String]> {
        self.page(page).map(|page| page.units.as_slice())
    }

    /// The pages that something is written down of.
    pub fn pages(&self) -> impl Iterator<Item = &PagePath> {
        self.pages.keys()
    }

    /// The short digest of a term of the source's glossary when it was translated.
    #[must_use]
    pub fn term(&self, key: &str) -> Option<&str> {
        self.terms.get(key).map(String::as_str)
    }

    /// The keys of the terms that something is written down of.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.keys().map(String::as_str)
    }

    /// Writes down what a page follows.
    pub fn set(&mut self, page: PagePath, locked: LockedPage) {
        self.pages.insert(page, locked);
    }

    /// Forgets a page.
    pub fn remove(&mut self, page: &PagePath) {
        self.pages.remove(page);
    }

    /// Writes down which text of the source's glossary a term follows: a [`term_digest`].
    pub fn set_term(&mut self, key: &str, digest: String) {
        self.terms.insert(key.to_owned(), digest);
    }

    /// Forgets a term.
    pub fn remove_term(&mut self, key: &str) {
        self.terms.remove(key);
    }

    /// The file's text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{HEAD}version = {VERSION}\n");
        // Writing to a string can't fail.
        for (path, page) in &self.pages {
            let _ = writeln!(text, "\n[pages.{}]", quoted(path.as_str()));
            for (key, digest) in &page.front {
                let _ = writeln!(text, "{} = {}", key.name(), quoted(digest));
            }
            text.push_str("units = [\n");
            for digest in &page.units {
                let _ = writeln!(text, "    {},", quoted(digest));
            }
            text.push_str("]\n");
        }
        if !self.terms.is_empty() {
            text.push_str("\n[terms]\n");
        }
        for (key, digest) in &self.terms {
            let _ = writeln!(text, "{} = {}", quoted(key), quoted(digest));
        }
        text
    }
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            // Writing to a string can't fail.
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Where the entries of a page stand in its lock file: bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    units: BTreeMap<PagePath, Vec<Range<usize>>>,
    front: BTreeMap<(PagePath, FrontKey), Range<usize>>,
    terms: BTreeMap<String, Range<usize>>,
}

impl Places {
    /// Where the digests of a page's units stand.
    #[must_use]
    pub fn units(&self, page: &PagePath) -> Option<&[Range<usize>]> {
        self.units.get(page).map(Vec::as_slice)
    }

    /// Where the digest of a page's front matter stands.
    #[must_use]
    pub fn front(&self, page: &PagePath, key: FrontKey) -> Option<Range<usize>> {
        self.front.get(&(page.clone(), key)).cloned()
    }

    /// Where the digest of a term stands.
    #[must_use]
    pub fn term(&self, key: &str) -> Option<Range<usize>> {
        self.terms.get(key).cloned()
    }
}

/// A lock file that was read.
#[derive(Debug, Clone)]
pub struct LockFile {
    /// Its bytes.
    pub file: Arc<SourceFile>,
    /// What it says, as far as it can be read.
    pub lock: Lock,
    /// Where it says so.
    pub places: Places,
}

impl LockFile {
    /// The line of a place, from 1.
    #[must_use]
    pub fn line(&self, place: &Range<usize>) -> usize {
        self.file.line_column(place.start).0
    }
}

/// Reads a lock file.
#[must_use]
pub fn read(file: &Arc<SourceFile>) -> (LockFile, Vec<Diagnostic>) {
    let reader = Reader::new(file, 0);
    let mut fields = reader.table(file.text(), 0..0);
    let mut read = LockFile {
        file: Arc::clone(file),
        lock: Lock::default(),
        places: Places::default(),
    };
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
            match PagePath::new(&key.value) {
                Some(path) => read.page(path, &mut page),
                None => fields.add(
                    Code::InvalidValue,
                    key.span,
                    format!("“{}” isn't the path of a page", key.value),
                    "",
                ),
            }
            page.finish();
        }
    }
    if let Some(mut terms) = fields.table("terms") {
        for (key, digest) in terms.remaining_texts() {
            read.places.terms.insert(key.value.clone(), digest.span);
            read.lock.terms.insert(key.value, digest.value);
        }
        terms.finish();
    }
    fields.finish();
    (read, reader.finish())
}

impl LockFile {
    fn page(&mut self, path: PagePath, fields: &mut Fields<'_>) {
        let mut locked = LockedPage::default();
        for key in FrontKey::ALL {
            if let Some(digest) = fields.text(key.name()) {
                self.places.front.insert((path.clone(), key), digest.span);
                locked.front.insert(key, digest.value);
            }
        }
        let units = fields.texts("units").into_iter();
        let places;
        (locked.units, places) = units.map(|unit| (unit.value, unit.span)).unzip();
        self.places.units.insert(path.clone(), places);
        self.lock.pages.insert(path, locked);
    }
}

/// Why a lock file was not written. It is then as it was before.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {path}: {source}")]
pub struct WriteError {
    /// The file.
    pub path: PathBuf,
    /// What the system answered.
    pub source: io::Error,
}

/// Writes a language's lock file into its folder, whole or not at all; false if it says so already.
pub fn write(folder: &Path, lock: &Lock) -> Result<bool, WriteError> {
    let path = folder.join(FILE_NAME);
    let text = lock.text();
    if fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(false);
    }
    replace(&path, text.as_bytes())
        .map(|()| true)
        .map_err(|source| WriteError { path, source })
}

/// Writes a file beside its place and lets it take it.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link is followed: the file that it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    let permissions = fs::metadata(&path).map(|file| file.permissions());
    // Begins with a dot, so that a preview that looks just now doesn't take it for a file to publish.
    let mut file = tempfile::Builder::new()
        .prefix(".waymark-")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    match permissions {
        Ok(permissions) => file.as_file().set_permissions(permissions)?,
        Err(_) => readable_by_all(file.as_file())?,
    }
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}

/// A temporary file is its writer's alone; content is not.
#[cfg(unix)]
fn readable_by_all(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_: &fs::File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str) -> PagePath {
        PagePath::new(path).unwrap()
    }

    fn page(units: &[&str]) -> LockedPage {
        LockedPage {
            front: BTreeMap::from([(FrontKey::Title, "0a".to_owned())]),
            units: units.iter().map(|&unit| unit.to_owned()).collect(),
        }
    }

    #[test]
    fn pages_and_their_units_are_read() {
        let text = "version = 1\n[pages.\"a/b\"]\nunits = [\"01\", \"02\"]\n[pages.index]\nunits = []\n[terms]\nchild = \"03\"\n";
        let (read_file, found) = read(&SourceFile::new("translations.lock", text));
        assert!(found.is_empty(), "{found:?}");
        let lock = &read_file.lock;
        assert_eq!(lock.units(&path("a/b")).unwrap(), ["01", "02"]);
        assert_eq!(lock.units(&PagePath::home()), Some(&[][..]));
        assert_eq!(lock.units(&path("c")), None);
        assert_eq!((lock.term("child"), lock.term("x")), (Some("03"), None));
        let places = read_file.places.units(&path("a/b")).unwrap();
        assert_eq!(&text[places[1].clone()], "\"02\"");
        let (_, found) = read(&SourceFile::new("translations.lock", "version = 2\n"));
        assert_eq!(found[0].code, Code::InvalidValue);
    }

    #[test]
    fn what_is_written_is_sorted_and_reads_the_same() {
        let mut lock = Lock::default();
        lock.set(path("b \"quoted\""), page(&["03"]));
        lock.set(path("a/z"), page(&["01", "02"]));
        lock.set_term("trafficking", "05".to_owned());
        lock.set_term("child", "04".to_owned());
        let text = lock.text();
        assert_eq!(
            text.strip_prefix(HEAD).unwrap(),
            "version = 1\n\n[pages.\"a/z\"]\ntitle = \"0a\"\nunits = [\n    \"01\",\n    \"02\",\n]\n\n\
             [pages.\"b \\\"quoted\\\"\"]\ntitle = \"0a\"\nunits = [\n    \"03\",\n]\n\n\
             [terms]\n\"child\" = \"04\"\n\"trafficking\" = \"05\"\n"
        );
        let (again, found) = read(&SourceFile::new("translations.lock", text));
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(again.lock, lock);
    }

    #[test]
    fn the_file_is_replaced_whole_and_only_if_it_differs() {
        let folder = tempfile::tempdir().unwrap();
        let mut lock = Lock::default();
        lock.set(path("a"), page(&["01"]));
        assert!(write(folder.path(), &lock).unwrap());
        assert!(!write(folder.path(), &lock).unwrap());
        lock.remove(&path("a"));
        assert!(write(folder.path(), &lock).unwrap());
        let text = fs::read_to_string(folder.path().join(FILE_NAME)).unwrap();
        assert_eq!(text, format!("{HEAD}version = 1\n"));
        // Nothing else is left there.
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let error = write(&folder.path().join("absent"), &lock).unwrap_err();
        assert!(error.to_string().contains("absent"), "{error}");
    }
}
