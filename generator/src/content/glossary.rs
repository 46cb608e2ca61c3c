//! A language's glossary: `content/<lang>/glossary.toml`.

use std::collections::BTreeMap;

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
