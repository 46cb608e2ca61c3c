//! Puts the parts together: ports, vault, site, relay, mixer, inbox; and ends them together.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use tokio::sync::watch;
use waymark::config::Site;
use waymark::progress::Terminal;
use waymark_relay::config::{DeskState, RelayConfig};
use waymark_relay::mix;
use waymark_relay::server::{self, Limits};

use crate::cli::Cli;
use crate::error::LocalError;
use crate::{desk, ports, site};

/// The usual ports of the site and the desk.
const SITE_PORT: u16 = 8484;
const DESK_PORT: u16 = 8485;

/// Runs everything until Ctrl-C.
pub async fn run(cli: &Cli) -> Result<(), LocalError> {
    for recipient in &cli.recipient {
        waymark_relay::envelope::Recipients::parse(&[recipient])
            .map_err(|_| LocalError::Recipient(recipient.clone()))?;
    }
    let _lock = claim(&cli.data)?;
    let site_listener = ports::listen(cli.port, SITE_PORT).await?;
    let desk_listener = ports::listen(cli.desk_port, DESK_PORT).await?;
    let origin = format!("http://{}", ports::address(&site_listener)?);

    let (vault, spool) = (cli.data.join("desk"), cli.data.join("spool"));
    let mut recipients = desk::recipients(&vault)?;
    recipients.extend(cli.recipient.iter().cloned());

    let settings = site::settings(&cli.content)?;
    println!("Building the site from {} …", cli.content.display());
    let output = cli.data.join("site");
    let mut progress = Terminal::new();
    let report = site::build(cli, recipients, &origin, output, &mut progress)?;
    drop(progress);
    if !report.diagnostics.is_empty() {
        eprintln!("{}", report.diagnostics);
    }

    let relay = RelayConfig {
        stamp_bits: settings.reporting.stamp_bits.into(),
        ..RelayConfig::new(settings.id.parse()?, &spool)
    }
    .desk(desk::ID.parse()?, DeskState::Demo);
    let app = server::router(&relay)?.merge(site::service(&report.output, &origin));
    let inbox = desk::inbox(&vault, &spool, ports::address(&desk_listener)?)?;
    announce(cli, &settings, &report, &origin, &inbox.link()?);

    let (stopping, stopped) = watch::channel(false);
    tokio::spawn(async move {
        interrupted().await;
        println!("\nEnding: what is under way is finished first.");
        stopping.send_replace(true);
    });
    let (site_served, desk_served, ()) = tokio::join!(
        server::serve(
            site_listener,
            app,
            Limits::default(),
            until(stopped.clone())
        ),
        server::serve(
            desk_listener,
            inbox.router(),
            Limits::default(),
            until(stopped.clone())
        ),
        mix::every(&relay, cli.mix_interval(), until(stopped)),
    );
    site_served.and(desk_served).map_err(LocalError::Serve)
}

/// Makes the data folder, and holds it for this process alone.
fn claim(data: &Path) -> Result<File, LocalError> {
    let failed = |path: PathBuf| move |error| LocalError::Data { path, error };
    let mut folder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder
        .recursive(true)
        .create(data)
        .map_err(failed(data.to_owned()))?;
    // The folder lies in somebody's checkout more often than not, and holds reports.
    let ignore = data.join(".gitignore");
    fs::write(&ignore, "*\n").map_err(failed(ignore))?;
    let path = data.join("lock");
    let lock = File::create(&path).map_err(failed(path.clone()))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(LocalError::Running(data.to_owned())),
        Err(TryLockError::Error(error)) => Err(LocalError::Data { path, error }),
    }
}

fn announce(cli: &Cli, settings: &Site, report: &waymark::BuildReport, origin: &str, link: &str) {
    let waymark::BuildReport {
        pages, languages, ..
    } = report;
    let form = settings
        .nav
        .report
        .as_ref()
        .map_or_else(String::new, |path| {
            let language = &settings.source_language;
            format!("  report      {origin}/{language}/{path}.html\n")
        });
    println!(
        "
  {pages} pages in {languages} languages

  site        {origin}/
{form}  desk        {link}
  passphrase  {passphrase}

  DEMONSTRATION: everybody can read this passphrase, so write nothing real.
  A report reaches the desk within {every} s; press “Check for new messages” there.
  Data: {data}. The next start finds it again.

Ctrl-C ends it.",
        passphrase = desk::PASSPHRASE,
        every = cli.mix_every,
        data = cli.data.display(),
    );
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // An error means that the sender is gone, which is an end as well.
    if stopped.wait_for(|stop| *stop).await.is_err() {}
}

/// Ready on Ctrl-C, or when the process is asked to end.
async fn interrupted() {
    tokio::select! {
        () = ctrl_c() => {}
        () = terminated() => {}
    }
}

async fn ctrl_c() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            terminate.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_data_folder_is_its_owners_and_one_process_s() {
        let parent = tempfile::tempdir().unwrap();
        let data = parent.path().join("data");
        let held = claim(&data).unwrap();
        let mode = fs::metadata(&data).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        assert!(matches!(claim(&data), Err(LocalError::Running(_))));
        drop(held);
        assert!(claim(&data).is_ok());
    }
}
