//! The theme: what the binary carries, with a site's own files laid over it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::language::LanguageTag;
use crate::render::manifest::{Joined, MANIFEST, join};
use crate::source::{Digest, SourceFile};
use crate::suggestion::did_you_mean;
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Scripts of the search and report protocols, and those that every page loads, which guard what
/// enters it and take a reader away: names that begin so are the binary's alone.
const PROTOCOL: [&str; 6] = [
    "@",
    "vendor/",
    "scripts/leave.js",
    "scripts/policy.js",
    "scripts/shell.js",
    "scripts/suggest.js",
];

/// Kinds of files that may lie in a theme for those who make it.
const ASIDE: [&str; 5] = [".md", ".txt", ".ts", ".json", ".sh"];

/// A file of the theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// What diagnostics call it.
    pub(super) name: String,
    bytes: Cow<'static, [u8]>,
}

impl ThemeFile {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// A theme, read and laid over: files by their path in it.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    files: BTreeMap<String, ThemeFile>,
    joined: Vec<Joined>,
    /// Files of the site's own that stand in for none of the binary's.
    added: Vec<String>,
    digest: Option<Digest>,
}

impl Theme {
    /// The theme in the binary, with the files under `overlay` in place of its own.
    ///
    /// Mistakes become diagnostics; the theme is made of what is good.
    pub fn load(overlay: Option<&Path>, diagnostics: &mut Diagnostics) -> Self {
        let mut files: BTreeMap<String, ThemeFile> = FILES
            .iter()
            .map(|&(path, bytes)| {
                let name = if path.starts_with('@') {
                    path.to_owned()
                } else {
                    format!("theme/{path}")
                };
                (
                    path.to_owned(),
                    ThemeFile {
                        name,
                        bytes: Cow::Borrowed(bytes),
                    },
                )
            })
            .collect();
        let embedded = files.get(MANIFEST).cloned();
        if let Some(folder) = overlay {
            lay_over(&mut files, folder, diagnostics);
        }
        let joined = join(&files, embedded.as_ref(), diagnostics);
        let digest = Some(digest(&files));
        let added = files
            .keys()
            .filter(|path| !FILES.iter().any(|(known, _)| known == path))
            .cloned()
            .collect();
        Self {
            files,
            joined,
            added,
            digest,
        }
    }

    /// Tells files of the site's own theme that nothing uses: most often a name with a typing
    /// mistake. `languages` are the site's.
    pub fn tell_unused<'a>(
        &self,
        languages: impl Iterator<Item = &'a LanguageTag>,
        diagnostics: &mut Diagnostics,
    ) {
        let words: Vec<String> = languages.map(|tag| format!("i18n/{tag}.ftl")).collect();
        for path in &self.added {
            let used = path.starts_with("assets/")
                || ASIDE.iter().any(|kind| path.ends_with(kind))
                || !path.contains('.')
                || words.contains(path)
                || self.names(path);
            let Some(file) = self.files.get(path).filter(|_| !used) else {
                continue;
            };
            let known = FILES.iter().map(|(known, _)| *known);
            let known = known.filter(|known| !is_protocol(known));
            let help = did_you_mean(path, known.chain(words.iter().map(String::as_str)), || {
                "A file takes the place of one with the same name, or is named in theme.toml or in a template; what pages link to lies in assets/. The names are listed in Waymark's theme/README.md.".to_owned()
            });
            diagnostics.add(
                Diagnostic::new(Code::ThemeFile, format!("nothing uses {}", file.name))
                    .at(&SourceFile::new(file.name.clone(), ""), 0..0)
                    .help(help),
            );
        }
    }

    /// True if `theme.toml` or a template names the file.
    fn names(&self, path: &str) -> bool {
        let quoted = |text: &str, name: &str| {
            text.contains(&format!("\"{name}\"")) || text.contains(&format!("'{name}'"))
        };
        let in_file = |file: &ThemeFile, name| {
            std::str::from_utf8(&file.bytes).is_ok_and(|text| quoted(text, name))
        };
        let template = path.strip_prefix("templates/");
        self.files
            .get(MANIFEST)
            .is_some_and(|file| in_file(file, path))
            || template.is_some_and(|name| {
                self.under("templates/")
                    .any(|(_, file)| in_file(file, name))
            })
    }

    /// The digest of everything in the theme.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest.unwrap_or_else(|| Digest::of(b""))
    }

    /// The files that pages load.
    #[must_use]
    pub fn joined(&self) -> &[Joined] {
        &self.joined
    }

    /// The files under `folder` (with a slash at its end), by their path in it.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a ThemeFile)> {
        self.files
            .range(folder.to_owned()..)
            .map_while(move |(path, file)| path.strip_prefix(folder).map(|path| (path, file)))
    }

    /// A text file as a source for diagnostics. One that isn't UTF-8 counts as missing; it was
    /// reported when the theme was read.
    #[must_use]
    pub fn source(&self, path: &str) -> Option<Arc<SourceFile>> {
        let file = self.files.get(path)?;
        let text = std::str::from_utf8(&file.bytes).ok()?;
        Some(SourceFile::new(file.name.clone(), text))
    }
}

