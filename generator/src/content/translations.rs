//! How the pages of the other languages stand to those of the source language.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::page::Page;
use crate::config::Site;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageTag;
use crate::suggestion::first_few;
use crate::translation::{LockFile, TranslationState, status};
use crate::url::PagePath;

type Pages = BTreeMap<(LanguageTag, PagePath), Page>;

/// Gives translations the ids of their source and a state, and tells what is missing.
pub fn relate(
    pages: &mut Pages,
    site: &Site,
    locks: &BTreeMap<LanguageTag, LockFile>,
) -> Vec<Diagnostic> {
    let (sources, mut others): (Pages, Pages) = std::mem::take(pages)
        .into_iter()
        .partition(|((lang, _), _)| *lang == site.source_language);
    let real = |path: &PagePath| {
        let source = sources.get(&(site.source_language.clone(), path.clone()));
        source.filter(|source| !source.generated)
    };
    let mut written: Vec<&mut Page> = others.values_mut().filter(|page| !page.generated).collect();
    let mut found: Vec<Diagnostic> = written
        .par_iter_mut()
        .flat_map_iter(|page| match real(&page.path) {
            Some(source) => relate_page(page, source, locks.get(&page.lang)),
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
        })
        .collect();
    found.extend(missing(&sources, &others, site));
    *pages = sources;
    pages.append(&mut others);
    found
}

fn relate_page(page: &mut Page, source: &Page, lock: Option<&LockFile>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    page.document = match std::mem::take(&mut page.document).with_ids_of(&source.document) {
        Ok(document) => document,
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
    let locked = lock.and_then(|file| file.lock.units(&page.path));
    page.state = status::state(locked, &source.document.units);
    match &page.state {
        TranslationState::Stale { changed, removed } => {
            let first = changed
                .first()
                .map(|&unit| source.document.units[unit].text.as_str());
            let help = match first {
                Some(text) => format!("First of what changed: “{}”", cut(text)),
                None => format!("Parts of the source that are gone: {removed}"),
            };
            let message = format!(
                "{} has changed since this was translated",
                source.source.name()
            );
            found.push(
                Diagnostic::new(Code::StaleTranslation, message)
                    .at(&page.source, 0..0)
                    .help(help),
            );
        }
        TranslationState::Untracked => found.push(
            Diagnostic::new(
                Code::UntrackedTranslation,
                format!(
                    "nobody wrote down which text of {} this follows",
                    source.source.name()
                ),
            )
            .at(&page.source, 0..0),
        ),
        TranslationState::Source | TranslationState::Current => {}
    }
    found
}

/// One diagnostic per language for all that it lacks.
fn missing(sources: &Pages, others: &Pages, site: &Site) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let real: Vec<&PagePath> = sources
        .values()
        .filter(|page| !page.generated)
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
            .filter(|path| !others.contains_key(&(language.tag.clone(), (***path).clone())))
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

fn cut(text: &str) -> String {
    const SHOWN: usize = 120;
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
