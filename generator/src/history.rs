//! What git knows of the content. A folder without git is as good; it only knows less.

use std::collections::{BTreeMap, HashSet};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

mod last_changed;

pub use last_changed::LastChanges;

/// The environment's variable for the time that a build counts as its own.
pub const SOURCE_DATE_EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The time that a build counts as its own, in seconds since 1970-01-01 UTC: `SOURCE_DATE_EPOCH`
/// (<https://reproducible-builds.org/specs/source-date-epoch/>), else the time of HEAD's commit,
/// else none. Never the clock's: the same input gives the same bytes.
#[must_use]
pub fn source_date(content: &Path) -> Option<i64> {
    match std::env::var(SOURCE_DATE_EPOCH) {
        Ok(text) => seconds(&text),
        Err(_) => head_time(content),
    }
}

/// The value of [`SOURCE_DATE_EPOCH`].
#[must_use]
pub fn seconds(text: &str) -> Option<i64> {
    text.trim().parse().ok()
}

fn head_time(folder: &Path) -> Option<i64> {
    ask(folder, &["log", "-1", "--format=%ct"])?
        .trim()
        .parse()
        .ok()
}

/// `git` in a folder: without the user's taste in output, without locks, and never over the network.
fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.args(["-c", "log.showSignature=false", "--literal-pathspecs", "-C"])
        .arg(folder)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    git
}

fn ask(folder: &Path, arguments: &[&str]) -> Option<String> {
    let output = git(folder).args(arguments).output().ok()?;
    let text = output.status.success().then_some(output.stdout)?;
    String::from_utf8(text).ok()
}

/// The history of a folder under git.
#[derive(Debug, Clone)]
pub struct History {
    folder: PathBuf,
    /// HEAD's commit.
    head: String,
    /// The oldest commits of a shallow clone: what lies before them isn't there.
    cut: HashSet<String>,
}

/// A file as a commit left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// When the commit was made: seconds since 1970-01-01 UTC.
    pub time: i64,
    /// True if it isn't known that this commit changed the file: a shallow clone begins here.
    pub cut: bool,
    blob: String,
}

impl History {
    /// The history of what lies in `folder`; none without git, or before the first commit.
    #[must_use]
    pub fn open(folder: &Path) -> Option<Self> {
        let answer = ask(folder, &["rev-parse", "--git-path", "shallow", "HEAD"])?;
        let (shallow, head) = answer.trim_end().split_once('\n')?;
        let cut = std::fs::read_to_string(folder.join(shallow)).unwrap_or_default();
        Some(Self {
            folder: folder.to_owned(),
            head: head.to_owned(),
            cut: cut.lines().map(str::to_owned).collect(),
        })
    }

    /// HEAD's commit.
    #[must_use]
    pub fn head(&self) -> &str {
        &self.head
    }

    /// True in a clone that has only the last commits.
    #[must_use]
    pub fn is_shallow(&self) -> bool {
        !self.cut.is_empty()
    }

    /// The versions of files, newest first. One process tells those of all.
    #[must_use]
    pub fn versions(&self, files: &[String]) -> BTreeMap<String, Vec<Version>> {
        if files.is_empty() {
            return BTreeMap::new();
        }
        self.log(&["--stdin"], &format!("HEAD\n--\n{}\n", files.join("\n")))
            .map(|told| self.read(&told))
            .unwrap_or_default()
    }

    /// The versions of all files of the folder, newest first, from one walk.
    #[must_use]
    pub fn all_versions(&self) -> BTreeMap<String, Vec<Version>> {
        self.log(&["HEAD", "--", "."], "")
            .map(|told| self.read(&told))
            .unwrap_or_default()
    }

    fn read(&self, told: &str) -> BTreeMap<String, Vec<Version>> {
        let mut versions: BTreeMap<String, Vec<Version>> = BTreeMap::new();
        // `\x01<commit> <time>`, then for each file a line of numbers and its name.
        let mut parts = told.split('\0');
        let (mut time, mut cut) = (0, false);
        while let Some(part) = parts.next() {
            let part = part.trim_start_matches('\n');
            if let Some((commit, of)) = part.strip_prefix('\x01').and_then(|p| p.split_once(' ')) {
                time = of.trim().parse().unwrap_or(0);
                cut = self.cut.contains(commit);
            } else if let (Some(numbers), Some(name)) = (part.strip_prefix(':'), parts.next()) {
                // Modes and object names, old and new, then what was done: `D` has no new one.
                let numbers: Vec<&str> = numbers.split(' ').collect();
                if let [_, _, _, blob, done] = numbers[..]
                    && !done.starts_with('D')
                {
                    let blob = blob.to_owned();
                    let version = Version { time, cut, blob };
                    versions.entry(name.to_owned()).or_default().push(version);
                }
            }
        }
        versions
    }

