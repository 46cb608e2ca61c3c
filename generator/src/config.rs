//! `site.toml`: the site as a whole.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Code, Severity};
use crate::language::{Language, LanguageTag};
use crate::url::PagePath;

mod editorial;
mod read;

pub use editorial::{Audience, Edit, Toc};
pub use read::read;
pub(crate) use read::{language_list, localised};

/// A text in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Localised(pub(crate) BTreeMap<LanguageTag, String>);

impl Localised {
    /// The text in this language only.
    #[must_use]
    pub fn get(&self, language: &LanguageTag) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// The text in this language, else in `fallback`, else in any, else nothing.
    #[must_use]
    pub fn get_or(&self, language: &LanguageTag, fallback: &LanguageTag) -> &str {
        self.get(language)
            .or_else(|| self.get(fallback))
            .or_else(|| self.0.values().next().map(String::as_str))
            .unwrap_or_default()
    }
}

impl FromIterator<(LanguageTag, String)> for Localised {
    fn from_iter<I: IntoIterator<Item = (LanguageTag, String)>>(texts: I) -> Self {
        Self(texts.into_iter().collect())
    }
}

/// What `site.toml` says.
#[derive(Debug, Clone)]
pub struct Site {
    /// The instance's name, part of every report's stamp.
    pub id: String,
    /// The site's title.
    pub title: Localised,
    /// The language that the others are translated from.
    pub source_language: LanguageTag,
    /// Who publishes the site; empty if nobody says so.
    pub publisher: String,
    /// The address of the published site, ending in a slash; empty if unknown.
    pub base_url: String,
    /// Where the leave button goes.
    pub exit_url: String,
    /// The languages, in the file's order.
    pub languages: Vec<Language>,
    /// The reference lists, in the file's order.
    pub references: Vec<ReferenceSetting>,
    /// Severities that differ from a code's default.
    pub severity: BTreeMap<Code, Severity>,
    /// For whom pages are, in the file's order.
    pub audiences: Vec<Audience>,
    /// Where the text can be edited in public.
    pub edit: Edit,
    /// A page's own list of headings.
    pub toc: Toc,
    /// Reporting.
    pub reporting: Reporting,
    /// Menus.
    pub nav: Nav,
    /// What printed cards say.
    pub card: Option<Card>,
}

/// `[card]`: the page whose sections a printed card holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The page.
    pub page: PagePath,
    /// The ids of the headings of its sections, in the order of the card.
    pub sections: Vec<String>,
}

/// `[references.<name>]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceSetting {
    /// The list's name, which is the key in front matter.
    pub name: String,
    /// Its file, from the content folder.
    pub file: String,
    /// How much it matters that no page names an entry.
    pub coverage: Severity,
}

/// `[reporting]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporting {
    /// The relay's origin; empty if it is the site's own.
    pub relay: String,
    /// Leading zero bits of a stamp.
    pub stamp_bits: u8,
    /// The organisation in “This is not an … site”.
    pub not_site_of: String,
}

/// `[nav]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nav {
    /// Pages in the header.
    pub header: Vec<PagePath>,
    /// Pages in the footer.
    pub footer: Vec<PagePath>,
    /// The page for urgent help.
    pub urgent: Option<PagePath>,
    /// The page with the report form.
    pub report: Option<PagePath>,
    /// Every page that a menu names, and where `site.toml` names it.
    pub named: Vec<(PagePath, Range<usize>)>,
}
