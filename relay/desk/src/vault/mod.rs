//! The vault: one folder, encrypted at rest, that any stock `age` can open with the desk's key.
//!
//! ```text
//! vault.json            format, version, desk, public keys; no secrets
//! keys/<digest>.age     identities, each locked by a passphrase
//! secret.age            the key of the digests below, sealed to the desk's keys
//! reports/<name>/       one folder per report; the name is a keyed digest of its plaintext
//!   report.age          the age file exactly as it was received
//!   meta.age            day, inner, state …, sealed to the desk's keys
//! deleted/<name>        empty: a report that was deleted, so that a late copy doesn't return
//! quarantine/<name>/    what could not be opened: item.age (sealed bytes) and meta.age (reason)
//! tmp/                  unfinished writes, swept when the vault is opened
//! lock                  held by the operating system during a change
//! ```
//!
//! Names say nothing about time or content, and file times are days. What the file system adds by
//! itself (inode change times, journals) is finer; a vault belongs on an encrypted disk.

mod create;
mod disk;
mod error;
mod lock;
mod manifest;
mod secret;
mod store;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use age::secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

pub use create::NewVault;
pub use disk::{Disk, Step, Watch};
pub use error::VaultError;
pub use manifest::{KeyEntry, Manifest, VERSION};
pub use store::{Kept, Listing, Meta, Name, NotAName, State, StoredReport, Summary};

use crate::day::Day;
use crate::key::{self, Identity, KeyError, Recipient, UnsealError};
use lock::Lock;
use secret::Secret;

/// Metadata is padded with spaces to a multiple of this, so that its size tells nothing.
const META_BLOCK: usize = 1024;

/// An opened vault. It holds the keys until it is dropped.
pub struct Vault {
    folder: PathBuf,
    manifest: Manifest,
    recipients: Vec<Recipient>,
    identities: Vec<Identity>,
    secret: Secret,
    disk: Disk,
    summaries: Mutex<HashMap<Name, ([u8; 32], Meta)>>,
}

