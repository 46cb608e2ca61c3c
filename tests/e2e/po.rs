//! PO files of the real content, through gettext's own tools, in every language.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::binaries::{binary, root};
use crate::mistakes::copy;

/// The languages that have all pages.
const FIVE: [&str; 5] = ["fr", "de", "it", "ru", "es"];

/// The sentence of `urgent.md` that an editor changes, and what it becomes.
const OLD: &str = "Do it afterwards, when you are safe.";
const NEW: &str = "Do it afterwards, once you are safe.";

/// A copy of the content under git, in which every translation is known to follow its source.
struct Copy {
    home: TempDir,
}

impl Copy {
    fn new() -> Self {
        let copied = Self {
            home: tempfile::tempdir().unwrap(),
        };
        copy(&root().join("content"), &copied.path("content"));
        copied.waymark(&["translate", "--all", "--done", "--stale-too"]);
        copied.git(&["init", "--quiet"]);
        copied.commit("the content");
        copied
    }

    fn path(&self, path: &str) -> PathBuf {
        self.home.path().join(path)
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "content"]);
        self.git(&[
            "-c",
            "user.name=E",
            "-c",
            "user.email=e@example.org",
            "commit",
            "--quiet",
            "-m",
            message,
        ]);
    }

    fn git(&self, arguments: &[&str]) {
        run(Command::new("git")
            .args(arguments)
            .current_dir(self.home.path()));
    }

    fn waymark(&self, arguments: &[&str]) -> String {
        let output = run(Command::new(binary("waymark"))
            .args(arguments)
            .current_dir(self.home.path()));
        String::from_utf8(output.stderr).unwrap()
    }

    fn tool(&self, name: &str, arguments: &[&str]) -> String {
        let output = run(Command::new(name)
            .args(arguments)
            .current_dir(self.home.path())
            .env("LC_ALL", "C.UTF-8"));
        String::from_utf8(output.stdout).unwrap()
    }

    fn export(&self, lang: &str) -> String {
        let file = format!("{lang}.po");
        self.waymark(&["po", "export", lang, "--output", &file]);
        fs::read_to_string(self.path(&file)).unwrap()
    }

    fn import(&self, lang: &str) -> String {
        self.waymark(&["po", "import", lang, &format!("{lang}.po")])
    }

    fn content(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        files(&self.path("content"))
    }

    /// The English says something else in one sentence.
    fn edit_english(&self) {
        let path = self.path("content/en/urgent.md");
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(
            text.matches(OLD).count(),
            1,
            "the sentence that this test changes"
        );
        fs::write(&path, text.replace(OLD, NEW)).unwrap();
    }
}

/// Runs a command that must succeed.
fn run(command: &mut Command) -> Output {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{told}");
    output
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap()))
        .collect()
}

/// Every language but the source's.
fn languages() -> Vec<String> {
    let folders = fs::read_dir(root().join("content"))
        .unwrap()
        .map(Result::unwrap);
    let names = folders
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name != "en").collect();
    names.sort();
    assert!(
        FIVE.iter()
            .all(|lang| names.iter().any(|name| name == lang)),
        "{names:?}"
    );
    names
}

/// The fuzzy entries of a file.
fn fuzzy(po: &str) -> Vec<&str> {
    po.split("\n\n")
        .filter(|entry| entry.contains("#, fuzzy\n"))
        .collect()
}

#[test]
fn gettext_accepts_every_file_and_an_import_changes_no_byte() {
    let site = Copy::new();
    let before = site.content();
    for lang in languages() {
        let po = site.export(&lang);
        assert_eq!(fuzzy(&po), Vec::<&str>::new(), "{lang}");
        if FIVE.contains(&lang.as_str()) {
            let file = format!("{lang}.po");
            let left = site.tool("msgattrib", &["--untranslated", &file]);
            assert_eq!(left, "", "{lang}: every text is translated");
        }
        site.tool(
            "msgfmt",
            &[
                "--check",
                "--check-header",
                "--output-file=/dev/null",
                &format!("{lang}.po"),
            ],
        );
        let told = site.import(&lang);
        assert!(told.contains("nothing to write"), "{lang}: {told}");
        // As other tools write it: lines of 80 columns.
        site.tool(
            "msgcat",
            &[
                "--output-file",
                &format!("{lang}.po"),
                &format!("{lang}.po"),
            ],
        );
        assert_ne!(
            fs::read_to_string(site.path(&format!("{lang}.po"))).unwrap(),
            po
        );
        assert!(site.import(&lang).contains("nothing to write"), "{lang}");
        assert_eq!(site.content(), before, "{lang}");
    }
    site.waymark(&["po", "export", "--template", "--output", "site.pot"]);
    site.tool(
        "msgfmt",
        &[
            "--check-format",
            "--check-domain",
            "--output-file=/dev/null",
            "site.pot",
        ],
    );
}

