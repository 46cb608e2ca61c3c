//! Words that break the lines of a phone.
//!
//! A phone of 320 CSS pixels shows some 34 Latin letters of the text's size on a line, and 24 of a
//! heading's. A longer word is cut wherever the line ends, which nobody can read.

use std::ops::Range;

/// What a word stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Running text.
    Text,
    /// The title or a heading.
    Heading,
}

/// What to do.
pub const HELP: &str = "Say it in shorter words, or write &shy; where a line may break: it shows only there. An address is better put behind words.";

/// What is wrong.
#[must_use]
pub fn message(word: &str) -> String {
    const SHOWN: usize = 60;
    let letters = word.chars().count();
    let end = word
        .char_indices()
        .nth(SHOWN)
        .map_or(word.len(), |(at, _)| at);
    let more = if end < word.len() { "…" } else { "" };
    format!(
        "“{}{more}” has {letters} letters: no phone has room for it",
        &word[..end]
    )
}

/// The first word that is too long, as bytes of `text`.
#[must_use]
pub fn first(text: &str, size: Size) -> Option<Range<usize>> {
    let mut start = 0;
    let mut width = 0;
    let limit = match size {
        Size::Text => 340,
        Size::Heading => 260,
    };
    for (at, c) in text.char_indices() {
        if breaks(c) {
            if width > limit {
                return Some(start..at);
            }
            start = at + c.len_utf8();
            width = 0;
        } else {
            width += tenths(c);
        }
    }
    (width > limit).then_some(start..text.len())
}

/// True where a line may break behind a character (UAX 14, as far as it concerns words), and in
/// scripts that part no words by spaces.
fn breaks(c: char) -> bool {
    let spaceless = matches!(c,
        // Thai, Lao, Tibetan, Burmese, Khmer.
        '\u{0e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        // Hangul, Kana, Han.
        | '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}');
    let space = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    spaceless
        || space
        || matches!(
            c,
            '-' | '/' | '?' | '|' | '\u{ad}' | '\u{200b}' | '\u{2010}' | '\u{2012}'..='\u{2014}'
        )
}

/// About how wide a letter is, in tenths of a Latin one.
fn tenths(c: char) -> usize {
    match c {
        // Marks stand on letters; Devanagari and its kin have letters as wide as they are high.
        _ if unicode_normalization::char::is_combining_mark(c) => 0,
        '\u{200c}'..='\u{200f}' | '\u{2060}'..='\u{2069}' => 0,
        // Cyrillic, Armenian, Georgian.
        '\u{0400}'..='\u{058f}' | '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' => 11,
        // Hebrew, Arabic.
        '\u{0590}'..='\u{08ff}' => 9,
        // Indic scripts.
        '\u{0900}'..='\u{0dff}' => 13,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        first(text, Size::Text).map(|span| &text[span])
    }

    #[test]
    fn long_words_are_found_and_lines_that_can_break_are_not() {
        let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
        assert_eq!(found(&format!("Das {long} hat zu")), Some(long));
        assert_eq!(
            found(&format!("Das {}", long.replace("fahrts", "fahrts\u{ad}"))),
            None
        );
        assert_eq!(found(&"wort-".repeat(40)), None);
        assert_eq!(found(&"weg/".repeat(40)), None);
        assert_eq!(found(&"人身取引対策".repeat(20)), None);
        assert_eq!(found(&"ภาษาไทย".repeat(20)), None);
        assert_eq!(found("Freizügigkeitsabkommen"), None);
    }

    #[test]
    fn headings_have_room_for_less() {
        let word = "Menschenhandelsbekämpfungsgesetz";
        assert_eq!(first(word, Size::Text), None);
        assert_eq!(first(word, Size::Heading), Some(0..word.len()));
    }

    #[test]
    fn letters_count_and_marks_on_them_do_not() {
        assert_eq!(found(&"e\u{301}".repeat(34)), None);
        assert!(found(&"e\u{301}".repeat(35)).is_some());
    }
}
