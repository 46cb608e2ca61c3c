//! Sections: what search finds.

use super::unit::words;

/// A part of a page from one second-level heading to the next, as plain text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading's id; `None` for what comes before the first.
    pub anchor: Option<String>,
    /// The heading's text.
    pub heading: String,
    /// The texts of the headings below it, joined by spaces.
    pub headings: String,
    /// The text without any heading, blocks joined by spaces.
    pub body: String,
}

/// Collects sections while a page is read.
#[derive(Debug)]
pub struct Sections {
    done: Vec<Section>,
}

impl Default for Sections {
    fn default() -> Self {
        Self {
            done: vec![Section::default()],
        }
    }
}

impl Sections {
    /// Text below a heading.
    pub fn body(&mut self, text: &str) {
        push(&mut self.last().body, text);
    }

    /// A heading: the second level begins a section.
    pub fn heading(&mut self, level: u8, text: &str) {
        if level == 2 {
            self.done.push(Section {
                heading: words(text).collect::<Vec<_>>().join(" "),
                ..Section::default()
            });
        } else {
            push(&mut self.last().headings, text);
        }
    }

    /// The sections; the first has no heading.
    #[must_use]
    pub fn finish(self) -> Vec<Section> {
        self.done
    }

    fn last(&mut self) -> &mut Section {
        if self.done.is_empty() {
            self.done.push(Section::default());
        }
        let last = self.done.len() - 1;
        &mut self.done[last]
    }
}

fn push(to: &mut String, text: &str) {
    for word in words(text) {
        if !to.is_empty() {
            to.push(' ');
        }
        to.push_str(word);
    }
}
