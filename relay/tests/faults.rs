//! The relay over HTTP when something is wrong: slow clients, floods, broken storage, a panic, a stop.

#![allow(clippy::unwrap_used)]

mod served;
mod support;

use std::fs;
use std::future::pending;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use waymark_relay::clock::Clock;
use waymark_relay::config::RelayConfig;
use waymark_relay::intake::Intake;
use waymark_relay::queue::{DeskQueues, Handle, Message, Queue, QueueFuture};
use waymark_relay::server::{self, Limits};

use served::{Served, assert_common, config, queued};
use support::{DESK, files_in, post, request};

#[test]
fn a_slow_body_is_told_so_and_slow_headers_are_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let intake = Intake::open(&config(&folder)).unwrap();
    let limits = Limits {
        headers: Duration::from_millis(300),
        ..Limits::default()
    };
    let relay = Served::start(server::app(intake, Duration::from_millis(300)), limits);

    let mut stream = TcpStream::connect(relay.address).unwrap();
    let full = request("POST", "/api/v1/reports/demo", "", &support::frame("x"));
    stream.write_all(&full[..full.len() - 1]).unwrap();
    let answer = support::answer(&mut stream).unwrap();
    assert_eq!(
        (answer.status, answer.problem().as_str()),
        (408, "too-slow")
    );
    assert_common(&answer);

    let mut stream = TcpStream::connect(relay.address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    stream
        .write_all(b"POST /api/v1/reports/demo HTTP/1.1\r\nHo")
        .unwrap();
    let begun = Instant::now();
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(
        begun.elapsed() < Duration::from_secs(8),
        "cut off by the relay"
    );
    assert_eq!(queued(&folder, DESK, "intake"), 0);
}

#[test]
fn over_the_cap_the_overflow_takes_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = config(&folder);
    config.frames_per_hour = 3;
    config.overflow = Some(folder.path().join("elsewhere"));
    // The hour stands still, so that the count does not begin anew in the middle.
    config.clock = Clock::fixed(support::today());
    let relay = Served::over(&config);
    for frame in support::frames(5) {
        assert_eq!(post(relay.address, &frame).unwrap().status, 202);
    }
    assert_eq!(queued(&folder, DESK, "intake"), 3);
    let overflow = folder.path().join("elsewhere/demo/overflow/new");
    assert_eq!(files_in(&overflow).len(), 2);
}

/// Puts a file where a folder was, so that nothing can be stored in it, by root neither.
fn break_queue(folder: &Path) {
    fs::remove_dir_all(folder.join("tmp")).unwrap();
    fs::write(folder.join("tmp"), b"").unwrap();
}

#[test]
fn only_when_nothing_durable_takes_it_the_answer_is_503() {
    let folder = tempfile::tempdir().unwrap();
    let relay = Served::over(&config(&folder));
    let spool = folder.path().join("spool").join(DESK);
    break_queue(&spool.join("intake"));
    assert_eq!(
        post(relay.address, &support::frame("x")).unwrap().status,
        202
    );
    assert_eq!(queued(&folder, DESK, "overflow"), 1);

    break_queue(&spool.join("overflow"));
    let answer = post(relay.address, &support::frame("x")).unwrap();
    assert_eq!(
        (answer.status, answer.problem().as_str()),
        (503, "not-durable")
    );
    assert_common(&answer);

    // Storage comes back, and so does the relay, by itself.
    fs::remove_file(spool.join("intake/tmp")).unwrap();
    fs::create_dir(spool.join("intake/tmp")).unwrap();
    assert_eq!(
        post(relay.address, &support::frame("x")).unwrap().status,
        202
    );
}

/// Panics with what it was given.
struct Broken;

impl Queue for Broken {
    fn send<'a>(&'a self, body: &'a [u8]) -> QueueFuture<'a, ()> {
        panic!("SENTINEL {}", hex::encode(&body[..40]));
    }

    fn receive(&self, _: usize, _: Duration) -> QueueFuture<'_, Vec<Message>> {
        Box::pin(pending())
    }

    fn delete<'a>(&'a self, _: &'a Handle) -> QueueFuture<'a, ()> {
        Box::pin(pending())
    }

    fn release<'a>(&'a self, _: &'a Handle) -> QueueFuture<'a, ()> {
        Box::pin(pending())
    }
}

fn broken(config: &RelayConfig) -> Intake {
    let queue: Arc<dyn Queue> = Arc::new(Broken);
    Intake::with_queues(config, |_| {
        Ok(DeskQueues {
            intake: Arc::clone(&queue),
            overflow: Arc::clone(&queue),
            desk: Arc::clone(&queue),
        })
    })
    .unwrap()
}

#[test]
fn a_panic_becomes_a_500_that_says_nothing() {
    const INNER: &str = "WAYMARK_TEST_PANIC";
    if std::env::var_os(INNER).is_none() {
        // The panic hook is the process's, so a process of its own shows what it prints.
        let this = std::env::current_exe().unwrap();
        let output = std::process::Command::new(this)
            .args([
                "a_panic_becomes_a_500_that_says_nothing",
                "--exact",
                "--nocapture",
            ])
            .env(INNER, "1")
            .output()
            .unwrap();
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8_lossy(&printed);
        assert!(output.status.success(), "{printed}");
        assert!(printed.contains("PANIC at"), "{printed}");
        assert!(!printed.contains("SENTINEL"), "{printed}");
        return;
    }
    waymark_relay::alarm::quiet_panics();
    let folder = tempfile::tempdir().unwrap();
    let app = server::app(broken(&config(&folder)), server::PATIENCE);
    let relay = Served::start(app, Limits::default());
    for _ in 0..3 {
        let answer = post(relay.address, &support::frame("x")).unwrap();
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (500, "internal")
        );
        assert!(!answer.body.contains("SENTINEL"));
        assert_common(&answer);
    }
}

#[test]
fn a_stop_lets_requests_in_flight_finish() {
    let folder = tempfile::tempdir().unwrap();
    let mut relay = Served::over(&config(&folder));
    let full = request("POST", "/api/v1/reports/demo", "", &support::frame("x"));
    let mut stream = TcpStream::connect(relay.address).unwrap();
    stream.write_all(&full[..20_000]).unwrap();
    // An idle connection doesn't hold the stop up.
    let _idle = TcpStream::connect(relay.address).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    relay.stop();
    std::thread::sleep(Duration::from_millis(200));
    stream.write_all(&full[20_000..]).unwrap();
    assert_eq!(support::answer(&mut stream).unwrap().status, 202);
    let begun = Instant::now();
    relay.ended();
    assert!(begun.elapsed() < Duration::from_secs(20));
    assert!(post(relay.address, &support::frame("y")).is_err());
    assert_eq!(queued(&folder, DESK, "intake"), 1);
}
