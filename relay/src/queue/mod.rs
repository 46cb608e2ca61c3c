//! Where frames wait: durable before acknowledged, delivered at least once, in no order.
//!
//! The trait is shaped by what SQS can do, so that the same mixer and desk run on either.

mod spool;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

pub use spool::Spool;

use crate::config::{DeskId, RelayConfig};

/// What the methods of a [`Queue`] give; boxed, so that queues can be chosen at run time.
pub type QueueFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, QueueError>> + Send + 'a>>;

/// A queue of opaque messages.
///
/// Held by every implementation (`tests/conformance`): when `send` has said yes, the message
/// survives a crash of the process and a loss of power; a message is received until it is deleted;
/// a received one is hidden from all readers until its visibility has run out or it is released;
/// deleting twice is no error.
pub trait Queue: Send + Sync {
    /// Stores a message. Says yes only when it is durable.
    fn send<'a>(&'a self, body: &'a [u8]) -> QueueFuture<'a, ()>;

    /// Takes up to `limit` messages and hides them for `visibility`. None means: none visible now.
    fn receive(&self, limit: usize, visibility: Duration) -> QueueFuture<'_, Vec<Message>>;

    /// Removes a received message for good. If it became visible again in the meantime and another
    /// reader has it, it stays theirs, and that isn't an error.
    fn delete<'a>(&'a self, handle: &'a Handle) -> QueueFuture<'a, ()>;

    /// Makes a received message visible again at once.
    fn release<'a>(&'a self, handle: &'a Handle) -> QueueFuture<'a, ()>;
}

/// A received message.
#[derive(Clone)]
pub struct Message {
    /// The bytes that were sent.
    pub body: Vec<u8>,
    /// What to delete or release it with.
    pub handle: Handle,
    /// When it was sent, if the queue can't help knowing. A spool doesn't know.
    pub sent: Option<SystemTime>,
}

/// A queue's name for one delivery of one message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Handle(pub String);

/// Why a queue couldn't do something. Holds nothing of any message.
#[derive(Debug, thiserror::Error)]
pub enum QueueError {
    /// The file system said no.
    #[error("the spool can't {doing}: {error}")]
    Spool {
        /// What was tried.
        doing: &'static str,
        /// What the system says.
        error: std::io::Error,
    },
    /// A service said no, or nothing in time.
    #[error("the queue's service: {0}")]
    Service(String),
    /// The work was stopped half way; whether it was done isn't known.
    #[error("interrupted")]
    Interrupted,
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Message(…)")
    }
}

/// The queues of one desk.
#[derive(Clone)]
pub struct DeskQueues {
    /// Where the relay puts frames.
    pub intake: Arc<dyn Queue>,
    /// Where it puts them when `intake` is over its cap or can't take them.
    pub overflow: Arc<dyn Queue>,
    /// Where the mixer puts them and the desk takes them from.
    pub desk: Arc<dyn Queue>,
}

impl DeskQueues {
    /// Opens a desk's three spools, making their folders if need be.
    pub fn spools(config: &RelayConfig, desk: &DeskId) -> Result<Self, QueueError> {
        let folder = config.spool.join(desk.as_str());
        let overflow = config
            .overflow
            .as_ref()
            .map_or_else(|| folder.clone(), |other| other.join(desk.as_str()));
        let open = |path: std::path::PathBuf| -> Result<Arc<dyn Queue>, QueueError> {
            Ok(Arc::new(Spool::open(path, config.clock.clone())?))
        };
        Ok(Self {
            intake: open(folder.join("intake"))?,
            overflow: open(overflow.join("overflow"))?,
            desk: open(folder.join("desk"))?,
        })
    }
}

impl fmt::Debug for DeskQueues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeskQueues")
    }
}
