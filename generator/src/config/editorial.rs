//! What `site.toml` says of audiences, of editing in public and of lists of headings.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Localised, localised};
use crate::content::front_matter::toc_depth;
use crate::diagnostic::Code;
use crate::fields::Fields;
use crate::language::LanguageTag;

/// `[audiences.<id>]`: people for whom some pages are above all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    /// The id that pages name.
    pub id: String,
    /// Its name.
    pub name: Localised,
    /// Who that is, in a sentence.
    pub description: Localised,
    /// Where `site.toml` declares it.
    pub span: Range<usize>,
}

/// `edit_url`, `edit_never`: where the text of pages can be edited in public.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    /// The address, with `{path}` for the page's file; empty if there is none.
    pub url: String,
    /// Pages, and folders with a slash at the end, from which no link leads there.
    pub never: Vec<(String, Range<usize>)>,
}

/// `[toc]`: a page's own list of headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Toc {
    /// 2 for headings of the second level, 3 for those of the third too, 0 for no list.
    pub depth: u8,
    /// It is shown from so many headings of the second level.
    pub least: usize,
}

impl Default for Toc {
    fn default() -> Self {
        Self { depth: 2, least: 2 }
    }
}

pub(super) fn audiences(fields: &mut Fields<'_>, tags: &[&LanguageTag]) -> Vec<Audience> {
    let Some(mut table) = fields.table("audiences") else {
        return Vec::new();
    };
    let mut audiences = Vec::new();
    let mut seen = BTreeSet::new();
    for (id, mut entry) in table.tables() {
        let name = entry.table("name").map(|table| localised(table, tags));
        if name.is_none() {
            entry.missing_like("name", "a table");
        }
        let description = entry.table("description");
        let description = description.map(|table| localised(table, tags));
        entry.finish();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.value.is_empty() || !id.value.chars().all(plain) {
            table.add(
                Code::InvalidValue,
                id.span,
                "an audience's id must be a short plain name",
                "Lower-case letters a–z, digits and hyphens.",
            );
        } else if seen.insert(id.value.clone()) {
            audiences.push(Audience {
                id: id.value,
                name: name.unwrap_or_default(),
                description: description.unwrap_or_default(),
                span: id.span,
            });
        }
    }
    audiences
}

pub(super) fn edit(fields: &mut Fields<'_>) -> Edit {
    const HELP: &str =
        "Write it like this: edit_url = \"https://host.example/site/edit/main/content/{path}\"";
    let mut url = String::new();
    if let Some(text) = fields.text("edit_url") {
        let secure = text.value.starts_with("https://");
        let plain = |c: char| !c.is_whitespace() && !matches!(c, '"' | '<' | '>');
        if text.value.is_empty()
            || (secure && text.value.contains("{path}") && text.value.chars().all(plain))
        {
            url = text.value;
        } else {
            fields.add(
                Code::InvalidValue,
                text.span,
                "`edit_url` must begin with https:// and hold {path}, where the page's file goes",
                HELP,
            );
        }
    }
    let never = fields.texts("edit_never").into_iter();
    Edit {
        url,
        never: never
            .map(|text| {
                let path = text.value.strip_suffix(".md").unwrap_or(&text.value);
                (path.to_owned(), text.span)
            })
            .collect(),
    }
}

pub(super) fn toc(fields: &mut Fields<'_>) -> Toc {
    let mut toc = Toc::default();
    let Some(mut table) = fields.table("toc") else {
        return toc;
    };
    toc.depth = toc_depth(&mut table, "depth").unwrap_or(toc.depth);
    if let Some(least) = table.integer("least") {
        match usize::try_from(least.value) {
            Ok(number @ 1..) => toc.least = number,
            _ => table.add(
                Code::InvalidValue,
                least.span,
                "`least` must be 1 or more",
                "2 shows the list on every page with two headings or more.",
            ),
        }
    }
    table.finish();
    toc
}
