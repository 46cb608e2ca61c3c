//! What to change in a lock file by hand, for those who edit on a git host's pages.

use std::collections::HashSet;
use std::ops::Range;

use super::change::UnitChange;
use super::lock::{FrontKey, LockFile, LockedPage, term_digest};
use crate::content::{Glossary, Page};

/// Past so many lines the command is less work, and less can go wrong.
const MOST_LINES: usize = 60;

/// The lines of a lock file to change so that a page counts as brought up to date; none if that
/// is too much to do by hand.
///
/// `changes` are those of the page's units; `terms` the keys of changed terms of `glossary`, the
/// source's, if the page shows it.
#[must_use]
pub fn edits(
    file: &LockFile,
    source: &Page,
    changes: &[UnitChange],
    (terms, glossary): (&[String], &Glossary),
) -> Option<String> {
    let now = LockedPage::of(source);
    let locked = file.lock.page(&source.path)?;
    let lines: Vec<usize> = file
        .places
        .units(&source.path)?
        .iter()
        .map(|place| file.file.line_column(place.start).0)
        .collect();
    if lines.windows(2).any(|pair| pair[0] == pair[1]) {
        return None;
    }
    let first = *lines.first()?;
    let mut told = Told::default();
    for key in FrontKey::ALL {
        let line = |digest: &String| format!("{} = \"{digest}\"", key.name());
        let place = file.places.front(&source.path, key);
        let place = place.map(|place| file.line(&place));
        match (place, now.front.get(&key)) {
            (Some(at), Some(new)) if locked.front.get(&key) != Some(new) => {
                told.replace(at, at, [line(new)]);
            }
            (Some(at), None) => told.delete(at, at),
            // Above `units = [`.
            (None, Some(new)) => told.insert(first.checked_sub(2)?, [line(new)]),
            _ => {}
        }
    }
    for (gone, new) in Hunks::new(locked.units.len(), now.units.len(), changes) {
        let new_lines: Vec<String> = now.units[new]
            .iter()
            .map(|digest| format!("    \"{digest}\","))
            .collect();
        match (gone.is_empty(), new_lines.is_empty()) {
            (false, false) => told.replace(lines[gone.start], lines[gone.end - 1], new_lines),
            (false, true) => told.delete(lines[gone.start], lines[gone.end - 1]),
            (true, _) => {
                let before = gone.start.checked_sub(1).map(|before| lines[before]);
                told.insert(before.unwrap_or(first.checked_sub(1)?), new_lines);
            }
        }
    }
    for key in terms {
        let place = file.places.term(key)?;
        let digest = term_digest(glossary.get(key)?);
        let line = file.line(&place);
        told.replace(line, line, [format!("\"{key}\" = \"{digest}\"")]);
    }
    told.text()
}

/// Runs of units that are gone, with those that stand in their place.
struct Hunks {
    /// Pairs of indices that stayed, and the ends.
    stayed: std::vec::IntoIter<(usize, usize)>,
    at: (usize, usize),
}

impl Hunks {
    fn new(locked: usize, now: usize, changes: &[UnitChange]) -> Self {
        let gone: HashSet<usize> = changes
            .iter()
            .filter_map(|change| change.locked())
            .collect();
        let new: HashSet<usize> = changes.iter().filter_map(|change| change.unit()).collect();
        let stayed: Vec<_> = (0..locked)
            .filter(|index| !gone.contains(index))
            .zip((0..now).filter(|index| !new.contains(index)))
            .chain([(locked, now)])
            .collect();
        Self {
            stayed: stayed.into_iter(),
            at: (0, 0),
        }
    }
}

impl Iterator for Hunks {
    type Item = (Range<usize>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (locked, now) = self.stayed.next()?;
            let hunk = (self.at.0..locked, self.at.1..now);
            self.at = (locked + 1, now + 1);
            if !hunk.0.is_empty() || !hunk.1.is_empty() {
                return Some(hunk);
            }
        }
    }
}

/// Steps with the line at which each begins.
#[derive(Default)]
struct Told {
    steps: Vec<(usize, String)>,
}

impl Told {
    fn replace(&mut self, from: usize, to: usize, new: impl IntoIterator<Item = String>) {
        self.step(from, &format!("Replace {} by:", span(from, to)), new);
    }

