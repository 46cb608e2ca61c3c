//! What each command does.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use age::secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::cli::{Cli, CliError, Command, Fetch, Import, Init, Quarantine, Serve, Show};
use crate::inbox::{self, Inbox, InboxConfig, InboxError};
use crate::printout;
use crate::quarantine::{Item, Reason};
use crate::receive::{self, FetchError, Source, Summary, Taken};
use crate::terminal;
use crate::vault::{Kept, Manifest, NewVault, State, Vault, VaultError};

/// Done, but something was set aside.
const SET_ASIDE: u8 = 5;

/// Shorter ones are guessed.
const SHORTEST_PASSPHRASE: usize = 12;

/// A saved report is 32,768 bytes; a stick may hold films.
const LARGEST_FILE: u64 = 1024 * 1024;

pub(crate) fn run(cli: &Cli) -> Result<u8, CliError> {
    match &cli.command {
        Command::Init(flags) => init(cli, flags),
        Command::Fetch(flags) => fetch(cli, flags),
        Command::Import(flags) => import(cli, flags),
        Command::List(flags) => list(cli, flags.json),
        Command::Show(flags) => show(cli, flags),
        Command::Quarantine(flags) => quarantine(cli, flags),
        Command::Serve(flags) => serve(cli, flags),
    }
}

fn say(text: &str) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    Ok(out.flush()?)
}

fn say_json(value: &Value) -> Result<(), CliError> {
    say(&terminal::json(value))
}

fn ask(cli: &Cli, prompt: &str) -> Result<SecretString, CliError> {
    if let Some(path) = &cli.passphrase_file {
        let text = Zeroizing::new(fs::read_to_string(path).map_err(CliError::Passphrase)?);
        return Ok(SecretString::from(
            text.lines().next().unwrap_or("").to_owned(),
        ));
    }
    rpassword::prompt_password(prompt)
        .map(SecretString::from)
        .map_err(CliError::Passphrase)
}

fn open(cli: &Cli) -> Result<Vault, CliError> {
    // Told before the question: a wrong folder isn't worth a passphrase.
    Vault::manifest_of(&cli.vault)?;
    let passphrase = ask(cli, "Passphrase: ")?;
    Ok(Vault::open(&cli.vault, &passphrase)?)
}

fn init(cli: &Cli, flags: &Init) -> Result<u8, CliError> {
    let passphrase = ask(cli, "New passphrase: ")?;
    if passphrase.expose_secret().chars().count() < SHORTEST_PASSPHRASE {
        return Err(CliError::ShortPassphrase);
    }
    if cli.passphrase_file.is_none() {
        let again = ask(cli, "Once more: ")?;
        if again.expose_secret() != passphrase.expose_secret() {
            return Err(CliError::Mismatch);
        }
    }
    let spool = flags.spool.as_deref().map(absolute).transpose()?;
    let vault = Vault::create(&NewVault {
        folder: &cli.vault,
        desk: &flags.id,
        passphrase: &passphrase,
        work_factor: flags.work_factor,
        also: &flags.also,
        spool,
    })?;
    let key = &vault.recipients()[0];
    if flags.json {
        say_json(&json!({
            "desk": flags.id,
            "vault": cli.vault.display().to_string(),
            "recipient": key.to_string(),
            "fingerprint": key.fingerprint(),
            "recipients": vault.recipients().iter().map(ToString::to_string).collect::<Vec<_>>(),
        }))?;
        return Ok(0);
    }
    let lines: Vec<String> = vault
        .recipients()
        .iter()
        .map(|r| format!("\"{r}\""))
        .collect();
    say(&format!(
        "The vault of the desk `{id}` is in {folder}\n\n\
         For content/places.toml of the site:\n\n    [desks.{id}]\n    state = \"open\"\n    recipients = [{lines}]\n\n\
         Fingerprint of this key, to publish in a second place so that people can compare:\n\n    {fingerprint}\n",
        id = flags.id,
        folder = cli.vault.display(),
        lines = lines.join(", "),
        fingerprint = key.fingerprint(),
    ))?;
    if vault.recipients().len() < 2 {
        say(
            "An open desk needs a second key, held by somebody else: see `waymark-desk init --help`.",
        )?;
    }
    say(
        "Nobody can recover the passphrase. Write it down, and keep the paper away from this computer.",
    )?;
    Ok(0)
}

/// Remembered paths must not depend on where the program is started.
fn absolute(path: &Path) -> Result<std::path::PathBuf, CliError> {
    Ok(std::path::absolute(path)?)
}

