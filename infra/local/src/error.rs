//! What can stand in the way, each with what to do about it.

use std::io;
use std::path::PathBuf;

use waymark::{BuildError, Diagnostics};

/// Why the system doesn't run.
#[derive(Debug, thiserror::Error)]
pub enum LocalError {
    /// The data folder can't be used.
    #[error("{}: {error}", path.display())]
    Data {
        /// The folder or a file in it.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Another `waymark-local` works in the same data folder.
    #[error("another waymark-local is running with the data folder {}", .0.display())]
    Running(PathBuf),
    /// The port that was asked for is taken.
    #[error("port {port}: {error}")]
    Port {
        /// The port.
        port: u16,
        /// What the system says.
        error: io::Error,
    },
    /// Not a public key of age.
    #[error("`{0}` isn't a public key of age")]
    Recipient(String),
    /// The content can't be read at all.
    #[error("the content can't be read")]
    Content(Diagnostics),
    /// The site has errors, or can't be written.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// The site's id or a desk's can't be used by the relay.
    #[error(transparent)]
    Relay(#[from] waymark_relay::config::ConfigError),
    /// The spool can't be opened.
    #[error(transparent)]
    Spool(#[from] waymark_relay::queue::QueueError),
    /// The demonstration's vault can't be made or opened.
    #[error("the demonstration's vault: {0}")]
    Vault(#[from] waymark_desk::VaultError),
    /// The desk can't reach its queue.
    #[error("the demonstration's desk: {0}")]
    Fetch(#[from] waymark_desk::receive::FetchError),
    /// The desk's inbox can't start.
    #[error("the demonstration's inbox: {0}")]
    Inbox(#[from] waymark_desk::inbox::InboxError),
    /// A server ended by itself.
    #[error("a server stopped: {0}")]
    Serve(io::Error),
}

impl LocalError {
    /// Tells it on stderr, with a hint.
    pub fn report(&self) {
        if let Self::Content(diagnostics) | Self::Build(BuildError::Content(diagnostics)) = self {
            eprintln!("{diagnostics}");
        }
        eprintln!("waymark-local: {self}");
        if let Some(hint) = self.hint() {
            eprintln!("  {hint}");
        }
    }

    fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Data { .. } => Some("Name a folder that you may write to with --data."),
            Self::Running(_) => Some("End it with Ctrl-C, or start this one with another --data."),
            Self::Port { .. } => Some("Leave --port out, and a free one is taken."),
            Self::Recipient(_) => Some("It begins with age1; `age-keygen` prints one."),
            Self::Content(_) | Self::Build(BuildError::Content(_)) => {
                Some("Nothing was changed. Mend what is listed above and start again.")
            }
            Self::Vault(_) => Some(
                "If nothing in it is needed any more, delete the folder `desk` in the data folder.",
            ),
            _ => None,
        }
    }
}
