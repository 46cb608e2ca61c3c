//! The vectors in `tests/fixtures/protocol`, which the JavaScript tests read as well.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use sha2::{Digest, Sha256};
use waymark_relay::clock::Day;
use waymark_relay::envelope::{Recipients, dummy};
use waymark_relay::frame::{self, Frame, Inner};
use waymark_relay::intake::Refusal;
use waymark_relay::plaintext::{self, PlaintextError, Report};
use waymark_relay::problem::Problem;
use waymark_relay::stamp::{self, Stamp};

fn vectors(name: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/fixtures/protocol")
        .join(name);
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    let list = value.as_array().unwrap();
    assert!(!list.is_empty());
    list
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn hex64(value: &Value) -> u64 {
    u64::from_str_radix(text(value), 16).unwrap()
}

fn day(value: &Value) -> Day {
    Day(u32::try_from(number(value)).unwrap())
}

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn strings(value: &Value) -> Vec<String> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|item| text(item).to_owned())
        .collect()
}

#[test]
fn slots() {
    let vectors = vectors("slots.json");
    for (slot, expected) in list(&vectors["dummies"]).iter().enumerate() {
        assert_eq!(number(&expected["slot"]), slot);
        assert_eq!(dummy(slot).unwrap(), text(&expected["recipient"]));
    }
    for case in list(&vectors["filled"]) {
        let all = Recipients::parse(&strings(&case["real"])).unwrap();
        assert_eq!(all.to_strings().to_vec(), strings(&case["slots"]));
    }
    for case in list(&vectors["refused"]) {
        assert!(
            Recipients::parse(&strings(&case["real"])).is_err(),
            "{case}"
        );
    }
}

/// A report of `plaintext.json`, its long answer filled in.
fn report(case: &Value) -> Report {
    let mut value = case["report"].clone();
    let fill = &case["fill"];
    value["answers"][text(&fill["answer"])] =
        (text(&fill["unit"]).repeat(number(&fill["times"])) + text(&fill["tail"])).into();
    serde_json::from_value(value).unwrap()
}

#[test]
fn plaintexts() {
    let vectors = vectors("plaintext.json");
    assert_eq!(number(&vectors["length"]), plaintext::LENGTH);
    for case in list(&vectors["good"]) {
        let report = report(case);
        let padded = report.to_padded().unwrap();
        assert_eq!(sha256(&padded), text(&case["sha256"]), "{}", case["name"]);
        assert_eq!(report.room().unwrap(), case["room"].as_i64().unwrap());
        assert_eq!(Report::from_padded(&padded).unwrap(), report);
    }
    for case in list(&vectors["too_long"]) {
        let length = number(&case["json_length"]);
        assert_eq!(
            report(case).to_padded(),
            Err(PlaintextError::TooLong { length }),
            "{}",
            case["name"]
        );
    }
}

#[test]
fn frames() {
    let vectors = vectors("frame.json");
    let prefix = text(&vectors["age_prefix"]).as_bytes();
    let fill = u8::try_from(number(&vectors["fill"])).unwrap();
    let padding = u8::try_from(number(&vectors["padding"])).unwrap();
    for case in list(&vectors["good"]) {
        let mut age = prefix.to_vec();
        age.resize(number(&case["age_length"]), fill);
        let parts = Frame {
            day: day(&case["day"]),
            nonce: hex64(&case["nonce"]),
            age: &age,
        };
        let mut bytes = parts.build().unwrap();
        // All but the padding is fixed; with the vectors' padding the whole frame is.
        bytes[frame::HEADER + age.len()..].fill(padding);
        assert_eq!(hex::encode(&bytes[..frame::HEADER]), text(&case["header"]));
        assert_eq!(sha256(&bytes), text(&case["sha256"]));
        assert_eq!(parts.inner().to_string(), text(&case["inner"]));
        assert!(Frame::parse(&bytes).unwrap() == parts);
    }
    for case in list(&vectors["refused"]) {
        let mut bytes = hex::decode(text(&case["header"])).unwrap();
        bytes.extend(case["age_begins"].as_str().map_or(prefix, str::as_bytes));
        bytes.resize(frame::HEADER + 31_700, fill);
        bytes.resize(number(&case["total"]).max(bytes.len()), padding);
        bytes.truncate(number(&case["total"]));
        let problem = Problem::from(Frame::parse(&bytes).unwrap_err());
        assert_eq!(problem.name(), text(&case["problem"]), "{}", case["why"]);
        assert_eq!(
            usize::from(problem.status().as_u16()),
            number(&case["status"]),
            "{}",
            case["why"]
        );
    }
}

