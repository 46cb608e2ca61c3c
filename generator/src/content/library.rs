//! The library: all pages, glossaries, lists and places of a site, read and checked.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::glossary::Glossary;
use super::kept::Kept;
use super::moves::{self, Moves};
use super::page::Page;
use super::places::{Desk, Place, Places};
use super::publishing::{self, Unpublished, Withheld};
use super::references::ReferenceList;
use super::unread::Unread;
use super::{
    folder_index, glossary, links, lists, places, reading, references, titles, translations,
};
use jiff::civil::Date;

use crate::config::{self, Site};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::language::{Language, LanguageTag};
use crate::source::{Digest, SourceFile};
use crate::sources::Sources;
use crate::translation::{Lock, LockFile, lock};
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
    /// Keeps what isn't published among the pages: drafts, and pages whose day hasn't come.
    pub drafts: bool,
    /// The day of the build: pages with a later `publish_on` aren't published. Without one, none
    /// is later; where a build doesn't know its day, it is [`Date::MIN`], and all are.
    pub today: Option<Date>,
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
    site_file: Arc<SourceFile>,
    pages: BTreeMap<(LanguageTag, PagePath), Arc<Page>>,
    pub(super) withheld: BTreeMap<(LanguageTag, PagePath), Withheld>,
    pub(super) unpublished: BTreeMap<(LanguageTag, PagePath), Unpublished>,
    pub(super) moves: Moves,
    pub(super) today: Option<Date>,
    glossaries: BTreeMap<LanguageTag, Glossary>,
    locks: BTreeMap<LanguageTag, LockFile>,
    references: Vec<ReferenceList>,
    desks: Vec<Desk>,
    places: Vec<Place>,
    assets: BTreeMap<String, Asset>,
    places_file: Option<Arc<SourceFile>>,
    unread: Unread,
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

    /// A language's glossary, if it has one of its own.
    #[must_use]
    pub fn own_glossary(&self, lang: &LanguageTag) -> Option<&Glossary> {
        self.glossaries.get(lang)
    }

    /// A language's glossary, else the source language's, which its readers see as they see the
    /// source's pages; empty if there is neither.
    #[must_use]
    pub fn glossary(&self, lang: &LanguageTag) -> &Glossary {
        self.glossaries
            .get(lang)
            .or_else(|| self.glossaries.get(&self.site.source_language))
            .unwrap_or(&self.empty_glossary)
    }

    /// What a language's `translations.lock` says; none if it has none.
    #[must_use]
    pub fn lock(&self, lang: &LanguageTag) -> Option<&Lock> {
        self.locks.get(lang).map(|file| &file.lock)
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

    /// `places.toml`, if there is one.
    pub(crate) fn places_file(&self) -> Option<&Arc<SourceFile>> {
        self.places_file.as_ref()
    }

    /// True if the page that a link would lead to is there and can't be read.
    pub(super) fn is_unread(&self, lang: &LanguageTag, path: &PagePath) -> bool {
        self.unread.has_page(lang, path) || self.unread.has_page(&self.site.source_language, path)
    }

    /// All files beside the pages.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        self.assets.values()
    }
}

/// Loads and checks a site. Every mistake goes into `diagnostics`; a library is made from what is
/// good, so that one run reports everything and a preview can go on.
pub fn load(options: &LoadOptions, diagnostics: &mut Diagnostics) -> Result<Library, LoadError> {
    let library = gather(options, &Kept::default(), diagnostics)?;
    check(&library, diagnostics);
    Ok(library)
}

