//! The files of `infra/server`: the front servers pass on what the relay needs and nothing of the
//! writer, and the service's unit is valid and tight.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::binaries::{binary, root};
use crate::faults::Relay;
use crate::hosted::{Process, Site};
use crate::post::{DESK, frame, report};

/// Stands in whatever a writer's browser and network say of them.
const MARK: &str = "SENTINEL-77ab";

fn file(name: &str) -> String {
    fs::read_to_string(root().join("infra/server").join(name)).unwrap()
}

/// Replaces what must be there.
fn with(text: &str, replacements: &[(&str, &str)]) -> String {
    let mut text = text.to_owned();
    for (old, new) in replacements {
        assert!(text.contains(old), "{old} isn't there any more");
        text = text.replace(old, new);
    }
    text
}

/// Takes one request after another, answers each, and hands them over as they came.
fn upstream() -> (SocketAddr, Receiver<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (out, requests) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut bytes = Vec::new();
            let mut chunk = [0; 4_096];
            while !whole(&bytes) {
                let read = stream.read(&mut chunk).unwrap();
                assert!(read > 0, "a request ended early");
                bytes.extend(&chunk[..read]);
            }
            stream
                .write_all(b"HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n{}")
                .unwrap();
            if out.send(bytes).is_err() {
                return;
            }
        }
    });
    (address, requests)
}

fn whole(bytes: &[u8]) -> bool {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
        return false;
    };
    let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .map_or(0, |length| length.parse().unwrap());
    bytes.len() >= end + 4 + length
}

