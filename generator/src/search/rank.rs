//! Scores of sections, and the order of pages.

use std::collections::{BTreeMap, HashMap};

use super::engine::{Postings, Stem};
use super::fold::fold;
use super::index::SearchIndex;
use super::plan::{Alternative, Kind, Plan, Word};
use super::score::{BOOSTS, FIELDS, idf, weight};
use super::vocabulary::equal_range;

/// What a page's second section adds to the first, the third to the second, and so on.
const NEXT: f64 = 0.2;

/// What it counts that a page satisfies every word of the query; less than that counts as the share.
const EVERY: f64 = 3.0;

/// A page on its way into the results.
pub(super) struct Found {
    /// Its best section.
    pub(super) section: u32,
    /// The page's: coverage × what its sections come to.
    pub(super) score: f64,
    /// The scores of its sections, best first.
    pub(super) sections: Vec<f64>,
    /// Which words of the query the page satisfies, one bit each.
    pub(super) words: u32,
}

impl Found {
    /// How much of the query the page satisfies.
    pub(super) fn coverage(&self, plan: &Plan) -> f64 {
        if self.words == every_word(plan) {
            EVERY
        } else {
            f64::from(self.words.count_ones()) / plan.words.len() as f64
        }
    }

    /// Puts the sections in order and makes the page's score of them.
    fn weigh(mut self, plan: &Plan) -> Self {
        self.sections.sort_by(|a, b| b.total_cmp(a));
        let (sum, _) = self
            .sections
            .iter()
            .fold((0.0, 1.0), |(sum, share), score| {
                (sum + share * score, share * NEXT)
            });
        self.score = self.coverage(plan) * sum;
        self
    }
}

/// What one field of a section adds to the score of a stem or a phrase.
pub(super) struct FieldScore {
    pub(super) section: u32,
    /// Its place in the schema.
    pub(super) field: usize,
    pub(super) idf: f32,
    pub(super) frequency: u32,
    pub(super) length_id: u8,
    /// BM25, before the field's boost.
    pub(super) score: f32,
}