impl Vault {
    /// Reads `vault.json` without a passphrase.
    pub fn manifest_of(folder: &Path) -> Result<Manifest, VaultError> {
        let path = folder.join("vault.json");
        match fs::read(&path) {
            Ok(bytes) => Manifest::parse(&bytes),
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                Err(VaultError::NoVault(folder.to_owned()))
            }
            Err(e) => Err(VaultError::io("read", &path, e)),
        }
    }

    /// Opens a vault. A wrong passphrase changes nothing.
    pub fn open(folder: &Path, passphrase: &SecretString) -> Result<Self, VaultError> {
        Self::open_on(Disk::default(), folder, passphrase)
    }

    /// Opens a vault whose writes go through `disk`.
    pub fn open_on(
        disk: Disk,
        folder: &Path,
        passphrase: &SecretString,
    ) -> Result<Self, VaultError> {
        let manifest = Self::manifest_of(folder)?;
        let recipients = manifest.recipients()?;
        let mut identities = Vec::new();
        for file in manifest.keys.iter().filter_map(|key| key.file.as_deref()) {
            let path = folder.join(file);
            let bytes = fs::read(&path).map_err(|e| VaultError::io("read", &path, e))?;
            match Identity::unlock(&bytes, passphrase) {
                Ok(identity) => identities.push(identity),
                // Somebody else's key, with their passphrase.
                Err(KeyError::WrongPassphrase) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if identities.is_empty() {
            return Err(VaultError::WrongPassphrase);
        }
        let path = folder.join("secret.age");
        let sealed = fs::read(&path).map_err(|e| VaultError::io("read", &path, e))?;
        let secret = Secret::open(&sealed, &identities, &recipients)?;
        let vault = Self {
            folder: folder.to_owned(),
            manifest,
            recipients,
            identities,
            secret,
            disk,
            summaries: Mutex::default(),
        };
        vault.recover()?;
        Ok(vault)
    }

    /// What `vault.json` says.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The public keys, for `places.toml`.
    #[must_use]
    pub fn recipients(&self) -> &[Recipient] {
        &self.recipients
    }

    /// The secret key as stock age reads it, for a recovery sheet or an interoperability test.
    #[must_use]
    pub fn reveal_identities(&self) -> SecretString {
        let lines: Vec<SecretString> = self.identities.iter().map(Identity::reveal).collect();
        let text: Vec<&str> = lines.iter().map(ExposeSecret::expose_secret).collect();
        SecretString::from(text.join("\n"))
    }

    /// Decrypts an age file with the desk's keys.
    pub fn unseal(&self, age_file: &[u8]) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
        key::unseal(&self.identities, age_file)
    }

    /// Finishes or undoes what a crash left. Skipped while somebody else is writing.
    fn recover(&self) -> Result<(), VaultError> {
        let Some(_lock) = Lock::attempt(&self.folder)? else {
            return Ok(());
        };
        let tmp = self.tmp();
        self.disk
            .sweep(&tmp)
            .map_err(|e| VaultError::io("clean", &tmp, e))?;
        self.finish_deletions()
    }

    fn lock(&self) -> Result<Lock, VaultError> {
        Lock::take(&self.folder)
    }

    fn tmp(&self) -> PathBuf {
        self.folder.join("tmp")
    }

    /// Seals metadata to the desk's keys, padded.
    fn seal_meta(&self, meta: &impl serde::Serialize) -> Result<Vec<u8>, VaultError> {
        let mut json = Zeroizing::new(Vec::with_capacity(4 * META_BLOCK));
        serde_json::to_writer(&mut *json, meta).map_err(|e| VaultError::Manifest(e.to_string()))?;
        let padded = json.len().next_multiple_of(META_BLOCK);
        json.resize(padded, b' ');
        Ok(key::seal(&self.recipients, &json)?)
    }

    /// Opens metadata sealed by [`seal_meta`](Self::seal_meta).
    fn open_meta<T: serde::de::DeserializeOwned>(&self, sealed: &[u8]) -> Option<T> {
        self.unseal(sealed)
            .ok()
            .and_then(|json| serde_json::from_slice(&json).ok())
    }

    /// Puts a folder of finished files in place in one step.
    fn place(&self, target: &Path, files: &[(&str, &[u8])], day: Day) -> Result<(), VaultError> {
        let draft = disk::draft(&self.tmp()).map_err(|e| VaultError::io("write", target, e))?;
        let write = || -> io::Result<()> {
            self.disk.folder(&draft)?;
            for (name, bytes) in files {
                self.disk.create(&draft.join(name), bytes, day)?;
            }
            self.disk.rename(&draft, target, day)
        };
        write().map_err(|e| VaultError::io("write", target, e))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn passphrase() -> SecretString {
        SecretString::from("correct horse battery".to_owned())
    }

    pub(crate) fn new_vault(dir: &Path) -> Vault {
        let new = NewVault {
            folder: &dir.join("vault"),
            desk: "demo",
            passphrase: &passphrase(),
            work_factor: Some(2),
            also: &[],
            spool: None,
        };
        Vault::create(&new).unwrap()
    }

    #[test]
    fn create_then_open() {
        let dir = tempfile::tempdir().unwrap();
        let made = new_vault(dir.path());
        let opened = Vault::open(made.folder(), &passphrase()).unwrap();
        assert_eq!(opened.recipients(), made.recipients());
        assert_eq!(opened.manifest().desk, "demo");
        let json = fs::read_to_string(made.folder().join("vault.json")).unwrap();
        assert!(!json.contains("SECRET") && json.contains(&made.recipients()[0].to_string()));
    }

    #[test]
    fn wrong_passphrase_changes_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let made = new_vault(dir.path());
        fs::write(made.folder().join("tmp/unfinished"), "x").unwrap();
        let wrong = SecretString::from("wrong".to_owned());
        assert!(matches!(
            Vault::open(made.folder(), &wrong),
            Err(VaultError::WrongPassphrase)
        ));
        assert!(made.folder().join("tmp/unfinished").exists());
        Vault::open(made.folder(), &passphrase()).unwrap();
        assert!(!made.folder().join("tmp/unfinished").exists());
    }

    #[test]
    fn refuses_other_formats_newer_versions_and_slipped_in_keys() {
        let dir = tempfile::tempdir().unwrap();
        let made = new_vault(dir.path());
        let path = made.folder().join("vault.json");
        let original = fs::read_to_string(&path).unwrap();
        let attempt = |text: String| {
            fs::write(&path, text).unwrap();
            Vault::open(made.folder(), &passphrase()).err().unwrap()
        };
        assert!(matches!(
            attempt(original.replace("\"version\": 1", "\"version\": 2")),
            VaultError::NewerVault(2)
        ));
        assert!(matches!(
            attempt(original.replace("waymark-vault", "other")),
            VaultError::Manifest(_)
        ));
        let mut manifest = Manifest::parse(original.as_bytes()).unwrap();
        manifest.keys.push(KeyEntry {
            recipient: Identity::generate().recipient().to_string(),
            file: None,
            since: Day::today(),
        });
        assert!(matches!(
            attempt(String::from_utf8(manifest.to_bytes()).unwrap()),
            VaultError::ForeignKey
        ));
    }

    #[test]
    fn never_overwrites() {
        let dir = tempfile::tempdir().unwrap();
        let made = new_vault(dir.path());
        let again = NewVault {
            folder: made.folder(),
            desk: "demo",
            passphrase: &passphrase(),
            work_factor: Some(2),
            also: &[],
            spool: None,
        };
        assert!(matches!(Vault::create(&again), Err(VaultError::Exists(_))));
    }
}
