//! Finding the files of a site, and reading its pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::front_matter;
use super::glossary::Glossary;
use super::kept::Kept;
use super::library::Asset;
use super::lists::GENERATED;
use super::page::Page;
use super::unread::Unread;
use crate::config::Site;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageTag;
use crate::markdown::{self, Base, Context};
use crate::source::{Digest, SourceFile};
use crate::translation::{TranslationState, lock};
use crate::url::PagePath;

/// The name of a language's glossary file.
pub const GLOSSARY: &str = "glossary.toml";

/// The files of a site.
#[derive(Debug, Default)]
pub struct Files {
    /// Pages: language, path, where the file lies.
    pub pages: Vec<(LanguageTag, PagePath, PathBuf)>,
    /// Everything else in the folders of languages, and in other folders.
    pub assets: BTreeMap<String, Asset>,
    /// What is there and can't be read.
    pub unread: Unread,
    /// What is wrong with them.
    pub diagnostics: Vec<Diagnostic>,
}

/// Finds all files below the content folder, in the order of their names.
#[must_use]
pub fn find(content: &Path, site: &Site) -> Files {
    let mut files = Files::default();
    let walk = WalkDir::new(content)
        .follow_links(true)
        .min_depth(1)
        .sort_by_file_name();
    let visible = |name: &std::ffi::OsStr| !name.to_string_lossy().starts_with('.');
    for entry in walk
        .into_iter()
        .filter_entry(|entry| visible(entry.file_name()))
    {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.add(content, entry.path(), site),
            Ok(_) => {}
            Err(error) => {
                if let Some(path) = error.path() {
                    files.unread.add(content, path);
                }
                files.diagnostics.push(unreadable(&error));
            }
        }
    }
    files.undeclared(content, site);
    files
}

fn unreadable(error: &walkdir::Error) -> Diagnostic {
    let path = error
        .path()
        .map(|path| path.display().to_string())
        .unwrap_or_default();
    match error.loop_ancestor() {
        Some(above) => Diagnostic::new(
            Code::LinkLoop,
            format!(
                "{path} is a symbolic link that leads back to {}",
                above.display()
            ),
        )
        .help("Remove the link: its pages would repeat without end."),
        None => Diagnostic::new(Code::UnreadableFile, format!("{path} can't be read")).help(
            error
                .io_error()
                .map_or_else(|| error.to_string(), ToString::to_string),
        ),
    }
}

impl Files {
    fn add(&mut self, content: &Path, path: &Path, site: &Site) {
        let Ok(relative) = path.strip_prefix(content) else {
            return;
        };
        let names: Option<Vec<&str>> = relative.iter().map(|name| name.to_str()).collect();
        let Some(names) = names else {
            self.bad_name(path, "its name isn't UTF-8");
            return;
        };
        let language = site
            .languages
            .iter()
            .find(|language| language.tag.as_str() == names[0]);
        let below = &names[1..];
        let markdown = names.last().and_then(|name| name.strip_suffix(".md"));
        let Some(language) = language.filter(|_| !below.is_empty()) else {
            // At the top stand the site's own TOML files and texts for editors.
            if names.len() > 1 && markdown.is_none() {
                self.asset(path, &names);
            }
            return;
        };
        if below == [GLOSSARY] || below == [lock::FILE_NAME] {
            return;
        }
        if markdown.is_none() {
            self.asset(path, &names);
            return;
        }
        if let Some(why) = below.iter().find_map(|name| unfit(name)) {
            self.bad_name(path, &why);
            self.unread.add(content, path);
            return;
        }
        let joined = below.join("/");
        if let Some(page) = joined.strip_suffix(".md").and_then(PagePath::new) {
            self.pages
                .push((language.tag.clone(), page, path.to_owned()));
        }
    }

    fn asset(&mut self, path: &Path, names: &[&str]) {
        if let Some(why) = names.iter().find_map(|name| unfit(name)) {
            self.bad_name(path, &why);
            return;
        }
        let name = names.join("/");
        self.assets.insert(
            name.clone(),
            Asset {
                path: name,
                file: path.to_owned(),
            },
        );
    }

    fn bad_name(&mut self, path: &Path, why: &str) {
        // Invisible characters must not rearrange the message.
        let shown: String = path.display().to_string().chars().flat_map(show).collect();
        self.diagnostics.push(
            Diagnostic::new(Code::FileName, format!("{shown} can't be published: {why}"))
                .help("Rename it. Lower-case letters, digits and hyphens work everywhere."),
        );
    }

