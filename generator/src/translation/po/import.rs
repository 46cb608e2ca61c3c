//! Taking over a PO file: what changed goes into the Markdown, all of it or nothing.

mod pages;
mod terms;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::catalogue::Catalogue;
use super::gather::{Wishes, gather};
use super::outcome::Outcome;
use super::replace::{self, ReplaceError, Replacement};
use super::{language, read};
use crate::content::Library;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::language::LanguageTag;
use crate::source::SourceFile;
use crate::translation::lock::{self, Lock};

/// What stands in a lock file for a text of which nobody knows what it follows.
pub(super) const UNKNOWN: &str = "0000000000000000";

const HELP: &str = "Keep what the source has around its words: **…**, [text](address), [[key|text]], [^1]. A message is one piece of the page: no empty line, no mark of a heading or list at its beginning.";

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// The content folder.
    pub content: PathBuf,
    /// Lets the file decide where the content was changed since the export.
    pub overwrite: bool,
}

/// Takes a PO file over into the content. With an error among `diagnostics`, nothing is written.
pub fn import(
    library: &Library,
    catalogue: &Catalogue<'_>,
    file: &Arc<SourceFile>,
    options: &ImportOptions,
    diagnostics: &mut Diagnostics,
) -> Result<Outcome, ReplaceError> {
    let (po, found) = read::read(file);
    diagnostics.extend(found);
    let other = po
        .field("Language")
        .filter(|name| !language::means(name, &catalogue.lang));
    if let Some(name) = other {
        let message = format!(
            "this file is for the language {name}, not for {}",
            catalogue.lang
        );
        diagnostics.add(
            Diagnostic::new(Code::PoFile, message)
                .at(file, po.header_span.clone())
                .help("Name the file of this language, or mend `Language:` in its header."),
        );
    }
    let mut outcome = Outcome::default();
    let (wishes, found) = gather(catalogue, file, &po, options.overwrite, &mut outcome);
    diagnostics.extend(found);
    let languages = library
        .languages()
        .iter()
        .map(|language| language.tag.clone());
    let mut import = Import {
        catalogue,
        languages: languages.collect(),
        file,
        wishes,
        folder: options.content.join(catalogue.lang.as_str()),
        severity: &library.site().severity,
        lock: library.lock(&catalogue.lang).cloned().unwrap_or_default(),
        files: Vec::new(),
        outcome,
        found: Vec::new(),
    };
    let before = import.lock.clone();
    let own = import.terms(diagnostics);
    let glossary = own
        .as_ref()
        .unwrap_or_else(|| library.glossary(&catalogue.lang));
    for page in 0..catalogue.pages.len() {
        import.page(page, glossary);
    }
    if import.lock != before {
        // Last: if the machine stops in between, a page may count as behind that isn't.
        import.files.push(Replacement {
            path: import.folder.join(lock::FILE_NAME),
            text: import.lock.text(),
        });
    }
    let Import {
        found,
        files,
        mut outcome,
        ..
    } = import;
    diagnostics.extend(found);
    if !diagnostics.has_errors() {
        replace::all(&files)?;
        outcome.files = files.into_iter().map(|file| file.path).collect();
    }
    Ok(outcome)
}

/// An import while it is prepared.
struct Import<'a, 'b> {
    catalogue: &'b Catalogue<'a>,
    languages: Vec<LanguageTag>,
    file: &'b Arc<SourceFile>,
    wishes: Wishes,
    /// The language's folder.
    folder: PathBuf,
    /// What the site says of codes.
    severity: &'b BTreeMap<Code, Severity>,
    lock: Lock,
    files: Vec<Replacement>,
    outcome: Outcome,
    found: Vec<Diagnostic>,
}

impl Import<'_, '_> {
    /// Tells what is wrong with a message's translation.
    fn tell(&mut self, message: usize, code: Code, what: String, help: &str) {
        let span = self.wishes.span(message).unwrap_or_default();
        self.found
            .push(Diagnostic::new(code, what).at(self.file, span).help(help));
    }

    /// True if a message is translated and current after the import.
    fn done(&self, message: usize) -> bool {
        self.wishes
            .done(message, &self.catalogue.messages[message].state)
    }
}
