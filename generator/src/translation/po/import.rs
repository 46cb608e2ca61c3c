//! Taking over a PO file: what changed goes into the Markdown, all of it or nothing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::catalogue::{Catalogue, Pair, Place, TermField};
use super::gather::{Wishes, gather};
use super::outcome::{Outcome, Waiting};
use super::page::{Plan, ReadBack, Texts};
use super::replace::{self, ReplaceError, Replacement};
use super::{language, marks, read, toml};
use crate::content::{Glossary, Library, glossary};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::language::LanguageTag;
use crate::markdown::{Base, Context};
use crate::source::SourceFile;
use crate::translation::lock::{self, FrontKey, Lock, LockedPage, term_digest};

/// What stands in a lock file for a text of which nobody knows what it follows.
const UNKNOWN: &str = "0000000000000000";

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// The content folder.
    pub content: PathBuf,
    /// Lets the file decide where the content was changed since the export.
    pub overwrite: bool,
}

/// Takes a PO file over into the content. With an error among `diagnostics`, nothing is written.
pub fn import(
    library: &Library,
    catalogue: &Catalogue<'_>,
    file: &Arc<SourceFile>,
    options: &ImportOptions,
    diagnostics: &mut Diagnostics,
) -> Result<Outcome, ReplaceError> {
    let (po, found) = read::read(file);
    diagnostics.extend(found);
    if let Some(name) = po
        .field("Language")
        .filter(|name| !language::means(name, &catalogue.lang))
    {
        let message = format!(
            "this file is for the language {name}, not for {}",
            catalogue.lang
        );
        diagnostics.add(
            Diagnostic::new(Code::PoFile, message)
                .at(file, po.header_span.clone())
                .help("Name the file of this language, or mend `Language:` in its header."),
        );
    }
    let mut outcome = Outcome::default();
    let (wishes, found) = gather(catalogue, file, &po, options.overwrite, &mut outcome);
    diagnostics.extend(found);
    let languages: Vec<LanguageTag> = library
        .languages()
        .iter()
        .map(|language| language.tag.clone())
        .collect();
    let mut import = Import {
        catalogue,
        languages,
        file,
        wishes,
        folder: options.content.join(catalogue.lang.as_str()),
        lock: library.lock(&catalogue.lang).cloned().unwrap_or_default(),
        files: Vec::new(),
        outcome,
        found: Vec::new(),
    };
    let before = import.lock.clone();
    let glossary = import.glossary(diagnostics);
    for page in 0..catalogue.pages.len() {
        import.page(page, &glossary);
    }
    if import.lock != before {
        import.files.push(Replacement {
            path: import.folder.join(lock::FILE_NAME),
            text: import.lock.text(),
        });
    }
    let Import {
        found,
        files,
        mut outcome,
        ..
    } = import;
    diagnostics.extend(found);
    if !diagnostics.has_errors() {
        replace::all(&files)?;
        outcome.files = files.into_iter().map(|file| file.path).collect();
    }
    Ok(outcome)
}

struct Import<'a, 'b> {
    catalogue: &'b Catalogue<'a>,
    languages: Vec<LanguageTag>,
    file: &'b Arc<SourceFile>,
    wishes: Wishes,
    /// The language's folder.
    folder: PathBuf,
    lock: Lock,
    files: Vec<Replacement>,
    outcome: Outcome,
    found: Vec<Diagnostic>,
}

/// What a file asks for in one page.
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
}

