//! A report as the writer's browser sealed it: JSON padded with spaces.

use std::fmt;

use serde::Deserialize;
use serde_json::{Map, Value};
use zeroize::Zeroize;

use crate::quarantine::Reason;
use waymark_relay::plaintext;

/// The questions of the form, in the order in which they are shown.
pub const QUESTIONS: [&str; 10] = [
    "danger", "about", "what", "where", "when", "who", "children", "how", "wishes", "place",
];

/// What somebody wrote. Its text is wiped from memory when dropped, and `Debug` shows nothing of it.
#[derive(Deserialize)]
pub struct Report {
    /// 32 lower-case hex digits, random, made by the writer's browser.
    pub id: String,
    /// The site that it was written on.
    #[serde(default)]
    pub instance: String,
    /// The desk that it was written to.
    #[serde(default)]
    pub desk: String,
    /// The form's language (BCP 47).
    #[serde(default)]
    pub lang: String,
    /// Question → answer. All optional; members that this version doesn't know are kept.
    #[serde(default)]
    pub answers: Map<String, Value>,
    /// The keys for a reply. Never shown.
    #[serde(default)]
    receipt: Option<Value>,
    /// Members that this version doesn't know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

#[derive(Deserialize)]
struct Version {
    v: u64,
}

impl Report {
    /// Reads a decrypted plaintext of exactly 30,720 bytes.
    pub fn parse(plain: &[u8]) -> Result<Self, Reason> {
        if plain.len() != plaintext::LENGTH {
            return Err(Reason::WrongPadding);
        }
        let mut stream = serde_json::Deserializer::from_slice(plain).into_iter::<Version>();
        let version = stream.next();
        let end = stream.byte_offset();
        let version = version.and_then(Result::ok).ok_or(Reason::BadJson)?;
        if plain[end..].iter().any(|byte| *byte != b' ') {
            return Err(Reason::WrongPadding);
        }
        if version.v != 1 {
            return Err(Reason::UnknownVersion);
        }
        let report: Self = serde_json::from_slice(&plain[..end]).map_err(|_| Reason::BadJson)?;
        let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        if report.id.len() != 32 || !report.id.chars().all(hex) {
            return Err(Reason::BadJson);
        }
        Ok(report)
    }

    /// An answer as text; empty when there is none.
    #[must_use]
    pub fn answer(&self, question: &str) -> &str {
        self.answers
            .get(question)
            .and_then(Value::as_str)
            .unwrap_or("")
    }

    /// Whether the writer asked to be able to read an answer.
    #[must_use]
    pub fn wants_reply(&self) -> bool {
        self.receipt
            .as_ref()
            .is_some_and(|receipt| !receipt.is_null())
    }

    /// All answers that aren't empty, known questions first and in their order; then members that
    /// this version doesn't know. What isn't text is given as JSON.
    #[must_use]
    pub fn lines(&self) -> Vec<(&str, String)> {
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let known = QUESTIONS
            .iter()
            .filter_map(|q| self.answers.get_key_value(*q));
        let more = self
            .answers
            .iter()
            .filter(|(q, _)| !QUESTIONS.contains(&q.as_str()));
        let other = self.other.iter().filter(|(name, _)| *name != "v");
        let all = known
            .chain(more)
            .chain(other)
            .map(|(name, value)| (name.as_str(), text(value)));
        all.filter(|(_, text)| !text.trim().is_empty()).collect()
    }

    /// For `show --json` and the inbox: all but the receipt's keys.
    #[must_use]
    pub fn to_json(&self) -> Value {
        serde_json::json!({
            "id": self.id,
            "instance": self.instance,
            "desk": self.desk,
            "lang": self.lang,
            "answers": self.answers,
            "wants_reply": self.wants_reply(),
            "other": self.other.iter().filter(|(name, _)| *name != "v").collect::<std::collections::BTreeMap<_, _>>(),
        })
    }
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Report(…)")
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        let members = self
            .answers
            .values_mut()
            .chain(self.other.values_mut())
            .chain(self.receipt.as_mut());
        members.for_each(wipe);
        self.id.zeroize();
    }
}

fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Object(members) => members.values_mut().for_each(wipe),
        _ => {}
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn pad(json: &str) -> Vec<u8> {
        let mut plain = json.as_bytes().to_vec();
        plain.resize(plaintext::LENGTH, b' ');
        plain
    }

    const ID: &str = "00112233445566778899aabbccddeeff";

    #[test]
    fn keeps_what_it_does_not_know() {
        let json = format!(
            r#"{{"v":1,"id":"{ID}","lang":"fr","new":[1,2],"answers":{{"what":"x","zeta":"z","danger":"yes","who":" "}},"receipt":{{"reply":"secret","thread":"secret"}}}}"#
        );
        let report = Report::parse(&pad(&json)).unwrap();
        let lines = report.lines();
        let expected = [
            ("danger", "yes"),
            ("what", "x"),
            ("zeta", "z"),
            ("new", "[1,2]"),
        ];
        assert_eq!(
            lines
                .iter()
                .map(|(q, t)| (*q, t.as_str()))
                .collect::<Vec<_>>(),
            expected
        );
        assert!(report.wants_reply());
        assert_eq!(
            format!("{report:?}"),
            "Report(…)",
            "no log line can hold it"
        );
        assert!(
            !report.to_json().to_string().contains("secret"),
            "reply keys stay inside"
        );
    }

    #[test]
    fn refuses_by_reason() {
        let good = format!(r#"{{"v":1,"id":"{ID}"}}"#);
        assert!(Report::parse(&pad(&good)).is_ok());
        assert_eq!(
            Report::parse(good.as_bytes()).unwrap_err(),
            Reason::WrongPadding
        );
        let mut newline = pad(&good);
        newline[plaintext::LENGTH - 1] = b'\n';
        assert_eq!(Report::parse(&newline).unwrap_err(), Reason::WrongPadding);
        assert_eq!(
            Report::parse(&pad(&good.replace(":1", ":2"))).unwrap_err(),
            Reason::UnknownVersion
        );
        for bad in [
            "",
            "{",
            "[]",
            r#"{"v":1}"#,
            r#"{"v":1,"id":"ABC"}"#,
            r#"{"v":1,"id":7}"#,
        ] {
            assert_eq!(
                Report::parse(&pad(bad)).unwrap_err(),
                Reason::BadJson,
                "{bad}"
            );
        }
        assert_eq!(
            Report::parse(&vec![0xff; plaintext::LENGTH]).unwrap_err(),
            Reason::BadJson
        );
    }
}
