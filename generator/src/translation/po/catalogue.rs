//! All texts of the source as messages, with a language's translation of each and its state.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use super::align::{Marked, align};
use super::message;
use super::toml::front_line;
use crate::content::{Glossary, Library, Page, Term};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageTag;
use crate::markdown::{Unit, UnitKind};
use crate::source::SourceFile;
use crate::translation::Lock;
use crate::translation::lock::{FrontKey, LockedPage, term_digest};

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// A unit of a page: indices of both.
    Unit(usize, usize),
    /// A text of a page's front matter.
    Front(usize, FrontKey),
    /// A text of a term of the glossary.
    Term(usize, TermField),
}

impl Place {
    /// The page, if it is of one.
    #[must_use]
    pub fn page(self) -> Option<usize> {
        match self {
            Self::Unit(page, _) | Self::Front(page, _) => Some(page),
            Self::Term(..) => None,
        }
    }
}

/// A text of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermField {
    /// The term.
    Term,
    /// What it means.
    Definition,
    /// Other words for it, one a line; each language has its own.
    Synonyms,
}

impl TermField {
    /// Every field, in order.
    pub const ALL: [Self; 3] = [Self::Term, Self::Definition, Self::Synonyms];

    /// The key in the glossary's file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Definition => "definition",
            Self::Synonyms => "synonyms",
        }
    }

    /// What a term says there; empty if nothing.
    #[must_use]
    pub fn text(self, term: &Term) -> String {
        match self {
            Self::Term => term.term.trim().to_owned(),
            Self::Definition => term.definition.trim().to_owned(),
            Self::Synonyms => term.synonyms.join("\n").trim().to_owned(),
        }
    }
}

/// How a translation stands to its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// There is none.
    Missing,
    /// It follows the source.
    Current,
    /// The source has changed since, or nobody wrote down what it follows.
    Changed {
        /// The text that it was made from, if it is known.
        previous: Option<String>,
    },
}

/// A text of the source and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it is.
    pub place: Place,
    /// What tells it from equal texts elsewhere: `urgent.md`, `urgent.md title`.
    pub context: String,
    /// The source's text.
    pub id: String,
    /// What it is, for the translator.
    pub kind: &'static str,
    /// Where it stands: `en/urgent.md:12`.
    pub reference: String,
    /// The translation; empty if there is none.
    pub text: String,
    /// How it stands to the source.
    pub state: State,
}

/// A page and its translation.
#[derive(Debug, Clone)]
pub struct Pair<'a> {
    /// The source language's page.
    pub source: &'a Arc<Page>,
    /// The translation.
    pub target: Option<&'a Arc<Page>>,
    /// What the lock file says of it.
    pub locked: Option<LockedPage>,
    /// For each unit of the source, the unit of the translation.
    pub units: Vec<Option<usize>>,
    /// False if units came, went or moved since the translation was made.
    pub in_step: bool,
    /// Why the two can't be paired.
    pub odd: Option<Diagnostic>,
}

/// Finds the text of a unit that a page of the source had once, by its short digest.
pub type OldText<'a> = dyn Fn(&Page, &str) -> Option<String> + 'a;

/// All messages of a language.
#[derive(Debug, Clone)]
pub struct Catalogue<'a> {
    /// The language.
    pub lang: LanguageTag,
    /// The pages, sorted by path.
    pub pages: Vec<Pair<'a>>,
    /// The source's glossary, and the language's.
    pub glossaries: (&'a Glossary, &'a Glossary),
    /// The messages: the glossary's, then page by page.
    pub messages: Vec<Message>,
}

