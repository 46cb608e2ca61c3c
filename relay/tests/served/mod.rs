//! A relay in the test's own process.

// Each test target uses its own part.
#![allow(dead_code)]

use std::net::SocketAddr;

use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use waymark_relay::config::{DeskState, RelayConfig};
use waymark_relay::server::{self, Limits};

use crate::support::{Answer, BITS, DESK, INSTANCE, exchange, files_in, request};

pub fn config(folder: &TempDir) -> RelayConfig {
    let mut config = RelayConfig::new(INSTANCE.parse().unwrap(), folder.path().join("spool"))
        .desk(DESK.parse().unwrap(), DeskState::Demo)
        .desk("open".parse().unwrap(), DeskState::Open)
        .desk("paused".parse().unwrap(), DeskState::Paused)
        .desk("closed".parse().unwrap(), DeskState::Closed);
    config.stamp_bits = BITS;
    config
}

/// A relay in this process, on a runtime of its own.
pub struct Served {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    runtime: Option<std::thread::JoinHandle<()>>,
}

impl Served {
    pub fn start(app: axum::Router, limits: Limits) -> Self {
        let (address_out, address_in) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let runtime = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                address_out.send(listener.local_addr().unwrap()).unwrap();
                let stop = async {
                    let _ = stopped.await;
                };
                server::serve(listener, app, limits, stop).await.unwrap();
            });
        });
        Self {
            address: address_in.recv().unwrap(),
            stop: Some(stop),
            runtime: Some(runtime),
        }
    }

    pub fn over(config: &RelayConfig) -> Self {
        Self::start(server::router(config).unwrap(), Limits::default())
    }

    pub fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }

    pub fn ended(&mut self) {
        self.runtime.take().unwrap().join().unwrap();
    }

    pub fn post_to(&self, desk: &str, body: &[u8]) -> Answer {
        let target = format!("/api/v1/reports/{desk}");
        exchange(self.address, &request("POST", &target, "", body)).unwrap()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stop();
    }
}

pub fn queued(folder: &TempDir, desk: &str, queue: &str) -> usize {
    files_in(
        &folder
            .path()
            .join("spool")
            .join(desk)
            .join(queue)
            .join("new"),
    )
    .len()
}

pub fn assert_common(answer: &Answer) {
    for line in [
        "access-control-allow-origin: *",
        "cache-control: no-store",
        "x-content-type-options: nosniff",
    ] {
        assert!(answer.head.contains(line), "{line} in {}", answer.head);
    }
}
