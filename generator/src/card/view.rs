//! What the templates `card.html` and `poster.html` see.

use super::square::Square;
use super::{Facts, Refusal};
use crate::content::Library;
use crate::i18n::strings::Interface;
use crate::render::article::label_text;
use crate::render::edition::lang_view;
use crate::render::listing;
use crate::render::view::{Fact, LangView};
use fluent_bundle::FluentArgs;
use serde::Serialize;

/// The facts of a place that stand on paper, beside the emergency number and the two dates.
const SHOWN: [&str; 4] = [
    "places-desk",
    "places-languages",
    "places-reading-days",
    "places-authority",
];

/// A card, and the poster of the same facts.
#[derive(Debug, Clone, Serialize)]
pub struct CardView {
    /// The language.
    pub lang: LangView,
    /// The site's title.
    pub site: String,
    /// The place's name.
    pub place: String,
    /// The local emergency number.
    pub emergency: String,
    /// What else is known of the place.
    pub facts: Vec<Fact>,
    /// When it was verified, and when it must be checked again.
    pub dates: Vec<Fact>,
    /// The sections of the page, in HTML.
    pub sections: Vec<String>,
    /// The address, without `https://`.
    pub address: String,
    /// The address as a square.
    pub square: Square,
    /// Whose words these are.
    pub notices: Vec<String>,
    /// The style sheet.
    pub style: String,
}

impl CardView {
    /// The view of what may be printed.
    pub(super) fn new(
        library: &Library,
        facts: &Facts<'_>,
        words: &Interface,
        style: &str,
    ) -> Result<Self, Refusal> {
        let site = library.site();
        let tag = &facts.language.tag;
        let fact = |key: &str, value: String| Fact {
            label: listing::text(words, key),
            value,
            known: true,
        };
        let known = listing::facts(library, facts.place, tag, words);
        let html = facts
            .page
            .document
            .html(&|_| None, &|_| None, &|label| label_text(words, label));
        let sections = facts
            .sections
            .iter()
            .map(|id| {
                section(&html, id).ok_or_else(|| Refusal::NoSection {
                    page: facts.page.path.to_string(),
                    section: id.clone(),
                })
            })
            .collect::<Result<_, _>>()?;
        let square = Square::of(&facts.address).ok_or_else(|| Refusal::Address {
            address: facts.address.clone(),
            longest: super::LONGEST_ADDRESS,
        })?;
        Ok(Self {
            lang: lang_view(facts.language, words),
            site: site.title.get_or(tag, &site.source_language).to_owned(),
            place: facts
                .place
                .name
                .get_or(tag, &site.source_language)
                .to_owned(),
            emergency: facts.emergency.to_owned(),
            facts: SHOWN
                .into_iter()
                .filter_map(|shown| {
                    let (key, value) = known.iter().find(|(key, _)| *key == shown)?;
                    Some(fact(key, value.clone()?))
                })
                .collect(),
            dates: vec![
                fact("places-verified", listing::day(words, facts.verified)),
                fact("places-review-by", listing::day(words, facts.review_by)),
            ],
            sections,
            address: facts.address.trim_start_matches("https://").to_owned(),
            square,
            notices: notices(library, facts, words),
            style: style.to_owned(),
        })
    }
}

/// What the site's pages say of themselves stands on paper too.
fn notices(library: &Library, facts: &Facts<'_>, words: &Interface) -> Vec<String> {
    let site = library.site();
    let mut notices = Vec::new();
    let translated = facts.language.tag != site.source_language;
    if translated && facts.page.front.translation_checked_by.is_none() {
        notices.push(listing::text(words, "notice-unchecked"));
    }
    notices.push(listing::text(words, "notice-restates"));
    let organisation = site.reporting.not_site_of.as_str();
    if site.publisher.is_empty() && !organisation.is_empty() {
        let arguments = FluentArgs::from_iter([("organisation", organisation)]);
        notices.extend(words.text("notice-not-site", &arguments).ok());
    }
    notices
}

/// A section of a page: from its heading to the next of the second level. The heading loses its
/// id, since the same section may stand on a sheet twice.
fn section(html: &str, id: &str) -> Option<String> {
    let opening = format!("<h2 id=\"{id}\">");
    let start = html.find(&opening)? + opening.len();
    let rest = &html[start..];
    let end = rest.find("\n<h2 id=\"").unwrap_or(rest.len());
    Some(format!("<h2>{}", &rest[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let html = "<p>x</p>\n<h2 id=\"a\">A</h2>\n<p>1</p>\n<h3 id=\"b\">B</h3>\n<h2 id=\"c\">C</h2>\n<p>2</p>\n";
        assert_eq!(
            section(html, "a").unwrap(),
            "<h2>A</h2>\n<p>1</p>\n<h3 id=\"b\">B</h3>"
        );
        assert_eq!(section(html, "c").unwrap(), "<h2>C</h2>\n<p>2</p>\n");
        assert_eq!(section(html, "b"), None);
    }
}
