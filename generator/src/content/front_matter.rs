//! The front matter of a page: TOML between `+++` lines.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Fields, Located, Reader};
use crate::source::SourceFile;
use crate::suggestion::did_you_mean;

mod editorial;

pub(crate) use editorial::toc_depth;
pub use editorial::{Change, Editorial, IndexTerm};

/// How a page is laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// Text with side navigation.
    #[default]
    Page,
    /// The site's first page.
    Home,
    /// Signs to look for.
    Signs,
    /// A sheet to print and fill in.
    Sheet,
    /// The glossary.
    Glossary,
    /// The list of places.
    Places,
    /// The report form.
    Report,
    /// The practice form.
    Practice,
    /// Sending a saved report.
    Send,
}

impl Layout {
    /// Every layout with its name.
    pub const ALL: [(&'static str, Layout); 9] = [
        ("page", Layout::Page),
        ("home", Layout::Home),
        ("signs", Layout::Signs),
        ("sheet", Layout::Sheet),
        ("glossary", Layout::Glossary),
        ("places", Layout::Places),
        ("report", Layout::Report),
        ("practice", Layout::Practice),
        ("send", Layout::Send),
    ];

    /// The name in front matter, and of the template without `.html`.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, layout)| *layout == self)
            .map_or("page", |(name, _)| name)
    }
}

/// Ids, each with its place in the file.
pub type NamedIds = Vec<(String, Range<usize>)>;

/// What the front matter of a page says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The title, which is the page's first heading.
    pub title: String,
    /// One or two sentences on the page; empty if not given.
    pub description: String,
    /// A shorter title for menus.
    pub nav_title: Option<String>,
    /// What readers may type who look for the page and know other words; shown nowhere.
    pub search_words: Vec<String>,
    /// Where the page stands in its folder; ties by path.
    pub order: Option<i64>,
    /// How it is laid out.
    pub layout: Layout,
    /// Per reference list, in the site's order: the ids that the page names, with their places.
    pub references: Vec<(String, NamedIds)>,
    /// Who answers for the page.
    pub owner: Option<String>,
    /// When a person last reviewed it.
    pub reviewed: Option<Date>,
    /// When it must be reviewed again.
    pub review_by: Option<Date>,
    /// Who checked the translation.
    pub translation_checked_by: Option<String>,
    /// True if search is to leave the page out, by `search = false`. Menus and A–Z still have it.
    pub unsearched: bool,
    /// What editors decide about it beside its text.
    pub editorial: Editorial,
}

impl FrontMatter {
    /// The title for menus.
    #[must_use]
    pub fn menu_title(&self) -> &str {
        self.nav_title.as_deref().unwrap_or(&self.title)
    }
}

