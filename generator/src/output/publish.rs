//! The output folder is replaced whole or not at all.
//!
//! The new site is written to a folder beside (`.public.waymark-new`), brought to the disk, and
//! then the two folders change names in one step (`renameat2(RENAME_EXCHANGE)`). Where the file
//! system has no such step, two renames do it; should the machine stop between them, the next
//! start puts the old site back. Whoever reads the folder meanwhile sees one site or the other.

use crate::url::OutputPath;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;

/// The file that says that a folder was made by Waymark and may be replaced by it.
pub const MARKER: &str = ".waymark";

const MARKER_TEXT: &[u8] =
    b"Waymark made this folder and replaces it whole at each build. Keep nothing of yours in it.\n";

/// The files of a site by their path from the root.
pub type Files = BTreeMap<OutputPath, Arc<[u8]>>;

/// Why a site was not written. The folder is then as it was before.
#[derive(Debug, Error)]
pub enum PublishError {
    /// The folder has content and no marker.
    #[error("{0} is not empty and was not made by Waymark")]
    Foreign(PathBuf),
    /// The output is a file.
    #[error("{0} is a file, not a folder")]
    NotAFolder(PathBuf),
    /// Output and input lie within each other: writing one would destroy or feed the other.
    #[error("the output folder {output} and the {what} folder {input} lie one within the other")]
    Overlap {
        /// The output folder.
        output: PathBuf,
        /// What the other folder is: `content` or `theme`.
        what: &'static str,
        /// The other folder.
        input: PathBuf,
    },
    /// The output is somebody's home, or a folder around it.
    #[error("{0} is your home folder, or holds it")]
    Home(PathBuf),
    /// The path has no last component (`/`, `..`).
    #[error("{0} can't be an output folder")]
    NoName(PathBuf),
    /// The file system said no.
    #[error("cannot {action} {path}: {source}")]
    Io {
        /// What was tried, as a verb: `create`, `write`, `rename`.
        action: &'static str,
        /// Where.
        path: PathBuf,
        /// What the system answered.
        source: io::Error,
    },
}

impl PublishError {
    /// What to do about it, where there is more to say than the error does.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Foreign(_) => Some(
                "choose another folder with --output, or empty this one yourself if nothing in it is needed",
            ),
            Self::Overlap { .. } => {
                Some("choose an --output folder beside the other, such as `public`")
            }
            Self::Home(_) => {
                Some("the output folder is replaced whole: choose one below it, such as `public`")
            }
            Self::NotAFolder(_) | Self::NoName(_) => Some("choose another folder with --output"),
            Self::Io { source, .. }
                if matches!(
                    source.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
                ) =>
            {
                Some(
                    "the new site is written beside the old one: you must be allowed to write in the folder that holds the output folder",
                )
            }
            Self::Io { source, .. }
                if matches!(
                    source.kind(),
                    io::ErrorKind::StorageFull
                        | io::ErrorKind::QuotaExceeded
                        | io::ErrorKind::FileTooLarge
                ) =>
            {
                Some(
                    "the new site is written beside the old one, which stays as it was: make room for both",
                )
            }
            Self::Io { .. } => None,
        }
    }
}

