//! PO files (gettext): a language's texts as messages, for the tools that translators use.
//!
//! The path out: a [`Catalogue`] pairs the units of every source page with those of its translation,
//! [`export`] writes the pairs as a PO file. The path back: [`read`] reads a file that some tool has
//! changed, [`import`] finds the message that each entry means and [`page`] writes the texts into
//! the Markdown, unit by unit. What nobody changed keeps its bytes.
//!
//! The format: <https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html>

mod base;
mod catalogue;
mod export;
mod gather;
mod import;
mod language;
mod marks;
pub(crate) mod message;
mod outcome;
mod page;
mod pair;
mod read;
mod replace;
mod toml;
mod write;

pub use catalogue::{Catalogue, Message, Place, State, TermField};
pub use export::{Counts, export, not_imported, template};
pub use import::{ImportOptions, import};
pub use language::means;
pub use outcome::{Outcome, Waiting};
pub use pair::Pair;
pub use read::{Located, PoFile, Read, read};
pub use replace::ReplaceError;

/// Writes a file whole or not at all.
pub fn write(path: &std::path::Path, text: String) -> Result<(), ReplaceError> {
    let path = path.to_owned();
    replace::all(&[replace::Replacement { path, text }])
}

#[cfg(test)]
mod tests;
