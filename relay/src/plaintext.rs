//! What a report says, before encryption: compact JSON, padded with spaces to one fixed length.
//!
//! Format: `relay/PROTOCOL.md`, section 1.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

/// Length of every plaintext in bytes, whatever was written.
pub const LENGTH: usize = 30_720;

/// The version that this crate writes.
pub const VERSION: u64 = 1;

/// A report as its writer filled it in.
///
/// `Debug` shows nothing of it, so that no log line can.
#[derive(Clone, PartialEq, Deserialize, Serialize)]
pub struct Report {
    /// Version of the format, 1.
    pub v: u64,
    /// 16 random bytes as 32 lower-case hex digits, see [`Report::new_id`].
    pub id: String,
    /// Id of the site that the form belongs to.
    pub instance: String,
    /// Id of the desk that the writer chose.
    pub desk: String,
    /// Language tag of the page.
    pub lang: String,
    /// The answers, each optional.
    pub answers: Answers,
    /// Keys for an answer to the writer, unless declined.
    #[serde(default)]
    pub receipt: Option<Receipt>,
    /// Members of a later version, kept to be shown.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// The answers to the form's questions. Each may be empty.
#[derive(Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Answers {
    /// Is someone in danger now: `yes`, `no`, `unknown` or empty.
    pub danger: String,
    /// Whom or what the report is about.
    pub about: String,
    /// What happened.
    pub what: String,
    /// Where it happened.
    #[serde(rename = "where")]
    pub location: String,
    /// When it happened.
    pub when: String,
    /// Who is concerned.
    pub who: String,
    /// Are children concerned: `yes`, `no`, `unknown` or empty.
    pub children: String,
    /// How the writer knows.
    pub how: String,
    /// What the writer wishes to happen, or not to happen.
    pub wishes: String,
    /// Id of the place concerned, or empty.
    pub place: String,
    /// Answers of a later version, kept to be shown.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// Keys that the browser derived from the writer's receipt: 32 bytes each, in base64url without
/// padding.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Receipt {
    /// Seals the desk's answer to this writer.
    pub reply: String,
    /// Ties a follow-up to its thread.
    pub thread: String,
}

/// What is wrong with a plaintext. Holds nothing of its content.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlaintextError {
    /// The report's JSON doesn't fit.
    #[error("the report takes {length} bytes as JSON, the limit is {LENGTH}")]
    TooLong {
        /// Length of the JSON in bytes.
        length: usize,
    },
    /// A plaintext has one length only.
    #[error("a plaintext has {LENGTH} bytes, this one has {length}")]
    WrongLength {
        /// Its length in bytes.
        length: usize,
    },
    /// Not JSON, or not of this shape.
    #[error("not a report's JSON (line {line}, column {column})")]
    Shape {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault, from 1.
        column: usize,
    },
    /// Made for a later reader.
    #[error("version {0} of the report format isn't known here")]
    WrongVersion(u64),
}

impl Report {
    /// A new random id.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn new_id() -> Result<String, getrandom::Error> {
        let mut id = [0; 16];
        getrandom::fill(&mut id)?;
        Ok(hex::encode(id))
    }

    /// The report as compact JSON, of any length.
    fn to_json(&self) -> Result<Zeroizing<Vec<u8>>, PlaintextError> {
        // Room for the longest legal report from the start, so that the buffer doesn't move and
        // leave copies behind that nobody wipes.
        let mut json = Zeroizing::new(Vec::with_capacity(LENGTH));
        serde_json::to_writer(&mut *json, self).map_err(|e| shape(&e))?;
        Ok(json)
    }

    /// How many bytes are left for more text; negative when it is too long already.
    pub fn room(&self) -> Result<i64, PlaintextError> {
        let length = self.to_json()?.len();
        Ok(i64::try_from(LENGTH).unwrap_or(i64::MAX) - i64::try_from(length).unwrap_or(i64::MAX))
    }

    /// The report as JSON and spaces, exactly [`LENGTH`] bytes.
    pub fn to_padded(&self) -> Result<Zeroizing<Vec<u8>>, PlaintextError> {
        let mut bytes = self.to_json()?;
        let length = bytes.len();
        if length > LENGTH {
            return Err(PlaintextError::TooLong { length });
        }
        bytes.resize(LENGTH, b' ');
        Ok(bytes)
    }

    /// Reads what [`to_padded`](Self::to_padded) wrote, or a browser.
    pub fn from_padded(bytes: &[u8]) -> Result<Self, PlaintextError> {
        if bytes.len() != LENGTH {
            return Err(PlaintextError::WrongLength {
                length: bytes.len(),
            });
        }
        let report: Self = serde_json::from_slice(bytes).map_err(|e| shape(&e))?;
        if report.v != VERSION {
            return Err(PlaintextError::WrongVersion(report.v));
        }
        Ok(report)
    }
}