impl<'a> Catalogue<'a> {
    /// Pairs every text of the source with its translation into `lang`. `lang` may be the source
    /// language: then nothing is translated.
    #[must_use]
    pub fn new(
        library: &'a Library,
        lang: &LanguageTag,
        content: &Path,
        old: &OldText<'_>,
    ) -> Self {
        let lock = library.lock(lang);
        let source = &library.site().source_language;
        let pages: Vec<Pair<'a>> = library
            .pages()
            .filter(|page| page.lang == *source && !page.generated)
            .map(|page| {
                let target = library.page(lang, &page.path);
                let target = target.filter(|target| !target.generated && lang != source);
                pair(
                    page,
                    target,
                    lock.and_then(|lock| lock.page(&page.path)).cloned(),
                )
            })
            .collect();
        let mut catalogue = Self {
            lang: lang.clone(),
            pages,
            glossaries: (library.glossary(source), library.glossary(lang)),
            messages: Vec::new(),
        };
        let file = content.join(source.as_str()).join("glossary.toml");
        let file = SourceFile::read(&file, &file.display().to_string()).ok();
        catalogue.terms(source, file.as_ref(), lock, lang != source);
        for page in 0..catalogue.pages.len() {
            catalogue.front(page, old);
            catalogue.units(page, old);
        }
        catalogue.tell_apart();
        catalogue
    }

    /// What is wrong with pages that can't be paired.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.pages.iter().filter_map(|pair| pair.odd.as_ref())
    }

    fn terms(
        &mut self,
        source: &LanguageTag,
        file: Option<&Arc<SourceFile>>,
        lock: Option<&Lock>,
        translated: bool,
    ) {
        let (terms, others) = self.glossaries;
        for (index, term) in terms.terms().iter().enumerate() {
            let other = others.get(&term.key).filter(|_| translated);
            // A term that was never written down isn't known to have changed.
            let follows = lock.is_some_and(|lock| {
                lock.term(&term.key)
                    .is_none_or(|locked| locked == term_digest(term))
            });
            let line = file.map_or(1, |file| file.line_column(term.span.start).0);
            for field in TermField::ALL {
                let text = other.map(|other| field.text(other)).unwrap_or_default();
                let state = match field {
                    _ if text.is_empty() => State::Missing,
                    // Nobody can say which synonym a synonym follows.
                    TermField::Synonyms => State::Current,
                    _ if follows => State::Current,
                    _ => State::Changed { previous: None },
                };
                self.add(Message {
                    place: Place::Term(index, field),
                    context: format!("glossary {} {}", term.key, field.name()),
                    id: field.text(term),
                    kind: match field {
                        TermField::Term => "glossary: the term",
                        TermField::Definition => "glossary: what it means",
                        TermField::Synonyms => "glossary: other words that people search for, one a line, as many as your language has",
                    },
                    reference: format!("{source}/glossary.toml:{line}"),
                    text,
                    state,
                });
            }
        }
    }

    fn front(&mut self, page: usize, old: &OldText<'_>) {
        for key in FrontKey::ALL {
            let pair = &self.pages[page];
            let Some(id) = key.text(&pair.source.front) else {
                continue;
            };
            let text = pair.target.and_then(|target| key.text(&target.front));
            let front = pair.locked.as_ref().map(|locked| &locked.front);
            let locked = front.and_then(|front| front.get(&key));
            // What was never written down isn't known to have changed.
            let unknown = front.is_some_and(BTreeMap::is_empty);
            let same = locked.is_some() && locked == key.digest(&pair.source.front).as_ref();
            let state = match text {
                None => State::Missing,
                Some(_) if same || unknown => State::Current,
                Some(_) => State::Changed {
                    previous: locked.and_then(|digest| old(pair.source, digest)),
                },
            };
            let message = Message {
                place: Place::Front(page, key),
                context: format!("{}.md {}", pair.source.path, key.name()),
                id: id.trim().to_owned(),
                kind: match key {
                    FrontKey::Title => "title of the page",
                    FrontKey::NavTitle => "title of the page in menus",
                    FrontKey::Description => "description, under the title and in search results",
                },
                reference: reference(pair.source, front_line(&pair.source.source, key.name())),
                text: text.unwrap_or_default().trim().to_owned(),
                state,
            };
            self.add(message);
        }
    }

    fn units(&mut self, page: usize, old: &OldText<'_>) {
        for index in 0..self.pages[page].units.len() {
            let pair = &self.pages[page];
            let source = &pair.source;
            let unit = &source.document.units[index];
            let paired = pair.units[index].and_then(|at| Some((at, pair.target?)));
            let locked = |at: usize| pair.locked.as_ref()?.units.get(at);
            let (text, state) = match paired {
                None => (String::new(), State::Missing),
                Some((at, target)) => {
                    let text = message::of(target.source.text(), &target.document.units[at]);
                    let state = match locked(at) {
                        Some(digest) if *digest == unit.digest.short() => State::Current,
                        digest => State::Changed {
                            previous: digest.and_then(|digest| old(source, digest)),
                        },
                    };
                    (text, state)
                }
            };
            let line = source
                .source
                .line_column(message::range(source.source.text(), unit).start)
                .0;
            let message = Message {
                place: Place::Unit(page, index),
                context: format!("{}.md", source.path),
                id: message::of(source.source.text(), unit),
                kind: kind_name(unit.kind),
                reference: reference(source, line),
                text,
                state,
            };
            self.add(message);
        }
    }

    fn add(&mut self, message: Message) {
        // An empty msgid is a PO file's header.
        if !message.id.is_empty() {
            self.messages.push(message);
        }
    }

    /// Gives equal texts of one page contexts of their own.
    fn tell_apart(&mut self) {
        let mut seen: HashMap<(String, String), usize> = HashMap::new();
        for message in &mut self.messages {
            let times = seen
                .entry((message.context.clone(), message.id.clone()))
                .or_default();
            *times += 1;
            if *times > 1 {
                message.context = format!("{} {times}", message.context);
            }
        }
    }
}

