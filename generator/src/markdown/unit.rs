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
