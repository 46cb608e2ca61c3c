//! Replacing several files: all of them or none.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file as it shall be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// Where it lies, or shall lie.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// A file couldn't be written; the others are as they were.
#[derive(Debug, thiserror::Error)]
#[error("{} can't be written: {source}", path.display())]
pub struct ReplaceError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

/// Writes all files beside their places, then lets them take those places in order. What fails
/// before that leaves everything as it was; what fails in between is taken back.
pub fn all(files: &[Replacement]) -> Result<(), ReplaceError> {
    let mut ready = Vec::with_capacity(files.len());
    for file in files {
        let written = prepare(file).map_err(|source| ReplaceError {
            path: file.path.clone(),
            source,
        })?;
        ready.push(written);
    }
    let mut done: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
    for (path, old, written) in ready {
        if let Err(error) = written.persist(&path) {
            for (path, old) in done.into_iter().rev() {
                // The first error is the one to tell.
                let _ = match old {
                    Some(bytes) => fs::write(&path, bytes),
                    None => fs::remove_file(&path),
                };
            }
            return Err(ReplaceError {
                path,
                source: error.error,
            });
        }
        done.push((path, old));
    }
    Ok(())
}

type Ready = (PathBuf, Option<Vec<u8>>, NamedTempFile);

fn prepare(file: &Replacement) -> io::Result<Ready> {
    // A link stays a link to the same file.
    let path = fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone());
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let old = match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let mut written = tempfile::Builder::new()
        .prefix(".waymark-")
        .tempfile_in(folder)?;
    written.write_all(file.text.as_bytes())?;
    if old.is_some() {
        let metadata = fs::metadata(&path)?;
        if metadata.permissions().readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        fs::set_permissions(written.path(), metadata.permissions())?;
    } else {
        readable(written.as_file())?;
    }
    written.as_file().sync_all()?;
    Ok((path, old, written))
}

/// Temporary files are their owner's alone; content is everybody's.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_fails_leaves_all_as_they_were() {
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name);
        fs::write(path("a"), "old").unwrap();
        let file = |name: &str| Replacement {
            path: path(name),
            text: "new".to_owned(),
        };
        // Where a folder is made for the last, no file can stand: that fails after the first two.
        assert!(all(&[file("a"), file("n"), file("b"), file("b/c")]).is_err());
        assert_eq!(fs::read_to_string(path("a")).unwrap(), "old");
        assert!(!path("n").exists());
        all(&[file("a"), file("x/y")]).unwrap();
        assert_eq!(fs::read_to_string(path("a")).unwrap(), "new");
        assert_eq!(fs::read_to_string(path("x/y")).unwrap(), "new");
        let left: Vec<_> = fs::read_dir(home.path()).unwrap().collect();
        assert_eq!(left.len(), 3, "a, b and x; no temporary file stays");
    }
}
