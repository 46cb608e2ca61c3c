//! Which raw HTML passes: a few tags without attributes. Everything else is shown as text.

use std::ops::Range;

use super::build::Builder;
use super::unit::UnitKind;
use crate::diagnostic::Code;

/// The tags that pass.
pub const ALLOWED: [&str; 7] = ["br", "kbd", "sub", "sup", "abbr", "details", "summary"];

/// A part of raw HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// Text between tags.
    Text,
    /// A tag that passes.
    Open(&'static str),
    /// Its end.
    Close(&'static str),
    /// Anything else.
    Refused,
}

/// Cuts raw HTML into tags and text. The ranges lie in `html` and cover it.
pub fn tokens(html: &str) -> Vec<(Token, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        let (token, length) = match rest.find('<') {
            Some(0) => tag(rest),
            Some(text) => (Token::Text, text),
            None => (Token::Text, rest.len()),
        };
        tokens.push((token, at..at + length));
        at += length;
    }
    tokens
}

/// The tag or comment at the start of `rest`, which begins with `<`.
fn tag(rest: &str) -> (Token, usize) {
    if rest.starts_with("<!--") {
        return (
            Token::Refused,
            rest.find("-->").map_or(rest.len(), |end| end + 3),
        );
    }
    let Some(end) = rest.find('>') else {
        return (Token::Refused, rest.len());
    };
    let inner = &rest[1..end];
    let (closing, inner) = inner
        .strip_prefix('/')
        .map_or((false, inner), |inner| (true, inner));
    let name = inner.strip_suffix('/').unwrap_or(inner).trim_ascii_end();
    let token = match ALLOWED
        .iter()
        .find(|allowed| allowed.eq_ignore_ascii_case(name))
    {
        Some(&"br") if !closing => Token::Open("br"),
        // `</br>` and `<kbd/>` aren't HTML.
        Some(name) if *name == "br" || inner.ends_with('/') => Token::Refused,
        Some(name) if closing => Token::Close(name),
        Some(name) => Token::Open(name),
        None => Token::Refused,
    };
    (token, end + 1)
}

/// Text inside raw HTML as it stands in the page: what looks like a character reference stays one.
pub fn text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for (index, part) in raw.split('&').enumerate() {
        if index > 0 {
            let reference = part.split_once(';').is_some_and(|(name, _)| {
                let name = name.strip_prefix('#').unwrap_or(name);
                (1..=32).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric())
            });
            out.push_str(if reference { "&" } else { "&amp;" });
        }
        out.push_str(&part.replace('<', "&lt;").replace('>', "&gt;"));
    }
    out
}

/// A raw tag that waits for its end.
#[derive(Debug)]
pub(super) struct RawOpen {
    tag: &'static str,
    /// How many Markdown elements were open around it: it ends among the same.
    depth: usize,
    span: Range<usize>,
}

/// More raw tags than this inside one another are shown as text.
const DEEPEST: usize = 16;

