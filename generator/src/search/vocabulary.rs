//! The words as they stand in the text, sorted so that folded matches and prefixes are ranges.

use std::cmp::Ordering;

use super::fold::fold;

/// A word of the text.
pub(super) struct Entry {
    /// The surface without its diacritics; the first part of the sort key.
    pub(super) folded: String,
    /// The word as it stands in the text, normalised; the second part of the key.
    pub(super) surface: String,
    /// What the index knows it by.
    pub(super) stem: String,
    /// How common it is: the bit length of the number of sections that hold it.
    pub(super) class: u32,
}

/// All words of a language's text, in order.
#[derive(Default)]
pub(super) struct Vocabulary(Vec<Entry>);

impl Vocabulary {
    /// Sorts surfaces, each with its stem and the number of sections that hold it.
    pub(super) fn new(words: impl Iterator<Item = (String, String, u32)>) -> Self {
        let mut entries: Vec<Entry> = words
            .map(|(surface, stem, sections)| Entry {
                folded: fold(&surface),
                surface,
                stem,
                class: u32::BITS - sections.leading_zeros(),
            })
            .collect();
        entries.sort_by(|a, b| {
            by_code_unit(&a.folded, &b.folded).then_with(|| by_code_unit(&a.surface, &b.surface))
        });
        Self(entries)
    }

    /// Every word, in order.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.0
    }

    /// The words whose folded form is this one.
    pub(super) fn folded(&self, key: &str) -> &[Entry] {
        equal_range(&self.0, key, |entry| &entry.folded)
    }

    /// The words whose folded form begins so.
    pub(super) fn starting_with(&self, prefix: &str) -> &[Entry] {
        let from = self
            .0
            .partition_point(|e| by_code_unit(&e.folded, prefix) == Ordering::Less);
        let rest = &self.0[from..];
        // Words with one beginning are neighbours in this order.
        &rest[..rest.partition_point(|e| e.folded.starts_with(prefix))]
    }
}

/// The order of all sorted lists in the shards: by UTF-16 code unit, as JavaScript compares.
pub(super) fn by_code_unit(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() {
        a.cmp(b)
    } else {
        a.encode_utf16().cmp(b.encode_utf16())
    }
}

/// The slice of a sorted list whose key is this one.
pub(super) fn equal_range<'a, T>(list: &'a [T], key: &str, of: impl Fn(&T) -> &str) -> &'a [T] {
    let from = list.partition_point(|item| by_code_unit(of(item), key) == Ordering::Less);
    let rest = &list[from..];
    &rest[..rest.partition_point(|item| of(item) == key)]
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;

    #[test]
    fn ranges() {
        let words = ["évier", "été", "ete", "etend", "a", "etes"];
        let vocabulary = Vocabulary::new(words.iter().map(|&w| (w.into(), w.into(), 5)));
        let names = |entries: &[super::Entry]| -> Vec<String> {
            entries.iter().map(|e| e.surface.clone()).collect()
        };
        assert_eq!(names(vocabulary.folded("ete")), ["ete", "été"]);
        assert_eq!(
            names(vocabulary.starting_with("ete")),
            ["ete", "été", "etend", "etes"]
        );
        assert!(vocabulary.starting_with("z").is_empty());
        assert_eq!(vocabulary.entries()[0].class, 3);
    }
}
