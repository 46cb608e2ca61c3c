//! `waymark po`: texts to translators' tools and back.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::status::translated;
use super::{Exit, count, fail, print_diagnostics, say};
use crate::content::{self, Library, LoadOptions};
use crate::diagnostic::{Code, Diagnostics};
use crate::history;
use crate::source::SourceFile;
use crate::translation::past::Past;
use crate::translation::po::{self, Catalogue, Counts, ImportOptions};
use crate::translation::report::how_to_get_old_texts;

/// `waymark po …`
#[derive(Debug, Subcommand)]
pub(super) enum PoCommand {
    /// Write a language's texts as a PO file.
    ///
    /// Every unit of every page is a message, with its place, what it is, and the glossary's terms
    /// that occur in it. What fell behind the source is fuzzy, with the old text where git has it;
    /// what isn't translated is empty.
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  waymark po export fr --output fr.po            for Poedit, Weblate and the like\n",
        "  waymark po export --template --output site.pot for msgmerge: the source's texts alone\n\n",
        "If FILE is there already, what a translator has begun in it stays; with translations that weren't\n",
        "imported it isn't replaced.\n\n",
        "Exit codes: 0 written, 1 a page can't be paired with its source (the rest is written), or errors in\n",
        "the content or in FILE (nothing is written), 2 usage, 3 input or output failed."
    ))]
    Export {
        /// Language, as its folder is named
        #[arg(required_unless_present = "template", conflicts_with = "template")]
        lang: Option<String>,
        /// The source's texts without translations (a .pot file)
        #[arg(long)]
        template: bool,
        /// File to write [default: standard output]
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        #[command(flatten)]
        content: ContentArgs,
    },
    /// Take a PO file's translations over into the content.
    ///
    /// Only what was changed is written, in its place; fuzzy and empty messages are left alone. A
    /// message that is translated and not fuzzy counts as current in translations.lock. With an
    /// error nothing is written at all.
    #[command(after_long_help = concat!(
        "Example:\n",
        "  waymark po import fr fr.po\n\n",
        "A page that isn't there yet is begun as a draft; readers get it when all of its messages are done.\n\n",
        "Exit codes: 0 taken over, 1 errors in the file or the content; nothing was written, 2 usage,\n",
        "3 input or output failed."
    ))]
    Import {
        /// Language, as its folder is named
        lang: String,
        /// The PO file
        file: PathBuf,
        /// Let the file decide where somebody has changed the content since the export
        #[arg(long)]
        overwrite: bool,
        #[command(flatten)]
        content: ContentArgs,
    },
}

#[derive(Debug, Args)]
pub(super) struct ContentArgs {
    /// Folder with site.toml and one folder per language
    #[arg(long, short, default_value = "content", value_name = "DIR")]
    content: PathBuf,
}

/// Runs it.
pub(super) fn run(command: PoCommand) -> Exit {
    let done = match command {
        PoCommand::Export {
            lang,
            output,
            content,
            ..
        } => export(lang.as_deref(), output.as_deref(), &content.content),
        PoCommand::Import {
            lang,
            file,
            overwrite,
            content,
        } => {
            let options = ImportOptions {
                content: content.content,
                overwrite,
            };
            import(&lang, &file, &options)
        }
    };
    let (Ok(exit) | Err(exit)) = done;
    exit
}

fn export(lang: Option<&str>, output: Option<&Path>, content: &Path) -> Result<Exit, Exit> {
    let library = load(content)?;
    let tag = match lang {
        Some(lang) => translated(&library, lang)?,
        None => library.site().source_language.clone(),
    };
    let past = Past::of(&library, content, &[&tag]);
    let catalogue = Catalogue::new(&library, &tag, content, &past);
    let mut told = Diagnostics::new();
    told.extend(catalogue.diagnostics().cloned());
    let time = history::source_date(content).unwrap_or_default();
    let text = if lang.is_some() {
        let earlier = earlier(output, &catalogue)?;
        let (text, counts) = po::export(&library, &catalogue, time, earlier.as_ref());
        print_diagnostics(&told);
        let Counts {
            translated,
            fuzzy,
            missing,
        } = counts;
        say(&format!(
            "{tag}: {translated} translated, {fuzzy} fuzzy, {missing} not translated"
        ));
        if catalogue.lacks_old_texts() {
            let how = how_to_get_old_texts(past.reach().name());
            say(&format!("without the old text of what changed: {how}"));
        }
        text
    } else {
        print_diagnostics(&told);
        say(&format!("{} messages", catalogue.messages.len()));
        po::template(&library, &catalogue, time)
    };
    match output {
        Some(path) => po::write(path, text).map_err(|error| fail(&error.to_string(), None))?,
        None => {
            // A closed pipe (`| head`) is the reader's choice.
            let _ = io::stdout().write_all(text.as_bytes());
        }
    }
    Ok(if told.has_errors() {
        Exit::Content
    } else {
        Exit::Done
    })
}

