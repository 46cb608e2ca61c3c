//! One run of the mixer at a time, and when the last one ended.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::MixError;

/// A held lock; the system lets go of it when the process ends, however it ends.
pub(super) struct Lock(File);

impl Lock {
    pub(super) fn take(spool: &Path) -> Result<Self, MixError> {
        fs::create_dir_all(spool).map_err(MixError::Lock)?;
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path(spool))
            .map_err(MixError::Lock)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(MixError::Running),
            Err(TryLockError::Error(error)) => Err(MixError::Lock(error)),
        }
    }

    /// Writes down that a run ended, in seconds since 1970.
    pub(super) fn note_completion(&mut self, at: SystemTime) -> Result<(), MixError> {
        let seconds = at
            .duration_since(UNIX_EPOCH)
            .map_or(0, |passed| passed.as_secs());
        self.0
            .set_len(0)
            .and_then(|()| self.0.rewind())
            .and_then(|()| writeln!(self.0, "{seconds}"))
            .map_err(MixError::Lock)
    }

    /// When the last complete run ended, if there was one.
    pub(super) fn last_completion(spool: &Path) -> Option<SystemTime> {
        let mut text = String::new();
        File::open(path(spool))
            .ok()?
            .take(32)
            .read_to_string(&mut text)
            .ok()?;
        let seconds = text.trim().parse().ok()?;
        UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
    }
}

fn path(spool: &Path) -> PathBuf {
    spool.join("mix.lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_run_is_turned_away_until_the_first_ends() {
        let spool = tempfile::tempdir().unwrap();
        assert_eq!(Lock::last_completion(spool.path()), None);
        let mut first = Lock::take(spool.path()).unwrap();
        assert!(matches!(Lock::take(spool.path()), Err(MixError::Running)));
        let at = UNIX_EPOCH + Duration::from_hours(500_000);
        first.note_completion(at).unwrap();
        drop(first);
        assert_eq!(Lock::last_completion(spool.path()), Some(at));
        assert!(Lock::take(spool.path()).is_ok());
        assert_eq!(Lock::last_completion(spool.path()), Some(at));
    }
}
