//! What a word becomes when its diacritics are forgotten, so that *evenement* finds *événement*.

use unicode_normalization::UnicodeNormalization as _;

/// The folded form of a normalised word or of a stem.
///
/// NFKD, without the marks that readers leave out when they type in a hurry (not the vowel signs
/// of Indic scripts, which are letters to their readers), a few letters that Unicode does not
/// decompose, and NFC again, so that kana keep their voicing.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.nfkd().filter(|&c| !is_forgotten(c)) {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ł' => out.push('l'),
            'ħ' => out.push('h'),
            'ŋ' => out.push('n'),
            'ı' => out.push('i'),
            'ґ' => out.push('г'),
            'ى' | 'ی' => out.push('ي'),
            'ک' => out.push('ك'),
            'ة' => out.push('ه'),
            _ => out.push(c),
        }
    }
    out.nfc().collect()
}

/// Marks of Latin, Greek, Cyrillic, Hebrew and Arabic script.
fn is_forgotten(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36F}'
            | '\u{483}'..='\u{487}'
            | '\u{591}'..='\u{5BD}'
            | '\u{5BF}'
            | '\u{5C1}'
            | '\u{5C2}'
            | '\u{5C4}'
            | '\u{5C5}'
            | '\u{5C7}'
            | '\u{610}'..='\u{61A}'
            | '\u{64B}'..='\u{65F}'
            | '\u{670}'
            | '\u{6D6}'..='\u{6DC}'
            | '\u{6DF}'..='\u{6E4}'
            | '\u{6E7}'
            | '\u{6E8}'
            | '\u{6EA}'..='\u{6ED}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{FE20}'..='\u{FE2F}'
    )
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn forgets_what_is_often_not_typed() {
        assert_eq!(fold("événement"), "evenement");
        assert_eq!(fold("straße"), "strasse");
        assert_eq!(fold("cœur"), "coeur");
        assert_eq!(fold("ребёнок"), "ребенок");
        assert_eq!(fold("أطفال"), "اطفال");
    }

    #[test]
    fn keeps_what_makes_another_word() {
        assert_eq!(fold("が"), "が");
        assert_eq!(fold("हिन्दी"), "हिन्दी");
    }
}
