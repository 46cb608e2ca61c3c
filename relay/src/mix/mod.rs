//! Makes the hour forgotten: once a day everything that came in is collapsed, shuffled and passed
//! on, so that what reaches the desk carries the day of the mixing.
//!
//! A run may be cut off anywhere, and two may run at once: a duplicate is possible then, a loss is
//! not. The desk tells duplicates by [`Inner`] and by the id inside.

mod lock;
mod shuffle;

use std::collections::{HashMap, HashSet};
use std::future::Future;
use std::pin::pin;
use std::time::{Duration, SystemTime};

use crate::alarm::Alarm;
use crate::config::RelayConfig;
use crate::frame::{Frame, Inner};
use crate::queue::{DeskQueues, Message, Queue, QueueError};
use lock::Lock;

/// How a run goes about it.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long taken messages are hidden from others; what a run that was cut off had taken
    /// comes back after it.
    pub visibility: Duration,
    /// Messages held in memory and shuffled together, 32 KB each.
    pub batch: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            visibility: Duration::from_hours(1),
            batch: 1_000,
        }
    }
}

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mixed {
    /// Messages passed on or renewed.
    pub sent: usize,
    /// Messages dropped because another frame of the same report was passed on.
    pub collapsed: usize,
}

/// Why a run ended early. It can be started again at any time.
#[derive(Debug, thiserror::Error)]
pub enum MixError {
    /// Another run has the lock.
    #[error("another run of the mixer is under way")]
    Running,
    /// The lock file can't be used.
    #[error("the mixer's lock file: {0}")]
    Lock(std::io::Error),
    /// A queue couldn't do its part.
    #[error(transparent)]
    Queue(#[from] QueueError),
    /// No randomness to shuffle with.
    #[error("the system has no randomness to give: {0}")]
    Random(#[from] getrandom::Error),
}

/// Mixes every desk's spools once: `intake` and `overflow` into `desk`.
pub async fn run_once(config: &RelayConfig) -> Result<Mixed, MixError> {
    run(config, Pace::default()).await
}

/// [`run_once`] at another pace.
pub async fn run(config: &RelayConfig, pace: Pace) -> Result<Mixed, MixError> {
    let mut lock = Lock::take(&config.spool)?;
    let mut mixed = Mixed::default();
    for desk in config.desks.keys() {
        let queues = DeskQueues::spools(config, desk)?;
        mixed += drain(queues.intake.as_ref(), queues.desk.as_ref(), pace).await?;
        mixed += drain(queues.overflow.as_ref(), queues.desk.as_ref(), pace).await?;
    }
    lock.note_completion(SystemTime::now())?;
    Ok(mixed)
}

/// Renews every desk's queue: see [`renew`].
pub async fn renew_once(config: &RelayConfig, pace: Pace) -> Result<Mixed, MixError> {
    let _lock = Lock::take(&config.spool)?;
    let mut mixed = Mixed::default();
    for desk in config.desks.keys() {
        let queues = DeskQueues::spools(config, desk)?;
        mixed += renew(queues.desk.as_ref(), pace).await?;
    }
    Ok(mixed)
}

/// Mixes every `interval` until `stop` is ready; a run under way is finished first.
///
/// The time of the last run is kept in the spool, so that restarts neither skip a run nor force one.
pub async fn every(config: &RelayConfig, interval: Duration, stop: impl Future<Output = ()>) {
    /// After a run that failed.
    const AGAIN: Duration = Duration::from_mins(10);
    let failing = Alarm::new("the mixer can't finish its run, trying again");
    // The lock keeps other runs away, so what a killed run had taken may come back as early as this.
    let pace = Pace {
        visibility: interval.clamp(Duration::from_mins(1), Duration::from_hours(1)),
        ..Pace::default()
    };
    let mut stop = pin!(stop);
    let mut wait = match Lock::last_completion(&config.spool) {
        Some(last) => (last + interval)
            .duration_since(SystemTime::now())
            .unwrap_or_default()
            .min(interval),
        None => interval,
    };
    loop {
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(wait) => {}
        }
        wait = match run(config, pace).await {
            // Another process mixes the same spool, which is as good.
            Ok(_) | Err(MixError::Running) => interval,
            Err(_) => {
                failing.ring();
                interval.min(AGAIN)
            }
        };
    }
}

/// Passes everything from one queue to another: collapsed by [`Inner`], shuffled, deleted only
/// after the other queue has confirmed it.
pub async fn drain(from: &dyn Queue, to: &dyn Queue, pace: Pace) -> Result<Mixed, MixError> {
    let mut mixed = Mixed::default();
    let mut passed_on = HashSet::new();
    loop {
        let batch = gather(from, pace).await?;
        if batch.is_empty() {
            return Ok(mixed);
        }
        let mut reports: HashMap<Inner, Vec<Message>> = HashMap::new();
        for message in batch {
            reports.entry(name(&message)).or_default().push(message);
        }
        let mut reports: Vec<_> = reports.into_iter().collect();
        shuffle::shuffle(&mut reports)?;
        let mut reports = reports.into_iter();
        while let Some((inner, copies)) = reports.next() {
            let fresh = !passed_on.contains(&inner);
            if fresh {
                if let Err(error) = to.send(&copies[0].body).await {
                    let rest = reports.flat_map(|(_, copies)| copies);
                    give_back(from, copies.into_iter().chain(rest)).await;
                    return Err(error.into());
                }
                passed_on.insert(inner);
                mixed.sent += 1;
            }
            mixed.collapsed += copies.len() - usize::from(fresh);
            for copy in &copies {
                from.delete(&copy.handle).await?;
            }
        }
    }
}

/// Sends everything in a queue to its end again, for queues that forget after some days.
///
/// What came after the run began is left alone, and so is what the run itself has sent: a spool
/// doesn't know times, so each report is renewed once a run.
pub async fn renew(queue: &dyn Queue, pace: Pace) -> Result<Mixed, MixError> {
    let began = SystemTime::now();
    let mut renewed = HashSet::new();
    let mut mixed = Mixed::default();
    let mut left_alone = Vec::new();
    let outcome = loop {
        let mut batch = match gather(queue, pace).await {
            Ok(batch) if batch.is_empty() => break Ok(mixed),
            Ok(batch) => batch,
            Err(error) => break Err(error),
        };
        shuffle::shuffle(&mut batch)?;
        let mut batch = batch.into_iter();
        let mut fault = None;
        for message in batch.by_ref() {
            let late = message.sent.is_some_and(|sent| sent > began);
            if late || !renewed.insert(name(&message)) {
                left_alone.push(Message {
                    body: Vec::new(),
                    ..message
                });
                continue;
            }
            if let Err(error) = queue.send(&message.body).await {
                left_alone.push(message);
                fault = Some(error);
                break;
            }
            mixed.sent += 1;
            if let Err(error) = queue.delete(&message.handle).await {
                fault = Some(error);
                break;
            }
        }
        if let Some(error) = fault {
            left_alone.extend(batch);
            break Err(error.into());
        }
    };
    give_back(queue, left_alone.into_iter()).await;
    outcome
}

/// Takes up to a batch; queues may give fewer than asked for at a time.
async fn gather(queue: &dyn Queue, pace: Pace) -> Result<Vec<Message>, MixError> {
    let mut batch = Vec::new();
    while batch.len() < pace.batch {
        let wanted = pace.batch - batch.len();
        match queue.receive(wanted, pace.visibility).await {
            Ok(more) if more.is_empty() => break,
            Ok(more) => batch.extend(more),
            // What is at hand can go on its way; the fault will show again if it lasts.
            Err(_) if !batch.is_empty() => break,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(batch)
}

/// Makes messages visible at once instead of after their visibility. Best effort: they come back
/// anyway.
async fn give_back(queue: &dyn Queue, messages: impl Iterator<Item = Message>) {
    for message in messages {
        let _ = queue.release(&message.handle).await;
    }
}

/// By what a message is told from others. One that isn't a frame (a damaged disk) is told by all
/// its bytes and passed on: the desk puts it into quarantine.
fn name(message: &Message) -> Inner {
    Frame::parse(&message.body).map_or_else(|_| Inner::of(&message.body), |frame| frame.inner())
}

impl std::ops::AddAssign for Mixed {
    fn add_assign(&mut self, other: Self) {
        self.sent += other.sent;
        self.collapsed += other.collapsed;
    }
}
