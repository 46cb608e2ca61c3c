//! An edition: the site in one language, from which the view of each of its pages is made.

use crate::content::{Layout, Library, Page};
use crate::i18n::strings::{Interface, Strings};
use crate::language::{Language, LanguageTag};
use crate::markdown::{Label, LinkTarget};
use crate::output::asset::Assets;
use crate::render::listing;
use crate::render::navigation::{Link, Navigation, Standpoint};
use crate::render::view::{
    Alternate, EntryView, LangView, LetterView, LinksView, Notice, PageView, PlaceView,
    ReferencesView, ReportingView, SiteView, TermView, TocItem, View,
};
use crate::translation::TranslationState;
use crate::url::{OutputPath, PagePath, encode_fragment};
use fluent_bundle::FluentArgs;
use std::sync::Arc;

/// Words that a reader takes in within a minute.
const WORDS_PER_MINUTE: usize = 200;

/// Texts that the generator itself asks for; a theme must have them.
pub const NEEDED: [&str; 27] = [
    "a-z-description",
    "a-z-title",
    "callout-caution",
    "callout-important",
    "callout-later",
    "callout-note",
    "callout-ours",
    "callout-source",
    "callout-tip",
    "callout-warning",
    "footnote-back",
    "footnotes-label",
    "languages-title",
    "not-found-title",
    "notice-fallback",
    "notice-not-site",
    "notice-restates",
    "notice-stale",
    "notice-stale-link",
    "notice-unchecked",
    "places-desk",
    "places-empty",
    "places-languages",
    "places-verified",
    "search-description",
    "search-title",
    "table-label",
];

/// What all editions share.
#[derive(Debug)]
pub struct Shared<'a> {
    /// The content.
    pub library: &'a Library,
    /// The texts of the interface.
    pub strings: &'a Strings,
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
}

