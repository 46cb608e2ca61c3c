//! Tables: regions that scroll by themselves, with a name.

use std::collections::HashMap;

use pulldown_cmark::{Alignment, Event, TagEnd};

use super::build::{Builder, Open};
use super::document::Label;
use super::html::Piece;

/// The table that is being read, and the names of those before.
#[derive(Debug, Default)]
pub(super) struct Tables {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_rows: bool,
    /// How many tables have this name.
    names: HashMap<String, usize>,
}

impl Builder<'_> {
    pub(super) fn start_table(&mut self, alignments: &[Alignment]) {
        self.tables.alignments = alignments.to_vec();
        self.tables.has_rows = false;
        self.rope
            .html("<section class=\"table\" tabindex=\"0\" aria-label=\"");
        let name = self
            .headings
            .last()
            .map(|heading| heading.text.clone())
            .unwrap_or_default();
        if name.is_empty() {
            self.rope.piece(Piece::Label(Label::Table));
        } else {
            self.rope.text(&name);
        }
        // Regions of one page must be told apart.
        let number = self.tables.names.entry(name).or_default();
        *number += 1;
        if *number > 1 {
            let number = format!(" ({number})");
            self.rope.html(&number);
        }
        self.open("\"><table>\n", Open::Block(""));
    }

    pub(super) fn start_cell(&mut self, next: Option<&Event<'_>>) {
        let class = match self.tables.alignments.get(self.tables.column) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"end\"",
            _ => "",
        };
        self.tables.column += 1;
        // An empty corner heads nothing.
        let empty = matches!(next, Some(Event::End(TagEnd::TableCell)));
        if self.tables.in_head && !empty {
            self.open(&format!("<th scope=\"col\"{class}>"), Open::Cell("</th>"));
        } else {
            self.open(&format!("<td{class}>"), Open::Cell("</td>"));
        }
    }

    pub(super) fn start_head(&mut self) {
        (self.tables.in_head, self.tables.column) = (true, 0);
        self.open("<thead><tr>", Open::Block("</tr></thead>\n"));
    }

    pub(super) fn start_row(&mut self) {
        (self.tables.in_head, self.tables.column) = (false, 0);
        if !std::mem::replace(&mut self.tables.has_rows, true) {
            self.rope.html("<tbody>\n");
        }
        self.open("<tr>", Open::Block("</tr>\n"));
    }

    pub(super) fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.tables.has_rows);
        self.rope.html(if rows {
            "</tbody></table></section>\n"
        } else {
            "</table></section>\n"
        });
    }
}
