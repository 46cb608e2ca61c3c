//! The eight recipient slots of every envelope.

use std::str::FromStr;

use age::x25519::Recipient;
use bech32::{ToBase32, Variant};
use sha2::{Digest, Sha256};

/// Number of X25519 stanzas in every envelope: its size tells nothing of how many people read.
pub const SLOTS: usize = 8;

const DUMMY_LABEL: &[u8] = b"waymark-dummy-v1";

/// A desk's recipients, filled up with dummies.
#[derive(Clone, Debug)]
pub struct Recipients([Recipient; SLOTS]);

/// Why a list of recipients isn't usable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecipientsError {
    /// Nobody could read.
    #[error("a desk needs at least one recipient")]
    None,
    /// More than there are slots.
    #[error("a desk has at most {SLOTS} recipients, this one has {0}")]
    TooMany(usize),
    /// Not `age1…` of the X25519 kind.
    #[error("recipient {position} isn't an age X25519 recipient: {reason}")]
    Malformed {
        /// Place in the list, from 1.
        position: usize,
        /// What age says.
        reason: &'static str,
    },
    /// The same key twice, or a dummy given as a real one.
    #[error("recipient {position} is listed twice or is a dummy")]
    Repeated {
        /// Place in the list, from 1.
        position: usize,
    },
    /// A dummy couldn't be written as a recipient.
    #[error("the dummy recipients can't be made")]
    Dummy,
}

impl Recipients {
    /// Parses a desk's recipients, in the order in which they fill the slots.
    pub fn parse<S: AsRef<str>>(real: &[S]) -> Result<Self, RecipientsError> {
        if real.is_empty() {
            return Err(RecipientsError::None);
        }
        if real.len() > SLOTS {
            return Err(RecipientsError::TooMany(real.len()));
        }
        let dummies = (0..SLOTS)
            .map(|slot| {
                dummy(slot)
                    .and_then(|text| Recipient::from_str(&text).ok())
                    .ok_or(RecipientsError::Dummy)
            })
            .collect::<Result<Vec<_>, _>>()?;
        let mut all: Vec<Recipient> = Vec::with_capacity(SLOTS);
        for (index, text) in real.iter().enumerate() {
            let position = index + 1;
            let recipient = Recipient::from_str(text.as_ref())
                .map_err(|reason| RecipientsError::Malformed { position, reason })?;
            if all.contains(&recipient) || dummies.contains(&recipient) {
                return Err(RecipientsError::Repeated { position });
            }
            all.push(recipient);
        }
        let free = all.len();
        all.extend(dummies.into_iter().skip(free));
        all.try_into().map(Self).map_err(|_| RecipientsError::Dummy)
    }

    /// All eight in slot order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &dyn age::Recipient> {
        self.0.iter().map(|recipient| recipient as _)
    }

    /// All eight as `age1…`, in slot order.
    #[must_use]
    pub fn to_strings(&self) -> [String; SLOTS] {
        self.0.each_ref().map(ToString::to_string)
    }
}

/// The public key bytes of a slot's dummy; nobody knows its secret key, everybody can compute it.
fn dummy_key(slot: u8) -> [u8; 32] {
    Sha256::new_with_prefix(DUMMY_LABEL)
        .chain_update([slot])
        .finalize()
        .into()
}

/// The dummy recipient of a slot (0 to 7) as `age1…`.
#[must_use]
pub fn dummy(slot: usize) -> Option<String> {
    let slot = u8::try_from(slot)
        .ok()
        .filter(|slot| usize::from(*slot) < SLOTS)?;
    bech32::encode("age", dummy_key(slot).to_base32(), Variant::Bech32).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dummies_fill_the_free_slots_at_their_own_positions() {
        // Any valid recipient will do: here, the age specification's example.
        let real = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
        let all = Recipients::parse(&[real]).unwrap().to_strings();
        assert_eq!(all[0], real);
        let dummies: Vec<_> = (1..SLOTS).filter_map(dummy).collect();
        assert_eq!(all[1..], dummies);
        assert_eq!(dummy(SLOTS), None);
    }

    #[test]
    fn unusable_lists_are_refused_by_position() {
        let real = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
        let first_dummy = dummy(0).unwrap();
        assert_eq!(
            Recipients::parse::<&str>(&[]).unwrap_err(),
            RecipientsError::None
        );
        assert_eq!(
            Recipients::parse(&[real, real]).unwrap_err(),
            RecipientsError::Repeated { position: 2 }
        );
        assert_eq!(
            Recipients::parse(&[first_dummy.as_str()]).unwrap_err(),
            RecipientsError::Repeated { position: 1 }
        );
        assert!(matches!(
            Recipients::parse(&[real, "age1nonsense"]).unwrap_err(),
            RecipientsError::Malformed { position: 2, .. }
        ));
        assert_eq!(
            Recipients::parse(&[real; 9]).unwrap_err(),
            RecipientsError::TooMany(9)
        );
    }
}
