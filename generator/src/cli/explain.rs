//! `waymark explain`: what a diagnostic means.

use super::{Exit, fail};
use crate::diagnostic::Code;
use crate::explanation::{ExampleFile, Explanation};
use crate::suggestion::did_you_mean;
use clap::Args;
use std::fmt::Write as _;
use std::io::{self, Write as _};

/// Say what a diagnostic means, why it matters, and how to mend it.
///
/// Every mistake is shown with a name, such as `broken-link`. Without a name all of them are
/// listed.
#[derive(Debug, Args)]
#[command(after_long_help = concat!(
    "Examples:\n",
    "  waymark explain                 all names, each with a sentence\n",
    "  waymark explain broken-link     one, with an example and the mend\n\n",
    "Exit codes: 0 explained, 2 there is no such name."
))]
pub(super) struct ExplainArgs {
    /// The name of a diagnostic
    #[arg(value_name = "NAME")]
    code: Option<String>,
}

/// Explains one code, or lists all.
pub(super) fn run(arguments: &ExplainArgs) -> Exit {
    let text = match &arguments.code {
        None => list(),
        Some(name) => {
            let Some(code) = Code::from_name(name) else {
                let known = Code::ALL.iter().map(|code| code.name());
                let help = did_you_mean(name, known, || {
                    "`waymark explain` lists all of them.".to_owned()
                });
                fail(&format!("there is no diagnostic “{name}”"), Some(&help));
                return Exit::Usage;
            };
            one(code)
        }
    };
    // A closed pipe (`| head`) is the reader's choice.
    let _ = io::stdout().write_all(text.as_bytes());
    Exit::Done
}

fn list() -> String {
    let mut text = String::new();
    for code in Code::ALL {
        // Writing into a string doesn't fail.
        let _ = writeln!(
            text,
            "{:22} {:8} {}",
            code.name(),
            code.default_severity().name(),
            code.explanation()
        );
    }
    text + "\n`waymark explain NAME` says more about one.\n"
}

fn one(code: Code) -> String {
    let explanation = Explanation::of(code);
    let severity = code.default_severity().name();
    let mut text = format!("{code} ({severity})\n\n");
    paragraph(&mut text, code.explanation());
    paragraph(&mut text, explanation.why);
    if !explanation.example.is_empty() {
        text.push_str("For example\n\n");
        files(&mut text, &explanation.example);
        text.push_str("Mended\n\n");
        files(&mut text, &explanation.mended);
    }
    match code.kept() {
        Some(reason) => paragraph(
            &mut text,
            &format!("Its severity can't be lowered. {reason}"),
        ),
        None => paragraph(
            &mut text,
            &format!(
                "How severe it is can be set in site.toml: [severity] {code} = \"{}\"",
                if severity == "error" {
                    "warning"
                } else {
                    "error"
                }
            ),
        ),
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

fn files(text: &mut String, files: &[ExampleFile]) {
    for file in files {
        match file.path {
            "sh" => {}
            "site.toml" => text.push_str("  content/site.toml, at its end\n"),
            path => {
                let _ = writeln!(text, "  {path}");
            }
        }
        let mark = if file.path == "sh" { "$" } else { "│" };
        for line in file.text.lines() {
            let _ = writeln!(text, "  {}", format!("{mark} {line}").trim_end());
        }
        text.push('\n');
    }
}

/// A paragraph in lines that a terminal has room for.
fn paragraph(text: &mut String, words: &str) {
    const WIDTH: usize = 80;
    let mut column = 0;
    for word in words.split(' ') {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            text.push('\n');
            column = 0;
        } else if column > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += width;
    }
    text.push_str("\n\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_page() {
        for code in Code::ALL {
            let text = one(*code);
            assert!(text.contains(code.explanation().split(' ').next().unwrap_or_default()));
            assert!(text.lines().count() > 4, "{text}");
        }
    }
}