/// Keeps the place of the fault and drops the message, which may quote the text.
fn shape(error: &serde_json::Error) -> PlaintextError {
    PlaintextError::Shape {
        line: error.line(),
        column: error.column(),
    }
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Report(…)")
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answers(…)")
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(what: &str) -> Report {
        Report {
            v: VERSION,
            id: "00112233445566778899aabbccddeeff".into(),
            instance: "test".into(),
            desk: "demo".into(),
            lang: "fr".into(),
            answers: Answers {
                what: what.into(),
                ..Answers::default()
            },
            receipt: None,
            more: Map::new(),
        }
    }

    #[test]
    fn padding_hides_the_length_and_reads_back() {
        let room = usize::try_from(report("").room().unwrap()).unwrap();
        for text in ["", "x", "й😀\"\n", &"x".repeat(room)] {
            let padded = report(text).to_padded().unwrap();
            assert_eq!(padded.len(), LENGTH);
            assert_eq!(Report::from_padded(&padded).unwrap(), report(text));
        }
        assert_eq!(
            report(&"x".repeat(room + 1)).to_padded(),
            Err(PlaintextError::TooLong { length: LENGTH + 1 })
        );
    }

    #[test]
    fn thirty_thousand_bytes_fit_with_the_longest_ids_and_a_receipt() {
        let mut longest = report(&"x".repeat(30_000));
        longest.instance = "i".repeat(crate::config::MAX_INSTANCE);
        longest.desk = "d".repeat(crate::config::MAX_DESK);
        longest.lang = "zh-Hant-TW".into();
        longest.answers.danger = "unknown".into();
        longest.answers.children = "unknown".into();
        longest.answers.place = "p".repeat(64);
        longest.receipt = Some(Receipt {
            reply: "r".repeat(43),
            thread: "t".repeat(43),
        });
        assert!(longest.room().unwrap() >= 0);
    }

    #[test]
    fn members_of_a_later_version_are_kept() {
        let mut value = serde_json::to_value(report("x")).unwrap();
        value["answers"]["colour"] = "red".into();
        value["mood"] = 7.into();
        let mut bytes = serde_json::to_vec(&value).unwrap();
        bytes.resize(LENGTH, b' ');
        let read = Report::from_padded(&bytes).unwrap();
        assert_eq!(read.answers.more["colour"], "red");
        assert_eq!(read.more["mood"], 7);
        let again = serde_json::to_value(&read).unwrap();
        assert_eq!(again, value);
    }

    #[test]
    fn faults_are_told_without_the_text() {
        let mut bytes = br#"{"v":1,"id":"SENTINEL","answers":"SENTINEL"}"#.to_vec();
        bytes.resize(LENGTH, b' ');
        let error = Report::from_padded(&bytes).unwrap_err();
        assert!(matches!(error, PlaintextError::Shape { .. }));
        assert!(!format!("{error} {error:?}").contains("SENTINEL"));
        assert!(!format!("{:?}", report("SENTINEL")).contains("SENTINEL"));
        assert_eq!(
            Report::from_padded(b"{}"),
            Err(PlaintextError::WrongLength { length: 2 })
        );
        let mut later = report("x");
        later.v = 2;
        assert_eq!(
            Report::from_padded(&later.to_padded().unwrap()),
            Err(PlaintextError::WrongVersion(2))
        );
    }
}
