//! Which message each entry of a PO file means, and what shall be done with it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::base::Base;
use super::catalogue::{Catalogue, Message, Place, State};
use super::outcome::Outcome;
use super::read::{PoFile, Read};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::UnitKind;
use crate::source::SourceFile;

/// What an entry asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// The translation stays, and follows the source.
    Confirm,
    /// This is the translation now.
    Take(String),
}

/// What a file asks for, by message.
#[derive(Debug, Default)]
pub struct Wishes {
    by_message: HashMap<usize, (Wish, Range<usize>)>,
    /// True for messages that the file has, whatever it says of them.
    seen: Vec<bool>,
}

impl Wishes {
    /// The text that a message shall have.
    pub fn text(&self, message: usize) -> Option<&str> {
        match self.by_message.get(&message) {
            Some((Wish::Take(text), _)) => Some(text),
            _ => None,
        }
    }

    /// Where in the file a message's translation stands, if something is asked for.
    pub fn span(&self, message: usize) -> Option<Range<usize>> {
        self.by_message.get(&message).map(|(_, span)| span.clone())
    }

    /// True if the file has the message.
    pub fn seen(&self, message: usize) -> bool {
        self.seen.get(message).copied().unwrap_or(false)
    }

    /// True if the message is translated and current once the wishes are granted.
    pub fn done(&self, message: usize, state: &State) -> bool {
        self.by_message.contains_key(&message) || *state == State::Current
    }
}

/// Reads the wishes out of a file.
pub fn gather(
    catalogue: &Catalogue<'_>,
    file: &Arc<SourceFile>,
    po: &PoFile,
    overwrite: bool,
    outcome: &mut Outcome,
) -> (Wishes, Vec<Diagnostic>) {
    let messages = &catalogue.messages;
    let index: HashMap<(&str, &str), usize> = messages
        .iter()
        .enumerate()
        .map(|(at, message)| ((message.context.as_str(), message.id.as_str()), at))
        .collect();
    let base = Base::of(po);
    let mut wishes = Wishes {
        seen: vec![false; messages.len()],
        ..Wishes::default()
    };
    let mut found = Vec::new();
    for entry in &po.entries {
        let Some(&at) = index.get(&(entry.context.as_str(), entry.id.value.as_str())) else {
            found.extend(outdated(file, entry, messages));
            continue;
        };
        let message = &messages[at];
        wishes.seen[at] = true;
        let text = text(catalogue, message, &entry.text.value);
        if entry.fuzzy || text.is_empty() {
            outcome.left += 1;
            continue;
        }
        let span = entry.text.span.clone();
        let changed_since = !message.text.is_empty()
            && message.text != text
            && !base
                .as_ref()
                .is_some_and(|base| base.has(message, &message.text));
        let untouched = base.as_ref().is_some_and(|base| base.has(message, &text));
        if message.text == text {
            if message.state != State::Current {
                wishes.by_message.insert(at, (Wish::Confirm, span));
            }
        } else if changed_since && untouched {
            outcome.kept += 1;
        } else if changed_since && !overwrite {
            found.push(conflict(file, span, message, base.is_some()));
        } else {
            wishes.by_message.insert(at, (Wish::Take(text), span));
        }
    }
    (wishes, found)
}

/// A translation as the content has it: without white space around it that means nothing.
fn text(catalogue: &Catalogue<'_>, message: &Message, text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let code = match message.place {
        Place::Unit(page, unit) => {
            let units = &catalogue.pages[page].source.document.units;
            units[unit].kind == UnitKind::Code
        }
        _ => false,
    };
    if code {
        text.trim_end().to_owned()
    } else {
        text.trim().to_owned()
    }
}

fn outdated(file: &Arc<SourceFile>, entry: &Read, messages: &[Message]) -> Option<Diagnostic> {
    // Nobody has done work that could be lost.
    if entry.fuzzy || entry.text.value.trim().is_empty() {
        return None;
    }
    let known = messages
        .iter()
        .any(|message| message.context == entry.context);
    let message = if known {
        "the source doesn't say this here any more, so its translation isn't taken over"
    } else {
        "the source has no such place any more, so its translation isn't taken over"
    };
    Some(
        Diagnostic::new(Code::PoOutdated, message)
            .at(file, entry.id.span.clone())
            .help("Bring the file up to date: `waymark po export --template --output new.pot`, then `msgmerge --update` with it."),
    )
}

fn conflict(
    file: &Arc<SourceFile>,
    span: Range<usize>,
    message: &Message,
    based: bool,
) -> Diagnostic {
    let what = if based {
        "somebody changed this translation in the content since the file was exported"
    } else {
        "the content has another translation, and the file doesn't say what it was exported from"
    };
    Diagnostic::new(Code::PoConflict, what).at(file, span).help(format!(
        "The content says: “{}”. Write here what it shall be, and import with --overwrite to let this file decide.",
        message.text
    ))
}
