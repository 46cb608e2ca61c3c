//! `waymark translate`: begins a translation, shows what changed, writes down that it follows.

mod done;
mod naming;

use self::naming::{Meant, page_named};
use super::status::{library, old_and_new, term_lines, translated, unit_lines};
use super::{Exit, InputArgs, fail, say};
use crate::content::{GLOSSARY, Layout, Library, Page};
use crate::language::LanguageTag;
use crate::translation::TranslationState;
use crate::translation::begin;
use crate::translation::lock::Lock;
use crate::translation::report::{LanguageReport, how_to_get_old_texts, report};
use clap::Args;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

/// Begin a translation, see what changed in the source, or say that it follows.
///
/// Without --done: a page that isn't there is begun, as a draft with the source's text to write
/// over; for one that fell behind, the changes are shown. With --done the tool writes down, in
/// the language's translations.lock, that the page follows the source as it stands, and a draft
/// becomes a page.
#[derive(Debug, Args)]
#[command(
    override_usage = "waymark translate <PAGE> [LANG] [--done]\n       waymark translate --all [LANG] --done [--stale-too]",
    after_long_help = concat!(
    "Examples:\n",
    "  waymark translate urgent fr                      begin it, or show what changed\n",
    "  waymark translate urgent fr --done               it follows the source as it stands\n",
    "  waymark translate content/fr/urgent.md --done    the same\n",
    "  waymark translate --all fr --done                every page of a language that has no lock yet\n",
    "  waymark translate --all --done                   every page of every language\n\n",
    "Put translations.lock into git with the page. Until a draft is done, a build leaves it out and\n",
    "readers get the source's text, labelled.\n\n",
    "Exit codes: 0 done, 1 refused, or errors in the content, 2 usage, 3 input or output failed."
))]
pub(super) struct TranslateArgs {
    /// The page: its path in the language's folder, or its file
    #[arg(required_unless_present = "all", value_name = "PAGE")]
    page: Option<String>,
    /// The language; may be left out if PAGE is a file in its folder
    #[arg(value_name = "LANG")]
    lang: Option<String>,
    /// Write down that the translation follows the source as it stands
    #[arg(long)]
    done: bool,
    /// Every page of the language, or of all languages; pages that fell behind are refused
    #[arg(long, requires = "done")]
    all: bool,
    /// With --all, pages that fell behind too: somebody has brought all of them up to date
    #[arg(long, requires = "all")]
    stale_too: bool,
    #[command(flatten)]
    inputs: InputArgs,
}

/// Runs `waymark translate`.
pub(super) fn run(arguments: &TranslateArgs) -> Result<Exit, Exit> {
    let options = arguments.inputs.options()?;
    let library = library(&options)?;
    let work = Work {
        library: &library,
        content: &options.content,
    };
    if arguments.all {
        work.all(arguments)
    } else {
        work.named(arguments)
    }
}

struct Work<'l> {
    library: &'l Library,
    content: &'l Path,
}

