//! An edition: the site in one language, from which the view of each of its pages is made.

use crate::content::lists::CHANGES;
use crate::content::{Layout, Library};
use crate::history::LastChanges;
use crate::i18n::strings::{Interface, Strings};
use crate::language::{Language, LanguageTag};
use crate::output::asset::Assets;
use crate::render::listing;
use crate::render::navigation::{Link, Navigation, Standpoint};
use crate::render::view::{
    Alternate, ChangesView, LangView, LetterView, LinksView, PageView, PlaceView, ReportingView,
    SiteView, TermView, View,
};
use crate::translation::ChangeDays;
use crate::url::{OutputPath, PagePath, encode_path};
use std::sync::Arc;

/// What all editions share.
#[derive(Debug)]
pub struct Shared<'a> {
    /// The content.
    pub library: &'a Library,
    /// The texts of the interface.
    pub strings: &'a Strings,
    /// Since when source pages say what they say, where a translation fell behind.
    pub changed: &'a ChangeDays,
    /// Since when pages say what they say.
    pub last: &'a LastChanges,
    /// Files that pages load or link to.
    pub assets: &'a Assets,
    /// The content security policy.
    pub csp: &'a str,
    /// The origin of a relay on another host.
    pub relay: Option<&'a str>,
    /// Leading zero bits of a stamp.
    pub stamp_bits: u8,
    /// The day that the build counts as its own.
    pub today: Option<jiff::civil::Date>,
    /// True for a copy to look at before a change is published.
    pub preview: bool,
}

/// The site in one language.
#[derive(Debug)]
pub struct Edition<'a> {
    pub(super) shared: &'a Shared<'a>,
    pub(super) language: &'a Language,
    pub(super) interface: &'a Arc<Interface>,
    pub(super) navigation: Navigation,
    pub(super) glossary_page: Option<PagePath>,
    send_page: Option<PagePath>,
    site: SiteView,
    lang: LangView,
    pub(super) glossary: Vec<TermView>,
    a_z: Vec<LetterView>,
    pub(super) changes: Vec<ChangesView>,
    places: Vec<PlaceView>,
    reporting: ReportingView,
}

impl<'a> Edition<'a> {
    /// The edition in `language`; none if the strings don't know the language.
    #[must_use]
    pub fn new(shared: &'a Shared<'a>, language: &'a Language) -> Option<Self> {
        let library = shared.library;
        let site = library.site();
        let tag = &language.tag;
        let interface = shared.strings.get(tag)?;
        let navigation = Navigation::new(library, tag);
        let glossary = listing::glossary(library, tag, interface);
        let page_of = |layout: Layout| {
            library
                .pages()
                .find(|page| page.lang == site.source_language && page.front.layout == layout)
                .map(|page| page.path.clone())
        };
        let glossary_page = page_of(Layout::Glossary);
        let send_page = page_of(Layout::Send);
        let reporting =
            listing::reporting(library, tag, interface, shared.stamp_bits, shared.today);
        let mut edition = Self {
            shared,
            language,
            interface,
            navigation,
            glossary_page,
            send_page,
            site: SiteView {
                id: site.id.clone(),
                title: site.title.get_or(tag, &site.source_language).to_owned(),
                title_lang: site
                    .title
                    .get(tag)
                    .is_none()
                    .then(|| site.source_language.bcp47()),
                publisher: site.publisher.clone(),
                not_site_of: site.reporting.not_site_of.clone(),
                exit_url: site.exit_url.clone(),
                version: env!("CARGO_PKG_VERSION"),
                preview: shared.preview,
            },
            lang: lang_view(language, interface),
            glossary,
            a_z: Vec::new(),
            changes: Vec::new(),
            places: listing::places(library, tag, interface),
            reporting: ReportingView {
                // Nothing real may be sent from a preview, whatever its content says of desks.
                open: reporting.open && !shared.preview,
                desks: if shared.preview {
                    Vec::new()
                } else {
                    reporting.desks
                },
                ..reporting
            },
        };
        edition.a_z = edition.alphabet();
        edition.changes = edition.days_of_change();
        Some(edition)
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> &Language {
        self.language
    }

    /// The paths of the pages that are written in this language, fallbacks included.
    #[must_use]
    pub fn paths(&self) -> Vec<&'a PagePath> {
        self.shared.library.paths(&self.language.tag)
    }

    /// The glossary's terms.
    #[must_use]
    pub fn glossary(&self) -> &[TermView] {
        &self.glossary
    }

    /// The glossary's page.
    #[must_use]
    pub fn glossary_page(&self) -> Option<&PagePath> {
        self.glossary_page.as_ref()
    }

    /// The view of a page, with the file that it is for.
    #[must_use]
    pub fn page(&self, path: &PagePath) -> Option<(OutputPath, View<'_>)> {
        let page = self
            .shared
            .library
            .page_or_source(&self.language.tag, path)?;
        let here = Standpoint::new(path.output(&self.language.tag));
        let view = self.view(&here, path, self.page_view(page, &here));
        Some((here.output, view))
    }

