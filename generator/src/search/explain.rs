//! Why a page stands where it stands: the sum that made its score, taken apart.

use serde::Serialize;
use tantivy::fieldnorm::FieldNormReader;

use super::index::SearchIndex;
use super::plan::{Kind, Plan};
use super::score::{BOOSTS, FIELDS};

/// What a page's score is made of: coverage × (the first section + 0.2 × the second + 0.04 × the third …).
#[derive(Clone, Debug, Serialize)]
pub struct PageExplanation {
    /// 3 if the page satisfies every word, else the share of the words that it satisfies.
    pub coverage: f64,
    /// The scores of its sections, best first.
    pub sections: Vec<f64>,
}

/// How a word of the query, or a phrase, came to its score in the section that is shown.
#[derive(Clone, Debug, Serialize)]
pub struct WordExplanation {
    /// The word as it was looked for.
    pub word: String,
    /// What it adds to the section's score; 0 where nothing satisfies it there.
    pub score: f64,
    /// What satisfied it best; none where nothing did.
    pub by: Option<AlternativeExplanation>,
}

/// What satisfied a word: its score is weight × the least of its stems' scores.
#[derive(Clone, Debug, Serialize)]
pub struct AlternativeExplanation {
    /// Why it satisfies the word.
    pub kind: Kind,
    /// How much it counts.
    pub weight: f64,
    /// The stems that stand in the section; a phrase is one item.
    pub stems: Vec<StemExplanation>,
}

/// The score of a stem or a phrase: the sum over its fields of boost × BM25.
#[derive(Clone, Debug, Serialize)]
pub struct StemExplanation {
    /// The stem; those of a phrase with spaces between them.
    pub stem: String,
    /// The sum.
    pub score: f64,
    /// The fields in which it stands.
    pub fields: Vec<FieldExplanation>,
}

/// BM25 in one field: idf × 2.2 × tf ÷ (tf + 1.2 × (0.25 + 0.75 × length ÷ average)).
#[derive(Clone, Debug, Serialize)]
pub struct FieldExplanation {
    /// `title`, `headings` or `body`.
    pub field: &'static str,
    /// What the field's score is multiplied with.
    pub boost: f64,
    /// How often it stands in this field of the section.
    pub tf: u32,
    /// How rare it is among all sections; of a phrase, the sum over its stems.
    pub idf: f32,
    /// The field's words in this section, as Tantivy rounds them.
    pub length: u32,
    /// The field's words in all sections ÷ the number of sections.
    pub average: f32,
    /// The result, before the boost.
    pub bm25: f32,
}

impl SearchIndex {
    /// What every word of a plan gives a section.
    pub(super) fn explain(&self, plan: &Plan, section: u32) -> Vec<WordExplanation> {
        let words = plan.words.iter().map(|word| {
            let mut best = WordExplanation {
                word: word.surface.clone(),
                score: 0.0,
                by: None,
            };
            for alternative in &word.alternatives {
                let scores = self.score_alternative(word, alternative);
                let Some(&score) = scores.get(&section) else {
                    continue;
                };
                if score <= best.score {
                    continue;
                }
                let names = if alternative.kind == Kind::Phrase {
                    vec![alternative.stems.join(" ")]
                } else {
                    alternative.stems.clone()
                };
                let lists = self.field_scores(word, alternative).into_iter();
                let stems = names.into_iter().zip(lists).map(|(stem, parts)| {
                    let here = parts.into_iter().filter(|part| part.section == section);
                    let fields: Vec<FieldExplanation> = here
                        .map(|part| FieldExplanation {
                            field: FIELDS[part.field],
                            boost: BOOSTS[part.field],
                            tf: part.frequency,
                            idf: part.idf,
                            length: FieldNormReader::id_to_fieldnorm(part.length_id),
                            average: self.total_words[part.field] as f32
                                / self.section_count() as f32,
                            bm25: part.score,
                        })
                        .collect();
                    let sum = fields
                        .iter()
                        .fold(0.0, |sum, field| sum + field.boost * f64::from(field.bm25));
                    StemExplanation {
                        stem,
                        score: sum,
                        fields,
                    }
                });
                best.score = score;
                best.by = Some(AlternativeExplanation {
                    kind: alternative.kind,
                    weight: alternative.weight,
                    stems: stems.collect(),
                });
            }
            best
        });
        words.collect()
    }
}
