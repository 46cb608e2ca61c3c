//! `waymark new`: begins a page, a section or a language.

mod error;
mod language;
mod page;

use self::error::NewError;
use super::{Exit, InputArgs, fail, say};
use crate::starter;
use clap::{Args, Subcommand};
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;

#[derive(Debug, Subcommand)]
pub(super) enum NewCommand {
    /// Begin a page of the source language.
    ///
    /// Translations are begun with `waymark translate`.
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  waymark new page en guidelines/tools --title \"Tools\"\n",
        "  waymark new page en guidelines/tools                     asks for the title, on a terminal\n\n",
        "Exit codes: 0 written, 1 refused (it is there already), 2 usage, 3 a file can't be written."
    ))]
    Page(PlaceArgs),
    /// Begin a section: a folder with its own page.
    #[command(after_long_help = concat!(
        "Example:\n",
        "  waymark new section en training --title \"Training\"\n\n",
        "Exit codes: 0 written, 1 refused (it is there already), 2 usage, 3 a file can't be written."
    ))]
    Section(PlaceArgs),
    /// Begin a language: its folder, its lines in site.toml, its words.
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  waymark new language sr-Latn --name \"Srpski (latinica)\"\n",
        "  waymark new language sq --name Shqip --pages urgent,reporting/form     a few pages only\n\n",
        "Exit codes: 0 written, 1 refused (it is there already), 2 usage, 3 a file can't be written."
    ))]
    Language(LanguageArgs),
}

#[derive(Debug, Args)]
pub(super) struct PlaceArgs {
    /// The language: the source language of site.toml
    #[arg(value_name = "LANG")]
    lang: String,
    /// The path in the language's folder, such as guidelines/tools
    #[arg(value_name = "PATH")]
    path: String,
    /// The title; asked for on a terminal
    #[arg(long)]
    title: Option<String>,
    /// One or two sentences that stand under the title and in search results
    #[arg(long)]
    description: Option<String>,
    #[command(flatten)]
    inputs: InputArgs,
}

#[derive(Debug, Args)]
pub(super) struct LanguageArgs {
    /// The tag by BCP 47, such as sq or sr-Latn
    #[arg(value_name = "TAG")]
    tag: String,
    /// The language's own name for itself; asked for on a terminal
    #[arg(long)]
    name: Option<String>,
    /// The pages that are meant to be translated, if not all
    #[arg(long, value_name = "PAGES", value_delimiter = ',')]
    pages: Vec<String>,
    #[command(flatten)]
    inputs: InputArgs,
}

/// Runs `waymark new`.
pub(super) fn run(command: NewCommand) -> Exit {
    let result = match command {
        NewCommand::Page(arguments) => page::begin(&arguments, false),
        NewCommand::Section(arguments) => page::begin(&arguments, true),
        NewCommand::Language(arguments) => language::begin(&arguments),
    };
    match result {
        Ok(next) => {
            for line in next {
                say(&line);
            }
            Exit::Done
        }
        Err(NewError::Told(exit)) => exit,
        Err(error) => {
            let exit = error.exit();
            fail(&error.to_string(), error.help().as_deref());
            exit
        }
    }
}

/// What was given, else what a person at a terminal answers. Scripts are never kept waiting.
fn given_or_asked(
    given: Option<&str>,
    question: &str,
    flag: &'static str,
) -> Result<String, NewError> {
    let missing = || NewError::Missing { flag };
    let text = match given {
        Some(text) => text.to_owned(),
        None if io::stdin().is_terminal() && io::stderr().is_terminal() => {
            let mut line = String::new();
            let mut out = io::stderr();
            let asked = write!(out, "{question}: ").and_then(|()| out.flush());
            asked.map_err(|_| missing())?;
            io::stdin()
                .lock()
                .read_line(&mut line)
                .map_err(|_| missing())?;
            line
        }
        None => return Err(missing()),
    };
    let text = text.trim();
    if text.is_empty() || text.contains(char::is_control) {
        return Err(missing());
    }
    Ok(text.to_owned())
}

/// Writes a file that isn't there yet.
fn write(path: &Path, text: &str) -> Result<(), NewError> {
    if path.exists() {
        return Err(NewError::Exists {
            path: path.to_owned(),
            help: "Nothing that is there is written over. Open it, or choose another name.".into(),
        });
    }
    starter::write(path, text).map_err(NewError::Write)
}

/// Text as TOML writes it.
fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}
