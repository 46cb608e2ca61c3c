//! Flags become options; options become one command; the outcome becomes an exit code.

mod card;
mod check;
mod explain;
mod headers;
mod init;
mod new;
mod po;
mod search;
mod status;
mod translate;

use crate::build::{self, BuildError, BuildOptions, BuildReport};
use crate::diagnostic::{Diagnostics, Severity};
use crate::history::{self, SOURCE_DATE_EPOCH};
use crate::preview::{self, News, ServeError};
use crate::progress::Terminal;
use clap::{Args, Parser, Subcommand};
use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// Turns a folder of Markdown into a searchable, multilingual guidance site.
#[derive(Debug, Parser)]
#[command(name = "waymark", version, propagate_version = true, after_long_help = concat!(
    "A new site:\n",
    "  waymark init guidance      write one with examples into the folder guidance\n\n",
    "A first try, in a folder that holds content/site.toml:\n",
    "  waymark serve              look at the site while you write\n",
    "  waymark check              find every mistake, write nothing\n",
    "  waymark build              write the site to public/\n\n",
    "Exit codes:\n",
    "  0  done; there may have been warnings\n",
    "  1  the content has errors; nothing was written, the old site is as it was\n",
    "  2  the command line was not understood\n",
    "  3  a folder could not be read or written, or a port not opened",
))]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the site.
    ///
    /// The output folder is replaced whole, and only after everything was made without an error:
    /// whoever reads it sees the old site or the new one. What was in it before is gone, so a
    /// folder that Waymark didn't make is refused.
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  waymark build                                content/ and theme/ to public/\n",
        "  waymark build --output /srv/www/guidance     to another folder\n",
        "  waymark build --preview --output preview     a copy to look at, not for publishing\n",
        "  SOURCE_DATE_EPOCH=1767225600 waymark build   with the date that the files carry fixed\n\n",
        "The same input gives the same bytes. `cd public && sha256sum --check SHA256SUMS` verifies a copy.\n\n",
        "Exit codes: 0 written, 1 errors in the content, 2 usage, 3 input or output failed."
    ))]
    Build {
        #[command(flatten)]
        inputs: InputArgs,
        /// Folder to write; replaced whole
        #[arg(long, short, default_value = "public", value_name = "DIR")]
        output: PathBuf,
        /// Tell where the time went: each stage, and what all processors together spent on it
        #[arg(long)]
        timings: bool,
        /// Make a copy to look at before a change is published: search engines leave it out, nothing
        /// can be sent from it, every page says so, and drafts are shown
        #[arg(long)]
        preview: bool,
    },
    /// Show the site on this machine and follow your edits.
    ///
    /// The site is built in memory and served on the loopback address only. An open page follows your
    /// edits by itself and stays where it is; mistakes are laid over it until they are mended, and
    /// listed in the terminal. Until then the other pages are as they were. What isn't published
    /// yet is shown too (`draft = true`, `publish_on`), with a notice; a build leaves it out.
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  waymark serve                 on http://127.0.0.1:8100/\n",
        "  waymark serve --port 0        on any free port\n\n",
        "Ctrl-C ends it. Nothing is written to the disk.\n\n",
        "Exit codes: 0 ended by you, 2 usage, 3 port or folder not available."
    ))]
    Serve {
        #[command(flatten)]
        inputs: InputArgs,
        /// Port on the loopback address; 0 takes a free one [default: 8100, or the next free one]
        #[arg(long, short)]
        port: Option<u16>,
    },
    Check(check::CheckArgs),
    Explain(explain::ExplainArgs),
    Card(card::CardArgs),
    Headers(headers::HeadersArgs),
    Search(search::SearchArgs),
    /// Exchange texts with the tools of translators: PO files (gettext).
    Po {
        #[command(subcommand)]
        command: po::PoCommand,
    },
    Status(status::StatusArgs),
    Translate(translate::TranslateArgs),
    Init(init::InitArgs),
    /// Begin a page, a section or a language.
    ///
    /// Nothing that is there is ever written over.
    New {
        #[command(subcommand)]
        command: new::NewCommand,
    },
}

#[derive(Debug, Args)]
struct InputArgs {
    /// Folder with site.toml and one folder per language
    #[arg(long, short, default_value = "content", value_name = "DIR")]
    content: PathBuf,
    /// Folder whose files replace those of the built-in theme, file by file [default: `theme`
    /// beside the content, if there is one]
    #[arg(long, short, value_name = "DIR")]
    theme: Option<PathBuf>,
}

impl InputArgs {
    /// The options; none if a folder that they name isn't there, which is then told.
    fn options(&self) -> Result<BuildOptions, Exit> {
        let folders = [
            ("content", Some(&self.content)),
            ("theme", self.theme.as_ref()),
        ];
        for (what, folder) in folders {
            if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
                return Err(fail(
                    &format!("there is no {what} folder {}", folder.display()),
                    Some(&format!(
                        "go to the folder that holds it, or name it with --{what}"
                    )),
                ));
            }
        }
        if let Some(text) = std::env::var_os(SOURCE_DATE_EPOCH)
            && history::seconds(&text.to_string_lossy()).is_none()
        {
            fail(
                &format!(
                    "{SOURCE_DATE_EPOCH} is no number of seconds: {}",
                    text.display()
                ),
                Some("unset it, or set it to seconds since 1970-01-01, such as 1767225600"),
            );
            return Err(Exit::Usage);
        }
        Ok(BuildOptions {
            theme: self.theme.clone(),
            ..BuildOptions::new(&self.content)
        })
    }
}

