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
    /// Whether a word ends at its apostrophe: what follows is an ending (*Andrea's*, *tv'et*), and
    /// the two sides' stemmers differ in how they take it off.
    pub(super) cut: bool,
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
            cut: matches!(primary, "da" | "de" | "et" | "nb" | "nn" | "no" | "yi"),
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
            if self.cut
                && let Some(end) = token.find(APOSTROPHE)
            {
                token.truncate(end);
            }
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

    /// The stem of a surface.
    pub(super) fn stem(&self, surface: &str) -> String {
        match &self.twin {
            Some(twin) if !is_pair(surface) => twin.stem(surface),
            _ => surface.to_owned(),
        }
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
            "l", "d", "j", "m", "t", "s", "n", "c", "z", "qu", "jusqu", "lorsqu", "puisqu",
            "quoiqu",
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
    fn endings_behind_an_apostrophe_go() {
        let surfaces = |lang: &str, text: &str| Analysis::of(lang).surfaces(text);
        assert_eq!(
            surfaces("de", "Andrea's Grimm'sche Haus’s"),
            ["andrea", "grimm", "haus"]
        );
        assert_eq!(surfaces("nb", "TV’en, NRK's"), ["tv", "nrk"]);
        assert_eq!(surfaces("et", "NATO'le"), ["nato"]);
        assert_eq!(surfaces("en", "don't"), ["don't"]);
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
