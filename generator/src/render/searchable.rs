//! What search is given of an edition.

use std::collections::BTreeMap;

use fluent_bundle::FluentArgs;
use serde_json::{Value, json};

use crate::content::{Layout, Library};
use crate::i18n::strings::Interface;
use crate::output::asset::Assets;
use crate::render::edition::Edition;
use crate::render::view::TermView;
use crate::search::{SearchPage, SearchSection};
use crate::url::{OutputPath, encode_path};

/// The texts that the scripts of search show. They fill in `{n}` and `{query}`.
const TEXTS: [&str; 13] = [
    "search-a-z",
    "search-again",
    "search-all",
    "search-count",
    "search-failed",
    "search-literal",
    "search-loading",
    "search-meant",
    "search-more",
    "search-none",
    "search-none-hint",
    "search-results",
    "search-unquoted",
];

/// What the scripts of search need for what they show: texts, and the language of these; the
/// languages that pages may stand in; the style of what appears under the field. It travels with
/// the language's entry, so that a page is no heavier for it until somebody searches.
#[must_use]
pub fn interface(library: &Library, edition: &Edition<'_>, assets: &Assets) -> Value {
    let texts: BTreeMap<_, _> = TEXTS
        .iter()
        .map(|key| (key, text(edition.interface, key)))
        .collect();
    let source = library.language(&library.site().source_language);
    let languages: BTreeMap<_, _> = std::iter::once(edition.language())
        .chain(source)
        .map(|language| {
            let named = json!({ "name": language.name, "dir": language.dir.as_str() });
            (language.tag.bcp47(), named)
        })
        .collect();
    let (lang, dir) = edition.interface.words();
    let style = assets.named("search_css").map(OutputPath::as_str);
    json!({
        "lang": lang.bcp47(),
        "dir": dir.as_str(),
        "texts": texts,
        "languages": languages,
        "style": style,
    })
}

/// A text with its places left open; its key if there is none (reported elsewhere).
fn text(interface: &Interface, key: &str) -> String {
    let open = FluentArgs::from_iter([("n", "{n}"), ("query", "{query}")]);
    interface
        .text(key, &open)
        .unwrap_or_else(|_| key.to_owned())
}

/// The pages of an edition as search sees them, and the groups of words that mean the same.
///
/// Pages that the language has only as fallback are in it too: a reader who knows the other
/// language finds them, and who doesn't would find nothing in their place.
///
/// A page whose front matter says `search = false` isn't, in no language: what the source keeps
/// away from somebody in need must not come back because a translator forgot a line.
#[must_use]
pub fn pages(library: &Library, edition: &Edition<'_>) -> (Vec<SearchPage>, Vec<Vec<String>>) {
    let tag = &edition.language().tag;
    let pages = edition
        .paths()
        .into_iter()
        .filter_map(|path| {
            let page = library.page_or_source(tag, path)?;
            let source = library.page(&library.site().source_language, path);
            if page.front.unsearched || source.is_some_and(|source| source.front.unsearched) {
                return None;
            }
            let sections = page.document.sections.iter().map(|section| SearchSection {
                anchor: section.anchor.clone(),
                heading: section.heading.clone(),
                headings: section.headings.clone(),
                body: section.body.clone(),
            });
            // The template puts the terms on the glossary's page; the document doesn't have them.
            let terms = if page.front.layout == Layout::Glossary {
                edition.glossary()
            } else {
                &[]
            };
            Some(SearchPage {
                url: encode_path(&format!("{path}.html")),
                title: page.front.title.clone(),
                description: page.front.description.clone(),
                lang: (page.lang != *tag).then(|| page.lang.bcp47()),
                words: page.front.search_words.clone(),
                sections: sections.chain(terms.iter().map(section)).collect(),
            })
        })
        .collect();
    let synonyms = library
        .glossary(tag)
        .terms()
        .iter()
        .filter(|term| !term.synonyms.is_empty())
        .map(|term| {
            std::iter::once(&term.term)
                .chain(&term.synonyms)
                .cloned()
                .collect()
        })
        .collect();
    (pages, synonyms)
}

fn section(term: &TermView) -> SearchSection {
    let mut body = term.definition.clone();
    for synonym in &term.synonyms {
        body.push(' ');
        body.push_str(synonym);
    }
    SearchSection {
        anchor: Some(term.id.clone()),
        heading: term.term.clone(),
        headings: term.term.clone(),
        body,
    }
}
