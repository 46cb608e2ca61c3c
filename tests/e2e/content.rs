//! The content keeps what the source says: each of its 85 provisions is on a page, with its force known.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::binaries::root;

/// What the pages of a language name as restated: id → pages.
fn named(language: &str) -> BTreeMap<String, Vec<PathBuf>> {
    let mut named: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root().join("content").join(language)) {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let front = text
            .strip_prefix("+++\n")
            .and_then(|rest| rest.split_once("\n+++"))
            .unwrap_or_else(|| panic!("{} has no front matter", path.display()))
            .0;
        let front: toml::Table = front.parse().unwrap();
        for id in front
            .get("provisions")
            .and_then(|list| list.as_array())
            .into_iter()
            .flatten()
        {
            named
                .entry(id.as_str().unwrap().to_owned())
                .or_default()
                .push(path.clone());
        }
    }
    named
}

/// The languages that have every page: those for which `site.toml` names no `pages`.
fn languages() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("content/site.toml")).unwrap();
    let site: toml::Table = text.parse().unwrap();
    let whole = |language: &toml::Value| language.get("pages").is_none();
    let languages = site["languages"].as_table().unwrap();
    let tags: Vec<String> = languages
        .iter()
        .filter(|(_, language)| whole(language))
        .map(|(tag, _)| tag.clone())
        .collect();
    assert!(tags.len() >= 6, "the six official languages: {tags:?}");
    tags
}

fn provisions() -> toml::Table {
    let text = std::fs::read_to_string(root().join("content/provisions.toml")).unwrap();
    text.parse().unwrap()
}

#[test]
fn every_provision_is_restated_and_none_is_unknown() {
    let declared: BTreeSet<String> = provisions().keys().cloned().collect();
    let expected: BTreeSet<String> = (1..=85).map(|n| format!("P{n}")).collect();
    assert_eq!(declared, expected, "provisions.toml has P1 to P85");
    for language in languages() {
        let named: BTreeSet<String> = named(&language).into_keys().collect();
        assert_eq!(
            named, expected,
            "provisions named by the pages in {language}"
        );
    }
}

#[test]
fn all_languages_restate_a_provision_on_the_same_pages() {
    let pages = |language: &str| -> BTreeMap<String, BTreeSet<PathBuf>> {
        let base = root().join("content").join(language);
        named(language)
            .into_iter()
            .map(|(id, pages)| {
                (
                    id,
                    pages
                        .iter()
                        .map(|page| page.strip_prefix(&base).unwrap().to_owned())
                        .collect(),
                )
            })
            .collect()
    };
    let english = pages("en");
    for language in languages() {
        assert_eq!(pages(&language), english, "{language}");
    }
}

/// Counts that the analysis of the source gives: they catch a force that was strengthened or lost.
#[test]
fn forces_are_those_of_the_source() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut must = Vec::new();
    for (id, provision) in provisions() {
        let force = provision["force"].as_str().unwrap().to_owned();
        if force == "MUST" {
            must.push(id);
        }
        *counts.entry(force).or_default() += 1;
    }
    must.sort();
    assert_eq!(must, ["P15", "P56"], "the source says must twice");
    assert_eq!(counts["ENC"], 1);
    assert_eq!(counts["CAN"], 1);
    assert_eq!(counts["SCOPE"], 1);
    // P66–P71 and the six example steps P80–P85.
    assert_eq!(counts["COULD"], 12);
}
