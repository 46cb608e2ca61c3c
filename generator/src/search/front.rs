//! Lists of words as columns, and the parts into which a list is cut.

use super::encode::number;
use super::vocabulary::by_code_unit;
use sha2::{Digest as _, Sha256};

/// Words of which each names only what it does not share with the word before.
#[derive(Default)]
pub(super) struct FrontCoded {
    pub(super) text: String,
    pub(super) shared: String,
    pub(super) own: String,
    last: String,
}

impl FrontCoded {
    /// Appends a word.
    pub(super) fn push(&mut self, word: &str) {
        let shared = shared_units(&self.last, word);
        count(&mut self.shared, shared);
        count(&mut self.own, units(word) - shared);
        self.text.push_str(&tail(word, shared));
        word.clone_into(&mut self.last);
    }
}

/// A sorted list in parts of about equal cost, and the keys that divide them.
pub(super) struct Cuts<'a, T> {
    pub(super) parts: Vec<&'a [T]>,
    /// One fewer than the parts: all keys of part i+1 are at or after bound i, those before
    /// it are before.
    pub(super) bounds: Vec<String>,
}

/// What a part may cost, about.
const STEPS: [usize; 6] = [3 << 10, 4 << 10, 6 << 10, 8 << 10, 12 << 10, 16 << 10];

/// Cuts between different keys only. A reader pays for the bounds once and for a part or two per
/// word: the square root balances them.
///
/// Within the stretch that makes up a fair part, the cut comes before the key of the least digest:
/// an edit that makes one part longer moves the cuts near it at most, and not all that follow, so
/// that the other parts stay as they were and keep their names.
pub(super) fn cut<T>(
    list: &[T],
    cost: impl Fn(&T) -> usize,
    key: impl Fn(&T) -> &str,
) -> Cuts<'_, T> {
    let total: usize = list.iter().map(&cost).sum();
    let wanted = (total * 8).isqrt();
    let target = STEPS.into_iter().rfind(|&step| step <= wanted);
    let target = target.unwrap_or(STEPS[0]);
    let mut cuts = Cuts {
        parts: Vec::new(),
        bounds: Vec::new(),
    };
    let (mut from, mut sum) = (0, 0);
    let mut best: Option<([u8; 8], usize)> = None;
    let mut at = 0;
    while at < list.len() {
        if at > from && sum >= target / 4 * 3 && key(&list[at - 1]) != key(&list[at]) {
            let here = (digest(key(&list[at])), at);
            best = Some(best.map_or(here, |best| best.min(here)));
        }
        sum += cost(&list[at]);
        at += 1;
        if let Some((_, place)) = best
            && sum > target / 4 * 5
        {
            cuts.parts.push(&list[from..place]);
            cuts.bounds
                .push(separator(key(&list[place - 1]), key(&list[place])));
            // What stands between the cut and here is looked at again.
            (from, at, sum, best) = (place, place, 0, None);
        }
    }
    cuts.parts.push(&list[from..]);
    cuts
}

fn digest(key: &str) -> [u8; 8] {
    let mut out = [0; 8];
    out.copy_from_slice(&Sha256::digest(key)[..8]);
    out
}

/// The shortest beginning of `next` that sorts after `last`.
fn separator(last: &str, next: &str) -> String {
    let ends = next.char_indices().map(|(at, c)| at + c.len_utf8());
    let mut beginnings = ends.map(|end| &next[..end]);
    beginnings
        .find(|beginning| by_code_unit(last, beginning).is_lt())
        .unwrap_or(next)
        .to_owned()
}

pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// UTF-16 code units that both begin with; never half of a surrogate pair.
pub(super) fn shared_units(a: &str, b: &str) -> usize {
    a.chars()
        .zip(b.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf16())
        .sum()
}

/// A text without its first code units.
pub(super) fn tail(text: &str, skipped: usize) -> String {
    let mut at = 0;
    text.chars()
        .skip_while(|c| {
            let skip = at < skipped;
            at += c.len_utf16();
            skip
        })
        .collect()
}

pub(super) fn count(out: &mut String, n: usize) {
    number(out, u32::try_from(n).unwrap_or(u32::MAX));
}

#[cfg(test)]
mod tests {
    use super::cut;

    fn keys(count: usize) -> Vec<(String, usize)> {
        (0..count).map(|i| (format!("{i:06}"), 10)).collect()
    }

    #[test]
    fn parts_are_of_about_equal_cost() {
        let list = keys(20_000);
        let cuts = cut(&list, |item| item.1, |item| &item.0);
        assert_eq!(cuts.parts.concat(), list);
        assert_eq!(cuts.bounds.len() + 1, cuts.parts.len());
        let (_, all_but_last) = cuts.parts.split_last().expect("a part");
        for part in all_but_last {
            let cost = part.len() * 10;
            assert!((2_304..=3_850).contains(&cost), "{cost}");
        }
    }

    #[test]
    fn equal_keys_stay_together() {
        let list: Vec<(String, usize)> = (0..9_000)
            .map(|i| (format!("{:04}", i / 900), 10))
            .collect();
        let cuts = cut(&list, |item| item.1, |item| &item.0);
        assert!(cuts.parts.iter().all(|part| part.len() % 900 == 0));
        assert!(cuts.parts.len() > 3);
    }

    #[test]
    fn a_longer_word_moves_the_cuts_near_it_only() {
        let before = keys(20_000);
        let mut after = before.clone();
        after[5_000].1 += 300;
        let bounds = |list: &[(String, usize)]| cut(list, |item| item.1, |item| &item.0).bounds;
        let (before, after) = (bounds(&before), bounds(&after));
        let moved = after.iter().filter(|bound| !before.contains(bound)).count();
        assert!(moved * 4 <= before.len(), "{moved} of {}", before.len());
    }
}
