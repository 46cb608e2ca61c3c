//! Tantivy makes the inverted index; what it holds is read out of it once.

use tantivy::directory::RamDirectory;
use tantivy::postings::Postings as _;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{DocSet as _, Index, ReloadPolicy, TERMINATED, TantivyDocument};

use super::fold::fold;
use super::score::FIELDS;
use super::vocabulary::by_code_unit;

/// Where a stem stands in one field. The vectors run in step, one item a section, but for the
/// positions, of which every section has as many as its frequency says.
#[derive(Default)]
pub(super) struct Postings {
    pub(super) sections: Vec<u32>,
    pub(super) frequencies: Vec<u32>,
    /// The field's quantised length in that section.
    pub(super) length_ids: Vec<u8>,
    pub(super) positions: Vec<u32>,
}

/// A stem and where it stands.
pub(super) struct Stem {
    /// The stem without its diacritics; the first part of the sort key.
    pub(super) folded: String,
    /// The stem; the second part of the key.
    pub(super) text: String,
    /// By field, in schema order.
    pub(super) fields: [Postings; 3],
}

/// The stems of one section, by field.
pub(super) type Section = [Vec<String>; 3];

/// What the index holds.
pub(super) struct Inverted {
    /// Sorted by folded form, then by the stem itself.
    pub(super) stems: Vec<Stem>,
    /// All words of each field in all sections, repeats counted.
    pub(super) total_words: [u64; 3],
}

/// Room for Tantivy's writer before it would spill; it takes no less.
const WRITER_MEMORY: usize = 64 << 20;

/// Indexes the sections in one segment; a section's number is its place in this order.
///
/// The words come ready-made (`PreTokenizedString`): the vocabulary is made from the same pass,
/// and a text is never read twice.
pub(super) fn index(sections: Vec<Section>) -> tantivy::Result<Index> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_index_option(IndexRecordOption::WithFreqsAndPositions)
        .set_fieldnorms(true);
    let options = TextOptions::default().set_indexing_options(indexing);
    let fields = FIELDS.map(|name| schema.add_text_field(name, options.clone()));
    let mut writer = Index::builder()
        .schema(schema.build())
        .single_segment_index_writer(RamDirectory::create(), WRITER_MEMORY)?;
    for section in sections {
        let mut document = TantivyDocument::default();
        for (field, stems) in fields.into_iter().zip(section) {
            document.add_pre_tokenized_text(field, pre_tokenized(stems));
        }
        writer.add_document(document)?;
    }
    writer.finalize()
}

fn pre_tokenized(stems: Vec<String>) -> PreTokenizedString {
    let tokens = stems.into_iter().enumerate().map(|(position, text)| Token {
        position,
        text,
        ..Token::default()
    });
    PreTokenizedString {
        text: String::new(),
        tokens: tokens.collect(),
    }
}

/// Reads all stems out of an index that [`index`] made.
pub(super) fn read(index: &Index) -> tantivy::Result<Inverted> {
    let reader = index
        .reader_builder()
        .reload_policy(ReloadPolicy::Manual)
        .try_into()?;
    let searcher = reader.searcher();
    let mut stems = std::collections::HashMap::<String, [Postings; 3]>::new();
    let mut total_words = [0; 3];
    for segment in searcher.segment_readers() {
        for (number, name) in FIELDS.iter().enumerate() {
            let field: Field = index.schema().get_field(name)?;
            let inverted = segment.inverted_index(field)?;
            let lengths = segment.get_fieldnorms_reader(field)?;
            total_words[number] = inverted.total_num_tokens();
            let mut terms = inverted.terms().stream()?;
            while let Some((term, info)) = terms.next() {
                let option = IndexRecordOption::WithFreqsAndPositions;
                let mut found = inverted.read_postings_from_terminfo(info, option)?;
                let stem = String::from_utf8_lossy(term).into_owned();
                let postings = &mut stems.entry(stem).or_default()[number];
                while found.doc() != TERMINATED {
                    postings.sections.push(found.doc());
                    postings.frequencies.push(found.term_freq());
                    postings.length_ids.push(lengths.fieldnorm_id(found.doc()));
                    found.append_positions_with_offset(0, &mut postings.positions);
                    found.advance();
                }
            }
        }
    }
    let mut stems: Vec<Stem> = stems
        .into_iter()
        .map(|(text, fields)| Stem {
            folded: fold(&text),
            text,
            fields,
        })
        .collect();
    stems.sort_by(|a, b| {
        by_code_unit(&a.folded, &b.folded).then_with(|| by_code_unit(&a.text, &b.text))
    });
    Ok(Inverted { stems, total_words })
}