fn is_protocol(path: &str) -> bool {
    PROTOCOL.iter().any(|prefix| path.starts_with(prefix))
}

/// Kinds that must be text, because they are parsed or joined.
fn is_text(path: &str) -> bool {
    [".html", ".ftl", ".toml", ".css", ".js"]
        .iter()
        .any(|kind| path.ends_with(kind))
}

fn lay_over(files: &mut BTreeMap<String, ThemeFile>, folder: &Path, diagnostics: &mut Diagnostics) {
    let hidden = |name: &std::ffi::OsStr| {
        name.to_str()
            .is_some_and(|name| name.starts_with('.') || name == "node_modules")
    };
    let walk = walkdir::WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
    for entry in walk {
        let entry = match entry {
            Ok(entry) if entry.file_type().is_file() => entry,
            Ok(_) => continue,
            Err(error) => {
                diagnostics.add(Diagnostic::new(
                    Code::UnreadableFile,
                    format!("theme: {error}"),
                ));
                continue;
            }
        };
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let name = entry.path().display().to_string();
        let Some(path) = below.to_str().map(|path| path.replace('\\', "/")) else {
            diagnostics.add(Diagnostic::new(
                Code::FileName,
                format!("{name} isn't UTF-8"),
            ));
            continue;
        };
        let bytes = if is_text(&path) {
            match SourceFile::read(entry.path(), &name) {
                Ok(source) => source.text().as_bytes().to_vec(),
                Err(diagnostic) => {
                    diagnostics.add(diagnostic);
                    continue;
                }
            }
        } else {
            match std::fs::read(entry.path()) {
                Ok(bytes) => bytes,
                Err(error) => {
                    let message = format!("{name} can't be read: {error}");
                    diagnostics.add(Diagnostic::new(Code::UnreadableFile, message));
                    continue;
                }
            }
        };
        if is_protocol(&path) {
            // The folder of the theme that was embedded, unchanged, is no attempt.
            if files.get(&path).is_some_and(|file| *file.bytes != *bytes) || path.starts_with('@') {
                diagnostics.add(
                    Diagnostic::new(Code::Theme, format!("{name} would replace a script that protects readers and reports"))
                        .at(&SourceFile::new(name, ""), 0..0)
                        .help("Remove it: a theme changes looks. (Changed it on purpose? It belongs to Waymark's own source, so rebuild the binary.)"),
                );
            }
            continue;
        }
        files.insert(
            path,
            ThemeFile {
                name,
                bytes: Cow::Owned(bytes),
            },
        );
    }
}

