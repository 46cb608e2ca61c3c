//! `waymark headers`: what a host should send with the site.

use super::{Exit, InputArgs, fail, print_diagnostics, say};
use crate::content::{LoadOptions, load};
use crate::diagnostic::Diagnostics;
use crate::output::hosting::{Host, Hosting};
use clap::Args;
use std::io::{self, Write as _};

/// Print the headers that a host should send, as rules for it.
///
/// The same policy stands in the head of every page; as a header it also holds for what isn't a
/// page, and nobody can put the site into a frame. Files whose names change with their bytes are
/// kept for a year, all others are asked for again each time. The rules for nginx keep it from
/// writing visits down.
#[derive(Debug, Args)]
#[command(after_long_help = concat!(
    "Examples:\n",
    "  waymark headers --for nginx > /etc/nginx/snippets/waymark.conf\n",
    "      and in the server block: include snippets/waymark.conf;\n",
    "  waymark headers --for caddy > /etc/caddy/waymark.caddy\n",
    "      and in the site block: import waymark.caddy\n",
    "  waymark build && waymark headers --for netlify > public/_headers\n\n",
    "Print them again when `base_url`, the languages or the relay's address in site.toml change.\n\n",
    "Exit codes: 0 printed, 1 the content can't be read, 2 usage, 3 input failed."
))]
pub(super) struct HeadersArgs {
    /// The host
    #[arg(long = "for", value_name = "HOST")]
    host: Host,
    #[command(flatten)]
    inputs: InputArgs,
}

/// Prints the rules.
pub(super) fn run(arguments: &HeadersArgs) -> Result<Exit, Exit> {
    let options = arguments.inputs.options()?;
    let mut diagnostics = Diagnostics::new();
    let load_options = LoadOptions {
        content: options.content.clone(),
        ..LoadOptions::default()
    };
    let Ok(library) = load(&load_options, &mut diagnostics) else {
        print_diagnostics(&diagnostics);
        return Err(Exit::Content);
    };
    let Some(hosting) = Hosting::of(&library, None) else {
        fail(
            "the path in base_url of site.toml has characters that mean something to hosts",
            Some("use a-z, 0-9, `-`, `_`, `.`, `~` and `/`"),
        );
        return Err(Exit::Content);
    };
    if io::stdout()
        .write_all(hosting.rules(arguments.host).as_bytes())
        .is_err()
    {
        say("the rules could not be written to standard output");
        return Err(Exit::System);
    }
    Ok(Exit::Done)
}
