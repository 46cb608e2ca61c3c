//! The outer form of every report: 32,768 bytes, whatever is inside.
//!
//! Format: `relay/PROTOCOL.md`, section 3.

use std::fmt;
use std::ops::RangeInclusive;

use sha2::{Digest, Sha256};

use crate::clock::Day;

/// Length of every frame in bytes.
pub const LENGTH: usize = 32_768;

/// Where the age file begins.
pub const HEADER: usize = 24;

/// How long an age file to eight slots may be; the grease stanza makes the difference.
pub const AGE_LENGTHS: RangeInclusive<usize> = 31_619..=31_796;

const MAGIC: &[u8; 7] = b"WAYMARK";
const VERSION: u8 = 1;
const AGE_BEGINS: &[u8] = b"age-encryption.org/v1\n-> ";

const DAY_AT: usize = 8;
const NONCE_AT: usize = 12;
const AGE_LENGTH_AT: usize = 20;

/// SHA-256 of a frame's age file: names the report on its way, whatever its frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Inner(pub [u8; 32]);

impl Inner {
    /// The name of this age file.
    #[must_use]
    pub fn of(age: &[u8]) -> Self {
        Self(Sha256::digest(age).into())
    }
}

impl fmt::Display for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

/// A frame, taken apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Frame<'a> {
    /// The day that its stamp was made for.
    pub day: Day,
    /// The nonce of its stamp.
    pub nonce: u64,
    /// The age file.
    pub age: &'a [u8],
}

/// Why these bytes aren't a frame, in the order in which it is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// A frame has one length only.
    #[error("a frame has {LENGTH} bytes, this has {0}")]
    WrongSize(usize),
    /// Doesn't begin with `WAYMARK`.
    #[error("this isn't a frame of Waymark's")]
    WrongMagic,
    /// Version isn't 1.
    #[error("this version of the frame isn't known here")]
    WrongVersion,
    /// No age file to eight slots is this long.
    #[error("the frame's inner length is out of bounds")]
    WrongLength,
    /// What is inside doesn't begin like an age file.
    #[error("what is inside isn't an age file")]
    NotAnEnvelope,
}

/// Why a frame couldn't be made.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The age file isn't one to eight slots.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// No random bytes for the padding.
    #[error("the system has no randomness to give: {0}")]
    Random(#[from] getrandom::Error),
}

impl<'a> Frame<'a> {
    /// Takes a frame apart; each of its bytes is checked, signed by the stamp or random padding.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, FrameError> {
        let bytes: &[u8; LENGTH] = bytes
            .try_into()
            .map_err(|_| FrameError::WrongSize(bytes.len()))?;
        if !bytes.starts_with(MAGIC) {
            return Err(FrameError::WrongMagic);
        }
        if bytes[MAGIC.len()] != VERSION {
            return Err(FrameError::WrongVersion);
        }
        let length = u32::from_be_bytes(at(bytes, AGE_LENGTH_AT)) as usize;
        if !AGE_LENGTHS.contains(&length) {
            return Err(FrameError::WrongLength);
        }
        let age = &bytes[HEADER..HEADER + length];
        if !age.starts_with(AGE_BEGINS) {
            return Err(FrameError::NotAnEnvelope);
        }
        Ok(Self {
            day: Day(u32::from_be_bytes(at(bytes, DAY_AT))),
            nonce: u64::from_be_bytes(at(bytes, NONCE_AT)),
            age,
        })
    }

    /// Puts a frame together, with fresh random padding.
    pub fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut bytes = vec![0; LENGTH];
        let end = HEADER + self.age.len();
        let padding = bytes.get_mut(end..).ok_or(FrameError::WrongLength)?;
        getrandom::fill(padding)?;
        bytes[..MAGIC.len()].copy_from_slice(MAGIC);
        bytes[MAGIC.len()] = VERSION;
        bytes[DAY_AT..NONCE_AT].copy_from_slice(&self.day.0.to_be_bytes());
        bytes[NONCE_AT..AGE_LENGTH_AT].copy_from_slice(&self.nonce.to_be_bytes());
        let length = u32::try_from(self.age.len()).map_err(|_| FrameError::WrongLength)?;
        bytes[AGE_LENGTH_AT..HEADER].copy_from_slice(&length.to_be_bytes());
        bytes[HEADER..end].copy_from_slice(self.age);
        // What leaves here passes every relay's check.
        Frame::parse(&bytes)?;
        Ok(bytes)
    }

    /// The name of the report inside.
    #[must_use]
    pub fn inner(&self) -> Inner {
        Inner::of(self.age)
    }
}

/// The `N` bytes from `start` on; all callers' ranges are constant and inside.
fn at<const N: usize>(bytes: &[u8; LENGTH], start: usize) -> [u8; N] {
    let mut out = [0; N];
    out.copy_from_slice(&bytes[start..start + N]);
    out
}

impl fmt::Debug for Frame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Frame(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn age(length: usize) -> Vec<u8> {
        let mut age = AGE_BEGINS.to_vec();
        age.resize(length, b'x');
        age
    }

    #[test]
    fn parse_reads_what_build_wrote() {
        for length in [*AGE_LENGTHS.start(), 31_700, *AGE_LENGTHS.end()] {
            let age = age(length);
            let frame = Frame {
                day: Day(20_780),
                nonce: 0x0102_0304_0506_0708,
                age: &age,
            };
            let bytes = frame.build().unwrap();
            assert_eq!(bytes.len(), LENGTH);
            assert!(Frame::parse(&bytes).unwrap() == frame);
            assert_ne!(bytes, frame.build().unwrap(), "padding is random");
        }
    }

    #[test]
    fn build_refuses_what_parse_would() {
        for (bad, error) in [
            (age(AGE_LENGTHS.start() - 1), FrameError::WrongLength),
            (age(AGE_LENGTHS.end() + 1), FrameError::WrongLength),
            (age(LENGTH), FrameError::WrongLength),
            (vec![b'x'; 31_700], FrameError::NotAnEnvelope),
        ] {
            let frame = Frame {
                day: Day(1),
                nonce: 0,
                age: &bad,
            };
            assert!(matches!(frame.build(), Err(BuildError::Frame(e)) if e == error));
        }
    }

    proptest! {
        /// Whatever comes in: an error or a frame, never a panic.
        #[test]
        fn mutations_never_panic(edits in prop::collection::vec((0..HEADER + 30, any::<u8>()), 0..8),
                                 length in prop_oneof![Just(LENGTH), 0..LENGTH * 2]) {
            let age = age(31_700);
            let mut bytes = Frame { day: Day(1), nonce: 2, age: &age }.build().unwrap();
            for (at, value) in edits {
                bytes[at] = value;
            }
            bytes.resize(length, 0);
            if let Ok(frame) = Frame::parse(&bytes) {
                prop_assert!(AGE_LENGTHS.contains(&frame.age.len()));
                prop_assert_eq!(length, LENGTH);
            }
        }
    }
}
