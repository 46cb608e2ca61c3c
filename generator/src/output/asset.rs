//! Files that pages load or link to, under names that hold a digest of their bytes: what has
//! changed has another name, so a browser may keep what it has.

use crate::content::{Asset, Library, Page};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::image::{self, Fault, Size};
use crate::markdown::{Link, LinkTarget};
use crate::output::publish::Files;
use crate::output::sums;
use crate::render::manifest::JoinedKind;
use crate::render::navigation::Standpoint;
use crate::render::theme::Theme;
use crate::source::SourceFile;
use crate::sources::Sources;
use crate::url::OutputPath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The files of the theme and those that the pages link to.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    names: BTreeMap<String, OutputPath>,
    linked: BTreeMap<String, (OutputPath, Option<Size>)>,
    /// What became of each file that was looked at: a translation may link to its source's.
    looked_at: BTreeMap<String, Option<(OutputPath, Option<Size>)>>,
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
                    assets.link(path, (library, sources), (page, link), diagnostics);
                }
            }
        }
        assets
    }

    /// Takes a file without what its maker left in it; `at` is the first link to it.
    fn link(
        &mut self,
        path: &str,
        (library, sources): (&Library, &Sources),
        at: (&Page, &Link),
        diagnostics: &mut Diagnostics,
    ) {
        // A missing asset was reported where it is linked.
        let Some(asset) = library.asset(path) else {
            return;
        };
        if !self.looked_at.contains_key(&asset.path) {
            let found = self.look_at(asset, sources, at, diagnostics);
            self.looked_at.insert(asset.path.clone(), found);
        }
        if let Some(Some(found)) = self.looked_at.get(&asset.path) {
            self.linked.insert(path.to_owned(), found.clone());
        }
    }

    fn look_at(
        &mut self,
        asset: &Asset,
        sources: &Sources,
        at: (&Page, &Link),
        diagnostics: &mut Diagnostics,
    ) -> Option<(OutputPath, Option<Size>)> {
        let bytes = match sources.bytes(&asset.file) {
            Ok(bytes) => bytes,
            Err(error) => {
                diagnostics.add(Diagnostic::new(
                    Code::UnreadableFile,
                    format!("{} can't be read: {error}", asset.file.display()),
                ));
                return None;
            }
        };
        let (stem, extension) = split(&asset.path);
        let (bytes, size) = match image::publish(extension, &bytes) {
            Ok(published) => (Arc::from(&*published.bytes), published.size),
            Err(faults) => {
                // What only may tell something is published if `site.toml` lets it pass.
                let harmless = faults.iter().all(|fault| fault.code == Code::FileMetadata);
                for fault in faults {
                    diagnostics.add(fault_of(fault, asset, &bytes, at));
                }
                if !harmless {
                    return None;
                }
                (bytes, None)
            }
        };
        Some((self.add(stem, extension, bytes)?, size))
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
        self.linked.get(path).map(|(output, _)| output)
    }

    /// The size of an image of the content folder.
    #[must_use]
    pub fn size(&self, path: &str) -> Option<Size> {
        self.linked.get(path).and_then(|(_, size)| *size)
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

/// What is wrong with a file, placed in it if it is text, else where it is linked.
fn fault_of(fault: Fault, asset: &Asset, bytes: &[u8], at: (&Page, &Link)) -> Diagnostic {
    let (page, link) = at;
    let diagnostic =
        Diagnostic::new(fault.code, format!("{} {}", asset.path, fault.what)).help(fault.help);
    match fault.span {
        Some(span) => {
            let text = String::from_utf8_lossy(bytes);
            let file = SourceFile::new(asset.file.display().to_string(), text);
            diagnostic.at(&file, span)
        }
        None => diagnostic.at(&page.source, link.span.clone()),
    }
}

/// The name and the ending of the last component.
fn split(path: &str) -> (&str, &str) {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.')
        .filter(|(stem, _)| !stem.is_empty())
        .unwrap_or((name, "bin"))
}
