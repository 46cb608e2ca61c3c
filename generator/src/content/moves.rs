//! Pages that were elsewhere before: `redirect_from`.

use std::collections::BTreeMap;

use super::library::Library;
use super::page::Page;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageTag;
use crate::url::PagePath;

/// Old addresses of a site: language and old path, and the path of the page that has moved.
pub type Moves = BTreeMap<(LanguageTag, PagePath), PagePath>;

/// The old addresses of all pages. What the source's page says holds in every language; what a
/// translation says, in its own.
pub(super) fn find(library: &Library) -> (Moves, Vec<Diagnostic>) {
    let source = &library.site().source_language;
    let (mut moves, mut found) = (Moves::new(), Vec::new());
    for page in library.pages() {
        let mut own = Vec::new();
        for (text, span) in &page.front.editorial.redirect_from {
            let mut tell = |code, message: String, help: &str| {
                let told = Diagnostic::new(code, message).at(&page.source, span.clone());
                found.push(told.help(help));
            };
            let Some(old) = old_path(text, &page.lang) else {
                tell(
                    Code::InvalidValue,
                    format!("“{text}” isn't the path of a page"),
                    "Write where the page was, without language: \"old/path\"",
                );
                continue;
            };
            let languages: Vec<&LanguageTag> = if page.lang == *source {
                library
                    .languages()
                    .iter()
                    .map(|language| &language.tag)
                    .collect()
            } else {
                vec![&page.lang]
            };
            if old == page.path {
                tell(
                    Code::RedirectClash,
                    "this page is still there: the way would lead back to itself".to_owned(),
                    "Name the place where the page was before.",
                );
            } else if own.contains(&old) {
                tell(
                    Code::RedirectClash,
                    format!("{old} stands here twice"),
                    "Once is enough.",
                );
            } else if library.is_generated(&old)
                || languages
                    .iter()
                    .any(|tag| library.page_or_source(tag, &old).is_some())
            {
                tell(
                    Code::RedirectClash,
                    format!("{old} is a page: nobody who asks for it could be led here"),
                    "Remove it here, or move the page that has this path now.",
                );
            } else {
                for tag in languages {
                    let key = (tag.clone(), old.clone());
                    match moves.get(&key) {
                        Some(other) if *other != page.path => {
                            tell(
                                Code::RedirectClash,
                                format!("{other} says too that it was at {old}"),
                                "An old address leads to one page: remove it from the other.",
                            );
                            break;
                        }
                        _ => moves.insert(key, page.path.clone()),
                    };
                }
                own.push(old);
            }
        }
    }
    (moves, found)
}

/// The path that is meant: `old/path`, `old/path.md`, `/en/old/path.html`, `old/` for a folder.
fn old_path(text: &str, lang: &LanguageTag) -> Option<PagePath> {
    let path = text.strip_prefix('/').unwrap_or(text);
    let of_language = path
        .split_once('/')
        .filter(|(first, _)| *first == lang.as_str());
    let path = of_language.map_or(path, |(_, rest)| rest);
    let ending = [".md", ".html"].into_iter();
    let path = ending.fold(path, |path, ending| {
        path.strip_suffix(ending).unwrap_or(path)
    });
    match path.strip_suffix('/') {
        Some(folder) => Some(PagePath::index_of(PagePath::new(folder)?.as_str())),
        None => PagePath::new(path),
    }
    .filter(|path| {
        !path
            .as_str()
            .contains(['"', '<', '>', '?', '*', '|', ':', '#', '%'])
    })
}

impl Library {
    /// Where pages were before.
    #[must_use]
    pub fn moves(&self) -> &Moves {
        &self.moves
    }

    /// The page that was at this path before.
    #[must_use]
    pub fn moved(&self, lang: &LanguageTag, old: &PagePath) -> Option<&Page> {
        let path = self.moves.get(&(lang.clone(), old.clone()))?;
        self.page_or_source(lang, path).map(AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_path_may_be_written_as_it_was_seen() {
        let lang = LanguageTag::parse("en").unwrap();
        for (text, path) in [
            ("old/path", Some("old/path")),
            ("old/path.md", Some("old/path")),
            ("/en/old/path.html", Some("old/path")),
            ("old/", Some("old/index")),
            ("en", Some("en")),
            ("/", None),
            ("../x", None),
            ("https://a.example/x", None),
            ("x?y", None),
        ] {
            let found = old_path(text, &lang);
            assert_eq!(found.as_ref().map(PagePath::as_str), path, "{text}");
        }
    }
}
