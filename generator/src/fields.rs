//! Reading TOML key by key, so that every mistake of a file is told at once and in its place.
//!
//! A [`Fields`] is a table whose keys are asked for one after another; what nobody asked for is an
//! unknown key.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;
use crate::suggestion::{did_you_mean, first_few};

/// A value and where it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// Where mistakes of one file are collected.
#[derive(Debug)]
pub struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    /// Where the TOML starts in the file.
    offset: usize,
    found: RefCell<Vec<Diagnostic>>,
}

impl<'a> Reader<'a> {
    /// Reads a part of a file.
    pub fn new(file: &'a Arc<SourceFile>, offset: usize) -> Self {
        Self {
            file,
            offset,
            found: RefCell::default(),
        }
    }

    /// The table in `toml`, which must stand at this reader's offset. `at` is the place to point to
    /// when a key is missing. After a syntax error the rest is still read as far as it goes, and
    /// [`Reader::broken`] says so.
    pub fn table(&'a self, toml: &'a str, at: Range<usize>) -> Fields<'a> {
        let (table, errors) = DeTable::parse_recoverable(toml);
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            self.add(
                Code::TomlSyntax,
                self.absolute(span),
                format!("this isn't valid TOML: {}", error.message()),
                if error.message().starts_with("invalid date") {
                    "Write a day of the calendar without quotes, year first: 2026-01-31"
                } else {
                    "A line is `key = value`; text stands between \"straight quotes\"."
                },
            );
        }
        Fields::new(self, String::new(), at, table.into_inner())
    }

    /// True once a syntax error was found.
    pub fn broken(&self) -> bool {
        self.found
            .borrow()
            .iter()
            .any(|d| d.code == Code::TomlSyntax)
    }

    /// True if what stands there is a syntax error already: what is left of it has no type.
    fn broken_at(&self, span: &Range<usize>) -> bool {
        self.found.borrow().iter().any(|d| {
            let there = d.span.as_ref();
            d.code == Code::TomlSyntax
                && there.is_some_and(|there| span.start <= there.start && there.end <= span.end)
        })
    }

    /// Tells a mistake at a place in the file.
    pub fn add(
        &self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::new(code, message).at(self.file, span);
        let help = help.into();
        self.found.borrow_mut().push(if help.is_empty() {
            diagnostic
        } else {
            diagnostic.help(help)
        });
    }

    /// What was found.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }

    fn absolute(&self, span: Range<usize>) -> Range<usize> {
        span.start + self.offset..span.end + self.offset
    }
}

/// A table that is being read.
pub struct Fields<'a> {
    reader: &'a Reader<'a>,
    /// The table's name, as a header would write it; empty at the top.
    name: String,
    /// Where to point when a key is missing.
    at: Range<usize>,
    /// What nobody has asked for yet, in the file's order.
    entries: Vec<(Located<String>, Spanned<DeValue<'a>>)>,
    asked: Vec<String>,
}

impl<'a> Fields<'a> {
    fn new(reader: &'a Reader<'a>, name: String, at: Range<usize>, table: DeTable<'a>) -> Self {
        let mut entries: Vec<_> = table
            .into_iter()
            .map(|(key, value)| {
                let span = reader.absolute(key.span());
                let value_of_key = key.into_inner().into_owned();
                (
                    Located {
                        value: value_of_key,
                        span,
                    },
                    value,
                )
            })
            .collect();
        entries.sort_by_key(|(key, _)| key.span.start);
        Self {
            reader,
            name,
            at,
            entries,
            asked: Vec::new(),
        }
    }

    /// Where the table stands: its key.
    pub fn span(&self) -> Range<usize> {
        self.at.clone()
    }

    /// Tells a mistake at a place in this table's file.
    pub fn add(
        &self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.reader.add(code, span, message, help);
    }

