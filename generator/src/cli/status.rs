//! `waymark status`: how the translations stand.

use super::{Exit, InputArgs, count, fail, print_diagnostics, say};
use crate::build::BuildOptions;
use crate::content::{Library, LoadOptions, load};
use crate::diagnostic::{Diagnostics, Severity};
use crate::language::LanguageTag;
use crate::suggestion::did_you_mean;
use crate::translation::lock::FILE_NAME;
use crate::translation::report::{
    LanguageReport, Report, TermReport, UnitReport, how_to_get_old_texts, report,
};
use clap::Args;
use std::fmt::Write as _;
use std::io::{self, Write as _};

/// Tell how the translations stand.
///
/// For each language: how many pages follow the source as it is, which fell behind and by which
/// paragraphs, which are missing, and of which nobody wrote down what they follow. What was said
/// before is shown from git's history.
#[derive(Debug, Args)]
#[command(after_long_help = concat!(
    "Examples:\n",
    "  waymark status                     all languages\n",
    "  waymark status --lang fr           one\n",
    "  waymark status --json | jq '.languages[] | {tag, percent}'\n",
    "  waymark status --strict            for a robot: exit code 1 if anything is left to do\n\n",
    "A page is stale if words, emphasis or the texts of links have changed in the source, or their\n",
    "order. White space, front matter and the targets of links don't make it stale.\n\n",
    "Exit codes: 0 answered, 1 a lock file has errors, or with --strict: work is left, 2 usage, 3 input failed."
))]
pub(super) struct StatusArgs {
    /// Only this language
    #[arg(long, short, value_name = "LANG")]
    lang: Option<String>,
    /// Print one JSON object instead of text
    #[arg(long)]
    json: bool,
    /// Exit with 1 if anything is left to do
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    inputs: InputArgs,
}

/// Tells how the translations stand.
pub(super) fn run(arguments: &StatusArgs) -> Result<Exit, Exit> {
    let options = arguments.inputs.options()?;
    let library = library(&options)?;
    let tags = match &arguments.lang {
        Some(lang) => vec![translated(&library, lang)?],
        None => translations(&library),
    };
    let tags: Vec<&LanguageTag> = tags.iter().collect();
    let report = report(&library, &options.content, &tags);
    let text = if arguments.json {
        // Strings and numbers only: there is nothing that JSON can't hold.
        serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
    } else {
        text(&report)
    };
    // A closed pipe (`| head`) is the reader's choice.
    let _ = io::stdout().write_all(text.as_bytes());
    let done = report.languages.iter().all(LanguageReport::is_done);
    Ok(if arguments.strict && !done {
        Exit::Content
    } else {
        Exit::Done
    })
}

/// The content, as far as it can be read. What is wrong with lock files ends the command; other
/// mistakes are `waymark check`'s to tell.
pub(super) fn library(options: &BuildOptions) -> Result<Library, Exit> {
    let mut diagnostics = Diagnostics::new();
    let load_options = LoadOptions {
        content: options.content.clone(),
        desks: options.desks.clone(),
        ..LoadOptions::default()
    };
    let Ok(library) = load(&load_options, &mut diagnostics) else {
        print_diagnostics(&diagnostics);
        return Err(Exit::Content);
    };
    let mut of_locks = Diagnostics::new();
    of_locks.extend(diagnostics.sorted().into_iter().filter_map(|diagnostic| {
        let file = diagnostic.file.as_ref()?;
        let wrong = diagnostic.severity == Severity::Error && file.name().ends_with(FILE_NAME);
        wrong.then(|| diagnostic.clone())
    }));
    if of_locks.has_errors() {
        print_diagnostics(&of_locks);
        say(&count(&of_locks));
        return Err(Exit::Content);
    }
    match diagnostics.count(Severity::Error) {
        0 => {}
        errors => say(&format!(
            "note: the content has {errors} {}; `waymark check` tells them",
            if errors == 1 { "error" } else { "errors" }
        )),
    }
    Ok(library)
}

/// The languages that are translated into.
pub(super) fn translations(library: &Library) -> Vec<LanguageTag> {
    let source = &library.site().source_language;
    let tags = library.languages().iter().map(|language| &language.tag);
    tags.filter(|tag| *tag != source).cloned().collect()
}

