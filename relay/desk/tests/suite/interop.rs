//! Debian's age opens what the vault holds, without this program.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use age::secrecy::ExposeSecret;
use serde_json::json;

use crate::harness::{Desk, report};

fn stock_age(key: &Path, file: &Path) -> Vec<u8> {
    let out = Command::new("age")
        .arg("-d")
        .arg("-i")
        .arg(key)
        .arg(file)
        .stderr(Stdio::inherit())
        .output();
    let out = out.expect("age is installed (Debian package `age`)");
    assert!(out.status.success(), "{}", file.display());
    out.stdout
}

#[test]
fn stock_age_opens_every_file_of_the_vault() {
    let desk = Desk::in_process();
    desk.put(&desk.frame(&report(1, &json!({"what": "Слово"}))));
    desk.put(b"poison");
    desk.json(5, &["fetch"]);
    let vault = desk.vault();
    let key = desk.path("key.txt");
    fs::write(&key, vault.reveal_identities().expose_secret()).unwrap();

    let name = vault.list().unwrap().reports[0].name.clone();
    let folder = desk.vault_folder().join("reports").join(name.as_str());
    let plain = stock_age(&key, &folder.join("report.age"));
    assert_eq!(plain.len(), 30_720);
    let value: serde_json::Value = serde_json::from_slice(&plain).unwrap();
    assert_eq!(value["answers"]["what"], "Слово");
    let meta: serde_json::Value =
        serde_json::from_slice(&stock_age(&key, &folder.join("meta.age"))).unwrap();
    assert_eq!(meta["day"], "2026-11-23");
    stock_age(&key, &desk.vault_folder().join("secret.age"));
    let item = vault.quarantined().unwrap()[0].name.clone();
    let item = desk.vault_folder().join("quarantine").join(item.as_str());
    assert_eq!(stock_age(&key, &item.join("item.age")), b"poison");
}
