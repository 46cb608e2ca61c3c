//! How the pages of the other languages stand to those of the source language.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;

use super::front_matter::Layout;
use super::glossary::Glossary;
use super::kept::Kept;
use super::page::Page;
use super::unread::Unread;
use crate::config::Site;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageTag;
use crate::markdown::{CalloutKind, Document};
use crate::source::Digest;
use crate::suggestion::first_few;
use crate::translation::{Changes, LockFile, TranslationState, by_hand, status};
use crate::url::PagePath;

type Pages = BTreeMap<(LanguageTag, PagePath), Page>;

/// Gives translations the ids of their source and a state, and tells what is missing. `kept` comes
/// with a digest of all but the two pages that decides how they stand, by language.
pub fn relate(
    (kept, deciding): (&Kept, &BTreeMap<LanguageTag, Digest>),
    (pages, unread): (&mut Pages, &Unread),
    site: &Site,
    locks: &BTreeMap<LanguageTag, LockFile>,
    glossaries: &BTreeMap<LanguageTag, Glossary>,
) -> Vec<Diagnostic> {
    let (sources, mut others): (Pages, Pages) = std::mem::take(pages)
        .into_iter()
        .partition(|((lang, _), _)| *lang == site.source_language);
    let mut found = Vec::new();
    let real = |path: &PagePath| {
        let source = sources.get(&(site.source_language.clone(), path.clone()));
        source.filter(|source| !source.generated)
    };
    let none = Glossary::default();
    let glossary = glossaries.get(&site.source_language).unwrap_or(&none);
    let mut written: Vec<&mut Page> = others.values_mut().filter(|page| !page.generated).collect();
    found.par_extend(
        written
            .par_iter_mut()
            .flat_map_iter(|page| match real(&page.path) {
                Some(source) => {
                    let (lock, others) = (locks.get(&page.lang), deciding.get(&page.lang));
                    let others = others.copied().unwrap_or_else(|| Digest::of(b""));
                    kept.relation(page, source, others, |page| {
                        relate_page(page, source, glossary, lock)
                    })
                }
                None if unread.has_page(&site.source_language, &page.path) => Vec::new(),
                None => vec![
                    Diagnostic::new(
                        Code::PageWithoutSource,
                        format!("the source language has no page {}.md", page.path),
                    )
                    .at(&page.source, 0..0)
                    .help(format!(
                        "Paths are the same in every language: look for it under {}/.",
                        site.source_language
                    )),
                ],
            }),
    );
    found.extend(missing(&sources, &others, unread, site));
    found.extend(without_lock(&others, site, locks));
    *pages = sources;
    pages.append(&mut others);
    found
}

fn relate_page(
    page: &mut Page,
    source: &Page,
    glossary: &Glossary,
    lock: Option<&LockFile>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let own = Arc::unwrap_or_clone(std::mem::take(&mut page.document));
    let document = match own.with_ids_of(&source.document) {
        Ok(document) => {
            found.extend(other_ids(page, &document, source));
            document
        }
        // A draft is still being written.
        Err((document, _)) if page.front.editorial.draft => *document,
        Err((document, first)) => {
            let (own, of) = (
                document.headings.get(first),
                source.document.headings.get(first),
            );
            let span = own.map_or_else(
                || page.source.text().len()..page.source.text().len(),
                |heading| heading.span.clone(),
            );
            let expected = match of {
                Some(of) => format!("{} {}", "#".repeat(usize::from(of.level)), of.text),
                None => "no more headings".to_owned(),
            };
            found.push(
                Diagnostic::new(
                    Code::HeadingMismatch,
                    "the headings don't follow the source, so links to its places may break here",
                )
                .at(&page.source, span)
                .help(format!("{} has here: {expected}", source.source.name())),
            );
            *document
        }
    };
    page.document = Arc::new(document);
    if !page.front.editorial.draft {
        found.extend(other_callouts(page, source));
    }
    let locked = lock.and_then(|file| file.lock.page(&page.path));
    let terms = match lock {
        Some(file) if source.front.layout == Layout::Glossary => {
            status::changed_terms(&file.lock, glossary)
        }
        _ => Vec::new(),
    };
    page.state = status::state(locked, source, terms);
    match (&page.state, lock) {
        // Nobody reads a draft.
        (TranslationState::Stale(changes), Some(lock)) if !page.front.editorial.draft => {
            found.push(stale(page, source, glossary, (changes, lock)));
        }
        // Without any lock it is told once for the language.
        (TranslationState::Untracked, Some(_)) if !page.front.editorial.draft => found.push(
            Diagnostic::new(
                Code::UntrackedTranslation,
                format!(
                    "nobody wrote down which text of {} this follows",
                    source.source.name()
                ),
            )
            .at(&page.source, 0..0)
            .help(format!(
                "If it follows that text as it stands: waymark translate {} {} --done",
                page.path, page.lang
            )),
        ),
        _ => {}
    }
    found
}