/// The outcome of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    Done = 0,
    Content = 1,
    Usage = 2,
    System = 3,
}

/// Runs the program: `arguments` begin with its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version end here too; nothing is to be done if they can't be printed.
            let _ = error.print();
            let usage = error.use_stderr();
            return ExitCode::from(if usage {
                Exit::Usage as u8
            } else {
                Exit::Done as u8
            });
        }
    };
    let exit = match cli.command {
        Command::Build {
            inputs,
            output,
            timings,
            preview,
        } => inputs.options().map(|options| {
            let options = BuildOptions {
                output,
                preview,
                ..options
            };
            build(&options, timings)
        }),
        Command::Init(arguments) => Ok(init::run(&arguments)),
        Command::New { command } => Ok(new::run(command)),
        Command::Serve { inputs, port } => inputs.options().map(|options| {
            let options = BuildOptions {
                drafts: true,
                ..options
            };
            serve(&options, port)
        }),
        Command::Check(arguments) => check::run(&arguments),
        Command::Explain(arguments) => Ok(explain::run(&arguments)),
        Command::Card(arguments) => card::run(&arguments),
        Command::Headers(arguments) => headers::run(&arguments),
        Command::Po { command } => Ok(po::run(command)),
        Command::Search(arguments) => search::run(&arguments),
        Command::Status(arguments) => status::run(&arguments),
        Command::Translate(arguments) => translate::run(&arguments),
    };
    let (Ok(exit) | Err(exit)) = exit;
    ExitCode::from(exit as u8)
}

fn build(options: &BuildOptions, timings: bool) -> Exit {
    let mut progress = Terminal::new();
    let result = build::build(options, &mut progress);
    drop(progress);
    match result {
        Ok(report) => {
            print_diagnostics(&report.diagnostics);
            print_report(&report);
            if timings {
                say(report.timings.to_string().trim_end());
            }
            Exit::Done
        }
        Err(BuildError::Content(diagnostics)) => {
            print_diagnostics(&diagnostics);
            say(&format!(
                "{}; nothing was written; {MORE}",
                count(&diagnostics)
            ));
            Exit::Content
        }
        Err(BuildError::Publish(error)) => fail(&error.to_string(), error.help()),
    }
}

fn serve(options: &BuildOptions, port: Option<u16>) -> Exit {
    let report = |news: News<'_>| {
        let (News::Served(_, diagnostics) | News::Rebuilt(diagnostics, _)) = news;
        print_diagnostics(diagnostics);
        let what = if diagnostics.is_empty() {
            "no mistakes".into()
        } else {
            count(diagnostics)
        };
        match news {
            News::Served(address, _) => {
                let shows = if diagnostics.has_errors() {
                    "shows what there is"
                } else {
                    "shows the site"
                };
                say(&format!(
                    "{what}; http://{address}/ {shows}; Ctrl-C ends it"
                ));
            }
            News::Rebuilt(..) if diagnostics.has_errors() => {
                say(&format!("{what}; the site is shown as it was before"));
            }
            News::Rebuilt(_, took) => say(&format!(
                "{what}; built again in {:.2} s",
                took.as_secs_f64()
            )),
        }
    };
    let stop = async {
        // Without the signal there is still the terminal to close.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let mut progress = Terminal::new();
    match preview::serve(options, port, &mut progress, &report, stop) {
        Ok(()) => Exit::Done,
        Err(error @ ServeError::Port { .. }) => fail(
            &error.to_string(),
            Some("another program may have it; choose another with --port, or --port 0"),
        ),
        Err(error @ ServeError::Start(_)) => fail(&error.to_string(), None),
    }
}

/// What follows a count of mistakes.
const MORE: &str = "`waymark explain NAME` says what one means";

fn print_diagnostics(diagnostics: &Diagnostics) {
    let color = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    // Nothing is to be done if standard error is closed; the exit code tells.
    let _ = io::stderr().write_all(diagnostics.render(color).as_bytes());
}

fn print_report(report: &BuildReport) {
    for note in &report.notes {
        say(note);
    }
    let warnings = match report.diagnostics.count(Severity::Warning) {
        0 => String::new(),
        _ => format!("; {}", count(&report.diagnostics)),
    };
    say(&format!(
        "{} pages in {} languages, {} files, {} KB, in {}{warnings}",
        report.pages,
        report.languages,
        report.files,
        report.bytes.div_ceil(1024),
        report.output.display(),
    ));
}

fn count(diagnostics: &Diagnostics) -> String {
    let part = |number: usize, what: &str| match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    };
    let errors = diagnostics.count(Severity::Error);
    let warnings = diagnostics.count(Severity::Warning);
    format!("{}, {}", part(errors, "error"), part(warnings, "warning"))
}

fn say(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

fn fail(message: &str, help: Option<&str>) -> Exit {
    say(&format!("error: {message}"));
    if let Some(help) = help {
        say(&format!("  help: {help}"));
    }
    Exit::System
}
