//! Reading a PO file, whatever tool has written it, with the place of every string.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;

/// A string and where it begins: its keyword and first quotes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Located {
    /// The string.
    pub value: String,
    /// Bytes in the file.
    pub span: Range<usize>,
}

/// An entry as it was read. Obsolete entries (`#~`) are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// The translator's own comments, a line each.
    pub comments: Vec<String>,
    /// True if it must be looked at.
    pub fuzzy: bool,
    /// What tells equal texts apart; empty if there is nothing.
    pub context: String,
    /// The source's text.
    pub id: Located,
    /// The translation.
    pub text: Located,
}

/// A PO file that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PoFile {
    /// The fields of the header, in order.
    pub header: Vec<(String, String)>,
    /// Where the header's text begins.
    pub header_span: Range<usize>,
    /// The entries below it.
    pub entries: Vec<Read>,
}

impl PoFile {
    /// A field of the header.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        let same = |(key, _): &&(String, String)| key.eq_ignore_ascii_case(name);
        self.header.iter().find(same).map(|(_, value)| &**value)
    }
}

/// Reads a PO file. Every mistake is told; what is around it is still read.
#[must_use]
pub fn read(file: &Arc<SourceFile>) -> (PoFile, Vec<Diagnostic>) {
    let mut reader = Reader {
        file,
        text: file.text(),
        at: 0,
        found: Vec::new(),
        entry: Parts::default(),
        entries: Vec::new(),
    };
    reader.run();
    let (mut found, mut po) = (reader.found, PoFile::default());
    let mut seen = std::collections::HashSet::new();
    for entry in reader.entries {
        if !seen.insert((entry.context.clone(), entry.id.value.clone())) {
            found.push(
                told(file, entry.id.span, "this message is here already")
                    .help("Keep one of the two. `msguniq` finds them all."),
            );
        } else if entry.id.value.is_empty() && entry.context.is_empty() {
            po.header = fields(&entry.text.value);
            po.header_span = entry.text.span;
        } else {
            po.entries.push(entry);
        }
    }
    (po, found)
}

fn fields(header: &str) -> Vec<(String, String)> {
    let pair = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().to_owned(), value.trim().to_owned()))
    };
    header.lines().filter_map(pair).collect()
}

fn told(file: &Arc<SourceFile>, span: Range<usize>, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::PoFile, message).at(file, span)
}

/// An entry while it is read.
#[derive(Default)]
struct Parts {
    comments: Vec<String>,
    fuzzy: bool,
    context: Option<Located>,
    id: Option<Located>,
    text: Option<Located>,
    broken: bool,
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    text: &'a str,
    at: usize,
    found: Vec<Diagnostic>,
    entry: Parts,
    entries: Vec<Read>,
}

