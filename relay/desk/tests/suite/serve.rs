//! `serve` of the real binary, over a real socket.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use serde_json::{Value, json};

use crate::harness::{Desk, PASSPHRASE, report};

struct Served {
    child: Child,
    authority: String,
    link: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    fn start(desk: &Desk) -> Self {
        let mut child = desk
            .command(&["serve"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let url = loop {
            let line = lines.next().unwrap().unwrap();
            if let Some(url) = line.trim().strip_prefix("http://") {
                break url.to_owned();
            }
        };
        // Read on, or the program would block on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let (authority, link) = url.split_once("/#").unwrap();
        Self {
            child,
            authority: authority.to_owned(),
            link: link.to_owned(),
        }
    }

    /// A request as bytes; the answer's status and body.
    fn call(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.authority).unwrap();
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n",
            body.len()
        );
        for (name, value) in headers {
            request = request + name + ": " + value + "\r\n";
        }
        write!(stream, "{request}\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        let body = answer
            .split_once("\r\n\r\n")
            .map_or("", |(_, body)| body)
            .to_owned();
        (status, body)
    }
}

#[test]
fn a_rebound_name_gets_nothing_and_the_page_gets_everything() {
    let desk = Desk::new();
    desk.put(&desk.frame(&report(1, &json!({"what": "over the socket"}))));
    let served = Served::start(&desk);
    assert!(served.authority.starts_with("127.0.0.1:"));
    let port = served.authority.rsplit(':').next().unwrap();

    // A page on http://evil.example:PORT whose name now points to 127.0.0.1.
    let evil = format!("evil.example:{port}");
    let evil_origin = format!("http://{evil}");
    let link = json!({ "link": served.link }).to_string();
    let rebound = [("Host", evil.as_str()), ("Origin", evil_origin.as_str())];
    assert_eq!(served.call("GET", "/", &rebound[..1], "").0, 421);
    assert_eq!(served.call("POST", "/api/session", &rebound, &link).0, 421);

    let origin = format!("http://{}", served.authority);
    let own = [
        ("Host", served.authority.as_str()),
        ("Origin", origin.as_str()),
    ];
    let (status, page) = served.call("GET", "/", &own[..1], "");
    assert!(status == 200 && page.contains("/inbox.js"));
    let (status, answer) = served.call("POST", "/api/session", &own, &link);
    assert_eq!(status, 200, "{answer}");
    let token = serde_json::from_str::<Value>(&answer).unwrap()["token"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        served.call("POST", "/api/session", &own, &link).0,
        401,
        "the link was used"
    );

    let with = [own[0], own[1], ("X-Waymark-Token", token.as_str())];
    let unlock = json!({ "passphrase": PASSPHRASE }).to_string();
    assert_eq!(served.call("POST", "/api/unlock", &with, &unlock).0, 200);
    served.call("POST", "/api/fetch", &with, "{}");
    let fetched = (0..200).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        served
            .call("GET", "/api/fetch", &with, "")
            .1
            .contains("\"running\":false")
    });
    assert!(fetched);
    let (_, listed) = served.call("GET", "/api/reports", &with, "");
    let listed: Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(listed["reports"].as_array().unwrap().len(), 1);
    // The same token from the rebound name: nothing.
    let stolen = [rebound[0], rebound[1], with[2]];
    assert_eq!(served.call("GET", "/api/reports", &stolen, "").0, 421);
}