/// Tells headings with an id of their own that isn't their source's.
fn other_ids(page: &Page, document: &Document, source: &Page) -> Vec<Diagnostic> {
    let pairs = document.headings.iter().zip(&source.document.headings);
    pairs
        .filter(|(own, of)| own.explicit && own.id != of.id)
        .map(|(own, of)| {
            Diagnostic::new(
                Code::AnchorMismatch,
                format!(
                    "this place is “{}” here and “{}” in the source",
                    own.id, of.id
                ),
            )
            .at(&page.source, own.span.clone())
            .help(format!(
                "Leave {{#{}}} out: a translation takes over the source's ids.",
                own.id
            ))
        })
        .collect()
}

/// Tells the first callout that isn't the source's.
fn other_callouts(page: &Page, source: &Page) -> Option<Diagnostic> {
    let (own, of) = (&page.document.callouts, &source.document.callouts);
    let kind = |callouts: &[(CalloutKind, _)], at: usize| callouts.get(at).map(|(kind, _)| *kind);
    let first = (0..own.len().max(of.len())).find(|&at| kind(own, at) != kind(of, at))?;
    let end = page.source.text().len();
    let span = own.get(first).map_or(end..end, |(_, span)| span.clone());
    let expected = match kind(of, first) {
        Some(kind) => format!("[!{}]", kind.name().to_uppercase()),
        None => "no more callouts".to_owned(),
    };
    Some(
        Diagnostic::new(
            Code::CalloutMismatch,
            "the callouts don't follow the source: they say whose words these are",
        )
        .at(&page.source, span)
        .help(format!("{} has here: {expected}", source.source.name())),
    )
}

fn stale(
    page: &Page,
    source: &Page,
    glossary: &Glossary,
    (changes, lock): (&Changes, &LockFile),
) -> Diagnostic {
    let units = &source.document.units;
    let named = changes.units.iter().find_map(|change| change.unit());
    let mut help = match (named, changes.terms.first()) {
        (Some(unit), _) => {
            let (line, _) = source.source.line_column(units[unit].span.start);
            format!("First, line {line} there: “{}”", cut(&units[unit].text))
        }
        (None, Some(term)) => format!("First of the glossary's terms: “{term}”"),
        (None, None) => format!("Parts of the source that are gone: {}", changes.units.len()),
    };
    let (path, lang) = (&page.path, &page.lang);
    // Writing to a string can't fail.
    let _ = write!(
        help,
        "\n`waymark translate {path} {lang}` shows what changed; once this page follows, add --done."
    );
    let edits = by_hand::edits(lock, source, &changes.units, (&changes.terms, glossary));
    if let Some(edits) = edits {
        let _ = write!(
            help,
            "\nBy hand, once it follows, in {}, from the bottom up:\n{edits}",
            lock.file.name()
        );
    }
    let parts = changes.units.len() + changes.terms.len();
    let message = format!(
        "{} has changed since this was translated ({parts} {})",
        source.source.name(),
        if parts == 1 { "part" } else { "parts" }
    );
    Diagnostic::new(Code::StaleTranslation, message)
        .at(&page.source, 0..0)
        .help(help)
}

/// One diagnostic per language for all that it lacks.
fn missing(sources: &Pages, others: &Pages, unread: &Unread, site: &Site) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let real: Vec<&PagePath> = sources
        .values()
        .filter(|page| !page.generated && !page.front.editorial.draft)
        .map(|page| &page.path)
        .collect();
    for language in site
        .languages
        .iter()
        .filter(|language| language.tag != site.source_language)
    {
        let expected: Vec<_> = real.iter().filter(|path| language.expects(path)).collect();
        let missing: Vec<&str> = expected
            .iter()
            .filter(|path| {
                let page = others.get(&(language.tag.clone(), (***path).clone()));
                page.is_none_or(|page| page.front.editorial.draft)
                    && !unread.has_page(&language.tag, path)
            })
            .map(|path| path.as_str())
            .collect();
        if missing.is_empty() {
            continue;
        }
        found.push(
            Diagnostic::new(
                Code::MissingTranslation,
                format!(
                    "{}: not translated: {} of {} pages",
                    language.tag,
                    missing.len(),
                    expected.len()
                ),
            )
            .help(format!(
                "Readers get the source's text, labelled: {}.",
                first_few(missing)
            )),
        );
    }
    found
}

/// One diagnostic for each language that has pages and no lock file.
fn without_lock(
    others: &Pages,
    site: &Site,
    locks: &BTreeMap<LanguageTag, LockFile>,
) -> Vec<Diagnostic> {
    let languages = site.languages.iter().map(|language| &language.tag);
    languages
        .filter(|tag| !locks.contains_key(*tag))
        .filter_map(|tag| {
            let of_language = others.iter().filter(|((lang, _), _)| lang == tag);
            let pages = of_language
                .filter(|(_, page)| {
                    page.state == TranslationState::Untracked && !page.front.editorial.draft
                })
                .count();
            let message = format!("{tag}: nobody wrote down which text its {pages} pages follow");
            (pages > 0).then(|| {
                Diagnostic::new(Code::UntrackedTranslation, message).help(format!(
                    "If they follow the source as it stands: waymark translate --all {tag} --done"
                ))
            })
        })
        .collect()
}

fn cut(text: &str) -> String {
    const SHOWN: usize = 120;
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