/// The language that is named, which must be one that is translated into.
pub(super) fn translated(library: &Library, lang: &str) -> Result<LanguageTag, Exit> {
    let known = translations(library);
    if let Some(tag) = known.iter().find(|tag| tag.as_str() == lang) {
        return Ok(tag.clone());
    }
    let names = || known.iter().map(LanguageTag::as_str);
    let message = if lang == library.site().source_language.as_str() {
        format!("`{lang}` is the source language: the others translate it")
    } else {
        format!("the site has no language `{lang}`")
    };
    fail(
        &message,
        Some(&did_you_mean(lang, names(), || {
            format!(
                "it translates into: {}",
                names().collect::<Vec<_>>().join(", ")
            )
        })),
    );
    Err(Exit::Usage)
}

fn text(report: &Report) -> String {
    let mut text = String::new();
    let wide = |of: fn(&LanguageReport) -> usize| report.languages.iter().map(of).max();
    let tag = wide(|language| language.tag.len()).unwrap_or(0);
    let name = wide(|language| language.name.chars().count()).unwrap_or(0);
    // Writing to a string can't fail.
    for language in &report.languages {
        let _ = writeln!(
            text,
            "{:tag$}  {:name$}  {:>3} %  {} of {} pages current{}",
            language.tag,
            language.name,
            language.percent,
            language.current,
            language.pages,
            behind(language),
        );
    }
    changes(&mut text, &report.languages);
    for language in report
        .languages
        .iter()
        .filter(|language| !language.is_done())
    {
        pages(&mut text, language);
    }
    let any = |part: fn(&LanguageReport) -> bool| report.languages.iter().any(part);
    if any(LanguageReport::lacks_old_texts) {
        let _ = writeln!(text, "\n{}", how_to_get_old_texts(report.history));
    }
    if any(|language| !language.untracked.is_empty()) {
        text.push_str(
            "\nUntracked: nobody wrote down which text of the source these pages follow.\n",
        );
    }
    if any(|language| !language.is_done()) {
        text.push_str(
            "\n`waymark translate PAGE LANG` shows a page's changes in full, or begins it; with --done it\nwrites down that the translation follows.\n",
        );
    }
    text
}

/// `; 1 stale, 2 missing`.
fn behind(language: &LanguageReport) -> String {
    let parts: Vec<String> = [
        (language.stale.len(), "stale"),
        (language.missing.len(), "missing"),
        (language.untracked.len(), "untracked"),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, what)| format!("{number} {what}"))
    .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("; {}", parts.join(", "))
    }
}

/// What changed in the source. Most of it concerns several languages: it is told once, with their
/// tags.
fn changes(text: &mut String, languages: &[LanguageReport]) {
    // What changed and how, in the order in which it is met first.
    let mut groups: Vec<((String, String), Vec<&str>)> = Vec::new();
    for language in languages {
        for change in changes_of(language) {
            match groups.iter_mut().find(|(known, _)| *known == change) {
                Some((_, tags)) => tags.push(&language.tag),
                None => groups.push((change, vec![&language.tag])),
            }
        }
    }
    for ((head, body), tags) in groups {
        let _ = write!(text, "\n{head} [{}]\n{body}", tags.join(" "));
    }
}

/// A line about each thing that changed, and how it changed.
fn changes_of(language: &LanguageReport) -> Vec<(String, String)> {
    let mut changes = Vec::new();
    for page in &language.stale {
        let since = page.since.as_ref().map(|day| format!(" on {day}"));
        let head = format!(
            "{}  {} changed{}; stale in",
            page.page,
            page.source,
            since.unwrap_or_default()
        );
        let mut body = String::new();
        for unit in &page.units {
            unit_lines(&mut body, unit, &page.source, Some(CONTEXT));
        }
        changes.push((head, body));
    }
    for term in &language.terms {
        let mut body = String::new();
        old_and_new(&mut body, term.old.as_deref(), Some(&term.new), None);
        changes.push((format!("{}  changed in the glossary; for", term.key), body));
    }
    for front in &language.front {
        let head = format!(
            "{}  {} has another {}, which makes no page stale; for",
            front.page, front.source, front.key
        );
        let (old, new) = (front.old.as_deref(), front.new.as_deref());
        let mut body = String::new();
        old_and_new(&mut body, old, new, Some(CONTEXT));
        changes.push((head, body));
    }
    changes
}