/// The site in one language.
#[derive(Debug)]
pub struct Edition<'a> {
    shared: &'a Shared<'a>,
    language: &'a Language,
    interface: &'a Arc<Interface>,
    navigation: Navigation,
    glossary_page: Option<PagePath>,
    site: SiteView,
    lang: LangView,
    glossary: Vec<TermView>,
    a_z: Vec<LetterView>,
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
        let glossary_page = library
            .pages()
            .find(|page| page.lang == site.source_language && page.front.layout == Layout::Glossary)
            .map(|page| page.path.clone());
        let mut edition = Self {
            shared,
            language,
            interface,
            navigation,
            glossary_page,
            site: SiteView {
                id: site.id.clone(),
                title: site.title.get_or(tag, &site.source_language).to_owned(),
                publisher: site.publisher.clone(),
                not_site_of: site.reporting.not_site_of.clone(),
                exit_url: site.exit_url.clone(),
                version: env!("CARGO_PKG_VERSION"),
            },
            lang: lang_view(language),
            glossary,
            a_z: Vec::new(),
            places: listing::places(library, tag, interface),
            reporting: listing::reporting(library, tag, interface, shared.stamp_bits, shared.today),
        };
        edition.a_z = edition.alphabet();
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

    /// The pages that every language has and nobody writes: search, and A–Z.
    #[must_use]
    pub fn made(&self) -> Vec<(OutputPath, View<'_>)> {
        [
            ("search", "search-title", "search-description"),
            ("a-z", "a-z-title", "a-z-description"),
        ]
        .into_iter()
        .filter_map(|(name, title, description)| {
            let path = PagePath::new(name)?;
            let here = Standpoint::new(path.output(&self.language.tag));
            let mut page = self.frame(name, &path, &here, listing::text(self.interface, title));
            page.description = listing::text(self.interface, description);
            page.breadcrumbs = self.home(&here).into_iter().collect();
            page.nav = self.navigation.tree(&path, &here);
            page.alternates = self.alternates(&here, |_, tag| Some((path.output(tag), true)));
            page.canonical = self.canonical(&here.output);
            let view = self.view(&here, &path, page);
            Some((here.output, view))
        })
        .collect()
    }

    /// The pages at the root: the choice of language, and the one for addresses that don't exist.
    /// The latter's links begin with `base`, since a host shows it at any depth.
    #[must_use]
    pub fn root_pages(&self, base: &str) -> Vec<(OutputPath, View<'_>)> {
        [
            ("index", "languages", "languages-title", ""),
            ("404", "404", "not-found-title", base),
        ]
        .into_iter()
        .filter_map(|(name, layout, title, prefix)| {
            let output = OutputPath::new(&format!("{name}.html"))?;
            let here = Standpoint {
                output,
                prefix: prefix.to_owned(),
            };
            let path = PagePath::new(name)?;
            let mut page = self.frame(layout, &path, &here, listing::text(self.interface, title));
            let home = PagePath::home();
            page.alternates = self.alternates(&here, |_, tag| Some((home.output(tag), true)));
            // Neither page is this language's: no entry is the current one.
            page.alternates
                .iter_mut()
                .for_each(|alternate| alternate.current = false);
            let view = self.view(&here, &path, page);
            Some((here.output, view))
        })
        .collect()
    }

    fn view(&self, here: &Standpoint, path: &PagePath, page: PageView) -> View<'_> {
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
    fn frame(
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
            content_lang: self.lang.tag.clone(),
            content_dir: self.lang.dir,
            toc: Vec::new(),
            breadcrumbs: Vec::new(),
            prev: None,
            next: None,
            nav: Vec::new(),
            alternates: Vec::new(),
            notices: self.notices(None, here),
            references: Vec::new(),
            owner: None,
            reviewed: None,
            review_by: None,
            reading_minutes: 0,
            canonical: None,
        }
    }

    fn page_view(&self, page: &Page, here: &Standpoint) -> PageView {
        let library = self.shared.library;
        let path = &page.path;
        let written = library.language(&page.lang).unwrap_or(self.language);
        // Labels within the text are in the text's language, which a fallback says in `lang`.
        let voice = self
            .shared
            .strings
            .get(&written.tag)
            .unwrap_or(self.interface);
        let links = |target: &LinkTarget| self.href(target, here);
        let html = page
            .document
            .html(&links, &|label| label_text(voice, label));
        let (prev, next) = self.navigation.neighbours(path, here);
        let date = |date| listing::day(self.interface, date);
        let references = page
            .front
            .references
            .iter()
            .filter(|(_, ids)| !ids.is_empty());
        PageView {
            description: page.front.description.clone(),
            html,
            content_lang: written.tag.bcp47(),
            content_dir: written.dir.as_str(),
            toc: toc(page),
            breadcrumbs: self.navigation.breadcrumbs(path, here),
            prev,
            next,
            nav: self.navigation.tree(path, here),
            alternates: self.alternates(here, |library, tag| {
                library.page_or_source(tag, path)?;
                Some((path.output(tag), library.page(tag, path).is_some()))
            }),
            notices: self.notices(Some(page), here),
            references: references
                .map(|(list, ids)| ReferencesView {
                    list: list.clone(),
                    ids: ids.iter().map(|(id, _)| id.clone()).collect(),
                })
                .collect(),
            owner: page.front.owner.clone(),
            reviewed: page.front.reviewed.map(date),
            review_by: page.front.review_by.map(date),
            reading_minutes: minutes(page),
            canonical: self.canonical(&here.output),
            ..self.frame(
                page.front.layout.name(),
                path,
                here,
                page.front.title.clone(),
            )
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
            urgent: nav.urgent.as_ref().and_then(to),
            report: nav.report.as_ref().and_then(to),
            header: menu(&nav.header),
            footer: menu(&nav.footer),
        }
    }

    fn home(&self, here: &Standpoint) -> Option<Link> {
        self.navigation
            .link(&PagePath::home(), &PagePath::home(), here)
            .map(|link| Link {
                current: false,
                ..link
            })
    }

    fn alternates(
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
                })
            })
            .collect()
    }

    fn notices(&self, page: Option<&Page>, here: &Standpoint) -> Vec<Notice> {
        let site = self.shared.library.site();
        let mut notices = Vec::new();
        let mut add = |kind, html| notices.push(Notice { kind, html });
        if let Some(page) = page {
            let fallback = page.lang != self.language.tag;
            let source = self
                .shared
                .library
                .language(&site.source_language)
                .unwrap_or(self.language);
            if fallback {
                let name = self
                    .shared
                    .library
                    .language(&page.lang)
                    .map_or("", |language| language.name.as_str());
                add(
                    "fallback",
                    self.say("notice-fallback", &[("language", name)]),
                );
            } else if page.lang != site.source_language && !page.generated {
                if let TranslationState::Stale { .. } = page.state {
                    let href = escape(&here.href(&page.path.output(&source.tag)));
                    let link = self.say("notice-stale-link", &[("language", &source.name)]);
                    let text = self.say("notice-stale", &[]);
                    add(
                        "stale",
                        format!(
                            "{text} <a href=\"{href}\" hreflang=\"{}\">{link}</a>",
                            source.tag.bcp47()
                        ),
                    );
                }
                if page.front.translation_checked_by.is_none() {
                    add("unchecked", self.say("notice-unchecked", &[]));
                }
            }
            if page.front.references.iter().any(|(_, ids)| !ids.is_empty()) {
                add("restates", self.say("notice-restates", &[]));
            }
        }
        if site.publisher.is_empty() && !site.reporting.not_site_of.is_empty() {
            add(
                "not-site",
                self.say(
                    "notice-not-site",
                    &[("organisation", &site.reporting.not_site_of)],
                ),
            );
        }
        notices
    }

    /// A text of the interface as HTML; its key if there is none (reported when the theme is read).
    fn say(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let arguments: FluentArgs = arguments
            .iter()
            .map(|&(name, value)| (name, value))
            .collect();
        escape(
            &self
                .interface
                .text(key, &arguments)
                .unwrap_or_else(|_| key.to_owned()),
        )
    }

    fn href(&self, target: &LinkTarget, here: &Standpoint) -> Option<String> {
        match target {
            LinkTarget::Page {
                language,
                path,
                anchor,
            } => {
                let tag = language.as_ref().unwrap_or(&self.language.tag);
                self.shared.library.page_or_source(tag, path)?;
                let way = here.href(&path.output(tag));
                Some(match anchor {
                    Some(anchor) => format!("{way}#{}", encode_fragment(anchor)),
                    None => way,
                })
            }
            LinkTarget::Here { anchor } => Some(format!("#{}", encode_fragment(anchor))),
            LinkTarget::Asset { path } => self
                .shared
                .assets
                .linked(path)
                .map(|output| here.href(output)),
            LinkTarget::External { url } => Some(url.clone()),
            LinkTarget::Term { key } => {
                let page = self.glossary_page.as_ref()?;
                let way = here.href(&page.output(&self.language.tag));
                Some(format!("{way}#{}", encode_fragment(&listing::term_id(key))))
            }
            LinkTarget::Unusable => None,
        }
    }

    fn canonical(&self, output: &OutputPath) -> Option<String> {
        let base = &self.shared.library.site().base_url;
        (!base.is_empty()).then(|| format!("{base}{}", crate::url::encode_path(output.as_str())))
    }

    fn alphabet(&self) -> Vec<LetterView> {
        let Some(path) = PagePath::new("a-z") else {
            return Vec::new();
        };
        let here = Standpoint::new(path.output(&self.language.tag));
        let pages = self.navigation.pages().map(|(title, output)| EntryView {
            title: title.to_owned(),
            href: here.href(output),
            kind: "page",
        });
        let terms = self.glossary.iter().filter_map(|term| {
            let target = LinkTarget::Term {
                key: term.key.clone(),
            };
            Some(EntryView {
                title: term.term.clone(),
                href: self.href(&target, &here)?,
                kind: "term",
            })
        });
        listing::by_letter(pages.chain(terms).collect(), self.interface)
    }
}

