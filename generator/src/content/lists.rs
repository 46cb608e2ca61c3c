//! The lists that Waymark makes of pages: for whom they are, under which words they stand, and
//! what editors say of their changes.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::front_matter::{Change, IndexTerm};
use super::library::Library;
use super::links;
use super::page::Page;
use crate::config::Audience;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageTag;
use crate::source::SourceFile;
use crate::suggestion::{did_you_mean, first_few};
use crate::url::PagePath;

/// Pages that the generator makes itself in every language.
pub const GENERATED: [&str; 3] = ["search", "a-z", CHANGES];

/// The list of what has changed.
pub const CHANGES: &str = "changes";

/// The folder of the lists per audience.
const AUDIENCES: &str = "audience";

/// A change, as readers of one language are told of it.
#[derive(Debug)]
pub struct Told<'a> {
    /// The page, as they read it.
    pub page: &'a Page,
    /// The day, and what is said.
    pub change: &'a Change,
    /// The language of what is said.
    pub lang: &'a LanguageTag,
    /// Of several changes of the page on that day, which one; from 0.
    pub nth: usize,
}

impl Library {
    /// True for a page that the generator makes itself in every language.
    #[must_use]
    pub fn is_generated(&self, path: &PagePath) -> bool {
        match path.as_str() {
            CHANGES => self.tells_changes(),
            path if GENERATED.contains(&path) => true,
            _ => (self.site().audiences.iter()).any(|audience| list_of(audience) == *path),
        }
    }

    /// The page that decides in matters that are one for all languages: the source's, else itself.
    fn original<'a>(&'a self, page: &'a Page) -> &'a Page {
        self.page(&self.site().source_language, &page.path)
            .map_or(page, AsRef::as_ref)
    }

    /// For whom a page is, in `site.toml`'s order. The source's page says it for all languages.
    pub fn audiences<'a>(&'a self, page: &'a Page) -> impl Iterator<Item = &'a Audience> {
        let named = &self.original(page).front.editorial.audiences;
        (self.site().audiences.iter())
            .filter(move |audience| named.iter().any(|(id, _)| *id == audience.id))
    }

    /// How deep a page's own list of headings goes, and how many there must be.
    #[must_use]
    pub fn toc(&self, page: &Page) -> (u8, usize) {
        let (own, of) = (&page.front.editorial, &self.original(page).front.editorial);
        let toc = self.site().toc;
        (
            own.toc_depth.or(of.toc_depth).unwrap_or(toc.depth),
            toc.least,
        )
    }

    /// True if readers may be led from the page to where its text can be edited in public. Never
    /// from a form or from the pages around it: somebody would write down a case there.
    #[must_use]
    pub fn invites_edits(&self, page: &Page) -> bool {
        use super::front_matter::Layout;
        let site = self.site();
        let never = matches!(
            page.front.layout,
            Layout::Report | Layout::Practice | Layout::Send | Layout::Places
        );
        let report = site.nav.report.as_ref();
        let around = report.is_some_and(|report| {
            page.path == *report
                || (!report.folder().is_empty() && page.path.folder() == report.folder())
        });
        let named = (site.edit.never.iter()).any(|(never, _)| match never.strip_suffix('/') {
            Some(folder) => (page.path.folder().strip_prefix(folder))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
            None => page.path.as_str() == never,
        });
        let refused = |page: &Page| page.front.editorial.edit_link == Some(false);
        !(never
            || around
            || named
            || page.generated
            || site.nav.urgent.as_ref() == Some(&page.path)
            || refused(page)
            || refused(self.original(page)))
    }

    /// What editors say of changes to the pages of a language, the newest first. Of a day on which
    /// only the source's page says something, readers get that.
    #[must_use]
    pub fn changes<'a>(&'a self, lang: &LanguageTag) -> Vec<Told<'a>> {
        let mut told = Vec::new();
        for path in self.paths(lang) {
            let Some(page) = self.page_or_source(lang, path) else {
                continue;
            };
            let own = &page.front.editorial.changes;
            let days: BTreeSet<Date> = own.iter().map(|change| change.date).collect();
            let original = self.original(page);
            let of_source = original.front.editorial.changes.iter();
            let of_source = of_source.filter(|change| !days.contains(&change.date));
            let all = own.iter().map(|change| (change, &page.lang));
            let all = all.chain(of_source.map(|change| (change, &original.lang)));
            let mut of_page: Vec<Told<'_>> = Vec::new();
            for (change, lang) in all {
                let nth = of_page
                    .iter()
                    .filter(|told| told.change.date == change.date)
                    .count();
                of_page.push(Told {
                    page,
                    change,
                    lang,
                    nth,
                });
            }
            told.append(&mut of_page);
        }
        told.sort_by(|a, b| {
            (b.change.date.cmp(&a.change.date))
                .then_with(|| a.page.path.cmp(&b.page.path))
                .then_with(|| a.nth.cmp(&b.nth))
        });
        told
    }

    /// True if editors say of any change.
    #[must_use]
    pub fn tells_changes(&self) -> bool {
        self.pages()
            .any(|page| !page.front.editorial.changes.is_empty())
    }
}

