//! What is wrong, as a browser is told.

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::source::Digest;
use serde::Serialize;

/// Nobody mends more than these at a time; the terminal has all.
const MOST: usize = 30;

/// The errors of a run.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Mistakes {
    /// What tells these from others; empty if there are none.
    pub id: String,
    /// How many there are.
    total: usize,
    /// The first of them.
    list: Vec<Mistake>,
}

#[derive(Debug, Clone, Serialize)]
struct Mistake {
    code: String,
    message: String,
    /// Empty if there is no place.
    file: String,
    line: usize,
    column: usize,
    /// The line in which it is, in three parts: before, the place, after.
    text: [String; 3],
    help: Option<String>,
}

impl Mistakes {
    /// The errors among these.
    #[must_use]
    pub fn of(diagnostics: &Diagnostics) -> Self {
        let errors = diagnostics.sorted().into_iter();
        let list: Vec<_> = errors
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .take(MOST)
            .map(mistake)
            .collect();
        let id = if list.is_empty() {
            String::new()
        } else {
            let told = serde_json::to_vec(&list).unwrap_or_default();
            Digest::of(&told).short()
        };
        Self {
            id,
            total: diagnostics.count(Severity::Error),
            list,
        }
    }
}

/// Characters shown on either side of the place in a long line.
const AROUND: usize = 80;

fn mistake(diagnostic: &Diagnostic) -> Mistake {
    let (line, column) = diagnostic.line_column().unwrap_or_default();
    let text = diagnostic.file.as_ref().zip(diagnostic.span.clone());
    Mistake {
        code: diagnostic.code.to_string(),
        message: diagnostic.message.clone(),
        file: (diagnostic.file.as_ref()).map_or_else(String::new, |file| file.name().to_owned()),
        line,
        column,
        text: text.map_or_else(Default::default, |(file, span)| {
            let text = file.text();
            let start = text.floor_char_boundary(span.start);
            let end = text.ceil_char_boundary(span.end.max(start));
            let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
            let last = text[start..]
                .find('\n')
                .map_or(text.len(), |newline| start + newline);
            let end = end.min(last).max(start);
            let from = first.max(text.floor_char_boundary(start.saturating_sub(AROUND)));
            let to = last.min(text.ceil_char_boundary(end + AROUND));
            [&text[from..start], &text[start..end], &text[end..to]].map(str::to_owned)
        }),
        help: diagnostic.help.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::source::SourceFile;

    #[test]
    fn an_error_is_told_with_its_line_and_a_warning_is_not() {
        let file = SourceFile::new("content/en/a.md", "+++\ntitel = \"É\"\n+++\n");
        let mut all = Diagnostics::new();
        assert_eq!(Mistakes::of(&all).id, "");
        all.warn(Code::RawHtml, "no matter");
        all.add(
            Diagnostic::new(Code::UnknownKey, "unknown key")
                .severity(Severity::Error)
                .at(&file, 4..9),
        );
        let told = serde_json::to_value(Mistakes::of(&all)).unwrap();
        assert_eq!(told["total"], 1);
        let list = &told["list"][0];
        assert_eq!(
            (list["line"].as_u64(), list["column"].as_u64()),
            (Some(2), Some(1))
        );
        assert_eq!(list["text"], serde_json::json!(["", "titel", " = \"É\""]));
    }
}
