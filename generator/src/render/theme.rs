//! The theme: what the binary carries, with a site's own files laid over it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::render::thin;
use crate::source::{Digest, SourceFile};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use toml::Spanned;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The file that says what is joined into what.
const MANIFEST: &str = "theme.toml";

/// Scripts of the search and report protocols: names that begin so are the binary's alone.
const PROTOCOL: [&str; 2] = ["@", "vendor/"];

/// A file of the theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// What diagnostics call it.
    name: String,
    bytes: Cow<'static, [u8]>,
}

impl ThemeFile {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// What a list of the manifest is joined into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JoinedKind {
    /// `[styles]`, to a `.css` file.
    Style,
    /// `[scripts]`, to a `.js` file.
    Script,
    /// `[icons]`, one file each.
    Icon,
}

/// One file that is made of the theme's.
#[derive(Debug, Clone)]
pub struct Joined {
    /// What it is.
    pub kind: JoinedKind,
    /// The name that the manifest gives it: `base`.
    pub name: String,
    /// The extension of the file.
    pub extension: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A theme, read and laid over: files by their path in it.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    files: BTreeMap<String, ThemeFile>,
    joined: Vec<Joined>,
    digest: Option<Digest>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    #[serde(default)]
    styles: BTreeMap<String, Vec<Spanned<String>>>,
    #[serde(default)]
    scripts: BTreeMap<String, Vec<Spanned<String>>>,
    #[serde(default)]
    icons: BTreeMap<String, Spanned<String>>,
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
        Self {
            files,
            joined,
            digest,
        }
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
                    Diagnostic::new(Code::Theme, format!("{name} would replace a script that keeps reports readable by their desk only"))
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

/// Reads the manifest, the site's over the binary's, and joins what it lists.
fn join(
    files: &BTreeMap<String, ThemeFile>,
    embedded: Option<&ThemeFile>,
    diagnostics: &mut Diagnostics,
) -> Vec<Joined> {
    let (base, base_source) = manifest(embedded, diagnostics);
    let (own, own_source) = manifest(files.get(MANIFEST), diagnostics);
    let mut joined = Vec::new();
    let guarded =
        |list: &[Spanned<String>]| list.iter().any(|part| part.get_ref().starts_with('@'));
    let lists = [
        (JoinedKind::Style, "css", &base.styles, &own.styles),
        (JoinedKind::Script, "js", &base.scripts, &own.scripts),
    ];
    for (kind, extension, base, own) in lists {
        let mut parts: BTreeMap<&String, (&Vec<Spanned<String>>, &Arc<SourceFile>)> = base
            .iter()
            .map(|(name, list)| (name, (list, &base_source)))
            .collect();
        for (name, list) in own {
            let kept = parts
                .get(name)
                .filter(|(kept, _)| guarded(kept))
                .map(|(kept, _)| *kept);
            match kept {
                Some(kept) if texts(kept) != texts(list) => diagnostics.add(
                    Diagnostic::new(
                        Code::Theme,
                        format!("the scripts of `{name}` can't be listed anew"),
                    )
                    .at(&own_source, list.first().map_or(0..0, Spanned::span))
                    .help("They carry search or reports. Remove this list from theme.toml."),
                ),
                _ => {
                    parts.insert(name, (list, &own_source));
                }
            }
        }
        for (name, (list, source)) in parts {
            let mut bytes = Vec::new();
            for part in list {
                if let Some(file) = listed(files, part, source, diagnostics) {
                    bytes.extend_from_slice(&thinned(kind, part.get_ref(), file.bytes()));
                    if !bytes.ends_with(b"\n") {
                        bytes.push(b'\n');
                    }
                }
            }
            joined.push(Joined {
                kind,
                name: name.clone(),
                extension: extension.into(),
                bytes,
            });
        }
    }
    let mut icons: BTreeMap<_, _> = base
        .icons
        .iter()
        .map(|(name, icon)| (name, (icon, &base_source)))
        .collect();
    icons.extend(
        own.icons
            .iter()
            .map(|(name, icon)| (name, (icon, &own_source))),
    );
    for (name, (icon, source)) in icons {
        if let Some(file) = listed(files, icon, source, diagnostics) {
            let extension = icon
                .get_ref()
                .rsplit_once('.')
                .map_or("svg", |(_, kind)| kind);
            joined.push(Joined {
                kind: JoinedKind::Icon,
                name: name.clone(),
                extension: extension.into(),
                bytes: file.bytes().to_vec(),
            });
        }
    }
    joined
}

/// What pages load of a part: comments stay at home, packed code is left as it is.
fn thinned<'a>(kind: JoinedKind, name: &str, bytes: &'a [u8]) -> Cow<'a, [u8]> {
    let text = std::str::from_utf8(bytes).ok();
    match (kind, text) {
        (JoinedKind::Style, Some(text)) => Cow::Owned(thin::style(text).into_bytes()),
        (JoinedKind::Script, Some(text)) if !name.starts_with("@vendor/") => {
            Cow::Owned(thin::script(text).into_bytes())
        }
        _ => Cow::Borrowed(bytes),
    }
}

fn texts(list: &[Spanned<String>]) -> Vec<&str> {
    list.iter().map(|part| part.get_ref().as_str()).collect()
}

/// The file that the manifest names: `@vendor/x` is the binary's `vendor/x`.
fn listed<'a>(
    files: &'a BTreeMap<String, ThemeFile>,
    part: &Spanned<String>,
    source: &Arc<SourceFile>,
    diagnostics: &mut Diagnostics,
) -> Option<&'a ThemeFile> {
    let name = part.get_ref();
    let path = name
        .strip_prefix("@vendor/")
        .map_or(Cow::Borrowed(name), |rest| {
            Cow::Owned(format!("vendor/{rest}"))
        });
    let file = files.get(path.as_ref());
    if file.is_none() {
        diagnostics.add(
            Diagnostic::new(Code::Theme, format!("the theme has no file `{name}`"))
                .at(source, part.span())
                .help("Paths are those in the theme's folder."),
        );
    }
    file
}

fn manifest(
    file: Option<&ThemeFile>,
    diagnostics: &mut Diagnostics,
) -> (Manifest, Arc<SourceFile>) {
    let Some(file) = file else {
        return (Manifest::default(), SourceFile::new(MANIFEST, ""));
    };
    let source = SourceFile::new(file.name.clone(), String::from_utf8_lossy(&file.bytes));
    match toml::from_str(source.text()) {
        Ok(manifest) => (manifest, source),
        Err(error) => {
            diagnostics.add(
                Diagnostic::new(Code::Theme, error.message().to_owned())
                    .at(&source, error.span().unwrap_or(0..0)),
            );
            (Manifest::default(), source)
        }
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
        ]);
        assert_eq!(
            diagnostics.count(crate::Severity::Error),
            2,
            "{diagnostics}"
        );
        assert!(theme.under("").all(|(_, file)| file.bytes() != b"steal()"));
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
