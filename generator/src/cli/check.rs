//! `waymark check`: every mistake, for a person or a program.

use super::{Exit, InputArgs, MORE, count, fail, print_diagnostics, say};
use crate::build::{self, BuildOptions};
use crate::content::{LoadOptions, load};
use crate::diagnostic::Diagnostics;
use crate::external;
use crate::progress::Terminal;
use clap::{Args, ValueEnum};
use std::io::{self, Write as _};
use std::path::Path;
use std::time::Duration;

/// Find every mistake without writing anything.
///
/// All of them are listed in one run, each with its name, file, line and a hint. Which are errors
/// and which are warnings is set by name under [severity] in site.toml.
#[derive(Debug, Args)]
#[command(after_long_help = concat!(
    "Examples:\n",
    "  waymark check                         before you commit\n",
    "  waymark check --content ../content    somewhere else\n",
    "  waymark check --format json | jq -r '.diagnostics[] | [.file, .line, .code] | @tsv'\n",
    "  waymark check --format github         in a workflow: shown beside the changed lines\n",
    "  SOURCE_DATE_EPOCH=$(date +%s) waymark check    which pages are past their review today\n",
    "  waymark check --external              ask other sites too whether their pages are there\n\n",
    "With --external every link to another site is asked for once, a few hosts at a time: those hosts\n",
    "then see that somebody checks. Without it nothing is ever fetched. https: links need a binary\n",
    "with TLS: cargo run --release -p waymark --features external-https -- check --external\n\n",
    "Pages past `review_by` are told by the date of the last commit, or SOURCE_DATE_EPOCH.\n",
    "`waymark explain NAME` says what a name means. JSON is described in generator/README.md.\n\n",
    "Exit codes: 0 no errors, 1 errors, 2 usage, 3 input failed."
))]
pub(super) struct CheckArgs {
    #[command(flatten)]
    inputs: InputArgs,
    /// For whom to write: a person, a program, or GitHub's workflows
    #[arg(long, short, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    format: Format,
    /// Ask other sites whether the pages that are linked are there
    #[arg(long)]
    external: bool,
    /// How long to wait for one answer, with --external
    #[arg(long, value_name = "SECONDS", default_value_t = 20, requires = "external",
          value_parser = clap::value_parser!(u64).range(1..=600))]
    timeout: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text with source lines, to standard error
    Human,
    /// One JSON object, to standard output
    Json,
    /// GitHub's workflow commands, to standard output
    Github,
}

/// Checks the site.
pub(super) fn run(arguments: &CheckArgs) -> Result<Exit, Exit> {
    let options = arguments.inputs.options()?;
    let mut progress = Terminal::new();
    let mut diagnostics = build::check(&options, &mut progress);
    drop(progress);
    let unasked = if arguments.external {
        ask(&options, arguments, &mut diagnostics)
    } else {
        0
    };
    print(&diagnostics, arguments.format);
    if unasked > 0 && !diagnostics.has_errors() {
        return Err(fail(
            &format!(
                "{unasked} links begin with https: and weren't asked for: this waymark is built without TLS"
            ),
            Some("cargo run --release -p waymark --features external-https -- check --external"),
        ));
    }
    Ok(if diagnostics.has_errors() {
        Exit::Content
    } else {
        Exit::Done
    })
}

/// Asks for the links to other sites; the answer is how many can't be asked for.
fn ask(options: &BuildOptions, arguments: &CheckArgs, diagnostics: &mut Diagnostics) -> usize {
    let load_options = LoadOptions {
        content: options.content.clone(),
        ..LoadOptions::default()
    };
    // What is wrong with the content has been told.
    let Ok(library) = load(&load_options, &mut Diagnostics::new()) else {
        return 0;
    };
    let answers = external::check(&library, Duration::from_secs(arguments.timeout));
    diagnostics.extend(answers.diagnostics);
    if arguments.format == Format::Human {
        say(&format!(
            "asked other sites for {} addresses",
            answers.asked
        ));
    }
    answers.unasked
}

fn print(diagnostics: &Diagnostics, format: Format) {
    let text = match format {
        Format::Human => {
            print_diagnostics(diagnostics);
            let more = if diagnostics.is_empty() {
                String::new()
            } else {
                format!("; {MORE}")
            };
            say(&format!("{}{more}", count(diagnostics)));
            return;
        }
        Format::Json => diagnostics.json(),
        Format::Github => {
            let workspace = std::env::var_os("GITHUB_WORKSPACE");
            let commands = diagnostics.github(workspace.as_deref().map(Path::new));
            // In the log of a workflow a person reads the count too.
            commands + &count(diagnostics) + "\n"
        }
    };
    // A closed pipe (`| head`) is the reader's choice; the exit code tells.
    let _ = io::stdout().write_all(text.as_bytes());
}