/// Posts a body with everything that a browser, a proxy and a tracer might say; the answer.
fn post(server: &Process, body: &[u8]) -> String {
    let head = format!(
        "POST /api/v1/reports/{DESK}?who={MARK} HTTP/1.1\r\nHost: {MARK}.example\r\nUser-Agent: {MARK}\r\n\
         Accept-Language: {MARK}\r\nCookie: a={MARK}\r\nReferer: https://{MARK}/\r\nOrigin: https://{MARK}\r\n\
         X-Amzn-Trace-Id: Root={MARK}\r\ntraceparent: {MARK}\r\nX-Forwarded-For: {MARK}\r\nForwarded: for={MARK}\r\n\
         X-Real-IP: {MARK}\r\nVia: {MARK}\r\nX-Any: {MARK}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    String::from_utf8(server.send(&[head.as_bytes(), body].concat())).unwrap()
}

/// Starts a front server over a relay at `relay`.
type Start = fn(&Site, SocketAddr) -> Process;

fn nginx(site: &Site, relay: SocketAddr) -> Process {
    Process::nginx(site, |folder, socket| {
        let rules = folder.join("waymark.conf");
        let conf = with(
            &file("nginx.conf"),
            &[
                ("listen 443 ssl;", &format!("listen unix:{socket};")),
                ("    listen [::]:443 ssl;\n", ""),
                ("    ssl_", "    #ssl_"),
                ("127.0.0.1:8080", &relay.to_string()),
                ("/srv/www/guidance", site.www().to_str().unwrap()),
                ("snippets/waymark.conf", rules.to_str().unwrap()),
                (
                    "    listen 80;\n    listen [::]:80;\n",
                    &format!("    listen unix:{socket}80;\n"),
                ),
            ],
        );
        fs::write(rules, &site.nginx).unwrap();
        conf
    })
}

fn caddy(site: &Site, relay: SocketAddr) -> Process {
    Process::caddy(site, |folder, socket| {
        fs::write(folder.join("waymark.caddy"), &site.caddy).unwrap();
        with(
            &file("Caddyfile"),
            &[
                (
                    "{\n\t# Neither",
                    "{\n\tadmin off\n\tauto_https off\n\t# Neither",
                ),
                (
                    "guidance.example {",
                    &format!("http:// {{\n\tbind unix/{socket}"),
                ),
                ("127.0.0.1:8080", &relay.to_string()),
                ("/srv/www/guidance", site.www().to_str().unwrap()),
            ],
        )
    })
}

#[test]
fn front_servers_pass_on_the_message_and_nothing_of_the_writer() {
    let site = Site::small();
    let servers: [Start; 2] = [nginx, caddy];
    for start in servers {
        let (address, requests) = upstream();
        let server = start(&site, address);
        let body = vec![0xa5; 32_768];
        let answer = post(&server, &body);
        assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
        assert_eq!(
            answer
                .to_ascii_lowercase()
                .matches("cache-control:")
                .count(),
            1,
            "{answer}"
        );
        let request = requests.recv_timeout(Duration::from_secs(20)).unwrap();
        let end = request
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap();
        let head = String::from_utf8(request[..end].to_vec()).unwrap();
        assert_eq!(request[end + 4..], body);
        assert!(!head.contains(MARK), "{head}");
        assert!(
            head.starts_with(&format!("POST /api/v1/reports/{DESK} HTTP/1.1\r\n")),
            "{head}"
        );
        let mut names: Vec<_> = head
            .lines()
            .skip(1)
            .map(|line| line.split_once(':').unwrap().0.to_ascii_lowercase())
            // What Go's client says of itself, the same for everybody.
            .filter(|name| !["user-agent", "accept-encoding"].contains(&name.as_str()))
            .collect();
        names.sort();
        assert_eq!(names, ["content-length", "host"], "{head}");
        server.assert_nothing_kept(&[MARK]);
    }
}

#[test]
fn through_a_front_server_a_report_is_stored_and_a_refusal_says_why() {
    let site = Site::small();
    let servers: [Start; 2] = [nginx, caddy];
    for start in servers {
        let folder = tempfile::tempdir().unwrap();
        let relay = Relay::start(folder.path());
        let key = age::x25519::Identity::generate().to_public().to_string();
        let server = start(&site, relay.address);
        let frame = frame(&report("through the front", false), &key).unwrap();
        assert!(post(&server, &frame).starts_with("HTTP/1.1 202"));
        let mut weak = frame.clone();
        weak.truncate(100);
        let refused = post(&server, &weak);
        assert!(
            refused.contains("urn:waymark:problem:wrong-size"),
            "{refused}"
        );
        let long = post(&server, &vec![0; 200_000]);
        assert!(
            long.starts_with("HTTP/1.1 413") && long.contains("urn:waymark:problem:wrong-size"),
            "{long}"
        );
        server.assert_nothing_kept(&[MARK]);
    }
}

#[test]
fn the_unit_is_valid_and_tight() {
    let folder = tempfile::tempdir().unwrap();
    let unit = folder.path().join("waymark-relay.service");
    let program = binary("waymark-relay");
    let text = with(
        &file("waymark-relay.service"),
        &[("/usr/local/bin/waymark-relay", program.to_str().unwrap())],
    );
    fs::write(&unit, text).unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new("systemd-analyze")
            .args(arguments)
            .arg(&unit)
            .output()
            .expect("systemd-analyze can't be started: use tests/run");
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    };
    let (valid, said) = run(&["verify", "--man=no"]);
    assert!(valid && said.is_empty(), "{said}");
    // Exposure in tenths, of 100; without any of the unit's limits it is 96.
    let (tight, said) = run(&["security", "--offline=true", "--threshold=10", "--no-pager"]);
    assert!(tight, "{said}");
}

#[test]
fn the_relay_reads_the_configuration_that_is_shipped() {
    let folder = tempfile::tempdir().unwrap();
    let spool = folder.path().join("spool");
    let path = folder.path().join("relay.toml");
    let text = with(
        &file("relay.toml"),
        &[("/var/lib/waymark/spool", spool.to_str().unwrap())],
    );
    fs::write(&path, text).unwrap();
    let mixed = Command::new(binary("waymark-relay"))
        .args(["mix", "--config"])
        .arg(&path)
        .status()
        .unwrap();
    assert!(mixed.success());
    assert!(spool.join("example/desk/new").is_dir());
}
