//! `places.toml`: desks, where reports are read, and places, with their local facts.

use jiff::civil::Date;

use crate::config::Localised;
use crate::language::LanguageTag;

/// Whether a desk takes reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeskState {
    /// For demonstration only.
    Demo,
    /// It takes reports.
    Open,
    /// Not at the moment.
    Paused,
    /// No more.
    Closed,
}

impl DeskState {
    /// Every state with its name.
    pub const ALL: [(&'static str, DeskState); 4] = [
        ("demo", Self::Demo),
        ("open", Self::Open),
        ("paused", Self::Paused),
        ("closed", Self::Closed),
    ];

    /// The name in `places.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::Open => "open",
            Self::Paused => "paused",
            Self::Closed => "closed",
        }
    }
}

/// A desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localised,
    /// Whether it takes reports.
    pub state: DeskState,
    /// Its age recipients (`age1…`).
    pub recipients: Vec<String>,
    /// The languages that it reads.
    pub languages: Vec<LanguageTag>,
    /// The day on which it last opened its messages.
    pub opened: Option<Date>,
}

/// A mission or an office. What isn't known is `None`, and the page says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localised,
    /// The desk for its reports.
    pub desk: Option<String>,
    /// The languages read there.
    pub languages: Vec<LanguageTag>,
    /// On which days messages are opened.
    pub reading_days: Option<String>,
    /// The local emergency number.
    pub emergency: Option<String>,
    /// The national authority.
    pub authority: Option<String>,
    /// The agreed procedure.
    pub procedure: Option<String>,
    /// Who answers for these facts.
    pub owner: Option<String>,
    /// When somebody last checked them.
    pub verified: Option<Date>,
    /// When they must be checked again.
    pub review_by: Option<Date>,
}
