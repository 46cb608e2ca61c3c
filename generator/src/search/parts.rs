//! What the data shards hold: the columns that FORMAT.md describes.

use serde_json::{Value, json};

use super::encode::{Alphabet, number};
use super::engine::Stem;
use super::front::{FrontCoded, count, cut, shared_units, tail, units};
use super::index::SearchIndex;
use super::vocabulary::Entry;

/// Characters of a fragment's text that are worth a request of their own.
const FRAGMENT_CHARS: usize = 1_600;
/// Sections in a fragment, at most.
const FRAGMENT_SECTIONS: usize = 8;

/// A sorted list in parts, and the keys that divide them: one fewer than the parts.
pub(super) struct Parts {
    pub(super) values: Vec<Value>,
    pub(super) bounds: Vec<String>,
}

impl SearchIndex {
    /// The parts of the vocabulary.
    pub(super) fn vocabulary_parts(&self, alphabet: &Alphabet) -> Parts {
        let entries = self.vocabulary.entries();
        let cost = |entry: &Entry| entry.surface.len() / 2 + 5;
        let cuts = cut(entries, cost, |entry| &entry.folded);
        let values = cuts.parts.iter().map(|part| {
            let mut words = FrontCoded::default();
            let [mut dropped, mut added, mut classes] = [(); 3].map(|()| String::new());
            for entry in *part {
                words.push(&entry.surface);
                let shared = shared_units(&entry.surface, &entry.stem);
                count(&mut dropped, units(&entry.surface) - shared);
                count(&mut added, units(&entry.stem) - shared);
                words.text.push_str(&tail(&entry.stem, shared));
                number(&mut classes, entry.class);
            }
            let text = alphabet.encode(&words.text);
            json!([text, words.shared, words.own, dropped, added, classes])
        });
        Parts {
            values: values.collect(),
            bounds: cuts.bounds,
        }
    }

    /// The parts of the stems, and in step with them those of their positions.
    pub(super) fn stem_parts(&self, alphabet: &Alphabet) -> (Parts, Vec<Value>) {
        let cost = |stem: &Stem| {
            8 + stem
                .fields
                .iter()
                .map(|postings| 3 * postings.sections.len())
                .sum::<usize>()
        };
        let cuts = cut(&self.stems, cost, |stem| &stem.folded);
        let values = cuts.parts.iter().map(|part| {
            let mut words = FrontCoded::default();
            let mut counts = String::new();
            let [mut gaps, mut frequencies, mut lengths, mut positions] =
                [(); 4].map(|()| String::new());
            for stem in *part {
                words.push(&stem.text);
                for postings in &stem.fields {
                    count(&mut counts, postings.sections.len());
                    let mut next = 0;
                    let mut rest = postings.positions.as_slice();
                    for (i, &section) in postings.sections.iter().enumerate() {
                        number(&mut gaps, section - next);
                        next = section + 1;
                        number(&mut frequencies, postings.frequencies[i] - 1);
                        number(&mut lengths, postings.length_ids[i].into());
                        let (here, after) = rest.split_at(postings.frequencies[i] as usize);
                        rest = after;
                        let mut next = 0;
                        for &position in here {
                            number(&mut positions, position - next);
                            next = position + 1;
                        }
                    }
                }
            }
            let text = alphabet.encode(&words.text);
            let value = json!([
                text,
                words.shared,
                words.own,
                counts,
                gaps,
                frequencies,
                lengths
            ]);
            (value, json!([positions]))
        });
        let (values, positions) = values.unzip();
        let bounds = cuts.bounds;
        (Parts { values, bounds }, positions)
    }

    /// Folded words from their end: with the vocabulary, which has them from their beginning, a
    /// word with one wrong letter has an intact half in one of the two.
    pub(super) fn spelling_parts(&self, alphabet: &Alphabet) -> Parts {
        let reversed = self.spelling.reversed();
        let cuts = cut(reversed, |word| word.0.len() / 2 + 3, |word| &word.0);
        let values = cuts.parts.iter().map(|part| {
            let mut words = FrontCoded::default();
            let mut classes = String::new();
            for (word, class) in *part {
                words.push(word);
                number(&mut classes, *class);
            }
            let text = alphabet.encode(&words.text);
            json!([text, words.shared, words.own, classes])
        });
        Parts {
            values: values.collect(),
            bounds: cuts.bounds,
        }
    }

    /// How many sections share a fragment: about as many as make up a worthwhile request.
    pub(super) fn per_fragment(&self) -> usize {
        let sections = self.pages.iter().flat_map(|page| &page.sections);
        let chars: usize = sections.map(|section| section.body.len()).sum();
        let average = chars / self.page_of.len().max(1);
        (FRAGMENT_CHARS / average.max(1)).clamp(1, FRAGMENT_SECTIONS)
    }

    /// The fragments of each page.
    pub(super) fn fragments(&self, alphabet: &Alphabet, per: usize) -> Vec<Vec<Value>> {
        let pages = self.pages.iter().map(|page| {
            let fragments = page.sections.chunks(per).map(|sections| {
                let mut value = vec![alphabet.encode(&page.url), alphabet.encode(&page.title)];
                for section in sections {
                    let anchor = section.anchor.as_deref().unwrap_or_default();
                    value.extend(
                        [anchor, &section.heading, &section.body].map(|text| alphabet.encode(text)),
                    );
                }
                value.extend(page.lang.as_deref().map(|lang| alphabet.encode(lang)));
                json!(value)
            });
            fragments.collect()
        });
        pages.collect()
    }
}