/// Front matter as it was read, and where the text below it starts.
#[derive(Debug)]
pub struct Split {
    /// What it says, as far as it could be read.
    pub front: FrontMatter,
    /// Where the body starts in the file: bytes.
    pub body: usize,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the front matter of a page. `lists` are the names of the site's reference lists.
#[must_use]
pub fn read(file: &Arc<SourceFile>, lists: &[&str]) -> Split {
    let (toml, body) = match fences(file.text()) {
        Ok(found) => found,
        Err((span, message, help)) => {
            let diagnostic = Diagnostic::new(Code::FrontMatter, message)
                .at(file, span)
                .help(help);
            return Split {
                front: FrontMatter::default(),
                body: 0,
                diagnostics: vec![diagnostic],
            };
        }
    };
    let reader = Reader::new(file, toml.start);
    let opening = file.text().find("+++").unwrap_or(0);
    let mut fields = reader.table(&file.text()[toml], opening..opening + 3);
    let front = front_matter(&mut fields, lists, reader.broken());
    fields.finish();
    Split {
        front,
        body,
        diagnostics: reader.finish(),
    }
}

fn front_matter(fields: &mut Fields<'_>, lists: &[&str], broken: bool) -> FrontMatter {
    // After a syntax error the title may only seem to be missing.
    let title = if broken {
        fields.text("title")
    } else {
        fields.required_text("title")
    };
    let value = |text: Option<Located<String>>| text.map(|text| text.value);
    let layout = fields.text("layout").map_or(Layout::Page, |name| {
        let found = Layout::ALL.iter().find(|(known, _)| *known == name.value);
        found.map_or_else(
            || {
                let known = Layout::ALL.iter().map(|(known, _)| *known);
                fields.add(
                    Code::UnknownLayout,
                    name.span,
                    format!("there is no layout “{}”", name.value),
                    did_you_mean(&name.value, known.clone(), || {
                        format!("Layouts: {}.", known.collect::<Vec<_>>().join(", "))
                    }),
                );
                Layout::Page
            },
            |(_, layout)| *layout,
        )
    });
    let mut references = Vec::new();
    FrontMatter {
        title: value(title).unwrap_or_default(),
        description: value(fields.text("description")).unwrap_or_default(),
        nav_title: value(fields.text("nav_title")),
        search_words: fields
            .texts("search_words")
            .into_iter()
            .map(|word| word.value)
            .collect(),
        order: fields.integer("order").map(|order| order.value),
        layout,
        references: {
            for list in lists {
                let ids = fields
                    .texts(list)
                    .into_iter()
                    .map(|id| (id.value, id.span))
                    .collect();
                references.push(((*list).to_owned(), ids));
            }
            references
        },
        owner: value(fields.text("owner")),
        reviewed: fields.date("reviewed").map(|date| date.value),
        review_by: fields.date("review_by").map(|date| date.value),
        translation_checked_by: value(fields.text("translation_checked_by")),
        unsearched: fields.truth("search").is_some_and(|search| !search.value),
        editorial: editorial::read(fields),
    }
}

/// The keys at the top of a page's front matter, each with the whole lines on which it stands with
/// its value; none if the front matter can't be read.
#[must_use]
pub fn lines_of_keys(text: &str) -> Option<Vec<(String, Range<usize>)>> {
    let (toml, _) = fences(text).ok()?;
    let table = toml::de::DeTable::parse(&text[toml.clone()]).ok()?;
    let mut keys: Vec<_> = table
        .into_inner()
        .into_iter()
        .map(|(key, value)| {
            let (from, to) = (toml.start + key.span().start, toml.start + value.span().end);
            let start = text[..from].rfind('\n').map_or(0, |newline| newline + 1);
            let end = text[to..].find('\n').map_or(text.len(), |end| to + end + 1);
            (key.into_inner().into_owned(), start..end)
        })
        .collect();
    keys.sort_by_key(|(_, lines)| lines.start);
    Some(keys)
}

pub(crate) type Misplaced = (Range<usize>, &'static str, &'static str);

/// The TOML between the fences, and where the body starts.
pub(crate) fn fences(text: &str) -> Result<(Range<usize>, usize), Misplaced> {
    const HELP: &str = "A page begins with:\n+++\ntitle = \"…\"\n+++";
    // Some editors put a byte order mark first.
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    match first.trim_end() {
        "+++" => {}
        "---" => {
            let help = "Front matter is TOML here: write +++ in place of ---, and key = \"value\".";
            return Err((start..start + 3, "this front matter is YAML", help));
        }
        line => {
            return Err((
                start..start + line.len(),
                "this page has no front matter",
                HELP,
            ));
        }
    }
    let toml = start + first.len();
    let mut at = toml;
    for line in lines {
        if line.trim_end() == "+++" {
            return Ok((toml..at, at + line.len()));
        }
        at += line.len();
    }
    Err((
        start..start + 3,
        "this front matter never ends",
        "Write a line +++ below its last key.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Split, Vec<String>) {
        let file = SourceFile::new("a.md", text);
        let split = read(&file, &["provisions"]);
        let told = split
            .diagnostics
            .iter()
            .map(|d| {
                let (line, column) = d.line_column().unwrap();
                format!(
                    "{line}:{column} {} `{}`",
                    d.code,
                    &text[d.span.clone().unwrap()]
                )
            })
            .collect();
        (split, told)
    }

    #[test]
    fn a_good_page() {
        let text = "+++\ntitle = \"T\"\norder = 2\nlayout = \"sheet\"\nprovisions = [\"P1\", \"P2\"]\nreview_by = 2027-01-01\n+++\n\nText\n";
        let (split, told) = told(text);
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(split.front.title, "T");
        assert_eq!(split.front.layout, Layout::Sheet);
        let (_, ids) = &split.front.references[0];
        assert_eq!(&text[ids[1].1.clone()], "\"P2\"");
        assert_eq!(&text[split.body..], "\nText\n");
    }

    #[test]
    fn a_page_is_searched_unless_it_says_not() {
        for (key, unsearched) in [
            ("", false),
            ("search = true\n", false),
            ("search = false\n", true),
        ] {
            let (split, told) = told(&format!("+++\ntitle = \"T\"\n{key}+++\n"));
            assert_eq!(told, Vec::<String>::new());
            assert_eq!(split.front.unsearched, unsearched, "{key}");
        }
        let (_, told) = told("+++\ntitle = \"T\"\nsearch = \"last\"\n+++\n");
        assert_eq!(told, ["3:10 wrong-type `\"last\"`"]);
    }

    #[test]
    fn windows_lines_and_a_byte_order_mark() {
        let (split, told) = told("\u{feff}+++\r\ntitle = \"T\"\r\n+++\r\nText");
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(split.front.title, "T");
    }

    #[test]
    fn mistakes_are_told_where_they_are() {
        for (text, expected) in [
            (
                "+++\ntitel = \"é\"\n+++\n",
                vec!["1:1 missing-key `+++`", "2:1 unknown-key `titel`"],
            ),
            ("+++\ntitle = \"é\"; x\n+++\n", vec!["2:12 toml-syntax ``"]),
            (
                "+++\ntitle = 3\norder = \"2\"\n+++\n",
                vec!["2:9 wrong-type `3`", "3:9 wrong-type `\"2\"`"],
            ),
            (
                "+++\ntitle = \"é\"\nlayout = \"shet\"\n+++\n",
                vec!["3:10 unknown-layout `\"shet\"`"],
            ),
            ("# Title\n", vec!["1:1 front-matter `# Title`"]),
            ("---\ntitle: x\n---\n", vec!["1:1 front-matter `---`"]),
            ("+++\ntitle = \"x\"\n", vec!["1:1 front-matter `+++`"]),
            ("", vec!["1:1 front-matter ``"]),
        ] {
            assert_eq!(told(text).1, expected, "{text}");
        }
    }
}
