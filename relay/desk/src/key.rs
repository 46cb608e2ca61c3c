//! The desk's keys: X25519 identities of age v1, locked by a passphrase.
//!
//! A key file is what `age-keygen | age -p` would give: stock `age -d -i KEYFILE report.age` asks
//! for the passphrase and opens a report without this program.

use std::fmt;
use std::io::Read;
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::day::Day;

pub use age::secrecy::SecretString as Passphrase;

/// The highest scrypt cost that a key file may ask for: 2^22 needs 4 GiB, which no machine that
/// made the file in a second can have meant.
const MAX_WORK_FACTOR: u8 = 22;

/// What a key file costs to open: 2^18, as stock age writes it; 256 MiB and about a second. The
/// Rust library's own choice extrapolates from a cost so small that it fits the processor's cache,
/// and asked for ten seconds and gigabytes here.
const WORK_FACTOR: u8 = 18;

/// Why a key can't be made, written or read.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The passphrase doesn't open the key file.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The key file isn't a passphrase-locked age identity, or was altered.
    #[error("the key file is damaged: {0}")]
    Damaged(&'static str),
    /// The text isn't an age X25519 recipient. It isn't repeated: it could be a secret key.
    #[error("not a recipient: it should begin with `age1` and have 62 characters")]
    NotARecipient,
    /// Encryption failed, which happens only when the system gives no randomness or memory.
    #[error("could not encrypt: {0}")]
    Encrypt(String),
}

/// The secret half of a key pair. Wiped from memory when dropped.
#[derive(Clone)]
pub struct Identity(age::x25519::Identity);

/// The public half: the line that goes into `places.toml`.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient {
    key: age::x25519::Recipient,
    text: String,
}

impl Identity {
    /// Makes a new key pair from the system's randomness.
    #[must_use]
    pub fn generate() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// The public half.
    #[must_use]
    pub fn recipient(&self) -> Recipient {
        let key = self.0.to_public();
        Recipient {
            text: key.to_string(),
            key,
        }
    }

    /// The secret as `AGE-SECRET-KEY-1…`, as stock age reads it.
    #[must_use]
    pub fn reveal(&self) -> SecretString {
        self.0.to_string()
    }

    /// For decryption by the age library.
    pub(crate) fn as_age(&self) -> &dyn age::Identity {
        &self.0
    }

    /// The key file: the identity with its comment lines, encrypted with the passphrase.
    ///
    /// `work_factor` is scrypt's log2 N; `None` means 18, as stock age takes. A small one is for
    /// demonstrations and tests only.
    pub fn lock(
        &self,
        passphrase: &SecretString,
        made: Day,
        work_factor: Option<u8>,
    ) -> Result<Vec<u8>, KeyError> {
        let secret = self.reveal();
        let text = Zeroizing::new(format!(
            "# created: {made}\n# public key: {}\n{}\n",
            self.recipient(),
            secret.expose_secret()
        ));
        let mut recipient = age::scrypt::Recipient::new(passphrase.clone());
        recipient.set_work_factor(work_factor.unwrap_or(WORK_FACTOR).clamp(1, MAX_WORK_FACTOR));
        encrypt(
            std::iter::once(&recipient as &dyn age::Recipient),
            text.as_bytes(),
        )
    }

    /// Opens a key file.
    pub fn unlock(file: &[u8], passphrase: &SecretString) -> Result<Self, KeyError> {
        let decryptor =
            Decryptor::new_buffered(file).map_err(|_| KeyError::Damaged("not an age file"))?;
        if !decryptor.is_scrypt() {
            return Err(KeyError::Damaged("not locked by a passphrase"));
        }
        let mut lock = age::scrypt::Identity::new(passphrase.clone());
        lock.set_max_work_factor(MAX_WORK_FACTOR);
        let mut reader = decryptor
            .decrypt(std::iter::once(&lock as &dyn age::Identity))
            .map_err(|error| match error {
                DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
                    KeyError::WrongPassphrase
                }
                DecryptError::ExcessiveWork { .. } => {
                    KeyError::Damaged("its scrypt cost is too high")
                }
                _ => KeyError::Damaged("its header was altered"),
            })?;
        let mut text = Zeroizing::new(String::with_capacity(512));
        reader
            .read_to_string(&mut text)
            .map_err(|_| KeyError::Damaged("its content was altered"))?;
        text.lines()
            .find(|line| line.starts_with("AGE-SECRET-KEY-1"))
            .and_then(|line| line.parse().ok())
            .map(Self)
            .ok_or(KeyError::Damaged("no identity in it"))
    }
}

impl Recipient {
    /// A short digest to publish in a second place, so that people can compare keys: the first
    /// 16 bytes of SHA-256 of the recipient line, as eight groups of four hex digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = hex::encode(&Sha256::digest(self.text.as_bytes())[..16]);
        let groups: Vec<&str> = (0..8).map(|i| &digest[i * 4..i * 4 + 4]).collect();
        groups.join(" ")
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for Recipient {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let key: age::x25519::Recipient =
            text.trim().parse().map_err(|_| KeyError::NotARecipient)?;
        Ok(Self {
            text: key.to_string(),
            key,
        })
    }
}

