//! Which languages have a stemmer on both sides, and where its browser twin lies.
//!
//! Rust stems by `frostem` (Snowball's main branch). The browser stems by the official
//! JavaScript of Snowball, committed under `theme/vendor/snowball/`. A language of `frostem`
//! without that twin is searched by its surface forms, like one without a stemmer.

use frostem::{Algorithm, Stemmer};

macro_rules! vendored {
    ($file:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../theme/vendor/snowball/",
            $file
        ))
    };
}
/// A stemmer and its twin.
#[derive(Clone, Copy)]
pub(super) struct Twin {
    stemmer: Stemmer,
    /// The script of the same algorithm, minified, without the class that all share.
    pub(super) script: &'static str,
    /// The constructor which that script defines.
    pub(super) class: &'static str,
}

/// The class that every one of Snowball's scripts builds on.
pub(super) const BASE_SCRIPT: &str = vendored!("base-stemmer.js");

macro_rules! twins {
    ($lang:expr; $($($tag:literal)|+ => $algorithm:ident, $file:literal;)+) => {
        match $lang {
            $($($tag)|+ => Some(Twin {
                stemmer: Stemmer::new(Algorithm::$algorithm),
                script: vendored!($file),
                class: concat!(stringify!($algorithm), "Stemmer"),
            }),)+
            _ => None,
        }
    };
}

impl Twin {
    /// The stemmer of a language, given its primary subtag.
    pub(super) fn of(lang: &str) -> Option<Self> {
        twins! { lang;
            "ar" => Arabic, "arabic-stemmer.js";
            "ca" => Catalan, "catalan-stemmer.js";
            "da" => Danish, "danish-stemmer.js";
            "de" => German, "german-stemmer.js";
            "el" => Greek, "greek-stemmer.js";
            "en" => English, "english-stemmer.js";
            "es" => Spanish, "spanish-stemmer.js";
            "fr" => French, "french-stemmer.js";
            "hi" => Hindi, "hindi-stemmer.js";
            "hu" => Hungarian, "hungarian-stemmer.js";
            "eo" => Esperanto, "esperanto-stemmer.js";
            "et" => Estonian, "estonian-stemmer.js";
            "eu" => Basque, "basque-stemmer.js";
            "ga" => Irish, "irish-stemmer.js";
            "hy" => Armenian, "armenian-stemmer.js";
            "id" => Indonesian, "indonesian-stemmer.js";
            "it" => Italian, "italian-stemmer.js";
            "ne" => Nepali, "nepali-stemmer.js";
            "nb" | "nn" | "no" => Norwegian, "norwegian-stemmer.js";
            "nl" => Dutch, "dutch-stemmer.js";
            "pt" => Portuguese, "portuguese-stemmer.js";
            "mo" | "ro" => Romanian, "romanian-stemmer.js";
            "ru" => Russian, "russian-stemmer.js";
            // Made for all of Serbo-Croatian, in both alphabets.
            "bs" | "cnr" | "hr" | "sh" | "sr" => Serbian, "serbian-stemmer.js";
            "sv" => Swedish, "swedish-stemmer.js";
            "ta" => Tamil, "tamil-stemmer.js";
            "tr" => Turkish, "turkish-stemmer.js";
            "yi" => Yiddish, "yiddish-stemmer.js";
        }
    }

    /// The stem of a normalised word; the word itself where the algorithm leaves nothing.
    pub(super) fn stem(&self, word: &str) -> String {
        let stem = self.stemmer.stem(word);
        if stem.is_empty() {
            word.to_owned()
        } else {
            stem.into_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Twin;

    #[test]
    fn serbian_stems_are_one_in_both_alphabets() {
        let serbian = Twin::of("sr").expect("a twin");
        assert_eq!(serbian.stem("трговине"), serbian.stem("trgovina"));
    }

    #[test]
    fn kindred_languages_share_a_stemmer() {
        let stem = |lang: &str| Twin::of(lang).expect("a twin").stem("žrtvama");
        assert_eq!(stem("bs"), stem("sr"));
        assert_eq!(stem("hr"), stem("sr"));
        assert!(Twin::of("uk").is_none() && Twin::of("sq").is_none());
    }
}
