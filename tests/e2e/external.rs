//! Links to other sites are asked for on demand, politely, and never otherwise.

use std::net::{Ipv4Addr, TcpListener};

use crate::example::{Example, said};
use crate::loopback::Host;

fn told(example: &Example, arguments: &[&str]) -> Vec<(String, String)> {
    let all = [&["check", "--format", "json"], arguments].concat();
    let output = example.waymark(&all);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let told = report["diagnostics"].as_array().unwrap().iter();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    told.map(|told| {
        (
            text(&told["code"]),
            format!("{} {}", text(&told["message"]), text(&told["help"])),
        )
    })
    .collect()
}

#[test]
fn each_address_is_asked_once_and_only_when_told_to() {
    let host = Host::start();
    // A port that nobody listens on: taken, and given back.
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let refused = format!("http://127.0.0.1:{free}/");
    let paths = [
        "/200",
        "/404",
        "/410",
        "/301",
        "/302",
        "/503",
        "/403",
        "/get-only/200",
        "/get-only/404",
        "/hang",
    ];
    let links = paths.map(|path| format!("- a [link]({})\n", host.url(path)));
    let links = links.concat();
    let example = Example::new();
    example.write(
        "content/en/index.md",
        format!("{links}- a [link]({refused})\n- [mail](mailto:a@example.org)\n"),
    );
    // The same address again, with a place in it, which isn't sent.
    example.write(
        "content/en/more.md",
        format!("[again]({}#part)\n", host.url("/404")),
    );

    assert_eq!(told(&example, &[]), []);
    assert!(
        host.asked().is_empty(),
        "nothing is fetched without the flag"
    );

    let told = told(&example, &["--external", "--timeout", "1"]);
    let of = |path: &str| {
        let url = host.url(path);
        let mut of = told
            .iter()
            .filter(|(_, text)| text.contains(&format!("{url} ")));
        of.next().map(|(code, _)| code.as_str())
    };
    for (path, code) in [
        ("/200", None),
        ("/302", None),
        ("/get-only/200", None),
        ("/404", Some("external-link")),
        ("/410", Some("external-link")),
        ("/get-only/404", Some("external-link")),
        ("/301", Some("external-moved")),
        ("/503", Some("external-unreachable")),
        ("/403", Some("external-unreachable")),
        ("/hang", Some("external-unreachable")),
    ] {
        assert_eq!(of(path), code, "{path} in {told:#?}");
    }
    assert_eq!(told.len(), 8, "{told:#?}");
    let text = |part: &str| told.iter().any(|(_, text)| text.contains(part));
    assert!(text(&format!("Write {}", host.url("/200"))), "{told:#?}");
    assert!(
        text("no answer in time")
            && text(&refused)
            && text("It also stands in content/en/more.md:5."),
        "{told:#?}"
    );

    let asked = host.asked();
    assert_eq!(asked["HEAD /404"], 1);
    assert_eq!(asked["HEAD /410"], 1);
    assert!(!asked.contains_key("GET /301"), "HEAD is enough: {asked:?}");
}

#[test]
fn what_needs_tls_is_not_passed_over_in_silence() {
    if waymark::external::HAS_TLS {
        return;
    }
    let example = Example::new();
    example.write("content/en/index.md", "[x](https://127.0.0.1:1/)\n");
    let output = example.waymark(&["check", "--external"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(
        said(&output).contains("--features external-https"),
        "{}",
        said(&output)
    );
}
