//! Terms of the glossary: `[[key]]` and `[[key|inflected text]]`.

use std::ops::Range;

use super::build::{Builder, Open};
use super::html::Piece;
use super::link::{Link, LinkTarget};
use crate::diagnostic::Code;
use crate::suggestion::did_you_mean;

impl Builder<'_> {
    /// `[[key]]` or `[[key|text]]`.
    pub(super) fn term(&mut self, key: &str, has_text: bool, range: Range<usize>) {
        // In a table, `|` is written `\|`.
        let key = key.trim_end_matches('\\').trim();
        let behind = &self.text[range.end..];
        if let Some(mark) = ["(", "]("]
            .into_iter()
            .find(|mark| behind.starts_with(mark))
        {
            self.tell(
                Code::TermLink,
                range.start..range.end + mark.len(),
                format!("the term [[{key}]] is in a link, or followed by ("),
                "A term of the glossary can't be a link too: write [text](page.md), or put a space before (.".to_owned(),
            );
        }
        let known = self.context.glossary.get(key);
        let shown = known.map_or_else(|| key.replace('-', " "), |term| term.term.clone());
        if known.is_none() && self.telling.full(Code::UnknownTerm) {
            self.tell(
                Code::UnknownTerm,
                range.clone(),
                String::new(),
                String::new(),
            );
        } else if known.is_none() {
            let keys = self
                .context
                .glossary
                .terms()
                .iter()
                .map(|term| term.key.as_str());
            let help = did_you_mean(key, keys, || {
                "Add it to glossary.toml, or write the word without [[ and ]].".to_owned()
            });
            self.tell(
                Code::UnknownTerm,
                range.clone(),
                format!("the glossary has no term “{key}”"),
                help,
            );
        }
        // A link can't hold another: the term's text remains.
        let linked = known.is_some() && !self.in_link();
        self.mark(&if has_text {
            format!("[[{key}|")
        } else {
            format!("[[{key}]]")
        });
        let target = LinkTarget::Term {
            key: key.to_owned(),
        };
        let link = self.link(Link {
            target,
            image: false,
            title: String::new(),
            span: range.clone(),
        });
        if has_text {
            if linked {
                self.rope.piece(Piece::LinkOpen(link));
                self.stack.push(Open::Link(link));
            } else {
                self.stack.push(Open::Inline("", "]]"));
            }
            return;
        }
        if linked {
            self.rope.piece(Piece::LinkOpen(link));
        }
        self.rope.text(&shown);
        if linked {
            self.rope.piece(Piece::LinkClose(link));
        }
        if let Some(run) = &mut self.run {
            run.plain.push_str(&shown);
        }
        self.skip = self.skip.max(range.end);
        self.stack.push(Open::Bare);
    }
}
