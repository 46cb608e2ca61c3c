//! `theme.toml`: which files of the theme are joined into what pages load.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::render::theme::ThemeFile;
use crate::render::thin;
use crate::source::SourceFile;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use toml::Spanned;

/// The file's name.
pub const MANIFEST: &str = "theme.toml";

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

/// Reads the manifest, the site's over the binary's, and joins what it lists.
pub fn join(
    files: &BTreeMap<String, ThemeFile>,
    embedded: Option<&ThemeFile>,
    diagnostics: &mut Diagnostics,
) -> Vec<Joined> {
    let (base, base_source) = manifest(embedded, diagnostics);
    let (own, own_source) = manifest(files.get(MANIFEST), diagnostics);
    let mut joined = Vec::new();
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
                .filter(|_| kind == JoinedKind::Script)
                .map(|(kept, _)| *kept);
            match kept {
                Some(kept) if texts(kept) != texts(list) => diagnostics.add(
                    Diagnostic::new(
                        Code::Theme,
                        format!("the scripts of `{name}` can't be listed anew"),
                    )
                    .at(&own_source, list.first().map_or(0..0, Spanned::span))
                    .help("They carry search, reports and what every page needs. Remove this list from theme.toml; scripts of your own go into a list with a new name."),
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
    let source = SourceFile::new(file.name.clone(), String::from_utf8_lossy(file.bytes()));
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
