//! Telling whoever waits what is being done.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

/// A part of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Content and theme are read and checked.
    Read,
    /// So many pages are drawn and indexed for search.
    Draw {
        /// Pages in all languages.
        pages: usize,
    },
    /// So many files are written.
    Write {
        /// Files.
        files: usize,
    },
}

impl std::fmt::Display for Phase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Read => f.write_str("reading content and theme"),
            Self::Draw { pages } => write!(f, "drawing and indexing {pages} pages"),
            Self::Write { files } => write!(f, "writing {files} files"),
        }
    }
}

/// Is told when a part of the work begins.
pub trait Progress {
    /// This part begins now.
    fn phase(&mut self, phase: Phase);
}

/// Says nothing.
#[derive(Debug, Default, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn phase(&mut self, _: Phase) {}
}

/// A short build needs no words; after this time a person begins to wonder.
const PATIENCE: Duration = Duration::from_millis(500);

/// Says on a terminal what is going on, once that has taken half a second.
#[derive(Debug)]
pub struct Terminal {
    teller: Option<(Sender<Phase>, JoinHandle<()>)>,
}

impl Terminal {
    /// Speaks on standard error if that is a terminal; else stays silent.
    #[must_use]
    pub fn new() -> Self {
        let teller = io::stderr().is_terminal().then(|| {
            let (sender, phases) = mpsc::channel::<Phase>();
            let thread = std::thread::spawn(move || {
                let mut current = None;
                // First patience, then every phase as it comes.
                let deadline = std::time::Instant::now() + PATIENCE;
                loop {
                    let left = deadline.saturating_duration_since(std::time::Instant::now());
                    match phases.recv_timeout(left) {
                        Ok(phase) => current = Some(phase),
                        Err(RecvTimeoutError::Timeout) => break,
                        Err(RecvTimeoutError::Disconnected) => return,
                    }
                }
                if let Some(phase) = current {
                    tell(phase);
                }
                for phase in phases {
                    tell(phase);
                }
            });
            (sender, thread)
        });
        Self { teller }
    }
}

impl Default for Terminal {
    fn default() -> Self {
        Self::new()
    }
}

fn tell(phase: Phase) {
    // A terminal that has gone away is no reason to stop.
    let _ = writeln!(io::stderr(), "  {phase} …");
}

impl Progress for Terminal {
    fn phase(&mut self, phase: Phase) {
        if let Some((sender, _)) = &self.teller {
            // The thread ends only after this sender has.
            let _ = sender.send(phase);
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.teller.take() {
            drop(sender);
            // So that no line comes after the build's last word.
            let _ = thread.join();
        }
    }
}
