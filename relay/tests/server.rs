//! The relay over HTTP: what it accepts, what it refuses and how it says so.

#![allow(clippy::unwrap_used)]

mod served;
mod support;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use waymark_relay::clock::{Clock, Day};
use waymark_relay::envelope;
use waymark_relay::frame;

use served::{Served, assert_common, config, queued};
use support::{BITS, DESK, INSTANCE, exchange, files_in, post, request};

#[test]
fn a_good_frame_is_in_the_spool_before_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let relay = Served::over(&config(&folder));
    let frame = support::frame("x");
    let answer = post(relay.address, &frame).unwrap();
    assert_eq!(answer.status, 202);
    assert_eq!(answer.body, r#"{"status":"queued"}"#);
    assert!(answer.head.contains("content-type: application/json"));
    assert_common(&answer);
    let files = files_in(&folder.path().join("spool/demo/intake/new"));
    assert_eq!(files.len(), 1);
    assert_eq!(fs::read(&files[0]).unwrap(), frame);
}

#[test]
fn reports_of_one_to_thirty_thousand_bytes_are_frames_of_one_size() {
    let folder = tempfile::tempdir().unwrap();
    let relay = Served::over(&config(&folder));
    let mut sizes = std::collections::BTreeSet::new();
    for unit in ["x", "й", "😀", "\n"] {
        for bytes in [1, 100, 10_000, 15_000] {
            let frame = support::frame(&unit.repeat(bytes / unit.len() + 1));
            sizes.insert(frame.len());
            assert_eq!(post(relay.address, &frame).unwrap().status, 202);
        }
    }
    let frame = support::frame(&"x".repeat(30_000));
    sizes.insert(frame.len());
    assert_eq!(post(relay.address, &frame).unwrap().status, 202);
    assert_eq!(sizes.into_iter().collect::<Vec<_>>(), [frame::LENGTH]);
}

#[test]
fn each_refusal_has_its_type_and_nothing_is_queued() {
    let folder = tempfile::tempdir().unwrap();
    let relay = Served::over(&config(&folder));
    let good = support::frame("x");
    let edited = |at: usize, value: u8| {
        let mut frame = good.clone();
        frame[at] = value;
        frame
    };
    // A nonce near by that is worth too little for any of the desks.
    let weak = {
        let mut frame = good.clone();
        while [DESK, "open"]
            .iter()
            .any(|desk| support::holds(&frame, desk))
        {
            frame[19] = frame[19].wrapping_add(1);
        }
        frame
    };
    let mut long = good.clone();
    long.push(0);
    let cases: [(&str, Vec<u8>, u16, &str); 15] = [
        (DESK, Vec::new(), 400, "wrong-size"),
        (DESK, good[..good.len() - 1].to_vec(), 400, "wrong-size"),
        (DESK, long, 413, "wrong-size"),
        (DESK, vec![0; 900_000], 413, "wrong-size"),
        (DESK, edited(0, b'w'), 400, "wrong-magic"),
        (DESK, edited(7, 2), 400, "wrong-version"),
        (DESK, edited(20, 1), 400, "wrong-length"),
        (DESK, edited(24, b'A'), 400, "not-an-envelope"),
        ("nobody", good.clone(), 404, "unknown-desk"),
        ("..%2F..%2Fetc", good.clone(), 404, "unknown-desk"),
        ("%ff%fe", good.clone(), 404, "unknown-desk"),
        ("paused", good.clone(), 409, "desk-paused"),
        ("closed", good.clone(), 410, "desk-closed"),
        (DESK, weak.clone(), 403, "weak-stamp"),
        ("open", weak, 403, "weak-stamp"),
    ];
    for (desk, body, status, problem) in cases {
        let answer = relay.post_to(desk, &body);
        assert_eq!(answer.problem(), problem, "{desk}: {}", answer.body);
        assert_eq!(answer.status, status);
        assert!(
            answer
                .head
                .contains("content-type: application/problem+json")
        );
        assert_common(&answer);
        let body: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(body["status"], status);
        if problem == "weak-stamp" {
            assert_eq!(body["bits"], BITS);
        }
    }
    assert_eq!(queued(&folder, DESK, "intake"), 0);
    assert_eq!(queued(&folder, DESK, "overflow"), 0);
}

