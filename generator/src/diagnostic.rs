//! What is wrong with a site, where, and what to do about it: one type for every stage.
//!
//! A [`Diagnostic`] has a stable [`Code`], a severity (which `site.toml` may change per code), and,
//! where there is one, a byte-exact span in a source file. [`Diagnostics`] collects all of one run.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

mod format;

pub use crate::code::{Code, Severity};
use crate::source::SourceFile;

/// One mistake.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// Its kind.
    pub code: Code,
    /// Its weight; [`Diagnostics::add`] applies `site.toml`'s choice.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The file in which it is.
    pub file: Option<Arc<SourceFile>>,
    /// Where in the file: bytes.
    pub span: Option<Range<usize>>,
    /// A word or two, drawn beside the span.
    pub label: Option<String>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic with the severity that its code has by default, and no place yet.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        /// A name or an address in it may be a megabyte long.
        const LONGEST: usize = 500;
        let mut message = message.into();
        if message.len() > LONGEST {
            message.truncate(message.floor_char_boundary(LONGEST));
            message.push('…');
        }
        Self {
            code,
            severity: code.default_severity(),
            message,
            file: None,
            span: None,
            label: None,
            help: None,
        }
    }

    /// Places it in a file.
    #[must_use]
    pub fn at(mut self, file: &Arc<SourceFile>, span: Range<usize>) -> Self {
        self.file = Some(Arc::clone(file));
        self.span = Some(span);
        self
    }

    /// Says what the span is.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Replaces the default severity (where a list's own setting decides).
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Line and column of the span's start, both from 1, the column in characters.
    #[must_use]
    pub fn line_column(&self) -> Option<(usize, usize)> {
        let file = self.file.as_ref()?;
        Some(file.line_column(self.span.as_ref()?.start))
    }
}

impl Diagnostic {
    /// The span as far as its first line goes: what is drawn.
    fn first_line(&self) -> Option<Range<usize>> {
        let (file, span) = (self.file.as_ref()?, self.span.clone()?);
        let end = file
            .text()
            .get(span.clone())
            .and_then(|text| text.find(['\r', '\n']));
        Some(end.map_or(span.clone(), |end| span.start..span.start + end))
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Diagnostic {}

impl miette::Diagnostic for Diagnostic {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Off => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help
            .as_ref()
            .map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        self.span.as_ref()?;
        self.file
            .as_deref()
            .map(|file| file as &dyn miette::SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        /// A span of a million letters would be drawn with a million lines below it.
        const DRAWN: usize = 120;
        let (file, mut span) = (self.file.as_ref()?, self.first_line()?);
        if span.len() > DRAWN {
            span.end = file.text().floor_char_boundary(span.start + DRAWN);
        }
        let label = miette::LabeledSpan::new(self.label.clone(), span.start, span.len());
        Some(Box::new(std::iter::once(label)))
    }
}

/// Everything that one run found, in the order of files and places.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    overrides: BTreeMap<Code, Severity>,
}

impl Diagnostics {
    /// Nothing found yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes over what `site.toml` says about codes, for what was found and what will be.
    pub fn set_severities(&mut self, overrides: BTreeMap<Code, Severity>) {
        self.overrides = overrides;
        for diagnostic in std::mem::take(&mut self.list) {
            self.add(diagnostic);
        }
    }

    /// Adds one, with the severity that `site.toml` gives its code.
    pub fn add(&mut self, mut diagnostic: Diagnostic) {
        if let Some(severity) = self.overrides.get(&diagnostic.code) {
            diagnostic.severity = *severity;
        }
        if diagnostic.severity != Severity::Off {
            self.list.push(diagnostic);
        }
    }

    /// Adds an error without a place.
    pub fn error(&mut self, code: Code, message: impl Into<String>) {
        self.add(Diagnostic::new(code, message).severity(Severity::Error));
    }

    /// Adds a warning without a place.
    pub fn warn(&mut self, code: Code, message: impl Into<String>) {
        self.add(Diagnostic::new(code, message).severity(Severity::Warning));
    }

    /// All, sorted by file, then place, then code.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<_> = self.list.iter().collect();
        all.sort_by_cached_key(|d| {
            (
                d.file.as_ref().map(|file| file.name().to_owned()),
                d.span.as_ref().map(|span| (span.start, span.end)),
                d.code,
                d.message.clone(),
            )
        });
        all
    }

    /// All, in the order in which they were found.
    #[must_use]
    pub fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }

    /// How many of this severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.severity == severity).count()
    }

    /// True if anything forbids publishing.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// True if nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All of them as text for a person, with source lines; `color` for a terminal.
    #[must_use]
    pub fn render(&self, color: bool) -> String {
        let theme = if color {
            miette::GraphicalTheme::unicode()
        } else {
            miette::GraphicalTheme::unicode_nocolor()
        };
        let handler = miette::GraphicalReportHandler::new_themed(theme)
            .with_links(false)
            .with_context_lines(1)
            .with_width(100);
        let mut text = String::new();
        for diagnostic in self.sorted() {
            // Writing into a string doesn't fail; what miette can't draw still has its sentence.
            if handler.render_report(&mut text, diagnostic).is_err() {
                text.push_str(&diagnostic.message);
                text.push('\n');
            }
            text.push('\n');
        }
        text
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        for diagnostic in diagnostics {
            self.add(diagnostic);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severities_of_the_site_apply_to_what_was_found_before() {
        let mut all = Diagnostics::new();
        all.add(Diagnostic::new(Code::BrokenLink, "one"));
        all.add(Diagnostic::new(Code::RawHtml, "two"));
        all.set_severities(BTreeMap::from([
            (Code::BrokenLink, Severity::Warning),
            (Code::RawHtml, Severity::Off),
        ]));
        all.add(Diagnostic::new(Code::RawHtml, "three"));
        assert_eq!((all.len(), all.count(Severity::Warning)), (1, 1));
        assert!(!all.has_errors());
    }

    #[test]
    fn what_is_endless_is_cut() {
        let text = "x".repeat(1_000_000);
        let file = SourceFile::new("a.md", text.as_str());
        let mut all = Diagnostics::new();
        all.add(Diagnostic::new(Code::LongWord, text).at(&file, 5..900_000));
        let drawn = all.render(false);
        assert!(drawn.len() < 3_000, "{} bytes", drawn.len());
    }

    #[test]
    fn a_person_sees_place_line_and_hint() {
        let file = SourceFile::new("content/en/a.md", "+++\ntitel = \"É\"\n+++\n");
        let mut all = Diagnostics::new();
        all.add(
            Diagnostic::new(Code::UnknownKey, "unknown key `titel`")
                .at(&file, 4..9)
                .help("Did you mean “title”?"),
        );
        assert_eq!(
            all.render(false),
            "unknown-key\n\n  × unknown key `titel`\n   ╭─[content/en/a.md:2:1]\n 2 │ titel = \"É\"\n   · ─────\n   ╰────\n  help: Did you mean “title”?\n\n"
        );
    }
}
