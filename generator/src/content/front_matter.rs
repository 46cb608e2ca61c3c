//! The front matter of a page: TOML between `+++` lines.

use std::ops::Range;

use jiff::civil::Date;

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

/// What the front matter of a page says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The title, which is the page's first heading.
    pub title: String,
    /// One or two sentences on the page; empty if not given.
    pub description: String,
    /// A shorter title for menus.
    pub nav_title: Option<String>,
    /// Where the page stands in its folder; ties by path.
    pub order: Option<i64>,
    /// How it is laid out.
    pub layout: Layout,
    /// Per reference list, in the site's order: the ids that the page names, with their places.
    pub references: Vec<(String, Vec<(String, Range<usize>)>)>,
    /// Who answers for the page.
    pub owner: Option<String>,
    /// When a person last reviewed it.
    pub reviewed: Option<Date>,
    /// When it must be reviewed again.
    pub review_by: Option<Date>,
    /// Who checked the translation.
    pub translation_checked_by: Option<String>,
}

impl FrontMatter {
    /// The title for menus.
    #[must_use]
    pub fn menu_title(&self) -> &str {
        self.nav_title.as_deref().unwrap_or(&self.title)
    }
}