fn source(manifest: &Manifest, named: Option<&Path>) -> Result<Option<Source>, FetchError> {
    named
        .or(manifest.spool.as_deref())
        .map(|folder| receive::spool(folder, &manifest.desk))
        .transpose()
}

fn fetch(cli: &Cli, flags: &Fetch) -> Result<u8, CliError> {
    let manifest = Vault::manifest_of(&cli.vault)?;
    if flags.spool.is_none() && manifest.spool.is_none() {
        return Err(CliError::NoQueue);
    }
    let vault = Arc::new(open(cli)?);
    let runtime = runtime()?;
    let summary = runtime.block_on(async {
        let queue = source(&manifest, flags.spool.as_deref())?.ok_or(CliError::NoQueue)?;
        let loud = io::stderr().is_terminal();
        let summary = receive::fetch(&vault, &queue, &mut |summary| {
            if loud {
                eprint!("\r{} received", summary.handled());
            }
        })
        .await?;
        if loud && summary.handled() > 0 {
            eprintln!();
        }
        Ok::<_, CliError>(summary)
    })?;
    tell(&summary, flags.json)
}

fn tell(summary: &Summary, as_json: bool) -> Result<u8, CliError> {
    if as_json {
        say_json(&json!(summary))?;
    } else {
        say(&format!("New reports: {}", summary.reports.len()))?;
        if summary.repeated > 0 {
            say(&format!("Already here: {}", summary.repeated))?;
        }
        if summary.deleted_before > 0 {
            say(&format!(
                "Deleted here before, not taken in again: {}",
                summary.deleted_before
            ))?;
        }
        for reason in &summary.set_aside {
            say(&format!("Set aside: {reason}"))?;
        }
        if !summary.set_aside.is_empty() {
            say("Nothing was thrown away: see `waymark-desk quarantine`.")?;
        }
    }
    Ok(if summary.set_aside.is_empty() {
        0
    } else {
        SET_ASIDE
    })
}

fn import(cli: &Cli, flags: &Import) -> Result<u8, CliError> {
    let vault = open(cli)?;
    let mut results = Vec::new();
    for file in &flags.files {
        let (outcome, name, text) = match import_one(&vault, file) {
            Ok(Taken::Kept(Kept::New(name))) => ("new", Some(name), "taken in".to_owned()),
            Ok(Taken::Kept(Kept::Duplicate(name))) => {
                ("repeated", Some(name), "already here".to_owned())
            }
            Ok(Taken::Kept(Kept::Deleted)) => (
                "deleted-before",
                None,
                "deleted here before, not taken in again".to_owned(),
            ),
            Ok(Taken::SetAside(reason, _)) => (reason.name(), None, format!("set aside: {reason}")),
            Err(ImportError::Unreadable(error)) => {
                ("unreadable", None, format!("could not be read: {error}"))
            }
            Err(ImportError::NotAReport) => (
                "not-a-report",
                None,
                "not a saved report, left alone".to_owned(),
            ),
            Err(ImportError::Vault(error)) => return Err(error.into()),
        };
        if !flags.json {
            let name = name
                .as_ref()
                .map_or(String::new(), |name| format!(" ({})", &name.as_str()[..8]));
            say(&format!(
                "{}: {text}{name}",
                terminal::line(&file.display().to_string())
            ))?;
        }
        results
            .push(json!({ "file": file.display().to_string(), "outcome": outcome, "name": name }));
    }
    let all_in = results.iter().all(|r| {
        matches!(
            r["outcome"].as_str(),
            Some("new" | "repeated" | "deleted-before")
        )
    });
    if flags.json {
        say_json(&json!({ "files": results }))?;
    }
    Ok(if all_in { 0 } else { SET_ASIDE })
}

enum ImportError {
    Unreadable(io::Error),
    NotAReport,
    Vault(VaultError),
}

fn import_one(vault: &Vault, path: &Path) -> Result<Taken, ImportError> {
    let size = fs::metadata(path).map_err(ImportError::Unreadable)?.len();
    if size > LARGEST_FILE {
        return Err(ImportError::NotAReport);
    }
    let bytes = fs::read(path).map_err(ImportError::Unreadable)?;
    // A file given by mistake needn't be kept: it stays where it is.
    if !receive::looks_like_a_report(&bytes) {
        return Err(ImportError::NotAReport);
    }
    receive::take_in(vault, &bytes).map_err(ImportError::Vault)
}

