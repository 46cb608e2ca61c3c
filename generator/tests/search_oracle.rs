//! The browser gives what the native engine gives: the same pages in the same order, with the
//! same scores and excerpts, for hundreds of queries drawn from the text of each language.
//!
//! This side builds the indexes, writes the shards and answers the queries;
//! `tests/search/oracle.mjs` answers them from the shards and compares. `WAYMARK_CORPUS` names a
//! further folder of text with one sub-folder per language; without it, the site's own content
//! and the extract under `tests/fixtures/corpus` are used.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use waymark::search::{SearchIndex, SearchOptions, SearchPage, SearchSection};

/// Queries of each kind, per language.
const EACH: usize = 21;
/// The languages of the committed extract that are asked, one of each script that is read in a way
/// of its own; all 29 take minutes (`WAYMARK_CORPUS`).
const COMMITTED: [&str; 7] = ["ar", "de", "en", "fr", "hi", "ru", "zh-hans"];
/// Results that are compared.
const LIMIT: usize = 20;

#[test]
fn the_browser_equals_the_native_engine() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let output = tempfile::tempdir().expect("a temporary folder");
    let mut languages = Vec::new();
    let mut sources: Vec<(String, PathBuf, bool)> = vec![
        ("content".into(), root.join("content"), false),
        ("corpus".into(), root.join("tests/fixtures/corpus"), true),
    ];
    if let Some(corpus) = std::env::var_os("WAYMARK_CORPUS") {
        sources.push(("full".into(), corpus.into(), false));
    }
    for (source, folder, divided) in sources {
        for lang in folders(&folder) {
            if source == "corpus" && !COMMITTED.contains(&lang.as_str()) {
                continue;
            }
            let pages = read(&folder.join(&lang), divided);
            let name = format!("{source}-{lang}");
            write_case(&output.path().join(&name), &lang, &pages);
            languages.push(name);
        }
    }
    assert!(languages.len() >= 8, "text is missing: {languages:?}");
    let status = Command::new("node")
        .arg(root.join("tests/search/oracle.mjs"))
        .arg(output.path())
        .args(&languages)
        .status()
        .expect("Node is needed for this test");
    assert!(status.success(), "the browser's results differ");
    // For whoever wants to look at the shards, or measure them.
    if let Some(keep) = std::env::var_os("WAYMARK_KEEP_SHARDS") {
        fs::rename(output.keep(), keep).expect("the folder can be moved");
    }
}

/// Writes the shards of one index, and queries with their native answers.
fn write_case(folder: &Path, lang: &str, pages: &[SearchPage]) {
    // Groups as a glossary would give them: one term of two words, one of one, from the text.
    let words: Vec<&str> = pages[0]
        .sections
        .iter()
        .flat_map(|s| s.body.split_whitespace())
        .collect();
    let synonyms: Vec<Vec<String>> = words
        .chunks(37)
        .filter(|chunk| chunk.len() > 9)
        .take(12)
        .map(|chunk| {
            vec![
                chunk[0].into(),
                chunk[3..5].join(" "),
                format!("{} {}", chunk[7], chunk[9]),
            ]
        })
        .collect();
    let index = SearchIndex::build(lang, pages, &synonyms).expect("an index");
    fs::create_dir_all(folder).expect("writable");
    for shard in index.shards(&serde_json::Value::Null) {
        fs::write(folder.join(&shard.name), &shard.bytes).expect("writable");
    }
    let mut queries = queries(pages);
    queries.extend(synonyms.iter().flatten().cloned());
    let options = SearchOptions {
        limit: LIMIT,
        ..SearchOptions::default()
    };
    let literal = SearchOptions {
        literal: true,
        ..options
    };
    let mut cases = Vec::new();
    for query in &queries {
        let native = index.search(query, options);
        // What would be replaced is asked for literally too.
        if !native.replaced.is_empty() {
            cases.push(json!({ "literal": true, "native": index.search(query, literal) }));
        }
        cases.push(json!({ "literal": false, "native": native }));
    }
    let case = json!({ "lang": lang, "cases": cases });
    fs::write(folder.join("cases.json"), case.to_string()).expect("writable");
}

/// Numbers that are the same at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides.max(1)
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.roll(list.len())]
    }
}

/// Queries of every kind: what a reader takes from the text, and what they make of it.
fn queries(pages: &[SearchPage]) -> Vec<String> {
    let mut dice = Dice(2026);
    let sections: Vec<Vec<&str>> = pages
        .iter()
        .flat_map(|page| &page.sections)
        .map(|section| section.body.split_whitespace().collect::<Vec<_>>())
        .filter(|words| words.len() > 3)
        .collect();
    let mut out = BTreeSet::new();
    let mut ordered = Vec::new();
    for kind in 0..15 {
        for _ in 0..EACH {
            let here = &sections[dice.roll(sections.len())];
            let elsewhere = &sections[dice.roll(sections.len())];
            let at = dice.roll(here.len() - 2);
            let word = here[at];
            let query = match kind {
                0 => word.to_owned(),
                1 => here[at..at + 2].join(" "),
                2 => format!("{} {} {}", word, dice.pick(here), dice.pick(here)),
                3 => unaccented(&here[at..at + 2].join(" ")),
                4 => beginning(word, 3 + dice.roll(4)),
                5 => format!("{word} {}", beginning(dice.pick(here), 2 + dice.roll(4))),
                6 => inflected(word, dice.pick(elsewhere)),
                7 => format!(
                    "({}), {}!",
                    word.to_uppercase(),
                    dice.pick(here).to_uppercase()
                ),
                8 => format!("“{}”", here[at..at + 2].join(" ")),
                9 => format!(
                    "\"{}\" {}",
                    here[at..at + 3].join(" "),
                    dice.pick(elsewhere)
                ),
                10 => misspelt(&mut dice, longest(here)),
                11 => format!(
                    "{} {} {}",
                    dice.pick(elsewhere),
                    word,
                    misspelt(&mut dice, longest(elsewhere))
                ),
                12 => {
                    let wrong = misspelt(&mut dice, here[at]);
                    format!("«{} {wrong}» {}", here[at + 1], dice.pick(here))
                }
                13 => format!("{word} {}", MIXED[dice.roll(MIXED.len())]),
                _ => format!("{}{}", word, dice.pick(MIXED)),
            };
            if out.insert(query.clone()) {
                ordered.push(query);
            }
        }
    }
    ordered.extend(HOSTILE.iter().map(|&query| query.to_owned()));
    ordered.push("ab ".repeat(5_000));
    ordered.push("x".repeat(10_000));
    ordered.push("\u{301}".repeat(10_000));
    ordered.push("\"".repeat(10_000));
    ordered.push(sections[0].join("zz ").chars().take(10_000).collect());
    ordered
}