fn failed(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> PublishError {
    let path = path.to_owned();
    move |source| PublishError::Io {
        action,
        path,
        source,
    }
}

/// An output folder that was looked at and may be replaced.
#[derive(Debug)]
pub struct Destination {
    target: PathBuf,
    new: PathBuf,
    old: PathBuf,
}

impl Destination {
    /// Checks `output` against the `inputs` (what they are, where they are) and puts right what an
    /// interrupted run left. Nothing is written but that.
    pub fn prepare(output: &Path, inputs: &[(&'static str, &Path)]) -> Result<Self, PublishError> {
        let target = resolve(output)?;
        for (what, input) in inputs {
            let Ok(resolved) = fs::canonicalize(input) else {
                // A missing input is another part's error; it can't overlap.
                continue;
            };
            if resolved.starts_with(&target) || target.starts_with(&resolved) {
                return Err(PublishError::Overlap {
                    output: output.to_owned(),
                    what,
                    input: (*input).to_owned(),
                });
            }
        }
        let home = std::env::home_dir().and_then(|home| fs::canonicalize(home).ok());
        if home.is_some_and(|home| home.starts_with(&target)) {
            return Err(PublishError::Home(output.to_owned()));
        }
        let name = target
            .file_name()
            .ok_or_else(|| PublishError::NoName(output.to_owned()))?;
        let beside = |suffix: &str| target.with_file_name(sibling(name, suffix));
        let destination = Self {
            new: beside("new"),
            old: beside("old"),
            target: target.clone(),
        };
        destination.recover()?;
        if may_be_replaced(&target)? {
            Ok(destination)
        } else {
            Err(PublishError::Foreign(output.to_owned()))
        }
    }

    /// Where the site will be.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.target
    }

    /// Writes `files` beside, then lets them take the folder's place.
    pub fn replace(&self, files: &Files) -> Result<(), PublishError> {
        let parent = self.target.parent().unwrap_or(Path::new("/"));
        fs::create_dir_all(parent).map_err(failed("create", parent))?;
        let _alone = lock(parent);
        remove(&self.new)?;
        let written = self.write(files).and_then(|()| self.exchange(parent));
        if written.is_err() {
            // What is half written is of no use; the error is what counts.
            let _ = remove(&self.new);
        }
        written
    }

    fn write(&self, files: &Files) -> Result<(), PublishError> {
        fs::create_dir(&self.new).map_err(failed("create", &self.new))?;
        // First, so that a folder left by a crash is known as ours.
        write_file(&self.new.join(MARKER), MARKER_TEXT)?;
        let mut folder = PathBuf::new();
        for (path, bytes) in files {
            let path = self.new.join(path.as_str());
            let parent = path.parent().unwrap_or(&self.new);
            if folder != parent {
                fs::create_dir_all(parent).map_err(failed("create", parent))?;
                parent.clone_into(&mut folder);
            }
            write_file(&path, bytes)?;
        }
        settle(&self.new)
    }

    fn exchange(&self, parent: &Path) -> Result<(), PublishError> {
        if self.target.exists() {
            if swap(&self.new, &self.target).is_err() {
                remove(&self.old)?;
                fs::rename(&self.target, &self.old).map_err(failed("rename", &self.target))?;
                if let Err(error) = fs::rename(&self.new, &self.target) {
                    // Back to the site that was there.
                    fs::rename(&self.old, &self.target).map_err(failed("rename", &self.old))?;
                    return Err(failed("rename", &self.new)(error));
                }
            }
        } else {
            fs::rename(&self.new, &self.target).map_err(failed("rename", &self.new))?;
        }
        sync_folder(parent)?;
        // After the exchange the old site bears the new one's name.
        remove(&self.new)?;
        remove(&self.old)
    }

    /// After a run that stopped half way: an old site without a successor goes back to its place.
    fn recover(&self) -> Result<(), PublishError> {
        if is_ours(&self.old) && !self.target.exists() {
            fs::rename(&self.old, &self.target).map_err(failed("rename", &self.old))?;
        }
        Ok(())
    }
}

fn sibling(name: &OsStr, suffix: &str) -> OsString {
    let mut sibling = OsString::from(".");
    sibling.push(name);
    sibling.push(".waymark-");
    sibling.push(suffix);
    sibling
}

/// The absolute path without symbolic links; the last components need not exist.
fn resolve(output: &Path) -> Result<PathBuf, PublishError> {
    let absolute = std::path::absolute(output).map_err(failed("resolve", output))?;
    let mut missing = Vec::new();
    let mut present = absolute.as_path();
    loop {
        match fs::canonicalize(present) {
            Ok(mut path) => {
                path.extend(missing.iter().rev());
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                match (present.file_name(), present.parent()) {
                    (Some(name), Some(parent)) => {
                        missing.push(name.to_owned());
                        present = parent;
                    }
                    _ => return Err(PublishError::NoName(output.to_owned())),
                }
            }
            Err(error) => return Err(failed("resolve", output)(error)),
        }
    }
}

fn may_be_replaced(folder: &Path) -> Result<bool, PublishError> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none() || is_ours(folder)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            Err(PublishError::NotAFolder(folder.to_owned()))
        }
        Err(error) => Err(failed("read", folder)(error)),
    }
}

fn is_ours(folder: &Path) -> bool {
    folder.join(MARKER).is_file()
}

/// Removes a folder of ours; one that isn't is an error, never a loss.
fn remove(folder: &Path) -> Result<(), PublishError> {
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Ok(_) if may_be_replaced(folder)? => {
            fs::remove_dir_all(folder).map_err(failed("remove", folder))
        }
        _ => Err(PublishError::Foreign(folder.to_owned())),
    }
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    File::create(path)
        .and_then(|mut file| file.write_all(bytes))
        .map_err(failed("write", path))
}

