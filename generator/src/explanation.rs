//! What `waymark explain` tells: why a kind of mistake matters, an example, and the example mended.
//! The texts stand in `code.md`, in the order of the codes.

use crate::diagnostic::Code;

const TEXTS: &str = include_str!("code.md");

/// A file of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleFile {
    /// Its path beside `content/`; `site.toml` for lines of that file, `sh` for commands.
    pub path: &'static str,
    /// What is in it.
    pub text: &'static str,
}

/// The explanation of one code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Explanation {
    /// Why it matters, and what to do.
    pub why: &'static str,
    /// Files that cause it; none for what no file is known to cause.
    pub example: Vec<ExampleFile>,
    /// The same without the mistake.
    pub mended: Vec<ExampleFile>,
}

impl Explanation {
    /// The explanation of a code.
    #[must_use]
    pub fn of(code: Code) -> Self {
        let heading = format!("## {code}");
        let mut lines = Lines::default();
        let mut explanation = Self::default();
        let mut part = "";
        let mut inside = false;
        while let Some(line) = lines.next(inside) {
            match line {
                Line::Heading(text) if text.starts_with("## ") => {
                    if inside {
                        break;
                    }
                    inside = text == heading;
                    part = "";
                }
                Line::Heading(text) => part = text,
                Line::Text(text) => {
                    if part.is_empty() {
                        explanation.why = text;
                    }
                }
                Line::File(file) if part == "### Example" => explanation.example.push(file),
                Line::File(file) => explanation.mended.push(file),
            }
        }
        explanation
    }
}

/// What stands in the texts, one after another.
enum Line {
    Heading(&'static str),
    Text(&'static str),
    File(ExampleFile),
}

struct Lines {
    rest: &'static str,
}

impl Default for Lines {
    fn default() -> Self {
        Self { rest: TEXTS }
    }
}

impl Lines {
    /// The next line that isn't empty, or the next whole block. Only headings count outside the
    /// part that is looked for.
    fn next(&mut self, inside: bool) -> Option<Line> {
        loop {
            let line = self.rest.split_inclusive('\n').next()?;
            self.rest = &self.rest[line.len()..];
            if let Some(path) = line.strip_prefix("```") {
                let end = self.rest.find("```").unwrap_or(self.rest.len());
                let text = &self.rest[..end];
                self.rest = self.rest[end..].trim_start_matches('`');
                if inside {
                    let path = path.trim_end();
                    return Some(Line::File(ExampleFile { path, text }));
                }
                continue;
            }
            let line = line.trim_end();
            if line.starts_with("##") {
                return Some(Line::Heading(line));
            }
            if inside && !line.is_empty() {
                return Some(Line::Text(line));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_once_and_nothing_else_is() {
        let mut named = Vec::new();
        let mut lines = Lines::default();
        while let Some(line) = lines.next(false) {
            if let Line::Heading(text) = line {
                named.extend(text.strip_prefix("## "));
            }
        }
        let codes: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(named, codes, "code.md and code.rs differ in codes or order");
    }

    #[test]
    fn every_explanation_has_its_parts() {
        for code in Code::ALL {
            let explanation = Explanation::of(*code);
            assert!(explanation.why.ends_with(['.', '`']), "{code}");
            // Nothing that an editor can write causes the last.
            let caused = *code != Code::Search;
            assert_eq!(!explanation.example.is_empty(), caused, "{code}");
            assert_eq!(!explanation.mended.is_empty(), caused, "{code}");
        }
    }
}
