//! What pages of the source said before, and since when they say what they say: from git.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::TranslationState;
use super::lock::{FrontKey, digests, term_digest};
use super::po::message;
use super::status::{changed_terms, front_changes};
use crate::content::{GLOSSARY, Glossary, Library, Page, glossary, read_page};
use crate::history::{self, History, Version, VersionReader};
use crate::language::LanguageTag;
use crate::markdown::{Base, Context, Unit};
use crate::source::{Digest, SourceFile};
use crate::url::PagePath;

/// How far back git could be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// To the beginning.
    Whole,
    /// To where a shallow clone begins.
    Shallow,
    /// Not at all: the content isn't under git.
    Nothing,
}

impl Reach {
    /// `whole`, `shallow` or `none`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Shallow => "shallow",
            Self::Nothing => "none",
        }
    }
}

/// Old texts of the source, found by the digests that lock files name.
#[derive(Debug)]
pub struct Past {
    reach: Reach,
    pages: HashMap<PagePath, OldPage>,
    terms: HashMap<String, String>,
}

/// What is known of a page.
#[derive(Debug, Default)]
struct OldPage {
    /// Each with its Markdown, as a message has it.
    units: HashMap<String, (Unit, String)>,
    front: HashMap<String, String>,
    changed: Option<Date>,
}

impl Past {
    /// Looks up what the lock files of these languages name and the source no longer says.
    #[must_use]
    pub fn of(library: &Library, content: &Path, languages: &[&LanguageTag]) -> Self {
        Self::find(
            library,
            History::open(content),
            Wanted::of(library, languages),
        )
    }

    fn find(library: &Library, history: Option<History>, wanted: Wanted<'_>) -> Self {
        let mut past = Self {
            reach: Reach::Nothing,
            pages: HashMap::new(),
            terms: HashMap::new(),
        };
        let Some(history) = history else {
            return past;
        };
        past.reach = if history.is_shallow() {
            Reach::Shallow
        } else {
            Reach::Whole
        };
        let source = &library.site().source_language;
        let glossary = format!("{source}/{GLOSSARY}");
        let mut names: Vec<String> = wanted.pages.keys().map(|path| name(source, path)).collect();
        if !wanted.terms.is_empty() {
            names.push(glossary.clone());
        }
        let versions = history.versions(&names);
        let Some(mut reader) = history.reader() else {
            return past;
        };
        let of = |name: &str| versions.get(name).map_or(&[][..], Vec::as_slice);
        for (path, digests) in wanted.pages {
            if let Some(page) = library.page(source, path) {
                let versions = of(&name(source, path));
                let old = old_page(library, page, versions, digests, &mut reader);
                past.pages.insert(path.clone(), old);
            }
        }
        past.terms = old_terms(of(&glossary), wanted.terms, &mut reader);
        past
    }

    /// How far back git could be asked.
    #[must_use]
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// The unit of a page that had this short digest.
    #[must_use]
    pub fn unit(&self, page: &PagePath, digest: &str) -> Option<&Unit> {
        self.pages
            .get(page)?
            .units
            .get(digest)
            .map(|(unit, _)| unit)
    }

    /// The Markdown of the unit of a page that had this short digest, in one line.
    #[must_use]
    pub fn markdown(&self, page: &PagePath, digest: &str) -> Option<&str> {
        let (_, markdown) = self.pages.get(page)?.units.get(digest)?;
        Some(markdown)
    }

    /// What the front matter of a page said when it had this short digest.
    #[must_use]
    pub fn front(&self, page: &PagePath, digest: &str) -> Option<&str> {
        self.pages.get(page)?.front.get(digest).map(String::as_str)
    }

    /// The definition that a term had when it had this short digest.
    #[must_use]
    pub fn term(&self, digest: &str) -> Option<&str> {
        self.terms.get(digest).map(String::as_str)
    }

    /// The day since which a page's units are what they are; none for what isn't committed, or was
    /// before a shallow clone begins.
    #[must_use]
    pub fn changed(&self, page: &PagePath) -> Option<Date> {
        self.pages.get(page)?.changed
    }
}

/// Since when the source pages of stale translations say what they say. Kept from one build of a
/// preview to the next: git is asked again only if its HEAD or one of those pages is another.
#[derive(Debug, Default)]
pub struct ChangeDays {
    key: (String, Vec<Digest>),
    days: BTreeMap<PagePath, Date>,
}

impl ChangeDays {
    /// Brings the days up to date.
    pub fn update(&mut self, library: &Library, content: &Path) {
        let source = &library.site().source_language;
        let stale = library
            .pages()
            .filter(|page| matches!(page.state, TranslationState::Stale(_)));
        let paths: BTreeSet<&PagePath> = stale.map(|page| &page.path).collect();
        let pages = paths.iter().filter_map(|path| library.page(source, path));
        let digests: Vec<Digest> = pages.map(|page| page.source.digest()).collect();
        let history = if paths.is_empty() {
            None
        } else {
            History::open(content)
        };
        let head = history.as_ref().map_or("", History::head).to_owned();
        if self.key == (head.clone(), digests.clone()) {
            return;
        }
        let wanted = Wanted {
            pages: paths.iter().map(|path| (*path, BTreeSet::new())).collect(),
            terms: BTreeSet::new(),
        };
        let past = Past::find(library, history, wanted);
        let day = |path: &&PagePath| Some(((*path).clone(), past.changed(path)?));
        self.days = paths.iter().filter_map(day).collect();
        self.key = (head, digests);
    }

