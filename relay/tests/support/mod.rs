//! What the relay's tests share: frames, the real program, and a client that sends raw bytes.

// Each test target uses its own part.
#![allow(dead_code)]

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Map;
use waymark_relay::clock::{Clock, Day};
use waymark_relay::envelope::{self, Recipients};
use waymark_relay::frame::{Frame, Inner};
use waymark_relay::plaintext::{Answers, Report};
use waymark_relay::stamp::Stamp;

pub const INSTANCE: &str = "test";
pub const DESK: &str = "demo";
/// Few bits, so that tests make hundreds of frames quickly.
pub const BITS: u32 = 6;

pub fn today() -> Day {
    Clock::system().today()
}

pub fn report(what: &str) -> Report {
    Report {
        v: 1,
        id: Report::new_id().unwrap(),
        instance: INSTANCE.into(),
        desk: DESK.into(),
        lang: "en".into(),
        answers: Answers {
            what: what.into(),
            ..Answers::default()
        },
        receipt: None,
        more: Map::new(),
    }
}

pub fn recipients() -> Recipients {
    let key = age::x25519::Identity::generate().to_public();
    Recipients::parse(&[key.to_string()]).unwrap()
}

/// A frame that a relay accepts today.
pub fn frame(what: &str) -> Vec<u8> {
    envelope::seal_report(&report(what), &recipients(), today(), BITS).unwrap()
}

/// `count` frames of as many reports.
pub fn frames(count: usize) -> Vec<Vec<u8>> {
    let recipients = recipients();
    (0..count)
        .map(|n| {
            let report = report(&format!("report {n}"));
            envelope::seal_report(&report, &recipients, today(), BITS).unwrap()
        })
        .collect()
}

/// Whether the frame's stamp holds for a desk. A frame damaged anywhere in its age file or nonce
/// passes one time in 2^`BITS`: a test of weak stamps looks for one that doesn't.
pub fn holds(frame: &[u8], desk: &str) -> bool {
    let parsed = Frame::parse(frame).unwrap();
    let stamp = Stamp {
        inner: parsed.inner(),
        desk,
        instance: INSTANCE,
        day: parsed.day,
    };
    stamp.holds(parsed.nonce, BITS)
}

pub fn inner(frame: &[u8]) -> Inner {
    Frame::parse(frame).unwrap().inner()
}

/// The inner names of all frames in a folder of a spool.
pub fn inners_in(folder: &Path) -> Vec<Inner> {
    files_in(folder)
        .iter()
        .map(|path| inner(&fs::read(path).unwrap()))
        .collect()
}

pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).map_or_else(
        |_| Vec::new(),
        |entries| entries.map(|entry| entry.unwrap().path()).collect(),
    )
}

/// All files below a folder.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in files_in(folder) {
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files
}

/// `waymark-relay serve` as a process of its own.
pub struct Relay {
    pub child: Child,
    pub address: SocketAddr,
    folder: PathBuf,
}

impl Relay {
    /// Starts the program with its spool and its output in `folder`, on a free port.
    pub fn start(folder: &Path, more: &[&str]) -> Self {
        let stdout = folder.join("stdout");
        let before = fs::read_to_string(&stdout).unwrap_or_default().len();
        let child = relay_command(folder, "serve")
            .args(["--listen", "127.0.0.1:0", "--stamp-bits", &BITS.to_string()])
            .args(more)
            .stdout(append(&stdout))
            .stderr(append(&folder.join("stderr")))
            .spawn()
            .unwrap();
        let patience = Instant::now();
        let address = loop {
            let text = fs::read_to_string(&stdout).unwrap_or_default();
            let line = text[before..].lines().next().unwrap_or_default().to_owned();
            if let Some((_, address)) = line.split_once("http://")
                && text.ends_with('\n')
            {
                break address.parse().unwrap();
            }
            assert!(
                patience.elapsed() < Duration::from_secs(20),
                "the relay didn't start: {}",
                fs::read_to_string(folder.join("stderr")).unwrap_or_default()
            );
            std::thread::sleep(Duration::from_millis(5));
        };
        Self {
            child,
            address,
            folder: folder.to_owned(),
        }
    }

    /// SIGKILL: nothing of the program runs after it.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// SIGTERM, and its exit status.
    pub fn terminate(&mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .unwrap()
                .success()
        );
        self.child.wait().unwrap().code()
    }

    pub fn printed(&self) -> String {
        ["stdout", "stderr"]
            .map(|name| fs::read_to_string(self.folder.join(name)).unwrap_or_default())
            .concat()
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The program with the flags that every command needs.
pub fn relay_command(folder: &Path, command: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_waymark-relay"));
    program
        .arg(command)
        .args(["--instance", INSTANCE, "--desk", DESK, "--spool"])
        .arg(folder.join("spool"))
        .stdin(Stdio::null());
    program
}

/// Runs the mixer once; its exit status.
pub fn mix(folder: &Path, more: &[&str]) -> Option<i32> {
    relay_command(folder, "mix")
        .args(more)
        .stdout(append(&folder.join("stdout")))
        .stderr(append(&folder.join("stderr")))
        .status()
        .unwrap()
        .code()
}

pub fn append(path: &Path) -> File {
    File::options()
        .append(true)
        .create(true)
        .open(path)
        .unwrap()
}

/// An answer of the relay's.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn problem(&self) -> String {
        let body: serde_json::Value = serde_json::from_str(&self.body).unwrap();
        let name = body["type"].as_str().unwrap();
        name.strip_prefix("urn:waymark:problem:")
            .unwrap()
            .to_owned()
    }
}

/// Sends bytes as they are and reads until the relay closes or `Content-Length` is there.
pub fn exchange(address: SocketAddr, request: &[u8]) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.set_write_timeout(Some(Duration::from_secs(20)))?;
    stream.write_all(request)?;
    answer(&mut stream)
}

/// Reads one answer.
pub fn answer(stream: &mut TcpStream) -> io::Result<Answer> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4_096];
    loop {
        if let Some(answer) = parse(&bytes) {
            return Ok(answer);
        }
        let read = stream.read(&mut chunk)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes.extend_from_slice(&chunk[..read]);
    }
}

fn parse(bytes: &[u8]) -> Option<Answer> {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status: u16 = head.split(' ').nth(1)?.parse().ok()?;
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .map_or(0, |(_, value)| value.trim().parse().unwrap());
    (body.len() >= length).then(|| Answer {
        status,
        head: head.to_ascii_lowercase(),
        body: body[..length].to_owned(),
    })
}

/// A request with headers, one a line.
pub fn request(method: &str, target: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!(
        "{method} {target} HTTP/1.1\r\nHost: relay\r\nContent-Length: {}\r\n",
        body.len()
    )
    .into_bytes();
    for line in headers.lines() {
        bytes.extend(line.as_bytes());
        bytes.extend(b"\r\n");
    }
    bytes.extend(b"\r\n");
    bytes.extend(body);
    bytes
}

/// Posts a frame to the test desk.
pub fn post(address: SocketAddr, frame: &[u8]) -> io::Result<Answer> {
    let target = format!("/api/v1/reports/{DESK}");
    exchange(address, &request("POST", &target, "", frame))
}
