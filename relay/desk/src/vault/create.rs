//! Making a vault: all of it or nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use age::secrecy::SecretString;
use sha2::{Digest, Sha256};
use waymark_relay::config::DeskId;

use super::disk::{self, Disk};
use super::manifest::{KeyEntry, Manifest};
use super::secret::Secret;
use super::{Vault, VaultError};
use crate::day::Day;
use crate::key::{Identity, Recipient};

const FOLDERS: [&str; 5] = ["keys", "reports", "deleted", "quarantine", "tmp"];

/// How a new vault is to be made.
pub struct NewVault<'a> {
    /// The folder; it must not exist, or be empty.
    pub folder: &'a Path,
    /// The desk's id in `places.toml`.
    pub desk: &'a str,
    /// Locks the key.
    pub passphrase: &'a SecretString,
    /// scrypt's log2 N; `None` means 18, as stock age takes. Small ones are for demonstrations and
    /// tests.
    pub work_factor: Option<u8>,
    /// Further keys of the desk, held elsewhere. The vault is encrypted to them too.
    pub also: &'a [Recipient],
    /// The relay's spool folder, if the desk can reach it.
    pub spool: Option<PathBuf>,
}

impl Vault {
    /// Makes a key pair and a vault locked by it.
    pub fn create(new: &NewVault<'_>) -> Result<Self, VaultError> {
        if new.desk.parse::<DeskId>().is_err() {
            return Err(VaultError::BadDesk(new.desk.to_owned()));
        }
        let occupied = |path: &Path| {
            fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some()) || path.is_file()
        };
        if occupied(new.folder) {
            return Err(VaultError::Exists(new.folder.to_owned()));
        }
        let identity = Identity::generate();
        let today = Day::today();
        let mut recipients = vec![identity.recipient()];
        recipients.extend(
            new.also
                .iter()
                .filter(|r| **r != recipients[0])
                .cloned()
                .collect::<Vec<_>>(),
        );
        let file = format!(
            "keys/{}.age",
            &hex::encode(Sha256::digest(recipients[0].to_string()))[..16]
        );
        let entry = |(i, r): (usize, &Recipient)| KeyEntry {
            recipient: r.to_string(),
            file: (i == 0).then(|| file.clone()),
            since: today,
        };
        let keys = recipients.iter().enumerate().map(entry).collect();
        let manifest = Manifest::new(new.desk.to_owned(), today, keys, new.spool.clone());
        let secret = Secret::generate(&recipients)?;
        let locked = identity.lock(new.passphrase, today, new.work_factor)?;
        let sealed = secret.seal(&recipients)?;
        let files = [
            (file.as_str(), &locked),
            ("secret.age", &sealed),
            ("vault.json", &manifest.to_bytes()),
        ];
        let disk = Disk::default();
        build(&disk, new.folder, &files, today)
            .map_err(|e| VaultError::io("make the vault in", new.folder, e))?;
        Ok(Self {
            folder: new.folder.to_owned(),
            manifest,
            recipients,
            identities: vec![identity],
            secret,
            disk,
            summaries: Mutex::default(),
        })
    }
}

/// Builds a vault beside its place and renames it there, so that half a vault never exists.
fn build(disk: &Disk, folder: &Path, files: &[(&str, &Vec<u8>)], day: Day) -> io::Result<()> {
    let parent = folder
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let draft = disk::draft(parent)?.with_extension("waymark-vault");
    let make = || -> io::Result<()> {
        disk.folder(&draft)?;
        for name in FOLDERS {
            disk.folder(&draft.join(name))?;
        }
        disk.create(&draft.join("lock"), b"", day)?;
        for (name, bytes) in files {
            disk.create(&draft.join(name), bytes, day)?;
        }
        if folder.is_dir() {
            fs::remove_dir(folder)?;
        }
        disk.rename(&draft, folder, day)
    };
    make().inspect_err(|_| {
        let _ = fs::remove_dir_all(&draft);
    })
}
