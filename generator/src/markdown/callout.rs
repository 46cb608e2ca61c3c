//! Callouts: GFM's five alerts, and three of our own that tell whose words these are.

use std::ops::Range;

use pulldown_cmark::BlockQuoteKind;

use super::build::{Builder, Open};
use super::document::Label;
use super::html::Piece;
use crate::diagnostic::Code;
use crate::suggestion::did_you_mean;

/// A kind of callout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalloutKind {
    /// What the source says.
    Source,
    /// What later texts say.
    Later,
    /// Our own advice.
    Ours,
    /// Worth knowing.
    Note,
    /// A hint.
    Tip,
    /// Must be known.
    Important,
    /// Needs care.
    Warning,
    /// Danger.
    Caution,
}

impl CalloutKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Source,
        Self::Later,
        Self::Ours,
        Self::Note,
        Self::Tip,
        Self::Important,
        Self::Warning,
        Self::Caution,
    ];

    /// The lower-case name: the HTML class, and the end of the string's key (`callout-source`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Later => "later",
            Self::Ours => "ours",
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }

    /// Reads a name in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name().eq_ignore_ascii_case(name))
    }
}

/// The first line of a quotation, read as the mark of a callout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark<'a> {
    /// A callout of this kind; so many bytes belong to the mark, the end of the line included.
    Callout(CalloutKind, usize),
    /// A mark with a name that doesn't exist, and the name.
    Unknown(&'a str),
    /// A mark with text behind it on the same line: it isn't one.
    Crowded(&'a str),
}

/// Reads the start of a quotation's first paragraph.
#[must_use]
pub fn mark(text: &str) -> Option<Mark<'_>> {
    let (name, rest) = text.strip_prefix("[!")?.split_once(']')?;
    if name.is_empty()
        || !name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    {
        return None;
    }
    let line = rest.split_inclusive('\n').next().unwrap_or_default();
    let kind = CalloutKind::from_name(name);
    match kind {
        Some(kind) if line.trim().is_empty() => {
            Some(Mark::Callout(kind, name.len() + 3 + line.len()))
        }
        Some(_) => Some(Mark::Crowded(name)),
        None => Some(Mark::Unknown(name)),
    }
}

impl Builder<'_> {
    /// A quotation begins, or a callout.
    pub(super) fn start_quote(&mut self, kind: Option<BlockQuoteKind>, range: &Range<usize>) {
        let kind = match kind {
            Some(BlockQuoteKind::Note) => Some(CalloutKind::Note),
            Some(BlockQuoteKind::Tip) => Some(CalloutKind::Tip),
            Some(BlockQuoteKind::Important) => Some(CalloutKind::Important),
            Some(BlockQuoteKind::Warning) => Some(CalloutKind::Warning),
            Some(BlockQuoteKind::Caution) => Some(CalloutKind::Caution),
            None => self.own_callout(range),
        };
        let Some(kind) = kind else {
            self.open("<blockquote>\n", Open::Block("</blockquote>\n"));
            return;
        };
        self.callout(kind, range.start);
        self.rope.html(&format!(
            "<div class=\"callout {}\" role=\"note\">\n<p class=\"callout-label\">",
            kind.name()
        ));
        self.rope.piece(Piece::Label(Label::Callout(kind)));
        self.open("</p>\n", Open::Block("</div>\n"));
    }

    /// One of our own callouts, which the parser takes for a quotation.
    fn own_callout(&mut self, range: &Range<usize>) -> Option<CalloutKind> {
        let quote = &self.text[range.clone()];
        let inner = quote
            .trim_start()
            .strip_prefix('>')?
            .trim_start_matches([' ', '\t']);
        let start = range.end - inner.len();
        let name_end = |name: &str| start + 2 + name.len();
        match mark(inner)? {
            Mark::Callout(kind, length) => {
                self.skip = self.skip.max(start + length);
                Some(kind)
            }
            Mark::Unknown(name) => {
                let known = CalloutKind::ALL.map(|kind| kind.name().to_uppercase());
                let help = did_you_mean(name, known.iter().map(String::as_str), || {
                    format!("Callouts: {}.", known.join(", "))
                });
                self.tell(
                    Code::UnknownCallout,
                    start + 2..name_end(name),
                    format!("there is no callout [!{name}]"),
                    help,
                );
                None
            }
            Mark::Crowded(name) => {
                self.tell(
                    Code::UnknownCallout,
                    start..name_end(name) + 1,
                    format!("[!{name}] must stand alone on its line"),
                    "Begin the text on the next line, after > and a space.".to_owned(),
                );
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_alone_on_their_line() {
        assert_eq!(
            mark("[!SOURCE]\nText"),
            Some(Mark::Callout(CalloutKind::Source, 10))
        );
        assert_eq!(
            mark("[!later]  \r\n> x"),
            Some(Mark::Callout(CalloutKind::Later, 12))
        );
        assert_eq!(mark("[!OURS]"), Some(Mark::Callout(CalloutKind::Ours, 7)));
        assert_eq!(mark("[!SOURSE]\n"), Some(Mark::Unknown("SOURSE")));
        assert_eq!(mark("[!NOTE] Text"), Some(Mark::Crowded("NOTE")));
        assert_eq!(mark("[!important](x)"), Some(Mark::Crowded("important")));
        assert_eq!(mark("[link](x)"), None);
        assert_eq!(mark("[! x]"), None);
    }
}
