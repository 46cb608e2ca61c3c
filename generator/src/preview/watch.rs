//! Noticing that a file has changed: told by the system, and by looking, which works alike on
//! every file system, network shares and containers included.

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime};

/// How often the folders are looked at where the system tells of changes: some file systems tell
/// nothing and don't say so.
const LOOK_SELDOM: Duration = Duration::from_secs(3);

/// How often they are looked at where it doesn't.
const LOOK_OFTEN: Duration = Duration::from_millis(250);

/// An editor that saves in several steps is waited for so long after each step …
const PAUSE: Duration = Duration::from_millis(6);

/// … but no longer than this altogether.
const PAUSES: Duration = Duration::from_millis(60);

/// The files of some folders with what tells a change: time and size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snapshot(BTreeMap<PathBuf, (Option<SystemTime>, u64)>);

impl Snapshot {
    /// Looks at every file. What can't be looked at counts as absent.
    #[must_use]
    pub fn take(folders: &[PathBuf]) -> Self {
        let files = folders
            .iter()
            .flat_map(|folder| {
                walkdir::WalkDir::new(folder)
                    .follow_links(true)
                    .into_iter()
                    .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.path()))
            })
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| {
                let data = entry.metadata().ok()?;
                Some((entry.into_path(), (data.modified().ok(), data.len())))
            })
            .collect();
        Self(files)
    }
}

/// Editors keep notes of their own beside a file; no page is made of them.
fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().map(std::ffi::OsStr::to_string_lossy);
    name.is_some_and(|name| name.starts_with('.'))
}

/// What the follower is told.
#[derive(Debug)]
pub enum Message {
    /// These files may have changed.
    Changed(Vec<PathBuf>),
    /// It is over.
    Ended,
}

/// Follows folders.
pub struct Follower {
    folders: Vec<PathBuf>,
    messages: Receiver<Message>,
    /// True from the first word of a change until its turn comes.
    stale: Arc<AtomicBool>,
    watcher: Option<RecommendedWatcher>,
}

impl std::fmt::Debug for Follower {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Follower")
            .field("folders", &self.folders)
            .finish_non_exhaustive()
    }
}

impl Follower {
    /// Begins to follow. What is sent by `sender` comes out of `messages`; `events` is false where
    /// the system isn't to be asked.
    #[must_use]
    pub fn new(
        folders: Vec<PathBuf>,
        (sender, messages): (Sender<Message>, Receiver<Message>),
        events: bool,
    ) -> Self {
        let stale = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&stale);
        let heard = move |event: notify::Result<notify::Event>| {
            let paths = match event {
                // That somebody reads a file is no change; we do it all the time.
                Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
                Ok(event) => event.paths,
                // Something was missed.
                Err(_) => Vec::new(),
            };
            if !paths.is_empty() && paths.iter().all(|path| is_hidden(path)) {
                return;
            }
            flag.store(true, Ordering::Release);
            // Nobody listens at the very end.
            let _ = sender.send(Message::Changed(paths));
        };
        let watcher = if events {
            notify::recommended_watcher(heard).ok()
        } else {
            None
        };
        let mut follower = Self {
            folders,
            messages,
            stale,
            watcher,
        };
        follower.listen();
        follower
    }

    /// Asks the system to tell of all folders, also of those that were made since.
    fn listen(&mut self) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        for folder in self.folders.iter().filter(|folder| folder.is_dir()) {
            if watcher.watch(folder, RecursiveMode::Recursive).is_err() {
                // Its limits are reached, or it can't: then we look.
                self.watcher = None;
                return;
            }
        }
    }

    /// A flag that is true while a change waits for its turn.
    #[must_use]
    pub fn stale(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.stale)
    }

    /// Calls `changed` after each change with the files of which was told, until it has ended.
    pub fn follow(&mut self, before: Snapshot, mut changed: impl FnMut(&[PathBuf])) {
        let (mut known, mut last) = (before.clone(), before);
        loop {
            let often = self.watcher.is_none();
            let interval = if often { LOOK_OFTEN } else { LOOK_SELDOM };
            let (paths, seen) = match self.messages.recv_timeout(interval) {
                Ok(Message::Changed(paths)) => match self.gather(paths) {
                    Some(paths) => (paths, None),
                    None => return,
                },
                Err(RecvTimeoutError::Timeout) => {
                    let now = Snapshot::take(&self.folders);
                    // Only when two looks see the same is a file whole.
                    let rests = !often || now == last;
                    let same = now == known;
                    last = now.clone();
                    if same || !rests {
                        continue;
                    }
                    self.listen();
                    (Vec::new(), Some(now))
                }
                Ok(Message::Ended) | Err(RecvTimeoutError::Disconnected) => return,
            };
            self.stale.store(false, Ordering::Release);
            let folders = &self.folders;
            known = if let Some(seen) = seen {
                // Taken before the work: what changes during it is another change.
                changed(&paths);
                seen
            } else {
                // Beside the work, which it shall not delay: the system tells of later changes.
                std::thread::scope(|scope| {
                    let look = scope.spawn(|| Snapshot::take(folders));
                    changed(&paths);
                    look.join().unwrap_or_default()
                })
            };
            last = known.clone();
        }
    }

    /// All that is told until there is a pause; none if it has ended.
    fn gather(&self, mut paths: Vec<PathBuf>) -> Option<Vec<PathBuf>> {
        let end = Instant::now() + PAUSES;
        loop {
            let left = end.saturating_duration_since(Instant::now()).min(PAUSE);
            match self.messages.recv_timeout(left) {
                Ok(Message::Changed(more)) => paths.extend(more),
                Err(RecvTimeoutError::Timeout) => return Some(paths),
                Ok(Message::Ended) | Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    /// True if nothing changes for as long as `time`.
    #[must_use]
    pub fn rests(stale: &AtomicBool, time: Duration) -> bool {
        let end = Instant::now() + time;
        while Instant::now() < end {
            if stale.load(Ordering::Acquire) {
                return false;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    fn noticed(events: bool) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        std::fs::write(&file, "one").unwrap();
        let folders = vec![folder.path().to_owned()];
        let before = Snapshot::take(&folders);
        let (sender, messages) = mpsc::channel();
        let mut follower = Follower::new(folders, (sender.clone(), messages), events);
        let (tell, told) = mpsc::channel();
        std::thread::scope(|scope| {
            let file = &file;
            scope.spawn(move || {
                follower.follow(before, |_| {
                    // What is there when the change is told.
                    tell.send(std::fs::read_to_string(file).ok()).unwrap();
                });
            });
            let wait = Duration::from_secs(20);
            let until = |wanted: Option<&str>| {
                while told.recv_timeout(wait).unwrap().as_deref() != wanted {}
            };
            std::fs::write(file, "three").unwrap();
            until(Some("three"));
            std::fs::write(folder.path().join("b.md"), "").unwrap();
            until(Some("three"));
            std::fs::remove_file(file).unwrap();
            until(None);
            sender.send(Message::Ended).unwrap();
        });
    }

    #[test]
    fn an_edit_a_new_file_and_a_deleted_one_are_noticed_where_the_system_tells() {
        noticed(true);
    }

    #[test]
    fn and_where_it_does_not() {
        noticed(false);
    }
}
