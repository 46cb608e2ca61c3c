//! Links that lead nowhere.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use rayon::prelude::*;

use super::front_matter::Layout;
use super::library::Library;
use super::page::Page;
use super::publishing::Unpublished;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageTag;
use crate::markdown::Telling;
use crate::markdown::{Link, LinkTarget};
use crate::source::SourceFile;
use crate::suggestion::{did_you_mean, first_few, nearest};
use crate::url::PagePath;

/// The places of each page.
type Anchors<'a> = HashMap<(&'a LanguageTag, &'a PagePath), HashSet<&'a str>>;

/// Checks every link of every page, and the menus.
#[must_use]
pub fn check(library: &Library, site_file: &std::sync::Arc<SourceFile>) -> Vec<Diagnostic> {
    // What waits for its day is checked as if it had come.
    let shown = library.pages().map(|page| (page, None));
    let waiting = library.waiting().map(|(page, day)| (page, Some(day)));
    let pages: Vec<(&Page, Option<Date>)> = shown
        .chain(waiting)
        .map(|(page, day)| (page.as_ref(), day))
        .collect();
    let anchors: Anchors<'_> = pages
        .iter()
        .map(|(page, _)| ((&page.lang, &page.path), places(library, page)))
        .collect();
    let mut found: Vec<Diagnostic> = pages
        .par_iter()
        .flat_map_iter(|(page, day)| {
            let mut telling = Telling::new(&page.source, 0);
            for link in &page.document.links {
                check_link(library, &anchors, (page, *day), link, &mut telling);
            }
            telling.finish()
        })
        .collect();
    let source = &library.site().source_language;
    let of_languages = library
        .languages()
        .iter()
        .filter_map(|language| language.pages.as_ref());
    let named = of_languages.flatten().chain(&library.site().nav.named);
    for (path, span) in named {
        let there = library.page(source, path).is_some() || library.is_unread(source, path);
        if there || library.is_generated(path) {
            continue;
        }
        if let Some(why) = library.unpublished(source, path) {
            let (message, help) = not_yet(&path.to_string(), why);
            let told = Diagnostic::new(Code::UnpublishedLink, message);
            found.push(told.at(site_file, span.clone()).help(help));
        } else {
            let known = library.paths(source);
            let help = did_you_mean(
                path.as_str(),
                known.into_iter().map(PagePath::as_str),
                || "Name a page of the source language, such as \"guidelines/index\".".to_owned(),
            );
            found.push(
                Diagnostic::new(Code::UnknownNavPage, format!("there is no page {path}"))
                    .at(site_file, span.clone())
                    .help(help),
            );
        }
    }
    found
}

/// That a link leads to a page which isn't published yet.
fn not_yet(page: &str, why: Unpublished) -> (String, &'static str) {
    match why {
        Unpublished::Until(day) => (
            format!("{page} isn't published before {day}"),
            "Until then the words stand here without the link. Nothing is to be done if that is meant.",
        ),
        Unpublished::Draft => (
            format!("{page} is a draft"),
            "Until it is finished the words stand here without the link. Nothing is to be done if that is meant.",
        ),
    }
}

/// The ids that a page's links can name: its headings, and what its layout lists.
pub(super) fn places<'a>(library: &'a Library, page: &'a Page) -> HashSet<&'a str> {
    let mut ids: HashSet<&str> = page
        .document
        .headings
        .iter()
        .map(|h| h.id.as_str())
        .collect();
    match page.front.layout {
        Layout::Glossary => {
            ids.extend(
                library
                    .glossary(&page.lang)
                    .terms()
                    .iter()
                    .map(|term| term.key.as_str()),
            );
        }
        Layout::Places => ids.extend(library.places().iter().map(|place| place.id.as_str())),
        _ => {}
    }
    ids
}

