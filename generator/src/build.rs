//! A build: from a content folder to an output folder, and what is said about it.

use crate::content::Desk;
use crate::diagnostic::Diagnostics;
use crate::output::publish::{Destination, PublishError};
use crate::pipeline::{Outcome, Pipeline};
use crate::progress::{Phase, Progress};
use crate::timings::Timings;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// What to build, from what, and where to.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// The folder with `site.toml`.
    pub content: PathBuf,
    /// The site's own theme, laid over the binary's; by default `theme` beside the content, if
    /// there is one.
    pub theme: Option<PathBuf>,
    /// The folder to write; [`check`] doesn't touch it.
    pub output: PathBuf,
    /// Desks beside those of `places.toml`.
    pub desks: Vec<Desk>,
    /// Where the relay answers (`https://relay.example`), instead of what `site.toml` says; reports
    /// go to `/api/v1/reports/` below it. Without one, below the site's own root.
    pub relay: Option<String>,
    /// Leading zero bits of a stamp, instead of what `site.toml` says.
    pub stamp_bits: Option<u8>,
    /// Lets desks in the state `demo` pass. Never for publishing.
    pub allow_demo: bool,
    /// Shows translations that aren't finished (`draft = true`). Never for publishing.
    pub drafts: bool,
    /// Makes a copy to look at before a change is published: search engines leave it out, nothing
    /// can be sent from it, every page says what it is, and drafts are shown.
    pub preview: bool,
    /// The time that the build counts as its own, in seconds since 1970-01-01 UTC; by default that
    /// of [`crate::history::source_date`].
    pub source_date: Option<i64>,
}

impl BuildOptions {
    /// The options for a content folder, written to `public`.
    #[must_use]
    pub fn new(content: impl Into<PathBuf>) -> Self {
        Self {
            theme: None,
            output: PathBuf::from("public"),
            desks: Vec::new(),
            relay: None,
            stamp_bits: None,
            allow_demo: false,
            drafts: false,
            preview: false,
            source_date: None,
            content: content.into(),
        }
    }

    /// Where the site's own theme is, or would be.
    pub(crate) fn theme_folder(&self) -> PathBuf {
        let beside = || self.content.with_file_name("theme");
        self.theme.clone().unwrap_or_else(beside)
    }

    /// The site's own theme. Looked for at each run: a preview follows one that is made later.
    pub(crate) fn overlay(&self) -> Option<PathBuf> {
        let folder = self.theme_folder();
        (self.theme.is_some() || folder.is_dir()).then_some(folder)
    }
}

/// What a build did.
#[derive(Debug)]
pub struct BuildReport {
    /// Warnings.
    pub diagnostics: Diagnostics,
    /// Where the site is.
    pub output: PathBuf,
    /// Pages in all languages, the generated ones included.
    pub pages: usize,
    /// Languages.
    pub languages: usize,
    /// Files.
    pub files: usize,
    /// Their bytes.
    pub bytes: usize,
    /// Why something was left out, a sentence each.
    pub notes: Vec<String>,
    /// Where the time went.
    pub timings: Timings,
}

/// Why nothing was written.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The content or the theme has errors. The old site is as it was.
    #[error("the site has errors")]
    Content(Diagnostics),
    /// The output folder can't be written.
    #[error(transparent)]
    Publish(#[from] PublishError),
}

/// Builds the site and lets it take the output folder's place, whole or not at all.
pub fn build(
    options: &BuildOptions,
    progress: &mut dyn Progress,
) -> Result<BuildReport, BuildError> {
    let mut inputs: Vec<(&'static str, &Path)> = vec![("content", &options.content)];
    let overlay = options.overlay();
    inputs.extend(overlay.as_deref().map(|theme| ("theme", theme)));
    let destination = Destination::prepare(&options.output, &inputs)?;
    let outcome = Pipeline::default().run(options, progress);
    let Outcome {
        diagnostics,
        site,
        mut timings,
    } = outcome;
    let Some(site) = site.filter(|_| !diagnostics.has_errors()) else {
        return Err(BuildError::Content(diagnostics));
    };
    progress.phase(Phase::Write {
        files: site.files.len(),
    });
    timings.stage(
        "files written",
        || destination.replace(&site.files),
        |_| format!("{} files", site.files.len()),
    )?;
    Ok(BuildReport {
        diagnostics,
        output: destination.path().to_owned(),
        pages: site.pages,
        languages: site.searches.len(),
        files: site.files.len(),
        bytes: site.files.values().map(|bytes| bytes.len()).sum(),
        notes: site.notes,
        timings,
    })
}

/// Does all of a build but the writing, and tells what is wrong.
#[must_use]
pub fn check(options: &BuildOptions, progress: &mut dyn Progress) -> Diagnostics {
    Pipeline::default().run(options, progress).diagnostics
}
