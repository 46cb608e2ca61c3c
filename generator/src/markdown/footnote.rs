//! Footnotes: numbered by first use, written below the text, with a way back.

use std::collections::HashMap;
use std::ops::Range;

use super::document::Label;
use super::html::{Piece, Rope};
use super::telling::Telling;
use crate::diagnostic::Code;

/// The footnotes of a page while it is read.
#[derive(Debug, Default)]
pub struct Footnotes {
    /// The definition that is being read: its label, the rope around it, its place.
    open: Vec<(String, Rope, Range<usize>)>,
    defined: HashMap<String, (Rope, Range<usize>)>,
    /// Number and uses so far, by label.
    used: HashMap<String, (u32, u32)>,
    order: Vec<(String, Range<usize>)>,
}

impl Footnotes {
    /// A definition begins; `outer` is the rope to come back to.
    pub fn begin(&mut self, label: &str, outer: Rope, range: Range<usize>) {
        self.open.push((label.to_owned(), outer, range));
    }

    /// A definition ends; the answer is the rope around it.
    pub fn end(&mut self, inner: Rope) -> Rope {
        let Some((label, outer, range)) = self.open.pop() else {
            return inner;
        };
        self.defined.entry(label).or_insert((inner, range));
        outer
    }

    /// A mark in the text. Ids have `_`, which a heading's own id never has.
    pub fn mark(&mut self, label: &str, range: Range<usize>) -> String {
        let next = u32::try_from(self.order.len() + 1).unwrap_or(u32::MAX);
        let (number, uses) = self.used.entry(label.to_owned()).or_insert((next, 0));
        *uses += 1;
        if *uses == 1 {
            self.order.push((label.to_owned(), range));
        }
        let id = if *uses == 1 {
            format!("fnref_{number}")
        } else {
            format!("fnref_{number}_{uses}")
        };
        format!("<sup><a href=\"#fn_{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>")
    }

    /// Writes them below the text.
    pub fn write(mut self, rope: &mut Rope, telling: &mut Telling) {
        let mut notes = Rope::default();
        for (number, (label, range)) in (1_u32..).zip(self.order) {
            let Some((mut note, _)) = self.defined.remove(&label) else {
                let help = format!("Write it on a line of its own: [^{label}]: …");
                telling.tell(
                    Code::Footnote,
                    range,
                    format!("no footnote [^{label}] is defined"),
                    help,
                );
                // The mark leads somewhere all the same, so that the page is whole.
                notes.html(&format!("<li id=\"fn_{number}\">…</li>\n"));
                continue;
            };
            // The way back stands at the end of the last paragraph, if there is one.
            let paragraph = note.strip_end("</p>\n");
            note.html(&format!(
                " <a href=\"#fnref_{number}\" role=\"doc-backlink\" aria-label=\""
            ));
            note.piece(Piece::Label(Label::FootnoteBack(number)));
            note.html(if paragraph {
                "\">↩</a></p>\n"
            } else {
                "\">↩</a>"
            });
            notes.html(&format!("<li id=\"fn_{number}\">"));
            notes.append(note);
            notes.html("</li>\n");
        }
        let mut unused: Vec<_> = self.defined.into_iter().collect();
        unused.sort_by_key(|(_, (_, range))| range.start);
        for (label, (_, range)) in unused {
            let message = format!("the footnote [^{label}] is never used");
            telling.tell(
                Code::Footnote,
                range,
                message,
                format!("Put [^{label}] where it belongs."),
            );
        }
        if self.used.is_empty() {
            return;
        }
        rope.html("<section class=\"footnotes\" aria-label=\"");
        rope.piece(Piece::Label(Label::Footnotes));
        rope.html("\">\n<ol>\n");
        rope.append(notes);
        rope.html("</ol>\n</section>\n");
    }
}