/// The pages on which work has to begin, or to be written down.
fn pages(text: &mut String, language: &LanguageReport) {
    if language.missing.is_empty() && language.untracked.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{}", language.tag);
    let drafts = language.missing.iter().filter(|page| page.draft.is_some());
    list(
        text,
        "draft",
        drafts.map(|page| (&*page.page, page.untranslated.unwrap_or(0))),
    );
    let untracked = language.untracked.iter();
    list(
        text,
        "untracked",
        untracked.map(|page| (&*page.page, page.untranslated)),
    );
    let missing = language.missing.iter().filter(|page| page.draft.is_none());
    list(text, "missing", missing.map(|page| (&*page.page, 0)));
}

/// Pages of one state, with how many of their units still read as the source's.
fn list<'p>(text: &mut String, state: &str, pages: impl Iterator<Item = (&'p str, usize)>) {
    const WIDTH: usize = 100;
    let mut line = format!("  {state:9}  ");
    let indent = line.len();
    let pages: Vec<String> = pages
        .map(|(page, left)| format!("{page}{}", still_source(left)))
        .collect();
    for (number, page) in pages.iter().enumerate() {
        if line.chars().count() + page.chars().count() > WIDTH && line.len() > indent {
            let _ = writeln!(text, "{}", line.trim_end());
            line = " ".repeat(indent);
        }
        line.push_str(page);
        line.push_str(if number + 1 < pages.len() { ", " } else { "" });
    }
    if !pages.is_empty() {
        let _ = writeln!(text, "{line}");
    }
}

fn still_source(units: usize) -> String {
    match units {
        0 => String::new(),
        1 => " (1 part still reads as the source)".to_owned(),
        _ => format!(" ({units} parts still read as the source)"),
    }
}

/// Words that are shown around what differs.
const CONTEXT: usize = 8;

/// What happened to a unit, with its place and its texts; cut to `context` words around what
/// differs.
pub(super) fn unit_lines(
    text: &mut String,
    unit: &UnitReport,
    source: &str,
    context: Option<usize>,
) {
    let kind = unit.kind.unwrap_or("part");
    let _ = writeln!(text, "    {source}:{}  {kind} {}", unit.line, unit.change);
    if unit.change == "moved" {
        let shown = around(unit.new.as_deref().unwrap_or_default(), "", context);
        let _ = writeln!(text, "        {shown}");
    } else {
        old_and_new(text, unit.old.as_deref(), unit.new.as_deref(), context);
    }
}

pub(super) fn term_lines(text: &mut String, term: &TermReport) {
    let _ = writeln!(text, "  term       {} (glossary.toml)", term.key);
    old_and_new(text, term.old.as_deref(), Some(&term.new), None);
}

pub(super) fn old_and_new(
    text: &mut String,
    old: Option<&str>,
    new: Option<&str>,
    context: Option<usize>,
) {
    if let Some(old) = old {
        let _ = writeln!(
            text,
            "      - {}",
            around(old, new.unwrap_or_default(), context)
        );
    }
    if let Some(new) = new {
        let _ = writeln!(
            text,
            "      + {}",
            around(new, old.unwrap_or_default(), context)
        );
    }
}

/// A text, with all but so many words cut off on either side of where it differs from the other.
fn around(text: &str, other: &str, context: Option<usize>) -> String {
    let Some(context) = context else {
        return text.to_owned();
    };
    let (words, others): (Vec<&str>, Vec<&str>) =
        (text.split(' ').collect(), other.split(' ').collect());
    let same = |(a, b): &(&&str, &&str)| a == b;
    let start = words.iter().zip(&others).take_while(same).count();
    let end = words[start..]
        .iter()
        .rev()
        .zip(others[start.min(others.len())..].iter().rev())
        .take_while(same)
        .count();
    let from = start.saturating_sub(context);
    // What has no counterpart is shown from its beginning, as far as a line or two go.
    let longest = if other.is_empty() {
        3 * context
    } else {
        usize::MAX
    };
    let to = (words.len() - end + context)
        .min(words.len())
        .min(from.saturating_add(longest));
    let (before, after) = (
        if from > 0 { "… " } else { "" },
        if to < words.len() { " …" } else { "" },
    );
    format!("{before}{}{after}", words[from..to].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_shown_with_some_words_around_it() {
        let (old, new) = ("a b c d e f g h", "a b c d X f g h");
        assert_eq!(around(new, old, Some(2)), "… c d X f g …");
        assert_eq!(around(old, new, Some(2)), "… c d e f g …");
        assert_eq!(around(old, new, None), old);
        assert_eq!(around("a b c d", "", Some(1)), "a b c …");
        assert_eq!(around("a b", "a b c d e", Some(1)), "… b");
        assert_eq!(around("", "a", Some(1)), "");
    }
}
