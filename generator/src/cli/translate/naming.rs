//! What a person means by the page of a command line.

use super::Work;
use crate::cli::{Exit, fail};
use crate::content::{GLOSSARY, Library, Page};
use crate::language::LanguageTag;
use crate::suggestion::{did_you_mean, first_few};
use crate::url::PagePath;
use std::path::Path;

/// What is meant.
pub(super) enum Meant<'l> {
    /// A page of the source.
    Page(&'l Page),
    /// The glossary's terms, which stand on no page.
    Terms,
}

impl<'l> Work<'l> {
    pub(super) fn find(&self, name: &str) -> Result<Meant<'l>, Exit> {
        if name == GLOSSARY {
            return Ok(self.glossary_page().map_or(Meant::Terms, Meant::Page));
        }
        let path = PagePath::new(name);
        let page = path.and_then(|path| self.pages().find(|page| page.path == path));
        if let Some(page) = page {
            return Ok(Meant::Page(page));
        }
        // `guidelines` for `guidelines/index`.
        let index = PagePath::new(&format!("{name}/index"));
        if let Some(page) = index.and_then(|path| self.pages().find(|page| page.path == path)) {
            return Ok(Meant::Page(page));
        }
        let paths = || self.pages().map(|page| page.path.as_str());
        let last = name.rsplit('/').next().unwrap_or(name);
        let same_name: Vec<&str> = paths()
            .filter(|path| path.rsplit('/').next() == Some(last))
            .collect();
        let help = if same_name.is_empty() {
            did_you_mean(name, paths(), || format!("pages: {}", first_few(paths())))
        } else {
            format!("Did you mean {}?", first_few(same_name))
        };
        let source = self.source();
        fail(&format!("`{source}` has no page {name}"), Some(&help));
        Err(Exit::Usage)
    }
}

/// The page that a person means: `guidelines/index`, `guidelines/index.md`,
/// `content/fr/guidelines/index.md`. The language is that of the path, if it names one.
pub(super) fn page_named(
    library: &Library,
    content: &Path,
    text: &str,
) -> (Option<LanguageTag>, String) {
    let text = text.replace('\\', "/");
    let text = text.strip_prefix("./").unwrap_or(&text);
    let folder = content.to_string_lossy().replace('\\', "/");
    let folder = folder.trim_start_matches("./").trim_end_matches('/');
    let below = text
        .strip_prefix(folder)
        .and_then(|rest| rest.strip_prefix('/'));
    let text = below.unwrap_or(text);
    let language = text.split_once('/').and_then(|(first, rest)| {
        let known = library
            .languages()
            .iter()
            .find(|l| l.tag.as_str() == first)?;
        // A page's own folder may be called like a language.
        let page = PagePath::new(text.strip_suffix(".md").unwrap_or(text));
        let source = &library.site().source_language;
        let own = page.is_some_and(|page| library.page(source, &page).is_some());
        (!own).then(|| (known.tag.clone(), rest))
    });
    let (tag, rest) = match language {
        Some((tag, rest)) => (Some(tag), rest),
        None => (None, text),
    };
    let rest = rest.strip_suffix(".md").unwrap_or(rest);
    let rest = match rest.strip_suffix('/') {
        Some(folder) => format!("{folder}/index"),
        None => rest.to_owned(),
    };
    (tag, rest)
}