impl Reader<'_> {
    fn run(&mut self) {
        if self.text.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
        }
        loop {
            self.skip_space();
            let rest = &self.text[self.at..];
            if rest.is_empty() {
                break;
            }
            let line_end = rest.find('\n').map_or(self.text.len(), |end| self.at + end);
            if rest.starts_with('#') {
                self.comment(self.at..line_end);
                self.at = line_end;
            } else {
                self.keyword(line_end);
            }
        }
        self.end_entry();
    }

    fn skip_space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    fn tell(&mut self, span: Range<usize>, message: impl Into<String>, help: &str) {
        self.entry.broken = true;
        let diagnostic = told(self.file, span, message);
        self.found.push(diagnostic.help(help));
    }

    fn comment(&mut self, line: Range<usize>) {
        let text = self.text[line].trim_end();
        // Obsolete entries, what was before, places and hints are the tools' own affair.
        if text.starts_with("#~") {
            self.end_entry();
            return;
        }
        if self.entry.text.is_some() {
            self.end_entry();
        }
        if let Some(flags) = text.strip_prefix("#,") {
            self.entry.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        } else if !["#.", "#:", "#|", "#="]
            .iter()
            .any(|mark| text.starts_with(mark))
        {
            let own = text[1..].strip_prefix(' ').unwrap_or(&text[1..]);
            self.entry.comments.push(own.to_owned());
        }
    }

    fn keyword(&mut self, line_end: usize) {
        let start = self.at;
        let rest = &self.text[start..];
        let length = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '[' | ']')))
            .unwrap_or(rest.len());
        let word = &rest[..length];
        self.at += length;
        if matches!(word, "msgctxt" | "msgid") && (self.entry.text.is_some() || self.entry.broken) {
            self.end_entry();
        }
        if !matches!(word, "msgctxt" | "msgid" | "msgstr") {
            let plural = word == "msgid_plural" || word.starts_with("msgstr[");
            let bad = start..start + length.max(rest.chars().next().map_or(0, char::len_utf8));
            if plural {
                self.tell(
                    bad,
                    "there are no plural messages here",
                    "Keep msgid and msgstr as they were exported.",
                );
            } else {
                self.tell(
                    bad,
                    "this isn't a line of a PO file",
                    "Lines are comments (#), msgctxt, msgid, msgstr and \"strings\".",
                );
            }
            self.at = line_end;
            return;
        }
        let Some(value) = self.strings(start) else {
            return;
        };
        let slot = match word {
            "msgctxt" => &mut self.entry.context,
            "msgid" => &mut self.entry.id,
            _ => &mut self.entry.text,
        };
        let span = value.span.clone();
        if slot.replace(value).is_some() {
            self.tell(
                span,
                format!("{word} is here twice"),
                "An entry is msgctxt, msgid, msgstr, in this order.",
            );
        }
    }

    /// One or more strings, glued together.
    fn strings(&mut self, start: usize) -> Option<Located> {
        let mut value = Vec::new();
        let mut end = None;
        loop {
            let before = self.at;
            self.skip_space();
            if !self.text[self.at..].starts_with('"') {
                self.at = before;
                break;
            }
            self.string(&mut value)?;
            end.get_or_insert(self.at);
        }
        let Some(end) = end else {
            self.tell(
                start..self.at,
                "a string is missing here",
                "Write it between \"straight quotes\".",
            );
            return None;
        };
        let span = start..end;
        let Ok(value) = String::from_utf8(value) else {
            self.tell(
                span,
                "its escapes don't make text in UTF-8",
                "Write the characters themselves.",
            );
            return None;
        };
        Some(Located { value, span })
    }

    /// The string that begins here, its escapes resolved.
    fn string(&mut self, value: &mut Vec<u8>) -> Option<()> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        loop {
            match bytes.get(at) {
                Some(b'"') => {
                    self.at = at + 1;
                    return Some(());
                }
                None | Some(b'\n') => {
                    let end = at.min(bytes.len());
                    self.at = end;
                    self.tell(
                        start..end,
                        "this string never ends",
                        "End it with a straight quote on the same line.",
                    );
                    return None;
                }
                Some(b'\\') => {
                    let Some((byte, length)) = escaped(&bytes[at + 1..]) else {
                        let rest = &self.text[at + 1..];
                        let next = rest.chars().next().map_or(0, char::len_utf8);
                        self.at = rest.find('\n').map_or(bytes.len(), |end| at + 1 + end);
                        self.tell(
                            at..at + 1 + next,
                            "there is no such escape",
                            "For a backslash itself write \\\\.",
                        );
                        return None;
                    };
                    value.push(byte);
                    at += 1 + length;
                }
                Some(byte) => {
                    value.push(*byte);
                    at += 1;
                }
            }
        }
    }

    fn end_entry(&mut self) {
        let parts = std::mem::take(&mut self.entry);
        if parts.broken {
            return;
        }
        match (parts.id, parts.text) {
            (Some(id), Some(text)) => self.entries.push(Read {
                comments: parts.comments,
                fuzzy: parts.fuzzy,
                context: parts
                    .context
                    .map(|context| context.value)
                    .unwrap_or_default(),
                id,
                text,
            }),
            (None, None) if parts.context.is_none() => {}
            (Some(there), None) => self.found.push(
                told(self.file, there.span, "this message has no msgstr")
                    .help("Write msgstr \"\" where there is no translation."),
            ),
            (None, there) => {
                let span = there.or(parts.context).map_or(0..0, |there| there.span);
                self.found.push(
                    told(self.file, span, "this message has no msgid")
                        .help("An entry is msgctxt, msgid, msgstr, in this order."),
                );
            }
        }
    }
}

/// The byte that an escape means, and how many bytes follow its backslash.
fn escaped(rest: &[u8]) -> Option<(u8, usize)> {
    let digits = |most: usize, is: fn(&u8) -> bool| {
        rest.iter()
            .skip(usize::from(rest.first() == Some(&b'x')))
            .take(most)
            .take_while(|byte| is(byte))
            .count()
    };
    let number =
        |part: &[u8], radix| u8::from_str_radix(std::str::from_utf8(part).ok()?, radix).ok();
    Some(match rest.first()? {
        b'n' => (b'\n', 1),
        b't' => (b'\t', 1),
        b'r' => (b'\r', 1),
        b'a' => (7, 1),
        b'b' => (8, 1),
        b'v' => (11, 1),
        b'f' => (12, 1),
        byte @ (b'"' | b'\\') => (*byte, 1),
        b'x' => {
            let length = digits(2, u8::is_ascii_hexdigit);
            (number(&rest[1..=length], 16)?, 1 + length)
        }
        b'0'..=b'7' => {
            let length = digits(3, |byte| (b'0'..=b'7').contains(byte));
            (number(&rest[..length], 8)?, length)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
