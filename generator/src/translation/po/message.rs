//! A unit as a message, and back: one line, unless it has line breaks that mean something.
//!
//! In a page, a paragraph may run over lines that begin with the marks of its list or quotation.
//! In a message it doesn't: what breaks a line for the editor's eye is a space.

use std::ops::Range;

use crate::markdown::{Unit, UnitKind};

/// Where a unit's text stands in its file.
pub fn range(file: &str, unit: &Unit) -> Range<usize> {
    let text = &file[unit.span.clone()];
    let end = unit.span.start + text.trim_end().len();
    // Only code may begin with white space that counts.
    let start = if unit.kind == UnitKind::Code {
        unit.span.start
    } else {
        end - text.trim_end().trim_start().len()
    };
    start..end
}

/// A unit's message.
pub fn of(file: &str, unit: &Unit) -> String {
    let range = range(file, unit);
    let text = &file[range.clone()];
    if unit.kind == UnitKind::Cell {
        return text.replace("\\|", "|");
    }
    let prefix = prefix(&file[..range.start]);
    let verbatim = verbatim(unit.kind, text);
    let mut message = String::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if number == 0 {
            message.push_str(line);
            continue;
        }
        let line = if verbatim {
            without_prefix(line, &prefix)
        } else {
            without_marks(line, &prefix)
        };
        if verbatim || breaks(&message) {
            message.push('\n');
        } else {
            message.truncate(message.trim_end_matches([' ', '\t']).len());
            message.push(' ');
        }
        message.push_str(line);
    }
    message
}

/// Adds a message to a file that has been written up to the unit's place.
pub fn write(out: &mut String, kind: UnitKind, message: &str, newline: &str) {
    if kind == UnitKind::Cell {
        out.push_str(&message.replace('|', "\\|"));
        return;
    }
    let prefix = prefix(out);
    for (number, line) in message.split('\n').enumerate() {
        if number > 0 {
            out.push_str(newline);
            out.push_str(if line.is_empty() {
                prefix.trim_end()
            } else {
                &prefix
            });
        }
        out.push_str(line);
    }
}

/// Code, and blocks of raw HTML, mean something by their lines.
fn verbatim(kind: UnitKind, text: &str) -> bool {
    kind == UnitKind::Code || text.starts_with('<')
}

/// True if a line ends in a break that is drawn: two spaces or a backslash.
fn breaks(line: &str) -> bool {
    let backslashes = line.bytes().rev().take_while(|&byte| byte == b'\\').count();
    line.ends_with("  ") || backslashes % 2 == 1
}

/// What the lines below a unit's first begin with: its quotations' marks, and spaces under the
/// marks of lists.
fn prefix(before: &str) -> String {
    let line = before
        .rfind('\n')
        .map_or(before, |newline| &before[newline + 1..]);
    let keep = |c: char| {
        if matches!(c, '>' | ' ' | '\t') {
            c
        } else {
            ' '
        }
    };
    line.trim_start_matches('\u{feff}')
        .chars()
        .map(keep)
        .collect()
}

/// A line without the marks of as many quotations, and without the space around them.
fn without_marks<'a>(line: &'a str, prefix: &str) -> &'a str {
    let mut line = line.trim_start_matches([' ', '\t']);
    for _ in prefix.matches('>') {
        line = line
            .strip_prefix('>')
            .unwrap_or(line)
            .trim_start_matches([' ', '\t']);
    }
    line
}

/// A line without its prefix, as far as it has one.
fn without_prefix<'a>(line: &'a str, prefix: &str) -> &'a str {
    let mut rest = line;
    for c in prefix.chars() {
        match rest.strip_prefix(c) {
            Some(behind) => rest = behind,
            None => break,
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Glossary;
    use crate::language::LanguageTag;
    use crate::markdown::{Base, Context, Document, parse};
    use crate::source::SourceFile;
    use crate::url::PagePath;

    fn document(text: &str) -> Document {
        let (lang, page) = (LanguageTag::parse("en").unwrap(), PagePath::home());
        let base = Base {
            lang: &lang,
            page: &page,
            languages: &[],
        };
        let glossary = Glossary::default();
        parse(
            &SourceFile::new("a.md", text),
            0,
            Context {
                base,
                glossary: &glossary,
            },
        )
        .0
    }

    fn messages(text: &str) -> Vec<String> {
        document(text)
            .units
            .iter()
            .map(|unit| of(text, unit))
            .collect()
    }

    #[test]
    fn a_unit_is_one_line_with_its_marks() {
        for (text, expected) in [
            (
                "One **two**\nthree [four](a.md \"t\").\n",
                vec!["One **two** three [four](a.md \"t\")."],
            ),
            (
                "## Now {#now}\n\nText\\\nmore  \nend\n",
                vec!["Now", "Text\\\nmore  \nend"],
            ),
            (
                "> [!NOTE]\n> 1. One\n>    two\n>\n>    three\n",
                vec!["One two", "three"],
            ),
            ("- [x] Done\n- [ ] Not\n  yet\n", vec!["Done", "Not yet"]),
            (
                "| a | [[k\\|b]] |\n|---|---|\n| c | d |\n",
                vec!["a", "[[k|b]]", "c", "d"],
            ),
            ("\\*no\\* emphasis\n", vec!["\\*no\\* emphasis"]),
            (
                "Text[^1]\n\n[^1]: The\n    note\n",
                vec!["Text[^1]", "The note"],
            ),
            (
                "- x\n\n  ```sh\n  a\n\n    b\n  ```\n",
                vec!["x", "```sh\na\n\n  b\n```"],
            ),
            ("Windows\r\nlines\r\n", vec!["Windows lines"]),
            (
                "- [A](a.md) — b\n- [C](c.md)\n  d\n",
                vec!["[A](a.md) — b", "[C](c.md) d"],
            ),
        ] {
            assert_eq!(messages(text), expected, "{text}");
        }
    }

    #[test]
    fn a_message_goes_back_to_where_it_was() {
        for text in [
            "One two\n",
            "> - [ ] One\\\n>       two\n",
            "- x\n\n  ```sh\n  a\n\n    b\n  ```\n",
            "| a | [[k\\|b]] |\n|---|---|\n",
            "<details>\n<summary>a</summary>\n\nb\n\n</details>\n",
        ] {
            let document = document(text);
            for unit in &document.units {
                let range = range(text, unit);
                let mut out = text[..range.start].to_owned();
                write(&mut out, unit.kind, &of(text, unit), "\n");
                out.push_str(&text[range.end..]);
                assert_eq!(out, text);
            }
        }
    }
}
