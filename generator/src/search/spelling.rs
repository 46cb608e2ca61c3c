//! What a word may have been meant to be: the vocabulary's nearest, when the index has none.
//!
//! `client/spelling.js` does the same. The list of words from their end is written to shards, so
//! that a browser has the words with an intact beginning and those with an intact end.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use strsim::osa_distance;

use super::analysis::Analysis;
use super::fold::fold;
use super::token::is_pair;
use super::vocabulary::{Entry, Vocabulary, by_code_unit};

/// Characters that a word must have to be taken for a mistyped one.
const LEAST_CHARS: usize = 4;
/// Characters from which on a word may be wrong in two places.
const LONG_CHARS: usize = 8;
/// Words with the same beginning, or end, that are looked at, in order.
const LOOKED_AT: usize = 2_048;
/// Words of a query that are looked up, and replaced if there is a word near enough.
pub(super) const REPLACED_CAP: usize = 4;

/// Every folded word of the text from its end, sorted, with the greatest class of its surfaces.
pub(super) struct Spelling(Vec<(String, u32)>);

impl Spelling {
    /// The list for a vocabulary.
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        let mut reversed: Vec<(String, u32)> = Vec::new();
        for entry in vocabulary.entries() {
            let word = backwards(&entry.folded);
            match reversed.last_mut() {
                Some(last) if last.0 == word => last.1 = last.1.max(entry.class),
                _ => reversed.push((word, entry.class)),
            }
        }
        reversed.sort_by(|a, b| by_code_unit(&a.0, &b.0));
        Self(reversed)
    }

    /// The words, each from its end, with their classes.
    pub(super) fn reversed(&self) -> &[(String, u32)] {
        &self.0
    }

    fn ending_with(&self, suffix: &str) -> &[(String, u32)] {
        let start = backwards(suffix);
        let from = self
            .0
            .partition_point(|word| by_code_unit(&word.0, &start).is_lt());
        let rest = &self.0[from..];
        &rest[..rest.partition_point(|word| word.0.starts_with(&start))]
    }

    /// The surface that was probably meant by one which the index does not have.
    pub(super) fn nearest(
        &self,
        analysis: &Analysis,
        vocabulary: &Vocabulary,
        surface: &str,
    ) -> Option<String> {
        let folded = fold(surface);
        let word: Vec<char> = folded.chars().collect();
        if word.len() < LEAST_CHARS || is_pair(surface) || folded.contains(char::is_numeric) {
            return None;
        }
        let (limit, shared) = if word.len() < LONG_CHARS {
            (1, (word.len() - 1) / 2)
        } else {
            (2, (word.len() - 1) / 3)
        };
        let prefix: String = word[..shared].iter().collect();
        let suffix: String = word[word.len() - shared..].iter().collect();
        let forwards = vocabulary.starting_with(&prefix).iter().take(LOOKED_AT);
        let backward = self.ending_with(&suffix).iter().take(LOOKED_AT);
        let mut classes: BTreeMap<String, u32> = BTreeMap::new();
        let candidates = forwards
            .map(|entry| (entry.folded.clone(), entry.class))
            .chain(backward.map(|(word, class)| (backwards(word), *class)));
        for (candidate, class) in candidates {
            let best = classes.entry(candidate).or_default();
            *best = class.max(*best);
        }
        let stop: HashSet<String> = analysis.stop.iter().map(|word| fold(word)).collect();
        let mut found: Vec<(usize, bool, Reverse<u32>, String)> = Vec::new();
        for (candidate, class) in classes {
            if candidate.chars().count().abs_diff(word.len()) > limit
                || stop.contains(&candidate)
                || candidate.contains(char::is_numeric)
            {
                continue;
            }
            // Wrong, missing, added characters and swapped neighbours: optimal string alignment.
            let distance = osa_distance(&folded, &candidate);
            if distance <= limit {
                let other_start = !candidate.starts_with(word[0]);
                found.push((distance, other_start, Reverse(class), candidate));
            }
        }
        found.sort_by(|a, b| {
            (a.0, a.1, a.2)
                .cmp(&(b.0, b.1, b.2))
                .then_with(|| by_code_unit(&a.3, &b.3))
        });
        commonest(vocabulary.folded(&found.first()?.3)).map(|entry| entry.surface.clone())
    }
}

/// The commonest of some words, the first of those as common.
pub(super) fn commonest(entries: &[Entry]) -> Option<&Entry> {
    entries.iter().min_by_key(|entry| Reverse(entry.class))
}

fn backwards(word: &str) -> String {
    word.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::Spelling;
    use crate::search::analysis::Analysis;
    use crate::search::vocabulary::Vocabulary;

    #[test]
    fn the_nearest_word() {
        let words = [
            ("victim", 40),
            ("victims", 90),
            ("vector", 3),
            ("trafficking", 90),
            ("trafficker", 20),
            ("for", 99),
            ("form", 7),
            ("p16", 3),
            ("théâtre", 2),
        ];
        let words = words.map(|(word, count)| (word.to_owned(), word.to_owned(), count));
        let vocabulary = Vocabulary::new(words.into_iter());
        let spelling = Spelling::of(&vocabulary);
        let english = Analysis::of("en");
        let nearest = |word: &str| spelling.nearest(&english, &vocabulary, word);
        assert_eq!(nearest("vitcim").as_deref(), Some("victim"));
        assert_eq!(nearest("ivctims").as_deref(), Some("victims"));
        assert_eq!(nearest("traficing").as_deref(), Some("trafficking"));
        assert_eq!(nearest("fomr").as_deref(), Some("form"), "no stop word");
        assert_eq!(nearest("theatra").as_deref(), Some("théâtre"));
        assert_eq!(nearest("frm"), None, "too short");
        assert_eq!(nearest("p161"), None, "numbers are meant as they are");
        assert_eq!(nearest("vxctxm"), None, "two errors in a short word");
    }

    /// With any one error, one half of a word is still as it was.
    #[test]
    fn any_single_error_is_found() {
        for word in ["кража", "victim", "принуждение", "exploitation", "form"] {
            let listed = [(word.to_owned(), word.to_owned(), 1)].into_iter();
            let vocabulary = Vocabulary::new(listed);
            let spelling = Spelling::of(&vocabulary);
            let chars: Vec<char> = word.chars().collect();
            let mut wrong: Vec<Vec<char>> = Vec::new();
            for i in 0..chars.len() {
                let mut other = chars.clone();
                other[i] = 'x';
                wrong.push(other);
                let mut more = chars.clone();
                more.insert(i, 'x');
                wrong.push(more);
                let mut swapped = chars.clone();
                swapped.swap(i, (i + 1).min(chars.len() - 1));
                wrong.push(swapped);
                let mut fewer = chars.clone();
                fewer.remove(i);
                wrong.push(fewer);
            }
            for typed in wrong.iter().filter(|typed| typed.len() > 3) {
                let typed: String = typed.iter().collect();
                let found = spelling.nearest(&Analysis::of("en"), &vocabulary, &typed);
                assert_eq!(found.as_deref(), Some(word), "{typed}");
            }
        }
    }
}
