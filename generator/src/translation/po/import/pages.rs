//! The pages' part of an import.

use super::super::catalogue::Place;
use super::super::outcome::Waiting;
use super::super::page::{Plan, ReadBack, Texts};
use super::super::pair::Pair;
use super::super::replace::Replacement;
use super::super::{marks, toml};
use super::{HELP, Import, UNKNOWN};
use crate::content::Glossary;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::markdown::{Base, Context};
use crate::translation::begin;
use crate::translation::lock::{FrontKey, LockedPage};

/// What a file asks for in one page.
#[derive(Default)]
struct Asked {
    /// The messages' indices: of front matter, with their keys, and of units, with theirs.
    front: Vec<(usize, FrontKey)>,
    units: Vec<(usize, usize)>,
    /// How many messages aren't done after the import.
    missing: usize,
    /// How many texts are to be taken over.
    taken: usize,
    /// How many translations are confirmed as they are.
    confirmed: usize,
    /// The first message for which something is asked.
    first: Option<usize>,
    /// True if the file has a message of the page, whatever it says of it.
    seen: bool,
}

/// A page as it is put together.
struct Work<'w, 'a> {
    pair: &'w Pair<'a>,
    /// Message, unit and text.
    texts: Vec<(usize, usize, String)>,
    fronts: Vec<(FrontKey, String)>,
    /// True if the page takes the source's structure.
    rebuilt: bool,
    /// True if every message of the page is done.
    whole: bool,
}