/// Encrypts to every one of `recipients`.
pub(crate) fn seal(recipients: &[Recipient], plaintext: &[u8]) -> Result<Vec<u8>, KeyError> {
    encrypt(
        recipients.iter().map(|r| &r.key as &dyn age::Recipient),
        plaintext,
    )
}

fn encrypt<'a>(
    recipients: impl Iterator<Item = &'a dyn age::Recipient>,
    plaintext: &[u8],
) -> Result<Vec<u8>, KeyError> {
    use std::io::Write;
    let encryptor =
        Encryptor::with_recipients(recipients).map_err(|e| KeyError::Encrypt(e.to_string()))?;
    let mut sealed = Vec::with_capacity(plaintext.len() + 1024);
    let written = encryptor.wrap_output(&mut sealed).and_then(|mut writer| {
        writer.write_all(plaintext)?;
        writer.finish().map(drop)
    });
    written.map_err(|e| KeyError::Encrypt(e.to_string()))?;
    Ok(sealed)
}

/// Why an age file didn't open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnsealError {
    /// No identity fits any of its recipients.
    #[error("encrypted to other keys")]
    NotForUs,
    /// It ends too early.
    #[error("it ends too early")]
    Truncated,
    /// It isn't an age file, or its header or content was altered.
    #[error("not an age file, or altered")]
    Damaged,
}

/// Decrypts an age file with whichever of `identities` fits.
pub(crate) fn unseal(
    identities: &[Identity],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
    let decryptor = Decryptor::new_buffered(sealed).map_err(|error| unseal_error(&error))?;
    if decryptor.is_scrypt() {
        return Err(UnsealError::NotForUs);
    }
    let mut reader = decryptor
        .decrypt(identities.iter().map(Identity::as_age))
        .map_err(|error| unseal_error(&error))?;
    // Never grown: a reallocation would leave plaintext behind in freed memory.
    let mut plain = Zeroizing::new(vec![0u8; sealed.len()]);
    let mut length = 0;
    loop {
        match reader.read(&mut plain[length..]) {
            Ok(0) => break,
            Ok(n) => length += n,
            Err(error) => {
                plain.zeroize();
                return Err(match error.kind() {
                    std::io::ErrorKind::UnexpectedEof => UnsealError::Truncated,
                    _ => UnsealError::Damaged,
                });
            }
        }
    }
    plain.truncate(length);
    Ok(plain)
}

fn unseal_error(error: &DecryptError) -> UnsealError {
    match error {
        DecryptError::NoMatchingKeys => UnsealError::NotForUs,
        DecryptError::Io(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => {
            UnsealError::Truncated
        }
        _ => UnsealError::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passphrase(text: &str) -> SecretString {
        SecretString::from(text.to_owned())
    }

    #[test]
    fn locks_and_unlocks() {
        let identity = Identity::generate();
        let file = identity
            .lock(&passphrase("one two three"), Day::today(), Some(2))
            .unwrap();
        let again = Identity::unlock(&file, &passphrase("one two three")).unwrap();
        assert_eq!(again.recipient(), identity.recipient());
        assert!(matches!(
            Identity::unlock(&file, &passphrase("one two four")),
            Err(KeyError::WrongPassphrase)
        ));
        assert!(matches!(
            Identity::unlock(&file[..60], &passphrase("x")),
            Err(KeyError::Damaged(_))
        ));
        assert!(matches!(
            Identity::unlock(b"hello", &passphrase("x")),
            Err(KeyError::Damaged(_))
        ));
    }

    #[test]
    fn fingerprint_is_a_function_of_the_recipient_line() {
        let line = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
        let recipient: Recipient = line.parse().unwrap();
        // printf %s LINE | sha256sum | head -c 32
        assert_eq!(
            recipient.fingerprint(),
            "6a80 4773 9828 40fa 7eae 3847 079a 53b0"
        );
        assert_eq!(recipient.to_string(), line);
        assert!("age1short".parse::<Recipient>().is_err());
        assert!(
            "AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33"
                .parse::<Recipient>()
                .is_err()
        );
    }

    #[test]
    fn unseal_tells_what_is_wrong() {
        let identity = Identity::generate();
        let long = vec![7u8; 70_000];
        let sealed = seal(&[identity.recipient()], &long).unwrap();
        assert_eq!(
            unseal(std::slice::from_ref(&identity), &sealed)
                .unwrap()
                .as_slice(),
            long.as_slice()
        );
        assert_eq!(
            unseal(&[Identity::generate()], &sealed).unwrap_err(),
            UnsealError::NotForUs
        );
        assert_eq!(unseal(&[], &sealed).unwrap_err(), UnsealError::NotForUs);
        let mut bent = sealed.clone();
        let last = bent.len() - 1;
        bent[last] ^= 1;
        assert_eq!(
            unseal(std::slice::from_ref(&identity), &bent).unwrap_err(),
            UnsealError::Damaged
        );
        for cut in [0, 10, 50, 150, 300, 40_000, sealed.len() - 1] {
            assert!(
                unseal(std::slice::from_ref(&identity), &sealed[..cut]).is_err(),
                "cut at {cut}"
            );
        }
    }
}
