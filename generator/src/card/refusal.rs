//! Why nothing is printed, and what would help.

use crate::suggestion::did_you_mean;
use jiff::civil::Date;
use thiserror::Error;

/// Why a card isn't printed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// `site.toml` names no page for it.
    #[error("site.toml doesn't say what a card holds")]
    NoCard,
    /// The site has no such language.
    #[error("the site has no language `{asked}`")]
    NoLanguage {
        /// What was asked for.
        asked: String,
        /// What there is.
        known: Vec<String>,
    },
    /// There is no such place.
    #[error("there is no place `{asked}` in places.toml")]
    NoPlace {
        /// What was asked for.
        asked: String,
        /// What there is.
        known: Vec<String>,
    },
    /// The place lacks what a card must say.
    #[error("not yet filled in for `{place}`: {}", missing.join(", "))]
    NotFilledIn {
        /// The place.
        place: String,
        /// The keys that it lacks.
        missing: Vec<&'static str>,
    },
    /// The facts of the place are past their review date.
    #[error("the facts of `{place}` had to be checked again by {review_by}, and today is {today}")]
    Overdue {
        /// The place.
        place: String,
        /// When they had to be checked.
        review_by: Date,
        /// The day of printing.
        today: Date,
    },
    /// The desk takes no reports.
    #[error("the desk `{desk}` is {state}: a card would lead people to a closed door")]
    DeskShut {
        /// The desk.
        desk: String,
        /// Its state.
        state: &'static str,
    },
    /// The card's page isn't translated.
    #[error("{page}, of which a card is made, isn't translated into `{language}`")]
    NotTranslated {
        /// The page.
        page: String,
        /// The language.
        language: String,
    },
    /// The translation of the card's page is older than its source.
    #[error("{page} in `{language}` is older than its source, and paper can't say so")]
    Stale {
        /// The page.
        page: String,
        /// The language.
        language: String,
    },
    /// The page lacks a section that the card holds.
    #[error("{page} has no section `{section}`, which [card] in site.toml names")]
    NoSection {
        /// The page.
        page: String,
        /// The id of the heading.
        section: String,
    },
    /// There is no address to print.
    #[error("nothing says where this site is published")]
    NoAddress,
    /// The address can't be printed.
    #[error("`{address}` isn't an address for paper")]
    Address {
        /// The address.
        address: String,
        /// So many characters at most.
        longest: usize,
    },
}

impl Refusal {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::NoCard => "write, for example:\n[card]\npage = \"training/handout\"\nsections = [\"duties\", \"notice\"]".to_owned(),
            Self::NoLanguage { asked, known } => {
                did_you_mean(asked, known.iter().map(String::as_str), || format!("it has: {}", known.join(", ")))
            }
            Self::NoPlace { known, .. } if known.is_empty() => {
                "places.toml has no place yet; the example in it shows how to write one".to_owned()
            }
            Self::NoPlace { asked, known } => {
                did_you_mean(asked, known.iter().map(String::as_str), || format!("it has: {}", known.join(", ")))
            }
            Self::NotFilledIn { place, .. } => {
                format!("fill it in under [places.{place}] in places.toml, after somebody has checked it there; never guess")
            }
            Self::Overdue { place, .. } => {
                format!("have every fact of [places.{place}] tried again, then write the new days into `verified` and `review_by`")
            }
            Self::DeskShut { .. } => "print it when the desk is open, or name another desk for the place".to_owned(),
            Self::NotTranslated { page, language } => format!("waymark translate {page} {language}"),
            Self::Stale { page, language } => {
                format!("`waymark translate {page} {language}` shows what changed")
            }
            Self::NoSection { section, .. } => {
                format!("write a heading of the second level with {{#{section}}}, or change site.toml")
            }
            Self::NoAddress => "set base_url in site.toml, or name a short address that leads there: --address https://…".to_owned(),
            Self::Address { longest, .. } => {
                format!("it begins with https://, has at most {longest} characters and none that a keyboard lacks")
            }
        }
    }

    /// True if what was asked for doesn't exist; else it does, and isn't fit to be printed.
    #[must_use]
    pub fn is_usage(&self) -> bool {
        matches!(
            self,
            Self::NoLanguage { .. } | Self::NoPlace { .. } | Self::Address { .. }
        )
    }
}
