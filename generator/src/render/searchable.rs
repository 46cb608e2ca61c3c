//! What search is given of an edition.

use crate::content::{Layout, Library};
use crate::render::edition::Edition;
use crate::render::view::TermView;
use crate::search::{SearchPage, SearchSection};
use crate::url::encode_path;

/// The pages of an edition as search sees them, and the groups of words that mean the same.
///
/// Pages that the language has only as fallback are in it too: a reader who knows the other
/// language finds them, and who doesn't would find nothing in their place.
#[must_use]
pub fn pages(library: &Library, edition: &Edition<'_>) -> (Vec<SearchPage>, Vec<Vec<String>>) {
    let tag = &edition.language().tag;
    let pages = edition
        .paths()
        .into_iter()
        .filter_map(|path| {
            let page = library.page_or_source(tag, path)?;
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