/// One changed sentence: that unit is fuzzy in each language, and once it is mended nothing is.
fn one_change(site: &Copy, previous: bool) {
    for lang in FIVE {
        let po = site.export(lang);
        let fuzzy = fuzzy(&po);
        let [entry] = &fuzzy[..] else {
            panic!("{lang}: {fuzzy:?}")
        };
        assert!(
            entry.contains(NEW) && entry.contains("#: en/urgent.md:"),
            "{lang}: {entry}"
        );
        assert_eq!(
            entry.contains(&format!(
                "#| msgid \"**Write down what you saw and heard.** {OLD}"
            )),
            previous,
            "{lang}: {entry}"
        );
        site.tool(
            "msgfmt",
            &["--check", "--output-file=/dev/null", &format!("{lang}.po")],
        );
        // Nobody has looked yet: the page stays behind.
        let before = site.content();
        assert!(site.import(lang).contains("nothing to write"), "{lang}");
        assert_eq!(site.content(), before);
        let path = site.path(&format!("content/{lang}/urgent.md"));
        let page = fs::read_to_string(&path).unwrap();
        // The translator adds a word to the sentence.
        let old = entry
            .split_once("\nmsgstr \"")
            .unwrap()
            .1
            .trim_end()
            .trim_end_matches('"');
        assert_eq!(page.matches(old).count(), 1, "{lang}: {old}");
        let new = format!("{old} (ok)");
        let mended = po.replace(&format!("msgstr \"{old}\""), &format!("msgstr \"{new}\""));
        fs::write(site.path(&format!("{lang}.po")), mended).unwrap();
        site.tool(
            "msgattrib",
            &[
                "--clear-fuzzy",
                "--no-wrap",
                "--output-file",
                &format!("{lang}.po"),
                &format!("{lang}.po"),
            ],
        );
        let told = site.import(lang);
        assert!(told.contains("1 taken over"), "{lang}: {told}");
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            page.replace(old, &new),
            "{lang}: only that sentence"
        );
        let changed: Vec<PathBuf> = site
            .content()
            .into_iter()
            .filter(|(path, bytes)| before.get(path) != Some(bytes))
            .map(|(path, _)| path)
            .collect();
        assert_eq!(
            changed,
            [
                site.path(&format!("content/{lang}/translations.lock")),
                path
            ],
            "{lang}"
        );
        let po = site.export(lang);
        assert!(!po.contains("#, fuzzy"), "{lang}: current again");
    }
}

#[test]
fn one_changed_sentence_is_fuzzy_in_all_five_until_it_is_mended() {
    let site = Copy::new();
    site.edit_english();
    one_change(&site, true);
}

#[test]
fn the_same_in_a_shallow_clone() {
    let site = Copy::new();
    site.edit_english();
    site.commit("another word");
    let clone = Copy {
        home: tempfile::tempdir().unwrap(),
    };
    let from = format!("file://{}", site.home.path().display());
    clone.git(&["clone", "--quiet", "--depth", "1", &from, "."]);
    let told = clone.waymark(&["po", "export", "fr"]);
    assert!(
        told.contains("shallow"),
        "it says why the old text is missing: {told}"
    );
    one_change(&clone, false);
}

#[test]
fn a_file_that_followed_the_template_by_msgmerge_is_imported() {
    let site = Copy::new();
    let lang = "de";
    site.export(lang);
    site.edit_english();
    site.waymark(&["po", "export", "--template", "--output", "site.pot"]);
    site.tool(
        "msgmerge",
        &[
            "--quiet",
            "--update",
            "--backup=none",
            "--previous",
            "de.po",
            "site.pot",
        ],
    );
    let merged = fs::read_to_string(site.path("de.po")).unwrap();
    assert!(
        merged.contains("#, fuzzy"),
        "msgmerge finds the sentence alike"
    );
    let told = site.import(lang);
    assert!(
        told.contains("nothing to write"),
        "a guess isn't taken over: {told}"
    );
    site.tool(
        "msgattrib",
        &[
            "--only-fuzzy",
            "--clear-fuzzy",
            "--clear-previous",
            "--output-file=part.po",
            "de.po",
        ],
    );
    let told = site.waymark(&["po", "import", lang, "part.po"]);
    assert!(told.contains("1 confirmed"), "{told}");
    assert!(!site.export(lang).contains("#, fuzzy"));
}

#[test]
fn files_of_any_script_and_of_pages_out_of_step_are_accepted_too() {
    let home = tempfile::tempdir().unwrap();
    copy(
        &root().join("tests/fixtures/corpus"),
        &home.path().join("content"),
    );
    let before = files(&home.path().join("content"));
    let waymark = |arguments: &[&str]| {
        let output = Command::new(binary("waymark"))
            .args(arguments)
            .current_dir(home.path())
            .output()
            .unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    for lang in ["ar", "fa", "fr", "hi", "ja", "ru", "ta", "zh-hans"] {
        let (code, told) = waymark(&["po", "export", lang, "--output", "a.po"]);
        // Some of these pages don't follow their source, and that is told.
        assert_eq!(
            code,
            Some(i32::from(told.contains("po-structure"))),
            "{lang}: {told}"
        );
        run(Command::new("msgfmt")
            .args(["--check", "--output-file=/dev/null", "a.po"])
            .current_dir(home.path()));
        let (code, told) = waymark(&["po", "import", lang, "a.po"]);
        assert_eq!(code, Some(0), "{lang}: {told}");
        assert!(told.contains("nothing to write"), "{lang}: {told}");
        fs::remove_file(home.path().join("a.po")).unwrap();
    }
    assert_eq!(files(&home.path().join("content")), before);
    let (_, told) = waymark(&["po", "export", "ja", "--output", "a.po"]);
    assert!(
        told.contains("99 fuzzy"),
        "nobody wrote down what they follow: {told}"
    );
    run(Command::new("msgattrib")
        .args(["--clear-fuzzy", "--output-file=a.po", "a.po"])
        .current_dir(home.path()));
    let (code, told) = waymark(&["po", "import", "ja", "a.po"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("99 confirmed"), "{told}");
}
