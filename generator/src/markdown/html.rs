//! HTML that waits for what only the reader's page knows: addresses, heading ids, labels.
//!
//! A [`Rope`] is made once per page. Putting it together for a language is one pass without parsing.

use super::document::{Heading, Label};
use super::link::{Link, LinkTarget};
use crate::image::Size;
use std::fmt::Write as _;

/// A piece of a [`Rope`]; indices are those of the document's links and headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// So many bytes of the rope's text.
    Html(usize),
    /// A heading's id.
    HeadingId(usize),
    /// The start of a link.
    LinkOpen(usize),
    /// Its end.
    LinkClose(usize),
    /// An image with its text.
    Image(usize, String),
    /// A label.
    Label(Label),
}

/// HTML with gaps.
#[derive(Debug, Clone, Default)]
pub struct Rope {
    text: String,
    pieces: Vec<Piece>,
}

impl Rope {
    /// Adds HTML.
    pub fn html(&mut self, html: &str) {
        self.text.push_str(html);
        match self.pieces.last_mut() {
            Some(Piece::Html(length)) => *length += html.len(),
            _ => self.pieces.push(Piece::Html(html.len())),
        }
    }

    /// Adds text.
    pub fn text(&mut self, text: &str) {
        self.html(&escape(text));
    }

    /// Adds a gap.
    pub fn piece(&mut self, piece: Piece) {
        self.pieces.push(piece);
    }

    /// Adds another rope.
    pub fn append(&mut self, other: Self) {
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces);
    }

    /// Takes HTML away from the end, if it ends like this.
    pub fn strip_end(&mut self, html: &str) -> bool {
        match self.pieces.last_mut() {
            Some(Piece::Html(length)) if *length >= html.len() && self.text.ends_with(html) => {
                *length -= html.len();
                self.text.truncate(self.text.len() - html.len());
                true
            }
            _ => false,
        }
    }

    /// Fills the gaps.
    pub fn fill(
        &self,
        links: &[Link],
        headings: &[Heading],
        address: &dyn Fn(&LinkTarget) -> Option<String>,
        size: &dyn Fn(&LinkTarget) -> Option<Size>,
        label: &dyn Fn(Label) -> String,
    ) -> String {
        let mut out = String::with_capacity(self.text.len() + self.pieces.len() * 24);
        let mut at = 0;
        let mut open = Vec::new();
        for piece in &self.pieces {
            match piece {
                Piece::Html(length) => {
                    out.push_str(&self.text[at..at + length]);
                    at += length;
                }
                Piece::HeadingId(heading) => out.push_str(&escape(&headings[*heading].id)),
                Piece::LinkOpen(link) => {
                    let target = &links[*link].target;
                    let address = address(target);
                    open.push(address.is_some());
                    if let Some(address) = address {
                        out.push_str(match target {
                            LinkTarget::Term { .. } => "<a class=\"term\" href=\"",
                            _ => "<a href=\"",
                        });
                        out.push_str(&escape(&address));
                        out.push_str(match target {
                            LinkTarget::External { .. } => "\" rel=\"noreferrer\"",
                            _ => "\"",
                        });
                        title(&mut out, &links[*link].title);
                        out.push('>');
                    }
                }
                Piece::LinkClose(_) => {
                    if open.pop() == Some(true) {
                        out.push_str("</a>");
                    }
                }
                Piece::Image(link, text) => match address(&links[*link].target) {
                    Some(address) => {
                        out.push_str("<img src=\"");
                        out.push_str(&escape(&address));
                        out.push_str("\" alt=\"");
                        out.push_str(&escape(text));
                        out.push('"');
                        // Room is kept for it before it is loaded: the text doesn't jump.
                        if let Some((width, height)) = size(&links[*link].target) {
                            // Writing into a string doesn't fail.
                            let _ = write!(out, " width=\"{width}\" height=\"{height}\"");
                        }
                        out.push_str(" loading=\"lazy\"");
                        title(&mut out, &links[*link].title);
                        out.push('>');
                    }
                    None => out.push_str(&escape(text)),
                },
                Piece::Label(of) => out.push_str(&escape(&label(*of))),
            }
        }
        out
    }
}

fn title(out: &mut String, title: &str) {
    if !title.is_empty() {
        out.push_str(" title=\"");
        out.push_str(&escape(title));
        out.push('"');
    }
}

/// Text as it stands in HTML, in an attribute too.
#[must_use]
pub fn escape(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out.into()
}
