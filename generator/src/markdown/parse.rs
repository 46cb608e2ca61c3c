//! Reading a page's Markdown into a [`Document`].

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BrokenLink, Event, LinkType, Options, Parser};

use super::build::Builder;
use super::document::Document;
use super::link::Base;
use super::lists;
use crate::content::Glossary;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;

/// What a page is read against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// For its links.
    pub base: Base<'a>,
    /// For its terms.
    pub glossary: &'a Glossary,
}

/// A mark without a definition: `[text][missing]`, `[^missing]`.
type Undefined = (Range<usize>, LinkType, String);

/// Reads the Markdown of `file` from the byte `body` on.
#[must_use]
pub fn parse(
    file: &Arc<SourceFile>,
    body: usize,
    context: Context<'_>,
) -> (Document, Vec<Diagnostic>) {
    let text = &file.text()[body..];
    let undefined: RefCell<Vec<Undefined>> = RefCell::default();
    let note = |link: BrokenLink<'_>| {
        undefined
            .borrow_mut()
            .push((link.span, link.link_type, link.reference.to_string()));
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(note));
    let events: Vec<(Event<'_>, Range<usize>)> = parser.into_offset_iter().collect();
    let shapes = lists::shapes(&events);
    let mut builder = Builder::new(file, body, context, &shapes);
    for (span, kind, name) in undefined.into_inner() {
        if matches!(
            kind,
            LinkType::Reference | LinkType::ReferenceUnknown | LinkType::CollapsedUnknown
        ) {
            builder.tell(
                Code::BrokenLink,
                span,
                format!("no address [{name}] is defined"),
                {
                    format!("Write it on a line of its own, [{name}]: address, or between ( and ).")
                },
            );
        }
    }
    for (index, (event, range)) in events.iter().enumerate() {
        let next = events.get(index + 1).map(|(event, _)| event);
        builder.event(index, event, range.clone(), next);
    }
    builder.finish()
}

/// CommonMark with GitHub's extensions, explicit heading ids and `[[…]]`.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}
