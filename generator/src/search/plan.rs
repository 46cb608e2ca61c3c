//! What a query asks for. README.md says it in words; `client/plan.js` says it for the browser.

use std::collections::HashMap;

use super::analysis::Analysis;
use super::engine::Stem;
use super::fold::fold;
use super::query::{Unit, beginning, distinct, rewritten, units};
use super::spelling::{REPLACED_CAP, Spelling, commonest};
use super::token::is_pair;
use super::vocabulary::{Entry, Vocabulary, equal_range};

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

/// What a query asks for, once misspelt words are replaced.
pub(super) struct Plan {
    pub(super) words: Vec<Word>,
    /// The words that were replaced, as typed and as looked for.
    pub(super) replaced: Vec<(String, String)>,
    /// The query that is answered.
    pub(super) answered: String,
}

/// One word of a query, or one phrase.
pub(super) struct Word {
    /// The surface; a phrase has several, joined by spaces.
    pub(super) surface: String,
    /// The stem by which synonyms know it; none for a phrase.
    pub(super) stem: String,
    pub(super) phrase: bool,
    pub(super) alternatives: Vec<Alternative>,
}

/// Something that satisfies a word: a section that holds all these stems.
pub(super) struct Alternative {
    pub(super) kind: Kind,
    pub(super) weight: f64,
    pub(super) stems: Vec<String>,
}

/// Why something satisfies a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The word's own stem.
    Exact,
    /// The stems of a phrase, one after another in one field.
    Phrase,
    /// The same letters with other diacritics.
    Folded,
    /// Another term of the same glossary entry.
    Synonym,
    /// A word with the same beginning, in a language without stemmer.
    Kin,
    /// A word that begins with the last one of the query.
    Prefix,
}

/// What a plan is made from.
pub(super) struct Planner<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) spelling: &'a Spelling,
    pub(super) stems: &'a [Stem],
    pub(super) synonyms: &'a Synonyms,
}

