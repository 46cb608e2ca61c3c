//! All texts of the source as messages, with a language's translation of each and its state.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::import::UNKNOWN;
use super::message;
use super::pair::{Pair, pair};
use super::toml::front_line;
use crate::content::{Glossary, Library, Page, Term};
use crate::diagnostic::Diagnostic;
use crate::language::LanguageTag;
use crate::markdown::UnitKind;
use crate::source::SourceFile;
use crate::translation::Lock;
use crate::translation::lock::{FrontKey, term_digest};
use crate::translation::past::Past;

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

/// All messages of a language.
#[derive(Debug, Clone)]
pub struct Catalogue<'a> {
    /// The language.
    pub lang: LanguageTag,
    /// The pages, sorted by path.
    pub pages: Vec<Pair<'a>>,
    /// The source's glossary, and the language's own.
    pub glossaries: (&'a Glossary, Option<&'a Glossary>),
    /// The messages: the glossary's, then page by page.
    pub messages: Vec<Message>,
}

impl<'a> Catalogue<'a> {
    /// Pairs every text of the source with its translation into `lang`. `lang` may be the source
    /// language: then nothing is translated.
    #[must_use]
    pub fn new(library: &'a Library, lang: &LanguageTag, content: &Path, past: &Past) -> Self {
        let lock = library.lock(lang);
        let source = &library.site().source_language;
        let own = library.own_glossary(lang).filter(|_| lang != source);
        let pages: Vec<Pair<'a>> = library
            .pages()
            .filter(|page| page.lang == *source && !page.generated)
            .map(|page| pair(library, lang, page, past))
            .collect();
        let mut catalogue = Self {
            lang: lang.clone(),
            pages,
            glossaries: (library.glossary(source), own),
            messages: Vec::new(),
        };
        let file = content.join(source.as_str()).join("glossary.toml");
        let file = SourceFile::read(&file, &file.display().to_string()).ok();
        catalogue.terms(source, file.as_ref(), lock);
        for page in 0..catalogue.pages.len() {
            catalogue.front(page, past);
            catalogue.units(page, past);
        }
        catalogue.tell_apart();
        catalogue
    }

    /// The messages of the pages that the language is meant to have, or has.
    pub fn expected(&self) -> impl Iterator<Item = &Message> {
        let expected = |message: &&Message| {
            let page = message.place.page();
            page.is_none_or(|page| self.pages[page].expected)
        };
        self.messages.iter().filter(expected)
    }

    /// True if a unit changed and what it said before isn't known.
    #[must_use]
    pub fn lacks_old_texts(&self) -> bool {
        self.messages.iter().any(|message| {
            let Place::Unit(page, unit) = message.place else {
                return false;
            };
            let pair = &self.pages[page];
            let locked = pair.units[unit].and_then(|at| pair.locked.as_ref()?.units.get(at));
            let known = locked.is_some_and(|digest| digest != UNKNOWN);
            known && message.state == State::Changed { previous: None }
        })
    }

    /// What is wrong with pages that can't be paired.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.pages.iter().filter_map(|pair| pair.odd.as_ref())
    }

    fn terms(&mut self, source: &LanguageTag, file: Option<&Arc<SourceFile>>, lock: Option<&Lock>) {
        let (terms, others) = self.glossaries;
        for (index, term) in terms.terms().iter().enumerate() {
            let other = others.and_then(|others| others.get(&term.key));
            let follows = lock.and_then(|lock| lock.term(&term.key)) == Some(&*term_digest(term));
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

    fn front(&mut self, page: usize, past: &Past) {
        for key in FrontKey::ALL {
            let pair = &self.pages[page];
            let Some(id) = key.text(&pair.source.front) else {
                continue;
            };
            let text = pair.target.and_then(|target| key.text(&target.front));
            let locked = pair
                .locked
                .as_ref()
                .and_then(|locked| locked.front.get(&key));
            let now = key.digest(&pair.source.front);
            let path = &pair.source.path;
            let (text, state) = pair.state(
                text.map(str::trim),
                id.trim(),
                locked,
                now.as_ref(),
                |digest| past.front(path, digest),
            );
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
                text,
                state,
            };
            self.add(message);
        }
    }

    fn units(&mut self, page: usize, past: &Past) {
        for index in 0..self.pages[page].units.len() {
            let pair = &self.pages[page];
            let source = &pair.source;
            let unit = &source.document.units[index];
            let paired = pair.units[index].and_then(|at| Some((at, pair.target?)));
            let text = paired
                .map(|(at, target)| message::of(target.source.text(), &target.document.units[at]));
            let locked = pair.units[index].and_then(|at| pair.locked.as_ref()?.units.get(at));
            let id = message::of(source.source.text(), unit);
            let (now, path) = (unit.digest.short(), &source.path);
            let (text, state) = pair.state(text.as_deref(), &id, locked, Some(&now), |digest| {
                past.markdown(path, digest)
            });
            let line = source
                .source
                .line_column(message::range(source.source.text(), unit).start)
                .0;
            let message = Message {
                place: Place::Unit(page, index),
                context: format!("{}.md", source.path),
                id,
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
