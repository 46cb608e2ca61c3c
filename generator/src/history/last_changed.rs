//! Since when the pages say what they say, as far as git knows.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

use super::{History, Version, VersionReader, day};
use crate::content::Page;
use crate::content::front_matter::{fences, lines_of_keys};

/// The keys of front matter that readers see as text. A change of any other is none of the text.
const VISIBLE: [&str; 3] = ["title", "nav_title", "description"];

/// Since when the pages of a content folder say what they say, from one walk through its history.
/// Kept from one build of a preview to the next: git is asked again only if its HEAD is another.
#[derive(Debug, Default)]
pub struct LastChanges {
    head: Option<String>,
    files: BTreeMap<String, Known>,
}

/// What is known of a file as HEAD has it.
#[derive(Debug)]
struct Known {
    /// The object's name.
    blob: String,
    /// None if it lies before a shallow clone begins.
    since: Option<Date>,
}

impl LastChanges {
    /// Brings the days up to date.
    pub fn update(&mut self, content: &Path) {
        let history = History::open(content);
        let head = history.as_ref().map(|history| history.head().to_owned());
        if head.is_some() && self.head == head {
            return;
        }
        self.files = history.map(|history| walk(&history)).unwrap_or_default();
        self.head = head;
    }

    /// The day since which a page's title, description and text are what they are; none for what
    /// isn't committed as it stands, or was before a shallow clone begins.
    #[must_use]
    pub fn get(&self, page: &Page) -> Option<Date> {
        let known = self.committed(page)?;
        known.since
    }

    /// True if git has the page, and only a whole clone would know its day.
    #[must_use]
    pub fn is_cut(&self, page: &Page) -> bool {
        self.committed(page)
            .is_some_and(|known| known.since.is_none())
    }

    fn committed(&self, page: &Page) -> Option<&Known> {
        if page.generated {
            return None;
        }
        let known = self.files.get(&format!("{}/{}.md", page.lang, page.path))?;
        is_named(page.source.text(), &known.blob).then_some(known)
    }
}

/// True if git calls this text so. It may have other ends of lines here than in git.
fn is_named(text: &str, name: &str) -> bool {
    let is = |text: &str| {
        let head = format!("blob {}\0", text.len());
        match name.len() {
            40 => spells(
                name,
                &Sha1::new().chain_update(head).chain_update(text).finalize(),
            ),
            _ => spells(
                name,
                &Sha256::new()
                    .chain_update(head)
                    .chain_update(text)
                    .finalize(),
            ),
        }
    };
    is(text) || (text.contains("\r\n") && is(&text.replace("\r\n", "\n")))
}

/// True if `hex` is these bytes in hexadecimal digits.
fn spells(hex: &str, bytes: &[u8]) -> bool {
    let digits = |at: usize| u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok();
    hex.len() == 2 * bytes.len() && (0..bytes.len()).all(|at| digits(at) == Some(bytes[at]))
}

fn walk(history: &History) -> BTreeMap<String, Known> {
    let mut texts = Texts {
        history,
        reader: None,
    };
    let mut files = BTreeMap::new();
    for (name, versions) in history.all_versions() {
        if Path::new(&name).extension().is_none_or(|kind| kind != "md") {
            continue;
        }
        let Some(first) = versions.first() else {
            continue;
        };
        let since = oldest_alike(first, &versions[1..], &mut texts);
        let known = Known {
            blob: first.blob.clone(),
            since: (!since.cut).then(|| day(since.time)).flatten(),
        };
        files.insert(name, known);
    }
    files
}

/// Reads versions, and asks git for nothing until the first is wanted.
struct Texts<'h> {
    history: &'h History,
    reader: Option<VersionReader>,
}

impl Texts<'_> {
    fn visible(&mut self, version: &Version) -> Option<String> {
        if self.reader.is_none() {
            self.reader = self.history.reader();
        }
        let text = self.reader.as_mut()?.text(version)?;
        Some(visible(&text))
    }
}

/// The oldest of the versions before the first that reads as it does, with none in between that
/// reads otherwise. Texts are looked up only where the objects differ, so most files cost nothing.
fn oldest_alike<'v>(
    first: &'v Version,
    before: &'v [Version],
    texts: &mut Texts<'_>,
) -> &'v Version {
    let mut since = first;
    let mut now: Option<String> = None;
    for version in before {
        if version.blob != first.blob {
            now = now.or_else(|| texts.visible(first));
            if now.is_none() || texts.visible(version) != now {
                break;
            }
        }
        since = version;
    }
    since
}

/// What readers get of a page: its text, and the keys that are shown as they stand.
fn visible(text: &str) -> String {
    let (Ok((_, body)), Some(keys)) = (fences(text), lines_of_keys(text)) else {
        return text.to_owned();
    };
    let mut seen = String::with_capacity(text.len());
    for (_, lines) in keys
        .iter()
        .filter(|(key, _)| VISIBLE.contains(&key.as_str()))
    {
        seen.push_str(&text[lines.clone()]);
    }
    seen.push_str(&text[body..]);
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn git_names_a_text_by_its_bytes() {
        // `printf 'hello\n' | git hash-object --stdin`
        let name = "ce013625030ba8dba906f756967f9e9ca394464a";
        assert!(is_named("hello\n", name));
        assert!(is_named("hello\r\n", name));
        assert!(!is_named("hello", name));
    }

    #[test]
    fn keys_for_editors_are_no_text() {
        let page = "+++\ntitle = \"T\"\norder = 1\n+++\nText\n";
        let other = "+++\ntitle = \"T\"\naudiences = [\n  \"a\",\n]\n+++\nText\n";
        assert_eq!(visible(page), visible(other));
        assert_ne!(visible(page), visible(&page.replace("\"T\"", "\"U\"")));
        assert_ne!(visible(page), visible(&page.replace("Text", "Other")));
    }
}
