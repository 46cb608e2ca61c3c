//! A desk, a queue, and reports sealed as a browser would seal them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use age::secrecy::SecretString;
use serde_json::{Value, json};
use waymark_desk::vault::{NewVault, Vault};
use waymark_relay::clock::Day;
use waymark_relay::envelope::{self, Recipients};
use waymark_relay::frame::Frame;
use waymark_relay::plaintext;

pub const PASSPHRASE: &str = "correct horse battery staple";
/// 2026-11-23.
pub const DAY: u32 = 20_780;

pub struct Desk {
    pub dir: tempfile::TempDir,
}

impl Desk {
    /// A new desk `demo` with an empty queue, made by the real program.
    pub fn new() -> Self {
        let desk = Self::without_vault();
        let spool = desk.path("spool");
        let out = desk.run(&[
            "init",
            "--id",
            "demo",
            "--work-factor",
            "2",
            "--json",
            "--spool",
            spool.to_str().unwrap(),
        ]);
        assert!(
            out.status.success(),
            "{}",
            String::from_utf8_lossy(&out.stderr)
        );
        desk
    }

    pub fn without_vault() -> Self {
        let desk = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        fs::write(desk.path("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        for folder in ["tmp", "new", "cur"] {
            fs::create_dir_all(desk.queue().join(folder)).unwrap();
        }
        desk
    }

    /// The same, made by the library: for tests that need no binary.
    pub fn in_process() -> Self {
        let desk = Self::without_vault();
        Vault::create(&NewVault {
            folder: &desk.vault_folder(),
            desk: "demo",
            passphrase: &passphrase(),
            work_factor: Some(2),
            also: &[],
            spool: Some(desk.path("spool")),
        })
        .unwrap();
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn vault_folder(&self) -> PathBuf {
        self.path("vault")
    }

    pub fn queue(&self) -> PathBuf {
        self.path("spool/demo/desk")
    }

    pub fn vault(&self) -> Vault {
        Vault::open(&self.vault_folder(), &passphrase()).unwrap()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_waymark-desk"));
        command
            .arg("--vault")
            .arg(self.vault_folder())
            .arg("--passphrase-file")
            .arg(self.path("passphrase"))
            .args(args);
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs with `--json`, expecting the exit code.
    pub fn json(&self, code: i32, args: &[&str]) -> Value {
        let out = self.command(args).arg("--json").output().unwrap();
        let stderr = String::from_utf8_lossy(&out.stderr);
        assert_eq!(out.status.code(), Some(code), "{args:?}: {stderr}");
        serde_json::from_slice(&out.stdout).unwrap()
    }

    pub fn recipient(&self) -> String {
        Vault::manifest_of(&self.vault_folder()).unwrap().keys[0]
            .recipient
            .clone()
    }

    pub fn put(&self, body: &[u8]) {
        let mut name = [0u8; 16];
        getrandom::fill(&mut name).unwrap();
        fs::write(self.queue().join("new").join(hex::encode(name)), body).unwrap();
    }

    /// Messages waiting or being read.
    pub fn queued(&self) -> usize {
        ["new", "cur"]
            .iter()
            .map(|f| fs::read_dir(self.queue().join(f)).unwrap().count())
            .sum()
    }

    /// What the end of the visibility timeout does to messages that a crashed reader had.
    pub fn expire_claims(&self) {
        for entry in fs::read_dir(self.queue().join("cur")).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .file_name()
                .unwrap()
                .to_str()
                .unwrap()
                .split(',')
                .next()
                .unwrap()
                .to_owned();
            fs::rename(&path, self.queue().join("new").join(name)).unwrap();
        }
    }

    /// A frame for this desk.
    pub fn frame(&self, report: &Value) -> Vec<u8> {
        frame(&age_file(&report.to_string(), &[&self.recipient()]))
    }
}

pub fn passphrase() -> SecretString {
    SecretString::from(PASSPHRASE.to_owned())
}

/// A report's JSON; `n` makes the id.
pub fn report(n: u32, answers: &Value) -> Value {
    json!({
        "v": 1, "id": format!("{n:032x}"), "instance": "test-site", "desk": "demo", "lang": "fr",
        "answers": answers,
        "receipt": {"reply": "R".repeat(43), "thread": "T".repeat(43)},
    })
}

/// Pads and seals.
pub fn age_file(json: &str, recipients: &[&str]) -> Vec<u8> {
    let mut plain = json.as_bytes().to_vec();
    assert!(plain.len() <= plaintext::LENGTH);
    plain.resize(plaintext::LENGTH, b' ');
    seal(&plain, recipients)
}

/// Seals a plaintext of the right length.
pub fn seal(plain: &[u8], recipients: &[&str]) -> Vec<u8> {
    envelope::seal(plain, &Recipients::parse(recipients).unwrap()).unwrap()
}

pub fn frame(age: &[u8]) -> Vec<u8> {
    Frame {
        day: Day(DAY),
        nonce: 0,
        age,
    }
    .build()
    .unwrap()
}

/// Every file below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
