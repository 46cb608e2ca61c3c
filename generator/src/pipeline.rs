//! The stages of a build, each a function of what came before: source → document → library →
//! view → bytes. What a stage made is known by a digest of what it was made from, so a page is
//! drawn again only if its view or the theme has changed.
//!
//! A [`Pipeline`] that runs more than once keeps what each stage made, and makes again what has
//! changed: files that may be others are read, others parsed, the library made anew of parsed
//! pages, views compared by their digest, languages indexed whose text has changed. No stage
//! trusts another to say what changed, so a run comes to the same bytes as a first one.

mod indexes;
mod look;
mod machines;
mod onlooker;
mod parts;

pub use onlooker::{Nobody, Onlooker};

use crate::build::BuildOptions;
use crate::content::{Kept, LoadOptions, check, due, gather};
use crate::diagnostic::{Code, Diagnostics};
use crate::history::LastChanges;
use crate::language::LanguageTag;
use crate::output::asset::Assets;
use crate::output::publish::Files;
use crate::output::sitemap;
use crate::output::sums::{self, Sums};
use crate::progress::{Phase, Progress};
use crate::render::draw::{Job, Known};
use crate::render::edition::Edition;
use crate::render::security::Policy;
use crate::search::{SearchError, SearchIndex};
use crate::timings::Timings;
use crate::translation::ChangeDays;
use crate::url::{OutputPath, PagePath, base_path};
use indexes::{Indexed, Indexes};
use jiff::civil::Date;
use look::Looks;
pub(crate) use look::interface;
use machines::{for_machines, left_out};
use parts::{Parts, jobs, page_of, relay, today};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// A site in memory.
pub struct Site {
    /// Every file by its path from the root.
    pub files: Files,
    /// The search indexes that this run made: in a first run, that of each language.
    pub searches: BTreeMap<LanguageTag, SearchIndex>,
    /// The content security policy as a header's value.
    pub policy: String,
    /// Pages in all languages.
    pub pages: usize,
    /// Why something was left out.
    pub notes: Vec<String>,
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site")
            .field("files", &self.files.len())
            .finish_non_exhaustive()
    }
}

/// What a run came to. With errors there may still be a site, for a preview to show.
#[derive(Debug)]
pub struct Outcome {
    /// Everything that was found.
    pub diagnostics: Diagnostics,
    /// The site; none if there is nothing to show.
    pub site: Option<Site>,
    /// Where the time went.
    pub timings: Timings,
}

/// Runs builds, and keeps from one to the next what needn't be made again.
#[derive(Debug, Default)]
pub struct Pipeline {
    kept: Kept,
    looks: Looks,
    drawn: Known,
    indexes: Indexes,
    sums: Sums,
    changed: ChangeDays,
    last: LastChanges,
    /// True if there was a run before.
    ran: bool,
    /// The day that the last run counted as its own.
    today: Option<Date>,
}

impl Pipeline {
    /// For more than one run.
    #[must_use]
    pub fn for_runs() -> Self {
        Self {
            kept: Kept::for_runs(),
            ..Self::default()
        }
    }

    /// This file has changed, whatever the system tells of it. Nobody needs to say so, but who
    /// knows spares a doubt.
    pub fn forget(&mut self, file: &Path) {
        self.kept.sources.forget(file);
        self.looks.forget();
    }

    /// Runs all stages. Everything that is wrong is found in one run: a mistake in a page doesn't
    /// hide one in a template.
    pub fn run(&mut self, options: &BuildOptions, progress: &mut dyn Progress) -> Outcome {
        match self.run_for(&Nobody, options, progress) {
            Some(outcome) => outcome,
            // Nobody doesn't move on.
            None => Outcome {
                diagnostics: Diagnostics::new(),
                site: None,
                timings: Timings::default(),
            },
        }
    }

