//! What earlier runs made of the content: files as they were read, pages as they were parsed, and
//! how translations stand to their sources. Each is used again only if all that it was made from
//! is the same.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::page::Page;
use crate::diagnostic::Diagnostic;
use crate::markdown::Document;
use crate::source::{Digest, SourceFile};
use crate::sources::{Memory, Sources};
use crate::translation::TranslationState;

/// A page as it was read, and what was wrong with it.
#[derive(Debug, Clone)]
struct Parsed {
    context: Digest,
    page: Page,
    found: Vec<Diagnostic>,
}

/// What a translation was compared with.
#[derive(Debug, Clone)]
struct Between {
    own: Arc<Document>,
    source: Arc<Document>,
    source_file: Arc<SourceFile>,
    /// Of the lock and the source's glossary.
    others: Digest,
}

/// How a translation stands to its source.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub(super) document: Arc<Document>,
    pub(super) state: TranslationState,
    pub(super) found: Vec<Diagnostic>,
}

/// What earlier runs made of the content.
#[derive(Debug, Default)]
pub struct Kept {
    /// The files.
    pub sources: Sources,
    parsed: Memory<PathBuf, Parsed>,
    related: Memory<PathBuf, (Between, Relation)>,
    /// False where there is only one run: nothing of it need be kept.
    more_runs: bool,
}

impl Kept {
    /// For several runs over the same content.
    #[must_use]
    pub fn for_runs() -> Self {
        Self {
            more_runs: true,
            ..Self::default()
        }
    }

    /// Ends a run: what it didn't ask for is gone.
    pub fn end_run(&mut self) {
        self.sources.end_run();
        self.parsed.end_run();
        self.related.end_run();
    }

    /// A page as it was read from this source in this context, else as it is read now.
    pub(super) fn page(
        &self,
        file: &Path,
        source: Arc<SourceFile>,
        context: Digest,
        read: impl FnOnce(Arc<SourceFile>) -> (Page, Vec<Diagnostic>),
    ) -> (Page, Vec<Diagnostic>) {
        if !self.more_runs {
            return read(source);
        }
        let file = file.to_owned();
        let fit = |parsed: &Parsed| {
            parsed.context == context && Arc::ptr_eq(&parsed.page.source, &source)
        };
        if let Some(parsed) = self.parsed.get(&file, fit) {
            return (parsed.page, parsed.found);
        }
        let (page, found) = read(source);
        let parsed = Parsed {
            context,
            page: page.clone(),
            found: found.clone(),
        };
        self.parsed.put(file, parsed);
        (page, found)
    }

    /// How `page` stands to `source`, as it was found between the same, else as it is found now.
    /// `others` is the digest of all else that decides it.
    pub(super) fn relation(
        &self,
        page: &mut Page,
        source: &Page,
        others: Digest,
        relate: impl FnOnce(&mut Page) -> Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        if !self.more_runs {
            return relate(page);
        }
        let key = PathBuf::from(page.source.name());
        let fit = |(between, _): &(Between, Relation)| {
            Arc::ptr_eq(&between.own, &page.document)
                && Arc::ptr_eq(&between.source, &source.document)
                && Arc::ptr_eq(&between.source_file, &source.source)
                && between.others == others
        };
        if let Some((_, relation)) = self.related.get(&key, fit) {
            page.document = relation.document;
            page.state = relation.state;
            return relation.found;
        }
        let between = Between {
            own: Arc::clone(&page.document),
            source: Arc::clone(&source.document),
            source_file: Arc::clone(&source.source),
            others,
        };
        let found = relate(page);
        let relation = Relation {
            document: Arc::clone(&page.document),
            state: page.state.clone(),
            found: found.clone(),
        };
        self.related.put(key, (between, relation));
        found
    }
}
