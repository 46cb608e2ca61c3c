//! The stages of a build, each a function of what came before: source → document → library →
//! view → bytes. What a stage made is known by a digest of what it was made from, so a page is
//! drawn again only if its view or the theme has changed.

use crate::build::BuildOptions;
use crate::content::{self, Library, LoadOptions, load};
use crate::diagnostic::{Code, Diagnostics};
use crate::history;
use crate::i18n::strings::Strings;
use crate::language::{Direction, LanguageTag};
use crate::output::asset::Assets;
use crate::output::publish::Files;
use crate::output::{sitemap, sums};
use crate::progress::{Phase, Progress};
use crate::render::draw::{Job, draw_all};
use crate::render::edition::{Edition, Shared};
use crate::render::page::Templates;
use crate::render::searchable;
use crate::render::security::Policy;
use crate::render::theme::Theme;
use crate::search::{SearchError, SearchIndex};
use crate::source::Digest;
use crate::translation::ChangeDays;
use crate::url::{OutputPath, base_path};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A site in memory.
pub struct Site {
    /// Every file by its path from the root.
    pub files: Files,
    /// The search index of each language.
    pub searches: BTreeMap<LanguageTag, SearchIndex>,
    /// The content security policy as a header's value.
    pub policy: String,
    /// Pages in all languages.
    pub pages: usize,
    /// Why something was left out.
    pub notes: Vec<&'static str>,
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
}

/// Runs builds, and keeps the drawn pages from one to the next.
#[derive(Debug, Default)]
pub struct Pipeline {
    drawn: BTreeMap<Digest, Arc<[u8]>>,
    changed: ChangeDays,
}

/// What the stages before drawing made.
struct Parts {
    library: Library,
    theme: Theme,
    strings: Strings,
    templates: Templates,
    assets: Assets,
}

impl Parts {
    /// Reads content and theme; none if there is nothing to draw with.
    fn read(options: &BuildOptions, diagnostics: &mut Diagnostics) -> Option<Self> {
        let load_options = LoadOptions {
            content: options.content.clone(),
            desks: options.desks.clone(),
            allow_demo: options.allow_demo,
            drafts: options.drafts,
        };
        // What keeps it from loading is among the diagnostics.
        let library = load(&load_options, diagnostics).ok()?;
        let theme = Theme::load(options.overlay().as_deref(), diagnostics);
        let strings = interface(&library, &theme, diagnostics);
        let templates = Templates::compile(&theme, &strings, diagnostics);
        let assets = Assets::gather(&theme, &library, diagnostics);
        Some(Self {
            templates: templates?,
            library,
            theme,
            strings,
            assets,
        })
    }
}

impl Pipeline {
    /// Runs all stages. Everything that is wrong is found in one run: a mistake in a page doesn't
    /// hide one in a template.
    pub fn run(&mut self, options: &BuildOptions, progress: &mut dyn Progress) -> Outcome {
        progress.phase(Phase::Read);
        let mut diagnostics = Diagnostics::new();
        let site = Parts::read(options, &mut diagnostics).map(|parts| {
            self.changed.update(&parts.library, &options.content);
            self.draw(options, &parts, progress, &mut diagnostics)
        });
        Outcome { diagnostics, site }
    }

