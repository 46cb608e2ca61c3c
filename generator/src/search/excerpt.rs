//! The piece of a section's text that is shown with a result.

use std::collections::{HashMap, HashSet};

use unicode_normalization::char::is_combining_mark;

use super::analysis::Analysis;
use super::normalise::{APOSTROPHE, is_dropped, unify};
use super::plan::{Kind, Plan};
use super::token::is_unspaced;

/// Characters of an excerpt, about.
const LENGTH: usize = 240;
/// Characters before the first word found.
const LEAD: usize = 60;

/// What is looked for in a text.
#[derive(Default)]
pub(super) struct Wanted<'a> {
    /// Stems that satisfy a word of the query by themselves, with the place of that word.
    alone: HashMap<&'a str, usize>,
    /// Those that do so one after another.
    together: Vec<Sequence<'a>>,
}

/// Stems that stand one after another: a phrase, or a term of several words.
struct Sequence<'a> {
    stems: &'a [String],
    /// The place of the word that they satisfy.
    word: usize,
    /// Whether stop words may stand between them; not in a phrase.
    loose: bool,
}

impl<'a> Wanted<'a> {
    /// All that satisfies the words of a plan.
    pub(super) fn of(plan: &'a Plan) -> Self {
        let mut wanted = Self::default();
        for (word, found) in plan.words.iter().enumerate() {
            for alternative in &found.alternatives {
                if let [stem] = alternative.stems.as_slice() {
                    wanted.alone.entry(stem).or_insert(word);
                } else {
                    wanted.together.push(Sequence {
                        stems: &alternative.stems,
                        word,
                        loose: alternative.kind != Kind::Phrase,
                    });
                }
            }
        }
        wanted
    }
}

/// A word of the text.
struct Token {
    /// Its first character.
    from: usize,
    surface: String,
    stem: String,
}

/// The stretch of text that holds the most different words of the query, the first of the best.
pub(super) fn excerpt(analysis: &Analysis, wanted: &Wanted<'_>, text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let hits = hits(analysis, wanted, &words(analysis, &chars));
    let mut best = (0, 0);
    for (i, &(at, _)) in hits.iter().enumerate() {
        let near = hits[i..]
            .iter()
            .take_while(|hit| hit.0 < at + LENGTH - LEAD);
        let words = near.map(|hit| hit.1).collect::<HashSet<_>>().len();
        if words > best.0 {
            best = (words, at);
        }
    }
    let (from, to) = window(&chars, best.1);
    let mut out: String = chars[from..to].iter().collect();
    if from > 0 {
        out.insert(0, '…');
    }
    if to < chars.len() {
        out.push('…');
    }
    out
}

/// Where the wanted words begin, and which word of the query each is.
fn hits(analysis: &Analysis, wanted: &Wanted<'_>, words: &[Token]) -> Vec<(usize, usize)> {
    let alone = words
        .iter()
        .filter_map(|token| Some((token.from, *wanted.alone.get(token.stem.as_str())?)));
    let mut hits: Vec<(usize, usize)> = alone.collect();
    for sequence in &wanted.together {
        for start in 0..words.len() {
            hits.extend(sequence_at(analysis, sequence, &words[start..]));
        }
    }
    hits.sort_unstable();
    hits.dedup();
    hits
}

/// The words with which a text begins, if they are those of the sequence.
fn sequence_at(
    analysis: &Analysis,
    sequence: &Sequence<'_>,
    words: &[Token],
) -> Vec<(usize, usize)> {
    let mut hits = Vec::new();
    for token in words {
        if token.stem == sequence.stems[hits.len()] {
            hits.push((token.from, sequence.word));
            if hits.len() == sequence.stems.len() {
                return hits;
            }
        } else if hits.is_empty() || !sequence.loose || !analysis.stop.contains(&token.surface) {
            break;
        }
    }
    Vec::new()
}

