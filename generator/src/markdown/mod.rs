//! From Markdown to a [`Document`]: units to translate, sections to search, HTML to show.

mod build;
pub mod callout;
pub mod document;
mod footnote;
mod heading;
mod html;
mod inline;
pub mod link;
mod lists;
pub(crate) mod long_word;
mod parse;
mod raw_html;
pub mod section;
mod table;
mod telling;
mod term;
pub mod unit;

pub use callout::CalloutKind;
pub use document::{Document, Heading, Label};
pub use html::escape;
pub use link::{Base, Link, LinkTarget};
pub use parse::{Context, parse};
pub use section::Section;
pub(crate) use telling::Telling;
pub use unit::{Unit, UnitKind, words};

#[cfg(test)]
mod tests;