impl<'l> Work<'l> {
    fn source(&self) -> &'l LanguageTag {
        &self.library.site().source_language
    }

    /// The pages of the source.
    fn pages(&self) -> impl Iterator<Item = &'l Page> {
        let source = self.source();
        let pages = self.library.pages().map(AsRef::as_ref);
        pages.filter(move |page: &&Page| page.lang == *source && !page.generated)
    }

    fn named(&self, request: &TranslateArgs) -> Result<Exit, Exit> {
        let page = request.page.as_deref().unwrap_or_default();
        let (of_path, name) = page_named(self.library, self.content, page);
        let lang = match (request.lang.as_deref(), of_path) {
            (Some(lang), of_path) => {
                let lang = translated(self.library, lang)?;
                let other = of_path.filter(|of| *of != lang && of != self.source());
                if let Some(of) = other {
                    fail(
                        &format!("{page} is a page of `{of}`, not of `{lang}`"),
                        None,
                    );
                    return Err(Exit::Usage);
                }
                lang
            }
            (None, Some(of)) => translated(self.library, of.as_str())?,
            (None, None) => {
                fail(
                    "which language?",
                    Some(&format!("waymark translate {page} LANG")),
                );
                return Err(Exit::Usage);
            }
        };
        match (self.find(&name)?, request.done) {
            (Meant::Page(source), true) => self.done(source, &lang),
            (Meant::Page(source), false) => self.show_or_begin(source, &lang),
            (Meant::Terms, true) => {
                let mut lock = self.lock(&lang);
                self.set_terms(&mut lock);
                self.write(&lang, &lock)?;
                say(&format!(
                    "{lang}: the glossary follows {}/{GLOSSARY}",
                    self.source()
                ));
                Ok(Exit::Done)
            }
            (Meant::Terms, false) => {
                let mut text = String::new();
                let report = self.report(&lang);
                report
                    .terms
                    .iter()
                    .for_each(|term| term_lines(&mut text, term));
                if report.terms.is_empty() {
                    text = format!("{lang}/{GLOSSARY}: nothing is known to have changed\n");
                }
                print(&text);
                Ok(Exit::Done)
            }
        }
    }

    /// The page on which the terms of the glossary stand.
    fn glossary_page(&self) -> Option<&'l Page> {
        self.pages()
            .find(|page| page.front.layout == Layout::Glossary)
    }

    fn lock(&self, lang: &LanguageTag) -> Lock {
        self.library.lock(lang).cloned().unwrap_or_default()
    }

    fn report(&self, lang: &LanguageTag) -> LanguageReport {
        let mut report = report(self.library, self.content, &[lang]);
        report.languages.remove(0)
    }

    fn show_or_begin(&self, source: &Page, lang: &LanguageTag) -> Result<Exit, Exit> {
        let path = &source.path;
        if let Some(draft) = self.library.draft(lang, path) {
            let left = begin::untranslated(draft, source);
            let mut text = format!(
                "{} is a draft; {} of its {} parts still read as the source\n",
                draft.source.name(),
                left.len(),
                draft.document.units.len()
            );
            for unit in left.iter().map(|&unit| &draft.document.units[unit]) {
                let (line, _) = draft.source.line_column(unit.span.start);
                let _ = writeln!(text, "  {}:{line}  {}", draft.source.name(), unit.text);
            }
            let _ = writeln!(
                text,
                "When it is finished: waymark translate {path} {lang} --done"
            );
            print(&text);
            return Ok(Exit::Done);
        }
        let Some(page) = self.library.page(lang, path).filter(|page| !page.generated) else {
            return self.begin(source, lang);
        };
        let file = page.source.name();
        match &page.state {
            TranslationState::Stale(_) => self.show(page, source),
            TranslationState::Untracked => print(&format!(
                "{file}: nobody wrote down which text of {} it follows.\nIf it follows that text as it stands: waymark translate {path} {lang} --done\n",
                source.source.name()
            )),
            TranslationState::Current | TranslationState::Source => {
                let mut text = format!("{file} follows {} as it stands\n", source.source.name());
                self.front_lines(&mut text, source, lang);
                print(&text);
            }
        }
        Ok(Exit::Done)
    }

    fn show(&self, page: &Page, source: &Page) {
        let (path, lang) = (&page.path, &page.lang);
        let whole = report(self.library, self.content, &[lang]);
        let report = &whole.languages[0];
        let mut text = String::new();
        if let Some(stale) = report.stale.iter().find(|page| page.page == path.as_str()) {
            let since = stale.since.as_ref().map(|day| format!(" (on {day})"));
            let _ = writeln!(
                text,
                "{} has changed since {} was translated{}",
                stale.source,
                stale.file,
                since.unwrap_or_default()
            );
            for unit in &stale.units {
                unit_lines(&mut text, unit, &stale.source, None);
            }
        }
        if source.front.layout == Layout::Glossary {
            report
                .terms
                .iter()
                .for_each(|term| term_lines(&mut text, term));
        }
        self.front_lines(&mut text, source, lang);
        if report.lacks_old_texts() {
            let _ = writeln!(text, "{}", how_to_get_old_texts(whole.history));
        }
        let _ = writeln!(
            text,
            "Bring {} up to date, then: waymark translate {path} {lang} --done",
            page.source.name()
        );
        print(&text);
    }

    fn front_lines(&self, text: &mut String, source: &Page, lang: &LanguageTag) {
        let report = self.report(lang);
        let of_page = report
            .front
            .iter()
            .filter(|front| front.page == source.path.as_str());
        for front in of_page {
            let _ = writeln!(text, "    {}  another {}", front.source, front.key);
            old_and_new(text, front.old.as_deref(), front.new.as_deref(), None);
        }
    }

    fn begin(&self, source: &Page, lang: &LanguageTag) -> Result<Exit, Exit> {
        let Some(text) = begin::draft(source.source.text()) else {
            fail(
                &format!("the front matter of {} can't be read", source.source.name()),
                Some("`waymark check` says what is wrong"),
            );
            return Err(Exit::Content);
        };
        let file = self.content.join(format!("{lang}/{}.md", source.path));
        let written = file
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| new_file(&file, &text));
        if let Err(error) = written {
            fail(&format!("cannot write {}: {error}", file.display()), None);
            return Err(Exit::System);
        }
        print(&format!(
            "{} is written, with the text of {} to write over.\n\
             Keep the order and the marks; translate title and description too. `waymark serve` shows it;\n\
             a build leaves it out, and readers get the source's text, until you say that it is finished:\n\
             waymark translate {} {lang} --done\n",
            file.display(),
            source.source.name(),
            source.path,
        ));
        Ok(Exit::Done)
    }
}

/// Writes a file that isn't there yet.
fn new_file(path: &Path, text: &str) -> io::Result<()> {
    fs::File::create_new(path)?.write_all(text.as_bytes())
}

fn print(text: &str) {
    // A closed pipe (`| head`) is the reader's choice.
    let _ = io::stdout().write_all(text.as_bytes());
}
