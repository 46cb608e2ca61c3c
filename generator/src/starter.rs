//! A new site: files that the binary carries (`generator/starter/`, the workflows of
//! `infra/workflows/`, the editors' guide), written into an empty folder.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use thiserror::Error;

include!(concat!(env!("OUT_DIR"), "/starter.rs"));

/// The title and the name that stand in the files.
const TITLE: &str = "Our guidance";
const ID: &str = "our-guidance";

/// Where checks and previews run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// GitHub Actions.
    Github,
    /// GitLab's pipelines.
    Gitlab,
}

impl Host {
    /// The folder of its files among those that the binary carries.
    fn folder(self) -> &'static str {
        match self {
            Self::Github => "github/",
            Self::Gitlab => "gitlab/",
        }
    }
}

/// What is to be written.
#[derive(Debug, Clone, Default)]
pub struct Starter {
    /// The site's title.
    pub title: Option<String>,
    /// The name that goes into the stamps of reports.
    pub id: Option<String>,
    /// The hosts whose workflows are added.
    pub hosts: Vec<Host>,
}

/// Why no site was written.
#[derive(Debug, Error)]
pub enum StarterError {
    /// The folder has something in it.
    #[error("{folder} isn't empty: it has {found}", folder = folder.display())]
    NotEmpty {
        /// The folder.
        folder: PathBuf,
        /// Something that is in it.
        found: String,
    },
    /// The name isn't one that `site.toml` takes.
    #[error("“{0}” can't be the name of a site")]
    Id(String),
    /// The title holds something that no title has.
    #[error("a title stands on one line")]
    Title,
    /// A file or folder can't be written.
    #[error("{path} can't be written: {source}", path = path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl StarterError {
    /// What to do.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::NotEmpty { .. } => {
                "Name another folder: `waymark init guidance` makes it. In a site that is there already, `waymark new page`, `new section` and `new language` add to it."
            }
            Self::Id(_) => {
                "At most 64 lower-case letters a–z, digits and hyphens: --id field-guide."
            }
            Self::Title => "Leave line breaks out of --title.",
            Self::Write { .. } => "Look at the folder's permissions and at the space on the disk.",
        }
    }
}

impl Starter {
    /// Writes the site into `folder`, which is made if it isn't there; the paths from it, sorted.
    pub fn write(&self, folder: &Path) -> Result<Vec<String>, StarterError> {
        let id = self.id.as_deref().unwrap_or(ID);
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || id.len() > 64 || !id.chars().all(plain) {
            return Err(StarterError::Id(id.to_owned()));
        }
        let title = self.title.as_deref().unwrap_or(TITLE);
        if title.contains(char::is_control) || title.trim().is_empty() {
            return Err(StarterError::Title);
        }
        if let Some(found) = first_entry(folder)? {
            return Err(StarterError::NotEmpty {
                folder: folder.to_owned(),
                found,
            });
        }
        let mut written = Vec::new();
        for (name, text) in FILES {
            let below = name.strip_prefix("site/").or_else(|| {
                let mut hosts = self.hosts.iter();
                hosts.find_map(|host| name.strip_prefix(host.folder()))
            });
            let Some(below) = below else { continue };
            let path = below
                .split('/')
                .map(|part| {
                    part.strip_prefix("dot-")
                        .map_or(part.to_owned(), |rest| format!(".{rest}"))
                })
                .collect::<Vec<_>>()
                .join("/");
            write(&folder.join(&path), &filled(&path, text, title, id))?;
            written.push(path);
        }
        written.sort();
        Ok(written)
    }
}

/// A file's text with the site's own title and name, and with workflows that get Waymark from
/// elsewhere: a new site doesn't hold its source.
fn filled(path: &str, text: &str, title: &str, id: &str) -> String {
    if path == "content/site.toml" {
        let quoted = title.replace('\\', "\\\\").replace('"', "\\\"");
        return text
            .replace(&format!("\"{TITLE}\""), &format!("\"{quoted}\""))
            .replace(&format!("\"{ID}\""), &format!("\"{id}\""));
    }
    text.replace(
        "WAYMARK_FROM: --path generator",
        "WAYMARK_FROM: ${{ vars.WAYMARK_FROM }}",
    )
    // On GitLab the project's variable of that name counts by itself.
    .replace("  WAYMARK_FROM: \"--path generator\"\n", "")
}

/// Something in the folder; a folder that holds only git's own counts as empty.
fn first_entry(folder: &Path) -> Result<Option<String>, StarterError> {
    let failed = |source| StarterError::Write {
        path: folder.to_owned(),
        source,
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    for entry in entries {
        let name = entry.map_err(failed)?.file_name();
        if name != ".git" {
            return Ok(Some(name.to_string_lossy().into_owned()));
        }
    }
    Ok(None)
}

/// Writes a file that isn't there yet.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), StarterError> {
    let failed = |source| StarterError::Write {
        path: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}
