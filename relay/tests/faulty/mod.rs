//! A queue in memory whose steps can be counted and cut off.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use waymark_relay::queue::{Handle, Message, Queue, QueueError, QueueFuture};

/// What happens to the one step of a run that goes wrong.
#[derive(Clone, Copy, Debug)]
pub enum Cut {
    /// The process dies before the step: it isn't done.
    Before,
    /// The process dies after the step, before it hears of it.
    After,
    /// Only this step fails, the process lives on.
    Once,
}

/// Counts the steps of a run over all its queues, and cuts it off at one of them.
#[derive(Default)]
pub struct Fate {
    pub steps: AtomicUsize,
    cut: Mutex<Option<(usize, Cut)>>,
}

impl Fate {
    pub fn reset(&self, cut: Option<(usize, Cut)>) {
        self.steps.store(0, Ordering::SeqCst);
        *self.cut.lock().unwrap() = cut;
    }

    /// Does a step, or not, as fate has it.
    fn step<T>(&self, work: impl FnOnce() -> T) -> Result<T, QueueError> {
        let step = self.steps.fetch_add(1, Ordering::SeqCst);
        match *self.cut.lock().unwrap() {
            Some((at, Cut::Once)) if step == at => Err(QueueError::Interrupted),
            Some((at, Cut::Before)) if step >= at => Err(QueueError::Interrupted),
            Some((at, Cut::After)) if step == at => {
                work();
                Err(QueueError::Interrupted)
            }
            Some((at, Cut::After)) if step > at => Err(QueueError::Interrupted),
            _ => Ok(work()),
        }
    }
}

pub struct Entry {
    body: Vec<u8>,
    hidden: bool,
    pub sent: Option<SystemTime>,
}

/// A queue in memory that goes wrong on demand.
pub struct Memory {
    fate: Arc<Fate>,
    pub messages: Mutex<BTreeMap<usize, Entry>>,
    next: AtomicUsize,
}

impl Memory {
    pub fn new(fate: &Arc<Fate>) -> Self {
        Self {
            fate: Arc::clone(fate),
            messages: Mutex::default(),
            next: AtomicUsize::new(0),
        }
    }

    pub fn put(&self, body: &[u8], sent: Option<SystemTime>) {
        let id = self.next.fetch_add(1, Ordering::SeqCst);
        let entry = Entry {
            body: body.to_vec(),
            hidden: false,
            sent,
        };
        self.messages.lock().unwrap().insert(id, entry);
    }

    /// The visibility of everything has run out.
    pub fn time_passes(&self) {
        for entry in self.messages.lock().unwrap().values_mut() {
            entry.hidden = false;
        }
    }

    pub fn bodies(&self) -> Vec<Vec<u8>> {
        let messages = self.messages.lock().unwrap();
        messages.values().map(|entry| entry.body.clone()).collect()
    }

    pub fn hidden(&self) -> usize {
        let messages = self.messages.lock().unwrap();
        messages.values().filter(|entry| entry.hidden).count()
    }
}

impl Queue for Memory {
    fn send<'a>(&'a self, body: &'a [u8]) -> QueueFuture<'a, ()> {
        let done = self.fate.step(|| self.put(body, None));
        Box::pin(async { done })
    }

    fn receive(&self, limit: usize, _: Duration) -> QueueFuture<'_, Vec<Message>> {
        let done = self.fate.step(|| {
            let mut messages = self.messages.lock().unwrap();
            // Fewer than asked for, as services do.
            let visible = messages.iter_mut().filter(|(_, entry)| !entry.hidden);
            visible
                .take(limit.min(3))
                .map(|(id, entry)| {
                    entry.hidden = true;
                    Message {
                        body: entry.body.clone(),
                        handle: Handle(id.to_string()),
                        sent: entry.sent,
                    }
                })
                .collect()
        });
        Box::pin(async { done })
    }

    fn delete<'a>(&'a self, handle: &'a Handle) -> QueueFuture<'a, ()> {
        let done = self.fate.step(|| {
            let id = handle.0.parse().unwrap();
            self.messages.lock().unwrap().remove(&id);
        });
        Box::pin(async { done })
    }

    fn release<'a>(&'a self, handle: &'a Handle) -> QueueFuture<'a, ()> {
        let done = self.fate.step(|| {
            let id = handle.0.parse().unwrap();
            if let Some(entry) = self.messages.lock().unwrap().get_mut(&id) {
                entry.hidden = false;
            }
        });
        Box::pin(async { done })
    }
}