    /// As [`Pipeline::run`], with the pages that the onlooker has open before all others; none if
    /// the onlooker has moved on.
    pub fn run_for(
        &mut self,
        onlooker: &dyn Onlooker,
        options: &BuildOptions,
        progress: &mut dyn Progress,
    ) -> Option<Outcome> {
        progress.phase(Phase::Read);
        let mut diagnostics = Diagnostics::new();
        let mut timings = Timings::default();
        let site = match self.read(options, &mut diagnostics, &mut timings) {
            Some(parts) => {
                self.show_first(onlooker, options, &parts, &diagnostics);
                if onlooker.has_moved_on() {
                    return None;
                }
                let found = timings.stage(
                    "links checked",
                    || {
                        let mut found = Diagnostics::new();
                        check(&parts.library, &mut found);
                        found.into_list()
                    },
                    |_| String::new(),
                );
                diagnostics.extend(found);
                self.changed.update(&parts.library, &options.content);
                self.last.update(&options.content);
                self.today = today(options);
                self.ran = true;
                diagnostics.extend(due(&parts.library, self.today));
                let (diagnostics, timings) = (&mut diagnostics, &mut timings);
                Some(self.draw(onlooker, options, &parts, progress, (diagnostics, timings))?)
            }
            None => None,
        };
        self.kept.end_run();
        Some(Outcome {
            diagnostics,
            site,
            timings,
        })
    }

    /// Reads content and theme; none if there is nothing to draw with.
    fn read(
        &mut self,
        options: &BuildOptions,
        diagnostics: &mut Diagnostics,
        timings: &mut Timings,
    ) -> Option<Parts> {
        let load_options = LoadOptions {
            content: options.content.clone(),
            desks: options.desks.clone(),
            allow_demo: options.allow_demo,
            drafts: options.drafts || options.preview,
            // Where the day isn't known, nothing is shown before its time.
            today: Some(today(options).unwrap_or(Date::MIN)),
        };
        // What keeps it from loading is among the diagnostics.
        let library = timings
            .stage(
                "content read",
                || gather(&load_options, &self.kept, diagnostics),
                |library| {
                    let pages = library.as_ref().map_or(0, |l| l.pages().count());
                    format!("{pages} pages")
                },
            )
            .ok()?;
        let look = timings.stage(
            "theme compiled",
            || self.looks.get(options, &library, diagnostics),
            |_| format!("{} languages", library.languages().len()),
        );
        let assets = timings.stage(
            "assets named",
            || Assets::gather(&look.theme, &library, &self.kept.sources, diagnostics),
            |assets| format!("{} files", assets.files().len()),
        );
        look.templates.as_ref()?;
        let policy = Policy::new(relay(options, &library));
        Some(Parts {
            base: base_path(&library.site().base_url),
            csp: policy.meta(),
            policy,
            library,
            look,
            assets,
        })
    }

    /// Draws the pages that somebody has open, with what the last run knew from git: if that has
    /// changed, they are drawn again with all others.
    fn show_first(
        &mut self,
        onlooker: &dyn Onlooker,
        options: &BuildOptions,
        parts: &Parts,
        diagnostics: &Diagnostics,
    ) {
        let open = onlooker.open_pages();
        let Some(templates) = &parts.look.templates else {
            return;
        };
        if !self.ran || open.is_empty() || diagnostics.has_errors() {
            return;
        }
        let shared = parts.shared(options, (&self.changed, &self.last), self.today);
        let mut files = parts.assets.files().clone();
        for language in parts.library.languages() {
            let inside = open.iter().filter(|output| {
                let (folder, _) = output.as_str().split_once('/').unwrap_or_default();
                folder == language.tag.as_str()
                    || folder.is_empty() && language.tag == *parts.source_language()
            });
            let inside: Vec<&OutputPath> = inside.collect();
            if inside.is_empty() {
                continue;
            }
            let Some(edition) = Edition::new(&shared, language) else {
                continue;
            };
            let pages: Vec<PagePath> = inside
                .iter()
                .filter_map(|output| page_of(output, &language.tag))
                .filter(|path| parts.library.page_or_source(&language.tag, path).is_some())
                .collect();
            let mut jobs: Vec<_> = pages
                .iter()
                .map(|path| (&edition, Job::Page(path)))
                .collect();
            if pages.len() < inside.len() {
                jobs.push((&edition, Job::Made));
                jobs.push((&edition, Job::Root));
            }
            let drawing = parts.drawing(templates).all(&jobs, &self.drawn, &|| false);
            for (path, digest, bytes) in drawing.pages {
                self.drawn.insert(digest, Arc::clone(&bytes));
                if open.contains(&path) {
                    files.insert(path, bytes);
                }
            }
        }
        onlooker.show_first(&files);
    }

