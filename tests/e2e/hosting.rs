//! The rules that `waymark headers` prints, in the servers that they are for: each answer carries
//! what the generator says, and nothing of a visit is written down.

use std::fs;

use crate::hosted::{Process, Site};

/// Stands in what a visitor sends; no server may have kept it.
const MARK: &str = "SENTINEL-5d1f";
const ADDRESS: &str = "203.0.113.80";

fn nginx(site: &Site) -> Process {
    Process::nginx(site, |folder, socket| {
        let rules = folder.join("waymark.conf");
        fs::write(&rules, &site.nginx).unwrap();
        let (rules, www) = (rules.display(), site.www());
        let www = www.display();
        format!("server {{\n listen unix:{socket};\n root {www};\n include {rules};\n}}")
    })
}

fn caddy(site: &Site) -> Process {
    Process::caddy(site, |folder, socket| {
        fs::write(folder.join("waymark.caddy"), &site.caddy).unwrap();
        let www = site.www();
        let www = www.display();
        format!(
            "{{\n admin off\n auto_https off\n log {{\n  exclude http.log.error\n }}\n}}\n\
             http:// {{\n bind unix/{socket}\n root * {www}\n file_server\n import waymark.caddy\n}}\n"
        )
    })
}

/// Files of every kind: all that aren't pages or shards, and some of those.
fn samples(site: &Site) -> Vec<String> {
    let root = site.www().join(site.base);
    let mut seen = 0;
    walkdir::WalkDir::new(&root)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.is_file())
        .map(|path| {
            path.strip_prefix(&root)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        })
        .filter(|path| path != ".waymark")
        .filter(|path| {
            seen += 1;
            path.starts_with("assets/") || !path.contains('-') || seen % 40 == 0
        })
        .collect()
}

/// Status, headers with names in lower case, body.
fn get(server: &Process, path: &str) -> (u16, Vec<(String, String)>, Vec<u8>) {
    let bytes = server.send(
        format!(
            "GET /{path}?{MARK} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: {MARK}\r\nReferer: https://{MARK}.example/\r\n\
             X-Forwarded-For: {ADDRESS}\r\nConnection: close\r\n\r\n"
        )
        .as_bytes(),
    );
    let end = bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap();
    let head = std::str::from_utf8(&bytes[..end]).unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap();
    let status = status.parse().unwrap();
    let headers = lines
        .map(|line| line.split_once(": ").unwrap())
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    (status, headers, bytes[end + 4..].to_vec())
}

/// Each header that the generator names is there, once, with its value.
fn assert_headers(site: &Site, path: &str, headers: &[(String, String)]) {
    for (name, value) in site.hosting.headers(path) {
        let sent: Vec<_> = headers.iter().filter(|(sent, _)| sent == name).collect();
        let right = matches!(sent[..], [(_, sent)] if sent == value);
        assert!(right, "{path}: {name}: {value} is {sent:?}");
    }
}

fn assert_all(site: &Site, server: &Process) {
    let base = site.base;
    let read = |path: &str| fs::read(site.www().join(base).join(path)).unwrap();
    let samples = samples(site);
    assert!(samples.iter().any(|path| path.starts_with("assets/")));
    assert!(samples.iter().any(|path| path == "search/en.js"));
    for path in &samples {
        let (status, headers, body) = get(server, &format!("{base}{path}"));
        assert_eq!(status, 200, "{path}");
        assert!(body == read(path), "{path} has other bytes");
        assert_headers(site, path, &headers);
    }
    for (folder, page) in [("", "index.html"), ("en/", "en/index.html")] {
        let (status, headers, body) = get(server, &format!("{base}{folder}"));
        assert_eq!(status, 200);
        assert!(body == read(page), "{page} has other bytes");
        assert_headers(site, page, &headers);
    }
    // Also below the folders whose files are kept: what isn't there may be there tomorrow.
    for path in [
        "nothing",
        "assets/nothing.0123abcd.css",
        "search/en-core-000000.js",
    ] {
        let (status, headers, body) = get(server, &format!("{base}{path}"));
        assert_eq!(status, 404, "{path}");
        assert!(body == read("404.html"), "{path}");
        assert_headers(site, "404.html", &headers);
    }
    let (status, headers, _) = get(server, &format!("{base}en"));
    assert!((300..400).contains(&status), "{status}");
    let (_, to) = headers.iter().find(|(name, _)| name == "location").unwrap();
    assert!(
        to.starts_with(&format!("/{base}en/")) || to.starts_with("en/"),
        "{to}"
    );
}

#[test]
fn nginx_and_caddy_send_what_the_generator_says_and_keep_nothing() {
    for site in [Site::real(), Site::in_a_folder()] {
        for start in [nginx, caddy] {
            let server = start(&site);
            assert_all(&site, &server);
            server.assert_nothing_kept(&[MARK, ADDRESS]);
        }
    }
}

/// Without the rules a server does write visits down: the hunt above can find something.
#[test]
fn the_hunt_finds_what_a_server_keeps() {
    let mut site = Site::in_a_folder();
    let quiet = |line: &&str| !line.contains("_log ");
    site.nginx = site
        .nginx
        .lines()
        .filter(quiet)
        .collect::<Vec<_>>()
        .join("\n");
    let server = nginx(&site);
    assert_eq!(get(&server, "guidance/nothing").0, 404);
    // The line is written after the answer.
    let mut patience = 1_000;
    while !server.wrote("access.log").contains(MARK) {
        patience -= 1;
        assert!(patience > 0, "{}", server.wrote("access.log"));
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}
