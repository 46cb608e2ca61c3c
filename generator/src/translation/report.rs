//! What `waymark status` tells: how every page of every language stands to the source.

use std::path::Path;

use serde::Serialize;

use super::TranslationState;
use super::begin::untranslated;
use super::change::{UnitChange, compare};
use super::lock::FrontKey;
use super::past::{Past, term_text};
use super::status::{changed_terms, front_changes};
use crate::content::{Library, Page};
use crate::language::{Language, LanguageTag};

/// How every language stands. Its JSON is documented in the generator's README: members may be
/// added; one that changes its meaning gets another `format`.
#[derive(Debug, Serialize)]
pub struct Report {
    /// 1.
    pub format: u8,
    /// The source language.
    pub source: String,
    /// Where old texts come from: `whole`, `shallow` or `none` of the history.
    pub history: &'static str,
    /// The languages, in `site.toml`'s order.
    pub languages: Vec<LanguageReport>,
}

/// How a language stands.
#[derive(Debug, Serialize)]
pub struct LanguageReport {
    /// Its tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// How many pages it has or should have.
    pub pages: usize,
    /// How many of them follow the source as it is.
    pub current: usize,
    /// That as a percentage, rounded down.
    pub percent: usize,
    /// Pages that fell behind.
    pub stale: Vec<StalePage>,
    /// Pages that readers get in the source language.
    pub missing: Vec<MissingPage>,
    /// Pages of which nobody wrote down what they follow.
    pub untracked: Vec<UntrackedPage>,
    /// Titles and descriptions that have changed in the source. They don't make a page stale.
    pub front: Vec<FrontReport>,
    /// Terms of the glossary that have changed in the source.
    pub terms: Vec<TermReport>,
}

/// A page that fell behind.
#[derive(Debug, Serialize)]
pub struct StalePage {
    /// Its path.
    pub page: String,
    /// Its file.
    pub file: String,
    /// The source's file.
    pub source: String,
    /// The day since which the source says what it says, if git knows: `2026-01-31`.
    pub since: Option<String>,
    /// What changed, in the source's order.
    pub units: Vec<UnitReport>,
}

/// A unit that has changed.
#[derive(Debug, Serialize)]
pub struct UnitReport {
    /// `changed`, `added`, `moved` or `removed`.
    pub change: &'static str,
    /// `paragraph`, `heading`, `item`, `cell` or `code`; none for one that is gone and unknown.
    pub kind: Option<&'static str>,
    /// The line in the source's file, from 1; of the place where it stood if it is gone.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What it said, if git has it.
    pub old: Option<String>,
    /// What it says; none if it is gone.
    pub new: Option<String>,
}

/// A page that readers get in the source language.
#[derive(Debug, Serialize)]
pub struct MissingPage {
    /// Its path.
    pub page: String,
    /// The file of its draft, if someone has begun.
    pub draft: Option<String>,
    /// How many units of the draft still read as the source's.
    pub untranslated: Option<usize>,
}

/// A page of which nobody wrote down what it follows.
#[derive(Debug, Serialize)]
pub struct UntrackedPage {
    /// Its path.
    pub page: String,
    /// Its file.
    pub file: String,
    /// How many of its units still read as the source's.
    pub untranslated: usize,
}

/// A text of the front matter that has changed in the source.
#[derive(Debug, Serialize)]
pub struct FrontReport {
    /// The page's path.
    pub page: String,
    /// The source's file.
    pub source: String,
    /// `title`, `nav_title` or `description`.
    pub key: &'static str,
    /// What it said, if git has it.
    pub old: Option<String>,
    /// What it says; none if it is gone.
    pub new: Option<String>,
}

/// A term that has changed in the source.
#[derive(Debug, Serialize)]
pub struct TermReport {
    /// Its key.
    pub key: String,
    /// What it was, if git has it: `term: definition`.
    pub old: Option<String>,
    /// What it is.
    pub new: String,
}

impl LanguageReport {
    /// True if nothing is left to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.current == self.pages && self.front.is_empty() && self.terms.is_empty()
    }

    /// True if some old text was asked for and isn't there.
    #[must_use]
    pub fn lacks_old_texts(&self) -> bool {
        let units = self.stale.iter().flat_map(|page| &page.units);
        units
            .filter(|unit| unit.change != "added")
            .any(|unit| unit.old.is_none())
            || self.terms.iter().any(|term| term.old.is_none())
    }
}

/// Reports on these languages of a library, read from the folder `content`.
#[must_use]
pub fn report(library: &Library, content: &Path, languages: &[&LanguageTag]) -> Report {
    let past = Past::of(library, content, languages);
    let chosen = |language: &&Language| languages.contains(&&language.tag);
    Report {
        format: 1,
        source: library.site().source_language.to_string(),
        history: past.reach().name(),
        languages: library
            .languages()
            .iter()
            .filter(chosen)
            .map(|language| {
                Reporter {
                    library,
                    past: &past,
                    language,
                }
                .language()
            })
            .collect(),
    }
}

struct Reporter<'l> {
    library: &'l Library,
    past: &'l Past,
    language: &'l Language,
}

