//! A page for each folder that has none: it lists what the folder holds.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::glossary::Glossary;
use super::page::Page;
use super::reading::read_page;
use super::unread::Unread;
use crate::config::Site;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageTag;
use crate::markdown::{Base, Context};
use crate::source::SourceFile;
use crate::url::PagePath;

type Pages = BTreeMap<(LanguageTag, PagePath), Page>;

/// Adds the missing pages of folders. A translation needs none where the source has one: readers
/// get the source's, labelled.
pub fn add(pages: &mut Pages, site: &Site, content: &Path, unread: &Unread) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let source = &site.source_language;
    let written: BTreeSet<PagePath> = pages
        .keys()
        .filter(|(lang, path)| lang == source && path.is_index())
        .map(|(_, path)| path.clone())
        .collect();
    for language in &site.languages {
        for index in missing(pages, &language.tag) {
            let has_source = language.tag != *source && written.contains(&index);
            // It may be one of those that can't be read.
            if has_source
                || unread.has_page(&language.tag, &index)
                || unread.has_page(source, &index)
            {
                continue;
            }
            let folder = content.join(language.tag.as_str()).join(index.folder());
            found.push(
                Diagnostic::new(Code::MissingIndex, format!("{} has no index.md", folder.display()))
                    .help("A plain list of its pages is shown. Write index.md to say what they are about."),
            );
            let page = generate(pages, site, &language.tag, &index);
            pages.insert((language.tag.clone(), index), page);
        }
    }
    found
}

/// The folders' pages that a language lacks, the deepest first: those above list them.
fn missing(pages: &Pages, lang: &LanguageTag) -> Vec<PagePath> {
    let mut indexes = BTreeSet::new();
    for (_, path) in pages.keys().filter(|(of, _)| of == lang) {
        let mut at = path.clone();
        while let Some(parent) = at.parent() {
            at = parent;
            indexes.insert(at.clone());
        }
    }
    let mut missing: Vec<_> = indexes
        .into_iter()
        .filter(|path| !pages.contains_key(&(lang.clone(), path.clone())))
        .collect();
    missing.sort_by_key(|path| {
        (
            std::cmp::Reverse(path.as_str().matches('/').count()),
            path.clone(),
        )
    });
    missing
}

fn generate(pages: &Pages, site: &Site, lang: &LanguageTag, index: &PagePath) -> Page {
    let mut children: Vec<&Page> = pages
        .iter()
        .filter(|((of, path), _)| of == lang && path.parent().as_ref() == Some(index))
        .map(|(_, page)| page)
        .collect();
    children.sort_by_key(|page| (page.front.order.unwrap_or(i64::MAX), page.path.clone()));
    let folder = index.folder();
    let title = match folder.rsplit('/').next() {
        Some("") | None => site.title.get_or(lang, &site.source_language).to_owned(),
        Some(name) => words(name),
    };
    let mut text = String::from("+++\n");
    // Writing into a string doesn't fail.
    let _ = writeln!(text, "title = {}\n+++\n", toml::Value::String(title));
    let below = if folder.is_empty() {
        0
    } else {
        folder.len() + 1
    };
    for child in children {
        let _ = writeln!(
            text,
            "- [{}](<{}.md>)\n  {}",
            plain(child.front.menu_title()),
            &child.path.as_str()[below..],
            plain(&child.front.description)
        );
    }
    let name = format!("{lang}/{index}.md (generated)");
    let languages: Vec<LanguageTag> = site.languages.iter().map(|l| l.tag.clone()).collect();
    let base = Base {
        lang,
        page: index,
        languages: &languages,
    };
    let none = Glossary::default();
    // Made of what has been read: it can't be wrong in itself.
    let (page, _) = read_page(
        SourceFile::new(name, text),
        &[],
        Context {
            base,
            glossary: &none,
        },
    );
    Page {
        generated: true,
        ..page
    }
}

/// A folder's name as words: `field-work` → `Field work`.
fn words(name: &str) -> String {
    let mut words = name.replace(['-', '_'], " ");
    if let Some(first) = words.chars().next() {
        words.replace_range(
            ..first.len_utf8(),
            &first.to_uppercase().collect::<String>(),
        );
    }
    words
}

/// Text that means itself in Markdown.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            plain.push('\\');
        }
        plain.push(if c.is_control() { ' ' } else { c });
    }
    plain
}
