//! The site on this machine, for whoever writes it.

mod mistakes;
pub mod server;
pub mod shown;
pub mod watch;

use crate::build::BuildOptions;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{Outcome, Pipeline};
use crate::progress::{Progress, Silent};
use mistakes::Mistakes;
use shown::{Onlookers, Preview};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use thiserror::Error;
use tokio::net::TcpListener;
use watch::{Follower, Message, Snapshot};

/// The port where nobody asked for another.
pub const PORT: u16 = 8100;

/// So many ports are tried, from [`PORT`] on.
const PORTS: u16 = 20;

/// A mistake is told only if nothing has changed for so long: it may be a file that is half saved.
const HALF_SAVED: Duration = Duration::from_millis(200);

/// Who types without a pause still gets search and sums after this time.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why nothing is served.
#[derive(Debug, Error)]
pub enum ServeError {
    /// Another program has the port.
    #[error("port {port} on this machine can't be opened: {source}")]
    Port {
        /// The port.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The system has no room for a server.
    #[error("the preview can't be started: {0}")]
    Start(#[from] io::Error),
}

/// What the preview tells whoever started it.
#[derive(Debug, Clone, Copy)]
pub enum News<'a> {
    /// The site is served at this address; the first run found this.
    Served(SocketAddr, &'a Diagnostics),
    /// It was built again in this time.
    Rebuilt(&'a Diagnostics, Duration),
}

/// Builds the site in memory, serves it on the loopback address and builds it again when a file
/// of the content or the theme has changed: the pages that somebody has open first. Returns when
/// `stop` is done.
///
/// Without a `port`, the first free one from [`PORT`] on is taken. `report` is told the address
/// once, and after each build what was found.
pub fn serve(
    options: &BuildOptions,
    port: Option<u16>,
    progress: &mut dyn Progress,
    report: &(dyn Fn(News<'_>) + Sync),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let listener = runtime.block_on(listen(port))?;
    let address = listener.local_addr()?;
    let folders = vec![options.content.clone(), options.theme_folder()];
    let before = Snapshot::take(&folders);
    let (sender, messages) = channel();
    let mut follower = Follower::new(folders, (sender.clone(), messages), true);
    let stale = follower.stale();
    let preview = Preview::default();
    let mut pipeline = Pipeline::for_runs();
    let diagnostics = show(&preview, pipeline.run(options, progress)).diagnostics;
    report(News::Served(address, &diagnostics));
    std::thread::scope(|scope| {
        let preview = &preview;
        scope.spawn(move || {
            let mut told = diagnostics.render(false);
            let mut hungry: Option<Instant> = None;
            follower.follow(before, |files| {
                for file in files {
                    pipeline.forget(file);
                }
                let begun = Instant::now();
                let onlookers = Onlookers {
                    preview,
                    stale: &stale,
                    patient: hungry.is_some_and(|since| since.elapsed() > PATIENCE),
                };
                hungry.get_or_insert(begun);
                let Some(outcome) = pipeline.run_for(&onlookers, options, &mut Silent) else {
                    return;
                };
                let took = begun.elapsed();
                if outcome.diagnostics.has_errors() && !Follower::rests(&stale, HALF_SAVED) {
                    return;
                }
                hungry = None;
                let result = show(preview, outcome);
                let tells = result.diagnostics.render(false);
                // Editors write beside a file, and touch it: that is no news.
                if result.changed || tells != told {
                    report(News::Rebuilt(&result.diagnostics, took));
                }
                told = tells;
            });
        });
        let served = runtime.block_on(async {
            tokio::select! {
                served = axum::serve(listener, preview.router()).into_future() => served,
                () = stop => Ok(()),
            }
        });
        // It may have ended before.
        let _ = sender.send(Message::Ended);
        served.map_err(ServeError::Start)
    })
}

async fn listen(port: Option<u16>) -> Result<TcpListener, ServeError> {
    let bind = async |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
    let (first, last) = match port {
        Some(port) => (port, port),
        None => (PORT, PORT + PORTS - 1),
    };
    for port in first..last {
        match bind(port).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            other => return other.map_err(|source| ServeError::Port { port, source }),
        }
    }
    bind(last)
        .await
        .map_err(|source| ServeError::Port { port: last, source })
}

/// What was shown.
struct Told {
    diagnostics: Diagnostics,
    changed: bool,
}

/// Shows what a run made. With errors the last good site stays; at the start, what there is.
fn show(preview: &Preview, outcome: Outcome) -> Told {
    let Outcome {
        diagnostics, site, ..
    } = outcome;
    let mut changed = false;
    if let Some(site) = site
        && (!diagnostics.has_errors() || preview.shown().is_empty())
    {
        changed = preview.show(site.files, &site.policy);
    }
    let mistakes = Mistakes::of(&diagnostics);
    if preview.shown().mistakes.id != mistakes.id {
        preview.change(|shown| shown.mistakes = Arc::new(mistakes));
    }
    Told {
        diagnostics,
        changed,
    }
}
