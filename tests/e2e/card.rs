//! Cards and posters: what is true of a place goes to paper, and nothing that is old or unknown.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::binaries::{binary, root};
use crate::mistakes::copy;

/// 2026-11-24 and the day after, in seconds since 1970-01-01.
const TODAY: u64 = 1_795_478_400;
const DAY: u64 = 86_400;

/// From the age specification's examples: nobody's.
const KEYS: [&str; 2] = [
    "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg",
];

/// A place with invented facts.
fn place() -> String {
    let [one, two] = KEYS;
    format!(
        r#"
[desks.testdesk]
state = "open"
recipients = ["{one}", "{two}"]
name = {{ en = "Test desk", fr = "Guichet d’essai" }}
languages = ["en", "fr"]
[places.testland]
name = {{ en = "Testland", fr = "Testonie" }}
desk = "testdesk"
languages = ["en", "fr"]
reading_days = "Mo–Fr"
emergency = "000 111"
verified = 2026-11-01
review_by = 2026-11-24
"#
    )
}

/// The site's own content with one place.
fn content(places: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    copy(&root().join("content"), &content);
    fs::write(content.join("places.toml"), places).unwrap();
    folder
}

fn card(folder: &Path, arguments: &[&str], now: u64) -> Output {
    Command::new(binary("waymark"))
        .arg("card")
        .args(arguments)
        .args(["--output", "out"])
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", now.to_string())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const ADDRESS: [&str; 2] = ["--address", "https://waymark.example/fr/"];

#[test]
fn a_card_says_what_is_known_of_the_place_and_loads_nothing() {
    let folder = content(&place());
    let output = card(
        folder.path(),
        &["testland", "fr", ADDRESS[0], ADDRESS[1]],
        TODAY,
    );
    assert!(output.status.success(), "{}", said(&output));
    for kind in ["card", "poster"] {
        let path = folder.path().join(format!("out/{kind}-testland-fr.html"));
        let html = fs::read_to_string(path).unwrap();
        for part in [
            "Testonie",
            "000 111",
            "Guichet d’essai",
            "1 novembre 2026",
            "24 novembre 2026",
            ">waymark.example/fr/<",
            "respecter la loi locale",
            "Ce n’est pas votre faute",
            "n’est pas un site de l’OSCE",
            "default-src 'none'",
        ] {
            // Dates may be set with another space.
            let html = html
                .replace('\u{a0}', " ")
                .replace("1er ", "1 ")
                .replace("1ᵉʳ ", "1 ");
            assert!(html.contains(part), "{kind}: {part}\n{html}");
        }
        for loads in ["<script", "src=", "href=", "url(", "@import"] {
            assert!(!html.contains(loads), "{kind}: {loads}");
        }
    }
    // The same input gives the same bytes.
    let first = fs::read(folder.path().join("out/card-testland-fr.html")).unwrap();
    card(
        folder.path(),
        &["testland", "fr", ADDRESS[0], ADDRESS[1]],
        TODAY,
    );
    assert_eq!(
        fs::read(folder.path().join("out/card-testland-fr.html")).unwrap(),
        first
    );
}

#[test]
fn a_place_that_is_not_fit_for_paper_is_refused() {
    let good = place();
    let without = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replace(from, to)
    };
    let testland = ["testland", "fr"];
    refused(
        "overdue",
        &good,
        testland,
        TODAY + DAY,
        1,
        "had to be checked again by 2026-11-24, and today is 2026-11-25",
    );
    let blank = without("emergency = \"000 111\"", "emergency = \" \"");
    refused(
        "no number",
        &blank,
        testland,
        TODAY,
        1,
        "not yet filled in for `testland`: emergency",
    );
    let undated = without("verified = 2026-11-01\nreview_by = 2026-11-24", "");
    refused(
        "no dates",
        &undated,
        testland,
        TODAY,
        1,
        "verified, review_by",
    );
    let unread = without("desk = \"testdesk\"", "");
    refused(
        "no desk",
        &unread,
        testland,
        TODAY,
        1,
        "not yet filled in for `testland`: desk",
    );
    let paused = without("\"open\"", "\"paused\"");
    refused(
        "paused",
        &paused,
        testland,
        TODAY,
        1,
        "`testdesk` is paused",
    );
    refused(
        "untranslated",
        &good,
        ["testland", "ro"],
        TODAY,
        1,
        "isn't translated into `ro`",
    );
    refused(
        "place",
        &good,
        ["testlnd", "fr"],
        TODAY,
        2,
        "Did you mean “testland”?",
    );
    refused(
        "language",
        &good,
        ["testland", "fx"],
        TODAY,
        2,
        "the site has no language `fx`",
    );
    refused(
        "ships empty",
        "",
        testland,
        TODAY,
        2,
        "places.toml has no place yet",
    );
}

/// Nothing is written, and what is said tells why.
fn refused(case: &str, places: &str, asked: [&str; 2], now: u64, code: i32, expected: &str) {
    let folder = content(places);
    let [place, language] = asked;
    let output = card(
        folder.path(),
        &[place, language, ADDRESS[0], ADDRESS[1]],
        now,
    );
    let said = said(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(said.contains(expected), "{case}: {said}");
    assert_eq!(output.status.code(), Some(code), "{case}: {said}");
    assert!(
        !folder.path().join("out").exists(),
        "{case}: nothing is written"
    );
}

#[test]
fn a_text_that_fell_behind_its_source_and_a_site_without_an_address_are_refused() {
    let folder = content(&place());
    let output = card(folder.path(), &["testland", "fr"], TODAY);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("nothing says where this site is published"));
    let page = folder.path().join("content/en/training/handout.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(
        &page,
        text.replace("A suspicion is enough.", "A suspicion suffices."),
    )
    .unwrap();
    let output = card(
        folder.path(),
        &["testland", "fr", ADDRESS[0], ADDRESS[1]],
        TODAY,
    );
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(
        said(&output).contains("older than its source"),
        "{}",
        said(&output)
    );
    let english = card(
        folder.path(),
        &["testland", "en", ADDRESS[0], ADDRESS[1]],
        TODAY,
    );
    assert!(english.status.success(), "{}", said(&english));
}

/// The addresses of the pages that search finds.
fn found(language: &str, query: &str) -> Vec<String> {
    let output = Command::new(binary("waymark"))
        .args(["search", language, query, "--json", "-n", "100"])
        .current_dir(root())
        .output()
        .unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let results = answer["results"].as_array().unwrap();
    results
        .iter()
        .map(|result| result["url"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn invented_cases_never_meet_somebody_who_searches() {
    for (language, title, session) in [
        ("en", "Six invented cases", "Training session"),
        ("ru", "Шесть вымышленных случаев", "Учебное занятие"),
        // Only a fallback there, which must not come back either.
        ("ro", "Six invented cases", "Training session"),
    ] {
        let urls = found(language, title);
        assert!(
            !urls.is_empty(),
            "{language}: the session's page names the cases"
        );
        for hidden in [
            "training/cases",
            "training/self-check",
            "training/trainer",
            "training/handout",
        ] {
            assert!(
                !urls.iter().any(|url| url.contains(hidden)),
                "{language}: {urls:?}"
            );
        }
        let urls = found(language, session);
        assert!(
            urls.iter().any(|url| url.contains("training/index")),
            "{language}: {urls:?}"
        );
    }
}
