//! The commands of the real binary.

use std::fs;
use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};
use waymark_desk::vault::Vault;

use crate::harness::{DAY, Desk, age_file, files, frame, report, seal};

#[test]
fn from_the_queue_to_the_screen() {
    let desk = Desk::new();
    desk.put(&desk.frame(&report(1, &json!({"danger": "no", "what": "Un mot é"}))));
    desk.put(&desk.frame(&report(2, &json!({"danger": "yes", "what": "Second"}))));

    let fetched = desk.json(0, &["fetch"]);
    assert_eq!(fetched["reports"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&fetched["repeated"], &fetched["set_aside"]),
        (&json!(0), &json!([]))
    );
    assert_eq!(desk.queued(), 0, "deleted from the queue once written");

    let listed = desk.json(0, &["list"]);
    let rows = listed["reports"].as_array().unwrap();
    assert_eq!(
        (&rows[0]["danger"], &rows[1]["danger"]),
        (&json!("yes"), &json!("no")),
        "danger first"
    );
    assert_eq!(rows[0]["day"], "2026-11-23");
    assert_eq!(
        (&rows[0]["lang"], &rows[0]["state"]),
        (&json!("fr"), &json!("new"))
    );

    let name = rows[1]["name"].as_str().unwrap();
    let shown = desk.json(0, &["show", &name[..6]]);
    assert_eq!(shown["report"]["answers"]["what"], "Un mot é");
    assert_eq!(shown["report"]["wants_reply"], true);
    assert!(
        !shown.to_string().contains("RRRR"),
        "reply keys stay inside"
    );
    let again = desk.json(0, &["list"]);
    assert_eq!(again["reports"][1]["state"], "read");
    assert_eq!(again["reports"][0]["state"], "new");
}

#[test]
fn nothing_readable_and_no_hour_at_rest() {
    let desk = Desk::new();
    desk.put(&desk.frame(&report(1, &json!({"what": "SENTINEL-WORDS"}))));
    desk.put(b"SENTINEL-GARBAGE");
    desk.json(5, &["fetch"]);
    let day = UNIX_EPOCH + Duration::from_secs(u64::from(DAY) * 86_400);
    let mut seen = 0;
    for file in files(&desk.vault_folder()) {
        let bytes = fs::read(&file).unwrap();
        for word in [
            "SENTINEL",
            "AGE-SECRET-KEY",
            "00000000000000000000000000000001",
        ] {
            assert!(
                !bytes.windows(word.len()).any(|w| w == word.as_bytes()),
                "{word} in {}",
                file.display()
            );
        }
        if file
            .parent()
            .unwrap()
            .parent()
            .unwrap()
            .ends_with("reports")
        {
            assert_eq!(
                fs::metadata(&file).unwrap().modified().unwrap(),
                day,
                "{}",
                file.display()
            );
            seen += 1;
        }
    }
    assert_eq!(seen, 2);
}

#[test]
fn the_same_report_is_kept_once_even_after_deletion() {
    let desk = Desk::new();
    let words = report(7, &json!({"what": "once"}));
    let age = age_file(&words.to_string(), &[&desk.recipient()]);
    // The same age file in two frames (a retry), the same report sealed twice, and both later.
    for _ in 0..2 {
        desk.put(&frame(&age));
    }
    desk.put(&desk.frame(&words));
    let fetched = desk.json(0, &["fetch"]);
    assert_eq!(
        (
            fetched["reports"].as_array().unwrap().len(),
            &fetched["repeated"]
        ),
        (1, &json!(2))
    );
    desk.put(&frame(&age));
    assert_eq!(desk.json(0, &["fetch"])["repeated"], 1);

    let vault = desk.vault();
    let name = vault.list().unwrap().reports[0].name.clone();
    vault.delete(&name).unwrap();
    assert!(vault.list().unwrap().reports.is_empty());
    desk.put(&frame(&age));
    desk.put(&desk.frame(&words));
    let late = desk.json(0, &["fetch"]);
    assert_eq!(
        (&late["reports"], &late["deleted_before"]),
        (&json!([]), &json!(2))
    );
    assert_eq!(desk.queued(), 0);
}

