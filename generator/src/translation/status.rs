//! The state of a page in a language.

/// How a page stands to the source language's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum TranslationState {
    /// It is the source, or has none.
    #[default]
    Source,
    /// It follows the source as it is.
    Current,
    /// The source has changed since.
    Stale {
        /// Which of the source's units (indices) are new or changed.
        changed: Vec<usize>,
        /// How many units of the old source are gone.
        removed: usize,
    },
    /// It isn't in `translations.lock`.
    Untracked,
}
