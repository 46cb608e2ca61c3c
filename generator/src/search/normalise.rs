//! From text as it was written to text that can be compared: the first step of the plan.
//!
//! The browser does the same in `client/text.js`; the vectors under `tests/fixtures/search/`
//! hold both sides to the same answers.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

/// The apostrophe that all others become: it may stand inside a word (м'я, aujourd'hui).
pub(super) const APOSTROPHE: char = '\'';

/// Text in NFC and lower case, without the marks that change a word's look and not the word.
///
/// In this order: quotation marks that stand for gershayim, invisible and in-word marks are dropped, apostrophes become one, NFC, lower
/// case (with the dotted and dotless i of Turkish and Azerbaijani), and the final sigma becomes
/// a plain one, since lower-casing chooses between them by context.
pub(super) fn normalise(text: &str, lang: &str) -> String {
    let turkic = matches!(primary_subtag(lang).as_str(), "tr" | "az");
    let text = without_gershayim(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| !is_dropped(c)).map(unify).nfc() {
        match c {
            'I' if turkic => out.push('ı'),
            'İ' if turkic => out.push('i'),
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            _ => out.extend(c.to_lowercase().map(|c| if c == 'ς' { 'σ' } else { c })),
        }
    }
    out
}

/// Hebrew abbreviations are mostly typed with a quotation mark for their gershayim: between two
/// letters of the alphabet it is no quotation mark, and is dropped like gershayim.
pub(super) fn without_gershayim(text: &str) -> Cow<'_, str> {
    let is_letter = |c: char| ('\u{5D0}'..='\u{5EA}').contains(&c);
    if !text.contains('"') || !text.contains(is_letter) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let between = c == '"'
            && out.chars().next_back().is_some_and(is_letter)
            && chars.peek().copied().is_some_and(is_letter);
        if !between {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The language without script, region or variant, in lower case: `pt` of `pt-BR`.
pub(super) fn primary_subtag(lang: &str) -> String {
    let primary = lang.split(['-', '_']).next().unwrap_or(lang);
    primary.to_ascii_lowercase()
}

/// Soft hyphen, tatweel, the Armenian marks that are written over a vowel inside the word,
/// gershayim, joiners, direction marks and variation selectors.
pub(super) fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{55B}'
            | '\u{55C}'
            | '\u{55E}'
            | '\u{5F4}'
            | '\u{61C}'
            | '\u{640}'
            | '\u{200C}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}

/// One apostrophe for the many that keyboards and editors make.
pub(super) fn unify(c: char) -> char {
    match c {
        '\u{60}' | '\u{B4}' | '\u{2B9}' | '\u{2BB}' | '\u{2BC}' | '\u{5F3}' | '\u{2018}'
        | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{FF07}' => APOSTROPHE,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn composes_and_lowers() {
        assert_eq!(normalise("E\u{301}COUTE", "fr"), "écoute");
        assert_eq!(normalise("ΟΔΟΣ", "el"), "οδοσ");
    }

    #[test]
    fn turkish_i_keeps_its_dot_or_its_lack() {
        assert_eq!(normalise("ISPARTA İzmir", "tr"), "ısparta izmir");
        assert_eq!(normalise("ISPARTA", "en"), "isparta");
    }

    #[test]
    fn drops_soft_hyphen_tatweel_and_armenian_marks() {
        assert_eq!(normalise("traf\u{AD}fic", "en"), "traffic");
        assert_eq!(normalise("كتـــاب", "ar"), "كتاب");
        assert_eq!(normalise("ինչո՞ւ", "hy"), "ինչու");
    }

    #[test]
    fn apostrophes_become_one() {
        assert_eq!(normalise("м’я мʼя м`я", "uk"), "м'я м'я м'я");
    }
}