impl Reporter<'_> {
    fn language(&self) -> LanguageReport {
        let mut report = LanguageReport {
            tag: self.language.tag.to_string(),
            name: self.language.name.clone(),
            pages: 0,
            current: 0,
            percent: 0,
            stale: Vec::new(),
            missing: Vec::new(),
            untracked: Vec::new(),
            front: Vec::new(),
            terms: self.terms(),
        };
        let source = &self.library.site().source_language;
        let pages = self.library.pages();
        for page in pages.filter(|page| page.lang == *source && !page.generated) {
            self.page(page, &mut report);
        }
        report.percent = (report.current * 100)
            .checked_div(report.pages)
            .unwrap_or(100);
        report
    }

    fn page(&self, source: &Page, report: &mut LanguageReport) {
        let path = &source.path;
        let tag = &self.language.tag;
        let page = self.library.page(tag, path).filter(|page| !page.generated);
        let draft = self.library.draft(tag, path);
        let Some(page) = page else {
            if draft.is_some() || self.language.expects(path) {
                report.pages += 1;
                report.missing.push(MissingPage {
                    page: path.to_string(),
                    draft: draft.map(|draft| draft.source.name().to_owned()),
                    untranslated: draft.map(|draft| untranslated(draft, source).len()),
                });
            }
            return;
        };
        report.pages += 1;
        match &page.state {
            TranslationState::Current | TranslationState::Source => report.current += 1,
            TranslationState::Untracked => report.untracked.push(UntrackedPage {
                page: path.to_string(),
                file: page.source.name().to_owned(),
                untranslated: untranslated(page, source).len(),
            }),
            TranslationState::Stale(_) => report.stale.push(StalePage {
                page: path.to_string(),
                file: page.source.name().to_owned(),
                source: source.source.name().to_owned(),
                since: self.past.changed(path).map(|day| day.to_string()),
                units: self.units(source),
            }),
        }
        report.front.extend(self.front(source));
    }

    fn units(&self, source: &Page) -> Vec<UnitReport> {
        let lock = self.library.lock(&self.language.tag);
        let Some(locked) = lock.and_then(|lock| lock.units(&source.path)) else {
            return Vec::new();
        };
        let units = &source.document.units;
        let old = |digest: &str| self.past.unit(&source.path, digest);
        compare(locked, units, &old)
            .into_iter()
            .map(|change| {
                let now = change.unit().map(|unit| &units[unit]);
                let then = match change {
                    // It says what it said.
                    UnitChange::Moved { .. } => now,
                    _ => change.locked().and_then(|index| old(&locked[index])),
                };
                let place = units.get(change.place());
                let at = place.map_or(source.source.text().len(), |unit| unit.span.start);
                let (line, column) = source.source.line_column(at);
                UnitReport {
                    change: change.name(),
                    kind: now.or(then).map(|unit| unit.kind.name()),
                    line,
                    column,
                    old: then.map(|unit| unit.text.clone()),
                    new: now.map(|unit| unit.text.clone()),
                }
            })
            .collect()
    }

    fn front(&self, source: &Page) -> Vec<FrontReport> {
        let lock = self.library.lock(&self.language.tag);
        let Some(locked) = lock.and_then(|lock| lock.page(&source.path)) else {
            return Vec::new();
        };
        let one = |key: FrontKey| FrontReport {
            page: source.path.to_string(),
            source: source.source.name().to_owned(),
            key: key.name(),
            old: locked
                .front
                .get(&key)
                .and_then(|digest| self.past.front(&source.path, digest))
                .map(str::to_owned),
            new: key.text(&source.front).map(str::to_owned),
        };
        front_changes(locked, source).into_iter().map(one).collect()
    }

    fn terms(&self) -> Vec<TermReport> {
        let source = self.library.glossary(&self.library.site().source_language);
        let Some(lock) = self.library.lock(&self.language.tag) else {
            return Vec::new();
        };
        changed_terms(lock, source)
            .into_iter()
            .filter_map(|key| {
                let old = lock.term(&key).and_then(|digest| self.past.term(digest));
                Some(TermReport {
                    old: old.map(str::to_owned),
                    new: term_text(source.get(&key)?),
                    key,
                })
            })
            .collect()
    }
}

/// What to do where old texts are missing; none if nothing can be done or need be.
#[must_use]
pub fn how_to_get_old_texts(reach: &str) -> &'static str {
    match reach {
        "shallow" => {
            "Some old texts aren't in this clone, which has only the last commits: `git fetch --unshallow` gets the others."
        }
        "none" => {
            "Old texts aren't known: this content isn't under git, or git isn't installed. In a clone of its repository they are shown."
        }
        _ => "Some old texts aren't in git: what was translated from was never committed.",
    }
}

#[cfg(test)]
mod tests {
    use super::super::past::Reach;
    use super::*;

    #[test]
    fn reach_says_what_to_do() {
        assert!(how_to_get_old_texts(Reach::Shallow.name()).contains("--unshallow"));
        assert!(how_to_get_old_texts(Reach::Nothing.name()).contains("isn't under git"));
        assert!(how_to_get_old_texts(Reach::Whole.name()).contains("never committed"));
    }
}
