//! A queue in a folder, after Maildir: `tmp/` being written, `new/` waiting, `cur/` being read.
//!
//! A file's name is random; a claim adds its end (`cur/<name>,<milliseconds since 1970>`), which is
//! the reader's time and not the writer's. A file's times are set to the beginning of its UTC day.
//! What can't be set is the inode's change time; `relay/THREAT-MODEL.md` says so.

use std::fs::{self, DirBuilder, File, FileTimes, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{Handle, Message, Queue, QueueError, QueueFuture};
use crate::clock::Clock;

/// A file in `tmp/` that nobody has touched for so long was left by a crash.
const ABANDONED: Duration = Duration::from_hours(1);

const NAME: usize = 32;

/// A queue in a folder. Cheap to clone; several processes may share the folder.
#[derive(Clone, Debug)]
pub struct Spool(Arc<Folders>);

#[derive(Debug)]
struct Folders {
    tmp: PathBuf,
    new: PathBuf,
    cur: PathBuf,
    clock: Clock,
}

impl Spool {
    /// Opens the queue in `root`, making the folders if need be, and clears away what a crash left
    /// in `tmp/`: nobody was told that it arrived.
    pub fn open(root: impl AsRef<Path>, clock: Clock) -> Result<Self, QueueError> {
        let root = root.as_ref();
        let folders = Folders {
            tmp: root.join("tmp"),
            new: root.join("new"),
            cur: root.join("cur"),
            clock,
        };
        folders
            .prepare(root, SystemTime::now())
            .map_err(|error| failed("open its folders", error))?;
        Ok(Self(Arc::new(folders)))
    }

    /// Runs file-system work where it may block.
    fn run<T: Send + 'static>(
        &self,
        doing: &'static str,
        work: impl FnOnce(&Folders) -> io::Result<T> + Send + 'static,
    ) -> QueueFuture<'static, T> {
        let folders = Arc::clone(&self.0);
        Box::pin(async move {
            tokio::task::spawn_blocking(move || work(&folders))
                .await
                .map_err(|_| QueueError::Interrupted)?
                .map_err(|error| failed(doing, error))
        })
    }
}

fn failed(doing: &'static str, error: io::Error) -> QueueError {
    QueueError::Spool { doing, error }
}

impl Queue for Spool {
    fn send<'a>(&'a self, body: &'a [u8]) -> QueueFuture<'a, ()> {
        let body = body.to_vec();
        self.run("store a message", move |folders| folders.store(&body))
    }

    fn receive(&self, limit: usize, visibility: Duration) -> QueueFuture<'_, Vec<Message>> {
        self.run("read messages", move |folders| {
            folders.claim(limit, visibility)
        })
    }

    fn delete<'a>(&'a self, handle: &'a Handle) -> QueueFuture<'a, ()> {
        let handle = handle.clone();
        self.run("delete a message", move |folders| {
            let Some(path) = folders.claimed(&handle) else {
                return Ok(());
            };
            // No fsync: should the deletion not survive, the message comes again, which is allowed.
            gone_is_fine(fs::remove_file(path))
        })
    }

    fn release<'a>(&'a self, handle: &'a Handle) -> QueueFuture<'a, ()> {
        let handle = handle.clone();
        self.run("release a message", move |folders| {
            match (folders.claimed(&handle), Claim::parse(&handle.0)) {
                (Some(path), Some(claim)) => {
                    gone_is_fine(fs::rename(path, folders.new.join(claim.name)))
                }
                _ => Ok(()),
            }
        })
    }
}

impl Folders {
    fn prepare(&self, root: &Path, now: SystemTime) -> io::Result<()> {
        for folder in [&self.tmp, &self.new, &self.cur] {
            DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(folder)?;
        }
        // The folders' own names must survive too.
        for folder in std::path::absolute(root)?.ancestors().take(4) {
            if let Ok(folder) = File::open(folder) {
                folder.sync_all()?;
            }
        }
        let now = seconds(now);
        for entry in fs::read_dir(&self.tmp)? {
            let entry = entry?;
            let changed = entry.metadata().map_or(now, |found| found.ctime());
            if now.saturating_sub(changed) > seconds(UNIX_EPOCH + ABANDONED) {
                gone_is_fine(fs::remove_file(entry.path()))?;
            }
        }
        Ok(())
    }

