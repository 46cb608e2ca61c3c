//! The inbox: reports in a browser, on this computer only.

mod api;
mod guard;
mod page;
mod session;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Weak};
use std::time::Duration;

use age::secrecy::SecretString;
use axum::extract::DefaultBodyLimit;
use axum::{Router, middleware};
use tokio::net::TcpListener;

pub use guard::TOKEN_HEADER;

use crate::receive::Source;
use crate::vault::VaultError;

/// After how long without use the inbox locks itself.
pub const DEFAULT_IDLE: Duration = Duration::from_mins(10);

/// No call needs more than a passphrase.
const BODY_LIMIT: usize = 16 * 1024;

/// What an inbox needs.
pub struct InboxConfig {
    /// The vault's folder. It must exist.
    pub vault: PathBuf,
    /// The address that the listener is bound to: `127.0.0.1` and a port.
    pub address: SocketAddr,
    /// Shows the banner "demonstration" and lets a link be opened more than once.
    pub demo: bool,
    /// The passphrase of a demonstration desk: it starts unlocked and unlocks without being asked.
    pub unlocked: Option<SecretString>,
    /// Where "Check for new messages" looks.
    pub source: Option<Source>,
    /// Locks after this long without use.
    pub idle: Duration,
}

/// Why an inbox can't start.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// The vault isn't there or can't be opened.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// An address other than 127.0.0.1 would let other computers in.
    #[error("the inbox is for this computer only: it can't listen on {0}")]
    NotLoopback(SocketAddr),
    /// The port is taken, or the network is gone.
    #[error("could not listen on {address}: {source}")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// What the system answered.
        source: io::Error,
    },
    /// The system gave no random bytes.
    #[error("no randomness from the system: {0}")]
    Randomness(String),
}

/// An inbox: its state and its address.
pub struct Inbox(Arc<session::Inbox>);

impl Inbox {
    /// Prepares an inbox. With `unlocked`, opens the vault.
    pub fn new(config: InboxConfig) -> Result<Self, InboxError> {
        if config.address.ip() != Ipv4Addr::LOCALHOST {
            return Err(InboxError::NotLoopback(config.address));
        }
        session::Inbox::new(config).map(|inbox| Self(Arc::new(inbox)))
    }

    /// An address to open in the browser. The part after `#` never leaves the browser; it is
    /// exchanged for a session once (in a demonstration, any number of times).
    pub fn link(&self) -> Result<String, InboxError> {
        Ok(format!("{}/#{}", self.0.origin, self.0.new_link()?))
    }

    /// The service. Call it inside a Tokio runtime: it also starts the watch that locks the vault
    /// when idle, which ends when the last router is dropped.
    pub fn router(&self) -> Router {
        tokio::spawn(watch_idle(Arc::downgrade(&self.0), self.0.idle));
        Router::new()
            .merge(page::routes())
            .merge(api::routes())
            .layer(DefaultBodyLimit::max(BODY_LIMIT))
            .layer(middleware::from_fn_with_state(
                Arc::clone(&self.0),
                guard::guard,
            ))
            .with_state(Arc::clone(&self.0))
    }
}

/// An inbox's service and a link to open it; see [`Inbox::router`].
pub fn router(config: InboxConfig) -> Result<(Router, String), InboxError> {
    let inbox = Inbox::new(config)?;
    Ok((inbox.router(), inbox.link()?))
}

/// Binds to 127.0.0.1 and nothing else. Port 0 means any free one.
pub async fn listen(port: u16) -> Result<TcpListener, InboxError> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address)
        .await
        .map_err(|source| InboxError::Listen { address, source })
}

async fn watch_idle(inbox: Weak<session::Inbox>, idle: Duration) {
    let pause = (idle / 4).clamp(Duration::from_millis(50), Duration::from_secs(5));
    loop {
        tokio::time::sleep(pause).await;
        match inbox.upgrade() {
            Some(inbox) => inbox.lock_if_idle(),
            None => return,
        }
    }
}
