//! The article of a page: its text with every link resolved, and what is said about it.

use crate::content::{Layout, Page};
use crate::i18n::strings::Interface;
use crate::markdown::{Label, LinkTarget};
use crate::render::edition::Edition;
use crate::render::listing;
use crate::render::navigation::{Link, Standpoint};
use crate::render::view::{PageView, ReferencesView, TocItem};
use crate::url::{encode_fragment, encode_path};
use fluent_bundle::FluentArgs;

/// Words that a reader takes in within a minute.
const WORDS_PER_MINUTE: usize = 200;

impl Edition<'_> {
    /// A page of the content, seen from `here`.
    pub(super) fn page_view(&self, page: &Page, here: &Standpoint) -> PageView {
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
        let sizes = |target: &LinkTarget| match target {
            LinkTarget::Asset { path } => self.shared.assets.size(path),
            _ => None,
        };
        let html = page
            .document
            .html(&links, &sizes, &|label| label_text(voice, label));
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
            toc: toc(page, library.toc(page)),
            breadcrumbs: self.navigation.breadcrumbs(path, here),
            prev,
            next,
            nav: self.navigation.tree(path, here),
            alternates: self.alternates(here, |library, tag| {
                library.page_or_source(tag, path)?;
                Some((path.output(tag), library.page(tag, path).is_some()))
            }),
            notices: self.notices(Some(page), here),
            own: self.own_pages(page, here),
            references: references
                .map(|(list, ids)| ReferencesView {
                    list: list.clone(),
                    ids: ids.iter().map(|(id, _)| id.clone()).collect(),
                })
                .collect(),
            owner: page.front.owner.clone(),
            reviewed: page.front.reviewed.map(date),
            review_by: page.front.review_by.map(date),
            changed: is_read(page)
                .then(|| self.shared.last.get(page))
                .flatten()
                .map(date),
            audiences: (library.audiences(page))
                .map(|audience| self.audience(audience, here))
                .collect(),
            edit: self.edit(page),
            reading_minutes: minutes(page),
            // What stands in for a translation is the source's page, also to a search engine.
            canonical: self.canonical(&path.output(&page.lang)),
            ..self.frame(
                page.front.layout.name(),
                path,
                here,
                page.front.title.clone(),
            )
        }
    }

    /// Where the text of a page can be edited in public.
    fn edit(&self, page: &Page) -> Option<String> {
        let library = self.shared.library;
        let url = library.site().edit.url.as_str();
        let file = format!("{}/{}.md", page.lang, page.path);
        (!url.is_empty() && library.invites_edits(page))
            .then(|| url.replace("{path}", &encode_path(&file)))
    }

    /// Where a reader finds more in their language than this page's menus offer, of which most
    /// lead to the source's text.
    fn own_pages(&self, page: &Page, here: &Standpoint) -> Vec<Link> {
        let few = self.language.pages.as_deref().unwrap_or_default();
        let library = self.shared.library;
        few.iter()
            .filter(|_| page.lang != self.language.tag)
            .filter(|(path, _)| library.page(&self.language.tag, path).is_some())
            .filter_map(|(path, _)| self.navigation.link(path, &page.path, here))
            .collect()
    }

    /// The address of what a link means; none to show the text alone.
    pub(super) fn href(&self, target: &LinkTarget, here: &Standpoint) -> Option<String> {
        match target {
            LinkTarget::Page {
                language,
                path,
                anchor,
            } => {
                let tag = language.as_ref().unwrap_or(&self.language.tag);
                let library = self.shared.library;
                if !library.is_generated(path) {
                    library.page_or_source(tag, path)?;
                }
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
}

/// A label within a text, in the text's language.
pub(crate) fn label_text(interface: &Interface, label: Label) -> String {
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

/// True for a page that is nothing but its text: of others, git doesn't know all that they show.
fn is_read(page: &Page) -> bool {
    matches!(
        page.front.layout,
        Layout::Page | Layout::Signs | Layout::Sheet
    )
}

/// The headings down to a depth; none if there are fewer than `least` of the second level.
fn toc(page: &Page, (depth, least): (u8, usize)) -> Vec<TocItem> {
    let mut toc: Vec<TocItem> = Vec::new();
    let headings = page.document.headings.iter();
    for heading in headings.filter(|heading| heading.level <= depth) {
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
    if toc.len() < least {
        toc.clear();
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
