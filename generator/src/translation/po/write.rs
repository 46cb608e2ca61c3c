//! Writing a PO file: one string a line, so that a change of a sentence is a change of a line.

use std::fmt::Write as _;

/// A message as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// The translator's own comments.
    pub comments: Vec<String>,
    /// Comments for the translator.
    pub extracted: Vec<String>,
    /// Where the source's text stands: `en/urgent.md:12`.
    pub reference: String,
    /// True if the translation must be looked at.
    pub fuzzy: bool,
    /// The source's text that the translation was made from.
    pub previous: Option<String>,
    /// What tells equal texts apart.
    pub context: String,
    /// The source's text.
    pub id: String,
    /// The translation; empty if there is none.
    pub text: String,
}

impl Entry {
    /// Adds the entry to a file, after an empty line.
    pub fn write(&self, out: &mut String) {
        out.push('\n');
        comment(out, "#", &self.comments);
        comment(out, "#.", &self.extracted);
        // Since gettext 0.22, names with spaces stand between these two invisible marks.
        let _ = if self.reference.contains(' ') {
            writeln!(out, "#: \u{2068}{}\u{2069}", self.reference)
        } else {
            writeln!(out, "#: {}", self.reference)
        };
        if self.fuzzy {
            out.push_str("#, fuzzy\n");
        }
        if let Some(previous) = &self.previous {
            string(out, "#| ", "msgctxt", &self.context);
            string(out, "#| ", "msgid", previous);
        }
        string(out, "", "msgctxt", &self.context);
        string(out, "", "msgid", &self.id);
        string(out, "", "msgstr", &self.text);
    }
}

fn comment(out: &mut String, mark: &str, lines: &[String]) {
    for line in lines.iter().flat_map(|text| text.lines()) {
        // Writing to a string can't fail.
        let _ = if line.is_empty() {
            writeln!(out, "{mark}")
        } else {
            writeln!(out, "{mark} {line}")
        };
    }
}

/// Writes `keyword "text"`; a text of several lines begins on the line below.
pub fn string(out: &mut String, mark: &str, keyword: &str, text: &str) {
    let _ = write!(out, "{mark}{keyword} ");
    if text.trim_end_matches('\n').contains('\n') {
        out.push_str("\"\"\n");
        for line in text.split_inclusive('\n') {
            let _ = writeln!(out, "{mark}\"{}\"", escape(line));
        }
    } else {
        let _ = writeln!(out, "\"{}\"", escape(text));
    }
}

/// Control characters are written as gettext reads them; everything else as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            c if c.is_ascii_control() => {
                let _ = write!(escaped, "\\{:03o}", u32::from(c));
            }
            c => escaped.push(c),
        }
    }
    escaped
}
