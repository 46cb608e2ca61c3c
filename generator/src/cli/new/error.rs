//! Why nothing was begun.

use crate::cli::Exit;
use crate::starter::StarterError;
use std::path::PathBuf;
use thiserror::Error;

#[derive(Debug, Error)]
pub(super) enum NewError {
    /// The content's own mistakes were told already.
    #[error("the content can't be read")]
    Told(Exit),
    /// Something has this name already.
    #[error("{path} is there already", path = path.display())]
    Exists { path: PathBuf, help: String },
    /// Not a language of the site, or not one that pages begin in.
    #[error("{message}")]
    Language { message: String, help: String },
    /// Not a path that a page can have.
    #[error("“{path}” can't be the path of a page: {why}")]
    Path { path: String, why: String },
    /// The section isn't there.
    #[error("there is no section {section}")]
    Section { section: String, help: String },
    /// Something wasn't given, and nobody could be asked.
    #[error("--{flag} is missing")]
    Missing { flag: &'static str },
    /// `site.toml` can't be added to.
    #[error("site.toml can't be changed: {0}")]
    Site(String),
    /// A file can't be written.
    #[error(transparent)]
    Write(StarterError),
}

impl NewError {
    pub(super) fn help(&self) -> Option<String> {
        match self {
            Self::Told(_) => None,
            Self::Exists { help, .. }
            | Self::Language { help, .. }
            | Self::Section { help, .. } => Some(help.clone()),
            Self::Path { .. } => Some(
                "Lower-case letters a–z, digits and hyphens, with a slash between section and page: guidelines/tools.".into(),
            ),
            Self::Missing { flag } => Some(format!("Add --{flag} \"…\", on one line.")),
            Self::Site(_) => Some("`waymark check` says what is wrong with it.".into()),
            Self::Write(error) => Some(error.help().into()),
        }
    }

    pub(super) fn exit(&self) -> Exit {
        match self {
            Self::Told(exit) => *exit,
            Self::Exists { .. } | Self::Site(_) => Exit::Content,
            Self::Language { .. }
            | Self::Path { .. }
            | Self::Section { .. }
            | Self::Missing { .. } => Exit::Usage,
            Self::Write(_) => Exit::System,
        }
    }
}
