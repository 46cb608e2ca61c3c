//! Drawing all pages.

use crate::diagnostic::{Code, Diagnostic};
use crate::render::edition::Edition;
use crate::render::page::Templates;
use crate::render::view::View;
use crate::source::Digest;
use crate::timings::thread_cpu;
use crate::url::{OutputPath, PagePath};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

/// Pages to draw.
#[derive(Debug, Clone, Copy)]
pub enum Job<'a> {
    /// A page of the content.
    Page(&'a PagePath),
    /// Search and A–Z.
    Made,
    /// The choice of language and the page for addresses that don't exist.
    Root,
}

/// A drawn page with the digest of its view.
pub type Drawn = (OutputPath, Digest, Arc<[u8]>);

/// A page's bytes with the digest of its view, and whether it wasn't known.
type Bytes = (Digest, Arc<[u8]>, bool);

/// Pages by the digest of view and theme.
pub type Known = HashMap<Digest, Arc<[u8]>>;

/// What all pages are drawn with.
#[derive(Debug, Clone, Copy)]
pub struct Drawing<'a> {
    /// The path of the site's address.
    pub base: &'a str,
    /// The theme's digest.
    pub theme: Digest,
    /// Its templates.
    pub templates: &'a Templates,
}

/// What was drawn.
#[derive(Debug, Default)]
pub struct DrawnPages {
    /// The pages, in the order of the jobs.
    pub pages: Vec<Drawn>,
    /// How many of them weren't known.
    pub new: usize,
    /// What is wrong with templates, each once.
    pub mistakes: Vec<Diagnostic>,
    /// What it took of all processors.
    pub cpu: Option<Duration>,
}

impl Drawing<'_> {
    /// Draws every page, on all processors. A page whose view is `known` is taken from there. Once
    /// it is `over`, no more are drawn.
    #[must_use]
    pub fn all(
        &self,
        jobs: &[(&Edition<'_>, Job<'_>)],
        known: &Known,
        over: &(dyn Fn() -> bool + Sync),
    ) -> DrawnPages {
        let results: Vec<_> = jobs
            .par_iter()
            .filter(|_| !over())
            .map(|(edition, job)| {
                let begun = thread_cpu();
                let views = match job {
                    Job::Page(path) => edition.page(path).into_iter().collect(),
                    Job::Made => edition.made(),
                    Job::Root => edition.root_pages(self.base),
                };
                let drawn: Vec<_> = views
                    .into_iter()
                    .map(|(path, view)| match self.one(&view, known) {
                        Ok(drawn) => Ok((path, drawn)),
                        Err(diagnostic) => Err((path, diagnostic)),
                    })
                    .collect();
                let spent = thread_cpu().and_then(|now| now.checked_sub(begun?));
                (drawn, spent)
            })
            .collect();
        let (mut all, mut failed) = (DrawnPages::default(), Vec::new());
        all.cpu = results.iter().map(|(_, spent)| *spent).sum();
        for result in results.into_iter().flat_map(|(drawn, _)| drawn) {
            match result {
                Ok((path, (digest, bytes, new))) => {
                    all.new += usize::from(new);
                    all.pages.push((path, digest, bytes));
                }
                Err(mistake) => failed.push(mistake),
            }
        }
        all.mistakes = once_each(failed);
        all
    }

    fn one(&self, view: &View<'_>, known: &Known) -> Result<Bytes, Box<Diagnostic>> {
        let mut key = Vec::with_capacity(32 << 10);
        key.extend(self.theme.bytes());
        serde_json::to_writer(&mut key, view)
            .map_err(|error| Box::new(Diagnostic::new(Code::Template, error.to_string())))?;
        let digest = Digest::of(&key);
        if let Some(bytes) = known.get(&digest) {
            return Ok((digest, Arc::clone(bytes), false));
        }
        let page = self.templates.draw(view)?;
        Ok((digest, Arc::from(page.into_bytes()), true))
    }
}

/// A mistake in a template shows on every page that uses it: it is told once, with the first page.
fn once_each(failed: Vec<(OutputPath, Box<Diagnostic>)>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<_, (OutputPath, Box<Diagnostic>, usize)> = BTreeMap::new();
    for (page, diagnostic) in failed {
        let file = diagnostic.file.as_ref().map(|file| file.name().to_owned());
        let start = diagnostic.span.as_ref().map(|span| span.start);
        let key = (file, start, diagnostic.message.clone());
        seen.entry(key)
            .and_modify(|(.., pages)| *pages += 1)
            .or_insert((page, diagnostic, 1));
    }
    seen.into_values()
        .map(|(page, mut diagnostic, pages)| {
            let place = match pages - 1 {
                0 => format!("While drawing {page}."),
                more => format!("While drawing {page} and {more} more."),
            };
            diagnostic.help = Some(match diagnostic.help.take() {
                Some(help) => format!("{place} {help}"),
                None => place,
            });
            *diagnostic
        })
        .collect()
}