/// What nobody types, and somebody pastes.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "'",
    "\"",
    "\"\"",
    "…",
    "?!.,;:-–—()[]{}",
    "<script>alert(1)</script>",
    "\"<img src=x onerror=alert(1)>\"",
    "\u{0}\u{1F}a\u{7F}\u{85}",
    "\u{301}",
    "\u{202E}cba\u{202C}",
    "\u{FFFD}x\u{FFFD}",
    "\u{10FFFF}\u{FFFE}",
    "__proto__ constructor toString",
];

fn beginning(word: &str, chars: usize) -> String {
    word.chars().take(chars).collect()
}

fn unaccented(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    text.nfd()
        .filter(|c| !('\u{300}'..='\u{36F}').contains(c))
        .collect()
}

/// A word with the ending of another.
fn inflected(word: &str, other: &str) -> String {
    let count = word.chars().count();
    let ending: Vec<char> = other.chars().rev().take(2).collect();
    word.chars()
        .take(count.saturating_sub(1).max(2))
        .chain(ending.into_iter().rev())
        .collect()
}

/// A word with one character missing, added, wrong or swapped with its neighbour.
fn misspelt(dice: &mut Dice, word: &str) -> String {
    let mut chars: Vec<char> = word.chars().collect();
    let at = dice.roll(chars.len());
    match dice.roll(4) {
        0 if chars.len() > 1 => drop(chars.remove(at)),
        1 => chars.insert(at, chars[0]),
        2 => chars[at] = chars[chars.len() - 1],
        _ => {
            let next = (at + 1) % chars.len();
            chars.swap(at, next);
        }
    }
    chars.into_iter().collect()
}

/// The longest of some words: one that looks like a typing error when it has one.
fn longest<'a>(words: &[&'a str]) -> &'a str {
    let longest = words.iter().max_by_key(|word| word.chars().count());
    longest.copied().unwrap_or_default()
}

/// Words of other scripts than the text's, whichever that is.
const MIXED: &[&str] = &[
    "GitHub",
    "права",
    "人口贩运",
    "حقوق",
    "אדם",
    "δικαίωμα",
    "हिन्दी",
    "2001",
];

fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("readable"));
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Markdown files as pages, read simply: this test is of search, not of Markdown. A corpus of
/// long articles is `divided`: each of its second-level headings becomes a page.
fn read(folder: &Path, divided: bool) -> Vec<SearchPage> {
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("readable").into_path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    files.sort();
    let mut pages = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("text");
        let (front, body) = text
            .strip_prefix("+++\n")
            .and_then(|rest| rest.split_once("\n+++"))
            .expect("front matter");
        let value = |key: &str| {
            let line = front
                .lines()
                .find_map(|line| line.strip_prefix(key)?.trim().strip_prefix('='));
            line.unwrap_or_default().trim().trim_matches('"').to_owned()
        };
        let path = file
            .strip_prefix(folder)
            .expect("inside")
            .with_extension("html");
        let url = path.to_string_lossy().into_owned();
        let title = value("title");
        let description = value("description");
        let words = value("search_words");
        let words = words.split('"').skip(1).step_by(2).map(str::to_owned);
        if divided {
            for (i, part) in body.split("\n## ").enumerate() {
                let (title, body) = part.split_once('\n').unwrap_or((part, ""));
                let url = url.replace(".html", &format!("-{i}.html"));
                pages.push(SearchPage {
                    url,
                    title: title.into(),
                    description: String::new(),
                    lang: None,
                    words: Vec::new(),
                    sections: sections(body, "\n### "),
                });
            }
        } else {
            pages.push(SearchPage {
                url,
                title,
                description,
                lang: None,
                words: words.collect(),
                sections: sections(body, "\n## "),
            });
        }
    }
    pages
}

fn sections(body: &str, mark: &str) -> Vec<SearchSection> {
    let parts = body.split(mark).enumerate().map(|(i, part)| {
        let (heading, body) = if i == 0 {
            ("", part)
        } else {
            part.split_once('\n').unwrap_or((part, ""))
        };
        let below = body.lines().filter_map(|line| line.strip_prefix("### "));
        let headings = std::iter::once(heading)
            .chain(below)
            .collect::<Vec<_>>()
            .join(" ");
        SearchSection {
            anchor: (i > 0).then(|| format!("s{i}-é")),
            heading: heading.to_owned(),
            headings,
            body: body.replace(['*', '`', '#', '|', '['], " "),
        }
    });
    parts.collect()
}