/// What a unit is called.
pub fn kind_name(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Paragraph => "paragraph",
        UnitKind::Heading => "heading",
        UnitKind::Item => "list item",
        UnitKind::Cell => "table cell",
        UnitKind::Code => "code",
    }
}

fn reference(page: &Page, line: usize) -> String {
    format!("{}/{}.md:{line}", page.lang, page.path)
}

fn pair<'a>(
    source: &'a Arc<Page>,
    target: Option<&'a Arc<Page>>,
    locked: Option<LockedPage>,
) -> Pair<'a> {
    let mut pair = Pair {
        source,
        target,
        locked: locked.filter(|_| target.is_some()),
        units: vec![None; source.document.units.len()],
        in_step: true,
        odd: None,
    };
    let Some(target) = target else { return pair };
    let (now, there) = (&source.document.units, &target.document.units);
    // Without a lock, the page can only be taken for a translation of the source as it is.
    let locked = match &pair.locked {
        Some(locked) => locked.units.clone(),
        None => now.iter().map(|unit| unit.digest.short()).collect(),
    };
    let marked = |units: &[Unit]| -> Vec<Marked> {
        units
            .iter()
            .map(|unit| (unit.digest.short(), unit.kind))
            .collect()
    };
    let now = marked(now);
    let old: Vec<Marked> = locked
        .into_iter()
        .zip(there.iter().map(|unit| unit.kind))
        .collect();
    let count = pair
        .locked
        .as_ref()
        .map_or(now.len(), |locked| locked.units.len());
    let units = align(&old, &now);
    let wrong = units.iter().enumerate().find_map(|(new, old_at)| {
        let at = (*old_at)?;
        (old[at].0 == now[new].0 && old[at].1 != now[new].1).then_some((new, at))
    });
    if there.len() == count && wrong.is_none() {
        pair.in_step = units.len() == there.len()
            && units.iter().enumerate().all(|(new, at)| *at == Some(new));
        pair.units = units;
        return pair;
    }
    pair.odd = Some(odd(source, target, count, wrong));
    pair
}

fn odd(source: &Page, target: &Page, count: usize, wrong: Option<(usize, usize)>) -> Diagnostic {
    let units = &target.document.units;
    // The first that is of another kind, else the first that is too much, else the end.
    let kinds = source.document.units.iter().zip(units);
    let first = wrong
        .map(|(_, at)| at)
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
