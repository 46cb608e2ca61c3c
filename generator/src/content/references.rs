//! Reference lists: numbered statements of a source that pages restate.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::page::Page;
use crate::config::ReferenceSetting;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::fields::Reader;
use crate::source::SourceFile;
use crate::suggestion::did_you_mean;

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
    /// Where its id stands in the file.
    pub span: Range<usize>,
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

/// Reads a reference list.
#[must_use]
pub fn read(name: &str, file: &Arc<SourceFile>) -> (ReferenceList, Vec<Diagnostic>) {
    let reader = Reader::new(file, 0);
    let mut fields = reader.table(file.text(), 0..0);
    let mut entries = Vec::new();
    for (id, mut entry) in fields.tables() {
        let text = |text: Option<crate::fields::Located<String>>| {
            text.map(|t| t.value).unwrap_or_default()
        };
        entries.push(Reference {
            id: id.value,
            force: text(entry.text("force")),
            who: entry
                .texts("who")
                .into_iter()
                .map(|who| who.value)
                .collect(),
            lines: text(entry.text("lines")),
            summary: text(entry.required_text("summary")),
            span: id.span,
        });
        entry.finish();
    }
    fields.finish();
    let by_id = entries
        .iter()
        .enumerate()
        .map(|(at, entry)| (entry.id.clone(), at))
        .collect();
    let list = ReferenceList {
        name: name.to_owned(),
        entries,
        by_id,
    };
    (list, reader.finish())
}

/// Tells ids that a list doesn't have, and entries of the list that no page of the source names.
pub fn check<'a>(
    setting: &ReferenceSetting,
    list: &ReferenceList,
    file: &Arc<SourceFile>,
    pages: impl Iterator<Item = &'a Arc<Page>>,
    is_source: impl Fn(&Page) -> bool,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut covered = BTreeSet::new();
    for page in pages {
        let named = page
            .front
            .references
            .iter()
            .filter(|(name, _)| *name == list.name);
        for (id, span) in named.flat_map(|(_, ids)| ids) {
            if list.get(id).is_none() {
                let known = list.entries.iter().map(|entry| entry.id.as_str());
                found.push(
                    Diagnostic::new(
                        Code::UnknownReference,
                        format!("{} has no “{id}”", setting.file),
                    )
                    .at(&page.source, span.clone())
                    .help(did_you_mean(id, known, || {
                        format!("The list has {} entries.", list.entries.len())
                    })),
                );
            } else if is_source(page) {
                covered.insert(id.as_str());
            }
        }
    }
    if setting.coverage == Severity::Off {
        return found;
    }
    for entry in list
        .entries
        .iter()
        .filter(|entry| !covered.contains(entry.id.as_str()))
    {
        found.push(
            Diagnostic::new(
                Code::UncoveredReference,
                format!("no page names {} of {}", entry.id, setting.file),
            )
            .severity(setting.coverage)
            .at(file, entry.span.clone())
            .help(format!(
                "Name it in the front matter of the page that restates it: {} = [\"{}\"]",
                list.name, entry.id
            )),
        );
    }
    found
}
