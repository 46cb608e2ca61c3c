//! `SHA256SUMS`: the digest of every file, in the form that `sha256sum --check` reads.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The name of the list, at the root of the output.
pub const NAME: &str = "SHA256SUMS";

/// The list over `files` (path from the root, bytes), in the order given.
///
/// Paths hold no line break or backslash (`OutputPath` guarantees it), so no line needs escaping.
#[must_use]
pub fn list<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut list = String::new();
    for (path, bytes) in files {
        // Writing to a string can't fail.
        let _ = writeln!(list, "{}  {path}", hex(bytes));
    }
    list
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
        assert_eq!(
            list([("en/a.html", b"abc".as_slice())]),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  en/a.html\n"
        );
    }
}
