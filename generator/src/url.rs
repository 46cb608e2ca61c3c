//! Addresses: of pages without a language, of written files, and from one to another.

use std::fmt;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::language::LanguageTag;

/// A page, whatever its language: `guidelines/five-duties`, `guidelines/index`, `index`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PagePath(Arc<str>);

impl PagePath {
    /// A path of names between single slashes, without `.md`; `None` for anything else.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        let good = !path.is_empty()
            && path.split('/').all(|name| {
                !matches!(name, "" | "." | "..")
                    && !name.contains(['\\', '\0'])
                    && !name.contains(char::is_control)
            });
        good.then(|| Self(Arc::from(path)))
    }

    /// The home page.
    #[must_use]
    pub fn home() -> Self {
        Self(Arc::from("index"))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last name: `five-duties`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The folder: `guidelines`, or nothing at the top.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// True for the page of a folder.
    #[must_use]
    pub fn is_index(&self) -> bool {
        self.name() == "index"
    }

    /// The page of a folder; `""` is the top.
    #[must_use]
    pub fn index_of(folder: &str) -> Self {
        if folder.is_empty() {
            Self::home()
        } else {
            Self(Arc::from(format!("{folder}/index")))
        }
    }

    /// The page above this one: its folder's, or for a folder's page the folder above's.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        if *self.0 == *"index" {
            return None;
        }
        let folder = self.folder();
        let above = if self.is_index() {
            folder.rsplit_once('/').map_or("", |(above, _)| above)
        } else {
            folder
        };
        Some(Self::index_of(above))
    }

    /// Where it is written in a language.
    #[must_use]
    pub fn output(&self, language: &LanguageTag) -> OutputPath {
        OutputPath(Arc::from(format!("{language}/{}.html", self.0)))
    }
}

impl fmt::Display for PagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for PagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of the output, from its root: `fr/guidelines/five-duties.html`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// A path of names between single slashes, without `.` and `..`; not percent-encoded.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        PagePath::new(path).map(|path| Self(path.0))
    }

    /// The path as text, not percent-encoded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The way from the file `from` to this one, percent-encoded. It names a file, even if both are
    /// the same, so that it works from `file://` too.
    #[must_use]
    pub fn relative_to(&self, from: &OutputPath) -> String {
        let mut here: Vec<&str> = from.0.split('/').collect();
        here.pop();
        let there: Vec<&str> = self.0.split('/').collect();
        let shared = here
            .iter()
            .zip(&there[..there.len() - 1])
            .take_while(|(a, b)| a == b)
            .count();
        let mut way = "../".repeat(here.len() - shared);
        let rest = there[shared..].join("/");
        // A first name with a colon would be read as a scheme.
        if way.is_empty() && there[shared].contains(':') {
            way.push_str("./");
        }
        way.push_str(&encode_path(&rest));
        way
    }

    /// The prefix that leads from this file to the root: `../`, `../../`, or nothing.
    #[must_use]
    pub fn root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The path of an address: `/guidance/` of `https://host.example/guidance/`, else `/`.
#[must_use]
pub fn base_path(base_url: &str) -> String {
    let path = base_url
        .split_once("://")
        .and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    match path {
        Some(path) if path.ends_with('/') => path.to_owned(),
        Some(path) => format!("{path}/"),
        None => "/".to_owned(),
    }
}

/// Percent-encodes a path: unreserved characters, sub-delimiters, `:`, `@` and `/` stay (RFC 3986, 3.3).
#[must_use]
pub fn encode_path(path: &str) -> String {
    encode(path, b"-._~!$&'()*+,;=:@/")
}

/// Percent-encodes a fragment: as a path, and `?` stays (RFC 3986, 3.5).
#[must_use]
pub fn encode_fragment(fragment: &str) -> String {
    encode(fragment, b"-._~!$&'()*+,;=:@/?")
}

fn encode(text: &str, kept: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a string doesn't fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Undoes percent-encoding; `None` if what comes out isn't UTF-8.
#[must_use]
pub fn decode(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        // `from_str_radix` alone would take a sign.
        let pair = text
            .get(at + 1..at + 3)
            .filter(|pair| bytes[at] == b'%' && pair.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if let Some(byte) = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            out.push(byte);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).ok()
}

/// Follows a relative path from a folder; `None` if it leads out of the root.
#[must_use]
pub fn join(folder: &str, relative: &str) -> Option<String> {
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in relative.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out(path: &str) -> OutputPath {
        OutputPath::new(path).unwrap()
    }

    #[test]
    fn ways_between_files() {
        for (from, to, way) in [
            ("en/index.html", "en/index.html", "index.html"),
            ("en/index.html", "en/a/index.html", "a/index.html"),
            ("en/a/b.html", "en/a/index.html", "index.html"),
            ("en/a/b.html", "fr/a/b.html", "../../fr/a/b.html"),
            ("en/a/b.html", "en/c/d/e.html", "../c/d/e.html"),
            ("index.html", "en/index.html", "en/index.html"),
            ("en/a/b.html", "en/a", "../a"),
            (
                "en/x.html",
                "en/caf\u{e9} #1?.html",
                "caf%C3%A9%20%231%3F.html",
            ),
            ("en/x.html", "en/a:b.html", "./a:b.html"),
        ] {
            assert_eq!(out(to).relative_to(&out(from)), way, "{from} -> {to}");
        }
    }

    #[test]
    fn pages_know_their_parents() {
        let page = |path| PagePath::new(path).unwrap();
        assert_eq!(page("a/b/c").parent(), Some(page("a/b/index")));
        assert_eq!(page("a/b/index").parent(), Some(page("a/index")));
        assert_eq!(page("a/index").parent(), Some(page("index")));
        assert_eq!(page("a").parent(), Some(page("index")));
        assert_eq!(page("index").parent(), None);
        assert_eq!(PagePath::new("a//b"), None);
        assert_eq!(PagePath::new("../b"), None);
        let language = LanguageTag::parse("fr").unwrap();
        assert_eq!(page("a/b").output(&language), out("fr/a/b.html"));
        assert_eq!(out("fr/a/b.html").root(), "../../");
    }

    #[test]
    fn decoding_undoes_encoding() {
        for text in ["caf\u{e9}", "100%", "a%zz", "\u{202e}x", "a b/c?d#e"] {
            assert_eq!(decode(&encode_path(text)).as_deref(), Some(text));
        }
        assert_eq!(decode("%+1%"), Some("%+1%".into()));
        assert_eq!(decode("%ff"), None);
    }

    #[test]
    fn paths_stay_inside() {
        assert_eq!(join("a/b", "../c.md").as_deref(), Some("a/c.md"));
        assert_eq!(join("a", "./d/../c.md").as_deref(), Some("a/c.md"));
        assert_eq!(join("a", "../../c.md"), None);
    }
}
