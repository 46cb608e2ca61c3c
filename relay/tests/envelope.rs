//! The envelope opens with a desk's key, fits its frame whatever the grease, and only encrypts.

#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::io::Read;
use std::path::Path;

use age::x25519::Identity;
use waymark_relay::envelope::{self, EnvelopeError, Recipients, SLOTS};
use waymark_relay::frame::{AGE_LENGTHS, Frame, LENGTH};
use waymark_relay::plaintext::{self, Report};

fn open(age: &[u8], identity: &Identity) -> Option<Vec<u8>> {
    let mut plaintext = Vec::new();
    age::Decryptor::new(age)
        .unwrap()
        .decrypt(std::iter::once(identity as &dyn age::Identity))
        .ok()?
        .read_to_end(&mut plaintext)
        .unwrap();
    Some(plaintext)
}

#[test]
fn every_recipient_opens_it_and_nobody_else() {
    let identities: Vec<_> = (0..SLOTS).map(|_| Identity::generate()).collect();
    let stranger = Identity::generate();
    for count in [1, 2, SLOTS] {
        let keys: Vec<_> = identities[..count]
            .iter()
            .map(|identity| identity.to_public().to_string())
            .collect();
        let report = support::report("what happened");
        let frame = envelope::seal_report(
            &report,
            &Recipients::parse(&keys).unwrap(),
            support::today(),
            support::BITS,
        )
        .unwrap();
        assert_eq!(frame.len(), LENGTH);
        let age = Frame::parse(&frame).unwrap().age;
        for identity in &identities[..count] {
            let plaintext = open(age, identity).unwrap();
            assert_eq!(Report::from_padded(&plaintext).unwrap(), report);
        }
        assert_eq!(open(age, &stranger), None);
    }
}

/// Lengths of the stanzas before the MAC line, and the last one's first line.
fn stanzas(age: &[u8]) -> (Vec<usize>, String) {
    let end = age.windows(5).position(|bytes| bytes == b"\n--- ").unwrap();
    let header = std::str::from_utf8(&age[..=end]).unwrap();
    let (version, stanzas) = header.split_once('\n').unwrap();
    assert_eq!(version, "age-encryption.org/v1");
    // A grease body can't begin a line with "-> ", and `-` isn't base64.
    let stanzas: Vec<_> = stanzas
        .strip_prefix("-> ")
        .unwrap()
        .split("\n-> ")
        .collect();
    let last = stanzas.last().unwrap().lines().next().unwrap().to_owned();
    (stanzas.iter().map(|stanza| stanza.len()).collect(), last)
}

/// `age_core::format::grease_the_joint` draws 13 to 190 bytes, which makes the bounds of the frame.
#[test]
fn whatever_the_grease_the_file_fits() {
    let recipients = support::recipients();
    let plaintext = support::report("").to_padded().unwrap();
    let (mut shortest, mut longest) = (usize::MAX, 0);
    for _ in 0..5_000 {
        let age = envelope::seal(&plaintext, &recipients).unwrap();
        assert!(AGE_LENGTHS.contains(&age.len()), "{}", age.len());
        let (lengths, last) = stanzas(&age);
        assert_eq!(lengths.len(), SLOTS + 1);
        assert!(last.split(' ').next().unwrap().ends_with("-grease"));
        shortest = shortest.min(age.len());
        longest = longest.max(age.len());
    }
    // The bounds are tight: the draws come near both.
    assert!(shortest < AGE_LENGTHS.start() + 12, "{shortest}");
    assert!(longest > AGE_LENGTHS.end() - 30, "{longest}");
}

#[test]
fn an_unpadded_plaintext_is_refused() {
    for length in [0, 1, plaintext::LENGTH - 1, plaintext::LENGTH + 1] {
        assert!(matches!(
            envelope::seal(&vec![b' '; length], &support::recipients()),
            Err(EnvelopeError::WrongLength(wrong)) if wrong == length
        ));
    }
}

/// The relay links encryption and no decryption: none of age's decrypting types, nor anything that
/// holds a secret key, occurs in its source.
#[test]
fn the_relay_cannot_decrypt() {
    fn scan(folder: &Path, seen: &mut usize) {
        for path in support::files_below(folder) {
            let text = fs::read_to_string(&path).unwrap();
            for word in [
                "Identity",
                "Decryptor",
                "IdentityFile",
                "StaticSecret",
                "FileKey",
            ] {
                assert!(!text.contains(word), "{} in {}", word, path.display());
            }
            *seen += 1;
        }
    }
    let mut seen = 0;
    scan(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut seen,
    );
    assert!(seen > 15);
}
