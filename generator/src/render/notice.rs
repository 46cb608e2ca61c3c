//! What a reader should know before reading: whose words these are, how current, and in which
//! language.

use crate::content::Page;
use crate::render::edition::Edition;
use crate::render::navigation::Standpoint;
use crate::render::view::Notice;
use crate::translation::TranslationState;
use fluent_bundle::FluentArgs;

impl Edition<'_> {
    /// The notices of a page; without one, those of every page.
    pub(super) fn notices(&self, page: Option<&Page>, here: &Standpoint) -> Vec<Notice> {
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
}

fn escape(text: &str) -> String {
    let mut html = Vec::with_capacity(text.len());
    // Writing to memory can't fail; what isn't escaped must not be shown.
    match tera::escape_html(text, &mut html) {
        Ok(()) => String::from_utf8(html).unwrap_or_default(),
        Err(_) => String::new(),
    }
}
