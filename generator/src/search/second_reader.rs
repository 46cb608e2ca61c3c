//! FORMAT.md is enough to read the shards: a reader in Python, written from it, finds in them
//! what the index holds.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

use super::engine::Postings;
use super::{SearchIndex, SearchPage, SearchSection};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The committed extract of a language as pages, a second-level heading a section.
fn pages(lang: &str) -> Vec<SearchPage> {
    let folder = root().join("tests/fixtures/corpus").join(lang);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the extract")
        .map(|entry| entry.expect("readable").path())
        .collect();
    files.sort();
    let page = |(number, file): (usize, &PathBuf)| {
        let text = std::fs::read_to_string(file).expect("text");
        let sections = text.split("\n## ").enumerate().map(|(i, part)| {
            let (heading, body) = part.split_once('\n').unwrap_or((part, ""));
            SearchSection {
                anchor: (i > 0).then(|| format!("é-{i}")),
                heading: heading.to_owned(),
                headings: heading.to_owned(),
                body: body.to_owned(),
            }
        });
        SearchPage {
            url: format!("{number}.html"),
            title: format!("“{number}” 😀 ~^`"),
            description: String::new(),
            lang: (number % 2 == 1).then(|| "ar".to_owned()),
            words: Vec::new(),
            sections: sections.collect(),
        }
    };
    files.iter().enumerate().map(page).collect()
}

/// Writes the shards of an index into a folder.
fn write(index: &SearchIndex, folder: &Path) {
    for shard in index.shards(&serde_json::Value::Null) {
        std::fs::write(folder.join(&shard.name), &shard.bytes).expect("writable");
    }
}

fn python(folder: &Path, lang: &str) -> Output {
    Command::new("python3")
        .arg(root().join("tests/search/reader.py"))
        .arg(folder)
        .arg(lang)
        .output()
        .expect("Python is needed for this test")
}

/// What the reader is to find.
fn held(index: &SearchIndex) -> Value {
    let postings = |postings: &Postings| {
        let mut rest = postings.positions.as_slice();
        let rows = postings.sections.iter().enumerate().map(|(i, section)| {
            let (here, after) = rest.split_at(postings.frequencies[i] as usize);
            rest = after;
            json!([section, postings.length_ids[i], here])
        });
        rows.collect::<Vec<Value>>()
    };
    let stems = index.stems.iter().map(|stem| {
        let fields: Vec<_> = stem.fields.iter().map(postings).collect();
        json!([stem.text, fields])
    });
    let entries = index.vocabulary.entries().iter();
    let pages = index.pages.iter().map(|page| {
        let sections = page.sections.iter().map(|section| {
            json!([
                section.anchor.as_deref().unwrap_or_default(),
                section.heading,
                section.body
            ])
        });
        json!([
            page.url,
            page.title,
            page.lang.as_deref().unwrap_or_default(),
            sections.collect::<Vec<Value>>()
        ])
    });
    json!({
        "words": index.total_words,
        "vocabulary": entries
            .map(|entry| json!([entry.surface, entry.stem, entry.class]))
            .collect::<Vec<Value>>(),
        "stems": stems.collect::<Vec<Value>>(),
        "spelling": index.spelling.reversed(),
        "pages": pages.collect::<Vec<Value>>(),
        "stop": index.analysis.stop,
        "elisions": index.analysis.elisions,
        "cut": index.analysis.cut,
        "stemmed": index.analysis.twin().is_some(),
        "synonyms": index.synonyms,
    })
}

#[test]
fn a_reader_written_from_the_description_finds_what_the_index_holds() {
    for lang in ["ar", "de", "en", "fr", "hi", "ru", "zh-hans"] {
        let synonyms = [vec!["one thing".to_owned(), "другое".to_owned()]];
        let index = SearchIndex::build(lang, &pages(lang), &synonyms).expect("an index");
        let folder = tempfile::tempdir().expect("a folder");
        write(&index, folder.path());
        let output = python(folder.path(), lang);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{lang}: {said}");
        let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        for (name, value) in held(&index).as_object().expect("an object") {
            // Not assert_eq: the values are too long to print.
            assert!(found[name] == *value, "{lang}: {name} differ");
        }
    }
}

#[test]
fn a_reader_refuses_a_format_that_it_does_not_know() {
    let index = SearchIndex::build("en", &pages("en"), &[]).expect("an index");
    let folder = tempfile::tempdir().expect("a folder");
    write(&index, folder.path());
    let entry = folder.path().join("en.js");
    let text = std::fs::read_to_string(&entry).expect("text");
    let later = text.replace("\"format\":2", "\"format\":3");
    assert_ne!(text, later);
    std::fs::write(&entry, later).expect("writable");
    let output = python(folder.path(), "en");
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("format 3"));
}

/// An edit of a word renames what holds the word and its page, and nothing else.
#[test]
fn only_what_changed_gets_another_name() {
    let names = |pages: &[SearchPage]| -> Vec<String> {
        let index = SearchIndex::build("en", pages, &[]).expect("an index");
        let shards = index.shards(&serde_json::Value::Null).into_iter();
        shards.map(|shard| shard.name).collect()
    };
    // Many pages of the same text are a site large enough for many parts.
    let mut all: Vec<SearchPage> = Vec::new();
    for lang in ["de", "en", "fr", "ru"] {
        all.extend(pages(lang));
    }
    let before = names(&all);
    let body = &mut all[2].sections[1].body;
    let edited = body.replacen(" the ", " zebra ", 1);
    assert_ne!(*body, edited);
    *body = edited;
    let after = names(&all);
    let gone: Vec<&String> = before.iter().filter(|name| !after.contains(name)).collect();
    let of = |kind: &str| {
        let start = format!("en-{kind}");
        gone.iter().filter(|name| name.starts_with(&start)).count()
    };
    assert_eq!(of("core"), 1);
    let fragments = before.iter().filter(|name| name.starts_with("en-f2-"));
    assert_eq!(of("f"), fragments.count(), "its page's fragments only");
    // Two stems, and what is as near as to share a part or a cut.
    let parts = before
        .iter()
        .filter(|name| name.starts_with("en-s"))
        .count();
    assert!((1..=4).contains(&of("s")), "{gone:?} of {parts}");
    assert_eq!(of("s"), of("p"));
    assert!(of("v") <= 4 && of("r") <= 5, "{gone:?}");
    assert!(parts > 8, "{parts}");
    assert_eq!(before.len(), after.len());
}
