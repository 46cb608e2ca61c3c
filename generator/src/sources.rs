//! Files as they were last read, so that a preview reads again only what may be another file now.
//!
//! What the system tells about a file (time, size, and where it knows them the time of any change
//! and the file's number) decides whether it is read again. A file that was written shortly before
//! it was read isn't trusted: it could be written once more within the same tick of the file
//! system's clock. Such a file is read again until it has rested for [`REST`]. Nothing depends on
//! being told of changes; who is told can say so with [`Sources::forget`].

use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use std::collections::HashMap;
use std::fs::Metadata;
use std::hash::Hash;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

/// The coarsest clock of a file system that we know (FAT) ticks every two seconds.
const REST: Duration = Duration::from_millis(2_500);

/// What tells one state of a file from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<SystemTime>,
    size: u64,
    /// On Unix the time of any change, names and times included, and the file's number.
    more: Option<(i64, i64, u64)>,
}

impl Stamp {
    /// Of a file of which this is known.
    #[must_use]
    pub fn new(data: &Metadata) -> Self {
        #[cfg(unix)]
        let more = {
            use std::os::unix::fs::MetadataExt as _;
            Some((data.ctime(), data.ctime_nsec(), data.ino()))
        };
        #[cfg(not(unix))]
        let more = None;
        Self {
            modified: data.modified().ok(),
            size: data.len(),
            more,
        }
    }

    fn of(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().map(|data| Self::new(&data))
    }

    /// True if the file had rested when it was looked at, so that this tells every later state.
    #[must_use]
    pub fn had_rested(&self, looked: SystemTime) -> bool {
        let since = |time: Option<SystemTime>| time.and_then(|t| looked.duration_since(t).ok());
        let changed = self.more.map(|(seconds, ..)| {
            SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).unwrap_or(0) + 1)
        });
        let rested = |age: Option<Duration>| age.is_some_and(|age| age > REST);
        rested(since(self.modified)) && (self.more.is_none() || rested(since(changed)))
    }
}

/// A folder's files with their stamps, in the order of their names; none if one of them hadn't
/// rested, so that an equal list is no proof that nothing has changed.
#[must_use]
pub fn rested(folder: &Path) -> Option<Vec<(PathBuf, Stamp)>> {
    let looked = SystemTime::now();
    let walk = walkdir::WalkDir::new(folder).follow_links(true);
    let mut files = Vec::new();
    for entry in walk.sort_by_file_name() {
        let entry = entry.ok()?;
        if entry.file_type().is_file() {
            let stamp = Stamp::new(&entry.metadata().ok()?);
            if !stamp.had_rested(looked) {
                return None;
            }
            files.push((entry.into_path(), stamp));
        }
    }
    Some(files)
}

#[derive(Debug)]
struct Known<T> {
    stamp: Option<Stamp>,
    looked: SystemTime,
    value: T,
    run: u64,
}

type Map<T> = Mutex<HashMap<PathBuf, Known<T>>>;

/// The files that were read. Those that a run doesn't ask for are forgotten when it ends.
#[derive(Debug, Default)]
pub struct Sources {
    texts: Map<Arc<SourceFile>>,
    bytes: Map<Arc<[u8]>>,
    run: u64,
}

impl Sources {
    /// A file as text; the same `Arc` as before if it says the same. `name` is what diagnostics
    /// show.
    pub fn text(&self, path: &Path, name: &str) -> Result<Arc<SourceFile>, Diagnostic> {
        self.get(
            &self.texts,
            path,
            || SourceFile::read(path, name),
            |a, b| a == b,
        )
    }

    /// A file's bytes; the same `Arc` as before if they are the same.
    pub fn bytes(&self, path: &Path) -> io::Result<Arc<[u8]>> {
        self.get(
            &self.bytes,
            path,
            || std::fs::read(path).map(Arc::from),
            |a, b| a == b,
        )
    }

