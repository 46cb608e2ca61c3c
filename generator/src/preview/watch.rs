//! Noticing that a file has changed, by looking: it works alike on every file system, network
//! shares and containers included.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, SystemTime};

/// The files of some folders with what tells a change: time and size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snapshot(BTreeMap<PathBuf, (Option<SystemTime>, u64)>);

impl Snapshot {
    /// Looks at every file. What can't be looked at counts as absent.
    #[must_use]
    pub fn take(folders: &[&Path]) -> Self {
        let files = folders
            .iter()
            .flat_map(|folder| walkdir::WalkDir::new(folder).follow_links(true))
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

/// Calls `changed` after each change, until the sender of `end` is gone.
///
/// An editor that saves in several steps is waited for: only when two looks see the same does
/// the change count.
pub fn follow(
    folders: &[&Path],
    before: Snapshot,
    interval: Duration,
    end: &Receiver<()>,
    mut changed: impl FnMut(),
) {
    let mut known = before;
    let mut last = known.clone();
    while let Err(RecvTimeoutError::Timeout) = end.recv_timeout(interval) {
        let now = Snapshot::take(folders);
        if now == last && now != known {
            known = now.clone();
            changed();
        }
        last = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn an_edit_a_new_file_and_a_deleted_one_are_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        std::fs::write(&file, "one").unwrap();
        let before = Snapshot::take(&[folder.path()]);
        let (end, ended) = mpsc::channel();
        let (tell, told) = mpsc::channel();
        std::thread::scope(|scope| {
            let folder = folder.path();
            scope.spawn(move || {
                let interval = Duration::from_millis(5);
                follow(&[folder], before, interval, &ended, || {
                    tell.send(()).unwrap();
                });
            });
            let wait = Duration::from_secs(10);
            std::fs::write(&file, "three").unwrap();
            told.recv_timeout(wait).unwrap();
            std::fs::write(folder.join("b.md"), "").unwrap();
            told.recv_timeout(wait).unwrap();
            std::fs::remove_file(&file).unwrap();
            told.recv_timeout(wait).unwrap();
            drop(end);
        });
        assert!(told.try_recv().is_err());
    }
}
