//! Views that several pages share: glossary, A–Z, places, desks.

use crate::content::{Desk, DeskState, Library, Place};
use crate::i18n::strings::Interface;
use crate::language::{Language, LanguageTag};
use crate::render::view::{
    DeskView, EntryView, Fact, LetterView, PlaceChoice, PlaceView, ReportingView, TermView,
};
use fluent_bundle::FluentArgs;
use jiff::civil::{Date, Weekday};

/// After so many working days without a sign of life a desk counts as quiet. `relay/client/quiet.js`
/// counts the same by the reader's clock.
const QUIET_AFTER: usize = 3;

/// The id of a term on the glossary's page.
#[must_use]
pub fn term_id(key: &str) -> String {
    format!("term-{key}")
}

/// A day, written out.
#[must_use]
pub fn day(interface: &Interface, date: Date) -> String {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    interface.format().date(i32::from(date.year()), month, day)
}

/// The glossary in alphabetical order.
#[must_use]
pub fn glossary(library: &Library, language: &LanguageTag, interface: &Interface) -> Vec<TermView> {
    let format = interface.format();
    let mut terms: Vec<_> = library
        .glossary(language)
        .terms()
        .iter()
        .map(|term| TermView {
            key: term.key.clone(),
            id: term_id(&term.key),
            term: term.term.clone(),
            definition: term.definition.clone(),
            synonyms: term.synonyms.clone(),
            letter: format.letter(&term.term),
        })
        .collect();
    terms.sort_by(|a, b| {
        format
            .compare(&a.term, &b.term)
            .then_with(|| a.key.cmp(&b.key))
    });
    terms
}

/// Entries by letter, each letter once, in alphabetical order.
#[must_use]
pub fn by_letter(mut entries: Vec<EntryView>, interface: &Interface) -> Vec<LetterView> {
    let format = interface.format();
    // What begins with no letter comes before all letters, whatever the language thinks of it.
    let rank = |letter: &str| letter != "#";
    entries.sort_by_cached_key(|entry| entry.href.clone());
    entries.sort_by(|a, b| {
        let (of_a, of_b) = (format.letter(&a.title), format.letter(&b.title));
        rank(&of_a)
            .cmp(&rank(&of_b))
            .then_with(|| format.compare(&a.title, &b.title))
    });
    let mut letters: Vec<LetterView> = Vec::new();
    for entry in entries {
        let letter = format.letter(&entry.title);
        match letters.iter_mut().find(|known| known.letter == letter) {
            Some(known) => known.entries.push(entry),
            None => letters.push(LetterView {
                letter,
                entries: vec![entry],
            }),
        }
    }
    letters
}

/// A text of the interface without arguments; its key if there is none (reported elsewhere).
#[must_use]
pub fn text(interface: &Interface, key: &str) -> String {
    interface
        .text(key, &FluentArgs::new())
        .unwrap_or_else(|_| key.to_owned())
}

/// The places with all that is known of them.
#[must_use]
pub fn places(library: &Library, language: &LanguageTag, interface: &Interface) -> Vec<PlaceView> {
    let source = &library.site().source_language;
    let unknown = text(interface, "places-empty");
    library
        .places()
        .iter()
        .map(|place| PlaceView {
            id: place.id.clone(),
            name: place.name.get_or(language, source).to_owned(),
            desk: place.desk.clone(),
            facts: facts(library, place, language, interface)
                .into_iter()
                .map(|(key, value)| Fact {
                    label: text(interface, key),
                    known: value.is_some(),
                    value: value.unwrap_or_else(|| unknown.clone()),
                })
                .collect(),
        })
        .collect()
}

