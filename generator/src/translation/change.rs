//! What happened to the units of a source page since it was translated.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::markdown::{Unit, words};

/// A step from the locked units to those of today.
///
/// A unit that has only moved counts as a change: the order of steps, and the heading under which
/// a sentence stands, are part of what a page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitChange {
    /// The unit has other words. Which old unit it was is a guess from its place, and from the
    /// texts if they are known.
    Changed {
        /// Its index today.
        unit: usize,
        /// The index of the old one among the locked.
        locked: usize,
    },
    /// The unit is new.
    Added {
        /// Its index today.
        unit: usize,
    },
    /// The unit has the same words at another place.
    Moved {
        /// Its index today.
        unit: usize,
        /// Its index among the locked.
        locked: usize,
    },
    /// The unit is gone.
    Removed {
        /// Its index among the locked.
        locked: usize,
        /// The index today of the unit before which it stood; the number of units at the end.
        before: usize,
    },
}

impl UnitChange {
    /// The unit's index today.
    #[must_use]
    pub fn unit(self) -> Option<usize> {
        match self {
            Self::Changed { unit, .. } | Self::Added { unit } | Self::Moved { unit, .. } => {
                Some(unit)
            }
            Self::Removed { .. } => None,
        }
    }

    /// The old unit's index among the locked.
    #[must_use]
    pub fn locked(self) -> Option<usize> {
        match self {
            Self::Changed { locked, .. }
            | Self::Moved { locked, .. }
            | Self::Removed { locked, .. } => Some(locked),
            Self::Added { .. } => None,
        }
    }

    /// Where it stands among the units of today.
    #[must_use]
    pub fn place(self) -> usize {
        match self {
            Self::Changed { unit, .. } | Self::Added { unit } | Self::Moved { unit, .. } => unit,
            Self::Removed { before, .. } => before,
        }
    }

    /// `changed`, `added`, `moved` or `removed`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Changed { .. } => "changed",
            Self::Added { .. } => "added",
            Self::Moved { .. } => "moved",
            Self::Removed { .. } => "removed",
        }
    }
}

/// The changes from the `locked` short digests to the units of today, in the order of today.
///
/// `old` gives the unit of a locked digest where it is known: then a changed unit is told from a
/// new one by its words. Without it, units that stand in for others are paired in order.
#[must_use]
pub fn compare<'o>(
    locked: &[String],
    now: &[Unit],
    old: &dyn Fn(&str) -> Option<&'o Unit>,
) -> Vec<UnitChange> {
    let digests = super::lock::digests(now);
    let same = |(a, b): &(&String, &String)| a == b;
    let start = digests.iter().zip(locked).take_while(same).count();
    let ends = digests[start..].iter().rev();
    let end = ends
        .zip(locked[start..].iter().rev())
        .take_while(same)
        .count();

    let mut by_digest: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (index, digest) in locked
        .iter()
        .enumerate()
        .take(locked.len() - end)
        .skip(start)
    {
        by_digest.entry(digest).or_default().push_back(index);
    }
    // Where each unit of today stood.
    let origin: Vec<(usize, Option<usize>)> = (start..now.len() - end)
        .map(|unit| {
            let at = by_digest.get_mut(digests[unit].as_str());
            (unit, at.and_then(VecDeque::pop_front))
        })
        .collect();
    let found: Vec<usize> = origin.iter().filter_map(|&(_, locked)| locked).collect();
    let stayed: HashSet<usize> = longest_rise(&found).into_iter().collect();
    let mut gone: VecDeque<usize> = {
        let found: HashSet<usize> = found.iter().copied().collect();
        (start..locked.len() - end)
            .filter(|index| !found.contains(index))
            .collect()
    };

    let mut changes = Vec::new();
    let mut moved = Vec::new();
    let mut new: Vec<usize> = Vec::new();
    // Between two units that stayed lies a gap: what is gone from it and what is new in it.
    let mut close = |new: &mut Vec<usize>, until: usize, before: usize| {
        let count = gone.iter().take_while(|&&index| index < until).count();
        let gone: Vec<usize> = gone.drain(..count).collect();
        let pairs = pair(
            &gone,
            new,
            &|index: usize| old(&locked[index]),
            &|index: usize| &now[index],
        );
        tell(&gone, new, &pairs, before, &mut changes);
        new.clear();
    };
    for &(unit, at) in &origin {
        match at {
            Some(at) if stayed.contains(&at) => close(&mut new, at, unit),
            Some(at) => moved.push(UnitChange::Moved { unit, locked: at }),
            None => new.push(unit),
        }
    }
    close(&mut new, usize::MAX, now.len() - end);
    changes.extend(moved);
    changes.sort_by_key(|change| (change.place(), change.unit().is_some()));
    changes
}

