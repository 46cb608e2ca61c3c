//! Flags, and how the program ends.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};

use crate::command;
use crate::inbox::InboxError;
use crate::key::{KeyError, Recipient};
use crate::receive::FetchError;
use crate::terminal;
use crate::vault::VaultError;

const ABOUT: &str = "Reads and keeps the reports that people send to a desk";

const LONG_ABOUT: &str = "\
Reads and keeps the reports that people send to a desk.

A desk is one folder, the vault. Everything in it is encrypted; a passphrase opens it. Reports are \
received from the site's queue, or from files on a stick, and read here or in a browser on this \
computer.

The first time:

    waymark-desk init --id vienna-1      makes the key and the vault, prints the line for the site

Every day:

    waymark-desk serve                   the inbox in your browser, with a button for new messages

The same in this window:

    waymark-desk fetch                   receives new messages
    waymark-desk list                    shows what there is
    waymark-desk show 3f2a               shows one report";

const AFTER: &str = "\
How it ends:
  0  done
  1  something failed; nothing was lost
  2  the command was not understood
  3  wrong passphrase
  4  no vault there, or it is damaged
  5  done, but something could not be opened and was set aside
  6  no such report

The vault's format, and what to do when something goes wrong: relay/desk/README.md";

/// What can be asked of the program.
#[derive(Debug, Parser)]
#[command(name = "waymark-desk", version, about = ABOUT, long_about = LONG_ABOUT, after_help = AFTER)]
pub struct Cli {
    /// The vault's folder
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        default_value = "waymark-vault"
    )]
    pub vault: PathBuf,
    /// Reads the passphrase from a file's first line instead of asking
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a key pair and an empty vault; prints the line for the site's places.toml
    #[command(long_about = "\
Makes a key pair and an empty vault, and prints the line for the site's places.toml.

The secret half stays in the vault, locked by a passphrase that you are asked for twice. Nobody can \
recover it: write it down, and keep the paper away from the computer. Take several words that don't \
belong together; at least 12 characters are asked for.

An open desk needs two keys that two people hold apart, so that a report can still be read when one \
is lost: make the second key with `init` on the other person's computer, and name its public line \
here with --also.")]
    Init(Init),
    /// Receives new messages from the queue into the vault
    #[command(long_about = "\
Receives new messages from the queue into the vault.

A message is deleted from the queue only after it is written here and safely on the disk. What can't \
be opened is set aside, encrypted, with the reason: see `waymark-desk quarantine`. You can stop this \
at any time and run it again.")]
    Fetch(Fetch),
    /// Takes in saved reports, for instance from a stick
    #[command(long_about = "\
Takes in saved reports: files that the form saved (report.waymark), or bare age files. The files stay \
where they are; delete them from the stick yourself once they are in.")]
    Import(Import),
    /// Lists what is in the vault: danger first, then the latest day
    List(List),
    /// Shows one report
    #[command(long_about = "\
Shows one report. Characters that aren't visible but could change what you see, among them escape \
sequences, are shown by their number, as in ‹U+202E›.")]
    Show(Show),
    /// Lists what could not be opened, or tries it again
    Quarantine(Quarantine),
    /// Opens the inbox for a browser on this computer
    #[command(long_about = "\
Opens the inbox for a browser on this computer, and prints an address that works once. Press Enter \
for another. No other computer can reach it. It locks itself when nobody uses it; end it with Ctrl-C.")]
    Serve(Serve),
}

/// Flags of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// The desk's id, as in [desks.<ID>] of places.toml
    #[arg(long, default_value = "desk")]
    pub id: String,
    /// The public line of another key of this desk, held by somebody else (again for more)
    #[arg(long, value_name = "age1…", value_parser = recipient)]
    pub also: Vec<Recipient>,
    /// The relay's spool folder, remembered for `fetch` and `serve`
    #[arg(long, value_name = "DIR")]
    pub spool: Option<PathBuf>,
    /// Cost of guessing the passphrase, as a power of two (default: 18)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=22), hide = true)]
    pub work_factor: Option<u8>,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