    fn get<T: Clone, E>(
        &self,
        map: &Map<T>,
        path: &Path,
        read: impl FnOnce() -> Result<T, E>,
        same: impl FnOnce(&T, &T) -> bool,
    ) -> Result<T, E> {
        let looked = SystemTime::now();
        // Before it is read: a change in between gives another stamp next time.
        let stamp = Stamp::of(path);
        if let Some(known) = lock(map).get_mut(path)
            && known.stamp.is_some()
            && known.stamp == stamp
            && (known.stamp.as_ref()).is_some_and(|stamp| stamp.had_rested(known.looked))
        {
            known.run = self.run;
            return Ok(known.value.clone());
        }
        let value = read()?;
        let mut known = lock(map);
        let value = match known.remove(path) {
            Some(before) if same(&before.value, &value) => before.value,
            _ => value,
        };
        let entry = Known {
            stamp,
            looked,
            value: value.clone(),
            run: self.run,
        };
        known.insert(path.to_owned(), entry);
        Ok(value)
    }

    /// This file has changed, whatever the system tells of it.
    pub fn forget(&self, path: &Path) {
        if let Some(known) = lock(&self.texts).get_mut(path) {
            known.stamp = None;
        }
        if let Some(known) = lock(&self.bytes).get_mut(path) {
            known.stamp = None;
        }
    }

    /// Ends a run: what it didn't ask for is gone.
    pub fn end_run(&mut self) {
        let run = self.run;
        lock(&self.texts).retain(|_, known| known.run == run);
        lock(&self.bytes).retain(|_, known| known.run == run);
        self.run += 1;
    }
}

/// A thread that panicked while it held the lock left whole entries.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What runs made, by key, until a run doesn't ask for it.
#[derive(Debug)]
pub struct Memory<K, V> {
    map: Mutex<HashMap<K, (V, u64)>>,
    run: u64,
}

impl<K, V> Default for Memory<K, V> {
    fn default() -> Self {
        Self {
            map: Mutex::default(),
            run: 0,
        }
    }
}

impl<K: Eq + Hash, V: Clone> Memory<K, V> {
    /// What is kept under this key, if it is `fit`.
    pub fn get(&self, key: &K, fit: impl FnOnce(&V) -> bool) -> Option<V> {
        let mut map = lock(&self.map);
        let (value, run) = map.get_mut(key)?;
        fit(value).then(|| {
            *run = self.run;
            value.clone()
        })
    }

    /// Keeps this under the key.
    pub fn put(&self, key: K, value: V) {
        lock(&self.map).insert(key, (value, self.run));
    }

    /// Ends a run: what it didn't ask for is gone.
    pub fn end_run(&mut self) {
        let run = self.run;
        lock(&self.map).retain(|_, (_, of)| *of == run);
        self.run += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_just_written_is_read_again_and_one_that_says_the_same_is_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        let sources = Sources::default();
        let read = || sources.text(&path, "a.md").unwrap();
        std::fs::write(&path, "one").unwrap();
        let one = read();
        assert!(Arc::ptr_eq(&one, &read()));
        // Of the same length, and with the same time: a clock that hasn't ticked.
        let time = std::fs::metadata(&path).unwrap().modified().unwrap();
        std::fs::write(&path, "two").unwrap();
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(time).unwrap();
        assert_eq!(read().text(), "two");
        std::fs::remove_file(&path).unwrap();
        assert!(sources.text(&path, "a.md").is_err());
    }

    #[test]
    fn only_a_file_that_has_rested_is_trusted() {
        let now = SystemTime::now();
        let stamp = |age: u64| Stamp {
            modified: Some(now - Duration::from_secs(age)),
            size: 1,
            more: None,
        };
        assert!(stamp(3).had_rested(now));
        assert!(!stamp(2).had_rested(now));
        // A clock that runs ahead of ours.
        let ahead = Stamp {
            modified: Some(now + Duration::from_secs(5)),
            ..stamp(0)
        };
        assert!(!ahead.had_rested(now));
    }

    #[test]
    fn what_a_run_does_not_ask_for_is_forgotten() {
        let mut memory = Memory::default();
        memory.put("a", 1);
        memory.put("b", 2);
        memory.end_run();
        assert_eq!(memory.get(&"a", |_| true), Some(1));
        memory.end_run();
        assert_eq!(memory.get(&"b", |_| true), None);
        assert_eq!(memory.get(&"a", |value| *value == 2), None);
        assert_eq!(memory.get(&"a", |_| true), Some(1));
    }
}
