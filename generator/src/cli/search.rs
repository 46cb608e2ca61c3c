//! `waymark search`.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use clap::Args;

use super::{Exit, InputArgs, count, fail, print_diagnostics, say};
use crate::language::LanguageTag;
use crate::pipeline::Pipeline;
use crate::progress::Silent;
use crate::search::{Kind, SearchOptions, SearchResult, SearchResults, WordExplanation};

/// Ask the search index as the site's own search would.
///
/// The browser gives the same pages in the same order, with the same scores. Words in quotation
/// marks are a phrase. A word that the text doesn't have is taken for a typing error.
#[derive(Debug, Args)]
#[command(after_long_help = concat!(
    "Examples:\n",
    "  waymark search fr \"victimes mineures\"\n",
    "  waymark search en '\"code of conduct\" duty'     words that stand together\n",
    "  waymark search en traficking --literal          as it is, even if the text doesn't have it\n",
    "  waymark search en passport --explain -n 3       why a page stands where it stands\n",
    "  waymark search en passport --json               for programs: see generator/src/search/README.md\n\n",
    "Exit codes: 0 answered (also when nothing was found), 1 errors in the content, 2 usage, 3 input failed."
))]
pub(super) struct SearchArgs {
    /// Language, as its folder is named
    lang: String,
    /// What to look for
    query: String,
    /// Print one JSON object instead of text
    #[arg(long)]
    json: bool,
    /// At most so many pages
    #[arg(long, short = 'n', default_value_t = 10)]
    limit: usize,
    /// Don't take words that the text doesn't have for typing errors
    #[arg(long)]
    literal: bool,
    /// Say of each page how its score came about
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    inputs: InputArgs,
}

/// Answers the query from the content as it is now.
pub(super) fn run(arguments: &SearchArgs) -> Result<Exit, Exit> {
    let options = arguments.inputs.options()?;
    let outcome = Pipeline::default().run(&options, &mut Silent);
    let Some(site) = outcome.site.filter(|_| !outcome.diagnostics.has_errors()) else {
        print_diagnostics(&outcome.diagnostics);
        say(&count(&outcome.diagnostics));
        return Ok(Exit::Content);
    };
    let index = LanguageTag::parse(&arguments.lang)
        .ok()
        .and_then(|tag| site.searches.get(&tag));
    let Some(index) = index else {
        let known: Vec<_> = site.searches.keys().map(LanguageTag::as_str).collect();
        fail(
            &format!("the site has no language `{}`", arguments.lang),
            Some(&format!("it has: {}", known.join(", "))),
        );
        return Ok(Exit::Usage);
    };
    let options = SearchOptions {
        limit: arguments.limit,
        literal: arguments.literal,
        explain: arguments.explain,
    };
    let results = index.search(&arguments.query, options);
    let text = if arguments.json {
        json_text(&results)
    } else {
        plain_text(&results)
    };
    // A closed pipe (`| head`) is the reader's choice.
    let _ = io::stdout().write_all(text.as_bytes());
    Ok(Exit::Done)
}

fn json_text(results: &SearchResults) -> String {
    // Strings and finite numbers only: there is nothing that JSON can't hold.
    let mut text = serde_json::to_string_pretty(results).unwrap_or_default();
    text.push('\n');
    text
}

fn plain_text(results: &SearchResults) -> String {
    let mut text = String::new();
    // Writing to a string can't fail, here and below.
    if !results.replaced.is_empty() {
        let _ = writeln!(
            text,
            "results for: {} (--literal searches for: {})",
            results.answered, results.query
        );
    }
    if results.results.is_empty() {
        text.push_str("nothing found\n");
        return text;
    }
    for (number, result) in results.results.iter().enumerate() {
        write_result(&mut text, number + 1, result);
    }
    let _ = writeln!(text, "{} of {} pages", results.results.len(), results.pages);
    text
}

fn write_result(text: &mut String, number: usize, result: &SearchResult) {
    let anchor = result.anchor.as_ref().map(|anchor| format!("#{anchor}"));
    let heading = Some(&result.heading).filter(|heading| !heading.is_empty());
    let _ = writeln!(
        text,
        "{number}. {}{} [{:.4}]\n   {}{}\n   {}",
        result.title,
        heading
            .map(|heading| format!(" – {heading}"))
            .unwrap_or_default(),
        result.score,
        result.url,
        anchor.unwrap_or_default(),
        result.excerpt,
    );
    if let Some(page) = &result.page {
        let sections: Vec<String> = page
            .sections
            .iter()
            .map(|score| format!("{score:.4}"))
            .collect();
        let _ = writeln!(
            text,
            "   {:.4}  the page: coverage {:.2}, sections {}",
            result.score,
            page.coverage,
            sections.join(" ")
        );
    }
    for word in result.explanation.iter().flatten() {
        write_explanation(text, word);
    }
}

/// A word to a line, its stems below, their fields below them.
fn write_explanation(text: &mut String, word: &WordExplanation) {
    let Some(by) = &word.by else {
        let _ = writeln!(text, "   0.0000  {}: not in this section", word.word);
        return;
    };
    let kind = match by.kind {
        Kind::Exact => "its own stem",
        Kind::Phrase => "the phrase",
        Kind::Folded => "but for diacritics",
        Kind::Synonym => "a synonym",
        Kind::Kin => "the same beginning",
        Kind::Prefix => "begins with it",
    };
    let least = match by.stems.len() {
        1 => String::new(),
        n => format!(", least of {n} stems"),
    };
    let _ = writeln!(
        text,
        "   {:.4}  {}: {kind}, weight {:.3}{least}",
        word.score, word.word, by.weight
    );
    for stem in &by.stems {
        let _ = writeln!(text, "     {:.4}  “{}”", stem.score, stem.stem);
        for field in &stem.fields {
            let _ = writeln!(
                text,
                "       {:.4}  {} × {}: tf {}, idf {:.4}, length {} of {:.1} on average",
                f64::from(field.bm25) * field.boost,
                field.boost,
                field.field,
                field.tf,
                field.idf,
                field.length,
                field.average,
            );
        }
    }
}