/// Flags of `fetch`.
#[derive(Debug, Args)]
pub struct Fetch {
    /// The relay's spool folder, if it isn't the one named at `init`
    #[arg(long, value_name = "DIR")]
    pub spool: Option<PathBuf>,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

/// Flags of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

/// Flags of `list`.
#[derive(Debug, Args)]
pub struct List {
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

/// Flags of `show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The report's name, or its first four characters or more
    pub id: String,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

/// Flags of `quarantine`.
#[derive(Debug, Args)]
pub struct Quarantine {
    /// Tries to open everything again, for instance after an update
    #[arg(long)]
    pub retry: bool,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

/// Flags of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// The port on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// Refused unless it is 127.0.0.1
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", hide = true)]
    pub address: std::net::IpAddr,
    /// Locks after this many minutes without use
    #[arg(long, value_name = "MINUTES", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=240))]
    pub idle: u64,
    /// The relay's spool folder, if it isn't the one named at `init`
    #[arg(long, value_name = "DIR")]
    pub spool: Option<PathBuf>,
    /// Shows the banner of a demonstration
    #[arg(long)]
    pub demo: bool,
}

impl Serve {
    /// As a duration.
    #[must_use]
    pub fn idle(&self) -> Duration {
        Duration::from_mins(self.idle)
    }
}

fn recipient(text: &str) -> Result<Recipient, KeyError> {
    text.parse()
}

/// Why a command failed, as its user is told.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The queue.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// The inbox.
    #[error(transparent)]
    Inbox(#[from] InboxError),
    /// Nobody said where the queue is.
    #[error("no queue was named")]
    NoQueue,
    /// The two passphrases differ.
    #[error("the two passphrases differ")]
    Mismatch,
    /// Too short to resist guessing.
    #[error("this passphrase is too short")]
    ShortPassphrase,
    /// There is no terminal to ask on, or the file can't be read.
    #[error("could not read the passphrase: {0}")]
    Passphrase(std::io::Error),
    /// Nobody reads the output.
    #[error("could not write the answer: {0}")]
    Output(#[from] std::io::Error),
}

impl CliError {
    fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Vault(error)
            | Self::Fetch(FetchError::Vault(error))
            | Self::Inbox(InboxError::Vault(error)) => error.hint(),
            Self::Fetch(FetchError::NoQueue { .. }) => Some(
                "Name the relay's spool folder with `--spool`. The desk's id must be the one in places.toml.",
            ),
            Self::Fetch(_) => {
                Some("Nothing was lost. Run it again; what was received stays received.")
            }
            Self::Inbox(InboxError::Listen { .. }) => {
                Some("Leave out `--port` to take any free one.")
            }
            Self::Inbox(InboxError::NotLoopback(_)) => Some("Leave out `--address`."),
            Self::NoQueue => Some(
                "Name the relay's spool folder with `--spool DIR`, or take in files with `import`.",
            ),
            Self::ShortPassphrase => {
                Some("Take several words that don't belong together, at least 12 characters.")
            }
            Self::Passphrase(_) => Some("Run it in a terminal, or give `--passphrase-file FILE`."),
            Self::Mismatch => Some("Nothing was made. Run it again."),
            Self::Inbox(_) | Self::Output(_) => None,
        }
    }

    fn exit_code(&self) -> u8 {
        match self {
            Self::Vault(error)
            | Self::Fetch(FetchError::Vault(error))
            | Self::Inbox(InboxError::Vault(error)) => match error {
                VaultError::WrongPassphrase => 3,
                VaultError::NoVault(_)
                | VaultError::Manifest(_)
                | VaultError::NewerVault(_)
                | VaultError::ForeignKey
                | VaultError::Damaged(_)
                | VaultError::Key(KeyError::Damaged(_)) => 4,
                VaultError::NoSuchReport(_) => 6,
                _ => 1,
            },
            _ => 1,
        }
    }
}

/// Reads the flags, does what they say, and tells how it ended.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match command::run(&cli) {
        Ok(code) => ExitCode::from(code),
        Err(CliError::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("waymark-desk: {}", terminal::line(&error.to_string()));
            if let Some(hint) = error.hint() {
                eprintln!("  {hint}");
            }
            ExitCode::from(error.exit_code())
        }
    }
}
