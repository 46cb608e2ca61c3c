//! Search: one index per language, searched natively and, exported to shards, in a browser.
//!
//! Tantivy makes the index ([`SearchIndex::build`]). [`SearchIndex::search`] answers a query from
//! it. [`SearchIndex::shards`] writes what it holds as small static scripts, from which the
//! scripts in `client/` give the same answer. `README.md` beside this file is the plan that both
//! follow, `FORMAT.md` the shape of the shards.

#[cfg(test)]
mod against_tantivy;
mod analysis;
mod answer;
mod encode;
mod engine;
mod excerpt;
mod explain;
mod fold;
mod front;
mod index;
mod normalise;
mod parts;
mod plan;
mod query;
mod rank;
mod score;
mod scripts;
#[cfg(test)]
mod second_reader;
mod shard;
mod spelling;
mod stem;
mod token;
#[cfg(test)]
mod vectors;
mod vocabulary;

pub use answer::{Replaced, SearchOptions, SearchResult, SearchResults};
pub use explain::{AlternativeExplanation, FieldExplanation, StemExplanation, WordExplanation};
pub use index::{SearchError, SearchIndex};
pub use plan::Kind;
pub use shard::Shard;

/// The stems of a text's words, in order: equal for forms of the same word.
pub(crate) fn stems(lang: &str, text: &str) -> Vec<String> {
    let analysis = analysis::Analysis::of(lang);
    let words = analysis.surfaces(text);
    words.iter().map(|word| analysis.stem(word)).collect()
}

/// A page as search sees it.
#[derive(Clone, Debug, Default, Hash)]
pub struct SearchPage {
    /// Relative to the language's folder: `guidelines/five-duties.html`.
    pub url: String,
    /// The page's title, searched with every section.
    pub title: String,
    /// One or two sentences, searched and shown with the text before the first heading.
    pub description: String,
    /// The language of its text, if that is another than the index's.
    pub lang: Option<String>,
    /// What readers may type who know other words for it: searched like text at the end of the
    /// first section, and shown nowhere.
    pub words: Vec<String>,
    /// What the page is divided into at its second-level headings.
    pub sections: Vec<SearchSection>,
}

/// A part of a page: what search finds and links to.
#[derive(Clone, Debug, Default, Hash)]
pub struct SearchSection {
    /// The heading's id; none for the text before the first heading.
    pub anchor: Option<String>,
    /// The heading that is shown with a result; empty for the text before the first heading.
    pub heading: String,
    /// This heading and those below it, as text to search.
    pub headings: String,
    /// The section's text, without markup.
    pub body: String,
}
