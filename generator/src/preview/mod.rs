//! The site on this machine, for whoever writes it.

pub mod server;
pub mod watch;

use crate::build::BuildOptions;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{Outcome, Pipeline};
use crate::progress::{Progress, Silent};
use server::Preview;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::Duration;
use thiserror::Error;
use watch::Snapshot;

/// How often the folders are looked at.
const INTERVAL: Duration = Duration::from_millis(250);

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

/// Builds the site in memory, serves it on the loopback address and builds it again when a file
/// of the content or the theme has changed. Returns when `stop` is done.
///
/// `report` is told the address once, and after each build what was found.
pub fn serve(
    options: &BuildOptions,
    port: u16,
    progress: &mut dyn Progress,
    report: &(dyn Fn(Option<SocketAddr>, &Diagnostics) + Sync),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
        .map_err(|source| ServeError::Port { port, source })?;
    let address = listener.local_addr()?;
    let mut pipeline = Pipeline::default();
    let theme = options.theme_folder();
    let folders: [&Path; 2] = [&options.content, &theme];
    let before = Snapshot::take(&folders);
    let preview = Preview::default();
    let diagnostics = show(&preview, pipeline.run(options, progress));
    report(Some(address), &diagnostics);
    let (end, ended) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // Ends when `end` is dropped.
            let ended = ended;
            watch::follow(&folders, before, INTERVAL, &ended, || {
                let diagnostics = show(&preview, pipeline.run(options, &mut Silent));
                report(None, &diagnostics);
            });
        });
        let served = runtime.block_on(async {
            tokio::select! {
                served = axum::serve(listener, preview.router()).into_future() => served,
                () = stop => Ok(()),
            }
        });
        drop(end);
        served.map_err(ServeError::Start)
    })
}

/// Shows what a run made. With errors the last good site stays; at the start, what there is.
fn show(preview: &Preview, outcome: Outcome) -> Diagnostics {
    let Outcome { diagnostics, site } = outcome;
    match site {
        Some(site) if !diagnostics.has_errors() || preview.is_empty() => preview.show(site),
        None if preview.is_empty() => preview.explain(diagnostics.render(false)),
        _ => {}
    }
    diagnostics
}