    /// The day since which a page of the source says what it says, if git knows.
    #[must_use]
    pub fn get(&self, page: &PagePath) -> Option<Date> {
        self.days.get(page).copied()
    }
}

/// The file of a page, from the content folder.
fn name(lang: &LanguageTag, path: &PagePath) -> String {
    format!("{lang}/{path}.md")
}

/// Digests to look for.
struct Wanted<'l> {
    pages: BTreeMap<&'l PagePath, BTreeSet<String>>,
    terms: BTreeSet<String>,
}

impl<'l> Wanted<'l> {
    fn of(library: &'l Library, languages: &[&LanguageTag]) -> Self {
        let mut wanted = Self {
            pages: BTreeMap::new(),
            terms: BTreeSet::new(),
        };
        let source = &library.site().source_language;
        for lang in languages {
            let Some(lock) = library.lock(lang) else {
                continue;
            };
            for page in library.pages().filter(|page| page.lang == *source) {
                let Some(locked) = lock.page(&page.path) else {
                    continue;
                };
                let mut digests = BTreeSet::new();
                if let Some(translation) = library
                    .page(lang, &page.path)
                    .or_else(|| library.draft(lang, &page.path))
                    && let TranslationState::Stale(changes) = &translation.state
                {
                    let gone = changes.units.iter().filter_map(|change| change.locked());
                    digests.extend(gone.filter_map(|index| locked.units.get(index).cloned()));
                    // Even if nothing is gone, the day of the change is asked for.
                    wanted.pages.entry(&page.path).or_default();
                }
                let front = front_changes(locked, page);
                digests.extend(
                    front
                        .iter()
                        .filter_map(|key| locked.front.get(key).cloned()),
                );
                if !digests.is_empty() {
                    wanted.pages.entry(&page.path).or_default().extend(digests);
                }
            }
            let terms = changed_terms(lock, library.glossary(source));
            wanted.terms.extend(
                terms
                    .iter()
                    .filter_map(|key| lock.term(key).map(str::to_owned)),
            );
        }
        wanted
    }
}

/// Goes back through a page's versions until every digest and the day of the change are found.
fn old_page(
    library: &Library,
    page: &Page,
    versions: &[Version],
    mut wanted: BTreeSet<String>,
    reader: &mut VersionReader,
) -> OldPage {
    let lists: Vec<&str> = library
        .references()
        .iter()
        .map(|list| list.name.as_str())
        .collect();
    let languages: Vec<LanguageTag> = library
        .languages()
        .iter()
        .map(|language| language.tag.clone())
        .collect();
    let now = digests(&page.document.units);
    let mut old = OldPage::default();
    // The oldest version so far that says what the page says now, with nothing else after it.
    let mut since: Option<&Version> = None;
    let mut same = true;
    for version in versions {
        if !same && wanted.is_empty() {
            break;
        }
        let Some(text) = reader.text(version) else {
            same = false;
            continue;
        };
        let context = Context {
            base: Base {
                lang: &page.lang,
                page: &page.path,
                languages: &languages,
            },
            glossary: library.glossary(&page.lang),
        };
        // What was wrong with it then is nobody's concern now.
        let (then, _) = read_page(SourceFile::new("", text), &lists, context);
        let digests = digests(&then.document.units);
        same = same && digests == now;
        if same {
            since = Some(version);
        }
        let units = Arc::unwrap_or_clone(then.document).units;
        for (unit, digest) in units.into_iter().zip(digests) {
            if wanted.remove(&digest) {
                let markdown = message::of(then.source.text(), &unit);
                old.units.insert(digest, (unit, markdown));
            }
        }
        for key in FrontKey::ALL {
            if let (Some(digest), Some(text)) = (key.digest(&then.front), key.text(&then.front))
                && wanted.remove(&digest)
            {
                old.front.insert(digest, text.to_owned());
            }
        }
    }
    old.changed = since
        .filter(|version| !version.cut)
        .and_then(|version| history::day(version.time));
    old
}

fn old_terms(
    versions: &[Version],
    mut wanted: BTreeSet<String>,
    reader: &mut VersionReader,
) -> HashMap<String, String> {
    let mut found = HashMap::new();
    for version in versions {
        if wanted.is_empty() {
            break;
        }
        let read = |text: String| -> Glossary { glossary::read(&SourceFile::new("", text)).0 };
        let Some(then) = reader.text(version).map(read) else {
            continue;
        };
        for term in then.terms() {
            let digest = term_digest(term);
            if wanted.remove(&digest) {
                found.insert(digest, term_text(term));
            }
        }
    }
    found
}

/// A term as people compare it.
#[must_use]
pub fn term_text(term: &glossary::Term) -> String {
    format!("{}: {}", term.term, term.definition)
}
