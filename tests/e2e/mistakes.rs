//! An editor's mistakes are told all at once, each with its place, and the published site stays.

use std::path::Path;
use std::process::{Command, Output};

use crate::binaries::{binary, root};

pub fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
        } else {
            std::fs::copy(entry.path(), &target).unwrap();
        }
    }
}

fn build(folder: &Path) -> Output {
    Command::new(binary("waymark"))
        .arg("build")
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

fn edit(path: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{} has no {from:?}", path.display());
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn three_mistakes_are_three_located_diagnostics_and_the_site_stays() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("content"), &folder.path().join("content"));
    let good = build(folder.path());
    assert!(
        good.status.success(),
        "{}",
        String::from_utf8_lossy(&good.stderr)
    );
    let sums = folder.path().join("public/SHA256SUMS");
    let before = std::fs::read(&sums).unwrap();

    let content = folder.path().join("content/en");
    edit(&content.join("noticed.md"), "description =", "descripton =");
    edit(
        &content.join("urgent.md"),
        "](reporting/places.md)",
        "](reporting/places.md#nowhere)",
    );
    edit(
        &content.join("colleague.md"),
        "[[designated-staff-person]]",
        "[[designated-staff-persn]]",
    );
    let bad = build(folder.path());
    assert_eq!(bad.status.code(), Some(1));
    let said = String::from_utf8(bad.stderr).unwrap();
    for (place, what) in [
        ("en/noticed.md:", "descripton"),
        ("en/urgent.md:", "nowhere"),
        ("en/colleague.md:", "designated-staff-persn"),
    ] {
        assert!(
            said.contains(place) && said.contains(what),
            "{place} {what} in:\n{said}"
        );
    }
    assert_eq!(
        std::fs::read(&sums).unwrap(),
        before,
        "public/ is as it was"
    );
}
