//! What a place's people carry on paper: a card that folds to pocket size, and a poster.
//!
//! Paper can't be corrected, and nobody sees a notice on it that its facts are old. So it is made
//! only of facts that somebody has verified and that aren't due for another look, in a language in
//! which its page is translated and up to date. Whatever is missing is a [`Refusal`].

mod refusal;
mod square;
mod view;

pub use refusal::Refusal;

use crate::build::BuildOptions;
use crate::content::{Desk, DeskState, Library, LoadOptions, Page, Place, load};
use crate::diagnostic::Diagnostics;
use crate::language::{Language, LanguageTag};
use crate::pipeline::interface;
use crate::render::page::Templates;
use crate::render::theme::Theme;
use crate::translation::TranslationState;
use jiff::civil::Date;
use thiserror::Error;

/// Longest address that is still short enough to be typed from paper: characters.
const LONGEST_ADDRESS: usize = 80;

/// What to print.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The place's id in `places.toml`.
    pub place: &'a str,
    /// The language, as its folder is named.
    pub language: &'a str,
    /// The address to print, if it isn't the language's first page under `base_url`.
    pub address: Option<&'a str>,
    /// The day on which it is printed.
    pub today: Date,
}

/// Two documents to print, each whole in itself: HTML without scripts, images or addresses to load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// One A4 sheet, printed on one side, that folds to A6.
    pub card: String,
    /// One A4 page.
    pub poster: String,
}

/// Why there is nothing to print.
#[derive(Debug, Error)]
pub enum CardError {
    /// The content or the theme has errors.
    #[error("the site has errors")]
    Content(Diagnostics),
    /// The place, or what is known of it, isn't fit for paper.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// Draws the card and the poster of a place.
pub fn print(options: &BuildOptions, request: &Request<'_>) -> Result<Printed, CardError> {
    let mut diagnostics = Diagnostics::new();
    let load_options = LoadOptions {
        content: options.content.clone(),
        desks: options.desks.clone(),
        allow_demo: options.allow_demo,
        ..LoadOptions::default()
    };
    let Ok(library) = load(&load_options, &mut diagnostics) else {
        return Err(CardError::Content(diagnostics));
    };
    let theme = Theme::load(options.overlay().as_deref(), &mut diagnostics);
    let strings = interface(&library, &theme, &mut diagnostics);
    let templates = Templates::compile(&theme, &strings, &mut diagnostics);
    let Some(templates) = templates.filter(|_| !diagnostics.has_errors()) else {
        return Err(CardError::Content(diagnostics));
    };
    let facts = Facts::of(&library, request)?;
    let Some(words) = strings.get(&facts.language.tag) else {
        return Err(CardError::Content(diagnostics));
    };
    let style = theme.source("css/card.css");
    let style = style.as_ref().map_or("", |style| style.text());
    let view = view::CardView::new(&library, &facts, words, style)?;
    let tag = facts.language.tag.bcp47();
    let mut draw = |layout| {
        templates.fill(layout, &tag, &view).map_err(|diagnostic| {
            diagnostics.add(*diagnostic);
            CardError::Content(std::mem::take(&mut diagnostics))
        })
    };
    Ok(Printed {
        card: draw("card")?,
        poster: draw("poster")?,
    })
}

/// What a card may say, once it is known that it may.
struct Facts<'a> {
    language: &'a Language,
    place: &'a Place,
    page: &'a Page,
    sections: &'a [String],
    verified: Date,
    review_by: Date,
    emergency: &'a str,
    /// With its scheme.
    address: String,
}

