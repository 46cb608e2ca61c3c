//! Builds a [`Document`] from the parser's events: blocks. Text inside blocks is in `inline`, raw
//! HTML in `raw_html`.
//!
//! Nothing here calls itself: a page nested a thousand deep needs a longer list, not a deeper stack.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::callout::CalloutKind;
use super::document::{Document, Heading};
use super::footnote::Footnotes;
use super::heading;
use super::html::{Piece, Rope, escape};
use super::inline::{Image, Run};
use super::link::Link;
use super::lists::Shape;
use super::parse::Context;
use super::raw_html::RawOpen;
use super::section::Sections;
use super::table::Tables;
use super::telling::Telling;
use super::unit::{Unit, UnitKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;

/// Deeper than this, quotations and lists are no longer drawn as such. Browsers stop at 512.
const DEEPEST: usize = 48;

/// Something that the events have opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// Too deep, or without a meaning: only its content counts.
    Bare,
    /// HTML to write at its end.
    Block(&'static str),
    /// A list.
    List(&'static str, Shape),
    /// A list item; true until its first paragraph is over.
    Item(Shape, bool),
    /// A paragraph, of this kind of unit; false if it is drawn without a tag.
    Paragraph(UnitKind, bool),
    /// A heading of this level.
    Heading(u8),
    /// A code block.
    Code,
    /// A table cell.
    Cell(&'static str),
    /// A footnote's text.
    Footnote,
    /// Bold and the like: HTML, and the mark in a unit's text.
    Inline(&'static str, &'static str),
    /// A link.
    Link(usize),
    /// An image.
    Image,
}

pub(super) struct Builder<'a> {
    pub(super) context: Context<'a>,
    body: usize,
    pub(super) text: &'a str,
    shapes: &'a HashMap<usize, Shape>,
    pub(super) telling: Telling,
    pub(super) rope: Rope,
    pub(super) stack: Vec<Open>,
    pub(super) run: Option<Run>,
    pub(super) raw: Vec<RawOpen>,
    pub(super) html_block: Vec<(String, usize)>,
    pub(super) notes: Footnotes,
    pub(super) sections: Sections,
    pub(super) links: Vec<Link>,
    pub(super) image: Option<Image>,
    /// Text that starts before this byte has been dealt with.
    pub(super) skip: usize,
    pub(super) tasks: usize,
    pub(super) units: Vec<Unit>,
    pub(super) headings: Vec<Heading>,
    pub(super) callouts: Vec<(CalloutKind, Range<usize>)>,
    ids: HashSet<String>,
    code: String,
    pub(super) tables: Tables,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        file: &'a Arc<SourceFile>,
        body: usize,
        context: Context<'a>,
        shapes: &'a HashMap<usize, Shape>,
    ) -> Self {
        Self {
            context,
            body,
            text: &file.text()[body..],
            shapes,
            telling: Telling::new(file, body),
            rope: Rope::default(),
            stack: Vec::new(),
            run: None,
            raw: Vec::new(),
            html_block: Vec::new(),
            notes: Footnotes::default(),
            sections: Sections::default(),
            links: Vec::new(),
            image: None,
            skip: 0,
            tasks: 0,
            units: Vec::new(),
            headings: Vec::new(),
            callouts: Vec::new(),
            ids: HashSet::new(),
            code: String::new(),
            tables: Tables::default(),
        }
    }

    pub(super) fn tell(&mut self, code: Code, span: Range<usize>, message: String, help: String) {
        self.telling.tell(code, span, message, help);
    }

    pub(super) fn unit(&mut self, kind: UnitKind, span: Range<usize>, marked: &str) {
        let unit = Unit::new(kind, span.start + self.body..span.end + self.body, marked);
        if !unit.text.is_empty() {
            self.units.push(unit);
        }
    }

    /// A callout that begins here.
    pub(super) fn callout(&mut self, kind: CalloutKind, start: usize) {
        let line = self.text[start..].lines().next().map_or(0, str::len);
        let start = start + self.body;
        self.callouts.push((kind, start..start + line));
    }

    pub(super) fn link(&mut self, mut link: Link) -> usize {
        link.span = link.span.start + self.body..link.span.end + self.body;
        self.links.push(link);
        self.links.len() - 1
    }

    pub(super) fn event(
        &mut self,
        index: usize,
        event: &Event<'_>,
        range: Range<usize>,
        next: Option<&Event<'_>>,
    ) {
        match event {
            Event::Start(tag) if is_block(tag) => {
                self.end_run();
                self.start_block(index, tag, range, next);
            }
            Event::End(end) if is_block_end(*end) => {
                self.end_run();
                self.end_block(*end, range);
            }
            Event::Rule => {
                self.end_run();
                self.rope.html("<hr>\n");
            }
            Event::Html(html) => self.html_block.push((html.to_string(), range.start)),
            Event::Text(text) if self.stack.last() == Some(&Open::Code) => {
                self.rope.text(text);
                self.code.push_str(text);
            }
            _ => self.inline(event, range),
        }
    }

    pub(super) fn open(&mut self, html: &str, open: Open) {
        self.rope.html(html);
        self.stack.push(open);
    }

    /// True if `more` levels don't fit any more; told once.
    pub(super) fn too_deep(&mut self, more: usize, range: &Range<usize>) -> bool {
        let deep = self.stack.len() + more > DEEPEST;
        if deep && !self.telling.told(Code::Nesting) {
            let start = range.start
                ..self.text[range.start..]
                    .find('\n')
                    .map_or(range.end, |end| range.start + end);
            self.tell(
                Code::Nesting,
                start,
                format!("more than {DEEPEST} levels inside one another"),
                "What lies deeper is shown without its marks.".to_owned(),
            );
        }
        deep
    }

    fn start_block(
        &mut self,
        index: usize,
        tag: &Tag<'_>,
        range: Range<usize>,
        next: Option<&Event<'_>>,
    ) {
        let levels = match tag {
            Tag::List(_) => 3,
            Tag::Table(_) => 4,
            _ => 1,
        };
        let footnote = matches!(tag, Tag::FootnoteDefinition(_));
        if !footnote
            && !matches!(tag, Tag::CodeBlock(_) | Tag::HtmlBlock)
            && self.too_deep(levels, &range)
        {
            self.stack.push(Open::Bare);
            return;
        }
        match tag {
            Tag::Paragraph => self.start_paragraph(&range),
            Tag::Heading { level, id, .. } => {
                self.start_heading(*level as u8, id.as_deref(), range);
            }
            Tag::BlockQuote(kind) => self.start_quote(*kind, &range),
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::List(first) => self.start_list(index, *first),
            Tag::Item => {
                let shape = match self.stack.last() {
                    Some(Open::List(_, shape)) => *shape,
                    _ => Shape::Plain,
                };
                self.open("<li>", Open::Item(shape, true));
            }
            Tag::FootnoteDefinition(label) => {
                let outer = std::mem::take(&mut self.rope);
                self.notes.begin(label, outer, range);
                self.stack.push(Open::Footnote);
            }
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => self.start_head(),
            Tag::TableRow => self.start_row(),
            Tag::TableCell => self.start_cell(next),
            // Its lines are gathered, and read at its end.
            Tag::HtmlBlock => {}
            _ => self.stack.push(Open::Bare),
        }
    }

    fn end_block(&mut self, end: TagEnd, range: Range<usize>) {
        if end == TagEnd::HtmlBlock {
            self.end_html_block(range);
            return;
        }
        let Some(open) = self.stack.pop() else { return };
        self.close_raw(self.stack.len());
        match open {
            Open::Block(html) | Open::Cell(html) | Open::List(html, _) => self.rope.html(html),
            Open::Item(..) => self.rope.html("</li>\n"),
            Open::Paragraph(_, tag) => {
                if tag {
                    self.rope.html("</p>\n");
                }
                if let Some(Open::Item(_, first)) = self.stack.last_mut() {
                    *first = false;
                }
            }
            Open::Heading(level) => self.rope.html(&format!("</h{level}>\n")),
            Open::Code => {
                self.rope.html("</code></pre>\n");
                let code = std::mem::take(&mut self.code);
                self.sections.body(&code);
                self.unit(UnitKind::Code, range, &code);
            }
            Open::Footnote => {
                let inner = std::mem::take(&mut self.rope);
                self.rope = self.notes.end(inner);
            }
            // A run of text ended here without a tag around it.
            Open::Bare => self.rope.html("\n"),
            Open::Inline(..) | Open::Link(_) | Open::Image => {}
        }
        if end == TagEnd::Table && open != Open::Bare {
            self.end_table();
        }
    }

    fn start_paragraph(&mut self, range: &Range<usize>) {
        let (kind, bare) = match self.stack.last() {
            Some(Open::Item(shape, true)) => (UnitKind::Item, *shape == Shape::Cards),
            _ => (UnitKind::Paragraph, false),
        };
        // The paragraph may be nothing but a callout's mark.
        let mark_only =
            self.text[range.start..range.end].trim_end().len() + range.start <= self.skip;
        let bare = bare || mark_only;
        self.open(if bare { "" } else { "<p>" }, Open::Paragraph(kind, !bare));
    }

    fn start_heading(&mut self, level: u8, id: Option<&str>, range: Range<usize>) {
        let level = if level == 1 {
            self.tell(
                Code::HeadingLevel,
                range.clone(),
                "the title is the page's only first-level heading".to_owned(),
                "Headings in the text begin with ##.".to_owned(),
            );
            2
        } else {
            let above = self.headings.last().map_or(1, |heading| heading.level);
            if level > above + 1 {
                self.tell(
                    Code::HeadingLevel,
                    range.clone(),
                    format!("a heading of level {level} below one of level {above}"),
                    format!(
                        "Begin it with {}: people who listen to the page move by levels.",
                        "#".repeat(usize::from(above) + 1)
                    ),
                );
            }
            level
        };
        if let Some(id) = id
            && (!self.ids.insert(id.to_owned()) || heading::FRAME.contains(&id))
        {
            self.tell(
                Code::DuplicateId,
                range.clone(),
                format!("this page has the id “{id}” already"),
                "Each id leads to one place.".to_owned(),
            );
        }
        self.rope.html(&format!("<h{level} id=\""));
        self.rope.piece(Piece::HeadingId(self.headings.len()));
        self.headings.push(Heading {
            level,
            id: id.unwrap_or_default().to_owned(),
            text: String::new(),
            explicit: id.is_some(),
            span: range.start + self.body..range.end + self.body,
        });
        self.open("\">", Open::Heading(level));
    }

    /// The text of the heading that has just been read.
    pub(super) fn heading_text(&mut self, level: u8, text: &str) {
        let text = super::unit::words(text).collect::<Vec<_>>().join(" ");
        self.sections.heading(level, &text);
        if let Some(heading) = self.headings.last_mut() {
            heading.text = text;
        }
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        // Long lines scroll, so the keyboard must reach the block.
        let class = match language {
            "" => String::new(),
            language => format!(" class=\"language-{}\"", escape(language)),
        };
        self.open(&format!("<pre tabindex=\"0\"><code{class}>"), Open::Code);
    }

    fn start_list(&mut self, index: usize, first: Option<u64>) {
        let shape = self.shapes.get(&index).copied().unwrap_or_default();
        let class = match shape {
            Shape::Plain => "",
            Shape::Steps => " class=\"steps\"",
            Shape::Cards => " class=\"cards\"",
        };
        match first {
            Some(1) => self.open(&format!("<ol{class}>\n"), Open::List("</ol>\n", shape)),
            Some(first) => self.open(
                &format!("<ol{class} start=\"{first}\">\n"),
                Open::List("</ol>\n", shape),
            ),
            None => self.open(&format!("<ul{class}>\n"), Open::List("</ul>\n", shape)),
        }
    }

    pub(super) fn finish(mut self) -> (Document, Vec<Diagnostic>) {
        self.end_run();
        self.close_raw_all();
        let notes = std::mem::take(&mut self.notes);
        notes.write(&mut self.rope, &mut self.telling);
        heading::own_ids(&mut self.headings);
        let mut document = Document {
            units: self.units,
            headings: self.headings,
            callouts: self.callouts,
            sections: self.sections.finish(),
            links: self.links,
            rope: self.rope,
        };
        document.anchor_sections();
        (document, self.telling.finish())
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn is_block_end(end: TagEnd) -> bool {
    !matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