    fn log(&self, what: &[&str], asked: &str) -> Option<String> {
        let mut child = git(&self.folder)
            .args([
                "log",
                "-z",
                "--raw",
                "--no-abbrev",
                "--no-renames",
                "--relative",
            ])
            .args(["--full-history", "--diff-merges=first-parent"])
            .arg("--format=%x01%H %ct")
            .args(what)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        // It reads all before it says anything.
        let written = child.stdin.take()?.write_all(asked.as_bytes());
        let output = child.wait_with_output().ok()?;
        written.ok()?;
        // Names are UTF-8, or they are none of ours.
        (output.status.success()).then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Something that reads versions; one process for all of them.
    #[must_use]
    pub fn reader(&self) -> Option<VersionReader> {
        let mut child = git(&self.folder)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let (ask, answer) = (child.stdin.take()?, child.stdout.take()?);
        Some(VersionReader {
            child,
            ask: Some(ask),
            answer: BufReader::new(answer),
        })
    }
}

/// Reads versions of files.
#[derive(Debug)]
pub struct VersionReader {
    child: Child,
    ask: Option<ChildStdin>,
    answer: BufReader<ChildStdout>,
}

impl VersionReader {
    /// The text of a version; none if this clone doesn't have it, or it isn't UTF-8.
    pub fn text(&mut self, version: &Version) -> Option<String> {
        let ask = self.ask.as_mut()?;
        writeln!(ask, "{}", version.blob).ok()?;
        ask.flush().ok()?;
        let mut head = String::new();
        self.answer.read_line(&mut head).ok()?;
        // `<object> blob <size>`, or `<object> missing`.
        let (_, size) = head.trim_end().split_once(" blob ")?;
        let size: usize = size.parse().ok()?;
        let mut bytes = vec![0; size + 1];
        self.answer.read_exact(&mut bytes).ok()?;
        bytes.pop();
        String::from_utf8(bytes).ok()
    }
}

impl Drop for VersionReader {
    fn drop(&mut self) {
        // It ends when nobody can ask any more.
        drop(self.ask.take());
        let _ = self.child.wait();
    }
}

/// The day, UTC, of a time in seconds since 1970-01-01.
#[must_use]
pub fn day(seconds: i64) -> Option<jiff::civil::Date> {
    let time = jiff::Timestamp::from_second(seconds).ok()?;
    Some(jiff::tz::Offset::UTC.to_datetime(time).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_git_has_no_history() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(head_time(folder.path()), None);
        assert_eq!(head_time(&folder.path().join("absent")), None);
        assert!(History::open(folder.path()).is_none());
    }

    fn commit(folder: &Path, time: i64, text: &str) {
        std::fs::create_dir_all(folder.join("content/en")).unwrap();
        std::fs::write(folder.join("content/en/a b.md"), text).unwrap();
        let date = format!("@{time} +0000");
        for arguments in [
            &["init", "-q"][..],
            &["add", "."],
            &[
                "-c",
                "user.name=N",
                "-c",
                "user.email=n@example.org",
                "commit",
                "-qm",
                "text",
            ],
        ] {
            let done = git(folder)
                .args(arguments)
                .env("GIT_COMMITTER_DATE", &date)
                .env("GIT_AUTHOR_DATE", &date)
                .status()
                .unwrap();
            assert!(done.success(), "{arguments:?}");
        }
    }

    #[test]
    fn versions_are_told_newest_first_and_a_shallow_clone_says_where_it_begins() {
        let folder = tempfile::tempdir().unwrap();
        let whole = folder.path().join("whole");
        for (time, text) in [(1_000, "one\n"), (2_000, "two\n"), (3_000, "three\n")] {
            commit(&whole, time, text);
        }
        let name = "en/a b.md".to_owned();
        let told = |folder: &Path| {
            let history = History::open(&folder.join("content")).unwrap();
            let versions = history.versions(&[name.clone(), "en/absent.md".to_owned()]);
            let mut reader = history.reader().unwrap();
            let told: Vec<_> = versions[&name]
                .iter()
                .map(|version| (version.time, version.cut, reader.text(version).unwrap()))
                .collect();
            (history.is_shallow(), versions.len(), told)
        };
        let version = |time, cut, text: &str| (time, cut, text.to_owned());
        assert_eq!(
            told(&whole),
            (
                false,
                1,
                vec![
                    version(3_000, false, "three\n"),
                    version(2_000, false, "two\n"),
                    version(1_000, false, "one\n")
                ]
            )
        );
        let shallow = folder.path().join("shallow");
        let from = format!("file://{}", whole.display());
        let done = git(folder.path())
            .args(["clone", "-q", "--depth", "2", &from])
            .arg(&shallow)
            .status();
        assert!(done.unwrap().success());
        assert_eq!(
            told(&shallow),
            (
                true,
                1,
                vec![
                    version(3_000, false, "three\n"),
                    version(2_000, true, "two\n")
                ]
            )
        );
    }

    #[test]
    fn seconds_become_days() {
        assert_eq!(day(1_795_392_000), Some(jiff::civil::date(2026, 11, 23)));
        assert_eq!(day(i64::MAX), None);
    }
}
