//! What a reader should know before reading: whose words these are, how current, and in which
//! language.

use crate::content::{Page, Unpublished};
use crate::language::Language;
use crate::render::edition::Edition;
use crate::render::listing;
use crate::render::navigation::Standpoint;
use crate::render::view::Notice;
use crate::translation::{Changes, TranslationState, UnitChange};
use crate::url::encode_fragment;
use fluent_bundle::FluentArgs;

impl Edition<'_> {
    /// The notices of a page; without one, those of every page.
    pub(super) fn notices(&self, page: Option<&Page>, here: &Standpoint) -> Vec<Notice> {
        let site = self.shared.library.site();
        let mut notices = Vec::new();
        let mut add = |kind, html| notices.push(Notice { kind, html });
        if let Some(page) = page {
            match self.shared.library.unpublished(&page.lang, &page.path) {
                Some(Unpublished::Draft) => add("draft", self.say("notice-draft", &[])),
                Some(Unpublished::Until(day)) => {
                    let date = listing::day(self.interface, day);
                    add(
                        "scheduled",
                        self.say("notice-scheduled", &[("date", &date)]),
                    );
                }
                None => {}
            }
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
                if let TranslationState::Stale(changes) = &page.state {
                    add("stale", self.stale(page, changes, source, here));
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

    /// That the source says something else by now: since when, and where it is to be read.
    fn stale(
        &self,
        page: &Page,
        changes: &Changes,
        source: &Language,
        here: &Standpoint,
    ) -> String {
        let text = match self.shared.changed.get(&page.path) {
            Some(day) => {
                let date = listing::day(self.interface, day);
                self.say("notice-stale-since", &[("date", &date)])
            }
            None => self.say("notice-stale", &[]),
        };
        let mut href = here.href(&page.path.output(&source.tag));
        let original = self.shared.library.page(&source.tag, &page.path);
        if let Some(anchor) = original.and_then(|page| first_change(page, changes)) {
            href = format!("{href}#{}", encode_fragment(&anchor));
        }
        let (href, tag) = (escape(&href), source.tag.bcp47());
        let link = self.say("notice-stale-link", &[("language", &source.name)]);
        format!("{text} <a href=\"{href}\" hreflang=\"{tag}\">{link}</a>")
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
}

/// The place on the source's page where the first change is; none for its beginning.
fn first_change(source: &Page, changes: &Changes) -> Option<String> {
    let Some(first) = changes.units.first() else {
        return changes.terms.first().map(|key| listing::term_id(key));
    };
    // What is gone has no place: the unit before it is the nearest.
    let at = match first {
        UnitChange::Removed { before, .. } => before.checked_sub(1)?,
        _ => first.place(),
    };
    let start = source.document.units.get(at)?.span.start;
    let headings = &source.document.headings;
    headings
        .iter()
        .rev()
        .find(|heading| heading.span.start <= start)
        .map(|heading| heading.id.clone())
}

fn escape(text: &str) -> String {
    let mut html = Vec::with_capacity(text.len());
    // Writing to memory can't fail; what isn't escaped must not be shown.
    match tera::escape_html(text, &mut html) {
        Ok(()) => String::from_utf8(html).unwrap_or_default(),
        Err(_) => String::new(),
    }
}
