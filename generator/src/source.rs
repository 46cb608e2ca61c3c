//! Source files: bytes as text, with a name to show and a digest to compare.

use std::fmt;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::diagnostic::{Code, Diagnostic};

/// SHA-256 of something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The first eight bytes as 16 hexadecimal digits: enough to tell the units of a site apart.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string()[..16].to_owned()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.0 {
            write!(f, "{byte:02x}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A text file as it was read.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceFile {
    name: String,
    text: String,
    digest: Digest,
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SourceFile({}, {} bytes)", self.name, self.text.len())
    }
}

impl SourceFile {
    /// A source from memory. `name` is what diagnostics show.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let text = text.into();
        let digest = Digest::of(text.as_bytes());
        Arc::new(Self {
            name: name.into(),
            text,
            digest,
        })
    }

    /// Reads a file; `name` is what diagnostics show.
    ///
    /// What can't be read, or isn't UTF-8, is a diagnostic that says where.
    pub fn read(path: &Path, name: &str) -> Result<Arc<Self>, Diagnostic> {
        let bytes = fs::read(path).map_err(|error| {
            Diagnostic::new(
                Code::UnreadableFile,
                format!("{name} can't be read: {error}"),
            )
            .at(&Self::new(name, ""), 0..0)
        })?;
        String::from_utf8(bytes).map(|text| Self::new(name, text)).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            // The line is shown with its bad bytes replaced; what precedes them is unchanged.
            let file = Self::new(name, String::from_utf8_lossy(error.as_bytes()));
            let (line, column) = file.line_column(at);
            Diagnostic::new(
                Code::NotUtf8,
                format!("{name} isn't text in UTF-8: byte 0x{byte:02x} at line {line}, column {column}"),
            )
            .at(&file, at..at + '\u{fffd}'.len_utf8())
            .label("this can't be read")
            .help("Save the file with the encoding UTF-8. Old editors call it “Unicode (UTF-8)”.")
        })
    }

    /// The name that diagnostics show: the path as the user would type it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the text.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Line and column of a byte offset, both from 1, the column in characters.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let end = self.text.floor_char_boundary(offset.min(self.text.len()));
        let before = &self.text[..end];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }
}

impl SourceFile {
    /// Where a word stands that another program places at this line and column, both from 1. It is
    /// looked for from there on, since programs count columns in different ways.
    #[must_use]
    pub fn span_of(&self, line: usize, column: usize, word: &str) -> Option<Range<usize>> {
        let lines = self.text.split_inclusive('\n');
        let start: usize = lines.take(line.checked_sub(1)?).map(str::len).sum();
        let text = self.text.get(start..)?.lines().next()?;
        let from = text.floor_char_boundary(column.saturating_sub(1));
        let at = start + text[from..].find(word).map_or(from, |at| from + at);
        Some(at..(at + word.len()).min(self.text.len()))
    }
}

/// Text shown on either side of a span when its line is longer than [`LONG_LINE`]: bytes.
const AROUND: usize = 60;

/// Longer lines are cut: paragraphs often are one line of many hundred characters.
const LONG_LINE: usize = 120;

impl SourceFile {
    /// What is shown of a span: its lines, cut around it at words where they are long.
    fn shown(&self, start: usize, length: usize) -> Range<usize> {
        let text = &self.text;
        let start = start.min(text.len());
        let end = (start + length).min(text.len());
        let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let last = text[end..]
            .find('\n')
            .map_or(text.len(), |newline| end + newline);
        if last - first <= LONG_LINE || text[start..end].contains('\n') {
            return first..last;
        }
        let from = first.max(text.floor_char_boundary(start.saturating_sub(AROUND)));
        let to = last.min(text.ceil_char_boundary(end + AROUND));
        let word = |part: &str, found: Option<usize>| found.filter(|_| part.len() > 1);
        let from = if from == first {
            first
        } else {
            let part = &text[from..start];
            from + word(part, part.find(' ').map(|space| space + 1)).unwrap_or(0)
        };
        let to = if to == last {
            last
        } else {
            let part = &text[end..to];
            end + word(part, part.rfind(' ')).unwrap_or(part.len())
        };
        from..to
    }
}

impl miette::SourceCode for SourceFile {
    fn read_span<'a>(
        &'a self,
        span: &miette::SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn miette::SpanContents<'a> + 'a>, miette::MietteError> {
        // Asked without context, this is about the place alone: line and column.
        let inner = if before + after == 0 {
            self.text.read_span(span, 0, 0)?
        } else {
            self.text
                .read_span(&self.shown(span.offset(), span.len()).into(), 0, 0)?
        };
        Ok(Box::new(miette::MietteSpanContents::new_named(
            self.name.clone(),
            inner.data(),
            *inner.span(),
            inner.line(),
            inner.column(),
            inner.line_count(),
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::new("a.md", "é\nab\u{301}c\n");
        assert_eq!(file.line_column(0), (1, 1));
        assert_eq!(file.line_column(2), (1, 2));
        assert_eq!(file.line_column(3), (2, 1));
        assert_eq!(file.line_column(7), (2, 4));
        assert_eq!(file.line_column(999), (3, 1));
    }

    #[test]
    fn whole_lines_are_shown_and_long_ones_cut() {
        let long = format!("{} <here> {}", "word ".repeat(100), "more ".repeat(100));
        let file = SourceFile::new("a.md", format!("one\ntwo three\n{long}\n"));
        assert_eq!(&file.text()[file.shown(8, 5)], "two three");
        let at = file.text().find("<here>").unwrap();
        let shown = &file.text()[file.shown(at, 6)];
        assert!(
            shown.starts_with("word ") && shown.ends_with(" more"),
            "{shown}"
        );
        assert!(shown.len() < 130, "{shown}");
    }

    #[test]
    fn bytes_that_are_not_utf8_are_located() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("latin1.md");
        fs::write(&path, b"+++\ntitle = \"caf\xe9\"\n+++\n").unwrap();
        let diagnostic = SourceFile::read(&path, "latin1.md").unwrap_err();
        assert_eq!(diagnostic.code, Code::NotUtf8);
        assert_eq!(diagnostic.line_column(), Some((2, 13)));
        assert!(diagnostic.message.contains("0xe9"), "{diagnostic}");
    }
}