    /// write → fsync → rename → fsync the folder.
    fn store(&self, body: &[u8]) -> io::Result<()> {
        let mut name = [0; NAME / 2];
        getrandom::fill(&mut name).map_err(io::Error::other)?;
        let name = hex::encode(name);
        let written = self.tmp.join(&name);
        let stored = self
            .write(&written, body)
            .and_then(|()| fs::rename(&written, self.new.join(&name)))
            .and_then(|()| {
                let folder = File::open(&self.new)?;
                // A folder remembers when it last got a file; the day is enough for it as well.
                // Only its owner may do so, and nothing depends on it.
                let _ = folder.set_times(self.day());
                folder.sync_all()
            });
        if stored.is_err() {
            // Already renamed or not writable: either way there is no more to do here.
            let _ = fs::remove_file(&written);
        }
        stored
    }

    fn write(&self, path: &Path, body: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)?;
        file.write_all(body)?;
        file.set_times(self.day())?;
        file.sync_all()
    }

    fn day(&self) -> FileTimes {
        let day = self.clock.today().start();
        FileTimes::new().set_accessed(day).set_modified(day)
    }

    /// Claims messages by renaming them, which only one reader can do to a file.
    fn claim(&self, limit: usize, visibility: Duration) -> io::Result<Vec<Message>> {
        // The system's clock, not the configured one: all readers of the folder share it.
        let now = SystemTime::now();
        let until = millis(now + visibility);
        let mut taken = Vec::new();
        let mut fault = None;
        self.claim_from(&self.new, limit, until, &mut taken, &mut fault, |name| {
            is_name(name).then(|| name.to_owned())
        })?;
        if taken.len() < limit {
            let now = millis(now);
            self.claim_from(&self.cur, limit, until, &mut taken, &mut fault, |name| {
                Claim::parse(name)
                    .filter(|claim| claim.until <= now)
                    .map(|claim| claim.name.to_owned())
            })?;
        }
        // One unreadable file mustn't keep the others from their reader; alone it is told.
        match fault {
            Some(error) if taken.is_empty() => Err(error),
            _ => Ok(taken),
        }
    }

    fn claim_from(
        &self,
        folder: &Path,
        limit: usize,
        until: u64,
        taken: &mut Vec<Message>,
        fault: &mut Option<io::Error>,
        name_of: impl Fn(&str) -> Option<String>,
    ) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            if taken.len() >= limit {
                break;
            }
            let entry = entry?;
            let Some(name) = entry.file_name().to_str().and_then(&name_of) else {
                continue;
            };
            let claim = format!("{name},{until}");
            let claimed = self.cur.join(&claim);
            match fs::rename(entry.path(), &claimed).and_then(|()| fs::read(&claimed)) {
                Ok(body) => taken.push(Message {
                    body,
                    handle: Handle(claim),
                    sent: None,
                }),
                // Another reader was faster.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => *fault = Some(error),
            }
        }
        Ok(())
    }

    /// The path of a claim, if the handle is one of this queue's.
    fn claimed(&self, handle: &Handle) -> Option<PathBuf> {
        Claim::parse(&handle.0).map(|_| self.cur.join(&handle.0))
    }
}

/// The name of a file in `cur/`, taken apart.
struct Claim<'a> {
    name: &'a str,
    until: u64,
}

impl<'a> Claim<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let (name, until) = text.split_once(',')?;
        is_name(name).then_some(())?;
        Some(Self {
            name,
            until: until.parse().ok()?,
        })
    }
}

fn is_name(name: &str) -> bool {
    name.len() == NAME
        && name
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn gone_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn millis(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |passed| {
        u64::try_from(passed.as_millis()).unwrap_or(u64::MAX)
    })
}

fn seconds(time: SystemTime) -> i64 {
    i64::try_from(millis(time) / 1_000).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_crash_left_half_written_is_cleared_away_after_an_hour() {
        let root = tempfile::tempdir().unwrap();
        let Spool(folders) = Spool::open(root.path(), Clock::system()).unwrap();
        let half = folders.tmp.join("0".repeat(NAME));
        fs::write(&half, b"half").unwrap();
        let soon = SystemTime::now() + ABANDONED / 2;
        folders.prepare(root.path(), soon).unwrap();
        assert!(half.exists());
        let later = SystemTime::now() + ABANDONED * 2;
        folders.prepare(root.path(), later).unwrap();
        assert!(!half.exists());
    }
}
