//! Nothing said: marked requests go through every path of the real program, and the marks are
//! hunted in all that it prints and keeps.

#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::io::Write;
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

use support::{DESK, Relay, exchange, files_below, request};

/// Every mark holds this, in this spelling; no path of the program has a reason to write it.
const MARK: &str = "Sent1nel";

const HEADERS: &str = "\
X-Forwarded-For: 203.0.113.77, Sent1nel-address
X-Real-IP: 203.0.113.78
Forwarded: for=Sent1nel-forwarded
CloudFront-Viewer-Address: 203.0.113.79:4711
User-Agent: Sent1nel-agent/1.0
Cookie: session=Sent1nel-cookie
Accept-Language: x-Sent1nel-language
Referer: https://Sent1nel-referrer.example/page
Origin: https://Sent1nel-origin.example
Authorization: Bearer Sent1nel-token
Content-Type: text/Sent1nel-type
Content-Disposition: attachment; filename=Sent1nel-file
traceparent: 00-5e4715e15e4715e15e4715e15e4715e1-5e4715e15e4715e1-01
X-Amzn-Trace-Id: Root=1-5e4715e1-5e4715e15e4715e15e4715e1
X-Request-Id: Sent1nel-request";

/// What is looked for: the mark as it is and as it would look encoded, and the marked numbers.
fn hunted() -> Vec<Vec<u8>> {
    let mut marks: Vec<String> = [
        MARK,
        "203.0.113.",
        ":4711",
        "5e4715e1",
        // In base64, at each of the three offsets.
        "U2VudDFuZW",
        "NlbnQxbmVs",
        "TZW50MW5lb",
    ]
    .map(str::to_owned)
    .to_vec();
    marks.push(hex::encode(MARK));
    marks
        .iter()
        .map(|mark| mark.to_lowercase().into_bytes())
        .collect()
}

fn hunt(place: &str, bytes: &[u8]) {
    let lower = bytes.to_ascii_lowercase();
    for mark in hunted() {
        // A frame is random bytes: only marks too long to arise by chance count in it.
        if bytes.len() >= 32_768 && mark.len() < 8 {
            continue;
        }
        assert!(
            !lower.windows(mark.len()).any(|window| window == mark),
            "{} found in {place}",
            String::from_utf8_lossy(&mark)
        );
    }
}

fn break_queue(queue: &Path) {
    fs::remove_dir_all(queue.join("tmp")).unwrap();
    fs::write(queue.join("tmp"), b"").unwrap();
}

fn cut_off(address: SocketAddr, part: &[u8]) {
    TcpStream::connect(address)
        .unwrap()
        .write_all(part)
        .unwrap();
}

#[test]
fn marked_requests_leave_no_mark() {
    let folder = tempfile::tempdir().unwrap();
    let relay = Relay::start(
        folder.path(),
        &[
            "--mix-every",
            "1",
            "--frames-per-hour",
            "3",
            "--desk",
            "shut=closed",
        ],
    );
    let address = relay.address;
    let spool = folder.path().join("spool").join(DESK);
    let text = format!("{MARK}-text ").repeat(100);
    let mark = MARK.as_bytes();

    // Ports tell who was connected when; the test's own are as good as a writer's.
    let mut ports = Vec::new();
    let mut statuses = Vec::new();
    let mut send = |target: &str, method: &str, body: &[u8]| {
        let mut stream = TcpStream::connect(address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        ports.push(stream.local_addr().unwrap().port());
        stream
            .write_all(&request(method, target, HEADERS, body))
            .unwrap();
        let answer = support::answer(&mut stream).unwrap();
        hunt(&format!("the answer to {target}"), answer.head.as_bytes());
        hunt(&format!("the answer to {target}"), answer.body.as_bytes());
        statuses.push(answer.status);
        answer.status
    };

    let target = format!("/api/v1/reports/{DESK}?{MARK}=query&x=203.0.113.80");
    // Accepted; after three an hour into the overflow.
    for _ in 0..6 {
        assert_eq!(send(&target, "POST", &support::frame(&text)), 202);
    }
    // Refused, for each of the reasons.
    let good = support::frame(&text);
    let marked = |at: usize, length: usize| {
        let mut body = good.clone();
        body.resize(length, b' ');
        body[at..at + mark.len()].copy_from_slice(mark);
        body
    };
    send(&target, "POST", text.as_bytes());
    send(&target, "POST", &marked(40_000, 50_000));
    for at in [0, 7, 8, 20, 24] {
        send(&target, "POST", &marked(at, 32_768));
    }
    let weak = (60..10_000)
        .map(|at| marked(at, 32_768))
        .find(|frame| !support::holds(frame, DESK))
        .unwrap();
    assert_eq!(send(&target, "POST", &weak), 403);
    send(&format!("/api/v1/reports/{MARK}"), "POST", &good);
    send("/api/v1/reports/shut", "POST", &good);
    send(&format!("/api/v1/reports/{DESK}/{MARK}"), "POST", &good);
    send(&format!("/{MARK}"), "GET", b"");
    send(&format!("/api/v1/{MARK}"), "GET", b"");
    send(&target, "GET", b"");
    send(&target, "DELETE", text.as_bytes());
    send(&target, "OPTIONS", b"");
    send("/api/v1/health?Sent1nel", "GET", b"");
    // Nothing can be stored.
    break_queue(&spool.join("intake"));
    break_queue(&spool.join("overflow"));
    assert_eq!(send(&target, "POST", &support::frame(&text)), 503);

    // Not HTTP, cut off in the middle, headers without end.
    let _ = exchange(address, format!("{MARK} {MARK} {MARK}\r\n\r\n").as_bytes());
    let full = request("POST", &target, HEADERS, &good);
    cut_off(address, &full[..20_000]);
    let endless = format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", MARK.repeat(10_000));
    let _ = exchange(address, endless.as_bytes());
    for status in [202, 400, 403, 404, 405, 409, 410, 413, 503, 204, 200] {
        assert!(statuses.contains(&status), "{status} in {statuses:?}");
    }

    // The mixer runs into the broken queues as well, and says so.
    std::thread::sleep(Duration::from_millis(2_500));
    let printed = relay.printed();
    assert!(printed.contains("ALARM"), "{printed}");
    hunt("stdout and stderr", printed.as_bytes());
    let listening = address.port();
    for port in ports.into_iter().filter(|port| *port != listening) {
        assert!(
            !printed.contains(&format!(":{port}")),
            "{port} in {printed}"
        );
    }

    let mut frames = 0;
    for path in files_below(&folder.path().join("spool")) {
        let name = path.strip_prefix(folder.path()).unwrap();
        hunt("a file's name", name.as_os_str().as_encoded_bytes());
        let bytes = fs::read(&path).unwrap();
        hunt(&path.display().to_string(), &bytes);
        if bytes.len() == 32_768 {
            frames += 1;
            let found = fs::metadata(&path).unwrap();
            assert_eq!(found.mtime() % 86_400, 0, "{}", path.display());
            assert_eq!(found.mtime_nsec(), 0);
        }
    }
    assert_eq!(frames, 6);
}

/// The hunt finds what it hunts: otherwise an empty bag would prove nothing.
#[test]
fn the_hunt_finds_marks() {
    for caught in [
        "xSent1nelx".to_owned(),
        "SENT1NEL".to_owned(),
        hex::encode("Sent1nel"),
        "peer 203.0.113.9".to_owned(),
        "5e4715e1".to_owned(),
    ] {
        let found = std::panic::catch_unwind(|| hunt("here", caught.as_bytes()));
        assert!(found.is_err(), "{caught}");
    }
    hunt("here", b"nothing of the kind");
}