    fn full(&self, key: &str) -> String {
        if self.name.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.name)
        }
    }

    fn take(&mut self, key: &str) -> Option<(Located<String>, Spanned<DeValue<'a>>)> {
        self.asked.push(key.to_owned());
        let at = self.entries.iter().position(|(of, _)| of.value == key)?;
        Some(self.entries.remove(at))
    }

    fn read<T>(
        &mut self,
        key: &str,
        wanted: &str,
        read: impl FnOnce(&DeValue<'a>) -> Option<T>,
    ) -> Option<Located<T>> {
        let (_, value) = self.take(key)?;
        let span = self.reader.absolute(value.span());
        if let Some(value) = read(value.get_ref()) {
            return Some(Located { value, span });
        }
        self.wrong_type(&self.full(key), value.get_ref(), span, wanted);
        None
    }

    fn wrong_type(&self, key: &str, value: &DeValue<'_>, span: Range<usize>, wanted: &str) {
        if self.reader.broken_at(&span) {
            return;
        }
        let found = match value.type_str() {
            "string" => "a text",
            "integer" => "a number",
            "float" => "a number with a point",
            "boolean" => "true or false",
            // A day would have been read where one is wanted.
            "datetime" if wanted == "a date" => "a time",
            "datetime" => "a date",
            "array" => "a list",
            _ => "a table",
        };
        self.add(
            Code::WrongType,
            span,
            format!("`{key}` must be {wanted}, and this is {found}"),
            example(key, wanted),
        );
    }

    /// True if the key is there and nobody has asked for it yet.
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(of, _)| of.value == key)
    }

    /// A text.
    pub fn text(&mut self, key: &str) -> Option<Located<String>> {
        self.read(key, "a text", |value| value.as_str().map(str::to_owned))
    }

    /// A text that must be there and not be empty.
    pub fn required_text(&mut self, key: &str) -> Option<Located<String>> {
        let there = self.has(key);
        let text = self.text(key);
        if !there {
            self.missing(key);
        }
        let text = text?;
        if text.value.trim().is_empty() {
            self.add(
                Code::InvalidValue,
                text.span,
                format!("`{}` is empty", self.full(key)),
                "Write the text between the quotes.",
            );
            return None;
        }
        Some(text)
    }

    /// Tells that a key is missing.
    pub fn missing(&self, key: &str) {
        self.missing_like(key, "a text");
    }

    /// Tells that a key is missing whose value isn't a text.
    pub fn missing_like(&self, key: &str, wanted: &str) {
        self.add(
            Code::MissingKey,
            self.span(),
            format!("`{}` is missing", self.full(key)),
            example(&self.full(key), wanted),
        );
    }

    /// A whole number.
    pub fn integer(&mut self, key: &str) -> Option<Located<i64>> {
        self.read(key, "a whole number", |value| {
            let number = value.as_integer()?;
            i64::from_str_radix(number.as_str(), number.radix()).ok()
        })
    }

    /// True or false.
    pub fn truth(&mut self, key: &str) -> Option<Located<bool>> {
        self.read(key, "true or false", DeValue::as_bool)
    }

    /// A day without a time.
    pub fn date(&mut self, key: &str) -> Option<Located<Date>> {
        self.read(key, "a date", |value| {
            let date = value
                .as_datetime()
                .filter(|d| d.time.is_none() && d.offset.is_none())?
                .date?;
            let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
            Date::new(i16::try_from(date.year).ok()?, month, day).ok()
        })
    }

    /// A list of texts; what isn't text in it is told and left out.
    pub fn texts(&mut self, key: &str) -> Vec<Located<String>> {
        let Some((_, value)) = self.take(key) else {
            return Vec::new();
        };
        let full = self.full(key);
        let Some(items) = value.get_ref().as_array() else {
            let span = self.reader.absolute(value.span());
            self.wrong_type(&full, value.get_ref(), span, "a list of texts");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            let span = self.reader.absolute(item.span());
            match item.get_ref().as_str() {
                Some(text) => texts.push(Located {
                    value: text.to_owned(),
                    span,
                }),
                None => self.wrong_type(&full, item.get_ref(), span, "a list of texts"),
            }
        }
        texts
    }

    /// A table.
    pub fn table(&mut self, key: &str) -> Option<Fields<'a>> {
        let (name, value) = self.take(key)?;
        self.open(name, value)
    }

    /// A list of tables, which TOML writes as `[[key]]` over each; what isn't a table in it is
    /// told and left out.
    pub fn list_of_tables(&mut self, key: &str) -> Vec<Fields<'a>> {
        let Some((name, value)) = self.take(key) else {
            return Vec::new();
        };
        let full = self.full(key);
        let span = self.reader.absolute(value.span());
        let items = match value.into_inner() {
            DeValue::Array(items) => items,
            other => {
                self.wrong_type(&full, &other, span, "a list of tables");
                return Vec::new();
            }
        };
        let mut tables = Vec::new();
        for item in items {
            let span = self.reader.absolute(item.span());
            match item.into_inner() {
                DeValue::Table(table) => {
                    let at = if span.is_empty() {
                        name.span.clone()
                    } else {
                        span
                    };
                    tables.push(Fields::new(self.reader, full.clone(), at, table));
                }
                other => self.wrong_type(&full, &other, span, "a list of tables"),
            }
        }
        tables
    }

    /// All that nobody has asked for, as tables, in the file's order.
    pub fn tables(&mut self) -> Vec<(Located<String>, Fields<'a>)> {
        std::mem::take(&mut self.entries)
            .into_iter()
            .filter_map(|(key, value)| Some((key.clone(), self.open(key, value)?)))
            .collect()
    }

    /// All that nobody has asked for, as texts, in the file's order.
    pub fn remaining_texts(&mut self) -> Vec<(Located<String>, Located<String>)> {
        let keys: Vec<_> = self.entries.iter().map(|(key, _)| key.clone()).collect();
        keys.into_iter()
            .filter_map(|key| Some((key.clone(), self.text(&key.value)?)))
            .collect()
    }

    fn open(&self, key: Located<String>, value: Spanned<DeValue<'a>>) -> Option<Fields<'a>> {
        let span = self.reader.absolute(value.span());
        match value.into_inner() {
            DeValue::Table(table) => Some(Fields::new(
                self.reader,
                self.full(&key.value),
                key.span,
                table,
            )),
            other => {
                self.wrong_type(&self.full(&key.value), &other, span, "a table");
                None
            }
        }
    }

    /// Tells every key that nobody asked for.
    pub fn finish(self) {
        // What an unfinished line left behind would only be noise beside the syntax error.
        if self.reader.broken() {
            return;
        }
        for (key, _) in &self.entries {
            let known = self.asked.iter().map(String::as_str);
            self.reader.add(
                Code::UnknownKey,
                key.span.clone(),
                format!("unknown key `{}`", self.full(&key.value)),
                did_you_mean(&key.value, known.clone(), || {
                    format!("Known keys here: {}.", first_few(known))
                }),
            );
        }
    }
}