#[test]
fn a_copied_id_does_not_make_a_report_disappear() {
    let desk = Desk::new();
    desk.put(&desk.frame(&report(9, &json!({"what": "first words"}))));
    desk.put(&desk.frame(&report(9, &json!({"what": "other words"}))));
    assert_eq!(
        desk.json(0, &["fetch"])["reports"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    for row in desk.json(0, &["list"])["reports"].as_array().unwrap() {
        assert_eq!(row["shares_id"], true);
    }
}

#[test]
fn poison_is_set_aside_with_its_reason_and_blocks_nobody() {
    let desk = Desk::new();
    let good = desk.frame(&report(1, &json!({"what": "good"})));
    let mut bent = good.clone();
    bent[30_000] ^= 1;
    let mut version = good.clone();
    version[7] = 2;
    let stranger = waymark_desk::key::Identity::generate()
        .recipient()
        .to_string();
    let mut newline = vec![b' '; 30_720];
    newline[..2].copy_from_slice(b"{}");
    newline[30_719] = b'\n';
    let cases: [(&str, Vec<u8>); 8] = [
        ("not-a-frame", b"hello".to_vec()),
        ("truncated", good[..20_000].to_vec()),
        ("unknown-version", version),
        (
            "not-for-us",
            frame(&age_file(&report(2, &json!({})).to_string(), &[&stranger])),
        ),
        ("damaged", bent),
        (
            "bad-json",
            frame(&age_file("{\"v\":1", &[&desk.recipient()])),
        ),
        (
            "wrong-padding",
            frame(&seal(&report_then_newline(), &[&desk.recipient()])),
        ),
        ("bad-json", frame(&seal(&newline, &[&desk.recipient()]))),
    ];
    for (_, bytes) in &cases {
        desk.put(bytes);
    }
    desk.put(&good);
    let fetched = desk.json(5, &["fetch"]);
    assert_eq!(fetched["reports"].as_array().unwrap().len(), 1);
    assert_eq!(desk.queued(), 0, "kept here now, so not there");
    let mut reasons: Vec<String> = fetched["set_aside"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r.as_str().unwrap().to_owned())
        .collect();
    reasons.sort();
    let mut expected: Vec<&str> = cases.iter().map(|(reason, _)| *reason).collect();
    expected.sort_unstable();
    assert_eq!(reasons, expected);

    // Nothing was lost: each item's bytes are there again when asked for.
    let vault = desk.vault();
    let mut kept: Vec<Vec<u8>> = vault
        .quarantined()
        .unwrap()
        .iter()
        .map(|i| vault.quarantined_bytes(&i.name).unwrap().to_vec())
        .collect();
    let mut sent: Vec<Vec<u8>> = cases.into_iter().map(|(_, bytes)| bytes).collect();
    kept.sort();
    sent.sort();
    assert!(kept == sent);
    assert_eq!(desk.json(0, &["quarantine", "--retry"])["opened"], 0);
}

fn report_then_newline() -> Vec<u8> {
    let mut plain = report(3, &json!({})).to_string().into_bytes();
    plain.resize(30_719, b' ');
    plain.push(b'\n');
    plain
}

#[test]
fn import_takes_frames_and_bare_age_files_and_leaves_other_files_alone() {
    let desk = Desk::new();
    let framed = desk.path("report.waymark");
    fs::write(&framed, desk.frame(&report(1, &json!({"what": "framed"})))).unwrap();
    let bare = desk.path("report.age");
    fs::write(
        &bare,
        age_file(
            &report(2, &json!({"what": "bare"})).to_string(),
            &[&desk.recipient()],
        ),
    )
    .unwrap();
    let film = desk.path("film.bin");
    fs::write(&film, vec![0; 2_000_000]).unwrap();
    let longer = desk.path("appended.waymark");
    let mut appended = desk.frame(&report(3, &json!({"what": "appended"})));
    appended.extend_from_slice(b"\r\n");
    fs::write(&longer, appended).unwrap();

    let paths = [&framed, &bare, &longer].map(|p| p.to_str().unwrap());
    let done = desk.json(0, &["import", paths[0], paths[1], paths[2]]);
    assert!(
        done["files"]
            .as_array()
            .unwrap()
            .iter()
            .all(|f| f["outcome"] == "new"),
        "{done}"
    );
    let mixed = desk.json(
        5,
        &["import", film.to_str().unwrap(), paths[0], "/nonexistent"],
    );
    let outcomes: Vec<&str> = mixed["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes, ["not-a-report", "repeated", "unreadable"]);
    let listed = desk.json(0, &["list"]);
    assert_eq!(listed["reports"].as_array().unwrap().len(), 3);
    assert_eq!(
        listed["reports"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|r| r["day"] == Value::Null)
            .count(),
        1
    );
    assert!(film.exists() && framed.exists(), "the stick's files stay");
}

#[test]
fn a_key_held_elsewhere_opens_everything() {
    let other = Desk::new();
    let desk = Desk::without_vault();
    let line = other.recipient();
    let made = desk.json(
        0,
        &[
            "init",
            "--id",
            "demo",
            "--work-factor",
            "2",
            "--also",
            &line,
        ],
    );
    assert_eq!(made["recipients"][1], line);
    desk.put(b"poison");
    let spool = desk.path("spool");
    desk.put(&frame(&age_file(
        &report(1, &json!({})).to_string(),
        &[&desk.recipient(), &line],
    )));
    desk.json(5, &["fetch", "--spool", spool.to_str().unwrap()]);
    let second = other.vault();
    for file in files(&desk.vault_folder()) {
        if file.extension().is_some_and(|e| e == "age") && !file.parent().unwrap().ends_with("keys")
        {
            second.unseal(&fs::read(&file).unwrap()).unwrap();
        }
    }
}

#[test]
fn exit_codes_and_hints() {
    let desk = Desk::new();
    let attempt = |args: &[&str]| {
        let out = desk.run(args);
        (
            out.status.code().unwrap(),
            String::from_utf8(out.stderr).unwrap(),
        )
    };
    assert_eq!(attempt(&["show", "abcd"]).0, 6);
    assert_eq!(attempt(&["nonsense"]).0, 2);
    assert_eq!(attempt(&["fetch", "--spool", "/nonexistent"]).0, 1);
    let (code, text) = attempt(&["init", "--id", "demo"]);
    assert!(code == 1 && text.contains("--vault"), "{text}");
    let (code, text) = attempt(&["serve", "--address", "0.0.0.0"]);
    assert!(code == 1 && text.contains("this computer only"), "{text}");

    fs::write(desk.path("passphrase"), "wrong horse battery staple").unwrap();
    let before: Vec<_> = files(&desk.vault_folder());
    let (code, text) = attempt(&["list"]);
    assert!(
        code == 3 && text.contains("wrong passphrase") && text.contains("Nothing was changed"),
        "{text}"
    );
    assert_eq!(files(&desk.vault_folder()), before);
    let fresh = Desk::without_vault();
    fs::write(fresh.path("passphrase"), "short").unwrap();
    assert_eq!(fresh.run(&["init"]).status.code(), Some(1));
    assert!(!fresh.vault_folder().exists());
    assert_eq!(fresh.run(&["list"]).status.code(), Some(4));
}

#[test]
fn show_keeps_the_terminal_whole() {
    let desk = Desk::new();
    let nasty = "a\u{1b}[2J\u{1b}]0;title\u{7}b\u{202e}gnp.exe\u{2066}\u{9b}31m\nnext <script>alert(1)</script>";
    desk.put(&desk.frame(&report(
        1,
        &json!({"what": nasty, "\u{1b}[1mkey\u{202e}": "x"}),
    )));
    desk.json(0, &["fetch"]);
    let name = desk.json(0, &["list"])["reports"][0]["name"]
        .as_str()
        .unwrap()
        .to_owned();
    for args in [vec!["show", &name], vec!["show", &name, "--json"]] {
        let out = String::from_utf8(desk.run(&args).stdout).unwrap();
        let acting = |c: char| {
            (c.is_control() && c != '\n')
                || ('\u{202a}'..='\u{202e}').contains(&c)
                || ('\u{2066}'..='\u{2069}').contains(&c)
        };
        assert!(!out.contains(acting), "{out:?}");
    }
    assert_eq!(
        desk.json(0, &["show", &name])["report"]["answers"]["what"],
        nasty,
        "the value is whole"
    );
    let text = String::from_utf8(desk.run(&["show", &name]).stdout).unwrap();
    assert!(text.contains("‹U+202E›gnp.exe"), "{text}");
}

#[test]
fn a_damaged_meta_file_is_remade_and_a_damaged_report_is_told() {
    let desk = Desk::new();
    desk.put(&desk.frame(&report(1, &json!({"danger": "yes"}))));
    desk.put(&desk.frame(&report(2, &json!({}))));
    desk.json(0, &["fetch"]);
    let rows = desk.json(0, &["list"]);
    let folder = |n: usize| {
        desk.vault_folder()
            .join("reports")
            .join(rows["reports"][n]["name"].as_str().unwrap())
    };
    fs::write(folder(0).join("meta.age"), "garbage").unwrap();
    fs::write(folder(1).join("meta.age"), "garbage").unwrap();
    fs::write(folder(1).join("report.age"), "garbage").unwrap();
    let listed = desk.json(0, &["list"]);
    assert_eq!(listed["reports"].as_array().unwrap().len(), 1);
    assert_eq!(listed["reports"][0]["danger"], "yes");
    assert_eq!(listed["damaged"].as_array().unwrap().len(), 1);
}

#[test]
fn two_people_fetch_at_once() {
    let desk = Desk::new();
    for n in 0..40 {
        desk.put(&desk.frame(&report(n, &json!({}))));
    }
    let running: Vec<_> = (0..3)
        .map(|_| {
            desk.command(&["fetch", "--json"])
                .stdout(std::process::Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    let mut total = 0;
    for child in running {
        let out = child.wait_with_output().unwrap();
        assert!(out.status.success());
        let summary: Value = serde_json::from_slice(&out.stdout).unwrap();
        total += summary["reports"].as_array().unwrap().len();
    }
    assert_eq!(total, 40);
    assert_eq!(desk.vault().list().unwrap().reports.len(), 40);
    assert_eq!(desk.queued(), 0);
    assert_eq!(
        Vault::manifest_of(&desk.vault_folder()).unwrap().desk,
        "demo"
    );
}
