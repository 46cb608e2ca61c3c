//! A language is a folder and a line in `site.toml`: guides in 29 languages, as they lie, become a
//! site; and a text of the interface that one language lacks is told with its place.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};

use crate::binaries::{binary, root};
use crate::mistakes::copy;

/// What is wrong with the guides, by kind. Another count is another generator: look before you
/// change it.
const FOUND: [(&str, usize); 7] = [
    ("absolute-link", 84),
    ("anchor-mismatch", 1),
    ("heading-mismatch", 2),
    ("missing-index", 29),
    ("raw-html", 1233),
    ("unknown-key", 116),
    ("untracked-translation", 28),
];

fn waymark(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(binary("waymark"))
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

/// Diagnostics begin with a line that is a code and nothing else.
fn by_code(told: &str) -> BTreeMap<&str, usize> {
    let codes: BTreeSet<&str> = waymark::diagnostic::Code::ALL
        .iter()
        .map(|code| code.name())
        .collect();
    let mut counts = BTreeMap::new();
    for line in told.lines().filter(|line| codes.contains(line)) {
        *counts.entry(line).or_insert(0) += 1;
    }
    counts
}

#[test]
fn guides_in_29_languages_become_a_site_as_they_lie() {
    let output = tempfile::tempdir().unwrap();
    let site = output.path().join("site");
    let run = waymark(
        root(),
        &[
            "build",
            "--content",
            "tests/fixtures/corpus",
            "--output",
            site.to_str().unwrap(),
        ],
    );
    let told = String::from_utf8(run.stderr).unwrap();
    assert!(run.status.success(), "{told}");

    let settings = std::fs::read_to_string(root().join("tests/fixtures/corpus/site.toml")).unwrap();
    let settings: toml::Table = settings.parse().unwrap();
    let languages = settings["languages"].as_table().unwrap();
    assert_eq!(languages.len(), 29);
    let has_words = |tag: &str| root().join(format!("theme/i18n/{tag}.ftl")).is_file();
    let wordless = languages.keys().filter(|tag| !has_words(tag)).count();
    assert!(
        wordless > 9,
        "there are languages in which the theme says nothing"
    );
    let mut expected = BTreeMap::from(FOUND);
    expected.insert("missing-string", wordless);
    assert_eq!(by_code(&told), expected);

    let choice = std::fs::read_to_string(site.join("index.html")).unwrap();
    for (tag, language) in languages {
        let usual = match tag.as_str() {
            "zh-hans" => "zh-Hans",
            "zh-hant" => "zh-Hant",
            tag => tag,
        };
        let dir = if matches!(usual, "ar" | "fa") {
            "rtl"
        } else {
            "ltr"
        };
        let name = language["name"].as_str().unwrap();
        let link = format!("lang=\"{usual}\" hreflang=\"{usual}\" dir=\"{dir}\"");
        assert!(
            choice
                .lines()
                .any(|line| line.contains(&link) && line.contains(&format!(">{name}</a>"))),
            "{name} isn't offered:\n{choice}"
        );
        for page in ["index", "code-of-conduct", "finding-users", "search", "a-z"] {
            let html = std::fs::read_to_string(site.join(format!("{tag}/{page}.html"))).unwrap();
            assert!(
                html.contains(&format!("<html lang=\"{usual}\" dir=\"{dir}\"")),
                "{tag}/{page}"
            );
        }
        let article =
            std::fs::read_to_string(site.join(format!("{tag}/finding-users.html"))).unwrap();
        assert!(article.contains(&format!(
            "<main id=\"main\" tabindex=\"-1\" lang=\"{usual}\" dir=\"{dir}\">"
        )));
        assert_eq!(
            article.matches("rel=\"alternate\" hreflang=").count(),
            29,
            "{tag}"
        );
        assert!(
            site.join(format!("search/{tag}.js")).is_file(),
            "{tag} has no search"
        );
        // The interface has no words in this language: what stands there in English says so.
        let borrowed = article.contains("<span lang=\"en\">Leave this site</span>");
        assert_eq!(borrowed, !has_words(tag), "{tag}");
    }
}

#[test]
fn a_text_that_a_language_lacks_is_told_with_the_place_where_it_belongs() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("content"), &folder.path().join("content"));
    let original = std::fs::read_to_string(root().join("theme/i18n/it.ftl")).unwrap();
    let lines: Vec<&str> = original.lines().collect();
    let at = lines
        .iter()
        .position(|line| line.starts_with("urgent-help ="))
        .unwrap();
    let above = lines[at - 1].split(" =").next().unwrap();
    let without: Vec<&str> = lines
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != at)
        .map(|(_, line)| *line)
        .collect();
    std::fs::create_dir_all(folder.path().join("theme/i18n")).unwrap();
    std::fs::write(
        folder.path().join("theme/i18n/it.ftl"),
        without.join("\n") + "\n",
    )
    .unwrap();

    let run = waymark(folder.path(), &["check"]);
    assert_eq!(run.status.code(), Some(1));
    let told = String::from_utf8(run.stderr).unwrap();
    assert_eq!(by_code(&told).get("missing-string"), Some(&1), "{told}");
    for part in [
        "the interface text `urgent-help` is missing",
        &format!("it.ftl:{at}:1]"),
        "it belongs below this",
        &format!("Add it below `{above}`. In the source language: urgent-help = "),
    ] {
        assert!(told.contains(part), "no {part:?} in:\n{told}");
    }
}