/// What is known of a place, each with the key of its label.
pub(crate) fn facts(
    library: &Library,
    place: &Place,
    language: &LanguageTag,
    interface: &Interface,
) -> [(&'static str, Option<String>); 9] {
    let desk = place.desk.as_ref().map(|id| {
        let desk = library.desks().iter().find(|desk| desk.id == *id);
        desk.map_or_else(
            || id.clone(),
            |desk| desk_name(library, desk, language, interface),
        )
    });
    let languages = (!place.languages.is_empty())
        .then(|| names(library.languages(), &place.languages, interface));
    let date = |date: Option<Date>| date.map(|date| day(interface, date));
    [
        ("places-desk", desk),
        ("places-languages", languages),
        ("places-reading-days", place.reading_days.clone()),
        ("places-emergency", place.emergency.clone()),
        ("places-authority", place.authority.clone()),
        ("places-procedure", place.procedure.clone()),
        ("places-owner", place.owner.clone()),
        ("places-verified", date(place.verified)),
        ("places-review-by", date(place.review_by)),
    ]
}

/// The desk's name. A demonstration desk needs none of its own: the theme has one in every
/// language.
fn desk_name(
    library: &Library,
    desk: &Desk,
    language: &LanguageTag,
    interface: &Interface,
) -> String {
    let name = desk.name.get_or(language, &library.site().source_language);
    if name.is_empty() && desk.state == DeskState::Demo {
        text(interface, "desk-demo")
    } else {
        name.to_owned()
    }
}

/// Languages by their own names, as a list; a language that isn't one of the site's by its tag.
fn names(known: &[Language], tags: &[LanguageTag], interface: &Interface) -> String {
    let names: Vec<_> = tags
        .iter()
        .map(|tag| {
            let language = known.iter().find(|language| language.tag == *tag);
            language.map_or_else(|| tag.bcp47(), |language| language.name.clone())
        })
        .collect();
    interface.format().list(&names)
}

/// What the forms need, but for the address of the relay, which depends on the page.
///
/// `today` is the day that the build counts as its own.
#[must_use]
pub fn reporting(
    library: &Library,
    language: &LanguageTag,
    interface: &Interface,
    stamp_bits: u8,
    today: Option<Date>,
) -> ReportingView {
    let site = library.site();
    let desks: Vec<_> = library
        .desks()
        .iter()
        .map(|desk| DeskView {
            id: desk.id.clone(),
            name: desk_name(library, desk, language, interface),
            state: desk.state.name(),
            recipients: desk.recipients.clone(),
            languages: names(library.languages(), &desk.languages, interface),
            opened: desk.opened.map(|date| day(interface, date)),
            opened_iso: desk.opened.map(|date| date.to_string()),
            quiet: is_quiet(desk.opened, today),
        })
        .collect();
    ReportingView {
        open: library
            .desks()
            .iter()
            .any(|desk| matches!(desk.state, DeskState::Open | DeskState::Demo)),
        desks,
        places: library
            .places()
            .iter()
            .map(|place| PlaceChoice {
                id: place.id.clone(),
                name: place
                    .name
                    .get_or(language, &site.source_language)
                    .to_owned(),
                desk: place.desk.clone(),
            })
            .collect(),
        relay: String::new(),
        instance: site.id.clone(),
        stamp_bits,
    }
}

/// True if nobody has opened the desk for three working days, or nobody knows when.
fn is_quiet(opened: Option<Date>, today: Option<Date>) -> bool {
    let (Some(opened), Some(today)) = (opened, today) else {
        return opened.is_none();
    };
    let working = |date: &Date| !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    opened
        .series(jiff::Span::new().days(1))
        .skip(1)
        .take_while(|date| *date <= today)
        .filter(working)
        .nth(QUIET_AFTER)
        .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_desk_is_quiet_after_three_working_days() {
        let friday = Some(date(2026, 11, 20));
        assert!(!is_quiet(friday, Some(date(2026, 11, 20))));
        assert!(!is_quiet(friday, Some(date(2026, 11, 25))));
        assert!(is_quiet(friday, Some(date(2026, 11, 26))));
        assert!(is_quiet(None, friday));
        assert!(!is_quiet(friday, None));
        assert!(!is_quiet(friday, Some(date(2026, 11, 1))));
    }
}
