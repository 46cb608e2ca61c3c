//! Writes that leave the old state or the new one, whatever happens in between.
//!
//! Every file is written under `tmp/`, synced, given the day as its time, and only then renamed
//! to its place; the folder is synced after that. Rename is the one moment of change.

use std::fs::{self, File, FileTimes, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::day::Day;

/// A point just before which a write can be cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Before a temporary file or folder is made.
    Create,
    /// Half of a file's bytes are written.
    Half,
    /// All bytes are written, none is known to be on the disk.
    Sync,
    /// The temporary file is durable.
    Rename,
    /// It has its final name; the folder isn't synced yet.
    SyncFolder,
    /// Before something is removed.
    Remove,
}

/// Called before every step. An error makes the step fail as a full disk would; ending the
/// process there is what a power cut would do. Tests use both.
pub type Watch = Arc<dyn Fn(Step, &Path) -> io::Result<()> + Send + Sync>;

/// All that the vault does to the file system.
#[derive(Clone, Default)]
pub struct Disk {
    watch: Option<Watch>,
}

impl Disk {
    /// A disk that calls `watch` before every step.
    #[must_use]
    pub fn watched(watch: Watch) -> Self {
        Self { watch: Some(watch) }
    }

    fn step(&self, step: Step, path: &Path) -> io::Result<()> {
        self.watch
            .as_ref()
            .map_or(Ok(()), |watch| watch(step, path))
    }

    /// Makes a folder, readable by its owner only where the system knows owners.
    pub(crate) fn folder(&self, path: &Path) -> io::Result<()> {
        self.step(Step::Create, path)?;
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)
    }

    /// Writes and syncs a new file. `path` must not exist.
    pub(crate) fn create(&self, path: &Path, bytes: &[u8], day: Day) -> io::Result<()> {
        self.step(Step::Create, path)?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        let (first, second) = bytes.split_at(bytes.len() / 2);
        file.write_all(first)?;
        self.step(Step::Half, path)?;
        file.write_all(second)?;
        self.step(Step::Sync, path)?;
        file.set_times(
            FileTimes::new()
                .set_modified(day.midnight())
                .set_accessed(day.midnight()),
        )?;
        file.sync_all()
    }

    /// Gives a finished temporary file or folder its name. A file replaces what was there; a
    /// folder doesn't.
    pub(crate) fn rename(&self, from: &Path, to: &Path, day: Day) -> io::Result<()> {
        self.step(Step::Rename, to)?;
        if from.is_dir() {
            set_folder_day(from, day);
            sync_folder(from)?;
        }
        fs::rename(from, to)?;
        self.step(Step::SyncFolder, to)?;
        if let Some(parent) = to.parent() {
            set_folder_day(parent, day);
            sync_folder(parent)?;
        }
        Ok(())
    }

    /// Writes a file through `tmp`, in place of what was there.
    pub(crate) fn replace(
        &self,
        tmp: &Path,
        path: &Path,
        bytes: &[u8],
        day: Day,
    ) -> io::Result<()> {
        let draft = draft(tmp)?;
        self.create(&draft, bytes, day)?;
        self.rename(&draft, path, day)
    }

    /// Takes a folder out of sight in one step, then removes it.
    pub(crate) fn remove_folder(&self, tmp: &Path, path: &Path, day: Day) -> io::Result<()> {
        self.step(Step::Remove, path)?;
        let grave = draft(tmp)?;
        self.rename(path, &grave, day)?;
        if let Some(parent) = path.parent() {
            set_folder_day(parent, day);
            sync_folder(parent)?;
        }
        self.step(Step::Remove, &grave)?;
        fs::remove_dir_all(grave)
    }

    /// Empties `tmp`: what is in it was never finished.
    pub(crate) fn sweep(&self, tmp: &Path) -> io::Result<()> {
        for entry in fs::read_dir(tmp)? {
            let entry = entry?;
            self.step(Step::Remove, &entry.path())?;
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// A name under `tmp` that nobody else uses.
pub(crate) fn draft(tmp: &Path) -> io::Result<PathBuf> {
    let mut name = [0u8; 16];
    getrandom::fill(&mut name).map_err(|e| io::Error::other(e.to_string()))?;
    Ok(tmp.join(hex::encode(name)))
}

/// A folder's own time would say when its last report came. Best effort: some file systems refuse.
fn set_folder_day(path: &Path, day: Day) {
    if let Ok(folder) = File::open(path) {
        let _ = folder.set_times(FileTimes::new().set_modified(day.midnight()));
    }
}

/// Makes renames in a folder durable. Windows has no such call: NTFS journals them itself.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(windows) {
        Ok(())
    } else {
        File::open(path)?.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Fails the `n`th step and counts all.
    fn failing(n: usize) -> (Disk, Arc<AtomicUsize>) {
        let count = Arc::new(AtomicUsize::new(0));
        let seen = Arc::clone(&count);
        let disk = Disk::watched(Arc::new(move |_, _| {
            if seen.fetch_add(1, Ordering::SeqCst) == n {
                Err(io::Error::other("injected"))
            } else {
                Ok(())
            }
        }));
        (disk, count)
    }

    #[test]
    fn replace_leaves_old_or_new_at_every_step() {
        let mut outcomes = (0, 0);
        for n in 0.. {
            let dir = tempfile::tempdir().unwrap();
            let tmp = dir.path().join("tmp");
            fs::create_dir(&tmp).unwrap();
            let target = dir.path().join("file");
            Disk::default()
                .replace(&tmp, &target, b"the old state", Day::today())
                .unwrap();
            let (disk, count) = failing(n);
            let result = disk.replace(&tmp, &target, b"the new state", Day::today());
            match fs::read(&target).unwrap().as_slice() {
                b"the old state" => outcomes.0 += 1,
                b"the new state" => outcomes.1 += 1,
                other => panic!("step {n}: {other:?}"),
            }
            if count.load(Ordering::SeqCst) <= n {
                result.unwrap();
                break;
            }
            assert!(result.is_err());
        }
        assert_eq!(
            outcomes,
            (4, 2),
            "create, half, sync, rename: old; folder sync and success: new"
        );
    }

    #[test]
    fn file_time_is_the_day() {
        let dir = tempfile::tempdir().unwrap();
        let day = Day::from_number(20_000).unwrap();
        let path = dir.path().join("x");
        Disk::default().create(&path, b"x", day).unwrap();
        assert_eq!(
            fs::metadata(&path).unwrap().modified().unwrap(),
            day.midnight()
        );
    }
}
