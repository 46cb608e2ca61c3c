//! What a PO file was exported from: a short digest of every translation that it was given.
//!
//! With it, an import can tell what the translator changed from what somebody else changed in the
//! content meanwhile. It stands in the header because that is what every tool keeps.

use std::collections::HashSet;

use super::catalogue::Message;
use super::read::PoFile;
use crate::source::Digest;

/// The header's field.
pub const FIELD: &str = "X-Waymark-Base";

/// The digests, eight hexadecimal digits each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Base(HashSet<String>);

impl Base {
    /// What a file says that it was exported from; none if it doesn't say.
    pub fn of(file: &PoFile) -> Option<Self> {
        let field = file.field(FIELD)?;
        Some(Self(field.split_whitespace().map(str::to_owned).collect()))
    }

    /// True if the file was exported with this translation in the same page, or term.
    pub fn has(&self, message: &Message, text: &str) -> bool {
        self.0.contains(&digest(message, text))
    }
}

/// The value of the field: messages without a translation have no digest.
pub fn value(messages: &[Message]) -> String {
    let translated = messages.iter().filter(|message| !message.text.is_empty());
    let digests: Vec<_> = translated
        .map(|message| digest(message, &message.text))
        .collect();
    digests.join(" ")
}

fn digest(message: &Message, text: &str) -> String {
    // Of the page alone: tools may move a translation to the message that took its place.
    let of = message.context.split(".md").next().unwrap_or_default();
    Digest::of(format!("{of}\n{text}").as_bytes()).short()[..8].to_owned()
}
