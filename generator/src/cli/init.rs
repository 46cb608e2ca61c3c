//! `waymark init`: a new site for another organisation.

use super::{Exit, fail, say};
use crate::starter::{Host, Starter, StarterError};
use clap::Args;
use std::path::PathBuf;

/// Write a new site with examples into an empty folder.
///
/// The site is in two languages, builds without a mistake, and explains itself: every file says
/// what it is for. Nothing in it belongs to a real organisation, and nothing receives reports.
#[derive(Debug, Args)]
#[command(after_long_help = concat!(
    "Examples:\n",
    "  waymark init guidance\n",
    "  waymark init guidance --title \"Field guide\" --id field-guide --github\n\n",
    "Exit codes: 0 written, 1 refused (the folder isn't empty), 2 usage, 3 the folder can't be written."
))]
pub(super) struct InitArgs {
    /// Folder to write to; made if it isn't there
    #[arg(default_value = ".", value_name = "DIR")]
    folder: PathBuf,
    /// The site's title
    #[arg(long)]
    title: Option<String>,
    /// The site's short name, which goes into the stamp of every report: choose it once
    #[arg(long)]
    id: Option<String>,
    /// Add workflows for GitHub: check and preview a change, publish it, ask for two approvals
    #[arg(long)]
    github: bool,
    /// Add a pipeline for GitLab that does the same
    #[arg(long)]
    gitlab: bool,
}

/// Runs `waymark init`.
pub(super) fn run(arguments: &InitArgs) -> Exit {
    let hosts = [
        (arguments.github, Host::Github),
        (arguments.gitlab, Host::Gitlab),
    ];
    let starter = Starter {
        title: arguments.title.clone(),
        id: arguments.id.clone(),
        hosts: hosts
            .into_iter()
            .filter_map(|(wanted, host)| wanted.then_some(host))
            .collect(),
    };
    match starter.write(&arguments.folder) {
        Ok(written) => {
            let folder = arguments.folder.display();
            say(&format!("a site of {} files in {folder}", written.len()));
            say("What next:");
            if arguments.folder.as_os_str() != "." {
                say(&format!("  cd {folder}"));
            }
            say("  waymark serve              look at it, and see each edit");
            say(
                "  content/site.toml          title, languages, menus: every line says what it does",
            );
            say("  content/EDITING.md         how to write and translate, also in a web browser");
            if !starter.hosts.is_empty() {
                say("  README.md, Publishing      what the workflows need to be told once");
            }
            Exit::Done
        }
        Err(error) => {
            let exit = fail(&error.to_string(), Some(error.help()));
            match error {
                StarterError::NotEmpty { .. } => Exit::Content,
                StarterError::Id(_) | StarterError::Title => Exit::Usage,
                StarterError::Write { .. } => exit,
            }
        }
    }
}