/// Loads a site with what earlier runs kept, and doesn't [`check`] yet what leads where: no page
/// looks otherwise for it.
pub fn gather(
    options: &LoadOptions,
    kept: &Kept,
    diagnostics: &mut Diagnostics,
) -> Result<Library, LoadError> {
    let reader = Reader {
        options,
        sources: &kept.sources,
    };
    let reader = &reader;
    let Some(site_file) = read_file(reader, "site.toml", diagnostics) else {
        return Err(LoadError::Site);
    };
    let (site, found) = config::read(&site_file);
    diagnostics.extend(found);
    let site = site.ok_or(LoadError::Site)?;
    diagnostics.set_severities(site.severity.clone());

    let (glossaries, glossary_files) = read_glossaries(reader, &site, diagnostics);
    let unsure = broken_glossaries(options, &site, diagnostics);
    compare_glossaries(&site, &glossaries, &glossary_files, diagnostics);
    let mut files = reading::find(&options.content, &site);
    diagnostics.extend(std::mem::take(&mut files.diagnostics));
    let locks = read_locks(reader, &site, diagnostics);
    let deciding = deciding(&site, &site_file, &glossary_files, &locks);
    let deciding = (kept, &deciding);
    let (pages, found) = reading::read_pages(&mut files, &site, (&glossaries, &unsure), deciding);
    diagnostics.extend(found);
    let unread = files.unread;
    let mut pages: BTreeMap<_, _> = pages
        .into_iter()
        .map(|page| ((page.lang.clone(), page.path.clone()), page))
        .collect();
    let unpublished = publishing::unpublished(&pages, &site, options.today);
    let mut held = BTreeMap::new();
    if !options.drafts {
        (held, pages) = pages
            .into_iter()
            .partition(|(key, _)| unpublished.contains_key(key));
    }
    diagnostics.extend(folder_index::add(
        &mut pages,
        &site,
        &options.content,
        &unread,
    ));
    // A draft follows its source too; where it would have been, a list may have been made by now.
    let keys: Vec<_> = held.keys().cloned().collect();
    for (key, page) in held {
        pages.entry(key).or_insert(page);
    }
    diagnostics.extend(translations::relate(
        deciding,
        (&mut pages, &unread),
        &site,
        &locks,
        &glossaries,
    ));

    let mut pages: BTreeMap<_, _> = (pages.into_iter())
        .map(|(key, page)| (key, Arc::new(page)))
        .collect();
    let mut withheld = BTreeMap::new();
    for key in keys {
        if let (Some(why), Some(page)) = (unpublished.get(&key), pages.get(&key))
            && !page.generated
        {
            let (page, why) = (Arc::clone(page), *why);
            pages.remove(&key);
            withheld.insert(key, Withheld { page, why });
        }
    }
    let mut library = Library {
        site,
        site_file,
        pages,
        withheld,
        unpublished,
        moves: Moves::new(),
        today: options.today,
        glossaries,
        locks,
        references: Vec::new(),
        desks: Vec::new(),
        places: Vec::new(),
        assets: files.assets,
        places_file: None,
        unread,
        empty_glossary: Glossary::default(),
    };
    library.references = read_references(reader, &library, diagnostics);
    let (places, file) = read_places(reader, &library.site, diagnostics);
    library.places_file = file;
    library.desks = places.desks;
    library.desks.extend(options.desks.iter().cloned());
    library.places = places.places;
    let (moves, found) = moves::find(&library);
    library.moves = moves;
    diagnostics.extend(found);
    Ok(library)
}

/// Checks what leads where in a site.
pub fn check(library: &Library, diagnostics: &mut Diagnostics) {
    diagnostics.extend(links::check(library, &library.site_file));
    diagnostics.extend(titles::check(library));
    diagnostics.extend(lists::check(library, &library.site_file));
}

/// Files of the content folder, and who reads them.
struct Reader<'a> {
    options: &'a LoadOptions,
    sources: &'a Sources,
}

/// By language, the digest of the files beside a page that decide what it is: what is left out
/// here isn't seen to change.
fn deciding(
    site: &Site,
    site_file: &SourceFile,
    glossaries: &ByLanguage<Arc<SourceFile>>,
    locks: &ByLanguage<LockFile>,
) -> ByLanguage<Digest> {
    let of = |tag: &LanguageTag| {
        let files = [
            glossaries.get(tag).map(|file| file.digest()),
            glossaries
                .get(&site.source_language)
                .map(|file| file.digest()),
            locks.get(tag).map(|lock| lock.file.digest()),
        ];
        let mut all = site_file.digest().bytes().to_vec();
        for file in files {
            all.push(u8::from(file.is_some()));
            all.extend(file.iter().flat_map(Digest::bytes));
        }
        Digest::of(&all)
    };
    let tags = site.languages.iter().map(|language| &language.tag);
    tags.map(|tag| (tag.clone(), of(tag))).collect()
}

