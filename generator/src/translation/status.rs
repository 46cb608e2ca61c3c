//! The state of a page in a language.

use super::change::{UnitChange, compare};
use super::lock::{FrontKey, Lock, LockedPage, term_digest};
use crate::content::{Glossary, Page};

/// How a page stands to the source language's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum TranslationState {
    /// It is the source, or has none.
    #[default]
    Source,
    /// It follows the source as it is.
    Current,
    /// The source has changed since.
    Stale(Changes),
    /// It isn't in `translations.lock`.
    Untracked,
}

/// What has changed in the source since a page was translated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Of the page's units.
    pub units: Vec<UnitChange>,
    /// On the glossary's page: the keys of terms whose words have changed.
    pub terms: Vec<String>,
}

/// Compares a page of the source with what a translation was made from. `terms` are the changed
/// terms of the glossary, if this page shows it.
#[must_use]
pub fn state(locked: Option<&LockedPage>, source: &Page, terms: Vec<String>) -> TranslationState {
    let Some(locked) = locked else {
        return TranslationState::Untracked;
    };
    let units = compare(&locked.units, &source.document.units, &|_| None);
    if units.is_empty() && terms.is_empty() {
        TranslationState::Current
    } else {
        TranslationState::Stale(Changes { units, terms })
    }
}

/// The translated texts of the front matter that have changed in the source. They don't make a
/// page stale: its words are as they were.
#[must_use]
pub fn front_changes(locked: &LockedPage, source: &Page) -> Vec<FrontKey> {
    // What was never written down isn't known to have changed.
    let known = !locked.front.is_empty();
    FrontKey::ALL
        .into_iter()
        .filter(|key| known && locked.front.get(key).cloned() != key.digest(&source.front))
        .collect()
}

/// The keys of the source's terms whose term or definition has changed since it was translated.
/// A term that was never written down isn't known to have changed.
#[must_use]
pub fn changed_terms(lock: &Lock, source: &Glossary) -> Vec<String> {
    source
        .terms()
        .iter()
        .filter(|term| {
            lock.term(&term.key)
                .is_some_and(|locked| locked != term_digest(term))
        })
        .map(|term| term.key.clone())
        .collect()
}
