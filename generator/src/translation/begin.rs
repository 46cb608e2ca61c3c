//! The beginning and the end of a translation's time as a draft.

use crate::content::Page;
use crate::content::front_matter::lines_of_keys;
use crate::markdown::{UnitKind, words};
use std::collections::HashSet;

/// Keys that tell a person's word about the source's page, which nobody has given for another; and
/// those that hold for all languages once the source says them.
const NOT_COPIED: [&str; 10] = [
    "audiences",
    "edit_link",
    "publish_on",
    "redirect_from",
    "toc_depth",
    "owner",
    "reviewed",
    "review_by",
    "translation_checked_by",
    "draft",
];

/// The text with which a translation begins: the source's, marked as a draft. None if the front
/// matter can't be read.
#[must_use]
pub fn draft(source: &str) -> Option<String> {
    let keys = lines_of_keys(source)?;
    let mut text = String::with_capacity(source.len() + 16);
    let mut at = 0;
    for (_, lines) in keys
        .iter()
        .filter(|(key, _)| NOT_COPIED.contains(&key.as_str()))
    {
        text.push_str(&source[at..lines.start]);
        at = lines.end;
    }
    text.push_str(&source[at..]);
    // Below the line `+++`, and written as the file's lines are.
    let first = text.find('\n')? + 1;
    let end = if text[..first].ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    text.insert_str(first, &format!("draft = true{end}"));
    Some(text)
}

/// The text of a page without its mark as a draft.
#[must_use]
pub fn finished(text: &str) -> Option<String> {
    let keys = lines_of_keys(text)?;
    let (_, lines) = keys.iter().find(|(key, _)| key == "draft")?;
    Some(format!("{}{}", &text[..lines.start], &text[lines.end..]))
}

/// Texts of fewer words may be the same in two languages: names, numbers, `OSCE`.
const FEWEST_WORDS: usize = 4;

/// The units of a translation (indices) that still read as some unit of its source.
#[must_use]
pub fn untranslated(page: &Page, source: &Page) -> Vec<usize> {
    let of_source: HashSet<_> = source
        .document
        .units
        .iter()
        .map(|unit| &unit.digest)
        .collect();
    let letters = |word: &&str| word.chars().any(char::is_alphabetic);
    page.document
        .units
        .iter()
        .enumerate()
        .filter(|(_, unit)| {
            unit.kind != UnitKind::Code
                && of_source.contains(&unit.digest)
                && words(&unit.text).filter(letters).count() >= FEWEST_WORDS
        })
        .map(|(index, _)| index)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_the_source_without_the_word_of_persons() {
        let source = "+++\r\ntitle = \"T\"\r\nowner = \"\"\"\r\nA\r\nB\"\"\"\r\nreviewed = 2026-01-01\r\norder = 2\r\n+++\r\n\r\nText {#id}\r\n";
        let text = draft(source).unwrap();
        assert_eq!(
            text,
            "+++\r\ndraft = true\r\ntitle = \"T\"\r\norder = 2\r\n+++\r\n\r\nText {#id}\r\n"
        );
        assert_eq!(draft(&text).unwrap(), text);
        assert_eq!(
            finished(&text).unwrap(),
            "+++\r\ntitle = \"T\"\r\norder = 2\r\n+++\r\n\r\nText {#id}\r\n"
        );
        assert_eq!(finished(source), None);
        assert_eq!(draft("no front matter\n"), None);
    }
}
