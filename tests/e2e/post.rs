//! A client of the relay: frames like the browser's, sent over a plain socket.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use waymark_relay::clock::Clock;
use waymark_relay::envelope::{self, EnvelopeError, Recipients};
use waymark_relay::plaintext::{Answers, Receipt, Report, VERSION};

/// What the tests' relay and desk agree on.
pub const INSTANCE: &str = "test-instance";
/// The desk that the tests write to.
pub const DESK: &str = "demo";
/// Cheap: the tests don't measure the stamp.
pub const STAMP_BITS: u32 = 8;

/// A report with `what` as its only answer.
pub fn report(what: &str, receipt: bool) -> Report {
    let key = "A".repeat(43);
    Report {
        v: VERSION,
        id: Report::new_id().unwrap(),
        instance: INSTANCE.into(),
        desk: DESK.into(),
        lang: "en".into(),
        answers: Answers {
            what: what.into(),
            ..Answers::default()
        },
        receipt: receipt.then(|| Receipt {
            reply: key.clone(),
            thread: key,
        }),
        more: serde_json::Map::new(),
    }
}

/// The frame that carries a report today.
pub fn frame(report: &Report, recipient: &str) -> Result<Vec<u8>, EnvelopeError> {
    let recipients = Recipients::parse(&[recipient]).unwrap();
    envelope::seal_report(report, &recipients, Clock::system().today(), STAMP_BITS)
}

/// Posts a frame; gives the status and the body, or an error when no whole answer came.
pub fn post(relay: SocketAddr, frame: &[u8]) -> io::Result<(u16, String)> {
    let mut stream = TcpStream::connect_timeout(&relay, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    write!(
        stream,
        "POST /api/v1/reports/{DESK} HTTP/1.1\r\nHost: {relay}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        frame.len()
    )?;
    stream.write_all(frame)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let status = answer
        .strip_prefix("HTTP/1.1 ")
        .and_then(|rest| rest.get(..3))
        .and_then(|status| status.parse().ok())
        .ok_or_else(|| io::Error::other("no status line"))?;
    let (_, body) = answer
        .split_once("\r\n\r\n")
        .ok_or_else(|| io::Error::other("no end of the headers"))?;
    Ok((status, body.to_owned()))
}
