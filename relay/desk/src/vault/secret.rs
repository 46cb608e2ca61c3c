//! `secret.age`: the key of the vault's digests, sealed to the desk's keys.
//!
//! Folder names are keyed digests, so that somebody who holds a report's file, or guesses its
//! text, can't find out whether this desk has it; and so that a deleted report leaves a mark that
//! says nothing to anybody else.

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use super::VaultError;
use crate::key::{self, Identity, Recipient};

/// The vault's own secret. Wiped when dropped.
pub(crate) struct Secret {
    digest_key: Zeroizing<[u8; 32]>,
    recipients: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    v: u32,
    /// Hex.
    digest_key: String,
    /// The keys that the vault is encrypted to. Kept here too, so that a recipient slipped into
    /// `vault.json` is noticed before anything is encrypted to it. Sealed and not signed: whoever
    /// replaces this file as well isn't noticed.
    recipients: Vec<String>,
}

impl Drop for Sealed {
    fn drop(&mut self) {
        self.digest_key.zeroize();
    }
}

impl Secret {
    /// A new one, from the system's randomness.
    pub(crate) fn generate(recipients: &[Recipient]) -> Result<Self, VaultError> {
        let mut digest_key = Zeroizing::new([0u8; 32]);
        getrandom::fill(digest_key.as_mut()).map_err(|e| VaultError::Randomness(e.to_string()))?;
        Ok(Self {
            digest_key,
            recipients: recipients.iter().map(ToString::to_string).collect(),
        })
    }

    /// The bytes of `secret.age`.
    pub(crate) fn seal(&self, recipients: &[Recipient]) -> Result<Vec<u8>, VaultError> {
        let sealed = Sealed {
            v: 1,
            digest_key: hex::encode(*self.digest_key),
            recipients: self.recipients.clone(),
        };
        let json = Zeroizing::new(
            serde_json::to_vec(&sealed).map_err(|e| VaultError::Manifest(e.to_string()))?,
        );
        Ok(key::seal(recipients, &json)?)
    }

    /// Opens `secret.age` and holds it against the recipients of `vault.json`.
    pub(crate) fn open(
        file: &[u8],
        identities: &[Identity],
        recipients: &[Recipient],
    ) -> Result<Self, VaultError> {
        let damaged = |_| VaultError::Damaged("secret.age");
        let json = key::unseal(identities, file).map_err(|_| VaultError::Damaged("secret.age"))?;
        let sealed: Sealed = serde_json::from_slice(&json).map_err(damaged)?;
        let mut digest_key = Zeroizing::new([0u8; 32]);
        hex::decode_to_slice(&sealed.digest_key, digest_key.as_mut_slice())
            .map_err(|_| VaultError::Damaged("secret.age"))?;
        let listed: Vec<String> = recipients.iter().map(ToString::to_string).collect();
        if listed != sealed.recipients {
            return Err(VaultError::ForeignKey);
        }
        Ok(Self {
            digest_key,
            recipients: listed,
        })
    }

    /// 32 hex digits that name `content` for this vault only. `kind` keeps uses apart.
    pub(crate) fn name(&self, kind: &str, content: &[u8]) -> String {
        // HMAC takes keys of any length, so this can't fail; an empty name would be refused later.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.digest_key.as_slice()) else {
            return String::new();
        };
        mac.update(kind.as_bytes());
        mac.update(&[0]);
        mac.update(content);
        hex::encode(&mac.finalize().into_bytes()[..16])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_depend_on_key_kind_and_content() {
        let identity = Identity::generate();
        let keys = [identity.recipient()];
        let one = Secret::generate(&keys).unwrap();
        let two = Secret::generate(&keys).unwrap();
        assert_eq!(one.name("a", b"x").len(), 32);
        assert_ne!(one.name("a", b"x"), two.name("a", b"x"));
        assert_ne!(one.name("a", b"x"), one.name("b", b"x"));
        assert_ne!(one.name("a", b"x"), one.name("a", b"y"));
        let again = Secret::open(&one.seal(&keys).unwrap(), &[identity], &keys).unwrap();
        assert_eq!(again.name("a", b"x"), one.name("a", b"x"));
    }

    #[test]
    fn a_recipient_slipped_into_the_manifest_is_noticed() {
        let identity = Identity::generate();
        let keys = [identity.recipient()];
        let file = Secret::generate(&keys).unwrap().seal(&keys).unwrap();
        let more = [keys[0].clone(), Identity::generate().recipient()];
        assert!(matches!(
            Secret::open(&file, &[identity], &more),
            Err(VaultError::ForeignKey)
        ));
    }
}
