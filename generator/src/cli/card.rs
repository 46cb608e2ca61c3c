//! `waymark card`.

use super::{Exit, InputArgs, count, fail, print_diagnostics, say};
use crate::card::{CardError, Request, print};
use crate::history::{self, SOURCE_DATE_EPOCH};
use clap::Args;
use jiff::civil::Date;
use std::fs;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// Print a place's pocket card and poster.
///
/// Two files that any browser prints: a card that folds to A6, from one side of one A4 sheet, and
/// an A4 poster. They say what to do in danger, with the place's own emergency number; the sections
/// that [card] in site.toml names; the desk; and a short address, with the square that telephones
/// read.
///
/// Paper can't be corrected. So a place is refused that isn't filled in, whose facts are past their
/// review date, or whose desk takes no reports, and so is a language in which the text is missing
/// or older than its source.
#[derive(Debug, Args)]
#[command(after_long_help = concat!(
    "Examples:\n",
    "  waymark card exampleland fr                                 card-exampleland-fr.html and\n",
    "                                                              poster-exampleland-fr.html, here\n",
    "  waymark card exampleland fr --output print                  in the folder print/\n",
    "  waymark card exampleland fr --address https://go.example/w  a short address that leads to\n",
    "                                                              the site\n\n",
    "Open the file in a browser, and print it at 100 %, without the browser's own headers. The card\n",
    "is folded twice: the sheet in half with the print outside, then in half again.\n\n",
    "Whoever carries a card can be asked about it. Lay cards out where everybody passes, and let\n",
    "nobody be seen to be given one.\n\n",
    "The review date is compared with today, or with SOURCE_DATE_EPOCH if it is set.\n\n",
    "Exit codes: 0 written, 1 refused or errors in the content, 2 usage, 3 input or output failed."
))]
pub(super) struct CardArgs {
    /// Place, as places.toml names it: [places.NAME]
    place: String,
    /// Language, as its folder is named
    lang: String,
    /// Address to print, with https:// [default: base_url of site.toml and the language]
    #[arg(long, value_name = "URL")]
    address: Option<String>,
    /// Folder to write to
    #[arg(long, short, default_value = ".", value_name = "DIR")]
    output: PathBuf,
    #[command(flatten)]
    inputs: InputArgs,
}

/// Writes both files, or none.
pub(super) fn run(arguments: &CardArgs) -> Result<Exit, Exit> {
    let options = arguments.inputs.options()?;
    let Some(today) = today() else {
        return Err(fail(
            "this machine's clock gives no date",
            Some("set it, or SOURCE_DATE_EPOCH"),
        ));
    };
    let request = Request {
        place: &arguments.place,
        language: &arguments.lang,
        address: arguments.address.as_deref(),
        today,
    };
    let printed = match print(&options, &request) {
        Ok(printed) => printed,
        Err(CardError::Content(diagnostics)) => {
            print_diagnostics(&diagnostics);
            say(&format!("{}; nothing was written", count(&diagnostics)));
            return Ok(Exit::Content);
        }
        Err(CardError::Refused(refusal)) => {
            fail(&refusal.to_string(), Some(&refusal.help()));
            return Ok(if refusal.is_usage() {
                Exit::Usage
            } else {
                Exit::Content
            });
        }
    };
    let folder = &arguments.output;
    if let Err(error) = fs::create_dir_all(folder) {
        return Err(fail(&format!("{}: {error}", folder.display()), None));
    }
    for (kind, html) in [("card", printed.card), ("poster", printed.poster)] {
        let path = folder.join(format!(
            "{kind}-{}-{}.html",
            arguments.place, arguments.lang
        ));
        if let Err(error) = fs::write(&path, html) {
            return Err(fail(&format!("{}: {error}", path.display()), None));
        }
        say(&path.display().to_string());
    }
    Ok(Exit::Done)
}

/// Today: what is true of a place is true of a day, not of a commit. None if this machine's clock
/// stands outside of the calendar.
fn today() -> Option<Date> {
    let given = std::env::var(SOURCE_DATE_EPOCH).ok();
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).ok();
    given
        .and_then(|text| history::seconds(&text))
        .or_else(|| i64::try_from(clock()?.as_secs()).ok())
        .and_then(history::day)
}
