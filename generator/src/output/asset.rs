//! Files that pages load or link to, under names that hold a digest of their bytes: what has
//! changed has another name, so a browser may keep what it has.

use crate::content::Library;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::markdown::LinkTarget;
use crate::output::publish::Files;
use crate::output::sums;
use crate::render::manifest::JoinedKind;
use crate::render::navigation::Standpoint;
use crate::render::theme::Theme;
use crate::sources::Sources;
use crate::url::OutputPath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The files of the theme and those that the pages link to.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    names: BTreeMap<String, OutputPath>,
    linked: BTreeMap<String, OutputPath>,
    files: Files,
}

impl Assets {
    /// Takes the theme's files, and of the files beside the pages those that some page links to:
    /// what nobody links to isn't published by accident.
    pub fn gather(
        theme: &Theme,
        library: &Library,
        sources: &Sources,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut assets = Self::default();
        for joined in theme.joined() {
            let name = match (joined.kind, joined.name.as_str()) {
                (JoinedKind::Style, "base") => "css".to_owned(),
                (JoinedKind::Style, name) => format!("{name}_css"),
                (JoinedKind::Script, name) => format!("{name}_js"),
                (JoinedKind::Icon, "favicon") => "icon".to_owned(),
                (JoinedKind::Icon, name) => format!("{name}_icon"),
            };
            if let Some(path) = assets.add(
                &joined.name,
                &joined.extension,
                Arc::from(joined.bytes.as_slice()),
            ) {
                assets.names.insert(name, path);
            }
        }
        for (name, file) in theme.under("assets/") {
            let (stem, extension) = split(name);
            if let Some(path) = assets.add(stem, extension, Arc::from(file.bytes())) {
                assets.names.insert(name.to_owned(), path);
            }
        }
        for page in library.pages() {
            for link in &page.document.links {
                if let LinkTarget::Asset { path } = &link.target {
                    assets.link(path, (library, sources), diagnostics);
                }
            }
        }
        assets
    }

    fn link(
        &mut self,
        path: &str,
        (library, sources): (&Library, &Sources),
        diagnostics: &mut Diagnostics,
    ) {
        // A missing asset was reported where it is linked.
        let Some(asset) = library.asset(path) else {
            return;
        };
        if self.linked.contains_key(path) {
            return;
        }
        match sources.bytes(&asset.file) {
            Ok(bytes) => {
                let (stem, extension) = split(&asset.path);
                if let Some(output) = self.add(stem, extension, bytes) {
                    self.linked.insert(path.to_owned(), output);
                }
            }
            Err(error) => diagnostics.add(Diagnostic::new(
                Code::UnreadableFile,
                format!("{} can't be read: {error}", asset.file.display()),
            )),
        }
    }

    fn add(&mut self, stem: &str, extension: &str, bytes: Arc<[u8]>) -> Option<OutputPath> {
        let digest = sums::hex(&bytes);
        let path = OutputPath::new(&format!("assets/{stem}.{}.{extension}", &digest[..8]))?;
        self.files.insert(path.clone(), bytes);
        Some(path)
    }

    /// Where a file of the content folder went.
    #[must_use]
    pub fn linked(&self, path: &str) -> Option<&OutputPath> {
        self.linked.get(path)
    }

    /// A file of the theme by its name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&OutputPath> {
        self.names.get(name)
    }

    /// The theme's files by name, as seen from a page.
    #[must_use]
    pub fn seen_from(&self, from: &Standpoint) -> BTreeMap<String, String> {
        self.names
            .iter()
            .map(|(name, path)| (name.clone(), from.href(path)))
            .collect()
    }

    /// The files to write.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.files
    }
}

/// The name and the ending of the last component.
fn split(path: &str) -> (&str, &str) {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.')
        .filter(|(stem, _)| !stem.is_empty())
        .unwrap_or((name, "bin"))
}
