//! Languages: tags by BCP 47, and the direction in which a script runs.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::url::PagePath;

/// Scripts that run from right to left (ISO 15924).
const RIGHT_TO_LEFT: [&str; 19] = [
    "Adlm", "Arab", "Aran", "Avst", "Chrs", "Elym", "Hatr", "Hebr", "Mand", "Mend", "Nkoo", "Ougr",
    "Phli", "Rohg", "Samr", "Sogd", "Syrc", "Thaa", "Yezi",
];

/// Which way text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// Reads a value of HTML's `dir`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "ltr" => Some(Self::Ltr),
            "rtl" => Some(Self::Rtl),
            _ => None,
        }
    }
}

/// A valid language tag. It is written as its folder is (`zh-hans`); [`LanguageTag::bcp47`] has the
/// usual capitals (`zh-Hans`) for `lang` and `hreflang`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Arc<str>);

impl LanguageTag {
    /// Accepts well-formed tags of language, script, region and variants.
    pub fn parse(text: &str) -> Result<Self, InvalidLanguageTag> {
        // `_` and upper-case folders would pass the library; in an address they are a trap.
        let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        match text.parse::<LanguageIdentifier>() {
            Ok(id) if plain && id.language != unic_langid::subtags::Language::default() => {
                Ok(Self(Arc::from(text)))
            }
            _ => Err(InvalidLanguageTag(text.to_owned())),
        }
    }

    /// The tag as its folder is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag with its usual capitals.
    #[must_use]
    pub fn bcp47(&self) -> String {
        self.identifier().to_string()
    }

    /// The tag's parts.
    #[must_use]
    pub fn identifier(&self) -> LanguageIdentifier {
        // Parsed once already when this was made.
        self.0.parse().unwrap_or_default()
    }

    /// The language without script, region and variants, if it is usually written in the same
    /// script: `zh` for `zh-hans`, none for `zh-hant`; none for a tag that has none of them.
    #[must_use]
    pub fn base_in_same_script(&self) -> Option<Self> {
        let full = |mut id: LanguageIdentifier| {
            id.maximize();
            id.script
        };
        let own = self.identifier();
        let base = LanguageIdentifier::from_parts(own.language, None, None, &[]);
        (base != own && full(base.clone()) == full(own)).then(|| Self(base.to_string().into()))
    }

    /// The direction of its script, given or usual.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let id = self.identifier();
        let right_to_left = match id.script {
            Some(script) => RIGHT_TO_LEFT.contains(&script.as_str()),
            None => id.character_direction() == CharacterDirection::RTL,
        };
        if right_to_left {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Text that isn't a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” isn't a language tag")]
pub struct InvalidLanguageTag(pub String);

/// A language of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its tag, which is its folder.
    pub tag: LanguageTag,
    /// Its own name for itself.
    pub name: String,
    /// Which way it runs.
    pub dir: Direction,
    /// The pages that are meant to be translated, and where `site.toml` names them; none if all
    /// are.
    pub pages: Option<Vec<(PagePath, Range<usize>)>>,
}

impl Language {
    /// True if the page is meant to be in this language.
    #[must_use]
    pub fn expects(&self, path: &PagePath) -> bool {
        match &self.pages {
            Some(pages) => pages.iter().any(|(page, _)| page == path),
            None => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_checked_and_written_as_usual() {
        for (text, usual) in [
            ("en", "en"),
            ("zh-hans", "zh-Hans"),
            ("pt-br", "pt-BR"),
            ("sr-Latn", "sr-Latn"),
        ] {
            assert_eq!(LanguageTag::parse(text).unwrap().bcp47(), usual);
        }
        for text in [
            "",
            "e",
            "english-language-x",
            "en_GB",
            "und",
            "../en",
            "en/",
        ] {
            assert!(LanguageTag::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_base_language_is_written_in_the_same_script() {
        for (text, base) in [
            ("zh-hans", Some("zh")),
            ("zh-hant", None),
            ("pt-br", Some("pt")),
            ("sr-Cyrl", Some("sr")),
            ("sr-Latn", None),
            ("sr-ME", None),
            ("uz-Latn", Some("uz")),
            ("sr", None),
        ] {
            let found = LanguageTag::parse(text).unwrap().base_in_same_script();
            assert_eq!(found.as_ref().map(LanguageTag::as_str), base, "{text}");
        }
    }

    #[test]
    fn direction_follows_the_script() {
        for (text, dir) in [
            ("ar", Direction::Rtl),
            ("fa", Direction::Rtl),
            ("he", Direction::Rtl),
            ("ru", Direction::Ltr),
            ("uz-Arab", Direction::Rtl),
            ("ar-Latn", Direction::Ltr),
            ("ks-Hebr", Direction::Rtl),
            ("ckb", Direction::Rtl),
            ("ps", Direction::Rtl),
            ("ug", Direction::Rtl),
            ("sr-Latn", Direction::Ltr),
            ("zh-hant", Direction::Ltr),
        ] {
            assert_eq!(LanguageTag::parse(text).unwrap().direction(), dir, "{text}");
        }
    }
}
