//! One language's way from text to words and from words to stems.

use std::collections::BTreeSet;

use super::normalise::{APOSTROPHE, normalise, primary_subtag};
use super::stem::Twin;
use super::token::{is_pair, tokens};

/// What a language needs so that its text can be searched.
#[derive(Clone)]
pub(super) struct Analysis {
    /// The language as the site names it.
    pub(super) lang: String,
    twin: Option<Twin>,
    /// Articles and pronouns that lean on the next word: `l'` of *l'homme*.
    pub(super) elisions: &'static [&'static str],
    /// Endings that the stemmers of the two sides treat differently, taken off before them.
    pub(super) endings: &'static [&'static str],
    /// Words too common to ask for, as surfaces.
    pub(super) stop: BTreeSet<String>,
}

impl Analysis {
    /// The analysis of a language; any language has one, with or without stemmer and stop list.
    pub(super) fn of(lang: &str) -> Self {
        let primary = primary_subtag(lang);
        let primary = primary.as_str();
        let elisions = elisions(primary);
        let mut analysis = Self {
            lang: lang.to_owned(),
            twin: Twin::of(primary),
            elisions,
            endings: if primary == "de" {
                &["'s", "'sch"]
            } else {
                &[]
            },
            stop: BTreeSet::new(),
        };
        let list = stop_list(primary);
        // Comments begin with a bar, each word with its line.
        let words = list.lines().filter_map(|line| line.split('|').next());
        analysis.stop = words.flat_map(|word| analysis.surfaces(word)).collect();
        analysis
    }

    /// The stemmer with its browser twin, if the language has both.
    pub(super) fn twin(&self) -> Option<&Twin> {
        self.twin.as_ref()
    }

    /// The words of a text as they stand in it, normalised, in order.
    pub(super) fn surfaces(&self, text: &str) -> Vec<String> {
        let mut tokens = tokens(&normalise(text, &self.lang));
        for token in &mut tokens {
            self.drop_elision(token);
            self.drop_ending(token);
        }
        tokens
    }

    fn drop_elision(&self, token: &mut String) {
        while let Some((article, _)) = token.split_once(APOSTROPHE) {
            if !self.elisions.contains(&article) {
                break;
            }
            token.drain(..=article.len());
        }
    }

    fn drop_ending(&self, token: &mut String) {
        let mut endings = self.endings.iter();
        if let Some(bare) = endings.find_map(|ending| token.strip_suffix(ending)) {
            token.truncate(bare.len());
        }
    }

    /// The stem of a surface.
    pub(super) fn stem(&self, surface: &str) -> String {
        match &self.twin {
            Some(twin) if !is_pair(surface) => twin.stem(surface),
            _ => surface.to_owned(),
        }
    }

    /// The words of a text that carry meaning: without stop words, unless nothing else is there.
    pub(super) fn without_stop(&self, mut words: Vec<String>) -> Vec<String> {
        if words.iter().any(|word| !self.stop.contains(word)) {
            words.retain(|word| !self.stop.contains(word));
        }
        words
    }
}

/// Snowball's lists, from the same package as the browser's stemmers.
fn stop_list(lang: &str) -> &'static str {
    macro_rules! list {
        ($file:literal) => {
            include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../theme/vendor/snowball/stop/",
                $file
            ))
        };
    }
    match lang {
        "da" => list!("da.txt"),
        "de" => list!("de.txt"),
        "en" => list!("en.txt"),
        "es" => list!("es.txt"),
        "fi" => list!("fi.txt"),
        "fr" => list!("fr.txt"),
        "hu" => list!("hu.txt"),
        "it" => list!("it.txt"),
        "nb" | "nn" | "no" => list!("no.txt"),
        "nl" => list!("nl.txt"),
        "pt" => list!("pt.txt"),
        "ru" => list!("ru.txt"),
        "sv" => list!("sv.txt"),
        _ => "",
    }
}

fn elisions(lang: &str) -> &'static [&'static str] {
    match lang {
        "fr" => &[
            "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
        ],
        "it" => &[
            "l", "un", "d", "c", "m", "s", "t", "v", "n", "all", "dall", "dell", "nell", "sull",
            "coll", "gl", "agl", "dagl", "degl", "negl", "sugl", "quest", "quell", "bell", "anch",
            "com", "dov", "tutt",
        ],
        "ca" => &["l", "d", "m", "n", "s", "t"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::Analysis;

    #[test]
    fn elided_articles_go() {
        let french = Analysis::of("fr");
        assert_eq!(
            french.surfaces("L’homme qu'il vit aujourd'hui, d'aujourd’hui"),
            ["homme", "il", "vit", "aujourd'hui", "aujourd'hui"]
        );
    }

    #[test]
    fn endings_behind_an_apostrophe_go_in_german() {
        assert_eq!(
            Analysis::of("de").surfaces("Andrea's Grimm'sche Haus’s"),
            ["andrea", "grimm'sche", "haus"]
        );
    }

    #[test]
    fn stop_words_leave_when_another_word_remains() {
        let english = Analysis::of("en");
        let words = |text: &str| english.without_stop(english.surfaces(text));
        assert_eq!(words("the signs of it"), ["signs"]);
        assert_eq!(words("to be or not to be").len(), 6);
    }

    #[test]
    fn a_language_without_twin_keeps_its_surfaces() {
        assert_eq!(Analysis::of("uk").stem("торгівлею"), "торгівлею");
        assert_eq!(
            Analysis::of("pt-BR").stem("vítimas"),
            Analysis::of("pt").stem("vítimas")
        );
    }
}
