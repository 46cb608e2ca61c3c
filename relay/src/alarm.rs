//! Tells the operator that something needs a look, and nothing about any report.

use std::sync::Mutex;
use std::time::{Duration, Instant};

/// At most one line an hour, so that a log doesn't become a timeline of reports.
const QUIET: Duration = Duration::from_hours(1);

/// One thing that can go wrong, with its fixed words.
#[derive(Debug)]
pub struct Alarm {
    words: &'static str,
    rang: Mutex<Option<Instant>>,
}

impl Alarm {
    /// An alarm that will say `words`.
    #[must_use]
    pub fn new(words: &'static str) -> Self {
        Self {
            words,
            rang: Mutex::new(None),
        }
    }

    /// Writes the words to stderr, unless it did so within the last hour. Tells whether it wrote.
    pub fn ring(&self) -> bool {
        let Ok(mut rang) = self.rang.lock() else {
            return false;
        };
        if rang.is_some_and(|at| at.elapsed() < QUIET) {
            return false;
        }
        *rang = Some(Instant::now());
        eprintln!("waymark-relay: ALARM: {}", self.words);
        true
    }
}

/// Keeps the message of a panic, which may hold data of a request, out of stderr: says where it
/// happened in the code and nothing else. For the whole process.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(at) => eprintln!("waymark-relay: PANIC at {}:{}", at.file(), at.line()),
        None => eprintln!("waymark-relay: PANIC"),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alarm_rings_once_an_hour() {
        let alarm = Alarm::new("test");
        assert!(alarm.ring());
        assert!(!alarm.ring());
    }
}
