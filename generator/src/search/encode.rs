//! Numbers and text as printable ASCII that needs no escape inside a JavaScript string.
//!
//! Printable ASCII, so that no host's guess at a character set can spoil a shard; the language's
//! own letters take one character each all the same. FORMAT.md says it in full.

use std::collections::HashMap;
use std::fmt::Write as _;

/// Symbols below this end a number, those above carry on.
const BASE: u32 = 46;

/// The characters of numbered letters and of code units.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const TOGGLE: char = '~';
const ONE: char = '^';
const UNIT: char = '`';

/// Appends a number: groups of base 46, lowest first, all but the last raised by 46.
pub(super) fn number(out: &mut String, mut n: u32) {
    while n >= BASE {
        out.push(symbol(BASE + n % BASE));
        n /= BASE;
    }
    out.push(symbol(n));
}

/// Symbol 0 is the space; the quote and the backslash are left out.
fn symbol(s: u32) -> char {
    let mut code = 0x20 + s;
    if code >= 0x22 {
        code += 1;
    }
    if code >= 0x5C {
        code += 1;
    }
    char::from(u8::try_from(code).unwrap_or(b'~'))
}

/// The letters of a language that take one character in its shards: at most 62.
#[derive(Default)]
pub(super) struct Alphabet {
    letters: Vec<u16>,
    digit: HashMap<u16, u8>,
}

impl Alphabet {
    /// The alphabet of the most frequent letters, by code unit. Which are the most frequent is told
    /// by the bit length of their number, and then by code unit, so that it seldom changes.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut counts: HashMap<u16, usize> = HashMap::new();
        for unit in texts.flat_map(str::encode_utf16) {
            let surrogate = (0xD800..0xE000).contains(&unit);
            if !is_plain(unit) && !surrogate && unit >= 0x20 {
                *counts.entry(unit).or_default() += 1;
            }
        }
        let mut counts: Vec<(u16, usize)> = counts.into_iter().collect();
        let class = |count: usize| usize::BITS - count.leading_zeros();
        counts.sort_by_key(|&(unit, count)| (std::cmp::Reverse(class(count)), unit));
        let chosen = counts.into_iter().take(DIGITS.len());
        let mut letters: Vec<u16> = chosen.map(|(unit, _)| unit).collect();
        letters.sort_unstable();
        let digit = letters
            .iter()
            .copied()
            .zip(DIGITS.iter().copied())
            .collect();
        Self { letters, digit }
    }

    /// The letters in order, for the core shard.
    pub(super) fn letters(&self) -> String {
        String::from_utf16_lossy(&self.letters)
    }

    /// A text in this alphabet's spelling.
    pub(super) fn encode(&self, text: &str) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut out = String::with_capacity(units.len());
        let mut lettered = false;
        for (i, &unit) in units.iter().enumerate() {
            let next = units.get(i + 1).copied();
            if let Some(&digit) = self.digit.get(&unit) {
                if !lettered {
                    if next.is_some_and(|next| self.digit.contains_key(&next)) {
                        out.push(TOGGLE);
                        lettered = true;
                    } else {
                        out.push(ONE);
                    }
                }
                out.push(char::from(digit));
            } else if is_plain(unit) {
                let plain = char::from(u8::try_from(unit).unwrap_or(b' '));
                if lettered && plain.is_ascii_alphanumeric() {
                    if next.is_some_and(is_alphanumeric) {
                        out.push(TOGGLE);
                        lettered = false;
                    } else {
                        out.push(ONE);
                    }
                }
                out.push(plain);
            } else {
                out.push(UNIT);
                let unit = usize::from(unit);
                for place in [62 * 62, 62, 1] {
                    out.push(char::from(DIGITS[unit / place % 62]));
                }
            }
        }
        out
    }
}

/// Printable ASCII without the characters that mean something here or in a string literal.
fn is_plain(unit: u16) -> bool {
    (0x20..0x7F).contains(&unit)
        && !matches!(
            char::from_u32(u32::from(unit)),
            Some('"' | '\\' | TOGGLE | ONE | UNIT)
        )
}

fn is_alphanumeric(unit: u16) -> bool {
    u8::try_from(unit).is_ok_and(|byte| byte.is_ascii_alphanumeric())
}

/// JavaScript source or JSON in which all beyond ASCII is written `\uXXXX`. Such characters may
/// stand in string literals only.
pub(super) fn ascii(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for c in source.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string can't fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Alphabet, ascii, number};

    fn numbers(list: &[u32]) -> String {
        let mut out = String::new();
        for &n in list {
            number(&mut out, n);
        }
        out
    }

    #[test]
    fn small_numbers_take_one_character() {
        assert_eq!(numbers(&[0, 1, 2, 45]), " !#N");
        assert_eq!(numbers(&[46]).len(), 2);
        assert_eq!(numbers(&[46 * 46 - 1]).len(), 2);
        assert_eq!(numbers(&[46 * 46]).len(), 3);
        assert!(
            numbers(&[u32::MAX])
                .bytes()
                .all(|b| (0x20..0x7F).contains(&b) && b != b'"' && b != b'\\')
        );
    }

    #[test]
    fn letters_of_the_language_take_one_character() {
        let alphabet = Alphabet::of(["при", "и"].into_iter());
        assert_eq!(alphabet.letters(), "ипр");
        assert_eq!(alphabet.encode("и"), "^0");
        assert_eq!(alphabet.encode("ии и, ab и"), "~00 0, ~ab ^0");
        assert_eq!(alphabet.encode("ии a"), "~00 ^a");
        assert_eq!(alphabet.encode("é"), "`03l");
    }

    #[test]
    fn scripts_become_ascii() {
        assert_eq!(ascii("[\"é😀\"]"), "[\"\\u00e9\\ud83d\\ude00\"]");
    }
}
