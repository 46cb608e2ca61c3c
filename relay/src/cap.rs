//! An approximate limit per instance. What is over it is diverted, never refused.

use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

const HOUR: u64 = 3_600;

/// How many frames an hour go the short way.
#[derive(Debug)]
pub struct Cap {
    limit: u32,
    // The hour, and how many came in it.
    window: Mutex<(u64, u32)>,
}

impl Cap {
    /// A cap of `limit` an hour.
    #[must_use]
    pub fn per_hour(limit: u32) -> Self {
        Self {
            limit,
            window: Mutex::new((0, 0)),
        }
    }

    /// Counts one frame; tells whether it is within the cap.
    pub fn admits(&self, now: SystemTime) -> bool {
        let hour = now
            .duration_since(UNIX_EPOCH)
            .map_or(0, |passed| passed.as_secs() / HOUR);
        let Ok(mut window) = self.window.lock() else {
            return false;
        };
        if window.0 != hour {
            *window = (hour, 0);
        }
        window.1 = window.1.saturating_add(1);
        window.1 <= self.limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_next_hour_counts_anew() {
        let cap = Cap::per_hour(2);
        let noon = UNIX_EPOCH + Duration::from_hours(12);
        assert!(cap.admits(noon));
        assert!(cap.admits(noon));
        assert!(!cap.admits(noon));
        assert!(cap.admits(noon + Duration::from_hours(1)));
    }
}