#[test]
fn the_day_may_be_off_by_one_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = config(&folder);
    let day = Day(20_780);
    config.clock = Clock::from_fn(move || day.start() + Duration::from_secs(86_399));
    let relay = Served::over(&config);
    let report = support::report("x");
    let age = envelope::seal(&report.to_padded().unwrap(), &support::recipients()).unwrap();
    let post_day = |day: u32| {
        let frame = envelope::stamp_and_frame(&age, DESK, INSTANCE, Day(day), BITS).unwrap();
        post(relay.address, &frame).unwrap()
    };
    for day in [20_779, 20_780, 20_781] {
        assert_eq!(post_day(day).status, 202);
    }
    for day in [0, 20_778, 20_782, u32::MAX] {
        let answer = post_day(day);
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (409, "wrong-day")
        );
        let body: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(body["day"], 20_780);
        // What the browser does with it: the same age file, stamped again.
        let again = u32::try_from(body["day"].as_u64().unwrap()).unwrap();
        assert_eq!(post_day(again).status, 202);
    }
}

#[test]
fn other_addresses_and_methods() {
    let folder = tempfile::tempdir().unwrap();
    let relay = Served::over(&config(&folder));
    let ask = |method: &str, target: &str| {
        let headers = "Origin: null\nAccess-Control-Request-Method: POST";
        exchange(relay.address, &request(method, target, headers, b"")).unwrap()
    };
    let health = ask("GET", "/api/v1/health");
    assert_eq!(
        (health.status, health.body.as_str()),
        (200, r#"{"status":"ok"}"#)
    );
    assert_common(&health);
    for target in [
        "/api/v1/health",
        "/api/v1/reports/demo",
        "/api/v1/reports/x",
    ] {
        let preflight = ask("OPTIONS", target);
        assert_eq!(preflight.status, 204);
        assert!(
            preflight
                .head
                .contains("access-control-allow-methods: post")
        );
        assert_common(&preflight);
    }
    for (method, target, status, problem) in [
        ("GET", "/api/v1/reports/demo", 405, "wrong-method"),
        ("DELETE", "/api/v1/reports/demo", 405, "wrong-method"),
        ("POST", "/api/v1/health", 405, "wrong-method"),
        ("GET", "/api/v1/nothing", 404, "not-found"),
        ("POST", "/api/v1/reports", 404, "not-found"),
        ("POST", "/api/v1/reports/demo/x", 404, "not-found"),
    ] {
        let answer = ask(method, target);
        assert_eq!(answer.status, status, "{method} {target}");
        assert_eq!(answer.problem(), problem);
        assert_common(&answer);
    }
}

#[test]
fn expect_and_chunks_are_no_surprise() {
    let folder = tempfile::tempdir().unwrap();
    let relay = Served::over(&config(&folder));
    let frame = support::frame("x");

    let mut stream = TcpStream::connect(relay.address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    let head = format!(
        "POST /api/v1/reports/{DESK} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: {}\r\n\r\n",
        frame.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(&frame).unwrap();
    assert_eq!(support::answer(&mut stream).unwrap().status, 202);

    let mut chunked = format!(
        "POST /api/v1/reports/{DESK} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    .into_bytes();
    for chunk in frame.chunks(10_000) {
        chunked.extend(format!("{:x}\r\n", chunk.len()).as_bytes());
        chunked.extend(chunk);
        chunked.extend(b"\r\n");
    }
    chunked.extend(b"0\r\n\r\n");
    assert_eq!(exchange(relay.address, &chunked).unwrap().status, 202);
}
