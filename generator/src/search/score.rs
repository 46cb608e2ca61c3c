//! BM25 as Tantivy computes it, in the same order of the same 32-bit operations.
//!
//! The logarithm alone is taken in 64 bits and then rounded, as a browser does it; a test holds
//! the difference from Tantivy's own to what that can make.

use tantivy::fieldnorm::FieldNormReader;

/// The fields of a section, in the order in which their scores are summed.
pub(super) const FIELDS: [&str; 3] = ["title", "headings", "body"];

/// How much a word counts in each field.
pub(super) const BOOSTS: [f64; 3] = [2.0, 1.0, 1.0];

const K1: f32 = 1.2;
const B: f32 = 0.75;

/// The part of BM25 that depends on the field's lengths: one number per quantised length.
pub(super) struct LengthTable(Vec<f32>);

impl LengthTable {
    /// The table for a field, from all its words in all sections.
    pub(super) fn new(total_words: u64, sections: u32) -> Self {
        let average = total_words as f32 / sections as f32;
        let norm = |id: u8| {
            let length = FieldNormReader::id_to_fieldnorm(id) as f32;
            K1 * (1.0 - B + B * length / average)
        };
        Self((0..=u8::MAX).map(norm).collect())
    }

    /// The score of a stem in a section, given its weight and how often it stands there.
    pub(super) fn score(&self, weight: f32, frequency: u32, length_id: u8) -> f32 {
        let frequency = frequency as f32;
        weight * (frequency / (frequency + self.0[usize::from(length_id)]))
    }
}

/// How telling a stem is that stands in `found` of `sections` sections.
pub(super) fn idf(found: u32, sections: u32) -> f32 {
    let odds = ((sections - found) as f32 + 0.5) / (found as f32 + 0.5);
    #[allow(clippy::cast_possible_truncation)] // rounding is what is meant
    let idf = f64::from(1.0 + odds).ln() as f32;
    idf
}

/// What a stem's idf, or the sum of a phrase's, is multiplied with before the section counts.
pub(super) fn weight(idf: f32) -> f32 {
    idf * (1.0 + K1)
}

#[cfg(test)]
mod tests {
    use super::{LengthTable, idf, weight};
    use tantivy::query::Bm25Weight;

    #[test]
    fn equals_tantivy() {
        for (found, sections, total) in [
            (1, 1, 1),
            (1, 60, 4_000),
            (59, 60, 80),
            (777, 12_345, 999_999),
        ] {
            let average = total as f32 / sections as f32;
            let theirs = Bm25Weight::for_one_term_without_explain(found, sections, average);
            let table = LengthTable::new(total, u32::try_from(sections).expect("small"));
            let weight = weight(idf(
                u32::try_from(found).expect("small"),
                u32::try_from(sections).expect("small"),
            ));
            for frequency in [1, 2, 7, 300] {
                for id in 0..=u8::MAX {
                    let (ours, theirs) = (
                        table.score(weight, frequency, id),
                        theirs.score(id, frequency),
                    );
                    assert!((ours - theirs).abs() <= theirs * 3e-7, "{ours} {theirs}");
                }
            }
        }
    }
}
