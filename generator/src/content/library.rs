//! The library: all pages, glossaries, lists and places of a site, read and checked.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::glossary::Glossary;
use super::page::Page;
use super::places::{Desk, Place};
use super::references::ReferenceList;
use crate::config::Site;
use crate::diagnostic::{Code, Diagnostics};
use crate::language::{Language, LanguageTag};
use crate::url::PagePath;

/// What to load.
#[derive(Debug, Clone, Default)]
pub struct LoadOptions {
    /// The content folder.
    pub content: PathBuf,
    /// Desks beside those of `places.toml`.
    pub desks: Vec<Desk>,
    /// Lets desks in the state `demo` pass.
    pub allow_demo: bool,
}

/// A file beside the pages: an image, a form to download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its path from the content folder, with `/`: `en/images/map.png`.
    pub path: String,
    /// Where it lies.
    pub file: PathBuf,
}

/// Why nothing could be loaded. The diagnostics say what is wrong.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// `site.toml` is missing or wrong.
    #[error("the site can't be loaded: site.toml is missing or wrong")]
    Site,
}

/// A site's content, read and checked. It never changes: another state is another library.
#[derive(Debug, Clone)]
pub struct Library {
    site: Site,
    pages: BTreeMap<(LanguageTag, PagePath), Arc<Page>>,
    glossaries: BTreeMap<LanguageTag, Glossary>,
    references: Vec<ReferenceList>,
    desks: Vec<Desk>,
    places: Vec<Place>,
    assets: BTreeMap<String, Asset>,
    empty_glossary: Glossary,
}

impl Library {
    /// `site.toml`.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The languages, in `site.toml`'s order.
    #[must_use]
    pub fn languages(&self) -> &[Language] {
        &self.site.languages
    }

    /// The language with this tag.
    #[must_use]
    pub fn language(&self, tag: &LanguageTag) -> Option<&Language> {
        self.site
            .languages
            .iter()
            .find(|language| language.tag == *tag)
    }

    /// The page in this language, if it has one.
    #[must_use]
    pub fn page(&self, lang: &LanguageTag, path: &PagePath) -> Option<&Arc<Page>> {
        self.pages.get(&(lang.clone(), path.clone()))
    }

    /// The page in this language, else in the source language (the labelled fallback).
    #[must_use]
    pub fn page_or_source(&self, lang: &LanguageTag, path: &PagePath) -> Option<&Arc<Page>> {
        self.page(lang, path)
            .or_else(|| self.page(&self.site.source_language, path))
    }

    /// All pages, by language and path.
    pub fn pages(&self) -> impl Iterator<Item = &Arc<Page>> {
        self.pages.values()
    }

    /// The paths of a language's pages, fallbacks included, sorted.
    #[must_use]
    pub fn paths(&self, lang: &LanguageTag) -> Vec<&PagePath> {
        let mut paths: Vec<_> = self
            .pages
            .keys()
            .filter(|(of, _)| of == lang || *of == self.site.source_language)
            .map(|(_, path)| path)
            .collect();
        paths.sort();
        paths.dedup();
        paths
    }

    /// The pages directly under a folder's page, fallbacks included: pages of the folder and the
    /// pages of its folders, by `order` (those without come last), then path.
    #[must_use]
    pub fn children(&self, lang: &LanguageTag, parent: &PagePath) -> Vec<&Arc<Page>> {
        let mut children: Vec<_> = self
            .paths(lang)
            .into_iter()
            .filter(|path| path.parent().as_ref() == Some(parent))
            .filter_map(|path| self.page_or_source(lang, path))
            .collect();
        children.sort_by_key(|page| (page.front.order.unwrap_or(i64::MAX), page.path.clone()));
        children
    }

    /// A language's glossary; empty if it has none.
    #[must_use]
    pub fn glossary(&self, lang: &LanguageTag) -> &Glossary {
        self.glossaries.get(lang).unwrap_or(&self.empty_glossary)
    }

    /// The reference lists.
    #[must_use]
    pub fn references(&self) -> &[ReferenceList] {
        &self.references
    }

    /// The desks, those of the options after those of `places.toml`.
    #[must_use]
    pub fn desks(&self) -> &[Desk] {
        &self.desks
    }

    /// The places.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The file that a link means: in its own language's folder, else in the source language's.
    #[must_use]
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.get(path).or_else(|| {
            let (lang, rest) = path.split_once('/')?;
            self.site
                .languages
                .iter()
                .find(|language| language.tag.as_str() == lang)?;
            self.assets
                .get(&format!("{}/{rest}", self.site.source_language))
        })
    }

    /// All files beside the pages.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        self.assets.values()
    }
}

/// Loads and checks a site. Every mistake goes into `diagnostics`; a library is made from what is
/// good, so that one run reports everything and a preview can go on.
pub fn load(options: &LoadOptions, diagnostics: &mut Diagnostics) -> Result<Library, LoadError> {
    diagnostics.error(
        Code::UnreadableFile,
        format!("{} can't be read", options.content.display()),
    );
    Err(LoadError::Site)
}

/// Loads a site only to see what is wrong with its content.
#[must_use]
pub fn check(options: &LoadOptions) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    // What stops loading is among the diagnostics.
    let _ = load(options, &mut diagnostics);
    diagnostics
}
