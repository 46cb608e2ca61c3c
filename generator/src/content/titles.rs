//! Titles: what tells pages apart in menus, results and tabs.

use std::collections::BTreeMap;

use super::library::Library;
use super::page::Page;
use super::review::key;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageTag;
use crate::markdown::long_word::{self, Size};

/// Tells titles that two pages of a language share, and those with a word that no phone has room
/// for.
#[must_use]
pub fn check(library: &Library) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut first: BTreeMap<(&LanguageTag, String), &Page> = BTreeMap::new();
    for page in library.pages().filter(|page| !page.generated) {
        let title = page.front.title.as_str();
        let known = first
            .entry((&page.lang, title.trim().to_lowercase()))
            .or_insert(page);
        // A page without a title is told for that.
        let span = || key(page, "title");
        if known.path != page.path && !span().is_empty() {
            found.push(
                Diagnostic::new(
                    Code::DuplicateTitle,
                    format!("{} has the title “{title}” too", known.source.name()),
                )
                .at(&page.source, span())
                .help("Say what is different: menus and results show little else of a page."),
            );
        }
        if let Some(word) = long_word::first(title, Size::Heading) {
            found.push(
                Diagnostic::new(Code::LongWord, long_word::message(&title[word]))
                    .at(&page.source, span())
                    .help(long_word::HELP),
            );
        }
    }
    found
}