impl Planner<'_> {
    /// The plan of a query; no words, no plan. A word that nothing in the text satisfies is
    /// taken for a typing error, unless the query is meant literally.
    pub(super) fn plan(&self, query: &str, literal: bool) -> Plan {
        let read = beginning(query);
        let units = units(self.analysis, &read);
        let words = self.words(&units);
        let replaced = if literal {
            Vec::new()
        } else {
            self.replaced(&units, &words)
        };
        if replaced.is_empty() {
            return Plan {
                words,
                replaced,
                answered: query.to_owned(),
            };
        }
        let map: HashMap<String, String> = replaced.iter().cloned().collect();
        let meant = |word: String| map.get(&word).cloned().unwrap_or(word);
        let units = units.into_iter().map(|unit| match unit {
            Unit::Word(word) => Unit::Word(meant(word)),
            Unit::Phrase(words) => Unit::Phrase(words.into_iter().map(meant).collect()),
        });
        Plan {
            words: self.words(&distinct(units.collect())),
            answered: rewritten(self.analysis, &read, &map),
            replaced,
        }
    }

    /// What stands for each word that nothing satisfies, for the first few such words.
    fn replaced(&self, units: &[Unit], words: &[Word]) -> Vec<(String, String)> {
        let mut unknown: Vec<&String> = Vec::new();
        for (unit, word) in units.iter().zip(words) {
            match unit {
                Unit::Word(surface) if word.alternatives.is_empty() => unknown.push(surface),
                Unit::Word(_) => {}
                Unit::Phrase(surfaces) => {
                    unknown.extend(surfaces.iter().filter(|s| self.held_form(s).is_none()));
                }
            }
        }
        let mut seen: Vec<&String> = Vec::new();
        unknown.retain(|&surface| {
            let new = !seen.contains(&surface);
            seen.push(surface);
            new
        });
        let looked_up = unknown.into_iter().take(REPLACED_CAP);
        let replaced = looked_up.filter_map(|surface| {
            let meant = self
                .spelling
                .nearest(self.analysis, self.vocabulary, surface)?;
            Some((surface.clone(), meant))
        });
        replaced.collect()
    }

    /// The units as words, each with what satisfies it and stands in the index.
    fn words(&self, units: &[Unit]) -> Vec<Word> {
        let mut words: Vec<Word> = units.iter().map(|unit| self.word(unit)).collect();
        self.add_synonyms(&mut words);
        for word in words.iter_mut().filter(|word| !word.phrase) {
            if self.analysis.twin().is_none() && !is_pair(&word.surface) {
                self.add_kin(word);
            }
        }
        if let Some(last) = words.last_mut().filter(|word| !word.phrase) {
            self.add_prefix(last);
        }
        for word in &mut words {
            word.alternatives
                .retain(|alternative| alternative.stems.iter().all(|s| self.holds(s)));
        }
        words
    }

    /// A unit by itself: its stem, and the stems that differ in diacritics alone; or a phrase.
    fn word(&self, unit: &Unit) -> Word {
        let surface = match unit {
            Unit::Word(surface) => surface,
            Unit::Phrase(surfaces) => return self.phrase(surfaces),
        };
        let (stem, folded) = self.forms(surface);
        let mut word = Word {
            surface: surface.clone(),
            stem: stem.clone(),
            phrase: false,
            alternatives: Vec::new(),
        };
        word.add(Kind::Exact, 1.0, vec![stem]);
        let folded = folded.into_iter().map(|stem| vec![stem]);
        word.add_up_to(FOLDED_CAP, Kind::Folded, FOLDED, folded);
        word
    }

    /// Words that stand together, each by its own stem or else by the likest that there is.
    fn phrase(&self, surfaces: &[String]) -> Word {
        let stems = surfaces.iter().map(|surface| self.held_form(surface));
        let stems: Option<Vec<String>> = stems.collect();
        let alternatives = stems.into_iter().map(|stems| Alternative {
            kind: Kind::Phrase,
            weight: 1.0,
            stems,
        });
        Word {
            surface: surfaces.join(" "),
            stem: String::new(),
            phrase: true,
            alternatives: alternatives.collect(),
        }
    }

    /// The stem of a surface, and the stems that differ from it in diacritics alone.
    fn forms(&self, surface: &str) -> (String, Vec<String>) {
        let namesakes = self.vocabulary.folded(&fold(surface));
        let own = namesakes.iter().find(|entry| entry.surface == surface);
        let stem = own.map_or_else(|| self.analysis.stem(surface), |entry| entry.stem.clone());
        let by_surface = namesakes.iter().map(|entry| &entry.stem);
        let by_stem = equal_range(self.stems, &fold(&stem), |s| &s.folded)
            .iter()
            .map(|s| &s.text);
        let folded = by_surface.chain(by_stem).cloned().collect();
        (stem, folded)
    }

    /// The stem by which a word of a phrase stands in the index, if it does.
    fn held_form(&self, surface: &str) -> Option<String> {
        let (stem, folded) = self.forms(surface);
        if self.holds(&stem) {
            return Some(stem);
        }
        let namesakes = self.vocabulary.folded(&fold(surface));
        commonest(namesakes)
            .map(|entry| entry.stem.clone())
            .or_else(|| folded.into_iter().next())
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
                    word.add(Kind::Synonym, weight, stems);
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
        word.add_up_to(KIN_CAP, Kind::Kin, KIN, kin);
    }

    /// The word that is being typed: words that begin with it.
    fn add_prefix(&self, word: &mut Word) {
        let folded = fold(&word.surface);
        let least = if is_pair(&folded) { 1 } else { PREFIX_CHARS };
        if folded.chars().count() >= least {
            let words = self.commonest(&folded, PREFIX_CAP);
            word.add_up_to(PREFIX_CAP, Kind::Prefix, PREFIX, words);
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
    /// Adds an alternative unless the same stems are there already, with no lower weight.
    fn add(&mut self, kind: Kind, weight: f64, stems: Vec<String>) {
        if self
            .alternatives
            .iter()
            .all(|alternative| alternative.stems != stems)
        {
            self.alternatives.push(Alternative {
                kind,
                weight,
                stems,
            });
        }
    }

    fn add_up_to(
        &mut self,
        cap: usize,
        kind: Kind,
        weight: f64,
        all: impl IntoIterator<Item = Vec<String>>,
    ) {
        let end = self.alternatives.len() + cap;
        for stems in all {
            if self.alternatives.len() < end {
                self.add(kind, weight, stems);
            }
        }
    }
}
