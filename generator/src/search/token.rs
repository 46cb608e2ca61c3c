//! Where words begin and end.
//!
//! Tantivy's own tokenizers split combining marks and in-word apostrophes, and its length filter
//! counts bytes, which drops long Cyrillic and Georgian words. Hence ours.

use unicode_normalization::char::is_combining_mark;

use super::normalise::APOSTROPHE;

/// Words longer than this many characters are digests and encoded data, which nobody looks for.
pub(super) const MAX_CHARS: usize = 64;

/// The words of a normalised text, in order.
///
/// A word is a letter or a number and what follows it of letters, numbers and combining marks;
/// an apostrophe belongs to it if a letter or number follows. Scripts that write no spaces give
/// overlapping pairs of characters, each with its marks; a character by itself stays alone.
pub(super) fn tokens(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    let mut units: Vec<String> = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_combining_mark(c) {
            if let Some(unit) = units.last_mut() {
                unit.push(c);
            } else if !word.is_empty() {
                word.push(c);
            }
        } else if is_unspaced(c) {
            end_word(&mut word, &mut out);
            units.push(c.into());
        } else if starts_word(c) {
            end_units(&mut units, &mut out);
            word.push(c);
        } else {
            end_units(&mut units, &mut out);
            let inside = c == APOSTROPHE
                && !word.is_empty()
                && chars
                    .peek()
                    .is_some_and(|&next| starts_word(next) && !is_unspaced(next));
            if inside {
                word.push(c);
            } else {
                end_word(&mut word, &mut out);
            }
        }
    }
    end_word(&mut word, &mut out);
    end_units(&mut units, &mut out);
    out
}

fn end_word(word: &mut String, out: &mut Vec<String>) {
    let word = std::mem::take(word);
    if !word.is_empty() && word.chars().count() <= MAX_CHARS {
        out.push(word);
    }
}

fn end_units(units: &mut Vec<String>, out: &mut Vec<String>) {
    match units.as_slice() {
        [] => {}
        [one] => out.push(one.clone()),
        many => out.extend(many.windows(2).map(<[String]>::concat)),
    }
    units.clear();
}

/// Alphabetic or of general category N, and no mark (some vowel signs are both).
fn starts_word(c: char) -> bool {
    c.is_alphanumeric() && !is_combining_mark(c)
}

/// Whether a token comes from a script without spaces: it has no stem and no inflection.
pub(super) fn is_pair(token: &str) -> bool {
    token.chars().next().is_some_and(is_unspaced)
}

/// Letters of Han, Hiragana, Katakana, Thai, Lao, Khmer and Burmese script. Ranges and not the
/// Script property, so that no Unicode version can move the border between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{E01}'..='\u{E3A}'
            | '\u{E40}'..='\u{E4E}'
            | '\u{E81}'..='\u{ECE}'
            | '\u{EDC}'..='\u{EDF}'
            | '\u{1000}'..='\u{103F}'
            | '\u{1050}'..='\u{108F}'
            | '\u{109A}'..='\u{109F}'
            | '\u{1780}'..='\u{17D3}'
            | '\u{17D7}'
            | '\u{17DC}'
            | '\u{17DD}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3021}'..='\u{3029}'
            | '\u{3038}'..='\u{303B}'
            | '\u{3041}'..='\u{309F}'
            | '\u{30A1}'..='\u{30FA}'
            | '\u{30FC}'..='\u{30FF}'
            | '\u{31F0}'..='\u{31FF}'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{A9E0}'..='\u{A9EF}'
            | '\u{AA60}'..='\u{AA7F}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FF66}'..='\u{FF9F}'
            | '\u{20000}'..='\u{3FFFD}'
    )
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn words_numbers_and_hyphens() {
        assert_eq!(
            tokens("anti-trafficking, p16 (2001)"),
            ["anti", "trafficking", "p16", "2001"]
        );
    }

    #[test]
    fn an_apostrophe_inside_belongs_to_the_word() {
        assert_eq!(
            tokens("'м'я' don't o''clock"),
            ["м'я", "don't", "o", "clock"]
        );
    }

    #[test]
    fn combining_marks_stay() {
        assert_eq!(tokens("हिन्दी x\u{301}y"), ["हिन्दी", "x\u{301}y"]);
        assert_eq!(tokens("\u{301} \u{301}a"), ["a"]);
    }

    #[test]
    fn scripts_without_spaces_give_pairs() {
        assert_eq!(tokens("人口贩运 a 人"), ["人口", "口贩", "贩运", "a", "人"]);
        assert_eq!(tokens("ที่นี่"), ["ที่นี่"]);
        assert_eq!(tokens("git仓库v2"), ["git", "仓库", "v2"]);
    }

    #[test]
    fn length_counts_characters() {
        let georgian = "გაუმარჯობებინებინათ".repeat(3);
        assert_eq!(tokens(&georgian).first(), Some(&georgian));
        assert!(tokens(&"a".repeat(65)).is_empty());
    }
}