/// The words of a text, with their places.
fn words(analysis: &Analysis, chars: &[char]) -> Vec<Token> {
    let mut words = Vec::new();
    let mut push = |from: usize, surface: String| {
        let stem = analysis.stem(&surface);
        words.push(Token {
            from,
            surface,
            stem,
        });
    };
    let mut at = 0;
    while at < chars.len() {
        let from = at;
        if is_unspaced(chars[at]) {
            let mut units = Vec::new();
            while at < chars.len() && (is_unspaced(chars[at]) || is_combining_mark(chars[at])) {
                if !is_combining_mark(chars[at]) {
                    units.push(at);
                }
                at += 1;
            }
            let run: String = chars[from..at].iter().collect();
            for (from, pair) in units.into_iter().zip(analysis.surfaces(&run)) {
                push(from, pair);
            }
        } else if is_inside(chars[at]) {
            while at < chars.len() && is_inside(chars[at]) && !is_unspaced(chars[at]) {
                at += 1;
            }
            let piece: String = chars[from..at].iter().collect();
            for surface in analysis.surfaces(&piece) {
                push(from, surface);
            }
        } else {
            at += 1;
        }
    }
    words
}

/// What a word is written with, before it is normalised.
pub(super) fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_dropped(c) || unify(c) == APOSTROPHE
}

/// From a little before the hit, at word borders where there are any.
fn window(chars: &[char], hit: usize) -> (usize, usize) {
    let mut from = hit.saturating_sub(LEAD);
    if from > 0 {
        let border = chars[from..hit].iter().position(|&c| c == ' ');
        from = border.map_or(from, |border| from + border + 1);
    }
    let mut to = chars.len().min(from + LENGTH);
    if to < chars.len() {
        let border = chars[from..to].iter().rposition(|&c| c == ' ');
        to = border
            .filter(|&border| border > LENGTH / 2)
            .map_or(to, |border| from + border);
    }
    // No mark stands without its letter.
    while from < hit && is_combining_mark(chars[from]) {
        from += 1;
    }
    while to > from && chars.get(to).copied().is_some_and(is_combining_mark) {
        to -= 1;
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::{Sequence, Wanted, excerpt, hits, words};
    use crate::search::analysis::Analysis;

    fn wanted<'a>(stems: &[(&'a str, usize)]) -> Wanted<'a> {
        Wanted {
            alone: stems.iter().copied().collect(),
            together: Vec::new(),
        }
    }

    #[test]
    fn shows_where_most_words_meet() {
        let filler = "nothing here to see at all ".repeat(20);
        let text = format!("victims {filler} victims of trafficking {filler}");
        let wanted = wanted(&[("victim", 0), ("traffick", 1)]);
        let excerpt = excerpt(&Analysis::of("en"), &wanted, &text);
        assert!(excerpt.contains("victims of trafficking"), "{excerpt}");
        assert!(
            excerpt.starts_with('…') && excerpt.ends_with('…') && excerpt.chars().count() < 250
        );
    }

    #[test]
    fn short_texts_are_shown_whole() {
        assert_eq!(
            excerpt(&Analysis::of("zh"), &wanted(&[("人口", 0)]), "打击人口贩运"),
            "打击人口贩运"
        );
        assert_eq!(excerpt(&Analysis::of("en"), &Wanted::default(), ""), "");
    }

    #[test]
    fn no_mark_is_cut_from_its_letter() {
        // Without spaces, the borders fall anywhere: here, letters with marks stand at even places.
        for before in 300..304 {
            let text = format!(
                "{}ab{}",
                "ก\u{e34}".repeat(before / 2),
                "ข\u{e34}".repeat(300)
            );
            let text: String = text.chars().skip(before % 2).collect();
            let excerpt = excerpt(&Analysis::of("th"), &wanted(&[("ab", 0)]), &text);
            let shown: Vec<char> = excerpt.chars().filter(|&c| c != '…').collect();
            assert!(matches!(shown[0], 'ก' | 'a'), "{excerpt}");
            assert_eq!(shown.last(), Some(&'\u{e34}'), "{excerpt}");
        }
    }

    #[test]
    fn terms_of_several_words_are_found_whole_only() {
        let english = Analysis::of("en");
        let stems = ["traffick".to_owned(), "person".to_owned()];
        let text: Vec<char> = "A person, trafficking in persons, persons trafficked"
            .chars()
            .collect();
        let found = |loose: bool| {
            let wanted = Wanted {
                together: vec![Sequence {
                    stems: &stems,
                    word: 0,
                    loose,
                }],
                ..Wanted::default()
            };
            hits(&english, &wanted, &words(&english, &text))
        };
        assert_eq!(found(true), [(10, 0), (25, 0)]);
        assert!(found(false).is_empty());
    }
}