/// The file that an export replaces, if there is one and nothing of it would be lost.
fn earlier(output: Option<&Path>, catalogue: &Catalogue<'_>) -> Result<Option<po::PoFile>, Exit> {
    let Some(path) = output.filter(|path| path.exists()) else {
        return Ok(None);
    };
    let mut told = Diagnostics::new();
    let mut earlier = None;
    match SourceFile::read(path, &path.display().to_string()) {
        Ok(file) => {
            let (po, found) = po::read(&file);
            told.extend(found);
            let other = po
                .field("Language")
                .is_none_or(|name| !po::means(name, &catalogue.lang));
            if other && !told.has_errors() && !file.text().is_empty() {
                let message = format!(
                    "this isn't a PO file for the language {}: it isn't replaced",
                    catalogue.lang
                );
                told.error(Code::PoFile, message);
            }
            told.extend(po::not_imported(catalogue, &file, &po));
            earlier = Some(po);
        }
        Err(diagnostic) => told.add(diagnostic),
    }
    if told.has_errors() {
        return Err(refused(&told));
    }
    Ok(earlier)
}

fn import(lang: &str, path: &Path, options: &ImportOptions) -> Result<Exit, Exit> {
    let library = load(&options.content)?;
    let tag = translated(&library, lang)?;
    let past = Past::of(&library, &options.content, &[&tag]);
    let catalogue = Catalogue::new(&library, &tag, &options.content, &past);
    let mut told = Diagnostics::new();
    let file = match SourceFile::read(path, &path.display().to_string()) {
        Ok(file) => file,
        Err(diagnostic) if diagnostic.code == Code::UnreadableFile => {
            return Err(fail(&diagnostic.message, diagnostic.help.as_deref()));
        }
        Err(diagnostic) => {
            told.add(diagnostic);
            return Ok(refused(&told));
        }
    };
    let outcome = po::import(&library, &catalogue, &file, options, &mut told)
        .map_err(|error| fail(&format!("{error}; nothing was changed"), None))?;
    if told.has_errors() {
        return Ok(refused(&told));
    }
    print_diagnostics(&told);
    say(&format!("{tag}: {outcome}"));
    Ok(Exit::Done)
}

fn refused(told: &Diagnostics) -> Exit {
    print_diagnostics(told);
    say(&format!("{}; nothing was written", count(told)));
    Exit::Content
}

fn load(content: &Path) -> Result<Library, Exit> {
    if !content.is_dir() {
        return Err(fail(
            &format!("there is no content folder {}", content.display()),
            Some("go to the folder that holds it, or name it with --content"),
        ));
    }
    let mut found = Diagnostics::new();
    let options = LoadOptions {
        content: content.to_owned(),
        allow_demo: true,
        ..LoadOptions::default()
    };
    let library = content::load(&options, &mut found);
    // What can't be read can't be translated; everything else may be what a translator mends.
    let unreadable = [
        Code::UnreadableFile,
        Code::NotUtf8,
        Code::TomlSyntax,
        Code::FrontMatter,
        Code::LinkLoop,
    ];
    let mut blocking = Diagnostics::new();
    blocking.extend(
        found
            .sorted()
            .into_iter()
            .filter(|told| unreadable.contains(&told.code))
            .cloned(),
    );
    match library {
        Ok(library) if !blocking.has_errors() => Ok(library),
        Ok(_) => Err(refused(&blocking)),
        Err(_) => Err(refused(&found)),
    }
}