fn check_link(
    library: &Library,
    anchors: &Anchors<'_>,
    (page, day): (&Page, Option<Date>),
    link: &Link,
    telling: &mut Telling,
) {
    match &link.target {
        LinkTarget::Page {
            language,
            path,
            anchor,
        } => {
            let lang = language.as_ref().unwrap_or(&page.lang);
            if library.is_generated(path) {
                return;
            }
            let Some(target) = library.page_or_source(lang, path) else {
                if let Some(why) = library.unpublished_or_source(lang, path) {
                    let by_then = match (why, day) {
                        (Unpublished::Until(theirs), Some(ours)) => theirs <= ours,
                        _ => false,
                    };
                    if !by_then {
                        let (message, help) = not_yet(&format!("{lang}/{path}.md"), why);
                        let span = link.span.clone();
                        telling.tell(Code::UnpublishedLink, span, message, help.to_owned());
                    }
                    return;
                }
                // That it can't be read is told; whether it is there is not the question.
                if library.is_unread(lang, path) {
                    return;
                }
                let help = if telling.full(Code::BrokenLink) {
                    String::new()
                } else {
                    page_help(library, lang, page, path)
                };
                telling.tell(
                    Code::BrokenLink,
                    link.span.clone(),
                    format!("there is no page {lang}/{path}.md"),
                    help,
                );
                return;
            };
            if let Some(anchor) = anchor {
                check_anchor(library, anchors, (target, anchor), link, telling);
            }
        }
        LinkTarget::Here { anchor } => {
            check_anchor(library, anchors, (page, anchor), link, telling);
        }
        LinkTarget::Asset { path } if library.asset(path).is_none() => {
            let help = if telling.full(Code::MissingAsset) {
                String::new()
            } else {
                asset_help(library, page, path)
            };
            let what = if link.image { "image" } else { "file" };
            telling.tell(
                Code::MissingAsset,
                link.span.clone(),
                format!("there is no {what} {path}"),
                help,
            );
        }
        LinkTarget::Asset { .. }
        | LinkTarget::External { .. }
        | LinkTarget::Term { .. }
        | LinkTarget::Unusable => {}
    }
}

/// A file with a like path, written as the way from this page.
fn asset_help(library: &Library, page: &Page, path: &str) -> String {
    let Some(near) = nearest(path, library.assets().map(|asset| asset.path.as_str())) else {
        return "Put the file into the content folder, beside the page.".to_owned();
    };
    let here = format!("{}/{}", page.lang, page.path);
    let (from, to): (Vec<&str>, Vec<&str>) = (here.split('/').collect(), near.split('/').collect());
    let pairs = from[..from.len() - 1].iter().zip(&to);
    let same = pairs.take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - 1 - same);
    format!("Did you mean “{up}{}”?", to[same..].join("/"))
}

/// A page with a like path, or one of the same name elsewhere.
fn page_help(library: &Library, lang: &LanguageTag, page: &Page, path: &PagePath) -> String {
    if let Some(moved) = library.moved(lang, path) {
        let way = moved.path.output(lang).relative_to(&page.path.output(lang));
        return format!("It has moved: “{}”.", way.replace(".html", ".md"));
    }
    let known = library.paths(lang);
    let near = nearest(path.as_str(), known.iter().map(|path| path.as_str()));
    let same_name = || {
        known
            .iter()
            .find(|known| known.name() == path.name() && !path.is_index())
    };
    let meant = near.or_else(|| same_name().map(|path| path.as_str()));
    match meant.and_then(PagePath::new) {
        Some(meant) => {
            let way = meant.output(lang).relative_to(&page.path.output(lang));
            format!("Did you mean “{}”?", way.replace(".html", ".md"))
        }
        None => "Links are paths from this page's file to the other page's .md file.".to_owned(),
    }
}

fn check_anchor(
    library: &Library,
    anchors: &Anchors<'_>,
    (target, anchor): (&Page, &str),
    link: &Link,
    telling: &mut Telling,
) {
    let Some(ids) = anchors.get(&(&target.lang, &target.path)) else {
        return;
    };
    if ids.contains(anchor) {
        return;
    }
    let help = if telling.full(Code::BrokenAnchor) {
        String::new()
    } else if let Some(own) = renamed(library, target, anchor) {
        format!(
            "The source has it; here it is “{own}”. Leave {{#{own}}} out of {}: a translation takes over the source's ids.",
            target.source.name()
        )
    } else {
        let mut known: Vec<&str> = ids.iter().copied().collect();
        known.sort_unstable();
        did_you_mean(anchor, known.iter().copied(), || match known.as_slice() {
            [] => "That page has no headings.".to_owned(),
            _ => format!("It has: {}.", first_few(known.iter().copied())),
        })
    };
    let message = format!("{}/{}.md has no place “{anchor}”", target.lang, target.path);
    telling.tell(Code::BrokenAnchor, link.span.clone(), message, help);
}

/// The id that a translation gives the heading which has the id `anchor` in the source.
fn renamed<'a>(library: &Library, target: &'a Page, anchor: &str) -> Option<&'a str> {
    let source = library.page(&library.site().source_language, &target.path)?;
    let (own, of) = (&target.document.headings, &source.document.headings);
    let at = of.iter().position(|heading| heading.id == anchor)?;
    let own = own.get(at).filter(|_| own.len() == of.len())?;
    own.explicit.then_some(own.id.as_str())
}
