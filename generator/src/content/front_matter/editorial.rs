//! What editors decide about a page beside its text: when it is shown, where it was before, in
//! which lists it stands, and what they tell readers of its changes.

use std::ops::Range;

use jiff::civil::Date;

use super::NamedIds;
use crate::diagnostic::Code;
use crate::fields::Fields;

/// What editors decide about a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Editorial {
    /// True while the page isn't finished: nobody gets it; of a translation, readers get the
    /// source's text instead.
    pub draft: bool,
    /// The first day on which it is published.
    pub publish_on: Option<Date>,
    /// Where it was before: paths without language, as the file writes them.
    pub redirect_from: NamedIds,
    /// False where no link shall invite readers to write in public.
    pub edit_link: Option<bool>,
    /// What editors say of its changes, in the file's order.
    pub changes: Vec<Change>,
    /// For whom it is, by the ids of `site.toml`.
    pub audiences: NamedIds,
    /// Words under which it stands in the A–Z list.
    pub index_terms: Vec<IndexTerm>,
    /// How deep its own list of headings goes; 0 for none.
    pub toc_depth: Option<u8>,
}

/// A change that editors tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The day.
    pub date: Date,
    /// What has changed, for readers.
    pub note: String,
}

/// A word of the A–Z list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexTerm {
    /// The word.
    pub term: String,
    /// The id of the heading that it leads to; none for the page's beginning.
    pub place: Option<String>,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// Reads the keys of [`Editorial`].
pub(super) fn read(fields: &mut Fields<'_>) -> Editorial {
    let mut named = |key: &str| -> NamedIds {
        let texts = fields.texts(key).into_iter();
        texts.map(|text| (text.value, text.span)).collect()
    };
    let redirect_from = named("redirect_from");
    let audiences = named("audiences");
    let index_terms = named("index_terms").into_iter().map(term).collect();
    Editorial {
        draft: fields.truth("draft").is_some_and(|draft| draft.value),
        publish_on: fields.date("publish_on").map(|date| date.value),
        redirect_from,
        edit_link: fields.truth("edit_link").map(|link| link.value),
        changes: changes(fields),
        audiences,
        index_terms,
        toc_depth: toc_depth(fields, "toc_depth"),
    }
}

/// `debt bondage#debt`: the word, and the id of a heading.
fn term((text, span): (String, Range<usize>)) -> IndexTerm {
    let (term, place) = match text.rsplit_once('#') {
        Some((term, place)) => (term.trim(), Some(place.trim().to_owned())),
        None => (text.trim(), None),
    };
    IndexTerm {
        term: term.to_owned(),
        place,
        span,
    }
}

fn changes(fields: &mut Fields<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for mut entry in fields.list_of_tables("changes") {
        let there = entry.has("date");
        let date = entry.date("date");
        if !there {
            entry.missing_like("date", "a date");
        }
        let note = entry.required_text("note");
        entry.finish();
        if let (Some(date), Some(note)) = (date, note) {
            changes.push(Change {
                date: date.value,
                note: note.value,
            });
        }
    }
    changes
}

/// How deep a list of headings goes: 0, 2 or 3.
pub(crate) fn toc_depth(fields: &mut Fields<'_>, key: &str) -> Option<u8> {
    let depth = fields.integer(key)?;
    match depth.value {
        0 => Some(0),
        2 => Some(2),
        3 => Some(3),
        _ => {
            fields.add(
                Code::InvalidValue,
                depth.span,
                format!("`{key}` must be 0, 2 or 3"),
                "2 lists the headings that begin with ##, 3 those with ### too, 0 none.",
            );
            None
        }
    }
}
