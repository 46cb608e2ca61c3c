//! One writer at a time, also across computers that share the folder.
//!
//! The lock is the operating system's advisory lock on the empty file `lock`: it ends with the
//! process, so a crash leaves nothing to clean up. It is held for one change, not for a session,
//! so two people can have the inbox open at once.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::VaultError;

/// How long a change waits for somebody else's. One change takes milliseconds; a slow network
/// share takes seconds.
const PATIENCE: Duration = Duration::from_secs(15);

/// Held while the vault is being changed.
pub(crate) struct Lock(#[expect(dead_code, reason = "dropping the file releases the lock")] File);

impl Lock {
    /// Waits for the lock.
    pub(crate) fn take(vault: &Path) -> Result<Self, VaultError> {
        let started = Instant::now();
        loop {
            if let Some(lock) = Self::attempt(vault)? {
                return Ok(lock);
            }
            if started.elapsed() > PATIENCE {
                return Err(VaultError::InUse);
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Takes the lock if nobody has it.
    pub(crate) fn attempt(vault: &Path) -> Result<Option<Self>, VaultError> {
        let path = vault.join("lock");
        let open = || {
            OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)
        };
        let file = open().map_err(|e| VaultError::io("open", &path, e))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            // Without locks two people could overwrite each other: refuse rather than guess.
            Err(TryLockError::Error(e)) if e.kind() == io::ErrorKind::Unsupported => {
                Err(VaultError::NoLocks)
            }
            Err(TryLockError::Error(e)) => Err(VaultError::io("lock", &path, e)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn second_waits_for_the_first() {
        let dir = tempfile::tempdir().unwrap();
        let first = Lock::attempt(dir.path()).unwrap().unwrap();
        assert!(Lock::attempt(dir.path()).unwrap().is_none());
        drop(first);
        assert!(Lock::attempt(dir.path()).unwrap().is_some());
    }
}
