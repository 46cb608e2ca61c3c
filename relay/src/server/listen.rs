//! Serves a router on a socket, with limits on what a slow or broken client can hold.

use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

/// Browsers send a few hundred bytes; gateways add as much again.
const HEADER_BYTES: usize = 16 * 1_024;

/// After the system couldn't give a connection (too many open files).
const BREATH: Duration = Duration::from_millis(50);

/// What clients can hold.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at once; more wait in the kernel's queue. Bounds memory: a frame each.
    pub connections: usize,
    /// For a request's headers, and for an idle connection.
    pub headers: Duration,
    /// How long requests in flight may take after a stop was asked for.
    pub farewell: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1_024,
            headers: Duration::from_secs(15),
            farewell: Duration::from_secs(30),
        }
    }
}

/// Serves until `stop` is ready, then lets the requests in flight finish.
///
/// Nothing about any connection is logged, its errors included.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let (stopping, stopped) = watch::channel(false);
    let room = Arc::new(Semaphore::new(limits.connections));
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        let accepted = async {
            let place = Arc::clone(&room).acquire_owned().await;
            (listener.accept().await, place)
        };
        tokio::select! {
            () = &mut stop => break,
            (accepted, place) = accepted => match accepted {
                Ok((stream, _)) => {
                    let connection = connection(stream, app.clone(), limits.headers, stopped.clone());
                    connections.spawn(async move {
                        connection.await;
                        drop(place);
                    });
                }
                Err(_) => tokio::time::sleep(BREATH).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
    drop(listener);
    let _ = stopping.send(true);
    let _ = tokio::time::timeout(limits.farewell, async {
        while connections.join_next().await.is_some() {}
    })
    .await;
    Ok(())
}

async fn connection(
    stream: TcpStream,
    app: Router,
    headers: Duration,
    mut stopped: watch::Receiver<bool>,
) {
    // Answers are small and single: waiting to fill a packet would only delay them.
    let _ = stream.set_nodelay(true);
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(headers)
            .max_buf_size(HEADER_BYTES)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app))
    );
    tokio::select! {
        _ = connection.as_mut() => return,
        _ = stopped.wait_for(|stopped| *stopped) => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