/// Two builds into one folder take turns. File systems that can't lock go without.
fn lock(parent: &Path) -> Option<File> {
    let folder = File::open(parent).ok()?;
    folder.lock().ok()?;
    Some(folder)
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn swap(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(Into::into)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Brings everything below `folder` to the disk, so that the exchange can't outrun the bytes.
fn settle(folder: &Path) -> Result<(), PublishError> {
    // Tens of thousands of small files one by one take several times as long as all at once.
    if sync_all_at_once(folder).is_ok() {
        return Ok(());
    }
    let entries: Result<Vec<_>, _> = walkdir::WalkDir::new(folder).into_iter().collect();
    let entries = entries.map_err(|error| PublishError::Io {
        action: "read",
        path: folder.to_owned(),
        source: error.into(),
    })?;
    // At once, since a disk writes many files hardly slower than one.
    entries.par_iter().try_for_each(|entry| {
        if entry.file_type().is_dir() {
            sync_folder(entry.path())
        } else {
            File::open(entry.path())
                .and_then(|file| file.sync_all())
                .map_err(failed("sync", entry.path()))
        }
    })
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn sync_all_at_once(folder: &Path) -> io::Result<()> {
    rustix::fs::syncfs(File::open(folder)?).map_err(Into::into)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn sync_all_at_once(_: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn sync_folder(folder: &Path) -> Result<(), PublishError> {
    // Folders can be opened and synced on Unix only.
    if cfg!(unix) {
        File::open(folder)
            .and_then(|file| file.sync_all())
            .map_err(failed("sync", folder))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str) -> OutputPath {
        OutputPath::new(path).expect("path")
    }

    fn site(text: &str) -> Files {
        Files::from([(path("en/index.html"), Arc::from(text.as_bytes()))])
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("folder")
            .map(|entry| {
                entry
                    .expect("entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_second_build_takes_the_firsts_place_and_leaves_nothing_beside() {
        let home = tempfile::tempdir().expect("tempdir");
        let output = home.path().join("public");
        for text in ["one", "two"] {
            let destination = Destination::prepare(&output, &[]).expect("free");
            destination.replace(&site(text)).expect("written");
            let page = fs::read_to_string(output.join("en/index.html")).expect("page");
            assert_eq!(page, text);
        }
        assert_eq!(names(home.path()), ["public"]);
        assert_eq!(names(&output), [MARKER, "en"]);
    }

    #[test]
    fn a_foreign_folder_is_refused_and_kept() {
        let home = tempfile::tempdir().expect("tempdir");
        fs::write(home.path().join("thesis.txt"), "years").expect("write");
        let refused = Destination::prepare(home.path(), &[]);
        assert!(matches!(refused, Err(PublishError::Foreign(_))));
        assert_eq!(names(home.path()), ["thesis.txt"]);
    }

    #[test]
    fn output_and_content_may_not_hold_each_other() {
        let home = tempfile::tempdir().expect("tempdir");
        let content = home.path().join("content");
        fs::create_dir(&content).expect("folder");
        for output in [
            home.path().to_owned(),
            content.join("public"),
            content.clone(),
        ] {
            let refused = Destination::prepare(&output, &[("content", &content)]);
            assert!(
                matches!(refused, Err(PublishError::Overlap { .. })),
                "{output:?}"
            );
        }
    }

    #[test]
    fn a_folder_that_one_may_not_write_is_explained() {
        let refused = |kind| failed("create", Path::new("x"))(io::Error::from(kind)).help();
        assert!(refused(io::ErrorKind::PermissionDenied).is_some());
        assert!(refused(io::ErrorKind::ReadOnlyFilesystem).is_some());
        assert!(refused(io::ErrorKind::StorageFull).is_some());
        assert!(refused(io::ErrorKind::Interrupted).is_none());
    }

    #[test]
    fn a_run_that_stopped_between_two_renames_is_put_right() {
        let home = tempfile::tempdir().expect("tempdir");
        let output = home.path().join("public");
        let destination = Destination::prepare(&output, &[]).expect("free");
        destination.replace(&site("old")).expect("written");
        fs::rename(&output, home.path().join(".public.waymark-old")).expect("rename");
        fs::create_dir(home.path().join(".public.waymark-new")).expect("folder");
        let destination = Destination::prepare(&output, &[]).expect("recovered");
        let page = fs::read_to_string(output.join("en/index.html")).expect("page");
        assert_eq!(page, "old");
        destination.replace(&site("new")).expect("written");
        assert_eq!(names(home.path()), ["public"]);
    }

    #[test]
    fn a_site_that_cannot_be_written_leaves_the_old_one() {
        let home = tempfile::tempdir().expect("tempdir");
        let output = home.path().join("public");
        let destination = Destination::prepare(&output, &[]).expect("free");
        destination.replace(&site("old")).expect("written");
        // A file where a folder must be: writing stops half way.
        let mut broken = site("new");
        broken.insert(path("a"), Arc::from(b"file".as_slice()));
        broken.insert(path("a/b.html"), Arc::from(b"page".as_slice()));
        assert!(destination.replace(&broken).is_err());
        let page = fs::read_to_string(output.join("en/index.html")).expect("page");
        assert_eq!(page, "old");
        assert_eq!(names(home.path()), ["public"]);
    }
}
