//! Encryption to a desk: one age file to eight slots, and the frame around it.
//!
//! Format: `relay/PROTOCOL.md`, section 2. The relay itself never calls this for a report that was
//! encrypted in a browser; it is for reports without JavaScript, for probes and for tests.

mod slots;

use std::io::Write;

pub use slots::{Recipients, RecipientsError, SLOTS, dummy};

use crate::clock::Day;
use crate::frame::{BuildError, Frame, Inner};
use crate::plaintext::{self, PlaintextError, Report};
use crate::stamp::{self, Stamp};

/// Why a report couldn't be encrypted.
#[derive(Debug, thiserror::Error)]
pub enum EnvelopeError {
    /// The report doesn't fit.
    #[error(transparent)]
    Plaintext(#[from] PlaintextError),
    /// Plaintexts have one length, so that age files do.
    #[error("a plaintext has {right} bytes, this one has {0}", right = plaintext::LENGTH)]
    WrongLength(usize),
    /// age refused the recipients.
    #[error("age couldn't encrypt: {0}")]
    Age(#[from] age::EncryptError),
    /// Writing to memory failed.
    #[error("age couldn't write: {0}")]
    Write(#[from] std::io::Error),
    /// The frame couldn't be made.
    #[error(transparent)]
    Frame(#[from] BuildError),
    /// No randomness for the search's start.
    #[error("the system has no randomness to give: {0}")]
    Random(#[from] getrandom::Error),
}

/// Encrypts a padded plaintext to eight slots; gives the age file.
pub fn seal(plaintext: &[u8], recipients: &Recipients) -> Result<Vec<u8>, EnvelopeError> {
    if plaintext.len() != plaintext::LENGTH {
        return Err(EnvelopeError::WrongLength(plaintext.len()));
    }
    let encryptor = age::Encryptor::with_recipients(recipients.iter())?;
    let mut age = Vec::with_capacity(*crate::frame::AGE_LENGTHS.end());
    let mut writer = encryptor.wrap_output(&mut age)?;
    writer.write_all(plaintext)?;
    writer.finish()?;
    Ok(age)
}

/// Puts an age file into a frame, stamped for the desk and the day.
pub fn stamp_and_frame(
    age: &[u8],
    desk: &str,
    instance: &str,
    day: Day,
    bits: u32,
) -> Result<Vec<u8>, EnvelopeError> {
    let stamp = Stamp {
        inner: Inner::of(age),
        desk,
        instance,
        day,
    };
    let start = getrandom::u64()?;
    let nonce = stamp::find(&stamp, bits, start);
    Ok(Frame { day, nonce, age }.build()?)
}

/// The whole way from a report to the frame that a relay accepts.
///
/// `bits` is the instance's difficulty, see [`stamp::DEFAULT_BITS`].
pub fn seal_report(
    report: &Report,
    recipients: &Recipients,
    day: Day,
    bits: u32,
) -> Result<Vec<u8>, EnvelopeError> {
    let age = seal(&report.to_padded()?, recipients)?;
    stamp_and_frame(&age, &report.desk, &report.instance, day, bits)
}