    pub(super) fn view(&self, here: &Standpoint, path: &PagePath, page: PageView) -> View<'_> {
        let layout = page.layout;
        let reporting = matches!(layout, "report" | "practice" | "send").then(|| ReportingView {
            relay: match self.shared.relay {
                Some(origin) => format!("{}/api/v1/reports/", origin.trim_end_matches('/')),
                None => format!("{}api/v1/reports/", here.root()),
            },
            ..self.reporting.clone()
        });
        let search = OutputPath::new(&format!("search/{}.js", self.language.tag));
        View {
            site: &self.site,
            lang: &self.lang,
            links: self.links(here, path),
            assets: self.shared.assets.seen_from(here),
            search_js: search.map(|search| here.href(&search)).unwrap_or_default(),
            root: here.root(),
            csp: self.shared.csp,
            glossary: if layout == "glossary" {
                &self.glossary
            } else {
                &[]
            },
            a_z: if layout == "a-z" { &self.a_z } else { &[] },
            changes: if layout == "changes" {
                &self.changes
            } else {
                &[]
            },
            listed: Vec::new(),
            moved: None,
            places: if layout == "places" {
                &self.places
            } else {
                &[]
            },
            reporting,
            page,
        }
    }

    /// A page with nothing in it yet.
    pub(super) fn frame(
        &self,
        layout: &'static str,
        path: &PagePath,
        here: &Standpoint,
        title: String,
    ) -> PageView {
        PageView {
            path: path.as_str().to_owned(),
            layout,
            title,
            description: String::new(),
            html: String::new(),
            content_lang: self.lang.words.clone(),
            content_dir: self.lang.words_dir,
            toc: Vec::new(),
            breadcrumbs: Vec::new(),
            prev: None,
            next: None,
            nav: Vec::new(),
            alternates: Vec::new(),
            notices: self.notices(None, here),
            own: Vec::new(),
            references: Vec::new(),
            owner: None,
            reviewed: None,
            review_by: None,
            changed: None,
            audiences: Vec::new(),
            edit: None,
            reading_minutes: 0,
            canonical: None,
        }
    }

    fn links(&self, here: &Standpoint, current: &PagePath) -> LinksView {
        let nav = &self.shared.library.site().nav;
        let menu = |paths: &[PagePath]| -> Vec<Link> {
            paths
                .iter()
                .filter_map(|path| self.navigation.link(path, current, here))
                .collect()
        };
        let to = |path: &PagePath| {
            self.navigation
                .link(path, current, here)
                .map(|link| link.href)
        };
        let made = |name: &str| {
            PagePath::new(name)
                .map(|path| here.href(&path.output(&self.language.tag)))
                .unwrap_or_default()
        };
        LinksView {
            home: here.href(&PagePath::home().output(&self.language.tag)),
            search: made("search"),
            a_z: made("a-z"),
            changes: (!self.changes.is_empty()).then(|| made(CHANGES)),
            feed: self.feed_path().map(|feed| here.href(&feed)),
            urgent: nav.urgent.as_ref().and_then(to),
            report: nav.report.as_ref().and_then(to),
            send: (self.send_page.as_ref())
                .and_then(|path| self.navigation.link(path, current, here)),
            header: menu(&nav.header),
            footer: menu(&nav.footer),
        }
    }

    pub(super) fn home(&self, here: &Standpoint) -> Option<Link> {
        self.navigation
            .link(&PagePath::home(), &PagePath::home(), here)
            .map(|link| Link {
                current: false,
                ..link
            })
    }

    pub(super) fn alternates(
        &self,
        here: &Standpoint,
        find: impl Fn(&Library, &LanguageTag) -> Option<(OutputPath, bool)>,
    ) -> Vec<Alternate> {
        let library = self.shared.library;
        library
            .languages()
            .iter()
            .filter_map(|language| {
                let (output, real) = find(library, &language.tag)?;
                Some(Alternate {
                    tag: language.tag.bcp47(),
                    name: language.name.clone(),
                    dir: language.dir.as_str(),
                    href: here.href(&output),
                    current: language.tag == self.language.tag,
                    real,
                    invitation: None,
                })
            })
            .collect()
    }

    /// Where the feed of changes is written: readers of feeds need whole addresses.
    #[must_use]
    pub fn feed_path(&self) -> Option<OutputPath> {
        let known = !self.shared.library.site().base_url.is_empty() && !self.changes.is_empty();
        known.then(|| OutputPath::new(&format!("{}/feed.xml", self.language.tag)))?
    }

    /// What editors say of changes, by day, the newest first.
    #[must_use]
    pub fn changes(&self) -> &[ChangesView] {
        &self.changes
    }

    /// The site in this language.
    #[must_use]
    pub fn site(&self) -> &SiteView {
        &self.site
    }

    /// A text of the interface without arguments.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        listing::text(self.interface, key)
    }

    pub(super) fn canonical(&self, output: &OutputPath) -> Option<String> {
        let base = &self.shared.library.site().base_url;
        (!base.is_empty() && !self.shared.preview)
            .then(|| format!("{base}{}", encode_path(output.as_str())))
    }
}

/// A language as templates see it.
pub(crate) fn lang_view(language: &Language, interface: &Interface) -> LangView {
    let (words, direction) = interface.words();
    LangView {
        words: words.bcp47(),
        words_dir: direction.as_str(),
        tag: language.tag.bcp47(),
        dir: language.dir.as_str(),
        name: language.name.clone(),
    }
}
