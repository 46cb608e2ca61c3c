//! Whatever is written, the frame is 32,768 bytes; what doesn't fit is refused and never cut.

use waymark_relay::envelope::EnvelopeError;
use waymark_relay::plaintext::{LENGTH, PlaintextError};

use crate::post::{frame, report};

/// A key that nobody keeps.
fn recipient() -> String {
    age::x25519::Identity::generate().to_public().to_string()
}

#[test]
fn every_frame_has_the_same_size() {
    let recipient = recipient();
    for letter in ["a", "ж", "😀"] {
        for bytes in [1, 2, 100, 1_000, 10_000, 20_000, 29_999, 30_000] {
            let what = letter.repeat((bytes / letter.len()).max(1));
            for receipt in [false, true] {
                let frame = frame(&report(&what, receipt), &recipient).unwrap();
                assert_eq!(
                    frame.len(),
                    32_768,
                    "{} × {letter}, receipt {receipt}",
                    what.len()
                );
            }
        }
    }
}

#[test]
fn one_byte_over_is_refused() {
    let recipient = recipient();
    let room = usize::try_from(report("", true).room().unwrap()).unwrap();
    assert!(room >= 30_000, "room for 30,000 bytes of text, here {room}");
    let full = frame(&report(&"a".repeat(room), true), &recipient).unwrap();
    assert_eq!(full.len(), 32_768);
    let over = frame(&report(&"a".repeat(room + 1), true), &recipient);
    assert!(
        matches!(
            over,
            Err(EnvelopeError::Plaintext(PlaintextError::TooLong { length })) if length == LENGTH + 1
        ),
        "{over:?}"
    );
}
