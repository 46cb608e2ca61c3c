//! What can go wrong with a vault, each with what its user can do.

use std::io;
use std::path::{Path, PathBuf};

use super::manifest::VERSION;
use crate::key::KeyError;

/// Why a vault can't be made, opened, read or changed. Each has a [`hint`](VaultError::hint).
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The folder holds no vault.
    #[error("there is no vault in {}", .0.display())]
    NoVault(PathBuf),
    /// The folder for a new vault isn't empty.
    #[error("{} already exists and isn't empty", .0.display())]
    Exists(PathBuf),
    /// A desk's id has other characters than `a-z 0-9 -`, or none, or more than 64.
    #[error("`{0}` can't be the name of a desk")]
    BadDesk(String),
    /// No key file opens with the passphrase.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// `vault.json` can't be read.
    #[error("vault.json is damaged: {0}")]
    Manifest(String),
    /// The vault was written by a later version of this program.
    #[error("this vault has format {0}, and this program knows format {VERSION}")]
    NewerVault(u32),
    /// `vault.json` lists other keys than the sealed list.
    #[error("vault.json was changed: it lists keys that this vault was not made for")]
    ForeignKey,
    /// A file of the vault can't be opened with its keys.
    #[error("{0} is damaged")]
    Damaged(&'static str),
    /// No report, or more than one, goes by the name.
    #[error("no single report begins with `{0}`")]
    NoSuchReport(String),
    /// Somebody else has held the lock for too long.
    #[error("somebody else is changing this vault")]
    InUse,
    /// The file system knows no locks.
    #[error("this folder can't be locked")]
    NoLocks,
    /// A key can't be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The system gave no random bytes.
    #[error("no randomness from the system: {0}")]
    Randomness(String),
    /// The file system said no.
    #[error("could not {action} {}: {source}", path.display())]
    Io {
        /// What was tried, as a verb.
        action: &'static str,
        /// On which file.
        path: PathBuf,
        /// What the system answered.
        source: io::Error,
    },
}

impl VaultError {
    pub(crate) fn io(action: &'static str, path: &Path, source: io::Error) -> Self {
        Self::Io {
            action,
            path: path.to_owned(),
            source,
        }
    }

    /// What the reader can do about it.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoVault(_) => {
                "Make one with `waymark-desk init`, or name the right folder with `--vault`."
            }
            Self::Exists(_) => {
                "Choose another folder with `--vault`. An existing vault is never overwritten."
            }
            Self::BadDesk(_) => {
                "Use the id from places.toml: small letters, digits and hyphens, as in `vienna-1`."
            }
            Self::WrongPassphrase => {
                "Nothing was changed. Check the keyboard's language and Caps Lock, and try again."
            }
            Self::Manifest(_) => {
                "Restore vault.json from your backup; it holds no secrets. The reports are not touched."
            }
            Self::NewerVault(_) => "Use the newer program that wrote it.",
            Self::ForeignKey => {
                "Somebody may be trying to read along. Don't use this vault; compare vault.json with your backup."
            }
            Self::Damaged(_) => {
                "Restore it from your backup. Other files of the vault are not touched."
            }
            Self::NoSuchReport(_) => {
                "`waymark-desk list` shows the names; four characters of a name are enough."
            }
            Self::InUse => "Wait for the other person or program to finish, then try again.",
            Self::NoLocks => {
                "Keep the vault on a local disk, or on a share that supports file locks (SMB or NFS 4)."
            }
            Self::Key(_) | Self::Randomness(_) => return None,
            Self::Io { source, .. } => match source.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    "The disk is full. Nothing was lost: make room and try again."
                }
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    "Check that you may write to this folder."
                }
                _ => return None,
            },
        })
    }
}