fn example(key: &str, wanted: &str) -> String {
    let key = key.rsplit('.').next().unwrap_or(key);
    match wanted {
        "a text" => format!("Write it like this: {key} = \"…\""),
        "a whole number" => format!("Write it without quotes: {key} = 3"),
        "true or false" => format!("Write it without quotes: {key} = true"),
        "a date" => format!("Write it without quotes, year first: {key} = 2026-01-31"),
        "a list of texts" => format!("Write it like this: {key} = [\"…\", \"…\"]"),
        "a list of tables" => {
            format!("Write [[{key}]] on a line of its own, and its keys below it.")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_mistakes_of_a_table_are_told_in_their_places() {
        let text = "x\norder = \"one\"\ntitel = \"T\"\nids = [\"a\", 3]\nday = 2026-02-03\n[t.u]\n";
        let file = SourceFile::new("a.toml", text);
        let reader = Reader::new(&file, 2);
        let mut fields = reader.table(&file.text()[2..], 0..1);
        assert!(fields.required_text("title").is_none());
        assert!(fields.integer("order").is_none());
        let ids: Vec<_> = fields.texts("ids").into_iter().map(|id| id.value).collect();
        assert_eq!(ids, ["a"]);
        assert_eq!(
            fields.date("day").map(|d| d.value.to_string()).as_deref(),
            Some("2026-02-03")
        );
        let mut table = fields.table("t").unwrap();
        let inner = table.tables();
        assert_eq!(inner[0].0.value, "u");
        fields.finish();
        let told: Vec<_> = reader
            .finish()
            .iter()
            .map(|d| {
                let span = d.span.clone().unwrap();
                format!(
                    "{} {:?} {}",
                    d.code,
                    &text[span],
                    d.help.clone().unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "missing-key \"x\" Write it like this: title = \"…\"",
                "wrong-type \"\\\"one\\\"\" Write it without quotes: order = 3",
                "wrong-type \"3\" Write it like this: ids = [\"…\", \"…\"]",
                "unknown-key \"titel\" Did you mean “title”?",
            ]
        );
    }

    #[test]
    fn a_day_that_does_not_exist_is_told_once() {
        let text = "a = 2026-02-30\nb = 2026-02-03T10:00:00Z\n";
        let file = SourceFile::new("a.toml", text);
        let reader = Reader::new(&file, 0);
        let mut fields = reader.table(text, 0..0);
        assert!(fields.date("a").is_none() && fields.date("b").is_none());
        fields.finish();
        let told: Vec<_> = reader.finish();
        assert_eq!(told.len(), 2, "{told:?}");
        assert_eq!(told[0].code, Code::TomlSyntax);
        assert!(told[0].help.as_deref().unwrap().contains("calendar"));
        assert_eq!(told[1].message, "`b` must be a date, and this is a time");
    }

    #[test]
    fn syntax_errors_are_located() {
        let text = "title = \"open\norder = 1\n";
        let file = SourceFile::new("a.toml", text);
        let reader = Reader::new(&file, 0);
        reader.table(text, 0..0).finish();
        let found = reader.finish();
        assert_eq!(found[0].code, Code::TomlSyntax);
        assert_eq!(found[0].line_column().unwrap().0, 1);
    }
}