impl<'a> Import<'a, '_> {
    fn asked(&self, page: usize) -> Asked {
        let mut asked = Asked::default();
        for (at, message) in self.catalogue.messages.iter().enumerate() {
            match message.place {
                Place::Unit(of, unit) if of == page => asked.units.push((at, unit)),
                Place::Front(of, key) if of == page => asked.front.push((at, key)),
                _ => continue,
            }
            let (wished, taken) = (
                self.wishes.span(at).is_some(),
                self.wishes.text(at).is_some(),
            );
            asked.missing += usize::from(!self.done(at));
            asked.taken += usize::from(taken);
            asked.confirmed += usize::from(wished && !taken);
            asked.first = asked.first.or(wished.then_some(at));
            asked.seen |= self.wishes.seen(at);
        }
        asked
    }

    /// Takes over the texts of a page.
    pub(super) fn page(&mut self, page: usize, glossary: &Glossary) {
        let pair = &self.catalogue.pages[page];
        let asked = self.asked(page);
        let whole = asked.missing == 0;
        // What was begun and nobody reads may take the source's structure at any time.
        let unread = pair.target.is_none() || pair.is_draft();
        let rebuilt = pair.target.is_none() || !pair.in_step && (whole || unread);
        if asked.first.is_none() && !(rebuilt && whole && asked.seen) {
            return;
        }
        if let (Some(odd), Some(first)) = (&pair.odd, asked.first) {
            self.found.push(odd.clone().severity(Severity::Error));
            let what = format!("the page {}.md can't take this over", pair.source.path);
            self.tell(
                first,
                Code::PoStructure,
                what,
                "Its paragraphs, items and cells don't follow the source: see there.",
            );
            return;
        }
        let fits = |unit: usize| rebuilt || pair.units[unit].is_some();
        let texts = asked.units.iter().filter(|(_, unit)| fits(*unit));
        let texts =
            texts.filter_map(|(at, unit)| Some((*at, *unit, self.wishes.text(*at)?.to_owned())));
        let fronts = asked.front.iter();
        let fronts = fronts.filter_map(|(at, key)| Some((*key, self.wishes.text(*at)?.to_owned())));
        let work = Work {
            pair,
            texts: texts.collect(),
            fronts: fronts.collect(),
            rebuilt,
            whole,
        };
        if self.write_page(&work, glossary) {
            self.tell_done(&work, &asked);
            self.note(&work, &asked);
        }
    }

    fn tell_done(&mut self, work: &Work<'_, 'a>, asked: &Asked) {
        let pair = work.pair;
        let place = format!("{}/{}.md", self.catalogue.lang, pair.source.path);
        let taken = work.texts.len() + work.fronts.len();
        self.outcome.taken += taken;
        self.outcome.confirmed += asked.confirmed;
        let unread = pair.target.is_none() || pair.is_draft();
        if unread && work.whole {
            self.outcome.created.push(place);
        } else if unread {
            self.outcome.drafts.push((place, asked.missing));
        } else if taken < asked.taken {
            let ready = asked.taken - taken;
            self.outcome.waiting.push(Waiting {
                place,
                ready,
                missing: asked.missing,
            });
        }
        if work.rebuilt && !unread {
            self.outcome.removed.extend(gone(pair));
        }
    }

    /// Puts the page together; false if that can't be done, which is then told.
    fn write_page(&mut self, work: &Work<'_, 'a>, glossary: &Glossary) -> bool {
        let pair = work.pair;
        // The library was loaded without errors in TOML.
        let Some(front) = front(work) else {
            return false;
        };
        let plan = |texts: &Texts<'_>| match Plan::splice(pair, texts) {
            Some(plan) if !work.rebuilt => plan,
            _ => Plan::rebuild(pair, texts),
        };
        let all: Texts<'_> = work
            .texts
            .iter()
            .map(|(_, unit, text)| (*unit, text.as_str()))
            .collect();
        let path = self.folder.join(format!("{}.md", pair.source.path));
        let name = path.display().to_string();
        let languages = std::mem::take(&mut self.languages);
        let base = Base {
            lang: &self.catalogue.lang,
            page: &pair.source.path,
            languages: &languages,
        };
        let read_back = |texts: &Texts<'_>| {
            let plan = plan(texts);
            plan.read_back(plan.text(&front), &name, Context { base, glossary })
        };
        let good = match read_back(&all) {
            Ok(read) if self.check(work, &read) => {
                let old = pair.target.map(|target| target.source.text());
                if old != Some(read.file.text()) {
                    let text = read.file.text().to_owned();
                    self.files.push(Replacement { path, text });
                }
                true
            }
            Ok(_) => false,
            Err(together) => {
                let before = self.found.len();
                for (at, unit, text) in &work.texts {
                    if let Err(why) = read_back(&Texts::from([(*unit, text.as_str())])) {
                        self.tell(
                            *at,
                            Code::PoStructure,
                            format!("this doesn't fit its place: {why}"),
                            HELP,
                        );
                    }
                }
                if self.found.len() == before {
                    let message = format!("these texts don't fit together: {together}");
                    match work.texts.first() {
                        Some((at, ..)) => self.tell(*at, Code::PoStructure, message, HELP),
                        None => self.found.push(
                            Diagnostic::new(Code::PoStructure, message)
                                .at(&pair.source.source, 0..0),
                        ),
                    }
                }
                false
            }
        };
        self.languages = languages;
        good
    }

    /// Holds what was written, or confirmed, to the source's marks.
    fn check(&mut self, work: &Work<'_, 'a>, read: &ReadBack) -> bool {
        let before = self.found.len();
        let catalogue = self.catalogue;
        let pair = work.pair;
        for (at, message) in catalogue.messages.iter().enumerate() {
            let Place::Unit(page, unit) = message.place else {
                continue;
            };
            if catalogue.pages[page].source.path != pair.source.path
                || self.wishes.span(at).is_none()
            {
                continue;
            }
            let own = read.sources.iter().position(|source| *source == Some(unit));
            let Some(own) = own.map(|own| &read.document.units[own]) else {
                continue;
            };
            let of = &pair.source.document.units[unit];
            let told = marks::difference((pair.source, of), (&read.document, own, &catalogue.lang));
            if !told.is_empty() {
                let told = format!("this doesn't have the source's marks: {}", told.join("; "));
                self.tell(at, Code::PoStructure, told, HELP);
            }
            let severity = self.severity;
            let severity = |told: &Diagnostic| *severity.get(&told.code).unwrap_or(&told.severity);
            let errors = read.diagnostics.iter();
            let errors = errors.filter(|told| severity(told) == Severity::Error);
            for error in errors {
                let there = error.span.clone().unwrap_or_default();
                if own.span.start <= there.start && there.end <= own.span.end {
                    let help = error.help.as_deref().unwrap_or(HELP);
                    self.tell(at, error.code, error.message.clone(), help);
                }
            }
        }
        self.found.len() == before
    }

    /// Writes down in the lock what the page follows now.
    fn note(&mut self, work: &Work<'_, 'a>, asked: &Asked) {
        let (pair, source) = (work.pair, work.pair.source);
        if work.whole {
            self.lock.set(source.path.clone(), LockedPage::of(source));
            return;
        }
        let before = |at: usize| {
            pair.locked
                .as_ref()
                .and_then(|locked| locked.units.get(at).cloned())
        };
        let unknown = |at: Option<usize>| at.and_then(before).unwrap_or_else(|| UNKNOWN.to_owned());
        let now = |unit: usize| source.document.units[unit].digest.short();
        let done = |unit: usize| {
            asked
                .units
                .iter()
                .any(|(at, of)| *of == unit && self.done(*at))
        };
        let follows = |unit: usize| {
            if done(unit) {
                now(unit)
            } else {
                unknown(pair.units[unit])
            }
        };
        let mut locked = LockedPage {
            front: pair
                .locked
                .as_ref()
                .map(|locked| locked.front.clone())
                .unwrap_or_default(),
            units: Vec::new(),
        };
        if work.rebuilt {
            locked.units.extend((0..pair.units.len()).map(follows));
        } else {
            let count = pair.target.map_or(0, |target| target.document.units.len());
            let of = |at: usize| pair.units.iter().position(|unit| *unit == Some(at));
            locked
                .units
                .extend((0..count).map(|at| of(at).map_or_else(|| unknown(Some(at)), follows)));
        }
        for (at, key) in &asked.front {
            if let Some(digest) = key.digest(&source.front).filter(|_| self.done(*at)) {
                locked.front.insert(*key, digest);
            }
        }
        self.lock.set(source.path.clone(), locked);
    }
}

/// The page's front matter as it will be; none if the old can't be read.
fn front(work: &Work<'_, '_>) -> Option<String> {
    let fronts: Vec<_> = work
        .fronts
        .iter()
        .map(|(key, text)| (*key, text.as_str()))
        .collect();
    let pair = work.pair;
    let front = match pair.target {
        Some(target) => toml::front(target.source.text(), &fronts).ok()?,
        None => toml::front(&begin::draft(pair.source.source.text())?, &fronts).ok()?,
    };
    let draft = pair
        .target
        .is_none_or(|target| target.front.editorial.draft);
    if draft && work.whole {
        return begin::finished(&front);
    }
    Some(front)
}

/// The texts that the translation has and the source hasn't.
fn gone(pair: &Pair<'_>) -> Vec<String> {
    let Some(target) = pair.target else {
        return Vec::new();
    };
    let units = target.document.units.iter().enumerate();
    let gone = units.filter(|(at, _)| !pair.units.contains(&Some(*at)));
    gone.map(|(_, unit)| unit.text.clone()).collect()
}
