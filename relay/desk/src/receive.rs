//! From the queue, or from a stick, into the vault.
//!
//! The order is the promise: received → opened and checked → written and synced → only then
//! deleted from the queue. Cut off anywhere, a message is received again, and its place in the
//! vault is found taken.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use waymark_relay::clock::Clock;
use waymark_relay::config::DeskId;
use waymark_relay::frame::{self, Frame, FrameError};
use waymark_relay::queue::{Queue, QueueError, Spool};

use crate::day::Day;
use crate::key::UnsealError;
use crate::quarantine::Reason;
use crate::vault::{Kept, Name, Vault, VaultError};

/// Where messages are received from.
pub type Source = Arc<dyn Queue>;

/// For how long a received message is hidden from other readers. Long enough for a batch on a slow
/// shared folder; short, because what a killed desk had taken looks like nothing new until then.
const VISIBILITY: Duration = Duration::from_mins(5);

/// How many messages are received at a time; SQS gives no more.
const BATCH: usize = 10;

/// After so many failures in a row the disk is at fault, not the messages.
const PATIENCE: usize = 3;

const FRAME_BEGINS: &[u8] = b"WAYMARK";
const AGE_BEGINS: &[u8] = b"age-encryption.org/v1\n";

/// What a fetch or an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The new reports' names in the vault.
    pub reports: Vec<Name>,
    /// Messages that were in the vault already.
    pub repeated: usize,
    /// Messages that the desk had deleted before.
    pub deleted_before: usize,
    /// Messages newly put into quarantine, each with its reason.
    pub set_aside: Vec<Reason>,
}

impl Summary {
    /// How many messages were dealt with.
    #[must_use]
    pub fn handled(&self) -> usize {
        self.reports.len() + self.repeated + self.deleted_before + self.set_aside.len()
    }

    fn count(&mut self, taken: Taken) {
        match taken {
            Taken::Kept(Kept::New(name)) => self.reports.push(name),
            Taken::Kept(Kept::Duplicate(_)) | Taken::SetAside(_, false) => self.repeated += 1,
            Taken::Kept(Kept::Deleted) => self.deleted_before += 1,
            Taken::SetAside(reason, true) => self.set_aside.push(reason),
        }
    }
}

/// What became of one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It is a report of this desk's.
    Kept(Kept),
    /// It is in quarantine; false if it was there already.
    SetAside(Reason, bool),
}

/// Why receiving stopped. What wasn't written is still in the queue.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The queue said no.
    #[error("the queue can't be read: {0}")]
    Queue(#[from] QueueError),
    /// The vault said no.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The spool has no queue for the desk.
    #[error("there is no queue for the desk `{desk}` in {folder}")]
    NoQueue {
        /// The desk's id.
        desk: String,
        /// The spool's folder.
        folder: String,
    },
    /// A worker was stopped.
    #[error("interrupted")]
    Interrupted,
}

/// The desk's queue in a relay's spool folder.
pub fn spool(folder: &Path, desk: &str) -> Result<Source, FetchError> {
    let queue = folder.join(desk).join("desk");
    // The id becomes a path. A spool makes its folders; made at the wrong path they would look like
    // an empty queue.
    if desk.parse::<DeskId>().is_err() || !queue.is_dir() {
        return Err(FetchError::NoQueue {
            desk: desk.to_owned(),
            folder: folder.display().to_string(),
        });
    }
    Ok(Arc::new(Spool::open(queue, Clock::system())?))
}

/// Receives until the queue is empty. `progress` is called after every message.
pub async fn fetch(
    vault: &Arc<Vault>,
    queue: &Source,
    progress: &mut (dyn FnMut(&Summary) + Send),
) -> Result<Summary, FetchError> {
    let mut summary = Summary::default();
    let mut failures = 0;
    let mut first_failure: Option<FetchError> = None;
    let mut unfinished = Vec::new();
    while failures < PATIENCE {
        let messages = match queue.receive(BATCH, VISIBILITY).await {
            Ok(messages) if messages.is_empty() => break,
            Ok(messages) => messages,
            Err(error) => {
                first_failure.get_or_insert(error.into());
                break;
            }
        };
        for message in messages {
            let (at, handle) = (Arc::clone(vault), message.handle.clone());
            let work = tokio::task::spawn_blocking(move || take_in(&at, &message.body));
            let outcome = match work.await {
                Ok(Ok(taken)) => queue
                    .delete(&handle)
                    .await
                    .map(|()| taken)
                    .map_err(FetchError::from),
                Ok(Err(error)) => Err(error.into()),
                Err(_) => Err(FetchError::Interrupted),
            };
            match outcome {
                Ok(taken) => {
                    summary.count(taken);
                    failures = 0;
                    progress(&summary);
                }
                // Not written, or not deleted. The others get their turn first.
                Err(error) => {
                    failures += 1;
                    first_failure.get_or_insert(error);
                    unfinished.push(handle);
                }
            }
        }
    }
    // Whatever went wrong: a message that stays hidden makes the next fetch say "nothing new".
    for handle in &unfinished {
        let _ = queue.release(handle).await;
    }
    match first_failure {
        Some(error) => Err(error),
        None => Ok(summary),
    }
}

/// Takes in one message, whatever it is. When this returns, it is durable somewhere in the vault.
pub fn take_in(vault: &Vault, bytes: &[u8]) -> Result<Taken, VaultError> {
    Ok(match attempt(vault, bytes)? {
        Ok(kept) => Taken::Kept(kept),
        Err(reason) => Taken::SetAside(reason, vault.quarantine(bytes, reason)?),
    })
}

/// Whether a file looks like a saved report: a frame, or a bare age file.
#[must_use]
pub fn looks_like_a_report(bytes: &[u8]) -> bool {
    bytes.starts_with(FRAME_BEGINS) || bytes.starts_with(AGE_BEGINS)
}

/// Tries everything in quarantine again, for instance after a key came back. Returns how many
/// reports came out.
pub fn retry_quarantine(vault: &Vault) -> Result<usize, VaultError> {
    let mut out = 0;
    for item in vault.quarantined()? {
        let Ok(bytes) = vault.quarantined_bytes(&item.name) else {
            continue;
        };
        if attempt(vault, &bytes)?.is_ok() {
            vault.release_from_quarantine(&item.name)?;
            out += 1;
        }
    }
    Ok(out)
}

fn attempt(vault: &Vault, bytes: &[u8]) -> Result<Result<Kept, Reason>, VaultError> {
    if bytes.starts_with(AGE_BEGINS) {
        return vault.keep(bytes, None);
    }
    // Mail programs and sticks may append to a file; what counts is at its beginning.
    let exact = if bytes.starts_with(FRAME_BEGINS) {
        bytes.get(..frame::LENGTH).unwrap_or(bytes)
    } else {
        bytes
    };
    match Frame::parse(exact) {
        Ok(frame) => vault.keep(frame.age, Day::from_number(frame.day.0).ok()),
        Err(error) => Ok(Err(match error {
            FrameError::WrongSize(_) if bytes.starts_with(FRAME_BEGINS) => Reason::Truncated,
            FrameError::WrongSize(_) | FrameError::WrongMagic => Reason::NotAFrame,
            FrameError::WrongVersion => Reason::UnknownVersion,
            FrameError::WrongLength | FrameError::NotAnEnvelope => Reason::Damaged,
        })),
    }
}

impl From<UnsealError> for Reason {
    fn from(error: UnsealError) -> Self {
        match error {
            UnsealError::NotForUs => Self::NotForUs,
            UnsealError::Truncated => Self::Truncated,
            UnsealError::Damaged => Self::Damaged,
        }
    }
}
