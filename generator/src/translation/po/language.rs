//! How gettext names languages: `pt-BR` is `pt_BR`, `sr-Latn` is `sr@latin`.

use crate::language::LanguageTag;

/// Scripts that gettext has a word for.
const SCRIPTS: [(&str, &str); 4] = [
    ("Arab", "arabic"),
    ("Cyrl", "cyrillic"),
    ("Deva", "devanagari"),
    ("Latn", "latin"),
];

/// The value of the header's `Language`.
pub fn gettext(tag: &LanguageTag) -> String {
    let id = tag.identifier();
    let region = id
        .region
        .map(|region| format!("_{region}"))
        .unwrap_or_default();
    let script = id.script.map(|script| script.as_str().to_owned());
    let script = script.map_or_else(String::new, |script| {
        let word = SCRIPTS.iter().find(|(code, _)| *code == script);
        match word {
            Some((_, word)) => format!("@{word}"),
            // Chinese scripts and the like have no word; tools understand the code.
            None => format!("_{script}"),
        }
    });
    if script.starts_with('_') {
        format!("{}{script}{region}", id.language)
    } else {
        format!("{}{region}{script}", id.language)
    }
}

/// True if a header's `Language` means this language. A file that doesn't say may be for any.
#[must_use]
pub fn means(name: &str, tag: &LanguageTag) -> bool {
    let plain = |name: &str| name.replace('_', "-").to_ascii_lowercase();
    name.is_empty() || plain(name) == plain(&gettext(tag)) || plain(name) == plain(tag.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_gettext_has_them() {
        let name = |tag: &str| gettext(&LanguageTag::parse(tag).unwrap());
        assert_eq!(
            ["fr", "pt-BR", "sr-latn", "zh-hans", "uz-Cyrl-UZ"].map(name),
            ["fr", "pt_BR", "sr@latin", "zh_Hans", "uz_UZ@cyrillic"]
        );
        let tag = LanguageTag::parse("zh-hans").unwrap();
        assert!(means("zh_Hans", &tag) && means("zh-hans", &tag) && means("", &tag));
        assert!(!means("zh", &tag) && !means("fr", &tag));
    }
}
