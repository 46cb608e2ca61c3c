//! Who may ask, and whether the vault is open.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use age::secrecy::SecretString;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::{InboxError, Source};
use crate::receive::Summary;
use crate::vault::{Manifest, Vault};

/// How many links and sessions are remembered; the oldest goes first.
const REMEMBERED: usize = 16;

/// The state behind the router.
pub(super) struct Inbox {
    /// `127.0.0.1:PORT`.
    pub(super) authority: String,
    /// `http://127.0.0.1:PORT`.
    pub(super) origin: String,
    pub(super) folder: PathBuf,
    pub(super) manifest: Manifest,
    pub(super) demo: bool,
    pub(super) idle: Duration,
    pub(super) source: Option<Source>,
    /// The demonstration's passphrase, which is no secret.
    pub(super) known_passphrase: Option<SecretString>,
    /// One attempt at a time.
    pub(super) attempt: tokio::sync::Mutex<()>,
    access: Mutex<Access>,
    open: Mutex<Open>,
    pub(super) fetching: Mutex<Fetching>,
}

pub(super) type Shared = Arc<Inbox>;

#[derive(Default)]
struct Access {
    /// SHA-256 of tokens that were printed and not used yet.
    links: Vec<[u8; 32]>,
    /// SHA-256 of sessions' tokens.
    sessions: Vec<[u8; 32]>,
}

struct Open {
    vault: Option<Arc<Vault>>,
    last_used: Instant,
}

/// How a fetch is getting on.
#[derive(Default, Clone)]
pub(super) struct Fetching {
    pub(super) running: bool,
    pub(super) handled: usize,
    pub(super) done: Option<Summary>,
    pub(super) error: Option<String>,
}

impl Inbox {
    pub(super) fn new(config: super::InboxConfig) -> Result<Self, InboxError> {
        let manifest = Vault::manifest_of(&config.vault)?;
        let inbox = Self {
            authority: config.address.to_string(),
            origin: format!("http://{}", config.address),
            folder: config.vault,
            manifest,
            demo: config.demo,
            idle: config.idle,
            source: config.source,
            known_passphrase: config.unlocked,
            attempt: tokio::sync::Mutex::default(),
            access: Mutex::default(),
            open: Mutex::new(Open {
                vault: None,
                last_used: Instant::now(),
            }),
            fetching: Mutex::default(),
        };
        if let Some(passphrase) = &inbox.known_passphrase {
            inbox.set_open(Vault::open(&inbox.folder, passphrase)?);
        }
        Ok(inbox)
    }

    /// A new token for the printed address.
    pub(super) fn new_link(&self) -> Result<String, InboxError> {
        let token = random_token()?;
        remember(&mut held(&self.access).links, &token);
        Ok(token)
    }

    /// Exchanges a link's token for a session's. A link works once; in a demonstration, where
    /// nothing is secret, as often as it is opened.
    pub(super) fn exchange(&self, link: &str) -> Result<Option<String>, InboxError> {
        let mut access = held(&self.access);
        let Some(at) = position(&access.links, link) else {
            return Ok(None);
        };
        if !self.demo {
            access.links.remove(at);
        }
        let token = random_token()?;
        remember(&mut access.sessions, &token);
        Ok(Some(token))
    }

    /// Whether a session has this token.
    pub(super) fn knows(&self, token: &str) -> bool {
        position(&held(&self.access).sessions, token).is_some()
    }

    /// The open vault; asking counts as use.
    pub(super) fn vault(&self) -> Option<Arc<Vault>> {
        self.lock_if_idle();
        let mut open = held(&self.open);
        open.last_used = Instant::now();
        open.vault.clone()
    }

    /// Whether the vault is locked; asking doesn't count as use.
    pub(super) fn is_locked(&self) -> bool {
        self.lock_if_idle();
        held(&self.open).vault.is_none()
    }

    pub(super) fn set_open(&self, vault: Vault) {
        *held(&self.open) = Open {
            vault: Some(Arc::new(vault)),
            last_used: Instant::now(),
        };
    }

    /// Drops the keys.
    pub(super) fn lock(&self) {
        held(&self.open).vault = None;
    }

    pub(super) fn lock_if_idle(&self) {
        let mut open = held(&self.open);
        if open.last_used.elapsed() >= self.idle {
            open.vault = None;
        }
    }
}

/// A poisoned lock holds plain values that are never half-changed.
pub(super) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// 256 random bits, hex.
fn random_token() -> Result<String, InboxError> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|e| InboxError::Randomness(e.to_string()))?;
    Ok(hex::encode(bytes))
}

fn remember(list: &mut Vec<[u8; 32]>, token: &str) {
    if list.len() == REMEMBERED {
        list.remove(0);
    }
    list.push(Sha256::digest(token).into());
}

/// Compares in constant time, so that answers' speed tells nothing about a guess.
fn position(list: &[[u8; 32]], token: &str) -> Option<usize> {
    let digest: [u8; 32] = Sha256::digest(token).into();
    let mut found = None;
    for (at, known) in list.iter().enumerate() {
        if bool::from(known.ct_eq(&digest)) {
            found = Some(at);
        }
    }
    found
}
