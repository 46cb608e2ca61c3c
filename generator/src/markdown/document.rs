//! A parsed page.

use std::ops::Range;

use super::callout::CalloutKind;
use super::heading;
use super::html::Rope;
use super::link::{Link, LinkTarget};
use super::section::Section;
use super::unit::Unit;
use crate::image::Size;

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
    /// True if the id is written in the text: `{#id}`.
    pub explicit: bool,
    /// Where it stands in the source.
    pub span: Range<usize>,
}

/// A parsed page: its parts, and HTML that waits for addresses and labels.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// What is translated, in order.
    pub units: Vec<Unit>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// The callouts, in order, each with where it begins.
    pub callouts: Vec<(CalloutKind, Range<usize>)>,
    /// What search finds.
    pub sections: Vec<Section>,
    /// The links, images and terms, in order.
    pub links: Vec<Link>,
    pub(super) rope: Rope,
}

impl Document {
    /// The HTML below the title.
    ///
    /// `links` gives the address (not HTML-escaped) for a target, or `None` to show the text alone;
    /// `sizes` gives an image's, if it is known; `labels` gives plain text in the reader's language.
    #[must_use]
    pub fn html(
        &self,
        links: &dyn Fn(&LinkTarget) -> Option<String>,
        sizes: &dyn Fn(&LinkTarget) -> Option<Size>,
        labels: &dyn Fn(Label) -> String,
    ) -> String {
        self.rope
            .fill(&self.links, &self.headings, links, sizes, labels)
    }

    /// True if it has a place with this id.
    #[must_use]
    pub fn has_anchor(&self, id: &str) -> bool {
        self.headings.iter().any(|heading| heading.id == id)
    }

    /// This document with the ids of its source. If the levels of the headings differ, the error
    /// is the index of the first heading that does.
    pub fn with_ids_of(mut self, source: &Self) -> Result<Self, (Box<Self>, usize)> {
        match heading::source_ids(&mut self.headings, &source.headings) {
            Ok(()) => {
                self.anchor_sections();
                Ok(self)
            }
            Err(first) => Err((Box::new(self), first)),
        }
    }

    /// Gives sections the ids of their headings: all but the first begin at a second level.
    pub(super) fn anchor_sections(&mut self) {
        let ids = self.headings.iter().filter(|heading| heading.level == 2);
        for (section, heading) in self.sections.iter_mut().skip(1).zip(ids) {
            section.anchor = Some(heading.id.clone());
        }
    }
}
