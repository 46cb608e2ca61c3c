//! Which unit of a translation belongs to which unit of its source, after the source changed.

use std::collections::HashMap;
use std::ops::Range;

use crate::markdown::UnitKind;

/// Larger tables of comparisons are not made: what is so long and so different is paired in order.
const MOST_COMPARISONS: usize = 4_000_000;

/// A unit: the digest of the source's text, and its kind.
pub type Marked = (String, UnitKind);

/// For each unit of the source as it is, the unit of the translation that belongs to it.
///
/// `locked` has the digests that the translation's units were made from, one each, with the kinds
/// that they have there; `now` is the source as it is. Equal digests are paired; between such
/// pairs, a unit that changed is paired with the next one of its kind.
#[must_use]
pub fn align(locked: &[Marked], now: &[Marked]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; now.len()];
    for (new, old) in common(locked, now) {
        pairs[new] = Some(old);
    }
    let anchors = pairs.clone();
    pair_moved(locked, now, &mut pairs);
    let mut taken = vec![false; locked.len()];
    for old in pairs.iter().flatten() {
        taken[*old] = true;
    }
    let (mut new, mut old) = (0, 0);
    while new < now.len() {
        if let Some(anchor) = anchors[new] {
            (new, old) = (new + 1, anchor + 1);
            continue;
        }
        let end = (new..now.len())
            .find(|&at| anchors[at].is_some())
            .unwrap_or(now.len());
        let until = anchors.get(end).copied().flatten().unwrap_or(locked.len());
        let fresh: Vec<usize> = (new..end).filter(|&at| pairs[at].is_none()).collect();
        let free: Vec<usize> = (old..until).filter(|&at| !taken[at]).collect();
        pair_changed(&fresh, &free, locked, now, &mut pairs);
        (new, old) = (end, until);
    }
    pairs
}

/// The longest common subsequence: pairs of (now, locked) in order.
fn common(locked: &[Marked], now: &[Marked]) -> Vec<(usize, usize)> {
    let same = |(new, old): (&Marked, &Marked)| new.0 == old.0;
    let start = now
        .iter()
        .zip(locked)
        .take_while(|&pair| same(pair))
        .count();
    let backwards = now[start..].iter().rev().zip(locked[start..].iter().rev());
    let end = backwards.take_while(|&pair| same(pair)).count();
    let (new, old) = (start..now.len() - end, start..locked.len() - end);
    let mut pairs: Vec<_> = (0..start).map(|at| (at, at)).collect();
    if new.len().saturating_mul(old.len()) <= MOST_COMPARISONS {
        pairs.extend(
            middle(&locked[old.clone()], &now[new.clone()]).map(|(n, o)| (n + start, o + start)),
        );
    }
    pairs.extend((0..end).map(|at| (new.end + at, old.end + at)));
    pairs
}

fn middle(locked: &[Marked], now: &[Marked]) -> impl Iterator<Item = (usize, usize)> {
    let width = locked.len() + 1;
    let mut longest = vec![0_u32; (now.len() + 1) * width];
    for new in (0..now.len()).rev() {
        for old in (0..locked.len()).rev() {
            longest[new * width + old] = if now[new].0 == locked[old].0 {
                longest[(new + 1) * width + old + 1] + 1
            } else {
                longest[(new + 1) * width + old].max(longest[new * width + old + 1])
            };
        }
    }
    let (mut new, mut old, mut pairs) = (0, 0, Vec::new());
    while new < now.len() && old < locked.len() {
        if now[new].0 == locked[old].0 {
            pairs.push((new, old));
            (new, old) = (new + 1, old + 1);
        } else if longest[(new + 1) * width + old] >= longest[new * width + old + 1] {
            new += 1;
        } else {
            old += 1;
        }
    }
    pairs.into_iter()
}

/// Pairs what is the same and stands elsewhere now.
fn pair_moved(locked: &[Marked], now: &[Marked], pairs: &mut [Option<usize>]) {
    let mut left: HashMap<&str, Vec<usize>> = HashMap::new();
    for (old, (digest, _)) in locked.iter().enumerate().rev() {
        if !pairs.contains(&Some(old)) {
            left.entry(digest).or_default().push(old);
        }
    }
    for (pair, (digest, _)) in pairs.iter_mut().zip(now) {
        if pair.is_none() {
            *pair = left.get_mut(digest.as_str()).and_then(Vec::pop);
        }
    }
}

/// Pairs what changed: one by one if there are as many as before, else by kind in order.
fn pair_changed(
    fresh: &[usize],
    free: &[usize],
    locked: &[Marked],
    now: &[Marked],
    pairs: &mut [Option<usize>],
) {
    let mut next = 0;
    for (at, &new) in fresh.iter().enumerate() {
        let same_kind = |&at: &usize| locked[free[at]].1 == now[new].1;
        let places: Range<usize> = if fresh.len() == free.len() {
            at..at + 1
        } else {
            next..free.len()
        };
        if let Some(found) = places.into_iter().find(same_kind) {
            pairs[new] = Some(free[found]);
            next = found + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lower-case letters are paragraphs, upper-case letters headings.
    fn pairs(locked: &str, now: &str) -> String {
        let mark = |text: &str| -> Vec<Marked> {
            let kind = |c: char| {
                if c.is_uppercase() {
                    UnitKind::Heading
                } else {
                    UnitKind::Paragraph
                }
            };
            text.chars().map(|c| (c.to_string(), kind(c))).collect()
        };
        let paired = align(&mark(locked), &mark(now)).into_iter();
        paired
            .map(|old| old.map_or("-".to_owned(), |old| old.to_string()))
            .collect()
    }

    #[test]
    fn what_stayed_is_paired_and_what_changed_takes_its_place() {
        assert_eq!(pairs("abc", "abc"), "012");
        assert_eq!(pairs("abc", "axc"), "012", "one changed");
        assert_eq!(pairs("abc", "abxc"), "01-2", "one inserted");
        assert_eq!(pairs("abc", "ac"), "02", "one removed");
        assert_eq!(pairs("abc", "cab"), "201", "one moved");
        assert_eq!(pairs("abc", "axyc"), "01-2", "one changed, one inserted");
        assert_eq!(pairs("aBc", "axc"), "0-2", "another kind is another unit");
        assert_eq!(pairs("aBcd", "aXyd"), "0123", "two changed");
        assert_eq!(pairs("aBd", "axYd"), "0-12", "inserted before what changed");
        assert_eq!(pairs("", "ab"), "--");
        assert_eq!(pairs("aa", "a"), "0");
    }
}
