//! A parsed page.

use super::callout::CalloutKind;
use super::link::{Link, LinkTarget};
use super::section::Section;
use super::unit::Unit;

/// A text that the document needs in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// The heading of a callout.
    Callout(CalloutKind),
    /// The name of the list of footnotes.
    Footnotes,
    /// The name of the link from a footnote back to its mark: “Back to the text, note 3”.
    FootnoteBack(u32),
    /// The name of a table that stands under no heading.
    Table,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6: the title is 1.
    pub level: u8,
    /// The id.
    pub id: String,
    /// The plain text.
    pub text: String,
}

/// A parsed page: its parts, and HTML that waits for addresses and labels.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// What is translated, in order.
    pub units: Vec<Unit>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// What search finds.
    pub sections: Vec<Section>,
    /// The links, images and terms, in order.
    pub links: Vec<Link>,
}

impl Document {
    /// The HTML below the title.
    ///
    /// `links` gives the address (not HTML-escaped) for a target, or `None` to show the text alone;
    /// `labels` gives plain text in the reader's language.
    pub fn html(
        &self,
        links: &dyn Fn(&LinkTarget) -> Option<String>,
        labels: &dyn Fn(Label) -> String,
    ) -> String {
        let _ = (links, labels);
        String::new()
    }
}