    fn insert(&mut self, below: usize, new: impl IntoIterator<Item = String>) {
        self.step(below, &format!("Below line {below} add:"), new);
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.step(from, &format!("Delete {}.", span(from, to)), []);
    }

    fn step(&mut self, at: usize, what: &str, new: impl IntoIterator<Item = String>) {
        let lines = std::iter::once(what.to_owned()).chain(new);
        self.steps.push((at, lines.collect::<Vec<_>>().join("\n")));
    }

    /// From the bottom up, so that no step moves the lines of the next.
    fn text(mut self) -> Option<String> {
        self.steps.sort_by_key(|(at, _)| *at);
        let steps: Vec<String> = self.steps.into_iter().rev().map(|(_, text)| text).collect();
        let text = steps.join("\n");
        (!text.is_empty() && text.lines().count() <= MOST_LINES).then_some(text)
    }
}

fn span(from: usize, to: usize) -> String {
    if from == to {
        format!("line {from}")
    } else {
        format!("lines {from} to {to}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Page;
    use crate::markdown::{Unit, UnitKind};
    use crate::source::SourceFile;
    use crate::translation::change::compare;
    use crate::translation::lock::{self, Lock};
    use crate::url::PagePath;

    /// Does what was said, as a person would: from the top of the text to its end.
    fn follow(file: &str, steps: &str) -> String {
        let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
        let mut at = None;
        for step in steps.lines() {
            let numbers: Vec<usize> = step
                .split([' ', ':', '.'])
                .filter_map(|word| word.parse().ok())
                .collect();
            if step.starts_with("Replace ") || step.starts_with("Delete ") {
                let (from, to) = (numbers[0], *numbers.last().unwrap());
                lines.drain(from - 1..to);
                at = Some(from - 1);
            } else if step.starts_with("Below ") {
                at = Some(numbers[0]);
            } else {
                let place = at.unwrap();
                lines.insert(place, step.to_owned());
                at = Some(place + 1);
            }
        }
        lines.join("\n") + "\n"
    }

    fn page(title: &str, menu: Option<&str>, units: &str) -> Page {
        let mut page = Page {
            path: PagePath::new("a/b").unwrap(),
            lang: crate::language::LanguageTag::parse("en").unwrap(),
            source: SourceFile::new("en/a/b.md", ""),
            front: crate::content::FrontMatter {
                title: title.to_owned(),
                nav_title: menu.map(str::to_owned),
                ..Default::default()
            },
            document: std::sync::Arc::default(),
            state: crate::translation::TranslationState::Source,
            generated: false,
        };
        let document = std::sync::Arc::make_mut(&mut page.document);
        document.units = units
            .chars()
            .map(|c| Unit::new(UnitKind::Paragraph, 0..0, &c.to_string()))
            .collect();
        page
    }

    proptest::proptest! {
        #[test]
        fn whoever_does_what_is_said_gets_what_the_command_writes(
            old in "[a-f]{1,9}", new in "[a-f]{1,9}", titled: bool, menu: bool, menu_now: bool
        ) {
            let in_menu = |there: bool| there.then_some("Menu");
            let before = page("Title", in_menu(menu), &old);
            let now = page(if titled { "Title" } else { "Other" }, in_menu(menu_now), &new);
            let mut lock = Lock::default();
            lock.set(PagePath::new("a/a").unwrap(), LockedPage::of(&before));
            lock.set(before.path.clone(), LockedPage::of(&before));
            lock.set(PagePath::new("a/c").unwrap(), LockedPage::of(&before));
            let (file, _) = lock::read(&SourceFile::new("translations.lock", lock.text()));
            let changes = compare(&LockedPage::of(&before).units, &now.document.units, &|_| None);
            let steps = edits(&file, &now, &changes, (&[], &Glossary::default()));
            let by_hand = follow(&lock.text(), &steps.unwrap_or_default());
            lock.set(now.path.clone(), LockedPage::of(&now));
            let (by_hand, told) = lock::read(&SourceFile::new("translations.lock", by_hand));
            proptest::prop_assert!(told.is_empty());
            proptest::prop_assert_eq!(by_hand.lock, lock);
        }
    }
}
