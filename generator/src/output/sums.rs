//! `SHA256SUMS`: the digest of every file, in the form that `sha256sum --check` reads.

use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::publish::Files;
use crate::url::OutputPath;
use rayon::prelude::*;

/// The name of the list, at the root of the output.
pub const NAME: &str = "SHA256SUMS";

/// The sums of the last list: of a file that is the same its sum is, too.
#[derive(Debug, Default)]
pub struct Sums {
    known: HashMap<OutputPath, (Arc<[u8]>, String)>,
}

impl Sums {
    /// The list over `files`, in their order.
    ///
    /// Paths hold no line break or backslash (`OutputPath` guarantees it), so no line needs
    /// escaping.
    #[must_use]
    pub fn list(&mut self, files: &Files) -> String {
        let before = std::mem::take(&mut self.known);
        let sums: Vec<(&OutputPath, &Arc<[u8]>, String)> = files
            .par_iter()
            .map(|(path, bytes)| {
                let known = before.get(path).filter(|(b, _)| Arc::ptr_eq(b, bytes));
                let sum = known.map_or_else(|| hex(bytes), |(_, sum)| sum.clone());
                (path, bytes, sum)
            })
            .collect();
        let mut list = String::new();
        for (path, bytes, sum) in sums {
            // Writing to a string can't fail.
            let _ = writeln!(list, "{sum}  {path}");
            self.known.insert(path.clone(), (Arc::clone(bytes), sum));
        }
        list
    }
}

/// SHA-256 of `bytes` in lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_digest_two_spaces_path() {
        // FIPS 180-2, appendix B.1.
        let path = OutputPath::new("en/a.html").unwrap();
        let mut sums = Sums::default();
        let mut files = Files::from([(path.clone(), Arc::from(b"abc".as_slice()))]);
        let list = sums.list(&files);
        assert_eq!(
            list,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  en/a.html\n"
        );
        assert_eq!(sums.list(&files), list);
        files.insert(path, Arc::from(b"abd".as_slice()));
        assert_ne!(sums.list(&files), list);
    }
}
