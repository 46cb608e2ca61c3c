//! A host on the loopback address that answers by what the path asks for.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// `/404` answers 404, `/301` moves to `/200`, `/hang` never answers, `/get-only/404` refuses HEAD
/// and answers GET with 404.
pub struct Host {
    port: u16,
    asked: Arc<Mutex<BTreeMap<String, usize>>>,
}

impl Host {
    /// Starts on a free port; it ends with the test's process.
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked: Arc<Mutex<BTreeMap<String, usize>>> = Arc::default();
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let log = Arc::clone(&log);
                thread::spawn(move || answer(&stream, &log));
            }
        });
        Self { port, asked }
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What was asked so far (`HEAD /404`), with counts.
    pub fn asked(&self) -> BTreeMap<String, usize> {
        self.asked.lock().unwrap().clone()
    }
}

fn answer(stream: &TcpStream, log: &Mutex<BTreeMap<String, usize>>) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    // The head must be read to its end before the connection may close.
    while lines.next().is_some_and(|line| !line.is_empty()) {}
    let mut words = first.split(' ');
    let (method, path) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    *log.lock()
        .unwrap()
        .entry(format!("{method} {path}"))
        .or_default() += 1;
    if path == "/hang" {
        // Until the other side has had enough.
        let _ = lines.next();
        return;
    }
    let status = match path.strip_prefix("/get-only/") {
        Some(_) if method == "HEAD" => "405",
        Some(rest) => rest,
        None => path.trim_start_matches('/'),
    };
    let moved = if status.starts_with('3') {
        "Location: /200\r\n"
    } else {
        ""
    };
    let _ = write!(
        &mut &*stream,
        "HTTP/1.1 {status} x\r\n{moved}Content-Length: 0\r\nConnection: close\r\n\r\n"
    );
}
