//! What couldn't be opened, kept sealed with the reason. Nothing is ever thrown away here: a later
//! version, or a key that was forgotten, may still open it.

use std::fmt;
use std::fs;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::day::Day;
use crate::vault::{Name, Vault, VaultError};

/// Why something is in quarantine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It doesn't begin as a frame of this program does, nor as an age file.
    NotAFrame,
    /// Frame or age file end too early.
    Truncated,
    /// Frame, age file or plaintext of a version that this program doesn't know.
    UnknownVersion,
    /// Sealed to other keys than this vault's.
    NotForUs,
    /// Altered on the way, or written wrongly.
    Damaged,
    /// The plaintext isn't 30,720 bytes, or isn't filled up with spaces.
    WrongPadding,
    /// The plaintext isn't a report.
    BadJson,
}

impl Reason {
    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotAFrame => "not-a-frame",
            Self::Truncated => "truncated",
            Self::UnknownVersion => "unknown-version",
            Self::NotForUs => "not-for-us",
            Self::Damaged => "damaged",
            Self::WrongPadding => "wrong-padding",
            Self::BadJson => "bad-json",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAFrame => "it is not a report of this program",
            Self::Truncated => "it ends too early",
            Self::UnknownVersion => "it was made by a newer version",
            Self::NotForUs => "it is encrypted to other keys than this desk's",
            Self::Damaged => "it was altered on the way",
            Self::WrongPadding => "its length inside is wrong",
            Self::BadJson => "what is inside is not a report",
        })
    }
}

/// What is known about an item.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ItemMeta {
    /// Why.
    pub reason: Reason,
    /// When it was received.
    pub received: Day,
    /// How many bytes it has.
    pub size: usize,
}

/// An item of the list.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// Its folder's name: a keyed digest of its bytes.
    pub name: Name,
    /// What is known; `None` if even that can't be read.
    #[serde(flatten)]
    pub meta: Option<ItemMeta>,
}

impl Vault {
    /// Seals `bytes` away. Returns false if the same bytes are there already.
    pub fn quarantine(&self, bytes: &[u8], reason: Reason) -> Result<bool, VaultError> {
        let meta = ItemMeta {
            reason,
            received: Day::today(),
            size: bytes.len(),
        };
        self.place_in_quarantine(bytes, &meta)
    }

    /// Everything in quarantine, oldest first.
    pub fn quarantined(&self) -> Result<Vec<Item>, VaultError> {
        let mut items = Vec::new();
        for name in self.names("quarantine")? {
            let path = self
                .folder()
                .join("quarantine")
                .join(name.as_str())
                .join("meta.age");
            let meta = fs::read(path)
                .ok()
                .and_then(|sealed| self.open_sealed(&sealed));
            items.push(Item { name, meta });
        }
        items.sort_by_key(|item| (item.meta.as_ref().map(|m| m.received), item.name.clone()));
        Ok(items)
    }

    /// The bytes of an item as they were received.
    pub fn quarantined_bytes(&self, name: &Name) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let path = self
            .folder()
            .join("quarantine")
            .join(name.as_str())
            .join("item.age");
        let sealed = fs::read(&path).map_err(|e| VaultError::io("read", &path, e))?;
        self.unseal(&sealed)
            .map_err(|_| VaultError::Damaged("an item in quarantine"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::tests::new_vault;

    #[test]
    fn keeps_sealed_once_with_the_reason() {
        let dir = tempfile::tempdir().unwrap();
        let vault = new_vault(dir.path());
        let bytes = b"not a frame at all".to_vec();
        assert!(vault.quarantine(&bytes, Reason::NotAFrame).unwrap());
        assert!(!vault.quarantine(&bytes, Reason::NotAFrame).unwrap());
        let items = vault.quarantined().unwrap();
        assert_eq!(items.len(), 1);
        assert_eq!(items[0].meta.as_ref().unwrap().reason, Reason::NotAFrame);
        assert_eq!(
            vault.quarantined_bytes(&items[0].name).unwrap().as_slice(),
            bytes
        );
        let stored = vault
            .folder()
            .join("quarantine")
            .join(items[0].name.as_str())
            .join("item.age");
        let stored = fs::read(stored).unwrap();
        assert!(
            !stored.windows(bytes.len()).any(|w| w == bytes),
            "at rest it is encrypted"
        );
    }

    #[test]
    fn names_are_those_of_the_json() {
        for reason in [
            Reason::NotAFrame,
            Reason::Truncated,
            Reason::UnknownVersion,
            Reason::NotForUs,
            Reason::Damaged,
            Reason::WrongPadding,
            Reason::BadJson,
        ] {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.name());
        }
    }
}
