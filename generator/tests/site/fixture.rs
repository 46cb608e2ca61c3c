//! A small site in two languages, in a folder of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const SITE: &str = r#"
id = "test"
title = { en = "Field guide", fr = "Guide de terrain" }
source_language = "en"
publisher = ""
base_url = ""
exit_url = "https://weather.example/"

[languages.en]
name = "English"

[languages.fr]
name = "Français"

[references.provisions]
file = "provisions.toml"
coverage = "error"

[reporting]
relay = ""
stamp_bits = 8
not_site_of = "OSCE"

[nav]
header = ["guide/index"]
footer = ["glossary"]
urgent = "urgent"
"#;

const FILES: [(&str, &str); 16] = [
    ("content/site.toml", SITE),
    ("content/places.toml", ""),
    (
        "content/provisions.toml",
        "[P1]\nforce = \"SHOULD\"\nwho = [\"ALL\"]\nlines = \"1\"\nsummary = \"Tell somebody.\"\n",
    ),
    (
        "content/en/index.md",
        "+++\ntitle = \"Field guide\"\nlayout = \"home\"\n+++\n\n- [The guide](guide/index.md) — begin here\n",
    ),
    (
        "content/en/urgent.md",
        "+++\ntitle = \"Urgent help\"\n+++\n\n> [!CAUTION]\n> Call.\n",
    ),
    (
        "content/en/guide/index.md",
        "+++\ntitle = \"The guide\"\norder = 1\n+++\n\nRead [the first part](first.md#why) of it.\n",
    ),
    (
        "content/en/guide/first.md",
        "+++\ntitle = \"First part\"\ndescription = \"What to do first.\"\norder = 1\nprovisions = [\"P1\"]\n+++\n\nA [[victim]] counts.\n\n## Why {#why}\n\nBecause of [this table](../files/table.csv).\n\n### Deeper {#deeper}\n\nSee [home](../index.md).\n",
    ),
    (
        "content/en/guide/second.md",
        "+++\ntitle = \"Second & last part\"\norder = 2\n+++\n\nOnly in English so far. [Back](first.md#why)\n",
    ),
    (
        "content/en/glossary.md",
        "+++\ntitle = \"Glossary\"\nlayout = \"glossary\"\n+++\n\nWords.\n",
    ),
    (
        "content/en/glossary.toml",
        "[terms.victim]\nterm = \"victim\"\ndefinition = \"A person.\"\nsynonyms = [\"survivor\"]\n",
    ),
    ("content/en/files/table.csv", "a,b\n1,2\n"),
    (
        "content/fr/index.md",
        "+++\ntitle = \"Guide de terrain\"\nlayout = \"home\"\n+++\n\n- [Le guide](guide/index.md) — commencez ici\n",
    ),
    (
        "content/fr/urgent.md",
        "+++\ntitle = \"Aide urgente\"\n+++\n\n> [!CAUTION]\n> Appelez.\n",
    ),
    (
        "content/fr/guide/index.md",
        "+++\ntitle = \"Le guide\"\norder = 1\n+++\n\nLisez [la première partie](first.md#why).\n",
    ),
    (
        "content/fr/guide/first.md",
        "+++\ntitle = \"Première partie\"\norder = 1\nprovisions = [\"P1\"]\n+++\n\nUne [[victim|victime]] compte.\n\n## Pourquoi {#why}\n\nÀ cause de [ce tableau](../files/table.csv).\n\n### Plus loin {#deeper}\n\nVoir [l’accueil](../index.md).\n",
    ),
    (
        "content/fr/glossary.toml",
        "[terms.victim]\nterm = \"victime\"\ndefinition = \"Une personne.\"\nsynonyms = [\"survivante\"]\n",
    ),
];

/// A site under test.
pub struct TestSite {
    home: TempDir,
}

/// What a run of the binary came to.
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl TestSite {
    /// Writes the site.
    pub fn new() -> Self {
        let site = Self {
            home: tempfile::tempdir().expect("a folder"),
        };
        for (path, text) in FILES {
            site.write(path, text);
        }
        site
    }

    /// An empty folder.
    pub fn empty() -> Self {
        Self {
            home: tempfile::tempdir().expect("a folder"),
        }
    }

    /// Adds or replaces a file.
    pub fn with(self, path: &str, text: &str) -> Self {
        self.write(path, text);
        self
    }

    /// Replaces some words of a file that has them.
    pub fn edited(self, path: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.path(path)).expect("the file");
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, &text.replace(from, to));
        self
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// A path in the site's folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.home.path().join(path)
    }

    /// Runs `waymark` in the site's folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_at(None, arguments)
    }

    /// As [`TestSite::run`], at a time: `SOURCE_DATE_EPOCH`.
    pub fn run_on(&self, seconds: &str, arguments: &[&str]) -> Run {
        self.run_at(Some(seconds), arguments)
    }

    fn run_at(&self, seconds: Option<&str>, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_waymark"));
        command
            .args(arguments)
            .current_dir(self.home.path())
            .env_remove("SOURCE_DATE_EPOCH");
        if let Some(seconds) = seconds {
            command.env("SOURCE_DATE_EPOCH", seconds);
        }
        let output = command.output().expect("the binary runs");
        Run {
            code: output.status.code().expect("a code"),
            stdout: String::from_utf8(output.stdout).expect("text"),
            stderr: String::from_utf8(output.stderr).expect("text"),
        }
    }

    /// Builds to `public`, which must succeed, and reads what was written.
    pub fn built(&self) -> BTreeMap<String, Vec<u8>> {
        let run = self.run(&["build"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        self.read("public")
    }

    /// A page that a build wrote.
    pub fn page(&self, path: &str) -> String {
        fs::read_to_string(self.path("public").join(path))
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// All files of a folder.
    pub fn read(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        read(&self.path(folder))
    }
}

/// All files below a folder by their path from it, with `/`.
pub fn read(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("readable"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("below");
            let name = path.to_str().expect("UTF-8").replace('\\', "/");
            (name, fs::read(entry.path()).expect("readable"))
        })
        .collect()
}
