//! Drawing all pages.

use crate::diagnostic::{Code, Diagnostic};
use crate::render::edition::Edition;
use crate::render::page::Templates;
use crate::render::view::View;
use crate::source::Digest;
use crate::url::{OutputPath, PagePath};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

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

/// Draws every page, on all processors. A page whose view is `known` is taken from there.
#[must_use]
pub fn draw_all(
    jobs: &[(&Edition<'_>, Job<'_>)],
    base: &str,
    theme: Digest,
    templates: &Templates,
    known: &BTreeMap<Digest, Arc<[u8]>>,
) -> (Vec<Drawn>, Vec<Diagnostic>) {
    let results: Vec<_> = jobs
        .par_iter()
        .flat_map_iter(|(edition, job)| {
            let views = match job {
                Job::Page(path) => edition.page(path).into_iter().collect(),
                Job::Made => edition.made(),
                Job::Root => edition.root_pages(base),
            };
            views
                .into_iter()
                .map(|(path, view)| match draw(&view, theme, templates, known) {
                    Ok((digest, bytes)) => Ok((path, digest, bytes)),
                    Err(diagnostic) => Err((path, diagnostic)),
                })
        })
        .collect();
    let (mut drawn, mut failed) = (Vec::with_capacity(results.len()), Vec::new());
    for result in results {
        match result {
            Ok(page) => drawn.push(page),
            Err(mistake) => failed.push(mistake),
        }
    }
    (drawn, once_each(failed))
}

fn draw(
    view: &View<'_>,
    theme: Digest,
    templates: &Templates,
    known: &BTreeMap<Digest, Arc<[u8]>>,
) -> Result<(Digest, Arc<[u8]>), Box<Diagnostic>> {
    let mut key = theme.bytes().to_vec();
    serde_json::to_writer(&mut key, view)
        .map_err(|error| Box::new(Diagnostic::new(Code::Template, error.to_string())))?;
    let digest = Digest::of(&key);
    if let Some(bytes) = known.get(&digest) {
        return Ok((digest, Arc::clone(bytes)));
    }
    let page = templates.draw(view)?;
    Ok((digest, Arc::from(page.into_bytes())))
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
