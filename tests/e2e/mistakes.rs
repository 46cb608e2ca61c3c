//! An editor's mistakes are told all at once, each with its place, and the published site stays.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use crate::binaries::{binary, root};
use crate::example::{Example, said};

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

/// Twelve files, a mistake in each.
fn twelve() -> Example {
    let example = Example::new();
    let file = example.path().join("content/site.toml");
    let site = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("publishr = \"Us\"\n{site}")).unwrap();
    let french = std::fs::read_to_string(root().join("theme/i18n/fr.ftl")).unwrap();
    example
        .write("content/en/index.md", "In danger? [Get help](urgnt.md).\n")
        .write(
            "content/en/urgent.md",
            "+++\ntitle = \"Urgent help\"\ndescripton = \"Who to call.\"\n+++\n\n## Now {#now}\n\nCall.\n",
        )
        .write("content/en/training.md", "[What to do](urgent.md#nov)\n")
        .write("content/en/forms.md", "[The form to print](from.pdf)\n")
        .write("content/en/form.pdf", "%PDF")
        .write("content/en/contact.md", "<iframe src=\"https://example.org/map\">\n")
        .write("content/fr/urgent.md", "## Maintenant {#maintenant}\n\nAppelez.\n")
        .write("content/fr/index.md", "Chaque [[chlid]] a le droit d’être protégé.\n")
        .write(
            "content/en/glossary.toml",
            "[terms.child]\nterm = \"child\"\ndefinition = \"A person under 18.\"\nsynonyms = \"minor\"\n",
        )
        .write("content/places.toml", "[places.north]\nname = { en = \"North office\" }\ndesk = \"nroth\"\n\n[desks.north]\nstate = \"paused\"\n")
        .write("theme/i18n/fr.ftl", format!("own-greeting Bonjour\n{french}"))
        .write("theme/templates/page.html", "<h1>{{ page.titel }}</h1>\n");
    example
}

#[test]
fn twelve_mistakes_in_twelve_files_are_told_in_one_run_in_every_format() {
    let example = twelve();
    // How many pages Waymark makes itself is another matter.
    let clean = |bytes: &[u8]| {
        let text = std::str::from_utf8(bytes).unwrap();
        let (before, after) = text.split_once(".html and ").unwrap();
        let (_, after) = after.split_once(" more").unwrap();
        format!("{before}.html and N more{after}")
    };
    let human = example.waymark(&["check"]);
    let json = example.waymark(&["check", "--format", "json"]);
    let github = example.waymark(&["check", "--format", "github"]);
    for output in [&human, &json, &github] {
        assert_eq!(output.status.code(), Some(1), "{}", said(output));
    }
    assert!(human.stdout.is_empty() && json.stderr.is_empty() && github.stderr.is_empty());

    let report: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    // That nobody wrote down what the French pages follow is said once, and is no mistake in a file.
    let told: Vec<_> = report["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|told| told["code"] != "untracked-translation")
        .collect();
    let files: BTreeSet<&str> = told
        .iter()
        .filter_map(|told| told["file"].as_str())
        .collect();
    assert_eq!((told.len(), files.len()), (12, 12), "{report:#}");
    for told in &told {
        for member in ["line", "column", "source", "help"] {
            assert!(!told[member].is_null(), "{member} of {told:#}");
        }
    }
    golden("human.txt", &clean(&human.stderr));
    golden("told.json", &clean(&json.stdout));
    golden("github.txt", &clean(&github.stdout));
}

/// Compares with a file under `tests/fixtures/mistakes`; `WAYMARK_BLESS=1` writes it anew.
fn golden(name: &str, text: &str) {
    let file = root().join("tests/fixtures/mistakes").join(name);
    if std::env::var_os("WAYMARK_BLESS").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text, expected, "{name} differs; look, then WAYMARK_BLESS=1");
}

#[test]
fn a_page_that_cannot_be_read_does_not_break_links_to_it() {
    let example = Example::new();
    example
        .write(
            "content/en/urgent.md",
            b"+++\ntitle = \"Caf\xe9\"\n+++\n## Now {#now}\n",
        )
        .write(
            "content/en/index.md",
            "[Help](urgent.md#now), [all](training/all.md), [odd](<a?b.md>)\n",
        )
        .write("content/en/a?b.md", "Text.\n")
        .write("content/fr/urgent.md", "## Maintenant\n")
        .configure("[nav]\nheader = [\"urgent\"]\n");
    std::fs::create_dir(example.path().join("content/en/training")).unwrap();
    std::os::unix::fs::symlink("gone.md", example.path().join("content/en/training/all.md"))
        .unwrap();
    let output = example.waymark(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut codes: Vec<&str> = report["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|told| told["code"].as_str().unwrap())
        .filter(|code| *code != "untracked-translation")
        .collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        ["file-name", "not-utf-8", "unreadable-file"],
        "{report:#}"
    );
}

#[test]
fn a_mistake_in_a_template_names_it_its_line_and_the_page() {
    let example = Example::new();
    example.write("theme/templates/page.html", "<p>\n{{ page.titel }}\n");
    let told = said(&example.waymark(&["check"]));
    for part in [
        "theme/templates/page.html:2:",
        "titel",
        "While drawing en/index.html",
        "Did you mean “title”?",
    ] {
        assert!(told.contains(part), "{part} in:\n{told}");
    }
}

#[test]
fn severities_of_the_site_change_what_fails() {
    let example = Example::new();
    example.write("content/en/index.md", "[Help](urgnt.md)\n");
    assert_eq!(example.waymark(&["check"]).status.code(), Some(1));
    example.configure("[severity]\nbroken-link = \"warning\"\n");
    assert_eq!(example.waymark(&["check"]).status.code(), Some(0));
    example.write("content/places.toml", "[desks.a]\nstate = \"open\"\n");
    example.configure("desk-not-ready = \"off\"\n");
    let told = said(&example.waymark(&["check"]));
    assert!(
        told.contains("`desk-not-ready` is always an error"),
        "{told}"
    );
    assert!(told.contains("open with fewer than two keys"), "{told}");
}