fn digest(files: &BTreeMap<String, ThemeFile>) -> Digest {
    let mut all = Sha256::new();
    for (path, file) in files {
        all.update((path.len() as u64).to_be_bytes());
        all.update(path);
        all.update((file.bytes.len() as u64).to_be_bytes());
        all.update(&file.bytes);
    }
    Digest::of(&all.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::manifest::JoinedKind;
    use std::fs;

    fn overlaid(files: &[(&str, &str)]) -> (Theme, Diagnostics) {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let mut diagnostics = Diagnostics::new();
        let theme = Theme::load(Some(folder.path()), &mut diagnostics);
        (theme, diagnostics)
    }

    #[test]
    fn the_embedded_theme_is_whole() {
        let mut diagnostics = Diagnostics::new();
        let theme = Theme::load(None, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics}");
        assert!(
            theme
                .under("templates/")
                .any(|(path, _)| path == "base.html")
        );
    }

    #[test]
    fn a_file_of_the_site_takes_the_place_of_the_themes() {
        let (theme, diagnostics) = overlaid(&[
            ("css/one.css", "a{}"),
            ("css/two.css", "b{}\n"),
            (
                "theme.toml",
                "[styles]\nbase = [\"css/two.css\", \"css/one.css\"]\n",
            ),
        ]);
        assert!(diagnostics.is_empty(), "{diagnostics}");
        let style = theme
            .joined()
            .iter()
            .find(|j| j.kind == JoinedKind::Style && j.name == "base")
            .unwrap();
        assert_eq!(style.bytes, b"b{}\na{}\n");
        assert_ne!(
            theme.digest(),
            Theme::load(None, &mut Diagnostics::new()).digest()
        );
    }

    #[test]
    fn protocol_scripts_are_not_replaced() {
        let (theme, diagnostics) = overlaid(&[
            ("vendor/age/age.js", "steal()"),
            ("@relay/send.js", "steal()"),
            ("scripts/policy.js", "steal()"),
            ("scripts/leave.js", "stay()"),
            (
                "theme.toml",
                "[scripts]\nlanguages = [\"scripts/mine.js\"]\n",
            ),
            ("scripts/mine.js", "steal()"),
        ]);
        assert_eq!(
            diagnostics.count(crate::Severity::Error),
            5,
            "{diagnostics}"
        );
        let joined = |bytes: &[u8]| theme.joined().iter().any(|joined| joined.bytes == bytes);
        assert!(!joined(b"steal()\n"));
        let replaced = theme
            .under("")
            .filter(|(path, _)| *path != "scripts/mine.js");
        assert!(
            replaced
                .map(|(_, file)| file.bytes())
                .all(|bytes| bytes != b"steal()")
        );
    }

    #[test]
    fn a_file_that_nothing_uses_is_told() {
        let (theme, mut diagnostics) = overlaid(&[
            ("css/token.css", "a{}"),
            ("css/mine.css", "a{}"),
            (
                "theme.toml",
                "[styles]\nlists = [\"css/lists.css\", \"css/mine.css\"]\n",
            ),
            ("templates/parts/crest.html", "x"),
            ("templates/parts/lost.html", "x"),
            (
                "templates/parts/skip.html",
                "{% include 'parts/crest.html' %}",
            ),
            ("i18n/eo.ftl", "a = b"),
            ("i18n/rf.ftl", "a = b"),
            ("assets/paper.png", "x"),
            ("README.md", "x"),
            ("icons/favicon.ico", "x"),
        ]);
        assert!(diagnostics.is_empty(), "{diagnostics}");
        let tags = ["eo", "fr"].map(|tag| LanguageTag::parse(tag).unwrap());
        theme.tell_unused(tags.iter(), &mut diagnostics);
        let told: Vec<_> = diagnostics
            .sorted()
            .iter()
            .map(|d| {
                let file = d.file.as_ref().unwrap().name();
                let name = file.rsplit('/').next().unwrap();
                format!("{} {name} {}", d.code, d.help.clone().unwrap_or_default())
            })
            .collect();
        let told: Vec<_> = told.iter().map(String::as_str).collect();
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(
            told.contains(&"theme-file token.css Did you mean “css/tokens.css”?"),
            "{told:?}"
        );
        assert!(
            told.contains(&"theme-file favicon.ico Did you mean “icons/favicon.svg”?"),
            "{told:?}"
        );
        assert!(
            told.iter()
                .any(|line| line.starts_with("theme-file rf.ftl Did you mean “i18n/")),
            "{told:?}"
        );
        assert!(
            told.iter()
                .any(|line| line.starts_with("theme-file lost.html")),
            "{told:?}"
        );
    }

    #[test]
    fn a_listed_file_that_is_missing_is_located() {
        let (_, diagnostics) = overlaid(&[(
            "theme.toml",
            "[scripts]\nmore = [\n  \"scripts/none.js\",\n]\n",
        )]);
        let all = diagnostics.sorted();
        assert_eq!(all.len(), 1, "{diagnostics}");
        assert_eq!(all[0].line_column(), Some((3, 3)));
    }
}