    fn draw(
        &mut self,
        options: &BuildOptions,
        parts: &Parts,
        progress: &mut dyn Progress,
        diagnostics: &mut Diagnostics,
    ) -> Site {
        let Parts {
            library,
            theme,
            strings,
            templates,
            assets,
        } = parts;
        let config = library.site();
        let configured = Some(config.reporting.relay.as_str()).filter(|relay| !relay.is_empty());
        let relay = options.relay.as_deref().or(configured);
        let policy = Policy::new(relay);
        let csp = policy.meta();
        let today = today(options);
        diagnostics.extend(content::due(library, today));
        let shared = Shared {
            library,
            strings,
            changed: &self.changed,
            assets,
            csp: &csp,
            relay,
            stamp_bits: options.stamp_bits.unwrap_or(config.reporting.stamp_bits),
            today,
        };
        let editions: Vec<_> = library
            .languages()
            .par_iter()
            .filter_map(|language| Edition::new(&shared, language))
            .collect();
        let base = base_path(&config.base_url);
        let mut jobs: Vec<(&Edition<'_>, Job<'_>)> = Vec::new();
        for edition in &editions {
            jobs.extend(
                edition
                    .paths()
                    .into_iter()
                    .map(|path| (edition, Job::Page(path))),
            );
            jobs.push((edition, Job::Made));
            if edition.language().tag == config.source_language {
                jobs.push((edition, Job::Root));
            }
        }
        progress.phase(Phase::Draw { pages: jobs.len() });
        let known = &self.drawn;
        let ((drawn, mistakes), searches) = rayon::join(
            || draw_all(&jobs, &base, theme.digest(), templates, known),
            || index_all(library, &editions, assets),
        );
        diagnostics.extend(mistakes);
        let mut files = assets.files().clone();
        let mut add = |path: &str, bytes: Arc<[u8]>| {
            if let Some(path) = OutputPath::new(path) {
                files.insert(path, bytes);
            }
        };
        let mut indexes = BTreeMap::new();
        for (tag, result) in searches {
            match result {
                Ok((index, interface)) => {
                    for shard in index.shards(&interface) {
                        add(&format!("search/{}", shard.name), Arc::from(shard.bytes));
                    }
                    indexes.insert(tag, index);
                }
                Err(error) => {
                    diagnostics.error(Code::Search, format!("search in `{tag}`: {error}"));
                }
            }
        }
        add(
            "robots.txt",
            Arc::from(sitemap::robots(&config.base_url).into_bytes()),
        );
        let mut notes = Vec::new();
        match sitemap::sitemap(library) {
            Some(xml) => add("sitemap.xml", Arc::from(xml.into_bytes())),
            None => notes.push("no sitemap.xml: base_url in site.toml is empty"),
        }
        let pages = drawn.len();
        // Only what this site has is kept: a preview that runs for days must not grow.
        self.drawn = drawn
            .iter()
            .map(|(_, digest, bytes)| (*digest, Arc::clone(bytes)))
            .collect();
        files.extend(drawn.into_iter().map(|(path, _, bytes)| (path, bytes)));
        let list = sums::list(
            files
                .iter()
                .map(|(path, bytes)| (path.as_str(), bytes.as_ref())),
        );
        if let Some(path) = OutputPath::new(sums::NAME) {
            files.insert(path, Arc::from(list.into_bytes()));
        }
        Site {
            files,
            searches: indexes,
            policy: policy.header(),
            pages,
            notes,
        }
    }
}

/// The day that the build counts as its own.
fn today(options: &BuildOptions) -> Option<jiff::civil::Date> {
    let given = options.source_date;
    given
        .or_else(|| history::source_date(&options.content))
        .and_then(history::day)
}

/// The texts of the interface in every language of the site.
pub(crate) fn interface(
    library: &Library,
    theme: &Theme,
    diagnostics: &mut Diagnostics,
) -> Strings {
    let source = &library.site().source_language;
    let direction = library
        .language(source)
        .map_or(Direction::Ltr, |language| language.dir);
    Strings::load(
        library
            .languages()
            .iter()
            .map(|language| (&language.tag, language.dir)),
        (source, direction),
        |tag| theme.source(&format!("i18n/{tag}.ftl")),
        diagnostics,
    )
}

type Indexed = Vec<(
    LanguageTag,
    Result<(SearchIndex, serde_json::Value), SearchError>,
)>;

fn index_all(library: &Library, editions: &[Edition<'_>], assets: &Assets) -> Indexed {
    editions
        .par_iter()
        .map(|edition| {
            let tag = &edition.language().tag;
            let (pages, synonyms) = searchable::pages(library, edition);
            let index = SearchIndex::build(tag.as_str(), &pages, &synonyms);
            let interface = searchable::interface(library, edition, assets);
            (tag.clone(), index.map(|index| (index, interface)))
        })
        .collect()
}
