//! Where the binaries under test are, and the tree they are tested on.

use std::path::{Path, PathBuf};

/// The folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests crate lies in the repository")
}

/// A built binary. There is no default folder, so that nothing old is tested by accident.
pub fn binary(name: &str) -> PathBuf {
    let folder = std::env::var_os("WAYMARK_BIN_DIR")
        .expect("WAYMARK_BIN_DIR is not set: start the tests with tests/run");
    let path = Path::new(&folder).join(name);
    assert!(path.is_file(), "{} is not built", path.display());
    path
}
