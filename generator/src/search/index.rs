//! The index of one language.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::analysis::Analysis;
use super::engine::{self, Inverted, Section, Stem};
use super::plan::Synonyms;
use super::score::LengthTable;
use super::spelling::Spelling;
use super::vocabulary::Vocabulary;
use super::{SearchPage, SearchSection};

/// Why an index could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Tantivy refused; the cause says why.
    #[error("the search index for “{lang}” could not be made")]
    Engine {
        /// The language.
        lang: String,
        /// What Tantivy said.
        source: Box<tantivy::TantivyError>,
    },
    /// A section number would not fit into 32 bits.
    #[error("“{lang}” has too many sections to index")]
    TooLarge {
        /// The language.
        lang: String,
    },
}

/// The index of one language.
pub struct SearchIndex {
    pub(super) analysis: Analysis,
    pub(super) pages: Vec<SearchPage>,
    /// The page of each section.
    pub(super) page_of: Vec<usize>,
    /// The first section of each page.
    first_of: Vec<u32>,
    pub(super) vocabulary: Vocabulary,
    pub(super) spelling: Spelling,
    pub(super) stems: Vec<Stem>,
    pub(super) synonyms: Synonyms,
    pub(super) total_words: [u64; 3],
    pub(super) lengths: [LengthTable; 3],
}

impl SearchIndex {
    /// Indexes the pages of a language, in the order that settles ties.
    ///
    /// `synonyms` are groups of terms that mean the same, each of one word or several.
    pub fn build(
        lang: &str,
        pages: &[SearchPage],
        synonyms: &[Vec<String>],
    ) -> Result<Self, SearchError> {
        let analysis = Analysis::of(lang);
        let pages: Vec<SearchPage> = pages.iter().map(whole).collect();
        let (sections, vocabulary) = analyse(&analysis, &pages);
        let count = u32::try_from(sections.len()).map_err(|_| SearchError::TooLarge {
            lang: lang.to_owned(),
        })?;
        let failed = |source: tantivy::TantivyError| SearchError::Engine {
            lang: lang.to_owned(),
            source: Box::new(source),
        };
        let Inverted { stems, total_words } = if count == 0 {
            Inverted {
                stems: Vec::new(),
                total_words: [0; 3],
            }
        } else {
            engine::read(&engine::index(sections).map_err(failed)?).map_err(failed)?
        };
        let mut page_of = Vec::new();
        let mut first_of = Vec::new();
        for (number, page) in pages.iter().enumerate() {
            first_of.push(u32::try_from(page_of.len()).unwrap_or(u32::MAX));
            page_of.resize(page_of.len() + page.sections.len(), number);
        }
        let term = |term: &String| -> Vec<String> {
            let all = analysis.surfaces(term);
            let some = all.iter().any(|word| !analysis.stop.contains(word));
            let words = all
                .iter()
                .filter(|word| !some || !analysis.stop.contains(*word));
            words.map(|word| analysis.stem(word)).collect()
        };
        let synonyms = synonyms
            .iter()
            .map(|group| group.iter().map(term).collect())
            .collect();
        let lengths = total_words.map(|total| LengthTable::new(total, count));
        Ok(Self {
            analysis,
            pages,
            page_of,
            first_of,
            spelling: Spelling::of(&vocabulary),
            vocabulary,
            stems,
            synonyms,
            total_words,
            lengths,
        })
    }

    pub(super) fn section(&self, number: u32) -> (&SearchPage, &SearchSection) {
        let page = self.page_of[number as usize];
        (
            &self.pages[page],
            &self.pages[page].sections[(number - self.first_of[page]) as usize],
        )
    }
}

/// The page with its description before its first text, white space made plain, and at least one
/// section, so that its title can be found.
fn whole(page: &SearchPage) -> SearchPage {
    let mut page = page.clone();
    if page
        .sections
        .first()
        .is_none_or(|first| first.anchor.is_some())
    {
        page.sections.insert(0, SearchSection::default());
    }
    let (title, description) = (plain(&page.title), plain(&page.description));
    for section in &mut page.sections {
        section.heading = plain(&section.heading);
        section.body = plain(&section.body);
    }
    if let Some(first) = page.sections.first_mut() {
        let whole = format!("{description} {}", first.body);
        whole.trim().clone_into(&mut first.body);
    }
    // A page that begins with a heading has nothing before it to show.
    if page.sections.len() > 1
        && page.sections[0].body.is_empty()
        && page.sections[0].headings.is_empty()
    {
        page.sections.remove(0);
    }
    page.title = title;
    page
}

/// Runs of white space and control characters become one space.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The stems of every section, and every surface with its stem and its number of sections.
pub(super) fn analyse(analysis: &Analysis, pages: &[SearchPage]) -> (Vec<Section>, Vocabulary) {
    /// Per page, so that pages are read in parallel and joined in order.
    struct Read {
        sections: Vec<Section>,
        surfaces: HashMap<String, (String, u32)>,
    }
    let read: Vec<Read> = pages
        .par_iter()
        .map(|page| {
            let mut surfaces: HashMap<String, (String, u32)> = HashMap::new();
            let sections = page.sections.iter().enumerate().map(|(number, section)| {
                let mut seen: HashSet<String> = HashSet::new();
                // After the text, so that no place in it moves.
                let words = if number == 0 {
                    page.words.as_slice()
                } else {
                    &[]
                };
                let body = [std::slice::from_ref(&section.body), words]
                    .concat()
                    .join(" ");
                [&page.title, &section.headings, &body].map(|text| {
                    let words = analysis.surfaces(text).into_iter().map(|surface| {
                        let (stem, sections) = surfaces
                            .entry(surface.clone())
                            .or_insert_with(|| (analysis.stem(&surface), 0));
                        if seen.insert(surface) {
                            *sections += 1;
                        }
                        stem.clone()
                    });
                    words.collect()
                })
            });
            let sections = sections.collect();
            Read { sections, surfaces }
        })
        .collect();
    let mut sections = Vec::new();
    let mut surfaces: HashMap<String, (String, u32)> = HashMap::new();
    for page in read {
        sections.extend(page.sections);
        for (surface, (stem, count)) in page.surfaces {
            surfaces.entry(surface).or_insert((stem, 0)).1 += count;
        }
    }
    let words = surfaces
        .into_iter()
        .map(|(surface, (stem, sections))| (surface, stem, sections));
    (sections, Vocabulary::new(words))
}
