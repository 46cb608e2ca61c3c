//! A small site to break: what `waymark explain` calls its example.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::binaries::binary;

const FILES: &[(&str, &str)] = &[
    (
        "content/site.toml",
        "id = \"example\"\nsource_language = \"en\"\ntitle = { en = \"Example\", fr = \"Exemple\" }\n\n[languages.en]\nname = \"English\"\n\n[languages.fr]\nname = \"Français\"\npages = []\n",
    ),
    (
        "content/en/index.md",
        "+++\ntitle = \"Home\"\n+++\n\nA sentence.\n",
    ),
    (
        "content/en/urgent.md",
        "+++\ntitle = \"Urgent\"\n+++\n\n## Now {#now}\n\nCall.\n",
    ),
    (
        "content/en/glossary.toml",
        "[terms.child]\nterm = \"child\"\ndefinition = \"A person under 18.\"\n",
    ),
];

/// The time that builds of the example count as their own: 2026-01-01.
const TIME: &str = "1767225600";

/// The example in a folder of its own.
pub struct Example {
    folder: tempfile::TempDir,
}

impl Example {
    /// The site as it is.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let example = Self { folder };
        for (path, text) in FILES {
            example.write(path, text);
        }
        example
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file. A page without front matter gets one with its name as title.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        let file = self.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        let mut bytes = Vec::new();
        let own = text.as_ref().starts_with(b"+++") || text.as_ref().starts_with(b"---");
        if file.extension() == Some("md".as_ref()) && !own {
            let name = file.file_stem().unwrap().to_string_lossy().replace('"', "");
            bytes.extend(format!("+++\ntitle = \"The page {name}\"\n+++\n\n").bytes());
        }
        bytes.extend(text.as_ref());
        std::fs::write(file, bytes).unwrap();
        self
    }

    /// Adds to the end of `content/site.toml`.
    pub fn configure(&self, text: &str) -> &Self {
        let file = self.path().join("content/site.toml");
        let before = std::fs::read_to_string(&file).unwrap();
        std::fs::write(file, before + "\n" + text).unwrap();
        self
    }

    /// `waymark` in this folder, with these arguments.
    pub fn waymark(&self, arguments: &[&str]) -> Output {
        self.prepare(&mut Command::new(binary("waymark")))
            .args(arguments)
            .output()
            .unwrap()
    }

    /// A line for the shell in this folder; `waymark` is the binary under test.
    pub fn shell(&self, line: &str) -> Output {
        self.prepare(Command::new("sh").args(["-ec", line]))
            .output()
            .unwrap()
    }

    /// A command in this folder, in which nothing depends on the machine.
    fn prepare<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let bin = binary("waymark").parent().unwrap().to_owned();
        let paths = std::env::var_os("PATH").unwrap_or_default();
        let mut all: Vec<PathBuf> = vec![bin];
        all.extend(std::env::split_paths(&paths));
        command
            .current_dir(self.path())
            .env("PATH", std::env::join_paths(all).unwrap())
            .env("NO_COLOR", "1")
            .env("SOURCE_DATE_EPOCH", TIME)
            .env_remove("GITHUB_WORKSPACE")
            .env("NO_PROXY", "*")
            .env("no_proxy", "*")
    }
}

/// Standard output and error as text.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
