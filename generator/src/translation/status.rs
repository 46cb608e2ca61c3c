//! The state of a page in a language.

use std::collections::HashMap;

use crate::markdown::Unit;

/// How a page stands to the source language's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum TranslationState {
    /// It is the source, or has none.
    #[default]
    Source,
    /// It follows the source as it is.
    Current,
    /// The source has changed since.
    Stale {
        /// Which of the source's units (indices) are new or changed.
        changed: Vec<usize>,
        /// How many units of the old source are gone.
        removed: usize,
    },
    /// It isn't in `translations.lock`.
    Untracked,
}

/// Compares the source's units with those that a translation was made from.
#[must_use]
pub fn state(locked: Option<&[String]>, source: &[Unit]) -> TranslationState {
    let Some(locked) = locked else {
        return TranslationState::Untracked;
    };
    let now: Vec<String> = source.iter().map(|unit| unit.digest.short()).collect();
    if now == locked {
        return TranslationState::Current;
    }
    let same = |(a, b): &(&String, &String)| a == b;
    let start = now.iter().zip(locked).take_while(same).count();
    let end = now[start..]
        .iter()
        .rev()
        .zip(locked[start..].iter().rev())
        .take_while(same)
        .count();
    let mut old: HashMap<&str, usize> = HashMap::new();
    for digest in &locked[start..locked.len() - end] {
        *old.entry(digest).or_default() += 1;
    }
    let middle = start..now.len() - end;
    let mut changed = Vec::new();
    for index in middle.clone() {
        match old.get_mut(now[index].as_str()) {
            Some(count) if *count > 0 => *count -= 1,
            _ => changed.push(index),
        }
    }
    let removed = old.values().sum();
    if changed.is_empty() && removed == 0 {
        // The same units in another order: each of them has moved.
        changed = middle.collect();
    }
    TranslationState::Stale { changed, removed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::UnitKind;

    fn compare(locked: &str, now: &str) -> TranslationState {
        let unit = |c: char| Unit::new(UnitKind::Paragraph, 0..0, &c.to_string());
        let locked: Vec<String> = locked.chars().map(|c| unit(c).digest.short()).collect();
        state(Some(&locked), &now.chars().map(unit).collect::<Vec<_>>())
    }

    fn stale(changed: &[usize], removed: usize) -> TranslationState {
        TranslationState::Stale {
            changed: changed.to_vec(),
            removed,
        }
    }

    #[test]
    fn only_what_changed_is_named() {
        assert_eq!(compare("abc", "abc"), TranslationState::Current);
        assert_eq!(compare("abc", "aXc"), stale(&[1], 1));
        assert_eq!(compare("abc", "abXc"), stale(&[2], 0));
        assert_eq!(compare("abc", "ac"), stale(&[], 1));
        assert_eq!(compare("aab", "ab"), stale(&[], 1));
        assert_eq!(compare("abcd", "acbd"), stale(&[1, 2], 0));
        assert_eq!(compare("", "ab"), stale(&[0, 1], 0));
        assert_eq!(state(None, &[]), TranslationState::Untracked);
    }
}
