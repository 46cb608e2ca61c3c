//! The index of one language, and what it answers.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::analysis::Analysis;
use super::engine::{self, Inverted, Section, Stem};
use super::excerpt::{Wanted, excerpt};
use super::fold::fold;
use super::plan::{Alternative, Plan, Planner, Synonyms};
use super::score::{BOOSTS, LengthTable, weight};
use super::vocabulary::{Vocabulary, equal_range};
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
    pub(super) stems: Vec<Stem>,
    pub(super) synonyms: Synonyms,
    pub(super) total_words: [u64; 3],
    lengths: [LengthTable; 3],
}

/// What a query found.
#[derive(Clone, Debug, serde::Serialize)]
pub struct SearchResults {
    /// The query as it was given.
    pub query: String,
    /// The language searched.
    pub lang: String,
    /// The best pages, best first, at most as many as were asked for.
    pub results: Vec<SearchResult>,
    /// How many pages were found in all.
    pub pages: usize,
}

/// A page that was found, shown by its best section.
#[derive(Clone, Debug, serde::Serialize)]
pub struct SearchResult {
    /// Relative to the language's folder.
    pub url: String,
    /// The section's anchor, without `#`; none for the text before the first heading.
    pub anchor: Option<String>,
    /// The page's title.
    pub title: String,
    /// The section's heading; empty for the text before the first heading.
    pub heading: String,
    /// The best section's score; comparable within one query only.
    pub score: f64,
    /// A piece of the section's text around what was found.
    pub excerpt: String,
    /// Whether the page holds every word of the query.
    pub every_word: bool,
}

/// A page on its way into the results.
struct Found {
    section: u32,
    score: f64,
    /// Which words of the query the page satisfies, one bit each.
    words: u32,
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
            let words = analysis.without_stop(analysis.surfaces(term));
            words.iter().map(|word| analysis.stem(word)).collect()
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
            vocabulary,
            stems,
            synonyms,
            total_words,
            lengths,
        })
    }

    /// The best pages for a query, best first. Any query is answered, if with nothing.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> SearchResults {
        let plan = Planner {
            analysis: &self.analysis,
            vocabulary: &self.vocabulary,
            stems: &self.stems,
            synonyms: &self.synonyms,
        }
        .plan(query);
        let found = self.rank(&plan);
        let wanted = wanted_stems(&plan);
        let every = (1_u32 << plan.words.len()) - 1;
        let results = found.iter().take(limit).map(|found| {
            let (page, section) = self.section(found.section);
            SearchResult {
                url: page.url.clone(),
                anchor: section.anchor.clone(),
                title: page.title.clone(),
                heading: section.heading.clone(),
                score: found.score,
                excerpt: excerpt(&self.analysis, &wanted, &section.body),
                every_word: found.words == every,
            }
        });
        SearchResults {
            query: query.to_owned(),
            lang: self.analysis.lang.clone(),
            results: results.collect(),
            pages: found.len(),
        }
    }

    /// Every section that satisfies a word of the plan: its score, and which words, a bit each.
    pub(super) fn score_sections(&self, plan: &Plan) -> BTreeMap<u32, (f64, u32)> {
        let mut sections: BTreeMap<u32, (f64, u32)> = BTreeMap::new();
        for (number, word) in plan.words.iter().enumerate() {
            for (section, score) in self.score_word(&word.alternatives) {
                let total = sections.entry(section).or_default();
                total.0 += score;
                total.1 |= 1 << number;
            }
        }
        sections
    }

    /// All pages that satisfy a word of the plan, best first.
    fn rank(&self, plan: &Plan) -> Vec<Found> {
        let mut pages: BTreeMap<usize, Found> = BTreeMap::new();
        for (section, (score, words)) in self.score_sections(plan) {
            let found = Found {
                section,
                score,
                words,
            };
            pages
                .entry(self.page_of[section as usize])
                .and_modify(|best| {
                    best.words |= words;
                    if score > best.score {
                        (best.section, best.score) = (section, score);
                    }
                })
                .or_insert(found);
        }
        let every = (1_u32 << plan.words.len()) - 1;
        let mut found: Vec<Found> = pages.into_values().collect();
        found.sort_by(|a, b| {
            (b.words == every)
                .cmp(&(a.words == every))
                .then_with(|| b.score.total_cmp(&a.score))
                .then_with(|| a.section.cmp(&b.section))
        });
        found
    }

    /// A word's score by section: the best of what satisfies it there.
    fn score_word(&self, alternatives: &[Alternative]) -> BTreeMap<u32, f64> {
        let mut best: BTreeMap<u32, f64> = BTreeMap::new();
        for alternative in alternatives {
            let mut stems = alternative.stems.iter().map(|stem| self.score_stem(stem));
            let mut sum = stems.next().unwrap_or_default();
            for scores in stems {
                sum.retain(|section, total| {
                    scores.get(section).is_some_and(|score| {
                        *total += score;
                        true
                    })
                });
            }
            for (section, sum) in sum {
                let score = alternative.weight * (sum / alternative.stems.len() as f64);
                let best = best.entry(section).or_default();
                *best = best.max(score);
            }
        }
        best
    }

    /// A stem's score by section: BM25 of its fields, summed in schema order.
    fn score_stem(&self, stem: &str) -> BTreeMap<u32, f64> {
        let mut scores: BTreeMap<u32, f64> = BTreeMap::new();
        let sections = u32::try_from(self.page_of.len()).unwrap_or(u32::MAX);
        let found = equal_range(&self.stems, &fold(stem), |s| &s.folded)
            .iter()
            .find(|s| s.text == stem);
        let Some(found) = found else { return scores };
        for ((postings, lengths), boost) in found.fields.iter().zip(&self.lengths).zip(BOOSTS) {
            let weight = weight(
                u32::try_from(postings.sections.len()).unwrap_or(sections),
                sections,
            );
            let rows = postings
                .sections
                .iter()
                .zip(&postings.frequencies)
                .zip(&postings.length_ids);
            for ((&section, &frequency), &length_id) in rows {
                let score = f64::from(lengths.score(weight, frequency, length_id));
                *scores.entry(section).or_default() += boost * score;
            }
        }
        scores
    }

    fn section(&self, number: u32) -> (&SearchPage, &SearchSection) {
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
            let sections = page.sections.iter().map(|section| {
                let mut seen: HashSet<String> = HashSet::new();
                [&page.title, &section.headings, &section.body].map(|text| {
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

/// Each stem that satisfies a word, by itself or with others.
fn wanted_stems(plan: &Plan) -> HashMap<&str, Wanted> {
    let mut wanted = HashMap::new();
    for alone in [true, false] {
        for (word, found) in plan.words.iter().enumerate() {
            let kind = found
                .alternatives
                .iter()
                .filter(|a| (a.stems.len() == 1) == alone);
            for stem in kind.flat_map(|alternative| &alternative.stems) {
                wanted
                    .entry(stem.as_str())
                    .or_insert(Wanted { word, alone });
            }
        }
    }
    wanted
}