/// Reads a file of the content folder; what can't be read is told.
fn read_file(
    reader: &Reader<'_>,
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<SourceFile>> {
    let path = reader.options.content.join(name);
    match reader.sources.text(&path, &path.display().to_string()) {
        Ok(file) => Some(file),
        Err(diagnostic) => {
            diagnostics.add(diagnostic);
            None
        }
    }
}

/// As [`read_file`], for a file that needn't be there.
fn read_optional(
    reader: &Reader<'_>,
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<SourceFile>> {
    let there = reader.options.content.join(name).exists();
    if there {
        read_file(reader, name, diagnostics)
    } else {
        None
    }
}

type ByLanguage<T> = BTreeMap<LanguageTag, T>;

fn read_glossaries(
    reader: &Reader<'_>,
    site: &Site,
    diagnostics: &mut Diagnostics,
) -> (ByLanguage<Glossary>, ByLanguage<Arc<SourceFile>>) {
    let (mut glossaries, mut files) = (BTreeMap::new(), BTreeMap::new());
    for language in &site.languages {
        let name = format!("{}/{}", language.tag, reading::GLOSSARY);
        if let Some(file) = read_optional(reader, &name, diagnostics) {
            let (glossary, found) = glossary::read(&file);
            diagnostics.extend(found);
            glossaries.insert(language.tag.clone(), glossary);
            files.insert(language.tag.clone(), file);
        }
    }
    (glossaries, files)
}

/// Languages of whose terms nobody can say that one doesn't exist: the file can't be read whole.
fn broken_glossaries(
    options: &LoadOptions,
    site: &Site,
    diagnostics: &Diagnostics,
) -> BTreeSet<LanguageTag> {
    let broken = [Code::UnreadableFile, Code::NotUtf8, Code::TomlSyntax];
    let all = diagnostics.sorted();
    let names: BTreeSet<&str> = all
        .iter()
        .filter(|told| broken.contains(&told.code))
        .filter_map(|told| Some(told.file.as_ref()?.name()))
        .collect();
    let is_broken = |tag: &LanguageTag| {
        let name = format!("{tag}/{}", reading::GLOSSARY);
        names.contains(options.content.join(name).display().to_string().as_str())
    };
    let tags = site.languages.iter().map(|language| &language.tag);
    // Languages without a glossary take the source's.
    let source = is_broken(&site.source_language);
    tags.filter(|tag| source || is_broken(tag))
        .cloned()
        .collect()
}

fn compare_glossaries(
    site: &Site,
    glossaries: &ByLanguage<Glossary>,
    files: &ByLanguage<Arc<SourceFile>>,
    diagnostics: &mut Diagnostics,
) {
    let one = |tag: &LanguageTag| Some((files.get(tag)?, glossaries.get(tag)?));
    let Some(source) = one(&site.source_language) else {
        return;
    };
    for language in site
        .languages
        .iter()
        .filter(|language| language.tag != site.source_language)
    {
        if let Some(other) = one(&language.tag) {
            diagnostics.extend(glossary::compare(source, other));
        }
    }
}

fn read_locks(
    reader: &Reader<'_>,
    site: &Site,
    diagnostics: &mut Diagnostics,
) -> ByLanguage<LockFile> {
    let mut locks = BTreeMap::new();
    for language in &site.languages {
        let name = format!("{}/{}", language.tag, lock::FILE_NAME);
        if let Some(file) = read_optional(reader, &name, diagnostics) {
            let (lock, found) = lock::read(&file);
            diagnostics.extend(found);
            locks.insert(language.tag.clone(), lock);
        }
    }
    locks
}

fn read_references(
    reader: &Reader<'_>,
    library: &Library,
    diagnostics: &mut Diagnostics,
) -> Vec<ReferenceList> {
    let mut lists = Vec::new();
    for setting in &library.site.references {
        let Some(file) = read_file(reader, &setting.file, diagnostics) else {
            continue;
        };
        let (list, found) = references::read(&setting.name, &file);
        diagnostics.extend(found);
        let is_source = |page: &Page| page.lang == library.site.source_language;
        let found = references::check(setting, &list, &file, library.pages(), is_source);
        // What a page that can't be read names is unknown.
        let some_unread = library.unread.any_of(&library.site.source_language);
        let known = |d: &Diagnostic| !some_unread || d.code != Code::UncoveredReference;
        diagnostics.extend(found.into_iter().filter(known));
        lists.push(list);
    }
    lists
}

fn read_places(
    reader: &Reader<'_>,
    site: &Site,
    diagnostics: &mut Diagnostics,
) -> (Places, Option<Arc<SourceFile>>) {
    let Some(file) = read_optional(reader, "places.toml", diagnostics) else {
        return (Places::default(), None);
    };
    let tags: Vec<&LanguageTag> = site
        .languages
        .iter()
        .map(|language| &language.tag)
        .collect();
    let (places, found) = places::read(
        &file,
        &tags,
        &reader.options.desks,
        reader.options.allow_demo,
    );
    diagnostics.extend(found);
    (places, Some(file))
}