fn lang_view(language: &Language) -> LangView {
    LangView {
        tag: language.tag.bcp47(),
        dir: language.dir.as_str(),
        name: language.name.clone(),
    }
}

fn label_text(interface: &Interface, label: Label) -> String {
    match label {
        Label::Callout(kind) => listing::text(interface, &format!("callout-{}", kind.name())),
        Label::Footnotes => listing::text(interface, "footnotes-label"),
        Label::Table => listing::text(interface, "table-label"),
        Label::FootnoteBack(number) => {
            let arguments = FluentArgs::from_iter([("number", i64::from(number))]);
            interface
                .text("footnote-back", &arguments)
                .unwrap_or_else(|_| number.to_string())
        }
    }
}

fn toc(page: &Page) -> Vec<TocItem> {
    let mut toc: Vec<TocItem> = Vec::new();
    for heading in page
        .document
        .headings
        .iter()
        .filter(|heading| heading.level <= 3)
    {
        let item = TocItem {
            id: heading.id.clone(),
            title: heading.text.clone(),
            level: heading.level,
            children: Vec::new(),
        };
        match toc.last_mut() {
            Some(above) if heading.level == 3 => above.children.push(item),
            _ => toc.push(item),
        }
    }
    toc
}

/// Minutes to read, at least one. Where words aren't separated, two characters count as a word.
fn minutes(page: &Page) -> usize {
    let words: usize = page
        .document
        .sections
        .iter()
        .flat_map(|section| section.body.split_whitespace())
        .map(|word| {
            if word.chars().any(is_ideograph) {
                word.chars().count().div_ceil(2)
            } else {
                1
            }
        })
        .sum();
    words.div_ceil(WORDS_PER_MINUTE).max(1)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn escape(text: &str) -> String {
    let mut html = Vec::with_capacity(text.len());
    // Writing to memory can't fail; what isn't escaped must not be shown.
    match tera::escape_html(text, &mut html) {
        Ok(()) => String::from_utf8(html).unwrap_or_default(),
        Err(_) => String::new(),
    }
}
