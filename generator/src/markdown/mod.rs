//! From Markdown to a [`Document`]: units to translate, sections to search, HTML to show.

pub mod callout;
pub mod document;
pub mod link;
pub mod section;
pub mod unit;

pub use callout::CalloutKind;
pub use document::{Document, Heading, Label};
pub use link::{Link, LinkTarget};
pub use section::Section;
pub use unit::{Unit, UnitKind};
