//! What is wrong with a site, where, and what to do about it: one type for every stage.
//!
//! A [`Diagnostic`] has a stable [`Code`], a severity (which `site.toml` may change per code), and,
//! where there is one, a byte-exact span in a source file. [`Diagnostics`] collects all of one run.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::source::SourceFile;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site can't be published like this.
    Error,
    /// The site is built, and somebody should look.
    Warning,
    /// Not reported.
    Off,
}

impl Severity {
    /// The words of `site.toml`, in the order of weight.
    pub const NAMES: [&str; 3] = ["error", "warning", "off"];

    /// Reads a word of `site.toml`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "error" => Some(Self::Error),
            "warning" => Some(Self::Warning),
            "off" => Some(Self::Off),
            _ => None,
        }
    }

    /// The word of `site.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Off => "off",
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $severity:ident;)+) => {
        /// A kind of mistake. Names are stable: `site.toml` and other tools refer to them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// The stable name, as `site.toml` writes it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)+ }
            }

            /// The severity unless `site.toml` says otherwise.
            #[must_use]
            pub fn default_severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }

            /// What the code means, in a sentence or two.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc),+).trim_ascii_start(),)+ }
            }
        }
    };
}

codes! {
    /// A file or folder can't be read.
    UnreadableFile "unreadable-file" Error;
    /// A file isn't text in UTF-8.
    NotUtf8 "not-utf-8" Error;
    /// A file or folder has a name that can't become an address.
    FileName "file-name" Error;
    /// A symbolic link leads back into a folder that contains it.
    LinkLoop "link-loop" Error;
    /// A TOML file, or the front matter of a page, isn't valid TOML.
    TomlSyntax "toml-syntax" Error;
    /// A page has no front matter, or front matter that never ends.
    FrontMatter "front-matter" Error;
    /// A key that Waymark doesn't know, most often a typing error.
    UnknownKey "unknown-key" Error;
    /// A key that must be there is missing.
    MissingKey "missing-key" Error;
    /// A value is of the wrong type: text where a number belongs, and the like.
    WrongType "wrong-type" Error;
    /// A value is of the right type and still not one that can be used.
    InvalidValue "invalid-value" Error;
    /// A language tag isn't valid (BCP 47).
    LanguageTag "language-tag" Error;
    /// A folder looks like a language that `site.toml` doesn't declare: it isn't built.
    UndeclaredLanguage "undeclared-language" Warning;
    /// The front matter names a layout that doesn't exist.
    UnknownLayout "unknown-layout" Error;
    /// A page has a path that the generator itself writes to.
    ReservedPath "reserved-path" Error;
    /// A folder of pages has no `index.md`: one is generated.
    MissingIndex "missing-index" Warning;
    /// A link to a page that doesn't exist.
    BrokenLink "broken-link" Error;
    /// A link to a place that the page doesn't have.
    BrokenAnchor "broken-anchor" Error;
    /// A link to a file, or an image, that isn't there.
    MissingAsset "missing-asset" Error;
    /// A link that starts at the root of the host: it breaks in a sub-folder and offline.
    AbsoluteLink "absolute-link" Error;
    /// A link to an own page by its `.html` name: link to the `.md` file instead.
    HtmlLink "html-link" Error;
    /// A link with a scheme that isn't allowed, such as `javascript:`.
    LinkScheme "link-scheme" Error;
    /// An image from another host: pages load nothing from elsewhere.
    ExternalImage "external-image" Error;
    /// An image without a text that says what it shows.
    MissingAlt "missing-alt" Warning;
    /// `[[key]]` names a term that the glossary of this language doesn't have.
    UnknownTerm "unknown-term" Error;
    /// `[[key]]` followed by `(address)`: a glossary term can't be a link too.
    TermLink "term-link" Error;
    /// The glossaries of two languages don't have the same keys.
    GlossaryMismatch "glossary-mismatch" Error;
    /// A callout (`[!NAME]`) that doesn't exist.
    UnknownCallout "unknown-callout" Error;
    /// Raw HTML that isn't allowed: it is shown as text.
    RawHtml "raw-html" Error;
    /// Two headings of a page have the same explicit id.
    DuplicateId "duplicate-id" Error;
    /// A heading of the first level in the text, or one that skips a level.
    HeadingLevel "heading-level" Warning;
    /// The headings of a translation don't follow the source: its anchors differ.
    HeadingMismatch "heading-mismatch" Warning;
    /// A footnote that is used and not defined, or defined and not used.
    Footnote "footnote" Warning;
    /// Quotes and lists inside one another, deeper than anybody can read.
    Nesting "nesting" Warning;
    /// A page names an entry that the reference list doesn't have.
    UnknownReference "unknown-reference" Error;
    /// An entry of a reference list that no page names.
    UncoveredReference "uncovered-reference" Error;
    /// A page that only a translation has: it stands under no source page.
    PageWithoutSource "page-without-source" Warning;
    /// Pages that a language doesn't have yet: readers get the source's text, labelled.
    MissingTranslation "missing-translation" Warning;
    /// A translation that is older than its source.
    StaleTranslation "stale-translation" Warning;
    /// A translation that isn't in `translations.lock`: nobody knows which text it follows.
    UntrackedTranslation "untracked-translation" Off;
    /// `places.toml` names a desk that it doesn't define.
    UnknownDesk "unknown-desk" Error;
    /// A desk that can't be opened for reports as it is.
    DeskNotReady "desk-not-ready" Error;
    /// A menu in `site.toml` names a page that doesn't exist.
    UnknownNavPage "unknown-nav-page" Error;
    /// A text of the interface is missing in a language.
    MissingString "missing-string" Error;
    /// An interface text refers to a message, a function or an argument that doesn't exist.
    StringReference "string-reference" Error;
    /// A file of interface strings isn't valid Fluent.
    StringSyntax "string-syntax" Error;
    /// A language's search index can't be made.
    Search "search" Error;
    /// A template has a mistake.
    Template "template" Error;
    /// The theme is incomplete or tries to replace what it can't.
    Theme "theme" Error;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Code {
    /// Reads a stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

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
        Self {
            code,
            severity: code.default_severity(),
            message: message.into(),
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
        let span = self.first_line()?;
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
    fn names_are_unique_and_explained() {
        for code in Code::ALL {
            assert_eq!(Code::from_name(code.name()), Some(*code));
            assert!(code.explanation().ends_with('.'), "{code}");
        }
    }

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
            "unknown-key\n\n  × unknown key `titel`\n   ╭─[content/en/a.md:2:1]\n 2 │ titel = \"É\"\n   · ─────\n   ╰────\n  help: Did you mean “title”?\n"
        );
    }
}