#[test]
fn stamps() {
    for case in list(&vectors("stamp.json")) {
        let stamp = Stamp {
            inner: Inner(
                hex::decode(text(&case["inner"]))
                    .unwrap()
                    .try_into()
                    .unwrap(),
            ),
            desk: text(&case["desk"]),
            instance: text(&case["instance"]),
            day: day(&case["day"]),
        };
        for expected in list(&case["hashes"]) {
            let hash = stamp.hash(hex64(&expected["nonce"]));
            assert_eq!(hex::encode(hash), text(&expected["hash"]));
            let bits = u32::try_from(number(&expected["bits"])).unwrap();
            assert_eq!(stamp::zero_bits(&hash), bits);
            assert!(stamp.holds(hex64(&expected["nonce"]), bits));
            assert!(!stamp.holds(hex64(&expected["nonce"]), bits + 1));
        }
        for expected in list(&case["found"]) {
            let bits = u32::try_from(number(&expected["bits"])).unwrap();
            assert_eq!(
                stamp::find(&stamp, bits, hex64(&expected["start"])),
                hex64(&expected["nonce"])
            );
        }
    }
}

#[test]
fn problems() {
    use waymark_relay::frame::FrameError::{
        NotAnEnvelope, WrongLength, WrongMagic, WrongSize, WrongVersion,
    };
    let ours = [
        Problem::from(WrongSize(1)),
        WrongSize(frame::LENGTH + 1).into(),
        WrongMagic.into(),
        WrongVersion.into(),
        WrongLength.into(),
        NotAnEnvelope.into(),
        Refusal::UnknownDesk.into(),
        Refusal::DeskPaused.into(),
        Refusal::DeskClosed.into(),
        Refusal::WrongDay { day: Day(20_780) }.into(),
        Refusal::WeakStamp { bits: 18 }.into(),
        Problem::TooSlow,
        Refusal::NotDurable.into(),
        Problem::NotFound,
        Problem::WrongMethod,
        Problem::Internal,
    ];
    let vectors = vectors("problems.json");
    let expected = list(&vectors);
    assert_eq!(ours.len(), expected.len());
    for (problem, expected) in ours.into_iter().zip(expected) {
        let mut body = problem.to_json();
        let body = body.as_object_mut().unwrap();
        assert_eq!(body.remove("type").as_ref(), Some(&expected["type"]));
        assert_eq!(body.remove("status").as_ref(), Some(&expected["status"]));
        assert!(!text(&body.remove("title").unwrap()).is_empty());
        assert_eq!(Value::from(body.clone()), expected["members"]);
    }
}

/// A frame sealed by the first version of this code: later versions must still take it apart.
#[test]
fn golden_frame() {
    use std::io::Read;

    let golden = vectors("golden.json");
    let bytes = {
        let lines = strings(&golden["frame"]);
        hex::decode(lines.concat()).unwrap()
    };
    let frame = Frame::parse(&bytes).unwrap();
    let desk = text(&golden["desk"]);
    let instance = text(&golden["instance"]);
    let stamp = Stamp {
        inner: frame.inner(),
        desk,
        instance,
        day: frame.day,
    };
    assert!(stamp.holds(frame.nonce, stamp::DEFAULT_BITS));
    let identity: age::x25519::Identity = text(&golden["identity"]).parse().unwrap();
    let mut plaintext = Vec::new();
    age::Decryptor::new(frame.age)
        .unwrap()
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .unwrap()
        .read_to_end(&mut plaintext)
        .unwrap();
    let report = Report::from_padded(&plaintext).unwrap();
    assert_eq!(report.desk, desk);
    assert_eq!(report.instance, instance);
    assert_eq!(report.answers.what, text(&golden["what"]));
}
