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
            "hy" => Armenian, "armenian-stemmer.js";
            "id" => Indonesian, "indonesian-stemmer.js";
            "it" => Italian, "italian-stemmer.js";
            "nb" | "nn" | "no" => Norwegian, "norwegian-stemmer.js";
            "nl" => Dutch, "dutch-stemmer.js";
            "pt" => Portuguese, "portuguese-stemmer.js";
            "ro" => Romanian, "romanian-stemmer.js";
            "ru" => Russian, "russian-stemmer.js";
            "sr" => Serbian, "serbian-stemmer.js";
            "sv" => Swedish, "swedish-stemmer.js";
            "ta" => Tamil, "tamil-stemmer.js";
            "tr" => Turkish, "turkish-stemmer.js";
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