    fn draw(
        &mut self,
        onlooker: &dyn Onlooker,
        options: &BuildOptions,
        parts: &Parts,
        progress: &mut dyn Progress,
        (diagnostics, timings): (&mut Diagnostics, &mut Timings),
    ) -> Option<Site> {
        let (library, assets) = (&parts.library, &parts.assets);
        let templates = parts.look.templates.as_ref()?;
        let shared = parts.shared(options, (&self.changed, &self.last), self.today);
        let editions: Vec<_> = timings.stage(
            "languages arranged",
            || {
                let languages = library.languages().par_iter();
                languages
                    .filter_map(|language| Edition::new(&shared, language))
                    .collect()
            },
            |editions: &Vec<_>| format!("{} languages", editions.len()),
        );
        let jobs = jobs(&editions, parts.source_language());
        progress.phase(Phase::Draw { pages: jobs.len() });
        let gone = || onlooker.has_moved_on();
        let (mut drawing, searches) = timings.stage(
            "pages and search",
            || {
                rayon::join(
                    || parts.drawing(templates).all(&jobs, &self.drawn, &gone),
                    || self.indexes.make(library, &editions, assets, onlooker),
                )
            },
            |(drawing, _)| format!("{} pages", drawing.pages.len()),
        );
        let both = timings.last_cpu();
        timings.part(
            "  pages",
            drawing.cpu,
            format!("{} drawn, others as before", drawing.new),
        );
        // Only what this site has is kept, unless the run ends here: a preview that runs for days
        // must not grow.
        if gone() {
            let pages = drawing.pages.into_iter();
            self.drawn
                .extend(pages.map(|(_, digest, bytes)| (digest, bytes)));
            return None;
        }
        diagnostics.extend(std::mem::take(&mut drawing.mistakes));
        let mut files = assets.files().clone();
        let machines = for_machines(library, &editions);
        let made = self.take_indexes(searches, &mut files, diagnostics);
        timings.part(
            "  search",
            both.and_then(|both| both.checked_sub(drawing.cpu?)),
            format!("{} languages indexed, others as before", made.len()),
        );
        let (for_robots, told) = sitemap::for_search_engines(library, options.preview);
        let for_robots = for_robots
            .into_iter()
            .map(|(path, text)| (path.to_owned(), text));
        for (path, text) in for_robots.chain(machines) {
            add(&mut files, &path, Arc::from(text.into_bytes()));
        }
        let told = told.into_iter().map(str::to_owned);
        let notes = told.chain(left_out(library, &self.last)).collect();
        let pages = drawing.pages.len();
        self.drawn = (drawing.pages.iter())
            .map(|(_, digest, bytes)| (*digest, Arc::clone(bytes)))
            .collect();
        files.extend(
            drawing
                .pages
                .into_iter()
                .map(|(path, _, bytes)| (path, bytes)),
        );
        let list = timings.stage(
            "sums",
            || self.sums.list(&files),
            |_| format!("{} files", files.len()),
        );
        add(&mut files, sums::NAME, Arc::from(list.into_bytes()));
        Some(Site {
            files,
            searches: made,
            policy: parts.policy.header(),
            pages,
            notes,
        })
    }

    /// Puts the files of all indexes among the others; the indexes that this run made.
    fn take_indexes(
        &mut self,
        searches: Vec<Result<Indexed, (LanguageTag, SearchError)>>,
        files: &mut Files,
        diagnostics: &mut Diagnostics,
    ) -> BTreeMap<LanguageTag, SearchIndex> {
        let mut whole = Vec::new();
        for result in searches {
            match result {
                Ok(one) => whole.push(one),
                Err((tag, error)) => {
                    diagnostics.error(Code::Search, format!("search in `{tag}`: {error}"));
                }
            }
        }
        self.indexes.keep(&whole);
        let mut made = BTreeMap::new();
        for one in whole {
            for (path, bytes) in one.shards.iter() {
                add(files, path, Arc::clone(bytes));
            }
            made.extend(one.made.map(|index| (one.tag, index)));
        }
        made
    }
}

fn add(files: &mut Files, path: &str, bytes: Arc<[u8]>) {
    if let Some(path) = OutputPath::new(path) {
        files.insert(path, bytes);
    }
}
