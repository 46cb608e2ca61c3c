//! Text from strangers on a terminal.
//!
//! A report may hold escape sequences that repaint the screen, and characters that reverse the
//! direction of what follows. Neither reaches the terminal: each is shown by its number.

use std::fmt::Write;

/// Whether a character acts on what is around it instead of being seen. Line feeds are judged by
/// the caller. Zero-width joiner and non-joiner stay: Persian, Indic scripts and emoji need them.
/// `inbox.js` has the same list.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// One line: hidden characters, line feeds among them, as `‹U+202E›`.
#[must_use]
pub fn line(text: &str) -> String {
    visible(text, |_| false)
}

/// Several lines, each behind `indent`.
#[must_use]
pub fn block(text: &str, indent: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let lines: Vec<String> = text
        .split('\n')
        .map(|l| format!("{indent}{}", visible(l, |c| c == '\t')))
        .collect();
    lines.join("\n")
}

/// JSON text whose hidden characters are `\u202e` escapes: the same value, safe to look at.
#[must_use]
pub fn json(value: &serde_json::Value) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        // Line feeds here are serde's own, between members: those in strings are escaped already.
        if is_hidden(c) && c != '\n' {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

fn visible(text: &str, keep: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) && !keep(c) {
            let _ = write!(out, "‹U+{:04X}›", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_the_terminal() {
        assert_eq!(
            line("a\x1b[2Jb\u{202e}c\u{9b}d\ne"),
            "a‹U+001B›[2Jb‹U+202E›c‹U+009B›d‹U+000A›e"
        );
        assert_eq!(block("a\r\nb\rc\td", "  "), "  a\n  b‹U+000D›c\td");
        assert_eq!(line("می‌روم 👩‍👧 é"), "می‌روم 👩‍👧 é");
    }

    /// The inbox shows the same characters by their number: the class in `text.js`, taken apart.
    #[test]
    fn the_inbox_has_the_same_list() {
        let script = include_str!("inbox/assets/text.js");
        let class = script
            .split_once("HIDDEN = /[")
            .and_then(|(_, rest)| rest.split_once("]/u"))
            .unwrap()
            .0;
        let mut ends = Vec::new();
        for piece in class.split("\\u").skip(1) {
            let hex = piece.trim_start_matches('{').trim_end_matches(['-', '}']);
            let number = u32::from_str_radix(hex.trim_end_matches('}'), 16).unwrap();
            ends.push((number, piece.ends_with('-')));
        }
        let mut hidden = std::collections::BTreeSet::new();
        let mut from = None;
        for (number, opens) in ends {
            hidden.extend(from.take().unwrap_or(number)..=number);
            from = opens.then_some(number);
        }
        let here = ('\0'..=char::MAX).filter(|c| is_hidden(*c) && *c != '\t' && *c != '\n');
        assert_eq!(
            hidden,
            here.map(u32::from)
                .collect::<std::collections::BTreeSet<_>>()
        );
    }

    #[test]
    fn json_keeps_its_value() {
        let value = serde_json::json!({"t": "x\u{202e}y\x1bz\u{e0041}\u{85}\n"});
        let text = json(&value);
        assert!(!text.chars().any(|c| is_hidden(c) && c != '\n'), "{text:?}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).unwrap(),
            value
        );
    }
}
