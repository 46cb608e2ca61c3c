//! Proof of work on a frame: makes a flood dear and a report cheap, without asking anybody first.
//!
//! Format: `relay/PROTOCOL.md`, section 4.

use sha2::{Digest, Sha256};

use crate::clock::Day;
use crate::frame::Inner;

/// Zero bits asked for where nothing else is configured: about a quarter of a million hashes.
pub const DEFAULT_BITS: u32 = 18;

/// More than this would lock phones out: the form's `MOST_BITS`, it works for no relay that asks more.
pub const MAX_BITS: u32 = 24;

const LABEL: &[u8] = b"waymark-stamp-v1";

/// What a stamp is bound to: this report, this desk of this instance, this day.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// Name of the age file.
    pub inner: Inner,
    /// Id of the desk, at most 255 bytes.
    pub desk: &'a str,
    /// Id of the instance, at most 255 bytes.
    pub instance: &'a str,
    /// The day in the frame.
    pub day: Day,
}

impl Stamp<'_> {
    /// The stamp's hash for one nonce.
    #[must_use]
    pub fn hash(&self, nonce: u64) -> [u8; 32] {
        self.prefix()
            .chain_update(nonce.to_be_bytes())
            .finalize()
            .into()
    }

    /// Whether `nonce` is worth at least `bits` zero bits. Costs one hash.
    #[must_use]
    pub fn holds(&self, nonce: u64, bits: u32) -> bool {
        zero_bits(&self.hash(nonce)) >= bits
    }

    /// Everything but the nonce, which comes last so that this part is hashed once in a search.
    fn prefix(&self) -> Sha256 {
        let mut hash = Sha256::new_with_prefix(LABEL).chain_update(self.inner.0);
        for id in [self.desk, self.instance] {
            // Longer ids can't be configured; were one passed, the length would still bind it.
            let length = u8::try_from(id.len()).unwrap_or(u8::MAX);
            hash.update([length]);
            hash.update(id);
        }
        hash.chain_update(self.day.0.to_be_bytes())
    }
}

/// Searches from `start` upwards for a nonce whose stamp holds.
#[must_use]
pub fn find(stamp: &Stamp<'_>, bits: u32, start: u64) -> u64 {
    let prefix = stamp.prefix();
    let mut nonce = start;
    loop {
        let hash = prefix.clone().chain_update(nonce.to_be_bytes()).finalize();
        if zero_bits(&hash.into()) >= bits {
            return nonce;
        }
        nonce = nonce.wrapping_add(1);
    }
}

/// Leading zero bits, most significant first.
#[must_use]
pub fn zero_bits(hash: &[u8; 32]) -> u32 {
    let zero_bytes = hash.iter().take_while(|byte| **byte == 0).count();
    let next = hash.get(zero_bytes).map_or(0, |byte| byte.leading_zeros());
    u32::try_from(zero_bytes).unwrap_or(u32::MAX) * 8 + next
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAMP: Stamp<'_> = Stamp {
        inner: Inner([7; 32]),
        desk: "demo",
        instance: "test",
        day: Day(20_780),
    };

    #[test]
    fn zero_bits_are_counted_from_the_top() {
        let mut hash = [0xff; 32];
        assert_eq!(zero_bits(&hash), 0);
        hash[0] = 0x01;
        assert_eq!(zero_bits(&hash), 7);
        hash[0] = 0;
        hash[1] = 0x40;
        assert_eq!(zero_bits(&hash), 9);
        assert_eq!(zero_bits(&[0; 32]), 256);
    }

    #[test]
    fn a_found_stamp_holds_and_is_bound_to_all_its_parts() {
        let nonce = find(&STAMP, 16, 0);
        assert!(STAMP.holds(nonce, 16));
        let others = [
            Stamp {
                inner: Inner([8; 32]),
                ..STAMP
            },
            Stamp {
                desk: "demp",
                ..STAMP
            },
            Stamp {
                instance: "tess",
                ..STAMP
            },
            Stamp {
                day: Day(20_781),
                ..STAMP
            },
            // The same bytes, cut elsewhere.
            Stamp {
                desk: "dem",
                instance: "otest",
                ..STAMP
            },
        ];
        for other in others {
            assert_ne!(other.hash(nonce), STAMP.hash(nonce));
        }
    }

    #[test]
    fn the_search_goes_on_past_the_largest_nonce() {
        let nonce = find(&STAMP, 4, u64::MAX - 1);
        assert!(STAMP.holds(nonce, 4));
    }
}
