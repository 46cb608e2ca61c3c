//! The glossary's part of an import.

use super::super::catalogue::{Place, TermField};
use super::super::outcome::Waiting;
use super::super::replace::Replacement;
use super::super::toml;
use super::{Import, UNKNOWN};
use crate::content::{GLOSSARY, Glossary, Term, glossary};
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::translation::lock::term_digest;

/// What a file asks for in one term.
#[derive(Default)]
struct Asked {
    texts: Vec<(TermField, String)>,
    confirmed: usize,
    /// Texts that a term must have and hasn't after the import.
    missing: usize,
}

impl Import<'_, '_> {
    /// Takes over the glossary's texts; gives the glossary as it will be, if the language has one.
    pub(super) fn terms(&mut self, diagnostics: &mut Diagnostics) -> Option<Glossary> {
        let (terms, own) = self.catalogue.glossaries;
        let asked: Vec<(&Term, Asked)> = terms
            .terms()
            .iter()
            .enumerate()
            .map(|(index, term)| (term, self.asked_of_term(index)))
            .collect();
        // A glossary has every term of the source or isn't there: readers then see the source's.
        let missing: usize = asked.iter().map(|(_, asked)| asked.missing).sum();
        let begun = own.is_some() || missing == 0;
        let mut changes: Vec<(&str, TermField, String)> = Vec::new();
        let mut ready = 0;
        for (term, asked) in asked {
            let there = own.is_some_and(|own| own.get(&term.key).is_some());
            if !begun || !there && asked.missing > 0 {
                ready += asked.texts.len();
                continue;
            }
            self.outcome.taken += asked.texts.len();
            self.outcome.confirmed += asked.confirmed;
            if asked.texts.len() + asked.confirmed > 0 {
                let digest = if asked.missing == 0 {
                    term_digest(term)
                } else {
                    UNKNOWN.to_owned()
                };
                let locked = self.lock.term(&term.key).is_some();
                if asked.missing == 0 || !locked {
                    self.lock.set_term(&term.key, digest);
                }
            }
            let texts = asked.texts.into_iter();
            changes.extend(texts.map(|(field, text)| (term.key.as_str(), field, text)));
        }
        if ready > 0 {
            let place = format!("{}/{GLOSSARY}", self.catalogue.lang);
            self.outcome.waiting.push(Waiting {
                place,
                ready,
                missing,
            });
        }
        if changes.is_empty() {
            return own.cloned();
        }
        self.write_glossary(&changes, diagnostics)
            .or_else(|| own.cloned())
    }

    fn asked_of_term(&self, term: usize) -> Asked {
        let mut asked = Asked::default();
        for (at, message) in self.catalogue.messages.iter().enumerate() {
            let Place::Term(of, field) = message.place else {
                continue;
            };
            if of != term {
                continue;
            }
            match self.wishes.text(at) {
                Some(text) => asked.texts.push((field, text.to_owned())),
                None => asked.confirmed += usize::from(self.wishes.span(at).is_some()),
            }
            // A language needn't have other words for a term.
            asked.missing += usize::from(field != TermField::Synonyms && !self.done(at));
        }
        asked
    }

    fn write_glossary(
        &mut self,
        changes: &[(&str, TermField, String)],
        diagnostics: &mut Diagnostics,
    ) -> Option<Glossary> {
        let path = self.folder.join(GLOSSARY);
        let name = path.display().to_string();
        let old = match SourceFile::read(&path, &name) {
            Ok(file) => file.text().to_owned(),
            Err(_) if !path.exists() => String::new(),
            Err(diagnostic) => {
                diagnostics.add(diagnostic);
                return None;
            }
        };
        let changes = changes
            .iter()
            .map(|(key, field, text)| (*key, *field, text.as_str()));
        // The library was loaded without errors in TOML.
        let text = toml::glossary(&old, &changes.collect::<Vec<_>>()).ok()?;
        let (glossary, found) = glossary::read(&SourceFile::new(name, text.as_str()));
        diagnostics.extend(found);
        self.files.push(Replacement { path, text });
        Some(glossary)
    }
}
