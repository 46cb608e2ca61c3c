//! What an import did, and what it says about it.

use std::fmt;
use std::path::PathBuf;

/// What an import came to. If there are errors among the diagnostics, nothing was written.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Texts that were written into the content.
    pub taken: usize,
    /// Translations that stayed as they are and now count as current.
    pub confirmed: usize,
    /// Messages that are fuzzy or empty in the file: left as they are.
    pub left: usize,
    /// Texts that somebody changed in the content and the translator didn't: the content's stay.
    pub kept: usize,
    /// Texts of the page that went because the source doesn't have them any more.
    pub removed: Vec<String>,
    /// Pages that readers have now.
    pub created: Vec<String>,
    /// Pages that were begun and aren't finished, and how many of their messages are still to do.
    pub drafts: Vec<(String, usize)>,
    /// Pages, or the glossary, that wait for the rest of their messages.
    pub waiting: Vec<Waiting>,
    /// The files that were written.
    pub files: Vec<PathBuf>,
}

/// Translations that can't go in yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Where they belong.
    pub place: String,
    /// How many there are.
    pub ready: usize,
    /// How many messages there must still be done.
    pub missing: usize,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} taken over, {} confirmed, {} left fuzzy or empty",
            self.taken, self.confirmed, self.left
        )?;
        if self.kept > 0 {
            write!(
                f,
                "\n{} changed in the content since the export: the content's words stay",
                self.kept
            )?;
        }
        for text in &self.removed {
            write!(
                f,
                "\nremoved, the source doesn't have it any more: “{text}”"
            )?;
        }
        for page in &self.created {
            write!(f, "\nnew page: {page}")?;
        }
        for (page, missing) in &self.drafts {
            write!(
                f,
                "\ndraft: {page}: {missing} still to do; readers get the source's text, labelled, until then"
            )?;
        }
        for Waiting {
            place,
            ready,
            missing,
        } in &self.waiting
        {
            write!(
                f,
                "\nwaiting: {place}: {ready} translated, {missing} still to do; what is new there goes in when all are done"
            )?;
        }
        if !self.waiting.is_empty() {
            f.write_str("\nkeep the PO file: it alone has what waits")?;
        }
        for file in &self.files {
            write!(f, "\nwrote {}", file.display())?;
        }
        if self.files.is_empty() {
            f.write_str("\nnothing to write")?;
        }
        Ok(())
    }
}