impl SearchIndex {
    /// All pages that satisfy a word of the plan and hold every phrase, best first.
    pub(super) fn rank(&self, plan: &Plan) -> Vec<Found> {
        let mut pages: BTreeMap<usize, Found> = BTreeMap::new();
        for (section, (score, words)) in self.score_sections(plan) {
            let page = self.page_of[section as usize];
            let found = pages.entry(page).or_insert_with(|| Found {
                section,
                score,
                sections: Vec::new(),
                words: 0,
            });
            found.words |= words;
            found.sections.push(score);
            if score > found.score {
                (found.section, found.score) = (section, score);
            }
        }
        let phrases = plan.words.iter().enumerate();
        let phrases = phrases.fold(0, |bits, (i, word)| bits | u32::from(word.phrase) << i);
        let mut found: Vec<Found> = pages
            .into_values()
            .filter(|found| found.words & phrases == phrases)
            .map(|found| found.weigh(plan))
            .collect();
        found.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| a.section.cmp(&b.section))
        });
        found
    }

    /// Every section that satisfies a word of the plan: its score, and which words, a bit each.
    pub(super) fn score_sections(&self, plan: &Plan) -> BTreeMap<u32, (f64, u32)> {
        let mut sections: BTreeMap<u32, (f64, u32)> = BTreeMap::new();
        for (number, word) in plan.words.iter().enumerate() {
            for (section, score) in self.score_word(word) {
                let total = sections.entry(section).or_default();
                total.0 += score;
                total.1 |= 1 << number;
            }
        }
        sections
    }

    /// A word's score by section: the best of what satisfies it there.
    fn score_word(&self, word: &Word) -> BTreeMap<u32, f64> {
        let mut best: BTreeMap<u32, f64> = BTreeMap::new();
        for alternative in &word.alternatives {
            for (section, score) in self.score_alternative(word, alternative) {
                let best = best.entry(section).or_default();
                *best = best.max(score);
            }
        }
        best
    }

    /// An alternative's score by section, where all of its stems stand: that of the stem which
    /// has the least there.
    pub(super) fn score_alternative(
        &self,
        word: &Word,
        alternative: &Alternative,
    ) -> BTreeMap<u32, f64> {
        let lists = self.field_scores(word, alternative);
        let mut lists = lists.iter().map(|parts| {
            let mut scores: BTreeMap<u32, f64> = BTreeMap::new();
            for part in parts {
                let score = f64::from(part.score);
                *scores.entry(part.section).or_default() += BOOSTS[part.field] * score;
            }
            scores
        });
        let mut least = lists.next().unwrap_or_default();
        for scores in lists {
            least.retain(|section, total| {
                scores.get(section).is_some_and(|score| {
                    *total = total.min(*score);
                    true
                })
            });
        }
        for score in least.values_mut() {
            *score *= alternative.weight;
        }
        least
    }

    /// What an alternative's score is made of: for each of its stems, or for the phrase, what
    /// each field of each section gives, in the order in which it is summed.
    pub(super) fn field_scores(
        &self,
        word: &Word,
        alternative: &Alternative,
    ) -> Vec<Vec<FieldScore>> {
        if alternative.kind == Kind::Phrase {
            return vec![self.phrase_scores(&alternative.stems)];
        }
        // What is looked for instead of a word is no more telling than the word: otherwise a
        // rare relative would come before what was asked for.
        let least = match self.stem(&word.stem) {
            Some(exact) if alternative.kind != Kind::Exact => found_in(exact),
            _ => [0; 3],
        };
        let stems = alternative.stems.iter();
        stems.map(|stem| self.stem_scores(stem, least)).collect()
    }

    /// A stem's parts; it counts as standing in so many sections at least, by field.
    fn stem_scores(&self, stem: &str, least: [u32; 3]) -> Vec<FieldScore> {
        let mut parts = Vec::new();
        let Some(stem) = self.stem(stem) else {
            return parts;
        };
        let found = found_in(stem);
        for (field, postings) in stem.fields.iter().enumerate() {
            let idf = idf(found[field].max(least[field]), self.section_count());
            for (i, &section) in postings.sections.iter().enumerate() {
                let (frequency, length_id) = (postings.frequencies[i], postings.length_ids[i]);
                parts.push(FieldScore {
                    section,
                    field,
                    idf,
                    frequency,
                    length_id,
                    score: self.lengths[field].score(weight(idf), frequency, length_id),
                });
            }
        }
        parts
    }

    /// A phrase's parts: its frequency is how often the stems stand one after another, its idf
    /// the sum of theirs, as Tantivy's `PhraseQuery` has it.
    fn phrase_scores(&self, stems: &[String]) -> Vec<FieldScore> {
        let mut parts = Vec::new();
        let stems: Option<Vec<&Stem>> = stems.iter().map(|stem| self.stem(stem)).collect();
        let stems = stems.unwrap_or_default();
        for field in 0..FIELDS.len() {
            let idf = stems.iter().fold(0.0, |sum, stem| {
                sum + idf(found_in(stem)[field], self.section_count())
            });
            let positions = stems.iter().map(|stem| positions(&stem.fields[field]));
            let positions: Vec<HashMap<u32, &[u32]>> = positions.collect();
            let Some(first) = stems.first().map(|stem| &stem.fields[field]) else {
                continue;
            };
            for (i, section) in first.sections.iter().enumerate() {
                let here: Option<Vec<&[u32]>> = positions
                    .iter()
                    .map(|positions| positions.get(section).copied())
                    .collect();
                let frequency = here.map_or(0, |here| occurrences(&here));
                if frequency > 0 {
                    let length_id = first.length_ids[i];
                    parts.push(FieldScore {
                        section: *section,
                        field,
                        idf,
                        frequency,
                        length_id,
                        score: self.lengths[field].score(weight(idf), frequency, length_id),
                    });
                }
            }
        }
        parts
    }

    fn stem(&self, text: &str) -> Option<&Stem> {
        equal_range(&self.stems, &fold(text), |stem| &stem.folded)
            .iter()
            .find(|stem| stem.text == text)
    }

    pub(super) fn section_count(&self) -> u32 {
        u32::try_from(self.page_of.len()).unwrap_or(u32::MAX)
    }
}

/// The bits of all words of a plan.
pub(super) fn every_word(plan: &Plan) -> u32 {
    (1 << plan.words.len()) - 1
}

/// In how many sections a stem stands, by field.
fn found_in(stem: &Stem) -> [u32; 3] {
    let count = |postings: &Postings| u32::try_from(postings.sections.len()).unwrap_or(u32::MAX);
    [0, 1, 2].map(|field| count(&stem.fields[field]))
}

/// The positions of a stem in one field, by section.
fn positions(postings: &Postings) -> HashMap<u32, &[u32]> {
    let mut rest = postings.positions.as_slice();
    let rows = postings.sections.iter().zip(&postings.frequencies);
    rows.map(|(&section, &frequency)| {
        let (here, after) = rest.split_at(frequency as usize);
        rest = after;
        (section, here)
    })
    .collect()
}

/// How often positions follow each other: the first list's at p, the next one's at p + 1, …
fn occurrences(lists: &[&[u32]]) -> u32 {
    let starts = lists[0].iter().filter(|&&start| {
        (start..)
            .zip(lists)
            .all(|(position, list)| list.binary_search(&position).is_ok())
    });
    u32::try_from(starts.count()).unwrap_or(u32::MAX)
}
