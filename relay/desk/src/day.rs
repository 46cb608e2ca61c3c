//! The UTC day: the finest time that a desk keeps.
//!
//! A time of arrival to the second could be laid beside a door log. Frames, metadata and file
//! times therefore hold days only.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::civil::{Date, date};
use jiff::{Span, Unit};
use serde::{Deserialize, Serialize};

const SECONDS: u64 = 86_400;
const EPOCH: Date = date(1970, 1, 1);

/// Days since 1970-01-01, UTC. Written as `2026-11-23`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day(Date);

/// The text or number isn't a day between 1970-01-01 and 9999-12-31.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a day like 2026-11-23")]
pub struct NotADay(String);

impl Day {
    /// Today, by this computer's clock.
    #[must_use]
    pub fn today() -> Self {
        let seconds = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
            .as_secs();
        u32::try_from(seconds / SECONDS)
            .ok()
            .and_then(|n| Self::from_number(n).ok())
            .unwrap_or(Self(EPOCH))
    }

    /// The day `number` days after 1970-01-01, as a frame carries it.
    pub fn from_number(number: u32) -> Result<Self, NotADay> {
        Span::new()
            .try_days(number)
            .and_then(|span| EPOCH.checked_add(span))
            .map(Self)
            .map_err(|_| NotADay(number.to_string()))
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn number(self) -> u32 {
        EPOCH
            .until((Unit::Day, self.0))
            .ok()
            .and_then(|span| u32::try_from(span.get_days()).ok())
            .unwrap_or(0)
    }

    /// Midnight UTC at the beginning of the day, for file times.
    #[must_use]
    pub fn midnight(self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(u64::from(self.number()) * SECONDS)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        text.parse::<Date>()
            .ok()
            .filter(|d| *d >= EPOCH)
            .map(Self)
            .ok_or_else(|| NotADay(text.to_owned()))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_text_agree() {
        let day = Day::from_number(20_780).unwrap();
        assert_eq!(day.to_string(), "2026-11-23");
        assert_eq!("2026-11-23".parse::<Day>().unwrap().number(), 20_780);
        assert_eq!(
            day.midnight().duration_since(UNIX_EPOCH).unwrap().as_secs(),
            20_780 * 86_400
        );
        assert!("1969-12-31".parse::<Day>().is_err());
        assert!(Day::from_number(u32::MAX).is_err());
    }
}
