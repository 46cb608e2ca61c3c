//! Text inside blocks: runs of it become units, and their plain text goes to search.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::build::{Builder, Open};
use super::html::Piece;
use super::link::{self, Link, LinkTarget};
use super::lists::Shape;
use super::long_word::{self, Size};
use super::unit::UnitKind;
use crate::diagnostic::Code;

/// What comes after the link that heads a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Card {
    /// Not in a card, or in its text already.
    No,
    /// The link hasn't ended.
    Head,
    /// It has; what parts it from the text is left out.
    Gap,
}

/// Text from one block boundary to the next.
#[derive(Debug)]
pub(super) struct Run {
    kind: UnitKind,
    heading: Option<u8>,
    span: Range<usize>,
    /// With marks, for the unit.
    marked: String,
    /// Without, for search.
    pub(super) plain: String,
    /// HTML to write at its end.
    close: String,
    card: Card,
    /// All code in it: names of things can't be written otherwise.
    code: String,
}

/// An image whose text is being read.
#[derive(Debug)]
pub(super) struct Image {
    link: usize,
    text: String,
    span: Range<usize>,
}

impl Image {
    /// Adds to the image's text.
    pub(super) fn say(&mut self, text: &str) {
        self.text.push_str(text);
    }
}

impl Builder<'_> {
    pub(super) fn inline(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::End(_) => {
                self.end_inline();
                return;
            }
            Event::Start(_) if range.start < self.skip || self.image.is_some() => {
                self.stack.push(Open::Bare);
                return;
            }
            _ if range.start < self.skip => return,
            _ => {}
        }
        if self.between_card_parts(event) {
            return;
        }
        self.begin_run(&range);
        match event {
            Event::Start(tag) => self.start_inline(tag, range),
            Event::Text(text) => {
                self.undefined_footnote(text, &range);
                let text = self.card_text(text);
                self.say(text, text);
            }
            Event::Code(code) => {
                self.say_html("<code>");
                self.say(code, &format!("`{code}`"));
                if let Some(run) = &mut self.run {
                    run.code.push_str(code);
                }
                self.say_html("</code>");
            }
            Event::SoftBreak => self.say("\n", "\n"),
            Event::HardBreak => {
                self.say_html("<br>");
                self.say("\n", "\n");
            }
            Event::InlineHtml(html) => self.inline_html(html, range),
            Event::FootnoteReference(label) if self.image.is_none() => {
                let html = self.notes.mark(label, range);
                self.rope.html(&html);
                self.mark(&format!("[^{label}]"));
            }
            Event::TaskListMarker(done) => self.task(*done, range.end),
            _ => {}
        }
    }

    /// `[^name]` that nothing defines is text to the parser.
    fn undefined_footnote(&mut self, text: &str, range: &Range<usize>) {
        let before = self.text[..range.start].strip_suffix('[');
        let (Some(name), Some(before)) = (text.strip_prefix('^'), before) else {
            return;
        };
        if !name.is_empty() && !before.ends_with('\\') && self.text[range.end..].starts_with(']') {
            self.tell(
                Code::Footnote,
                range.start - 1..range.end + 1,
                format!("no footnote [^{name}] is defined"),
                format!("Write it on a line of its own: [^{name}]: …"),
            );
        }
    }

    /// Text: shown, searched, and, as `marked`, part of the unit.
    fn say(&mut self, text: &str, marked: &str) {
        if let Some(image) = &mut self.image {
            image.text.push_str(text);
        } else {
            self.rope.text(text);
        }
        if let Some(run) = &mut self.run {
            run.plain.push_str(text);
            run.marked.push_str(marked);
        }
    }

    /// HTML around text; an image's text has none.
    fn say_html(&mut self, html: &str) {
        if self.image.is_none() {
            self.rope.html(html);
        }
    }

    /// A mark of the unit alone.
    pub(super) fn mark(&mut self, mark: &str) {
        if let Some(run) = &mut self.run {
            run.marked.push_str(mark);
        }
    }

    /// Text that raw HTML brought: shown already.
    pub(super) fn say_raw(&mut self, text: &str) {
        if let Some(run) = &mut self.run {
            run.plain.push_str(text);
            run.marked.push_str(text);
        }
    }

    fn begin_run(&mut self, range: &Range<usize>) {
        if let Some(run) = &mut self.run {
            run.span.end = run.span.end.max(range.end);
            return;
        }
        let (kind, heading, card) = match self.stack.last() {
            Some(Open::Paragraph(kind, tag)) => {
                let shape = match self.stack.iter().rev().nth(1) {
                    Some(Open::Item(shape, true)) if !tag => *shape,
                    _ => Shape::Plain,
                };
                (*kind, None, shape == Shape::Cards)
            }
            Some(Open::Item(shape, first)) => {
                (UnitKind::Item, None, *first && *shape == Shape::Cards)
            }
            Some(Open::Heading(level)) => (UnitKind::Heading, Some(*level), false),
            Some(Open::Cell(_)) => (UnitKind::Cell, None, false),
            _ => (UnitKind::Paragraph, None, false),
        };
        // The event of an escaped character begins behind its backslash.
        let before = self.text[..range.start].bytes().rev();
        let escaped = before.take_while(|&byte| byte == b'\\').count() % 2;
        self.run = Some(Run {
            kind,
            heading,
            span: range.start - escaped..range.end,
            marked: String::new(),
            plain: String::new(),
            close: String::new(),
            code: String::new(),
            card: if card { Card::Head } else { Card::No },
        });
    }

    /// A block begins or ends: what was running is a unit.
    pub(super) fn end_run(&mut self) {
        let Some(run) = self.run.take() else { return };
        self.close_inline_raw();
        self.rope.html(&run.close);
        self.long_word(&run);
        if let Some(level) = run.heading {
            self.heading_text(level, &run.plain);
        } else {
            self.sections.body(&run.plain);
        }
        self.unit(run.kind, run.span, &run.marked);
        // In a tight item, the run was the item's first paragraph.
        if let Some(Open::Item(_, first)) = self.stack.last_mut() {
            *first = false;
        }
    }

    /// Tells the first word of a run that no phone has room for.
    fn long_word(&mut self, run: &Run) {
        let size = run.heading.map_or(Size::Text, |_| Size::Heading);
        let Some(word) = long_word::first(&run.plain, size) else {
            return;
        };
        let word = &run.plain[word];
        if run.code.contains(word) || self.telling.full(Code::LongWord) {
            return;
        }
        // Marks inside the word keep it from standing in the source as it is read.
        let source = &self.text[run.span.clone()];
        let span = match source.find(word) {
            Some(at) => run.span.start + at..run.span.start + at + word.len(),
            None => run.span.clone(),
        };
        let message = long_word::message(word);
        self.tell(Code::LongWord, span, message, long_word::HELP.to_owned());
    }

    fn start_inline(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        if self.too_deep(1, &range) {
            self.stack.push(Open::Bare);
            return;
        }
        match tag {
            Tag::Emphasis => self.start_mark("<em>", "</em>", "*"),
            Tag::Strong => self.start_mark("<strong>", "</strong>", "**"),
            Tag::Strikethrough => self.start_mark("<del>", "</del>", "~~"),
            Tag::Link {
                link_type: LinkType::WikiLink { has_pothole },
                dest_url,
                ..
            } => {
                self.term(dest_url, *has_pothole, range);
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let address = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.to_string(),
                };
                let link = self.resolve(&address, title, false, range);
                self.open_link(link);
                self.mark("[");
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                let link = self.resolve(dest_url, title, true, range.clone());
                self.image = Some(Image {
                    link,
                    text: String::new(),
                    span: range,
                });
                self.stack.push(Open::Image);
                self.mark("![");
            }
            _ => self.stack.push(Open::Bare),
        }
    }

    fn start_mark(&mut self, html: &str, close: &'static str, mark: &'static str) {
        self.rope.html(html);
        self.mark(mark);
        self.stack.push(Open::Inline(close, mark));
    }

    fn end_inline(&mut self) {
        let Some(open) = self.stack.pop() else { return };
        self.close_raw(self.stack.len());
        match open {
            Open::Inline(html, mark) => {
                self.rope.html(html);
                self.mark(mark);
            }
            Open::Link(link) => {
                self.rope.piece(Piece::LinkClose(link));
                let term = matches!(self.links[link].target, LinkTarget::Term { .. });
                self.mark(if term { "]]" } else { "]" });
                self.mark_title(link);
                if let Some(run) = &mut self.run
                    && run.card == Card::Head
                {
                    run.card = Card::Gap;
                }
            }
            Open::Image => {
                if let Some(image) = self.image.take() {
                    if image.text.trim().is_empty() {
                        self.tell(
                            Code::MissingAlt,
                            image.span,
                            "this image has no text that says what it shows".to_owned(),
                            "Write it between ![ and ]: it is read aloud, and shown where the image isn't.".to_owned(),
                        );
                    }
                    let link = image.link;
                    self.rope.piece(Piece::Image(link, image.text));
                    self.mark("]");
                    self.mark_title(link);
                }
            }
            _ => {}
        }
    }

    /// A link's title is read by people: it is translated with the text.
    fn mark_title(&mut self, link: usize) {
        let title = std::mem::take(&mut self.links[link].title);
        if !title.is_empty() {
            self.mark(&format!("(\"{title}\")"));
        }
        self.links[link].title = title;
    }

    pub(super) fn open_link(&mut self, link: usize) {
        self.rope.piece(Piece::LinkOpen(link));
        self.stack.push(Open::Link(link));
    }

    pub(super) fn in_link(&self) -> bool {
        self.stack
            .iter()
            .rev()
            .any(|open| matches!(open, Open::Link(_)))
    }

    fn resolve(&mut self, address: &str, title: &str, image: bool, span: Range<usize>) -> usize {
        let (target, bad) = link::resolve(address, image, self.context.base);
        if let Some(bad) = bad {
            self.tell(bad.code, span.clone(), bad.message, bad.help);
        }
        self.link(Link {
            target,
            image,
            title: title.to_owned(),
            span,
        })
    }

    fn task(&mut self, done: bool, end: usize) {
        self.tasks += 1;
        let checked = if done { " checked" } else { "" };
        // With `_`, so that no heading can have the same id.
        self.rope.html(&format!(
            "<input type=\"checkbox\" id=\"task_{0}\"{checked}> <label for=\"task_{0}\">",
            self.tasks
        ));
        let gap = self.text[end..].len() - self.text[end..].trim_start_matches([' ', '\t']).len();
        if let Some(run) = &mut self.run {
            run.close.push_str("</label>");
            // The box is drawn, not translated.
            run.span.start = end + gap;
            run.span.end = run.span.end.max(run.span.start);
        }
    }

    /// In a card, begins its text; true if the event only parts the link from the text.
    fn between_card_parts(&mut self, event: &Event<'_>) -> bool {
        let Some(run) = &mut self.run else {
            return false;
        };
        if run.card != Card::Gap {
            return false;
        }
        let gap = match event {
            Event::SoftBreak | Event::HardBreak => true,
            Event::Text(text) => trim_gap(text).is_empty(),
            _ => false,
        };
        if gap {
            run.marked.push(' ');
            run.plain.push(' ');
            return true;
        }
        if !matches!(event, Event::Text(_)) {
            run.card = Card::No;
            run.close.push_str("</p>");
            self.rope.html("<p>");
        }
        false
    }

    /// The text of an event, without the dash that parts it from a card's link.
    fn card_text<'t>(&mut self, text: &'t str) -> &'t str {
        match &mut self.run {
            Some(run) if run.card == Card::Gap => {
                run.card = Card::No;
                run.close.push_str("</p>");
                run.plain.push(' ');
                self.rope.html("<p>");
                trim_gap(text)
            }
            _ => text,
        }
    }
}

fn trim_gap(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-' | ':'))
}
