//! `vault.json`: what the vault is and who can open it. No secrets, nothing about reports.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::VaultError;
use crate::day::Day;
use crate::key::{KeyError, Recipient};

const FORMAT: &str = "waymark-vault";
/// The version of the folder's layout that this program writes.
pub const VERSION: u32 = 1;

/// The content of `vault.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    version: u32,
    /// The desk's id, as in `[desks.<id>]` of `places.toml`.
    pub desk: String,
    /// The day on which the vault was made.
    pub created: Day,
    /// The desk's keys. Everything in the vault is encrypted to all of them.
    pub keys: Vec<KeyEntry>,
    /// Where `fetch` looks when it isn't told: the relay's spool folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spool: Option<std::path::PathBuf>,
    /// Members that a later version of this program wrote.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// One key of the desk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyEntry {
    /// The public half.
    pub recipient: String,
    /// The key file inside the vault; absent when the key is kept elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Since when it is the desk's.
    pub since: Day,
}

impl Manifest {
    /// For a new vault.
    #[must_use]
    pub fn new(
        desk: String,
        created: Day,
        keys: Vec<KeyEntry>,
        spool: Option<std::path::PathBuf>,
    ) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            desk,
            created,
            keys,
            spool,
            other: Map::new(),
        }
    }

    /// Reads the file's bytes; refuses other formats and newer versions.
    pub fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        let manifest: Self =
            serde_json::from_slice(bytes).map_err(|e| VaultError::Manifest(e.to_string()))?;
        if manifest.format != FORMAT {
            return Err(VaultError::Manifest(format!("`format` is not `{FORMAT}`")));
        }
        if manifest.version != VERSION {
            return Err(VaultError::NewerVault(manifest.version));
        }
        manifest.recipients()?;
        Ok(manifest)
    }

    /// The file's bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// The public halves of all keys.
    pub fn recipients(&self) -> Result<Vec<Recipient>, VaultError> {
        let parsed = self.keys.iter().map(|key| key.recipient.parse());
        let all: Vec<Recipient> = parsed
            .collect::<Result<_, KeyError>>()
            .map_err(|e| VaultError::Manifest(e.to_string()))?;
        if all.is_empty() {
            return Err(VaultError::Manifest("it names no key".to_owned()));
        }
        Ok(all)
    }
}
