//! Units: the pieces that are translated one by one.

use std::ops::Range;

use crate::source::Digest;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// The first paragraph of a list item.
    Item,
    /// A cell of a table.
    Cell,
    /// A block of code.
    Code,
}

impl UnitKind {
    /// `paragraph`, `heading`, `item`, `cell` or `code`. A part of every digest: never changed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::Item => "item",
            Self::Cell => "cell",
            Self::Code => "code",
        }
    }
}

/// A piece to translate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Where it stands in the source: bytes.
    pub span: Range<usize>,
    /// Its text with inline marks, white space made single, link targets left out.
    pub text: String,
    /// The digest of kind and text.
    pub digest: Digest,
}

impl Unit {
    /// A unit with its text made comparable.
    #[must_use]
    pub fn new(kind: UnitKind, span: Range<usize>, marked: &str) -> Self {
        let text = words(marked).collect::<Vec<_>>().join(" ");
        let digest = Digest::of(format!("{}\n{text}", kind.name()).as_bytes());
        Self {
            kind,
            span,
            text,
            digest,
        }
    }
}

/// The words of a text. Only breakable white space parts them: a no-break space is a choice of
/// the writer, and French has one before every colon.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t', '\n', '\r'])
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_makes_no_other_unit_and_kind_does() {
        let unit = |kind, text| Unit::new(kind, 0..1, text).digest;
        assert_eq!(
            unit(UnitKind::Item, "a  b\n c"),
            unit(UnitKind::Item, "a b c")
        );
        assert_ne!(unit(UnitKind::Item, "a b"), unit(UnitKind::Cell, "a b"));
        assert_ne!(
            unit(UnitKind::Item, "a\u{a0}b"),
            unit(UnitKind::Item, "a b")
        );
    }
}
