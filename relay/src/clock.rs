//! The relay's sense of time: the UTC day, and nothing finer, goes into anything that is kept.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const DAY: Duration = Duration::from_hours(24);

/// A day in UTC, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub u32);

impl Day {
    /// The day that `time` falls on. Times before 1970 count as day 0.
    #[must_use]
    pub fn of(time: SystemTime) -> Self {
        let days = time
            .duration_since(UNIX_EPOCH)
            .map_or(0, |passed| passed.as_secs() / DAY.as_secs());
        Self(u32::try_from(days).unwrap_or(u32::MAX))
    }

    /// The first moment of this day.
    #[must_use]
    pub fn start(self) -> SystemTime {
        UNIX_EPOCH + DAY * self.0
    }

    /// Whether the two days are the same or neighbours: clocks differ, and the day may change while
    /// a report is on its way.
    #[must_use]
    pub fn is_next_to(self, other: Self) -> bool {
        self.0.abs_diff(other.0) <= 1
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where the time comes from: the system, or a test.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> SystemTime + Send + Sync>);

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(SystemTime::now))
    }

    /// A clock that asks `now`.
    pub fn from_fn(now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// A clock that stands still at the beginning of `day`.
    #[must_use]
    pub fn fixed(day: Day) -> Self {
        Self::from_fn(move || day.start())
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> SystemTime {
        (self.0)()
    }

    /// The UTC day.
    #[must_use]
    pub fn today(&self) -> Day {
        Day::of(self.now())
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::system()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_begin_at_midnight_utc() {
        let day = Day(20_780);
        assert_eq!(Day::of(day.start()), day);
        assert_eq!(Day::of(day.start() - Duration::from_nanos(1)), Day(20_779));
        assert_eq!(Day::of(day.start() + Duration::from_secs(86_399)), day);
        assert_eq!(Day::of(UNIX_EPOCH - Duration::from_secs(1)), Day(0));
        assert_eq!(Clock::fixed(day).today(), day);
    }

    #[test]
    fn neighbours_are_one_day_apart_at_most() {
        assert!(Day(5).is_next_to(Day(4)));
        assert!(Day(5).is_next_to(Day(6)));
        assert!(!Day(5).is_next_to(Day(7)));
        assert!(!Day(0).is_next_to(Day(u32::MAX)));
    }
}
