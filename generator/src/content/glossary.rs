//! A language's glossary: `content/<lang>/glossary.toml`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::fields::Reader;
use crate::source::SourceFile;
use crate::suggestion::first_few;

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The key, the same in every language.
    pub key: String,
    /// The term.
    pub term: String,
    /// What it means, in plain text.
    pub definition: String,
    /// Other words for it; search knows them.
    pub synonyms: Vec<String>,
    /// Where its key stands in the file.
    pub span: Range<usize>,
}

/// The terms of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary {
    terms: Vec<Term>,
    by_key: BTreeMap<String, usize>,
}

impl Glossary {
    /// The terms in the file's order.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The term with this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Term> {
        self.by_key.get(key).map(|&at| &self.terms[at])
    }
}

/// Reads a glossary.
#[must_use]
pub fn read(file: &Arc<SourceFile>) -> (Glossary, Vec<Diagnostic>) {
    let reader = Reader::new(file, 0);
    let mut fields = reader.table(file.text(), 0..0);
    let mut terms = Vec::new();
    if let Some(mut table) = fields.table("terms") {
        for (key, mut entry) in table.tables() {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if !key.value.chars().all(plain) {
                entry.add(
                    Code::InvalidValue,
                    key.span.clone(),
                    format!("`{}` can't be a key of the glossary", key.value),
                    "Lower-case letters a–z, digits and hyphens: the key becomes part of an address.",
                );
            }
            let term = entry.required_text("term");
            let definition = entry.required_text("definition");
            let synonyms = entry
                .texts("synonyms")
                .into_iter()
                .map(|text| text.value)
                .collect();
            entry.finish();
            if let (Some(term), Some(definition)) = (term, definition) {
                terms.push(Term {
                    key: key.value,
                    term: term.value,
                    definition: definition.value,
                    synonyms,
                    span: key.span,
                });
            }
        }
    }
    fields.finish();
    let by_key = terms
        .iter()
        .enumerate()
        .map(|(at, term)| (term.key.clone(), at))
        .collect();
    (Glossary { terms, by_key }, reader.finish())
}

/// Tells keys that only one of two glossaries has. The source language's is the measure.
#[must_use]
pub fn compare(
    source: (&Arc<SourceFile>, &Glossary),
    other: (&Arc<SourceFile>, &Glossary),
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let missing: Vec<&str> = source
        .1
        .terms
        .iter()
        .map(|term| term.key.as_str())
        .filter(|key| other.1.get(key).is_none())
        .collect();
    if !missing.is_empty() {
        found.push(
            Diagnostic::new(
                Code::GlossaryMismatch,
                format!("terms of {} are missing here", source.0.name()),
            )
            .at(other.0, 0..0)
            .help(format!(
                "Missing: {}. Keys stay as they are in every language.",
                first_few(missing)
            )),
        );
    }
    for term in other
        .1
        .terms
        .iter()
        .filter(|term| source.1.get(&term.key).is_none())
    {
        found.push(
            Diagnostic::new(
                Code::GlossaryMismatch,
                format!("{} has no term `{}`", source.0.name(), term.key),
            )
            .at(other.0, term.span.clone())
            .help("Keys are the same in every language; only the words differ."),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_two_languages_are_compared() {
        let en = SourceFile::new(
            "en",
            "[terms.b]\nterm = \"B\"\ndefinition = \"b\"\n[terms.a]\nterm = \"A\"\ndefinition = \"a\"\n",
        );
        let fr = SourceFile::new(
            "fr",
            "[terms.a]\nterm = \"A\"\ndefinition = \"a\"\nsynonims = []\n[terms.c]\nterm = \"C\"\ndefinition = \"c\"\n",
        );
        let (first, found) = read(&en);
        assert!(found.is_empty());
        assert_eq!(
            first
                .terms()
                .iter()
                .map(|t| t.key.as_str())
                .collect::<Vec<_>>(),
            ["b", "a"]
        );
        let (second, found) = read(&fr);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].help.as_deref(), Some("Did you mean “synonyms”?"));
        let told: Vec<_> = compare((&en, &first), (&fr, &second))
            .iter()
            .map(|d| (d.line_column().unwrap().0, d.message.clone()))
            .collect();
        assert_eq!(
            told,
            [
                (1, "terms of en are missing here".to_owned()),
                (5, "en has no term `c`".to_owned())
            ]
        );
    }
}
