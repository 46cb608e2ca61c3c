//! A query as it was typed: words, and phrases in quotation marks.

use std::collections::HashMap;

use super::analysis::Analysis;
use super::excerpt::is_inside;
use super::normalise::without_gershayim;
use super::token::is_unspaced;

/// Characters of a query that are read.
pub(super) const QUERY_CHARS: usize = 500;
/// Words of a query that are looked up.
pub(super) const QUERY_WORDS: usize = 16;

/// What a query asks for: a word, or words that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Word(String),
    Phrase(Vec<String>),
}

/// The part of a query that is read.
pub(super) fn beginning(query: &str) -> String {
    query.chars().take(QUERY_CHARS).collect()
}

/// The units of a query's beginning, without stop words and repeats, and cut after so many words.
pub(super) fn units(analysis: &Analysis, query: &str) -> Vec<Unit> {
    let query = without_gershayim(query);
    let pieces: Vec<&str> = query.split(is_quote).collect();
    let mut all = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        let surfaces = analysis.surfaces(piece);
        // What follows a quotation mark that is not closed is plain words still.
        if i % 2 == 0 || i + 1 == pieces.len() {
            all.extend(surfaces.into_iter().map(Unit::Word));
        } else if !surfaces.is_empty() {
            all.push(Unit::Phrase(surfaces));
        }
    }
    let is_stop = |unit: &Unit| matches!(unit, Unit::Word(word) if analysis.stop.contains(word));
    if !all.iter().all(is_stop) {
        all.retain(|unit| !is_stop(unit));
    }
    distinct(all)
}

/// Each unit once, at its first place, as long as words are left to take.
pub(super) fn distinct(all: Vec<Unit>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut left = QUERY_WORDS;
    for mut unit in all {
        if let Unit::Phrase(words) = &mut unit {
            words.truncate(left);
        }
        if left > 0 && !units.contains(&unit) {
            left -= match &unit {
                Unit::Word(_) => 1,
                Unit::Phrase(words) => words.len(),
            };
            units.push(unit);
        }
    }
    units
}

/// The query with words replaced and all else as it was typed.
pub(super) fn rewritten(
    analysis: &Analysis,
    query: &str,
    replaced: &HashMap<String, String>,
) -> String {
    let mut out = String::new();
    let mut piece = String::new();
    let flush = |piece: &mut String, out: &mut String| {
        let surfaces = analysis.surfaces(piece);
        if surfaces
            .iter()
            .any(|surface| replaced.contains_key(surface))
        {
            let words: Vec<&str> = surfaces
                .iter()
                .map(|surface| replaced.get(surface).unwrap_or(surface).as_str())
                .collect();
            out.push_str(&words.join(" "));
        } else {
            out.push_str(piece);
        }
        piece.clear();
    };
    for c in query.chars() {
        if is_inside(c) && !is_unspaced(c) {
            piece.push(c);
        } else {
            flush(&mut piece, &mut out);
            out.push(c);
        }
    }
    flush(&mut piece, &mut out);
    out
}

/// Quotation marks of all kinds but the single ones, which are apostrophes too.
fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\u{AB}' | '\u{BB}' | '\u{201C}'..='\u{201F}' | '\u{300C}'..='\u{300F}'
            | '\u{301D}'..='\u{301F}' | '\u{FF02}'
    )
}

#[cfg(test)]
mod tests {
    use super::{Unit, rewritten, units};
    use crate::search::analysis::Analysis;
    use std::collections::HashMap;

    fn shown(lang: &str, query: &str) -> Vec<String> {
        let units = units(&Analysis::of(lang), query).into_iter();
        let shown = units.map(|unit| match unit {
            Unit::Word(word) => word,
            Unit::Phrase(words) => format!("\"{}\"", words.join(" ")),
        });
        shown.collect()
    }

    #[test]
    fn quoted_words_are_a_phrase() {
        assert_eq!(
            shown("en", "the \"Code of Conduct\" says, the code"),
            ["\"code of conduct\"", "says", "code"]
        );
        assert_eq!(shown("ru", "«права жертв» «»"), ["\"права жертв\""]);
        assert_eq!(shown("en", "\"to be\" or not"), ["\"to be\""]);
    }

    #[test]
    fn stop_words_leave_when_another_word_remains() {
        assert_eq!(shown("en", "the signs of it"), ["signs"]);
        assert_eq!(shown("en", "to be or not").len(), 4);
        assert_eq!(shown("ru", "как и что делать"), ["делать"]);
    }

    #[test]
    fn an_open_quotation_mark_is_none() {
        assert_eq!(shown("en", "“human traff"), ["human", "traff"]);
    }

    #[test]
    fn gershayim_are_no_quotation_mark() {
        assert_eq!(shown("he", "צה\"ל דו\"ח"), ["צהל", "דוח"]);
    }

    #[test]
    fn repeats_and_what_is_too_much_go() {
        assert_eq!(shown("en", "act \"act\" Act \"act\""), ["act", "\"act\""]);
        let many: Vec<String> = (0..40).map(|i| format!("w{i}")).collect();
        assert_eq!(shown("en", &many.join(" ")).len(), 16);
        let phrase = shown("en", &format!("x \"{}\" y", many.join(" ")));
        assert_eq!(phrase.len(), 2);
        assert_eq!(phrase[1].split(' ').count(), 15);
    }

    #[test]
    fn replaced_words_leave_the_rest_as_typed() {
        let replaced = HashMap::from([("traficking".to_owned(), "trafficking".to_owned())]);
        assert_eq!(
            rewritten(
                &Analysis::of("en"),
                "\"Human Traficking\", in the OSCE",
                &replaced
            ),
            "\"Human trafficking\", in the OSCE"
        );
    }
}
