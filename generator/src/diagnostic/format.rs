//! Diagnostics for other programs: JSON, and the workflow commands of GitHub.

use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use super::{Diagnostic, Diagnostics, Severity};

/// The version of the JSON: another number when a member changes its meaning.
const FORMAT: u8 = 1;

#[derive(Serialize)]
struct Report<'a> {
    format: u8,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Told<'a>>,
}

/// A diagnostic as JSON has it. Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
struct Told<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    label: Option<&'a str>,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    /// The source line.
    source: Option<&'a str>,
}

impl<'a> Told<'a> {
    fn new(of: &'a Diagnostic) -> Self {
        let place = of.place();
        Self {
            code: of.code.name(),
            severity: of.severity.name(),
            message: &of.message,
            help: of.help.as_deref(),
            label: of.label.as_deref(),
            file: of.file.as_ref().map(|file| file.name()),
            line: place.map(|place| place.start.0),
            column: place.map(|place| place.start.1),
            end_line: place.map(|place| place.end.0),
            end_column: place.map(|place| place.end.1),
            source: of.source_line(),
        }
    }
}

/// Where a diagnostic is: line and column of its start and of its end.
#[derive(Clone, Copy)]
struct Place {
    start: (usize, usize),
    end: (usize, usize),
}

impl Diagnostic {
    fn place(&self) -> Option<Place> {
        let (file, span) = (self.file.as_ref()?, self.first_line()?);
        let start = file.line_column(span.start);
        let text = file.text().get(span)?;
        // On the same line, so that a file of many megabytes isn't counted twice.
        let end = (start.0, start.1 + text.chars().count());
        Some(Place { start, end })
    }

    /// The line in which it begins, cut where it is very long.
    fn source_line(&self) -> Option<&str> {
        const LONGEST: usize = 1_000;
        let (file, span) = (self.file.as_ref()?, self.span.as_ref()?);
        let (text, at) = (file.text(), file.text().floor_char_boundary(span.start));
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        Some(&line[..line.floor_char_boundary(LONGEST)])
    }
}

impl Diagnostics {
    /// All of them as one JSON object; its members are described in `generator/README.md`.
    #[must_use]
    pub fn json(&self) -> String {
        let sorted = self.sorted();
        let report = Report {
            format: FORMAT,
            errors: self.count(Severity::Error),
            warnings: self.count(Severity::Warning),
            diagnostics: sorted.into_iter().map(Told::new).collect(),
        };
        // Strings and numbers only: there is nothing that JSON can't hold.
        serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
    }

    /// All of them as workflow commands, which GitHub shows beside the lines of a change
    /// (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).
    ///
    /// GitHub wants paths from the top of the repository, which is `workspace`; without one, files
    /// are named as elsewhere.
    #[must_use]
    pub fn github(&self, workspace: Option<&Path>) -> String {
        let mut text = String::new();
        for told in self.sorted() {
            let command = match told.severity {
                Severity::Error => "error",
                Severity::Warning | Severity::Off => "warning",
            };
            let _ = write!(text, "::{command} ");
            if let Some(file) = &told.file {
                let _ = write!(text, "file={},", property(&below(file.name(), workspace)));
            }
            if let Some(Place { start, end }) = told.place() {
                let _ = write!(text, "line={},col={},", start.0, start.1);
                if end.1 > start.1 {
                    let _ = write!(text, "endLine={},endColumn={},", end.0, end.1 - 1);
                }
            }
            let _ = write!(
                text,
                "title={}::{}",
                property(told.code.name()),
                data(&told.message)
            );
            if let Some(help) = &told.help {
                let _ = write!(text, "%0A{}", data(help));
            }
            text.push('\n');
        }
        text
    }
}

/// A file's path from the workspace, if it lies in it.
fn below(name: &str, workspace: Option<&Path>) -> String {
    let found = workspace.and_then(|workspace| {
        let file = std::fs::canonicalize(name).ok()?;
        let folder = std::fs::canonicalize(workspace).ok()?;
        Some(file.strip_prefix(folder).ok()?.display().to_string())
    });
    found.unwrap_or_else(|| name.to_owned())
}

/// Text behind `::`, as GitHub's own toolkit escapes it.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::source::SourceFile;

    fn all() -> Diagnostics {
        let file = SourceFile::new("content/a, b: 100%.md", "é\nab <x>\r\ny\n");
        let mut all = Diagnostics::new();
        all.add(
            Diagnostic::new(Code::RawHtml, "100% of\r\nthis: no, never")
                .at(&file, 6..9)
                .help("One\nTwo"),
        );
        all.add(Diagnostic::new(Code::MissingTranslation, "fr: 2 of 3"));
        all
    }

    #[test]
    fn githubs_commands_are_one_line_each_and_nothing_ends_them_early() {
        assert_eq!(
            all().github(None),
            "::warning title=missing-translation::fr: 2 of 3\n\
             ::error file=content/a%2C b%3A 100%25.md,line=2,col=4,endLine=2,endColumn=6,title=raw-html::100%25 of%0D%0Athis: no, never%0AOne%0ATwo\n"
        );
    }

    #[test]
    fn json_has_every_member_always() {
        let json: serde_json::Value = serde_json::from_str(&all().json()).unwrap();
        assert_eq!(json["format"], 1);
        assert_eq!((&json["errors"], &json["warnings"]), (&1.into(), &1.into()));
        let [bare, placed] = json["diagnostics"].as_array().unwrap().as_slice() else {
            panic!("{json}")
        };
        assert_eq!(placed["line"], 2);
        assert_eq!(
            (&placed["column"], &placed["end_column"]),
            (&4.into(), &7.into())
        );
        assert_eq!(placed["source"], "ab <x>");
        let names = |value: &serde_json::Value| {
            let members = value.as_object().unwrap();
            members.keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(names(bare), names(placed));
        assert!(bare["file"].is_null() && bare["line"].is_null());
    }
}
