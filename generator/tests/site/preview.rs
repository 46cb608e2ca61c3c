//! `waymark serve`: what it answers, and that it follows edits.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::fixture::TestSite;

const PATIENCE: Duration = Duration::from_mins(1);

struct Served {
    child: Child,
    lines: Receiver<String>,
    address: String,
}

impl Served {
    fn start(site: &TestSite) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_waymark"))
            .args(["serve", "--port", "0"])
            .current_dir(site.path(""))
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let (tell, lines) = channel();
        let stderr = BufReader::new(child.stderr.take().expect("piped"));
        std::thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                if tell.send(line).is_err() {
                    return;
                }
            }
        });
        let mut served = Self {
            child,
            lines,
            address: String::new(),
        };
        let line = served.line("http://");
        let address = line
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split('/').next());
        address.expect("an address").clone_into(&mut served.address);
        served
    }

    /// The next line that holds `words`.
    fn line(&self, words: &str) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let line = self
                .lines
                .recv_timeout(left)
                .unwrap_or_else(|_| panic!("no line with {words:?}"));
            if line.contains(words) {
                return line;
            }
        }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("connected");
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself, which the test then says.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn pages_are_answered_as_a_careful_host_would() {
    let site = TestSite::new();
    let served = Served::start(&site);
    let page = served.get("/en/guide/first.html");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(
        page.contains("content-security-policy: default-src 'none';"),
        "{page}"
    );
    assert!(page.contains("frame-ancestors 'none'"), "{page}");
    assert!(page.contains("x-content-type-options: nosniff"), "{page}");
    assert!(served.get("/").contains("English"));
    assert!(served.get("/fr/").contains("Guide de terrain"));
    let lost = served.get("/en/guide/none.html");
    assert!(
        lost.starts_with("HTTP/1.1 404") && lost.contains("href=\"/en/index.html\""),
        "{lost}"
    );
    assert!(served.get("/../site.toml").starts_with("HTTP/1.1 404"));
    assert!(
        served
            .get("/en/%2e%2e/%2e%2e/content/site.toml")
            .starts_with("HTTP/1.1 404")
    );
    assert!(!site.path("public").exists(), "nothing is written");
}

#[test]
fn an_edit_is_shown_and_a_mistake_keeps_the_last_good_page() {
    let site = TestSite::new();
    let served = Served::start(&site);
    assert!(served.get("/en/urgent.html").contains("Call."));
    site.write(
        "content/en/urgent.md",
        "+++\ntitle = \"Urgent help\"\n+++\n\nRing the bell.\n",
    );
    served.line("built again");
    assert!(served.get("/en/urgent.html").contains("Ring the bell."));
    site.write(
        "content/en/urgent.md",
        "+++\ntitle = \"Urgent help\"\n+++\n\n[Gone](gone.md)\n",
    );
    let line = served.line("1 error");
    assert!(line.contains("as it was before"), "{line}");
    assert!(served.get("/en/urgent.html").contains("Ring the bell."));
    site.write(
        "content/en/urgent.md",
        "+++\ntitle = \"Urgent help\"\n+++\n\nMended.\n",
    );
    served.line("built again");
    assert!(served.get("/en/urgent.html").contains("Mended."));
    site.write("theme/templates/parts/pager.html", "<p>My own theme.</p>\n");
    served.line("built again");
    assert!(served.get("/en/urgent.html").contains("My own theme."));
}