impl Builder<'_> {
    /// A tag inside a paragraph.
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        for (token, part) in tokens(html) {
            let span = range.start + part.start..range.start + part.end;
            self.raw_token(token, &html[part], span, false);
        }
    }

    /// A block of HTML, line by line as the parser gave it.
    pub(super) fn end_html_block(&mut self, range: Range<usize>) {
        let lines = std::mem::take(&mut self.html_block);
        let mut html = String::new();
        let mut starts = Vec::with_capacity(lines.len());
        for (line, start) in &lines {
            starts.push((html.len(), *start));
            html.push_str(line);
        }
        let place = |at: usize| {
            let line = starts
                .partition_point(|(in_block, _)| *in_block <= at)
                .saturating_sub(1);
            starts
                .get(line)
                .map_or(range.start, |(in_block, start)| start + at - in_block)
        };
        let mut searched = String::new();
        for (token, part) in tokens(&html) {
            let text = &html[part.clone()];
            if matches!(token, Token::Text | Token::Refused) {
                searched.push_str(text);
            }
            let span = place(part.start)..place(part.end - 1) + 1;
            self.raw_token(token, text, span, true);
        }
        // Only a disclosure goes on past its block.
        while self
            .raw
            .last()
            .is_some_and(|raw| raw.tag != "details" && raw.depth == self.stack.len())
        {
            self.close_last_raw();
        }
        self.sections.body(&searched);
        if !searched.trim().is_empty() {
            self.unit(UnitKind::Paragraph, range, &html);
        }
    }

    fn raw_token(&mut self, token: Token, html: &str, span: Range<usize>, block: bool) {
        let last = self
            .raw
            .last()
            .filter(|raw| raw.depth == self.stack.len())
            .map(|raw| raw.tag);
        let fits = match token {
            Token::Text => {
                self.rope.html(&text(html));
                self.say_raw(html);
                return;
            }
            // An image's text has no tags.
            _ if self.image.is_some() => false,
            Token::Open("br") => true,
            Token::Open("details") => block && last != Some("summary"),
            Token::Open("summary") => block && last == Some("details"),
            Token::Open(tag) => {
                last != Some(tag) && last.is_none_or(|last| block || last != "details")
            }
            Token::Close(tag) => last == Some(tag),
            Token::Refused => false,
        };
        match token {
            Token::Open("br") if fits => self.rope.html("<br>"),
            Token::Open(tag) if fits && self.raw.len() < DEEPEST => {
                self.rope.html(&format!("<{tag}>"));
                self.raw.push(RawOpen {
                    tag,
                    depth: self.stack.len(),
                    span,
                });
            }
            Token::Close(tag) if fits => {
                self.raw.pop();
                self.rope.html(&format!("</{tag}>"));
                if block {
                    self.rope.html("\n");
                }
            }
            _ => {
                self.refuse(token, html, span);
                return;
            }
        }
        self.mark(html);
    }

    fn refuse(&mut self, token: Token, html: &str, span: Range<usize>) {
        let first = html.split(['\n', ' ']).next().unwrap_or_default();
        let start: String = first.chars().take(40).collect();
        let more = if start.len() < html.len() { "…" } else { "" };
        let message = match token {
            Token::Close(tag) => format!("</{tag}> closes nothing here"),
            Token::Open(tag) => format!("<{tag}> can't stand here"),
            _ => format!("{start}{more} isn't allowed: it is shown as text"),
        };
        let help = format!(
            "Allowed, without attributes: {}. To show a tag, write it between backticks.",
            ALLOWED.join(", ")
        );
        self.tell(Code::RawHtml, span, message, help);
        if let Some(image) = &mut self.image {
            image.say(html);
        } else {
            self.rope.text(html);
        }
        self.say_raw(html);
    }

    /// Ends the raw tags that were opened deeper than `depth` elements.
    pub(super) fn close_raw(&mut self, depth: usize) {
        while self.raw.last().is_some_and(|raw| raw.depth > depth) {
            self.close_last_raw();
        }
    }

    /// Ends the raw tags of the text that ends here; a disclosure goes on.
    pub(super) fn close_inline_raw(&mut self) {
        let depth = self.stack.len();
        while self
            .raw
            .last()
            .is_some_and(|raw| raw.depth >= depth && raw.tag != "details")
        {
            self.close_last_raw();
        }
    }

    /// Ends all raw tags.
    pub(super) fn close_raw_all(&mut self) {
        while !self.raw.is_empty() {
            self.close_last_raw();
        }
    }

    fn close_last_raw(&mut self) {
        let Some(raw) = self.raw.pop() else { return };
        self.rope.html(&format!("</{}>", raw.tag));
        let help = format!(
            "Write </{}> where it ends, in the same paragraph, item or cell.",
            raw.tag
        );
        self.tell(
            Code::RawHtml,
            raw.span,
            format!("<{}> is never closed", raw.tag),
            help,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bare_allowed_tags_pass() {
        let cut = |html| {
            tokens(html)
                .into_iter()
                .map(|(token, _)| token)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            cut("<kbd>x</kbd>"),
            [Token::Open("kbd"), Token::Text, Token::Close("kbd")]
        );
        assert_eq!(cut("<BR/>"), [Token::Open("br")]);
        assert_eq!(cut("<br />"), [Token::Open("br")]);
        for refused in [
            "<kbd class=x>",
            "<script>",
            "</br>",
            "<kbd/>",
            "<!-- <br> -->",
            "<br",
            "<",
            "<k bd>",
            "<br onclick=x>",
            "<details open>",
        ] {
            assert_eq!(cut(refused), [Token::Refused], "{refused}");
        }
    }

    #[test]
    fn text_keeps_references() {
        assert_eq!(
            text("a &amp; b & c &#x41; <&nope"),
            "a &amp; b &amp; c &#x41; &lt;&amp;nope"
        );
    }
}
