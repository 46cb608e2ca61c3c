//! What is there and can't be read: nothing may be said about what isn't in it.

use std::collections::BTreeSet;
use std::path::Path;

use crate::language::LanguageTag;
use crate::url::PagePath;

/// Files and folders by their path from the content folder.
#[derive(Debug, Clone, Default)]
pub struct Unread(BTreeSet<String>);

impl Unread {
    /// Notes a file or folder.
    pub fn add(&mut self, content: &Path, path: &Path) {
        let relative = path.strip_prefix(content).unwrap_or(path);
        let names: Option<Vec<&str>> = relative.iter().map(|name| name.to_str()).collect();
        self.0.extend(names.map(|names| names.join("/")));
    }

    /// Notes a page.
    pub fn page(&mut self, lang: &LanguageTag, path: &PagePath) {
        self.0.insert(format!("{lang}/{path}.md"));
    }

    /// True if this file, or a folder around it, can't be read.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let ends = path.match_indices('/').map(|(at, _)| at);
        let mut all = ends.chain([path.len()]);
        all.any(|end| self.0.contains(&path[..end]))
    }

    /// True if this page can't be read.
    #[must_use]
    pub fn has_page(&self, lang: &LanguageTag, path: &PagePath) -> bool {
        !self.0.is_empty() && self.has(&format!("{lang}/{path}.md"))
    }

    /// True if some file of this language can't be read.
    #[must_use]
    pub fn any_of(&self, lang: &LanguageTag) -> bool {
        let of = |path: &String| path.split('/').next() == Some(lang.as_str());
        self.0.iter().any(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stands_for_what_is_in_it() {
        let mut unread = Unread::default();
        let root = Path::new("/site");
        unread.add(root, &root.join("en/training"));
        unread.add(root, &root.join("en/urgent.md"));
        let lang = LanguageTag::parse("en").unwrap();
        let has = |path| unread.has_page(&lang, &PagePath::new(path).unwrap());
        assert!(has("training/a/b") && has("urgent"));
        assert!(!has("trainings") && !has("urgent/x") && !has("index"));
        assert!(unread.any_of(&lang));
    }
}
