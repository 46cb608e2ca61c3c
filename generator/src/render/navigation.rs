//! How the pages of a language hang together: the tree, the way to a page, and reading order.

use crate::content::{Library, Page};
use crate::language::LanguageTag;
use crate::url::{OutputPath, PagePath};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The page from which links lead.
#[derive(Debug, Clone)]
pub struct Standpoint {
    /// The file.
    pub output: OutputPath,
    /// Put before every way. Empty, except on the page for addresses that don't exist: a host
    /// shows it at any depth, so its links can't be relative.
    pub prefix: String,
}

impl Standpoint {
    /// Of a page whose links are relative.
    #[must_use]
    pub fn new(output: OutputPath) -> Self {
        Self {
            output,
            prefix: String::new(),
        }
    }

    /// The way to a file, percent-encoded.
    #[must_use]
    pub fn href(&self, to: &OutputPath) -> String {
        format!("{}{}", self.prefix, to.relative_to(&self.output))
    }

    /// The way to the site's root.
    #[must_use]
    pub fn root(&self) -> String {
        format!("{}{}", self.prefix, self.output.root())
    }
}

/// A link with its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What the link says.
    pub title: String,
    /// The language of what it says, where it is another than the page's: it leads to a fallback.
    pub lang: Option<String>,
    /// Where it leads, relative to the page that shows it.
    pub href: String,
    /// True if it leads to the page that shows it, or to a folder that holds that page.
    pub current: bool,
}

/// An entry of the side navigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NavItem {
    /// The page's short title.
    pub title: String,
    /// The language of the title, where it is another than the page's.
    pub lang: Option<String>,
    /// Where it leads.
    pub href: String,
    /// True for the page that shows it.
    pub current: bool,
    /// True for that page and for those above it.
    pub active: bool,
    /// The pages below. Only those of active entries are listed: a page would else grow with
    /// every other page of the site.
    pub children: Vec<NavItem>,
}

struct Entry {
    title: String,
    lang: Option<String>,
    menu_title: String,
    output: OutputPath,
}

/// The pages of one language in their order. Made once, asked by every page.
pub struct Navigation {
    entries: BTreeMap<PagePath, Entry>,
    children: BTreeMap<PagePath, Vec<PagePath>>,
    order: Vec<PagePath>,
    position: BTreeMap<PagePath, usize>,
}

impl std::fmt::Debug for Navigation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Navigation")
            .field("order", &self.order)
            .finish_non_exhaustive()
    }
}

impl Navigation {
    /// The navigation of a language, pages that it has only as fallback included.
    #[must_use]
    pub fn new(library: &Library, language: &LanguageTag) -> Self {
        let pages: Vec<&Page> = library
            .paths(language)
            .into_iter()
            .filter_map(|path| library.page_or_source(language, path))
            .map(AsRef::as_ref)
            .collect();
        let mut children: BTreeMap<PagePath, Vec<&Page>> = BTreeMap::new();
        for page in &pages {
            if let Some(parent) = page.path.parent() {
                children.entry(parent).or_default().push(page);
            }
        }
        for siblings in children.values_mut() {
            siblings.sort_by_key(|page| (page.front.order.unwrap_or(i64::MAX), &page.path));
        }
        let children: BTreeMap<_, Vec<_>> = children
            .into_iter()
            .map(|(parent, pages)| {
                (
                    parent,
                    pages.into_iter().map(|page| page.path.clone()).collect(),
                )
            })
            .collect();
        let entries = pages
            .iter()
            .map(|page| {
                let entry = Entry {
                    title: page.front.title.clone(),
                    lang: (page.lang != *language).then(|| page.lang.bcp47()),
                    menu_title: page.front.menu_title().to_owned(),
                    output: page.path.output(language),
                };
                (page.path.clone(), entry)
            })
            .collect();
        let mut order = Vec::with_capacity(pages.len());
        read(
            &PagePath::home(),
            &children,
            &mut order,
            &mut BTreeSet::new(),
        );
        let position = order
            .iter()
            .cloned()
            .enumerate()
            .map(|(at, path)| (path, at))
            .collect();
        Self {
            entries,
            children,
            order,
            position,
        }
    }

