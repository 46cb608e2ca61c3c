//! What a query asks for. README.md says it in words; `client/plan.js` says it for the browser.

use super::analysis::Analysis;
use super::engine::Stem;
use super::fold::fold;
use super::token::is_pair;
use super::vocabulary::{Entry, Vocabulary, equal_range};

/// Characters of a query that are read.
pub(super) const QUERY_CHARS: usize = 500;
/// Words of a query that are looked up.
pub(super) const QUERY_WORDS: usize = 16;

/// Weight of a stem whose folded form alone agrees.
const FOLDED: f64 = 0.8;
/// Weight of another name for the same thing.
const SYNONYM: f64 = 0.7;
/// Weight of a word that shares its beginning, in a language without stemmer.
const KIN: f64 = 0.6;
/// Weight of a word that begins with the last word of the query.
const PREFIX: f64 = 0.4;

const FOLDED_CAP: usize = 8;
const SYNONYM_CAP: usize = 8;
const KIN_CAP: usize = 12;
const PREFIX_CAP: usize = 8;
/// Words with one beginning that are looked at, in order.
const RANGE_CAP: usize = 256;
/// Characters that a beginning must have.
const PREFIX_CHARS: usize = 3;
/// Characters that two forms of a word share at least, in a language without stemmer.
const KIN_CHARS: usize = 4;

/// Other names: groups of terms, each a list of stems without stop words.
pub(super) type Synonyms = Vec<Vec<Vec<String>>>;

/// The words of a query, each with what satisfies it.
pub(super) struct Plan {
    pub(super) words: Vec<Word>,
}

/// One word of a query.
pub(super) struct Word {
    surface: String,
    /// The stem by which synonyms know it.
    stem: String,
    pub(super) alternatives: Vec<Alternative>,
}

/// Something that satisfies a word: a section that holds all these stems.
pub(super) struct Alternative {
    pub(super) weight: f64,
    pub(super) stems: Vec<String>,
}

/// What a plan is made from.
pub(super) struct Planner<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) stems: &'a [Stem],
    pub(super) synonyms: &'a Synonyms,
}