impl<'a> Import<'a, '_> {
    fn tell(&mut self, message: usize, code: Code, what: String, help: &str) {
        let span = self.wishes.span(message).unwrap_or_default();
        self.found
            .push(Diagnostic::new(code, what).at(self.file, span).help(help));
    }

    fn done(&self, message: usize) -> bool {
        self.wishes
            .done(message, &self.catalogue.messages[message].state)
    }

    fn asked(&self, page: usize) -> Asked {
        let mut asked = Asked {
            front: Vec::new(),
            units: Vec::new(),
            missing: 0,
            taken: 0,
            confirmed: 0,
        };
        for (at, message) in self.catalogue.messages.iter().enumerate() {
            match message.place {
                Place::Unit(of, unit) if of == page => asked.units.push((at, unit)),
                Place::Front(of, key) if of == page => asked.front.push((at, key)),
                _ => continue,
            }
            asked.missing += usize::from(!self.done(at));
            let taken = self.wishes.text(at).is_some();
            asked.taken += usize::from(taken);
            asked.confirmed += usize::from(!taken && self.wishes.span(at).is_some());
        }
        asked
    }

    fn page(&mut self, page: usize, glossary: &Glossary) {
        let catalogue = self.catalogue;
        let pair = &catalogue.pages[page];
        let asked = self.asked(page);
        let messages = asked
            .front
            .iter()
            .map(|(at, _)| *at)
            .chain(asked.units.iter().map(|(at, _)| *at));
        let first = messages.clone().find(|at| self.wishes.span(*at).is_some());
        let seen = messages.clone().any(|at| self.wishes.seen(at));
        let rebuilt = !pair.in_step && asked.missing == 0;
        if first.is_none() && !(rebuilt && seen) {
            return;
        }
        if let (Some(odd), Some(first)) = (&pair.odd, first) {
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
        let place = format!("{}/{}.md", catalogue.lang, pair.source.path);
        if pair.target.is_none() && asked.missing > 0 {
            self.outcome.waiting.push(Waiting {
                place,
                ready: asked.taken,
                missing: asked.missing,
                new: true,
            });
            return;
        }
        let texts: Vec<(usize, usize, String)> = asked
            .units
            .iter()
            .filter(|(_, unit)| rebuilt || pair.target.is_none() || pair.units[*unit].is_some())
            .filter_map(|(at, unit)| Some((*at, *unit, self.wishes.text(*at)?.to_owned())))
            .collect();
        let fronts: Vec<(FrontKey, String)> = asked
            .front
            .iter()
            .filter_map(|(at, key)| Some((*key, self.wishes.text(*at)?.to_owned())))
            .collect();
        if !self.write_page(pair, &texts, &fronts, rebuilt, glossary) {
            return;
        }
        let taken = texts.len() + fronts.len();
        self.outcome.taken += taken;
        self.outcome.confirmed += asked.confirmed;
        if taken < asked.taken {
            self.outcome.waiting.push(Waiting {
                place: place.clone(),
                ready: asked.taken - taken,
                missing: asked.missing,
                new: false,
            });
        }
        if pair.target.is_none() {
            self.outcome.created.push(place);
        } else if rebuilt {
            self.outcome.removed.extend(gone(pair));
        }
        self.note(pair, &asked);
    }

    /// Puts the page together; false if that can't be done, which is then told.
    fn write_page(
        &mut self,
        pair: &Pair<'a>,
        texts: &[(usize, usize, String)],
        fronts: &[(FrontKey, String)],
        rebuilt: bool,
        glossary: &Glossary,
    ) -> bool {
        let fronts: Vec<(FrontKey, &str)> = fronts
            .iter()
            .map(|(key, text)| (*key, text.as_str()))
            .collect();
        let front = match pair.target {
            Some(target) => toml::front(target.source.text(), &fronts),
            None => toml::new_front(pair.source.source.text(), &fronts),
        };
        let Ok(front) = front else {
            // The library was loaded without errors in TOML.
            return false;
        };
        let plan = |texts: &Texts<'_>| match Plan::splice(pair, texts) {
            Some(plan) if !rebuilt => plan,
            _ => Plan::rebuild(pair, texts),
        };
        let all: Texts<'_> = texts
            .iter()
            .map(|(_, unit, text)| (*unit, text.as_str()))
            .collect();
        let name = self.path(pair).display().to_string();
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
            Ok(read) => self.check(pair, texts, &read, &front, &name),
            Err(together) => {
                let mut blamed = false;
                for (at, unit, text) in texts {
                    if let Err(why) = read_back(&Texts::from([(*unit, text.as_str())])) {
                        self.tell(
                            *at,
                            Code::PoStructure,
                            format!("this doesn't fit its place: {why}"),
                            HELP,
                        );
                        blamed = true;
                    }
                }
                if let (false, Some((at, ..))) = (blamed, texts.first()) {
                    self.tell(
                        *at,
                        Code::PoStructure,
                        format!("these texts don't fit together: {together}"),
                        HELP,
                    );
                }
                blamed = blamed || !texts.is_empty();
                if !blamed {
                    self.found.push(
                        Diagnostic::new(Code::PoStructure, together).at(&pair.source.source, 0..0),
                    );
                }
                false
            }
        };
        self.languages = languages;
        good
    }

    /// Holds what was written to the source's marks, and keeps it to be written.
    fn check(
        &mut self,
        pair: &Pair<'a>,
        texts: &[(usize, usize, String)],
        read: &ReadBack,
        front: &str,
        name: &str,
    ) -> bool {
        let before = self.found.len();
        let catalogue = self.catalogue;
        for (at, message) in catalogue.messages.iter().enumerate() {
            let Place::Unit(page, unit) = message.place else {
                continue;
            };
            if !std::ptr::eq(&raw const catalogue.pages[page], pair)
                || self.wishes.span(at).is_none()
            {
                continue;
            }
            let Some(own) = read.sources.iter().position(|source| *source == Some(unit)) else {
                continue;
            };
            let own = &read.document.units[own];
            let of = &pair.source.document.units[unit];
            let told = marks::difference((pair.source, of), (&read.document, own, &catalogue.lang));
            if !told.is_empty() {
                self.tell(
                    at,
                    Code::PoStructure,
                    format!("this doesn't have the source's marks: {}", told.join("; ")),
                    HELP,
                );
            }
            let inside = |diagnostic: &&Diagnostic| {
                diagnostic
                    .span
                    .as_ref()
                    .is_some_and(|span| own.span.start <= span.start && span.end <= own.span.end)
            };
            let errors: Vec<Diagnostic> = read
                .diagnostics
                .iter()
                .filter(inside)
                .filter(|told| told.severity == Severity::Error)
                .cloned()
                .collect();
            for error in errors {
                self.tell(
                    at,
                    error.code,
                    error.message,
                    error.help.as_deref().unwrap_or(HELP),
                );
            }
        }
        if self.found.len() > before {
            return false;
        }
        debug_assert!(
            read.file.text().starts_with(front),
            "{name}: {}",
            texts.len()
        );
        let old = pair.target.map(|target| target.source.text());
        if old != Some(read.file.text()) {
            self.files.push(Replacement {
                path: self.path(pair),
                text: read.file.text().to_owned(),
            });
        }
        true
    }

    fn path(&self, pair: &Pair<'_>) -> PathBuf {
        self.folder.join(format!("{}.md", pair.source.path))
    }

    /// Writes down in the lock what the page follows now.
    fn note(&mut self, pair: &Pair<'_>, asked: &Asked) {
        if asked.missing == 0 {
            self.lock
                .set(pair.source.path.clone(), LockedPage::of(pair.source));
            return;
        }
        let Some(target) = pair.target else { return };
        let unknown = || vec![UNKNOWN.to_owned(); target.document.units.len()];
        let mut locked = pair.locked.clone().unwrap_or_else(|| LockedPage {
            units: unknown(),
            ..LockedPage::default()
        });
        for (at, key) in &asked.front {
            if let Some(digest) = key.digest(&pair.source.front).filter(|_| self.done(*at)) {
                locked.front.insert(*key, digest);
            }
        }
        for (at, unit) in &asked.units {
            if let Some(own) = pair.units[*unit].filter(|_| self.done(*at)) {
                locked.units[own] = pair.source.document.units[*unit].digest.short();
            }
        }
        self.lock.set(pair.source.path.clone(), locked);
    }

    /// Takes over the glossary's texts; gives the glossary as it will be.
    fn glossary(&mut self, diagnostics: &mut Diagnostics) -> Glossary {
        let (terms, own) = self.catalogue.glossaries;
        let path = self.folder.join("glossary.toml");
        let mut changes: Vec<(&str, TermField, String)> = Vec::new();
        let (mut ready, mut missing) = (0, 0);
        for (index, term) in terms.terms().iter().enumerate() {
            let of_term = |place| matches!(place, Place::Term(of, _) if of == index);
            let fields: Vec<(usize, TermField)> = self
                .catalogue
                .messages
                .iter()
                .enumerate()
                .filter(|(_, message)| of_term(message.place))
                .filter_map(|(at, message)| match message.place {
                    Place::Term(_, field) => Some((at, field)),
                    _ => None,
                })
                .collect();
            let needed = |field: TermField| field != TermField::Synonyms;
            let left = fields
                .iter()
                .filter(|(at, field)| needed(*field) && !self.done(*at))
                .count();
            let asked: Vec<_> = fields
                .iter()
                .filter_map(|(at, field)| Some((*field, self.wishes.text(*at)?.to_owned())))
                .collect();
            let confirmed = fields
                .iter()
                .filter(|(at, _)| {
                    self.wishes.span(*at).is_some() && self.wishes.text(*at).is_none()
                })
                .count();
            missing += left;
            if own.get(&term.key).is_none() && left > 0 {
                ready += asked.len();
                continue;
            }
            self.outcome.taken += asked.len();
            self.outcome.confirmed += confirmed;
            if left == 0 && asked.len() + confirmed > 0 {
                self.lock.set_term(&term.key, term_digest(term));
            }
            changes.extend(
                asked
                    .into_iter()
                    .map(|(field, text)| (term.key.as_str(), field, text)),
            );
        }
        if ready > 0 {
            let place = format!("{}/glossary.toml", self.catalogue.lang);
            self.outcome.waiting.push(Waiting {
                place,
                ready,
                missing,
                new: false,
            });
        }
        if changes.is_empty() {
            return own.clone();
        }
        self.write_glossary(&path, &changes, diagnostics)
            .unwrap_or_else(|| own.clone())
    }

    fn write_glossary(
        &mut self,
        path: &Path,
        changes: &[(&str, TermField, String)],
        diagnostics: &mut Diagnostics,
    ) -> Option<Glossary> {
        let name = path.display().to_string();
        let old = if path.exists() {
            match SourceFile::read(path, &name) {
                Ok(file) => file.text().to_owned(),
                Err(diagnostic) => {
                    diagnostics.add(diagnostic);
                    return None;
                }
            }
        } else {
            String::new()
        };
        let changes: Vec<_> = changes
            .iter()
            .map(|(key, field, text)| (*key, *field, text.as_str()))
            .collect();
        // The library was loaded without errors in TOML.
        let text = toml::glossary(&old, &changes).ok()?;
        let file = SourceFile::new(name, text);
        let (glossary, found) = glossary::read(&file);
        diagnostics.extend(found);
        self.files.push(Replacement {
            path: path.to_owned(),
            text: file.text().to_owned(),
        });
        Some(glossary)
    }
}

const HELP: &str = "Keep what the source has around its words: **…**, [text](address), [[key|text]], [^1]. A message is one piece of the page: no empty line, no mark of a heading or list at its beginning.";

/// The texts that the translation has and the source hasn't.
fn gone(pair: &Pair<'_>) -> Vec<String> {
    let Some(target) = pair.target else {
        return Vec::new();
    };
    let units = target.document.units.iter().enumerate();
    units
        .filter(|(at, _)| !pair.units.contains(&Some(*at)))
        .map(|(_, unit)| unit.text.clone())
        .collect()
}
