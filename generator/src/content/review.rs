//! Pages and places that should have been reviewed by now.

use jiff::civil::Date;

use super::front_matter;
use super::library::Library;
use super::page::Page;
use crate::diagnostic::{Code, Diagnostic};

/// Tells what was to be reviewed before `today`, the day that the build counts as its own: never
/// the clock's, so that the same input gives the same result.
#[must_use]
pub fn due(library: &Library, today: Option<Date>) -> Vec<Diagnostic> {
    let Some(today) = today else {
        return Vec::new();
    };
    let past = |day: Option<Date>| day.filter(|day| *day < today);
    let pages = library.pages().filter_map(|page| {
        let day = past(page.front.review_by)?;
        Some(told(page.front.owner.as_deref(), day).at(&page.source, key(page, "review_by")))
    });
    let places = library.places().iter().filter_map(|place| {
        let day = past(place.review_by)?;
        let diagnostic = told(place.owner.as_deref(), day);
        Some(match library.places_file() {
            Some(file) => diagnostic.at(file, place.review_by_at.clone()),
            None => diagnostic,
        })
    });
    pages.chain(places).collect()
}

fn told(owner: Option<&str>, day: Date) -> Diagnostic {
    let who = owner.map_or_else(|| "its owner".to_owned(), |owner| format!("“{owner}”"));
    Diagnostic::new(Code::ReviewDue, format!("this was to be reviewed by {day}")).help(format!(
        "Ask {who} to read it, then set `reviewed` (`verified` for a place) and a new `review_by`."
    ))
}

/// The line of a key of a page's front matter, without its end.
pub(super) fn key(page: &Page, key: &str) -> std::ops::Range<usize> {
    let text = page.source.text();
    let lines = front_matter::lines_of_keys(text).unwrap_or_default();
    let line = lines.into_iter().find(|(name, _)| name == key);
    let span = line.map_or(0..0, |(_, span)| span);
    span.start..span.start + text[span].trim_end().len()
}
