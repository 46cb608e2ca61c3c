//! What the stages before drawing made, and what follows from it alone.

use super::look::Look;
use crate::build::BuildOptions;
use crate::content::Library;
use crate::history::{self, LastChanges};
use crate::language::LanguageTag;
use crate::output::asset::Assets;
use crate::render::draw::{Drawing, Job};
use crate::render::edition::{Edition, Shared};
use crate::render::page::Templates;
use crate::render::security::Policy;
use crate::translation::ChangeDays;
use crate::url::{OutputPath, PagePath};
use jiff::civil::Date;
use std::sync::Arc;

/// What the stages before drawing made.
pub(super) struct Parts {
    pub(super) library: Library,
    pub(super) look: Arc<Look>,
    pub(super) assets: Assets,
    pub(super) base: String,
    pub(super) policy: Policy,
    pub(super) csp: String,
}

impl Parts {
    pub(super) fn source_language(&self) -> &LanguageTag {
        &self.library.site().source_language
    }

    pub(super) fn shared<'a>(
        &'a self,
        options: &'a BuildOptions,
        (changed, last): (&'a ChangeDays, &'a LastChanges),
        today: Option<Date>,
    ) -> Shared<'a> {
        let settings = &self.library.site().reporting;
        Shared {
            library: &self.library,
            strings: &self.look.strings,
            changed,
            last,
            assets: &self.assets,
            csp: &self.csp,
            relay: relay(options, &self.library),
            stamp_bits: options.stamp_bits.unwrap_or(settings.stamp_bits),
            today,
            preview: options.preview,
        }
    }

    pub(super) fn drawing<'a>(&'a self, templates: &'a Templates) -> Drawing<'a> {
        Drawing {
            base: &self.base,
            theme: self.look.theme.digest(),
            templates,
        }
    }
}

/// All pages of a site: those of the content, and those that are made for every language.
pub(super) fn jobs<'a, 'e>(
    editions: &'e [Edition<'a>],
    source: &LanguageTag,
) -> Vec<(&'e Edition<'a>, Job<'a>)> {
    let mut jobs = Vec::new();
    for edition in editions {
        let paths = edition.paths().into_iter();
        jobs.extend(paths.map(|path| (edition, Job::Page(path))));
        jobs.push((edition, Job::Made));
        if edition.language().tag == *source {
            jobs.push((edition, Job::Root));
        }
    }
    jobs
}

/// The page of which this is the file in a language.
pub(super) fn page_of(output: &OutputPath, language: &LanguageTag) -> Option<PagePath> {
    let below = output.as_str().strip_prefix(language.as_str())?;
    let path = PagePath::new(below.strip_prefix('/')?.strip_suffix(".html")?)?;
    (path.output(language) == *output).then_some(path)
}

pub(super) fn relay<'a>(options: &'a BuildOptions, library: &'a Library) -> Option<&'a str> {
    let configured = library.site().reporting.relay.as_str();
    let configured = Some(configured).filter(|relay| !relay.is_empty());
    let relay = options.relay.as_deref().or(configured);
    relay.filter(|_| !options.preview)
}

/// The day that the build counts as its own.
pub(super) fn today(options: &BuildOptions) -> Option<Date> {
    let given = options.source_date;
    given
        .or_else(|| history::source_date(&options.content))
        .and_then(history::day)
}