fn list(cli: &Cli, as_json: bool) -> Result<u8, CliError> {
    let vault = open(cli)?;
    let listing = vault.list()?;
    let quarantine = vault.quarantined()?;
    if as_json {
        let reports: Vec<Value> = listing
            .reports
            .iter()
            .map(crate::vault::Summary::to_json)
            .collect();
        say_json(&json!({
            "desk": vault.manifest().desk,
            "reports": reports,
            "damaged": listing.damaged,
            "quarantine": quarantine,
        }))?;
        return Ok(0);
    }
    if listing.reports.is_empty() {
        say("No reports.")?;
    } else {
        say("NAME      DAY         DANGER   STATE  LANGUAGE")?;
    }
    for report in &listing.reports {
        let day = report
            .meta
            .day
            .map_or_else(|| "unknown".to_owned(), |day| day.to_string());
        let state = if report.meta.state == State::New {
            "new"
        } else {
            "read"
        };
        let row = format!(
            "{}  {day:<10}  {:<7}  {state:<5}  {}{}",
            &report.name.as_str()[..8],
            terminal::line(&report.meta.danger),
            terminal::line(&report.meta.lang),
            if report.shares_id {
                "  (same number as another)"
            } else {
                ""
            },
        );
        say(row.trim_end())?;
    }
    if !listing.damaged.is_empty() {
        say(&format!(
            "Damaged, restore them from your backup: {}",
            listing.damaged.len()
        ))?;
    }
    if !quarantine.is_empty() {
        say(&format!(
            "Could not be opened: {}, see `waymark-desk quarantine`",
            quarantine.len()
        ))?;
    }
    Ok(0)
}

fn show(cli: &Cli, flags: &Show) -> Result<u8, CliError> {
    let vault = open(cli)?;
    let name = vault.find(&flags.id)?;
    let stored = vault.read(&name)?;
    if flags.json {
        say_json(&stored.to_json())?;
    } else {
        say(&printout::page(&stored))?;
    }
    vault.set_state(&name, State::Read)?;
    Ok(0)
}

fn quarantine(cli: &Cli, flags: &Quarantine) -> Result<u8, CliError> {
    let vault = open(cli)?;
    let opened = if flags.retry {
        Some(receive::retry_quarantine(&vault)?)
    } else {
        None
    };
    let items = vault.quarantined()?;
    if flags.json {
        say_json(&json!({ "opened": opened, "quarantine": items }))?;
        return Ok(0);
    }
    if let Some(opened) = opened {
        say(&format!("Opened now and moved to the reports: {opened}"))?;
    }
    if items.is_empty() {
        say("Nothing is set aside.")?;
    }
    for Item { name, meta } in &items {
        let about = meta.as_ref().map_or_else(
            || "even the reason can't be read".to_owned(),
            |m| {
                format!(
                    "{}  {:>6} bytes  {}{}",
                    m.received,
                    m.size,
                    m.reason,
                    advice(m.reason)
                )
            },
        );
        say(&format!("{}  {about}", &name.as_str()[..8]))?;
    }
    Ok(0)
}

fn advice(reason: Reason) -> &'static str {
    match reason {
        Reason::NotForUs => " (does the site name this desk's present key?)",
        Reason::UnknownVersion => " (update this program, then `waymark-desk quarantine --retry`)",
        _ => "",
    }
}

fn serve(cli: &Cli, flags: &Serve) -> Result<u8, CliError> {
    let manifest = Vault::manifest_of(&cli.vault)?;
    if flags.address != IpAddr::V4(Ipv4Addr::LOCALHOST) {
        return Err(InboxError::NotLoopback(SocketAddr::new(flags.address, flags.port)).into());
    }
    runtime()?.block_on(async {
        let listener = inbox::listen(flags.port).await?;
        let inbox = Inbox::new(InboxConfig {
            vault: cli.vault.clone(),
            address: listener.local_addr()?,
            demo: flags.demo,
            unlocked: None,
            source: source(&manifest, flags.spool.as_deref())?,
            idle: flags.idle(),
        })?;
        let inbox = Arc::new(inbox);
        say(&format!(
            "The inbox of the desk `{}` is open to browsers on this computer. Open this address:\n\n    {}\n\n\
             It works once; press Enter for another. Ctrl-C ends the inbox.",
            manifest.desk,
            inbox.link()?
        ))?;
        let printer = Arc::clone(&inbox);
        std::thread::spawn(move || another_link_per_line(&printer));
        let stop = async {
            let _ = tokio::signal::ctrl_c().await;
        };
        axum::serve(listener, inbox.router()).with_graceful_shutdown(stop).await?;
        Ok(0)
    })
}

fn another_link_per_line(inbox: &Inbox) {
    for line in io::stdin().lines() {
        let (Ok(_), Ok(link)) = (line, inbox.link()) else {
            return;
        };
        if say(&format!("    {link}")).is_err() {
            return;
        }
    }
}

fn runtime() -> Result<tokio::runtime::Runtime, CliError> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?)
}