impl<'a> Facts<'a> {
    fn of(library: &'a Library, request: &Request<'_>) -> Result<Self, Refusal> {
        let site = library.site();
        let language = LanguageTag::parse(request.language)
            .ok()
            .and_then(|tag| library.language(&tag))
            .ok_or_else(|| Refusal::NoLanguage {
                asked: request.language.to_owned(),
                known: tags(library),
            })?;
        let place = library.places().iter().find(|it| it.id == request.place);
        let place = place.ok_or_else(|| Refusal::NoPlace {
            asked: request.place.to_owned(),
            known: library.places().iter().map(|it| it.id.clone()).collect(),
        })?;
        let (emergency, verified, review_by) = checked(library, place, request.today)?;
        let card = site.card.as_ref().ok_or(Refusal::NoCard)?;
        let page =
            library
                .page(&language.tag, &card.page)
                .ok_or_else(|| Refusal::NotTranslated {
                    page: card.page.to_string(),
                    language: language.tag.to_string(),
                })?;
        if matches!(page.state, TranslationState::Stale(_)) {
            return Err(Refusal::Stale {
                page: card.page.to_string(),
                language: language.tag.to_string(),
            });
        }
        Ok(Self {
            language,
            place,
            page,
            sections: &card.sections,
            verified,
            review_by,
            emergency,
            address: address(request.address, &site.base_url, language)?,
        })
    }
}

/// What a place must have before anybody carries it about: all of it, verified, and not overdue.
fn checked<'a>(
    library: &'a Library,
    place: &'a Place,
    today: Date,
) -> Result<(&'a str, Date, Date), Refusal> {
    let desk = (place.desk.as_ref()).and_then(|id| library.desks().iter().find(|it| it.id == *id));
    let (Some(emergency), Some(verified), Some(review_by), Some(desk)) =
        (&place.emergency, place.verified, place.review_by, desk)
    else {
        let known = [
            ("emergency", place.emergency.is_some()),
            ("desk", desk.is_some()),
            ("verified", place.verified.is_some()),
            ("review_by", place.review_by.is_some()),
        ];
        return Err(Refusal::NotFilledIn {
            place: place.id.clone(),
            missing: known.iter().filter(|it| !it.1).map(|it| it.0).collect(),
        });
    };
    if review_by < today {
        return Err(Refusal::Overdue {
            place: place.id.clone(),
            review_by,
            today,
        });
    }
    shut(desk)?;
    Ok((emergency, verified, review_by))
}

/// Refuses a desk that takes no reports.
fn shut(desk: &Desk) -> Result<(), Refusal> {
    match desk.state {
        DeskState::Open | DeskState::Demo => Ok(()),
        DeskState::Paused | DeskState::Closed => Err(Refusal::DeskShut {
            desk: desk.id.clone(),
            state: desk.state.name(),
        }),
    }
}

fn tags(library: &Library) -> Vec<String> {
    let languages = library.languages().iter();
    languages.map(|language| language.tag.to_string()).collect()
}

/// The address to print: the one that was asked for, else the language's part of the site.
fn address(asked: Option<&str>, base: &str, language: &Language) -> Result<String, Refusal> {
    let address = match asked {
        Some(asked) => asked.to_owned(),
        None if base.is_empty() => return Err(Refusal::NoAddress),
        None => format!("{base}{}/", language.tag),
    };
    // What is printed is what the square holds, so it must be typed as it stands.
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>');
    let host = address.strip_prefix("https://").unwrap_or_default();
    if host.is_empty() || !address.chars().all(plain) || address.len() > LONGEST_ADDRESS {
        return Err(Refusal::Address {
            address,
            longest: LONGEST_ADDRESS,
        });
    }
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_that_can_be_typed() {
        let of = |asked: Option<&str>, base: &str| {
            let tag = LanguageTag::parse("fr").unwrap();
            let language = Language {
                name: "Français".to_owned(),
                dir: crate::language::Direction::Ltr,
                pages: None,
                tag,
            };
            address(asked, base, &language).map_err(|refusal| refusal.to_string())
        };
        assert_eq!(
            of(None, "https://a.example/").unwrap(),
            "https://a.example/fr/"
        );
        assert_eq!(
            of(Some("https://a.example/x"), "").unwrap(),
            "https://a.example/x"
        );
        assert!(of(None, "").is_err());
        for bad in [
            "http://a.example/",
            "https://",
            "a.example",
            "https://a.example/ x",
            "https://é.example/",
        ] {
            assert!(of(Some(bad), "").is_err(), "{bad}");
        }
        assert!(of(Some(&format!("https://{}", "a".repeat(80))), "").is_err());
    }
}
