//! A desk of its own, in a temporary folder, driven by the desk's program.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use waymark_desk::Vault;

use crate::binaries::binary;
use crate::post::DESK;

/// A vault and the passphrase that opens it.
pub struct Desk {
    vault: PathBuf,
    passphrase: PathBuf,
    /// The public key that the site would publish.
    pub recipient: String,
}

impl Desk {
    /// Makes a desk below `folder`.
    pub fn init(folder: &Path) -> Self {
        let passphrase = folder.join("passphrase");
        std::fs::write(&passphrase, "correct horse battery staple\n").unwrap();
        let mut desk = Self {
            vault: folder.join("vault"),
            passphrase,
            recipient: String::new(),
        };
        let said = desk.run(&["init", "--id", DESK]);
        let start = said
            .find("age1")
            .unwrap_or_else(|| panic!("no recipient in:\n{said}"));
        desk.recipient = said[start..]
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        desk
    }

    fn run(&self, arguments: &[&str]) -> String {
        let output = Command::new(binary("waymark-desk"))
            .args(arguments)
            .arg("--vault")
            .arg(&self.vault)
            .arg("--passphrase-file")
            .arg(&self.passphrase)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "waymark-desk {arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Takes what the mixer handed over.
    pub fn fetch(&self, spool: &Path) {
        self.run(&["fetch", "--spool", spool.to_str().unwrap()]);
    }

    /// What the reports that it holds say, each with the id that its writer's browser drew.
    ///
    /// Reads through the library: opening the vault takes a second on purpose, and a hundred
    /// reports would be a hundred starts of the program.
    pub fn reports(&self) -> Vec<Value> {
        let passphrase = std::fs::read_to_string(&self.passphrase).unwrap();
        let vault = Vault::open(&self.vault, &passphrase.trim_end().to_owned().into()).unwrap();
        let listing = vault.list().unwrap();
        assert!(listing.damaged.is_empty());
        listing
            .reports
            .iter()
            .map(|report| vault.read(&report.name).unwrap().report.to_json())
            .collect()
    }
}
