//! The piece of a section's text that is shown with a result.

use std::collections::{HashMap, HashSet};

use unicode_normalization::char::is_combining_mark;

use super::analysis::Analysis;
use super::normalise::{APOSTROPHE, is_dropped, unify};
use super::token::is_unspaced;

/// Characters of an excerpt, about.
const LENGTH: usize = 240;
/// Characters before the first word found.
const LEAD: usize = 60;

/// What a stem means to a query.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    /// The place of the word that it satisfies.
    pub(super) word: usize,
    /// Whether it does so by itself, and not only with others.
    pub(super) alone: bool,
}

/// The stretch of text that holds the most different words of the query, the first of the best.
///
/// Stems that satisfy a word only with others count where nothing else satisfies that word.
pub(super) fn excerpt(analysis: &Analysis, wanted: &HashMap<&str, Wanted>, text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let hits = hits(analysis, wanted, &chars);
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
fn hits(
    analysis: &Analysis,
    wanted: &HashMap<&str, Wanted>,
    chars: &[char],
) -> Vec<(usize, usize)> {
    let mut hits: Vec<(usize, Wanted)> = Vec::new();
    let word_of = |surface: &String| wanted.get(analysis.stem(surface).as_str()).copied();
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
            let pairs = analysis.surfaces(&run);
            hits.extend(
                units
                    .into_iter()
                    .zip(&pairs)
                    .filter_map(|(at, pair)| Some((at, word_of(pair)?))),
            );
        } else if is_inside(chars[at]) {
            while at < chars.len() && is_inside(chars[at]) && !is_unspaced(chars[at]) {
                at += 1;
            }
            let piece: String = chars[from..at].iter().collect();
            hits.extend(
                analysis
                    .surfaces(&piece)
                    .iter()
                    .find_map(word_of)
                    .map(|word| (from, word)),
            );
        } else {
            at += 1;
        }
    }
    let alone: HashSet<usize> = hits
        .iter()
        .filter(|hit| hit.1.alone)
        .map(|hit| hit.1.word)
        .collect();
    hits.retain(|hit| hit.1.alone || !alone.contains(&hit.1.word));
    hits.into_iter()
        .map(|(at, wanted)| (at, wanted.word))
        .collect()
}

/// What a word is written with, before it is normalised.
fn is_inside(c: char) -> bool {
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
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::{Wanted, excerpt};
    use crate::search::analysis::Analysis;
    use std::collections::HashMap;

    fn wanted(word: usize) -> Wanted {
        Wanted { word, alone: true }
    }

    #[test]
    fn shows_where_most_words_meet() {
        let filler = "nothing here to see at all ".repeat(20);
        let text = format!("victims {filler} victims of trafficking {filler}");
        let wanted = HashMap::from([("victim", wanted(0)), ("traffick", wanted(1))]);
        let excerpt = excerpt(&Analysis::of("en"), &wanted, &text);
        assert!(excerpt.contains("victims of trafficking"), "{excerpt}");
        assert!(
            excerpt.starts_with('…') && excerpt.ends_with('…') && excerpt.chars().count() < 250
        );
    }

    #[test]
    fn short_texts_are_shown_whole() {
        let wanted = HashMap::from([("人口", wanted(0))]);
        assert_eq!(
            excerpt(&Analysis::of("zh"), &wanted, "打击人口贩运"),
            "打击人口贩运"
        );
        assert_eq!(excerpt(&Analysis::of("en"), &HashMap::new(), ""), "");
    }
}
