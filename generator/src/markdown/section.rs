//! Sections: what search finds.

/// A part of a page from one second-level heading to the next, as plain text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading's id; `None` for what comes before the first.
    pub anchor: Option<String>,
    /// The heading's text.
    pub heading: String,
    /// The texts of the headings below it, joined by spaces.
    pub headings: String,
    /// The text without any heading, blocks joined by spaces.
    pub body: String,
}
