//! The diagnostics of one page, cut where they would bury each other.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;

/// So many of one kind are told for a page; the rest is counted.
const MOST: usize = 50;

/// Collects the diagnostics of a page. Ranges are those of the body.
#[derive(Debug)]
pub struct Telling {
    file: Arc<SourceFile>,
    body: usize,
    found: Vec<Diagnostic>,
    counts: BTreeMap<Code, usize>,
}

impl Telling {
    /// For a page whose body starts at this byte.
    pub fn new(file: &Arc<SourceFile>, body: usize) -> Self {
        Self {
            file: Arc::clone(file),
            body,
            found: Vec::new(),
            counts: BTreeMap::new(),
        }
    }

    /// True if one of this kind was told.
    pub fn told(&self, code: Code) -> bool {
        self.counts.contains_key(&code)
    }

    /// True if another of this kind would only be counted: its hint needn't be worked out.
    pub fn full(&self, code: Code) -> bool {
        self.counts.get(&code).is_some_and(|count| *count >= MOST)
    }

    /// Tells a mistake.
    pub fn tell(&mut self, code: Code, span: Range<usize>, message: String, help: String) {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        if *count > MOST {
            return;
        }
        let diagnostic = Diagnostic::new(code, message)
            .at(&self.file, span.start + self.body..span.end + self.body);
        self.found.push(if help.is_empty() {
            diagnostic
        } else {
            diagnostic.help(help)
        });
    }

    /// What was found, and how much more.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        for (code, count) in self.counts {
            if count > MOST {
                let more = format!("{} more of “{code}” in this file", count - MOST);
                self.found
                    .push(Diagnostic::new(code, more).at(&self.file, self.body..self.body));
            }
        }
        self.found
    }
}
