//! Where a build's time goes.

use std::fmt;
use std::time::{Duration, Instant};

/// One stage.
#[derive(Debug, Clone)]
pub struct Stage {
    /// What was done.
    pub name: &'static str,
    /// How long it took; none for a part of the stage before, which ran beside another part.
    pub wall: Option<Duration>,
    /// What all processors together spent on it; none where the system doesn't tell.
    pub cpu: Option<Duration>,
    /// Of how many what: `4063 pages`.
    pub count: String,
}

/// All stages in order.
#[derive(Debug, Clone, Default)]
pub struct Timings(Vec<Stage>);

impl Timings {
    /// The stages.
    #[must_use]
    pub fn stages(&self) -> &[Stage] {
        &self.0
    }

    /// Does the work of a stage and notes what it took. `count` tells of what.
    pub fn stage<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> T,
        count: impl FnOnce(&T) -> String,
    ) -> T {
        let (begun, cpu) = (Instant::now(), process_cpu());
        let made = work();
        self.0.push(Stage {
            name,
            wall: Some(begun.elapsed()),
            cpu: since(process_cpu(), cpu),
            count: count(&made),
        });
        made
    }

    /// Notes a part of the stage before.
    pub fn part(&mut self, name: &'static str, cpu: Option<Duration>, count: String) {
        self.0.push(Stage {
            name,
            wall: None,
            cpu,
            count,
        });
    }

    /// What the processors spent on the last stage.
    #[must_use]
    pub fn last_cpu(&self) -> Option<Duration> {
        self.0.last()?.cpu
    }
}

impl fmt::Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line =
            |f: &mut fmt::Formatter<'_>, name: &str, times: [Option<Duration>; 2], of: &str| {
                let [wall, cpu] = times.map(|time| {
                    time.map_or_else(String::new, |time| {
                        format!("{:.1} ms", time.as_secs_f64() * 1e3)
                    })
                });
                writeln!(
                    f,
                    "{}",
                    format!("  {name:<26}{wall:>12}{cpu:>12}  {of}").trim_end()
                )
            };
        writeln!(f, "  {:<26}{:>12}{:>12}", "", "wall", "CPU")?;
        for stage in &self.0 {
            line(f, stage.name, [stage.wall, stage.cpu], &stage.count)?;
        }
        let stages = || self.0.iter().filter(|stage| stage.wall.is_some());
        let wall = stages().filter_map(|stage| stage.wall).sum();
        let cpu = stages().map(|stage| stage.cpu).sum();
        line(f, "all", [Some(wall), cpu], "")
    }
}

fn since(now: Option<Duration>, then: Option<Duration>) -> Option<Duration> {
    now?.checked_sub(then?)
}

/// What this process has spent of all processors.
#[must_use]
pub fn process_cpu() -> Option<Duration> {
    clock(Clock::Process)
}

/// What this thread has spent.
#[must_use]
pub fn thread_cpu() -> Option<Duration> {
    clock(Clock::Thread)
}

#[derive(Clone, Copy)]
enum Clock {
    Process,
    Thread,
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn clock(clock: Clock) -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(match clock {
        Clock::Process => ClockId::ProcessCPUTime,
        Clock::Thread => ClockId::ThreadCPUTime,
    });
    Duration::try_from(time).ok()
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn clock(_: Clock) -> Option<Duration> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_and_not_counted_twice() {
        let mut timings = Timings::default();
        assert_eq!(timings.stage("drawing", || 3, |n| format!("{n} pages")), 3);
        timings.part("pages", Some(Duration::from_secs(5)), String::new());
        let told = timings.to_string();
        assert_eq!(told.lines().count(), 4, "{told}");
        assert!(
            told.contains("3 pages") && told.contains("5000.0 ms"),
            "{told}"
        );
        assert!(!told.lines().last().unwrap().contains("5000"), "{told}");
    }
}