    /// Tells folders that look like a language and aren't declared.
    fn undeclared(&mut self, content: &Path, site: &Site) {
        let Ok(entries) = fs::read_dir(content) else {
            return;
        };
        let mut names: Vec<String> = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect();
        names.sort();
        for name in names {
            let declared = site
                .languages
                .iter()
                .any(|language| language.tag.as_str() == name);
            let index = content.join(&name).join("index.md");
            if declared || LanguageTag::parse(&name).is_err() || !index.is_file() {
                continue;
            }
            self.diagnostics.push(
                Diagnostic::new(
                    Code::UndeclaredLanguage,
                    format!(
                        "{} isn't built: site.toml has no language {name}",
                        content.join(&name).display()
                    ),
                )
                .help(format!(
                    "Add to site.toml:\n[languages.{name}]\nname = \"…\""
                )),
            );
        }
    }
}

/// Why a name can't be published. Sites are read from USB sticks too, whose file systems refuse
/// these characters.
fn unfit(name: &str) -> Option<String> {
    let bad = name
        .chars()
        .find(|c| c.is_control() || "\\\"<>|?*:".contains(*c) || is_invisible(*c))?;
    let shown: String = show(bad).collect();
    Some(format!("its name has the character {shown}"))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn show(c: char) -> Box<dyn Iterator<Item = char>> {
    if c.is_control() || is_invisible(c) {
        Box::new(
            format!("U+{:04X}", u32::from(c))
                .chars()
                .collect::<Vec<_>>()
                .into_iter(),
        )
    } else {
        Box::new(std::iter::once(c))
    }
}

/// Reads all pages. They have ids of their own, and no state yet. Of the languages in `unsure` the
/// glossary can't be read whole: terms that it lacks aren't told. `kept` comes with a digest of all
/// but a page's file that decides what is read from it, by language.
#[must_use]
pub fn read_pages(
    files: &mut Files,
    site: &Site,
    (glossaries, unsure): (&BTreeMap<LanguageTag, Glossary>, &BTreeSet<LanguageTag>),
    (kept, deciding): (&Kept, &BTreeMap<LanguageTag, Digest>),
) -> (Vec<Page>, Vec<Diagnostic>) {
    let languages: Vec<LanguageTag> = site.languages.iter().map(|l| l.tag.clone()).collect();
    let lists: Vec<&str> = site
        .references
        .iter()
        .map(|list| list.name.as_str())
        .collect();
    let none = Glossary::default();
    let read: Vec<(Option<Page>, Vec<Diagnostic>)> = files
        .pages
        .par_iter()
        .map(|(lang, path, file)| {
            let source = match kept.sources.text(file, &file.display().to_string()) {
                Ok(source) => source,
                Err(diagnostic) => return (None, vec![diagnostic]),
            };
            let base = Base {
                lang,
                page: path,
                languages: &languages,
            };
            // A language in which only some pages are translated need have no glossary of its own.
            let glossary = glossaries
                .get(lang)
                .or_else(|| glossaries.get(&site.source_language))
                .unwrap_or(&none);
            let context = deciding
                .get(lang)
                .copied()
                .unwrap_or_else(|| Digest::of(b""));
            let (page, mut diagnostics) = kept.page(file, source, context, |source| {
                read_page(source, &lists, Context { base, glossary })
            });
            if unsure.contains(lang) {
                diagnostics.retain(|told| told.code != Code::UnknownTerm);
            }
            (Some(page), diagnostics)
        })
        .collect();
    let mut all = Vec::with_capacity(read.len());
    let mut found = Vec::new();
    for ((lang, path, _), (page, diagnostics)) in files.pages.iter().zip(read) {
        if page.is_none() {
            files.unread.page(lang, path);
        }
        all.extend(page);
        found.extend(diagnostics);
    }
    (all, found)
}

/// Reads one page.
#[must_use]
pub fn read_page(
    source: Arc<SourceFile>,
    lists: &[&str],
    context: Context<'_>,
) -> (Page, Vec<Diagnostic>) {
    let split = front_matter::read(&source, lists);
    let mut diagnostics = split.diagnostics;
    let mut front = split.front;
    if front.title.is_empty() {
        // Reported already; menus still need a word.
        context.base.page.name().clone_into(&mut front.title);
    }
    if GENERATED.contains(&context.base.page.as_str()) {
        let message = format!(
            "the generator writes a page at {} itself",
            context.base.page
        );
        diagnostics.push(
            Diagnostic::new(Code::ReservedPath, message)
                .at(&source, 0..0)
                .help("Rename this file."),
        );
    }
    let (document, found) = markdown::parse(&source, split.body, context);
    diagnostics.extend(found);
    let page = Page {
        path: context.base.page.clone(),
        lang: context.base.lang.clone(),
        source,
        front,
        document: Arc::new(document),
        state: TranslationState::Source,
        generated: false,
    };
    (page, diagnostics)
}
