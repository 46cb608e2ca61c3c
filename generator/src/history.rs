//! What git knows of the content. A folder without git is as good; it only knows less.

use std::path::Path;
use std::process::{Command, Stdio};

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
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["log", "-1", "--format=%ct"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = output.status.success().then_some(output.stdout)?;
    String::from_utf8(text).ok()?.trim().parse().ok()
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
    }

    #[test]
    fn seconds_become_days() {
        assert_eq!(day(1_795_392_000), Some(jiff::civil::date(2026, 11, 23)));
        assert_eq!(day(i64::MAX), None);
    }
}
