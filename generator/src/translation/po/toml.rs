//! Texts in TOML, changed in their places: front matter and the glossary.

use std::sync::Arc;

use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value};

use super::catalogue::TermField;
use crate::content::front_matter::fences;
use crate::source::SourceFile;
use crate::translation::lock::FrontKey;

/// The line in which a page's front matter has this key, or its first.
pub fn front_line(file: &Arc<SourceFile>, key: &str) -> usize {
    let Ok((toml, _)) = fences(file.text()) else {
        return 1;
    };
    let mut at = toml.start;
    for line in file.text()[toml].split_inclusive('\n') {
        let name = line.trim_start().strip_prefix(key);
        if name.is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return file.line_column(at).0;
        }
        at += line.len();
    }
    1
}

/// A page's front matter with its fences, with these texts.
pub fn front(file: &str, changes: &[(FrontKey, &str)]) -> Result<String, toml_edit::TomlError> {
    let Ok((toml, body)) = fences(file) else {
        return Ok(String::new());
    };
    if changes.is_empty() {
        return Ok(file[..body].to_owned());
    }
    let mut document: DocumentMut = file[toml.clone()].parse()?;
    for (key, text) in changes {
        set(document.as_table_mut(), key.name(), Value::from(*text));
    }
    let toml_text = newlines_of(file, &document.to_string());
    Ok(format!(
        "{}{toml_text}{}",
        &file[..toml.start],
        &file[toml.end..body]
    ))
}

/// A glossary with these texts: the term's key, the field, the text.
pub fn glossary(
    file: &str,
    changes: &[(&str, TermField, &str)],
) -> Result<String, toml_edit::TomlError> {
    let mut document: DocumentMut = file.parse()?;
    let terms = document.entry("terms").or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    let Some(terms) = terms.as_table_like_mut() else {
        return Ok(file.to_owned());
    };
    for (key, field, text) in changes {
        let value = match field {
            TermField::Synonyms => {
                let words = text.lines().map(str::trim).filter(|word| !word.is_empty());
                Value::Array(words.collect::<Array>())
            }
            _ => Value::from(*text),
        };
        let term = terms.entry(key).or_insert_with(|| {
            let mut table = Table::new();
            if !file.is_empty() {
                table.decor_mut().set_prefix("\n");
            }
            Item::Table(table)
        });
        if let Some(term) = term.as_table_like_mut() {
            set(term, field.name(), value);
        }
    }
    Ok(newlines_of(file, &document.to_string()))
}

/// Sets a value and leaves what stands around it.
fn set(table: &mut dyn TableLike, key: &str, mut value: Value) {
    if let Some(old) = table.get_mut(key).and_then(Item::as_value_mut) {
        *value.decor_mut() = old.decor().clone();
        *old = value;
    } else {
        table.insert(key, Item::Value(value));
    }
}

/// The library writes the newlines of Unix.
fn newlines_of(file: &str, text: &str) -> String {
    if file.contains("\r\n") {
        text.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_replaced_in_its_place() {
        let page =
            "+++\n# a word\ntitle = \"Old\"   # why\norder = 2\n\ndescription = 'd'\n+++\n\nText\n";
        let new = front(
            page,
            &[
                (FrontKey::Title, "„Neu“ \\ \"x\""),
                (FrontKey::NavTitle, "N"),
            ],
        )
        .unwrap();
        assert_eq!(
            new,
            "+++\n# a word\ntitle = '„Neu“ \\ \"x\"'   # why\norder = 2\n\ndescription = 'd'\nnav_title = \"N\"\n+++\n"
        );
        assert_eq!(front(page, &[]).unwrap(), page[..page.len() - 6]);
        let windows = page.replace('\n', "\r\n");
        let new = front(&windows, &[(FrontKey::Title, "T")]).unwrap();
        assert_eq!(new, windows[..windows.len() - 8].replace("Old", "T"));
    }

    #[test]
    fn a_glossary_keeps_its_other_lines() {
        let file = "# Words.\n\n[terms.a]\nterm = \"A\" # as they say\ndefinition = \"…\"\nsynonyms = [\"x\"]\n";
        let changes = [
            ("a", TermField::Term, "B"),
            ("a", TermField::Synonyms, "y\n z \n\n"),
            ("c", TermField::Term, "C"),
            ("c", TermField::Definition, "D"),
        ];
        assert_eq!(
            glossary(file, &changes).unwrap(),
            "# Words.\n\n[terms.a]\nterm = \"B\" # as they say\ndefinition = \"…\"\nsynonyms = [\"y\", \"z\"]\n\n[terms.c]\nterm = \"C\"\ndefinition = \"D\"\n"
        );
        assert_eq!(
            glossary("", &changes[2..]).unwrap(),
            "[terms.c]\nterm = \"C\"\ndefinition = \"D\"\n"
        );
    }
}
