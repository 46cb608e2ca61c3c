//! A page of the source beside its translation: which unit belongs to which.

use std::collections::HashSet;
use std::sync::Arc;

use super::catalogue::{State, kind_name};
use crate::content::{Library, Page};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageTag;
use crate::markdown::Unit;
use crate::translation::change::compare;
use crate::translation::lock::{LockedPage, digests};
use crate::translation::past::Past;

/// A page and its translation.
#[derive(Debug, Clone)]
pub struct Pair<'a> {
    /// The source language's page.
    pub source: &'a Arc<Page>,
    /// The translation, or its draft.
    pub target: Option<&'a Arc<Page>>,
    /// What the lock file says of it.
    pub locked: Option<LockedPage>,
    /// For each unit of the source, the unit of the translation.
    pub units: Vec<Option<usize>>,
    /// False if units came, went or moved since the translation was made.
    pub in_step: bool,
    /// Why the two can't be paired.
    pub odd: Option<Diagnostic>,
    /// False if the language isn't meant to have the page, and hasn't.
    pub expected: bool,
}

impl Pair<'_> {
    /// True if the translation is begun and not finished: nobody reads it.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.target
            .is_some_and(|target| target.front.editorial.draft)
    }

    /// A text's translation, and its state. `locked` is the digest that it was made from, `now`
    /// the source's; `old` finds what the source said.
    pub(super) fn state<'o>(
        &self,
        text: Option<&str>,
        id: &str,
        locked: Option<&String>,
        now: Option<&String>,
        old: impl Fn(&str) -> Option<&'o str>,
    ) -> (String, State) {
        let Some(text) = text else {
            return (String::new(), State::Missing);
        };
        if locked.is_some() && locked == now {
            return (text.to_owned(), State::Current);
        }
        // A draft begins with the source's words.
        if self.is_draft() && text == id {
            return (String::new(), State::Missing);
        }
        let previous = locked.and_then(|digest| old(digest)).map(str::to_owned);
        (text.to_owned(), State::Changed { previous })
    }
}

/// Pairs a page of the source with its translation.
pub fn pair<'a>(
    library: &'a Library,
    lang: &LanguageTag,
    source: &'a Arc<Page>,
    past: &Past,
) -> Pair<'a> {
    let path = &source.path;
    let written = library.page(lang, path).filter(|page| !page.generated);
    let target = written.or_else(|| library.draft(lang, path));
    let lock = library.lock(lang).and_then(|lock| lock.page(path));
    let expected = library
        .language(lang)
        .is_none_or(|language| language.expects(path));
    let mut pair = Pair {
        source,
        target: target.filter(|_| *lang != source.lang),
        locked: None,
        units: vec![None; source.document.units.len()],
        in_step: true,
        odd: None,
        expected: expected || target.is_some(),
    };
    let Some(target) = pair.target else {
        return pair;
    };
    pair.locked = lock.cloned();
    let (now, there) = (&source.document.units, &target.document.units);
    // Without a lock, the page can only be taken for a translation of the source as it is.
    let locked = lock.map_or_else(|| digests(now), |locked| locked.units.clone());
    if there.len() != locked.len() {
        pair.odd = Some(odd(source, target, locked.len(), None));
        return pair;
    }
    let units = origins(&locked, now, &|digest| past.unit(path, digest));
    let kind = |(new, at): (usize, &Option<usize>)| Some((new, (*at)?));
    for (new, at) in units.iter().enumerate().filter_map(kind) {
        if now[new].kind == there[at].kind {
            pair.units[new] = Some(at);
        } else if now[new].digest.short() == locked[at] {
            pair.odd = Some(odd(source, target, locked.len(), Some(at)));
            pair.units.fill(None);
            return pair;
        }
    }
    pair.in_step = now.len() == there.len()
        && pair
            .units
            .iter()
            .enumerate()
            .all(|(new, at)| *at == Some(new));
    pair
}

/// For each unit of today, the locked one that it was.
fn origins<'o>(
    locked: &[String],
    now: &[Unit],
    old: &dyn Fn(&str) -> Option<&'o Unit>,
) -> Vec<Option<usize>> {
    let changes = compare(locked, now, old);
    let mut origins = vec![None; now.len()];
    for change in &changes {
        if let (Some(unit), Some(at)) = (change.unit(), change.locked()) {
            origins[unit] = Some(at);
        }
    }
    // What isn't told has stayed, in order.
    let (units, at): (HashSet<_>, HashSet<_>) = (
        changes.iter().filter_map(|change| change.unit()).collect(),
        changes
            .iter()
            .filter_map(|change| change.locked())
            .collect(),
    );
    let stayed = (0..now.len()).filter(|unit| !units.contains(unit));
    for (unit, at) in stayed.zip((0..locked.len()).filter(|index| !at.contains(index))) {
        origins[unit] = Some(at);
    }
    origins
}

fn odd(source: &Page, target: &Page, count: usize, wrong: Option<usize>) -> Diagnostic {
    let units = &target.document.units;
    // The first that is of another kind, else the first that is too much, else the end.
    let kinds = source.document.units.iter().zip(units);
    let first = wrong
        .or_else(|| kinds.clone().position(|(of, own)| of.kind != own.kind))
        .unwrap_or(kinds.len());
    let end = target.source.text().trim_end().len();
    let span = units.get(first).map_or(end..end, |unit| unit.span.clone());
    let line = |unit: &Unit| source.source.line_column(unit.span.start).0;
    let expected = source.document.units.get(first).map_or_else(
        || format!("{} has nothing more here.", source.source.name()),
        |unit| {
            format!(
                "{} has here, in line {}: a {}.",
                source.source.name(),
                line(unit),
                kind_name(unit.kind)
            )
        },
    );
    Diagnostic::new(
        Code::PoStructure,
        format!("this page has {} pieces to translate, and what it follows has {count}: they can't be paired", units.len()),
    )
    .at(&target.source, span)
    .help(format!("{expected} Bring the two in step by hand: the same paragraphs, items and cells, in the same order."))
}