impl Planner<'_> {
    /// The plan of a query; no words, no plan.
    pub(super) fn plan(&self, query: &str) -> Plan {
        let query: String = query.chars().take(QUERY_CHARS).collect();
        let surfaces = self.analysis.without_stop(self.analysis.surfaces(&query));
        let last = surfaces.last().cloned();
        let mut words: Vec<Word> = Vec::new();
        for surface in surfaces {
            if words.len() < QUERY_WORDS && words.iter().all(|word| word.surface != surface) {
                words.push(self.word(surface));
            }
        }
        self.add_synonyms(&mut words);
        for word in &mut words {
            if self.analysis.twin().is_none() && !is_pair(&word.surface) {
                self.add_kin(word);
            }
            if last.as_ref() == Some(&word.surface) {
                self.add_prefix(word);
            }
        }
        for word in &mut words {
            word.alternatives
                .retain(|alternative| alternative.stems.iter().all(|s| self.holds(s)));
        }
        Plan { words }
    }

    /// A word by itself: its stem, and the stems that differ in diacritics alone.
    fn word(&self, surface: String) -> Word {
        let namesakes = self.vocabulary.folded(&fold(&surface));
        let own = namesakes.iter().find(|entry| entry.surface == surface);
        let stem = own.map_or_else(|| self.analysis.stem(&surface), |entry| entry.stem.clone());
        let by_surface = namesakes.iter().map(|entry| &entry.stem);
        let by_stem = equal_range(self.stems, &fold(&stem), |s| &s.folded)
            .iter()
            .map(|s| &s.text);
        let folded: Vec<String> = by_surface.chain(by_stem).cloned().collect();
        let mut word = Word {
            surface,
            stem: stem.clone(),
            alternatives: Vec::new(),
        };
        word.add(1.0, vec![stem]);
        word.add_up_to(
            FOLDED_CAP,
            FOLDED,
            folded.into_iter().map(|stem| vec![stem]),
        );
        word
    }

    /// Wherever consecutive words make up a term of a group, each of them may be satisfied by
    /// any other term of the group.
    fn add_synonyms(&self, words: &mut [Word]) {
        let stems: Vec<String> = words.iter().map(|word| fold(&word.stem)).collect();
        let mut found: Vec<Vec<(f64, Vec<String>)>> = vec![Vec::new(); words.len()];
        for group in self.synonyms {
            for (number, term) in group.iter().enumerate() {
                let folded: Vec<String> = term.iter().map(|stem| fold(stem)).collect();
                if folded.is_empty() {
                    continue;
                }
                for (at, window) in stems.windows(folded.len()).enumerate() {
                    if window != folded {
                        continue;
                    }
                    let others = group
                        .iter()
                        .enumerate()
                        .filter(|&(other, _)| other != number);
                    for (_, other) in others {
                        for list in &mut found[at..at + folded.len()] {
                            list.push((SYNONYM / folded.len() as f64, other.clone()));
                        }
                    }
                }
            }
        }
        for (word, found) in words.iter_mut().zip(found) {
            let end = word.alternatives.len() + SYNONYM_CAP;
            for (weight, stems) in found {
                if word.alternatives.len() < end && !stems.is_empty() {
                    word.add(weight, stems);
                }
            }
        }
    }

    /// Without a stemmer: words that share all but the last two characters.
    fn add_kin(&self, word: &mut Word) {
        let folded = fold(&word.surface);
        let chars = folded.chars().count();
        if chars < KIN_CHARS {
            return;
        }
        let shared: String = folded.chars().take(KIN_CHARS.max(chars - 2)).collect();
        let kin = self.commonest(&shared, KIN_CAP);
        word.add_up_to(KIN_CAP, KIN, kin);
    }

    /// The word that is being typed: words that begin with it.
    fn add_prefix(&self, word: &mut Word) {
        let folded = fold(&word.surface);
        let least = if is_pair(&folded) { 1 } else { PREFIX_CHARS };
        if folded.chars().count() >= least {
            let words = self.commonest(&folded, PREFIX_CAP);
            word.add_up_to(PREFIX_CAP, PREFIX, words);
        }
    }

    /// The stems of the commonest words with a beginning, among the first in order.
    fn commonest(&self, prefix: &str, cap: usize) -> Vec<Vec<String>> {
        let range = self.vocabulary.starting_with(prefix);
        let mut range: Vec<&Entry> = range.iter().take(RANGE_CAP).collect();
        // The sort is stable: words as common as each other keep their order.
        range.sort_by_key(|entry| std::cmp::Reverse(entry.class));
        range
            .into_iter()
            .take(cap)
            .map(|entry| vec![entry.stem.clone()])
            .collect()
    }

    fn holds(&self, stem: &str) -> bool {
        equal_range(self.stems, &fold(stem), |s| &s.folded)
            .iter()
            .any(|s| s.text == stem)
    }
}

impl Word {
    #[cfg(test)]
    pub(super) fn new(stem: &str, alternatives: Vec<Alternative>) -> Self {
        Self {
            surface: stem.to_owned(),
            stem: stem.to_owned(),
            alternatives,
        }
    }

    /// Adds an alternative unless the same stems are there already, with no lower weight.
    fn add(&mut self, weight: f64, stems: Vec<String>) {
        if self
            .alternatives
            .iter()
            .all(|alternative| alternative.stems != stems)
        {
            self.alternatives.push(Alternative { weight, stems });
        }
    }

    fn add_up_to(&mut self, cap: usize, weight: f64, stems: impl IntoIterator<Item = Vec<String>>) {
        let end = self.alternatives.len() + cap;
        for stems in stems {
            if self.alternatives.len() < end {
                self.add(weight, stems);
            }
        }
    }
}
