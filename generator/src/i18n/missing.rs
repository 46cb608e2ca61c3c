//! Texts that the source language has and another language lacks, and where they belong.

use crate::diagnostic::{Code, Diagnostic};
use crate::i18n::references::Message;
use crate::source::SourceFile;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A diagnostic for each key that `source` (its file's text, its messages) has and `own` lacks, at
/// the key below which it belongs, so that the files of all languages stay in the same order.
#[must_use]
pub fn keys(
    own: (&Arc<SourceFile>, &BTreeMap<String, Message>),
    source: (&str, &BTreeMap<String, Message>),
) -> Vec<Diagnostic> {
    let mut order: Vec<_> = source.1.iter().collect();
    order.sort_by_key(|(_, message)| message.span.start);
    let mut above: Option<(&str, &Message)> = None;
    let mut found = Vec::new();
    for (key, message) in order {
        if let Some(there) = own.1.get(key) {
            above = Some((key, there));
            continue;
        }
        let (at, label, place) = match above {
            Some((name, there)) => (
                there.span.clone(),
                "it belongs below this",
                format!("below `{name}`"),
            ),
            None => (0..0, "it belongs here", "at the top".to_owned()),
        };
        found.push(
            Diagnostic::new(
                Code::MissingString,
                format!("the interface text `{key}` is missing"),
            )
            .at(own.0, at)
            .label(label)
            .help(format!(
                "Add it {place}. In the source language: {}",
                entry(source.0, message.span.start)
            )),
        );
    }
    found
}

/// The source of one entry, for a hint: its first line, shortened.
fn entry(text: &str, start: usize) -> String {
    let line = text[start..].lines().next().unwrap_or_default();
    let short: String = line.chars().take(120).collect();
    if short.len() < line.len() {
        format!("{short}…")
    } else {
        short
    }
}
