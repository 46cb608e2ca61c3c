//! A page: a source file read as front matter and document.

use std::sync::Arc;

use super::front_matter::FrontMatter;
use crate::language::LanguageTag;
use crate::markdown::Document;
use crate::source::SourceFile;
use crate::translation::TranslationState;
use crate::url::PagePath;

/// A page in one language.
#[derive(Debug, Clone)]
pub struct Page {
    /// Where it stands, whatever its language.
    pub path: PagePath,
    /// Its language.
    pub lang: LanguageTag,
    /// Its file.
    pub source: Arc<SourceFile>,
    /// Its front matter.
    pub front: FrontMatter,
    /// Its text.
    pub document: Arc<Document>,
    /// How it stands to the source language's page.
    pub state: TranslationState,
    /// True if it was made because a folder has no `index.md`.
    pub generated: bool,
}
