//! Writing down that translations follow their source.

use super::Work;
use crate::cli::status::{translated, translations};
use crate::cli::translate::TranslateArgs;
use crate::cli::{Exit, fail, say};
use crate::content::{Layout, Page};
use crate::language::LanguageTag;
use crate::suggestion::first_few;
use crate::translation::lock::{self, Lock, LockedPage, term_digest};
use crate::translation::{TranslationState, begin};
use crate::url::PagePath;

impl Work<'_> {
    pub(super) fn done(&self, source: &Page, lang: &LanguageTag) -> Result<Exit, Exit> {
        let path = &source.path;
        let draft = self.library.draft(lang, path);
        let written = self.library.page(lang, path).filter(|page| !page.generated);
        let Some(page) = draft.or(written) else {
            fail(
                &format!("{lang} has no page {path} yet"),
                Some(&format!("waymark translate {path} {lang} begins it")),
            );
            return Err(Exit::Content);
        };
        let left = begin::untranslated(page, source);
        let places = || {
            let place = |&unit: &usize| {
                let start = page.document.units[unit].span.start;
                format!("line {}", page.source.line_column(start).0)
            };
            let places: Vec<String> = left.iter().map(place).collect();
            first_few(places.iter().map(String::as_str))
        };
        let name = page.source.name();
        if draft.is_some() {
            // A paragraph may be meant to stay; most of a page is a translation that nobody made.
            if left.len() * 2 > page.document.units.len() {
                fail(
                    &format!("most of {name} still reads as the source: {}", places()),
                    Some(
                        "translate it; if it is meant so, delete its line `draft = true` and give the command again",
                    ),
                );
                return Err(Exit::Content);
            }
            let finished = begin::finished(page.source.text());
            let text = finished.as_deref().unwrap_or(page.source.text());
            let file = self.content.join(format!("{lang}/{path}.md"));
            if let Err(error) = lock::replace(&file, text.as_bytes()) {
                fail(&format!("cannot write {name}: {error}"), None);
                return Err(Exit::System);
            }
        }
        let mut lock = self.lock(lang);
        lock.set(path.clone(), LockedPage::of(source));
        if source.front.layout == Layout::Glossary {
            self.set_terms(&mut lock);
        }
        self.write(lang, &lock)?;
        say(&format!(
            "{name} follows {} as it stands",
            source.source.name()
        ));
        if !left.is_empty() {
            say(&format!(
                "warning: it still reads as the source at {}",
                places()
            ));
        }
        Ok(Exit::Done)
    }

    /// Writes down that every term follows the source's glossary.
    pub(super) fn set_terms(&self, lock: &mut Lock) {
        let glossary = self.library.glossary(self.source());
        let gone: Vec<String> = lock
            .terms()
            .filter(|key| glossary.get(key).is_none())
            .map(str::to_owned)
            .collect();
        for key in &gone {
            lock.remove_term(key);
        }
        for term in glossary.terms() {
            lock.set_term(&term.key, term_digest(term));
        }
    }

    pub(super) fn write(&self, lang: &LanguageTag, lock: &Lock) -> Result<(), Exit> {
        let folder = self.content.join(lang.as_str());
        lock::write(&folder, lock).map(|_| ()).map_err(|error| {
            fail(&error.to_string(), None);
            Exit::System
        })
    }

    pub(super) fn all(&self, request: &TranslateArgs) -> Result<Exit, Exit> {
        let languages = match request.page.as_deref().or(request.lang.as_deref()) {
            Some(lang) => vec![translated(self.library, lang)?],
            None => translations(self.library),
        };
        let behind: Vec<String> = languages
            .iter()
            .flat_map(|lang| self.behind(lang))
            .collect();
        if !behind.is_empty() && !request.stale_too {
            fail(
                &format!(
                    "{} behind the source: {}",
                    if behind.len() == 1 {
                        "1 page is"
                    } else {
                        "some pages are"
                    },
                    first_few(behind.iter().map(String::as_str))
                ),
                Some(
                    "mark each when it follows (waymark translate PAGE LANG --done); add --stale-too only if somebody has looked at all of them",
                ),
            );
            return Err(Exit::Content);
        }
        for lang in &languages {
            self.all_of(lang)?;
        }
        say(
            "warning: this says that all of these pages follow the source as it stands; nothing but your word says so",
        );
        Ok(Exit::Done)
    }

    /// The stale pages of a language; the glossary, if it has changed and stands on no page.
    fn behind(&self, lang: &LanguageTag) -> Vec<String> {
        let stale = self
            .library
            .pages()
            .filter(|page| page.lang == *lang && matches!(page.state, TranslationState::Stale(_)));
        stale.map(|page| format!("{lang}/{}", page.path)).collect()
    }

    fn all_of(&self, lang: &LanguageTag) -> Result<(), Exit> {
        let old = self.lock(lang);
        let mut lock = old.clone();
        let mut pages = 0;
        let (mut drafts, mut same) = (Vec::new(), Vec::new());
        for source in self.pages() {
            let path = &source.path;
            let page = self.library.page(lang, path).filter(|page| !page.generated);
            if let Some(page) = page {
                pages += 1;
                lock.set(path.clone(), LockedPage::of(source));
                let untracked = page.state == TranslationState::Untracked;
                if untracked && !begin::untranslated(page, source).is_empty() {
                    same.push(path.as_str());
                }
            } else if self.library.draft(lang, path).is_some() {
                drafts.push(path.as_str());
            }
        }
        // Entries of files that are there and can't be read are kept.
        let gone: Vec<PagePath> = lock
            .pages()
            .filter(|path| !self.content.join(format!("{lang}/{path}.md")).exists())
            .cloned()
            .collect();
        for path in &gone {
            lock.remove(path);
        }
        if !self.library.glossary(lang).terms().is_empty() {
            self.set_terms(&mut lock);
        }
        self.write(lang, &lock)?;
        let what = if lock == old { "as before" } else { "written" };
        say(&format!(
            "{lang}: {pages} pages, {}/{lang}/{} {what}",
            self.content.display(),
            lock::FILE_NAME
        ));
        if !drafts.is_empty() {
            say(&format!("  drafts, left out: {}", first_few(drafts)));
        }
        if !same.is_empty() {
            say(&format!(
                "  with parts that still read as the source: {}",
                first_few(same)
            ));
        }
        Ok(())
    }
}