    /// The tree under the home page, open along the way to `current`.
    #[must_use]
    pub fn tree(&self, current: &PagePath, from: &Standpoint) -> Vec<NavItem> {
        let way: Vec<PagePath> = ancestors(current).collect();
        self.level(&PagePath::home(), current, &way, from)
    }

    fn level(
        &self,
        parent: &PagePath,
        current: &PagePath,
        way: &[PagePath],
        from: &Standpoint,
    ) -> Vec<NavItem> {
        let children = self.children.get(parent).map_or(&[][..], Vec::as_slice);
        children
            .iter()
            .filter_map(|path| {
                let entry = self.entries.get(path)?;
                let active = path == current || way.contains(path);
                Some(NavItem {
                    title: entry.menu_title.clone(),
                    lang: entry.lang.clone(),
                    href: from.href(&entry.output),
                    current: path == current,
                    active,
                    children: if active {
                        self.level(path, current, way, from)
                    } else {
                        Vec::new()
                    },
                })
            })
            .collect()
    }

    /// The way from the home page down to the one above `current`.
    #[must_use]
    pub fn breadcrumbs(&self, current: &PagePath, from: &Standpoint) -> Vec<Link> {
        let mut way: Vec<_> = ancestors(current)
            .filter_map(|path| self.link(&path, current, from))
            .collect();
        way.reverse();
        way
    }

    /// The pages before and after in reading order, within the same part of the site: from the
    /// last page of one part nothing leads on to the first of another, which need not follow it.
    #[must_use]
    pub fn neighbours(
        &self,
        current: &PagePath,
        from: &Standpoint,
    ) -> (Option<Link>, Option<Link>) {
        let Some(&at) = self.position.get(current) else {
            return (None, None);
        };
        let near = |at: Option<usize>| {
            let path = self.order.get(at?)?;
            (part(path).is_some() && part(path) == part(current))
                .then(|| self.link(path, current, from))?
        };
        (near(at.checked_sub(1)), near(at.checked_add(1)))
    }

    /// A link to a page, with its short title.
    #[must_use]
    pub fn link(&self, path: &PagePath, current: &PagePath, from: &Standpoint) -> Option<Link> {
        let entry = self.entries.get(path)?;
        let within = path.is_index()
            && *path != PagePath::home()
            && ancestors(current).any(|above| above == *path);
        Some(Link {
            title: entry.menu_title.clone(),
            lang: entry.lang.clone(),
            href: from.href(&entry.output),
            current: path == current || within,
        })
    }

    /// The paths of all pages in reading order.
    #[must_use]
    pub fn reading_order(&self) -> &[PagePath] {
        &self.order
    }

    /// Of every page its title, the title's language where it is another, and its file.
    pub fn pages(&self) -> impl Iterator<Item = (&str, Option<&str>, &OutputPath)> {
        self.entries
            .values()
            .map(|entry| (entry.title.as_str(), entry.lang.as_deref(), &entry.output))
    }
}

fn ancestors(path: &PagePath) -> impl Iterator<Item = PagePath> {
    std::iter::successors(path.parent(), PagePath::parent)
}

/// The first folder: pages at the top belong to no part.
fn part(path: &PagePath) -> Option<&str> {
    path.as_str().split_once('/').map(|(part, _)| part)
}

fn read(
    path: &PagePath,
    children: &BTreeMap<PagePath, Vec<PagePath>>,
    order: &mut Vec<PagePath>,
    seen: &mut BTreeSet<PagePath>,
) {
    if !seen.insert(path.clone()) {
        return;
    }
    order.push(path.clone());
    for child in children.get(path).into_iter().flatten() {
        read(child, children, order, seen);
    }
}
