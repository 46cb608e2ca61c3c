//! Reference lists: numbered statements of a source that pages restate.

use std::collections::BTreeMap;

/// An entry of a reference list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its id, such as `P16`.
    pub id: String,
    /// How binding it is, in the source's scale.
    pub force: String,
    /// Whom it is addressed to.
    pub who: Vec<String>,
    /// Its lines in the source.
    pub lines: String,
    /// What it says, in our words.
    pub summary: String,
}

/// A reference list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReferenceList {
    /// Its name.
    pub name: String,
    entries: Vec<Reference>,
    by_id: BTreeMap<String, usize>,
}

impl ReferenceList {
    /// The entries in the file's order.
    #[must_use]
    pub fn entries(&self) -> &[Reference] {
        &self.entries
    }

    /// The entry with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Reference> {
        self.by_id.get(id).map(|&at| &self.entries[at])
    }
}
