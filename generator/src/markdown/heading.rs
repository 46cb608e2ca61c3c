//! Heading ids: an explicit one wins; a translation takes its source's; else the text makes one.

use std::collections::{HashMap, HashSet};

use super::document::Heading;

/// An id made of a text: its letters and digits in any script, in lower case, joined by hyphens.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || is_mark(c) {
            slug.extend(c.to_lowercase());
        } else if (c.is_whitespace() || matches!(c, '-' | '_' | '–' | '—' | '/'))
            && !slug.is_empty()
            && !slug.ends_with('-')
        {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() {
        "section".to_owned()
    } else {
        slug
    }
}

/// Combining marks carry vowels in Arabic, Indic and other scripts: a slug without them would be
/// another word.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Gives out ids, each once.
#[derive(Debug, Default)]
pub struct Ids {
    used: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Ids {
    /// Takes an id; false if it was taken.
    pub fn take(&mut self, id: &str) -> bool {
        self.used.insert(id.to_owned())
    }

    /// Takes an id like this one, with a number if it was taken.
    pub fn take_like(&mut self, id: &str) -> String {
        if self.take(id) {
            return id.to_owned();
        }
        let mut number = self.next.get(id).copied().unwrap_or(2);
        loop {
            let numbered = format!("{id}-{number}");
            number += 1;
            if self.take(&numbered) {
                self.next.insert(id.to_owned(), number);
                return numbered;
            }
        }
    }
}

/// Ids that the frame around the text has.
pub const FRAME: [&str; 3] = ["main", "strings", "search-field"];

/// Gives every heading without an explicit id one of its own. Explicit ids are taken first, so that
/// a heading above can't take the id of one below.
pub fn own_ids(headings: &mut [Heading]) {
    let mut ids = Ids::default();
    for id in FRAME {
        ids.take(id);
    }
    for heading in headings.iter_mut().filter(|heading| heading.explicit) {
        heading.id = ids.take_like(&heading.id);
    }
    for heading in headings.iter_mut().filter(|heading| !heading.explicit) {
        heading.id = ids.take_like(&slug(&heading.text));
    }
}

/// Gives a translation's headings the source's ids, unless explicit. If the levels differ, nothing
/// is changed and the answer is the index of the first heading that differs.
pub fn source_ids(headings: &mut [Heading], source: &[Heading]) -> Result<(), usize> {
    let pairs = headings
        .iter()
        .zip(source)
        .position(|(own, of)| own.level != of.level);
    if let Some(first) = pairs {
        return Err(first);
    }
    if headings.len() != source.len() {
        return Err(headings.len().min(source.len()));
    }
    let mut ids = Ids::default();
    for heading in headings.iter().filter(|heading| heading.explicit) {
        ids.take(&heading.id);
    }
    for (heading, source) in headings.iter_mut().zip(source) {
        if !heading.explicit {
            heading.id = ids.take_like(&source.id);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(level: u8, id: &str, text: &str) -> Heading {
        Heading {
            level,
            id: id.to_owned(),
            text: text.to_owned(),
            explicit: !id.is_empty(),
            span: 0..0,
        }
    }

    #[test]
    fn slugs_keep_every_script() {
        assert_eq!(slug("What to do, now?"), "what-to-do-now");
        assert_eq!(slug("L’été – où ?"), "lété-où");
        assert_eq!(slug("हिन्दी में"), "हिन्दी-में");
        assert_eq!(slug("Что делать"), "что-делать");
        assert_eq!(slug("???"), "section");
    }

    #[test]
    fn explicit_ids_are_taken_first() {
        let mut headings = [
            heading(2, "", "A"),
            heading(2, "", "A"),
            heading(2, "a", "B"),
            heading(2, "", "A 2"),
        ];
        own_ids(&mut headings);
        assert_eq!(headings.map(|h| h.id), ["a-2", "a-3", "a", "a-2-2"]);
    }

    #[test]
    fn the_frames_ids_are_taken() {
        let mut headings = [heading(2, "", "Main"), heading(2, "main", "x")];
        own_ids(&mut headings);
        assert_eq!(headings.map(|h| h.id), ["main-3", "main-2"]);
    }

    #[test]
    fn translations_take_the_ids_of_their_source() {
        let mut source = [heading(2, "now", "Now"), heading(3, "", "Later")];
        own_ids(&mut source);
        let mut good = [heading(2, "", "Maintenant"), heading(3, "", "Plus tard")];
        assert_eq!(source_ids(&mut good, &source), Ok(()));
        assert_eq!(good.map(|h| h.id), ["now", "later"]);
        let mut own = [
            heading(2, "", "Maintenant"),
            heading(3, "apres", "Plus tard"),
        ];
        assert_eq!(source_ids(&mut own, &source), Ok(()));
        assert_eq!(own.map(|h| h.id), ["now", "apres"]);
        let mut level = [heading(2, "", "x"), heading(2, "", "y")];
        assert_eq!(source_ids(&mut level, &source), Err(1));
        let mut short = [heading(2, "", "x")];
        assert_eq!(source_ids(&mut short, &source), Err(1));
    }

    #[test]
    fn many_equal_headings_are_no_trouble() {
        let mut headings = vec![heading(2, "", "Same"); 10_000];
        own_ids(&mut headings);
        assert_eq!(headings[9_999].id, "same-10000");
    }
}