/// The path of an audience's list.
#[must_use]
pub fn list_of(audience: &Audience) -> PagePath {
    // An id is a plain name: the path is one.
    PagePath::new(&format!("{AUDIENCES}/{}", audience.id)).unwrap_or_else(PagePath::home)
}

/// Checks what pages say of the lists that they stand in, and what `site.toml` says of pages.
pub(super) fn check(library: &Library, site_file: &std::sync::Arc<SourceFile>) -> Vec<Diagnostic> {
    let site = library.site();
    let mut found = Vec::new();
    let mut named: BTreeSet<&str> = BTreeSet::new();
    let waiting = library.waiting().map(|(page, _)| page);
    for page in library.pages().chain(waiting) {
        let mut places = None;
        for term in &page.front.editorial.index_terms {
            let places = places.get_or_insert_with(|| links::places(library, page));
            found.extend(wrong_term(page, term, places));
        }
        if site
            .audiences
            .iter()
            .any(|audience| list_of(audience) == page.path)
        {
            let message = format!("the generator writes a page at {} itself", page.path);
            found.push(
                Diagnostic::new(Code::ReservedPath, message)
                    .at(&page.source, 0..0)
                    .help("Rename this file."),
            );
        }
        for (id, span) in &page.front.editorial.audiences {
            named.insert(id);
            if !site.audiences.iter().any(|audience| audience.id == *id) {
                let known = site.audiences.iter().map(|audience| audience.id.as_str());
                let help = did_you_mean(id, known.clone(), || match known.clone().next() {
                    Some(_) => format!("It declares: {}.", first_few(known)),
                    None => format!(
                        "Add to site.toml:\n[audiences.{id}]\nname = {{ {} = \"…\" }}",
                        site.source_language
                    ),
                });
                found.push(
                    Diagnostic::new(
                        Code::UnknownAudience,
                        format!("site.toml declares no audience “{id}”"),
                    )
                    .at(&page.source, span.clone())
                    .help(help),
                );
            }
        }
    }
    for audience in &site.audiences {
        if !named.contains(audience.id.as_str()) {
            found.push(
                Diagnostic::new(
                    Code::UnusedAudience,
                    format!("no page names the audience “{}”", audience.id),
                )
                .at(site_file, audience.span.clone())
                .help(format!(
                    "Write into a page's front matter: audiences = [\"{}\"]",
                    audience.id
                )),
            );
        }
    }
    for (name, span) in &site.edit.never {
        let there = match name.strip_suffix('/') {
            Some(folder) => library.pages().any(|page| page.path.folder() == folder),
            None => library.pages().any(|page| page.path.as_str() == name),
        };
        if !there {
            found.push(
                Diagnostic::new(Code::UnknownNavPage, format!("there is no page {name}"))
                    .at(site_file, span.clone())
                    .help(
                        "Name a page, such as \"guidelines/index\", or a folder: \"guidelines/\".",
                    ),
            );
        }
    }
    found
}

fn wrong_term(
    page: &Page,
    term: &IndexTerm,
    places: &std::collections::HashSet<&str>,
) -> Option<Diagnostic> {
    if term.term.is_empty() {
        return Some(
            Diagnostic::new(Code::InvalidValue, "a word for the A–Z list is empty")
                .at(&page.source, term.span.clone())
                .help("Write it like this: \"debt bondage\", or with a heading's id: \"debt bondage#debt\""),
        );
    }
    let place = term
        .place
        .as_deref()
        .filter(|place| !places.contains(place))?;
    let mut known: Vec<&str> = places.iter().copied().collect();
    known.sort_unstable();
    let help = did_you_mean(place, known.iter().copied(), || match known.as_slice() {
        [] => "This page has no headings.".to_owned(),
        _ => format!("It has: {}.", first_few(known.iter().copied())),
    });
    Some(
        Diagnostic::new(
            Code::BrokenAnchor,
            format!("this page has no place “{place}”"),
        )
        .at(&page.source, term.span.clone())
        .help(help),
    )
}
