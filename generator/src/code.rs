//! The kinds of mistakes: stable names, default severities, explanations.

use std::fmt;

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
    (@reason) => { None };
    (@reason $reason:literal) => { Some($reason) };
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $severity:ident $(kept $reason:literal)?;)+) => {
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

            /// Why `site.toml` can't lower its severity; none if it can.
            #[must_use]
            pub fn kept(self) -> Option<&'static str> {
                match self { $(Code::$variant => codes!(@reason $($reason)?),)+ }
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
    UnreadableFile "unreadable-file" Error
        kept "A page, a desk or a warning would be missing from the published site, and nobody would know.";
    /// A file isn't text in UTF-8.
    NotUtf8 "not-utf-8" Error
        kept "A page, a desk or a warning would be missing from the published site, and nobody would know.";
    /// A file or folder has a name that can't become an address.
    FileName "file-name" Error;
    /// A symbolic link leads back into a folder that contains it.
    LinkLoop "link-loop" Error;
    /// A TOML file, or the front matter of a page, isn't valid TOML.
    TomlSyntax "toml-syntax" Error
        kept "What stands behind the mistake isn't read: a desk or a page's notices could vanish.";
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
    /// An old address in `redirect_from` that is still a page's, that two pages claim, or that leads to itself.
    RedirectClash "redirect-clash" Error;
    /// A page names an audience that `site.toml` doesn't declare.
    UnknownAudience "unknown-audience" Error;
    /// An audience of `site.toml` that no page names: its list is empty.
    UnusedAudience "unused-audience" Warning;
    /// A folder of pages has no `index.md`: one is generated.
    MissingIndex "missing-index" Warning;
    /// A link to a page that doesn't exist.
    BrokenLink "broken-link" Error;
    /// A link to a page that isn't published yet, a draft or one whose day hasn't come: its words are shown without the link.
    UnpublishedLink "unpublished-link" Warning;
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
    /// A link to another site whose address doesn't exist there any more.
    ExternalLink "external-link" Warning;
    /// A link to another site that has moved for good.
    ExternalMoved "external-moved" Warning;
    /// A link to another site that didn't answer, so nobody knows whether it works.
    ExternalUnreachable "external-unreachable" Warning;
    /// An image that browsers would show wrongly or not at all: broken, misnamed, or stored lying down.
    ImageFile "image-file" Error;
    /// An SVG image with a script, an event handler, or something that it loads from elsewhere.
    UnsafeSvg "unsafe-svg" Error
        kept "Opened by itself, the drawing would run in the reader's browser.";
    /// A file that may tell who made it, where and when, and from which that can't be taken out.
    FileMetadata "file-metadata" Error;
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
    /// A heading of a translation has another id than in the source: links that name it break here.
    AnchorMismatch "anchor-mismatch" Warning;
    /// The callouts of a translation aren't those of its source: readers would take words for another's.
    CalloutMismatch "callout-mismatch" Warning;
    /// A footnote that is used and not defined, or defined and not used.
    Footnote "footnote" Warning;
    /// Quotes and lists inside one another, deeper than anybody can read.
    Nesting "nesting" Warning;
    /// A word so long that it breaks the lines of a phone.
    LongWord "long-word" Warning;
    /// Two pages of a language have the same title.
    DuplicateTitle "duplicate-title" Warning;
    /// The day by which a page or a place was to be reviewed has passed.
    ReviewDue "review-due" Warning;
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
    UntrackedTranslation "untracked-translation" Warning;
    /// A PO file isn't one, has a message twice, or is for another language.
    PoFile "po-file" Error;
    /// A translation in a PO file doesn't have the structure of its source: links, terms, paragraphs.
    PoStructure "po-structure" Error;
    /// The content and a PO file have different translations of a text: one would be lost.
    PoConflict "po-conflict" Error;
    /// A PO file translates a text that the source doesn't have any more.
    PoOutdated "po-outdated" Warning;
    /// `places.toml` names a desk that it doesn't define.
    UnknownDesk "unknown-desk" Error
        kept "Reports for that place would have no reader.";
    /// A desk that can't be opened for reports as it is.
    DeskNotReady "desk-not-ready" Error
        kept "Somebody would report, and nobody could read it.";
    /// `site.toml` names a page that doesn't exist, in a menu or for a language.
    UnknownNavPage "unknown-nav-page" Error;
    /// A text of the interface is missing in a language.
    MissingString "missing-string" Error;
    /// An interface text refers to a message, a function or an argument that doesn't exist.
    StringReference "string-reference" Error;
    /// A file of interface strings isn't valid Fluent.
    StringSyntax "string-syntax" Error;
    /// A language's search index can't be made.
    Search "search" Error
        kept "Part of the site would be missing.";
    /// A template has a mistake.
    Template "template" Error
        kept "Part of the site would be missing.";
    /// The theme is incomplete or tries to replace what it can't.
    Theme "theme" Error
        kept "A script that protects readers and reports would be another than was reviewed, or be missing.";
    /// A file in the site's own theme that nothing uses, most often one with a misspelt name.
    ThemeFile "theme-file" Warning;
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
    fn editors_find_every_code_in_their_guide() {
        let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/../content/README.md");
        let guide = std::fs::read_to_string(guide).unwrap();
        for code in Code::ALL {
            let explanation = code.explanation().replace('|', "\\|");
            let row = format!(
                "| `{code}` | {} | {explanation} |",
                code.default_severity().name()
            );
            assert!(
                guide.contains(&row),
                "content/README.md lacks the row\n{row}"
            );
        }
    }
}
