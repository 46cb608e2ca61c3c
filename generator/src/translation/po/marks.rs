//! The marks that a translation must keep: links, terms, notes, images.

use std::collections::BTreeMap;

use crate::content::Page;
use crate::language::LanguageTag;
use crate::markdown::{Document, LinkTarget, Unit, UnitKind};

/// What a translated unit lacks, and what it has too much; empty if it keeps the source's marks.
pub fn difference(
    (source, of): (&Page, &Unit),
    (document, own, lang): (&Document, &Unit, &LanguageTag),
) -> Vec<String> {
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    for mark in marks(&source.document, of, &source.lang) {
        *counts.entry(mark).or_default() += 1;
    }
    for mark in marks(document, own, lang) {
        *counts.entry(mark).or_default() -= 1;
    }
    let told = |(mark, count): (String, i64)| match count {
        0 => None,
        // A link to the glossary more does no harm.
        ..0 if mark.starts_with(TERM) => None,
        1.. => Some(format!("{mark} is missing")),
        _ => Some(format!("{mark} is too much")),
    };
    let mut told: Vec<String> = counts.into_iter().filter_map(told).collect();
    let bold = |unit: &Unit| unit.text.starts_with("**");
    let link = |unit: &Unit| unit.text.starts_with('[') && !unit.text.starts_with("[[");
    // A numbered list of bold beginnings is drawn as steps, one of links as cards.
    if of.kind == UnitKind::Item {
        let before = source.source.text()[..of.span.start].trim_end();
        let numbered = before.ends_with(['.', ')']);
        if numbered && bold(of) && !bold(own) {
            told.push("the item must begin with bold text, **…**".to_owned());
        }
        if !numbered && link(of) && !link(own) {
            told.push("the item must begin with its link".to_owned());
        }
    }
    told
}

const TERM: &str = "the term [[";

fn marks(document: &Document, unit: &Unit, lang: &LanguageTag) -> Vec<String> {
    let inside =
        |span: &std::ops::Range<usize>| unit.span.start <= span.start && span.end <= unit.span.end;
    let links = document.links.iter().filter(|link| inside(&link.span));
    let mut marks: Vec<String> = links
        .map(|link| {
            let what = if link.image {
                "the image"
            } else {
                "the link to"
            };
            match &link.target {
                LinkTarget::Page {
                    language,
                    path,
                    anchor,
                } => {
                    let place = anchor
                        .as_ref()
                        .map(|id| format!("#{id}"))
                        .unwrap_or_default();
                    let language = language
                        .as_ref()
                        .map(|lang| format!("{lang}/"))
                        .unwrap_or_default();
                    format!("the link to {language}{path}.md{place}")
                }
                LinkTarget::Here { anchor } => format!("the link to #{anchor}"),
                LinkTarget::Asset { path } => {
                    let own = path.strip_prefix(lang.as_str()).unwrap_or(path);
                    format!("{what} {}", own.trim_start_matches('/'))
                }
                // Other sites have pages in other languages, so the address may differ.
                LinkTarget::External { .. } => "a link to another site".to_owned(),
                LinkTarget::Term { key } => format!("{TERM}{key}]]"),
                LinkTarget::Unusable => format!("{what} nowhere"),
            }
        })
        .collect();
    // A note's mark is text of the unit.
    let mut rest = unit.text.as_str();
    while let Some((_, behind)) = rest.split_once("[^") {
        let Some((name, after)) = behind.split_once(']') else {
            break;
        };
        marks.push(format!("the note's mark [^{name}]"));
        rest = after;
    }
    marks
}