/// The longest part of distinct numbers that rises: what has kept its order. Patience sorting.
fn longest_rise(numbers: &[usize]) -> Vec<usize> {
    // The index of the smallest number that ends a rise of each length, and what came before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (index, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&end| numbers[end] < *number);
        previous.push(length.checked_sub(1).map(|before| ends[before]));
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut rise = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(index) = at {
        rise.push(numbers[index]);
        at = previous[index];
    }
    rise.reverse();
    rise
}

/// A gap with more pairs than this is paired in order: nobody reads it unit by unit.
const MOST_PAIRS: usize = 10_000;

/// Two units that share less than this part of their words are not one that was changed.
const ALIKE: f64 = 0.3;

/// Which of the units that are gone became which new ones: pairs of positions, both rising.
fn pair<'a, 'b>(
    gone: &[usize],
    new: &[usize],
    old: &dyn Fn(usize) -> Option<&'a Unit>,
    now: &dyn Fn(usize) -> &'b Unit,
) -> Vec<(usize, usize)> {
    let texts: Option<Vec<&Unit>> = gone.iter().map(|&index| old(index)).collect();
    let Some(texts) = texts.filter(|_| gone.len() * new.len() <= MOST_PAIRS) else {
        return (0..gone.len().min(new.len())).map(|at| (at, at)).collect();
    };
    let alike: Vec<Vec<f64>> = texts
        .iter()
        .map(|old| {
            let likeness = |&index: &usize| {
                let now = now(index);
                Some(likeness(&old.text, &now.text)).filter(|l| old.kind == now.kind && *l >= ALIKE)
            };
            new.iter()
                .map(|index| likeness(index).unwrap_or(0.0))
                .collect()
        })
        .collect();
    // best[i][j]: the most likeness that the units from i and j on can have together.
    let mut best = vec![vec![0.0_f64; new.len() + 1]; gone.len() + 1];
    for i in (0..gone.len()).rev() {
        for j in (0..new.len()).rev() {
            let paired = alike[i][j] + best[i + 1][j + 1];
            best[i][j] = paired.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < gone.len() && j < new.len() {
        if alike[i][j] > 0.0 && best[i][j] <= alike[i][j] + best[i + 1][j + 1] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[i + 1][j] >= best[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// The part of their words that two texts share (Sørensen and Dice): 0 to 1.
fn likeness(a: &str, b: &str) -> f64 {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let (mut total, mut shared) = (0_usize, 0_usize);
    for word in words(a) {
        *counts.entry(word).or_default() += 1;
        total += 1;
    }
    for word in words(b) {
        total += 1;
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            shared += 2;
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "counts of words in a paragraph")]
    let likeness = shared as f64 / total.max(1) as f64;
    likeness
}

/// Tells what became of a gap's units. `before` is the unit of today that ends the gap.
fn tell(
    gone: &[usize],
    new: &[usize],
    pairs: &[(usize, usize)],
    before: usize,
    changes: &mut Vec<UnitChange>,
) {
    for (position, &unit) in new.iter().enumerate() {
        let from = pairs.iter().find(|(_, of_new)| *of_new == position);
        changes.push(match from {
            Some(&(of_gone, _)) => UnitChange::Changed {
                unit,
                locked: gone[of_gone],
            },
            None => UnitChange::Added { unit },
        });
    }
    for (position, &locked) in gone.iter().enumerate() {
        if pairs.iter().all(|(of_gone, _)| *of_gone != position) {
            let next = pairs.iter().find(|(of_gone, _)| *of_gone > position);
            changes.push(UnitChange::Removed {
                locked,
                before: next.map_or(before, |&(_, of_new)| new[of_new]),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::UnitKind;

    fn unit(text: &str) -> Unit {
        Unit::new(UnitKind::Paragraph, 0..0, text)
    }

    /// Each letter is a unit. `~` changed, `+` added, `-` removed, `>` moved, with its place today.
    fn letters(locked: &str, now: &str) -> String {
        let units = |text: &str| {
            text.chars()
                .map(|c| unit(&c.to_string()))
                .collect::<Vec<_>>()
        };
        let locked = super::super::lock::digests(&units(locked));
        show(&compare(&locked, &units(now), &|_| None))
    }

    fn show(changes: &[UnitChange]) -> String {
        let one = |change: &UnitChange| match change {
            UnitChange::Changed { unit, locked } => format!("~{unit}from{locked}"),
            UnitChange::Added { unit } => format!("+{unit}"),
            UnitChange::Moved { unit, locked } => format!(">{unit}from{locked}"),
            UnitChange::Removed { locked, before } => format!("-{locked}before{before}"),
        };
        changes.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_what_changed_is_named() {
        for (locked, now, expected) in [
            ("abc", "abc", ""),
            ("abc", "aXc", "~1from1"),
            ("abc", "abXc", "+2"),
            ("abc", "ac", "-1before1"),
            ("abc", "ab", "-2before2"),
            ("aab", "ab", "-1before1"),
            ("", "ab", "+0 +1"),
            ("ab", "", "-0before0 -1before0"),
            ("abc", "aXYc", "~1from1 +2"),
            ("abXd", "aYbd", "+1 -2before3"),
        ] {
            assert_eq!(letters(locked, now), expected, "{locked} -> {now}");
        }
    }

    #[test]
    fn as_few_units_as_can_be_have_moved() {
        for (locked, now, expected) in [
            ("abcd", "dabc", ">0from3"),
            ("abcd", "bcda", ">3from0"),
            ("abcde", "aXcbe", "+1 >2from2 -3before4"),
        ] {
            assert_eq!(letters(locked, now), expected, "{locked} -> {now}");
        }
        // Of two that changed places one has moved, whichever.
        assert_eq!(letters("abcd", "acbd").matches('>').count(), 1);
    }

    #[test]
    fn where_old_texts_are_known_a_changed_unit_is_told_from_a_new_one() {
        let old = [
            unit("Call the police at once."),
            unit("Then write it down."),
        ];
        let now = [
            unit("Something altogether new."),
            unit("Call the local police at once."),
        ];
        let locked = super::super::lock::digests(&old);
        let find = |digest: &str| old.iter().find(|unit| unit.digest.short() == digest);
        assert_eq!(show(&compare(&locked, &now, &find)), "+0 ~1from0 -1before2");
        assert_eq!(
            show(&compare(&locked, &now, &|_| None)),
            "~0from0 ~1from1",
            "in order without"
        );
    }

    proptest::proptest! {
        #[test]
        fn changes_lead_from_the_old_to_the_new(locked in "[a-e]{0,9}", now in "[a-e]{0,9}") {
            let units = |text: &str| text.chars().map(|c| unit(&c.to_string())).collect::<Vec<_>>();
            let (old, new) = (units(&locked), units(&now));
            let changes = compare(&super::super::lock::digests(&old), &new, &|_| None);
            // What no change names has stayed, in the same order.
            let stays = |of: &[Unit], named: Vec<usize>| -> Vec<String> {
                let rest = of.iter().enumerate().filter(|(index, _)| !named.contains(index));
                rest.map(|(_, unit)| unit.text.clone()).collect()
            };
            let before = stays(&old, changes.iter().filter_map(|c| c.locked()).collect());
            let after = stays(&new, changes.iter().filter_map(|c| c.unit()).collect());
            proptest::prop_assert_eq!(before, after);
            for change in changes {
                if let UnitChange::Moved { unit, locked } = change {
                    proptest::prop_assert_eq!(&old[locked].text, &new[unit].text);
                }
            }
        }
    }
}
