//! The spool: the suite that every queue passes, and what is its own.

#![allow(clippy::unwrap_used)]

mod conformance;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use waymark_relay::clock::{Clock, Day};
use waymark_relay::queue::{Handle, Queue, QueueError, Spool};

const HOUR: Duration = Duration::from_hours(1);

fn open(folder: &TempDir) -> Spool {
    Spool::open(folder.path(), Clock::system()).unwrap()
}

fn names(folder: &TempDir, sub: &str) -> Vec<String> {
    fs::read_dir(folder.path().join(sub))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_spool_conforms() {
    conformance::all(&|| {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        Box::new(move || Arc::new(open(&folder)))
    })
    .await;
}

#[tokio::test]
async fn names_and_times_tell_the_day_and_nothing_finer() {
    let folder = tempfile::tempdir().unwrap();
    let noon = Day(20_780).start() + Duration::from_hours(12);
    let spool = Spool::open(folder.path(), Clock::from_fn(move || noon)).unwrap();
    for _ in 0..20 {
        spool.send(b"x").await.unwrap();
    }
    let names = names(&folder, "new");
    assert_eq!(names.len(), 20);
    for name in names {
        assert_eq!(name.len(), 32);
        assert!(name.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let found = fs::metadata(folder.path().join("new").join(name)).unwrap();
        assert_eq!(found.mtime(), 20_780 * 86_400);
        assert_eq!(found.mtime_nsec(), 0);
        assert_eq!(found.atime(), 20_780 * 86_400);
        assert_eq!(found.permissions().mode() & 0o777, 0o600);
    }
    let new = fs::metadata(folder.path().join("new")).unwrap();
    assert_eq!(new.mtime(), 20_780 * 86_400);
    assert_eq!(new.permissions().mode() & 0o777, 0o700);
}

#[tokio::test]
async fn a_reader_that_was_too_slow_deletes_nothing_of_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let spool = open(&folder);
    spool.send(b"x").await.unwrap();
    let slow = spool.receive(1, Duration::ZERO).await.unwrap();
    tokio::time::sleep(Duration::from_millis(5)).await;
    let next = spool.receive(1, HOUR).await.unwrap();
    assert_eq!(next.len(), 1);
    spool.delete(&slow[0].handle).await.unwrap();
    spool.release(&slow[0].handle).await.unwrap();
    assert_eq!(names(&folder, "cur").len(), 1);
    assert!(names(&folder, "new").is_empty());
}

#[tokio::test]
async fn handles_reach_nothing_outside_the_queue() {
    let folder = tempfile::tempdir().unwrap();
    let spool = open(&folder);
    let outside = folder.path().join("outside");
    fs::write(&outside, b"x").unwrap();
    for handle in ["../outside", "/etc/hostname", "", "x,1"] {
        let handle = Handle(handle.to_owned());
        spool.delete(&handle).await.unwrap();
        spool.release(&handle).await.unwrap();
    }
    assert!(outside.exists());
}

#[tokio::test]
async fn strangers_files_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let spool = open(&folder);
    for name in ["README", "x,y", ".nfs0001"] {
        fs::write(folder.path().join("new").join(name), b"x").unwrap();
        fs::write(folder.path().join("cur").join(name), b"x").unwrap();
    }
    assert!(spool.receive(10, HOUR).await.unwrap().is_empty());
    assert_eq!(names(&folder, "new").len(), 3);
}

#[tokio::test]
async fn what_cannot_be_stored_is_an_error_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let spool = open(&folder);
    // A file where the folder was: even root can't write into it.
    fs::remove_dir(folder.path().join("new")).unwrap();
    fs::write(folder.path().join("new"), b"").unwrap();
    let error = spool.send(b"SENTINEL").await.unwrap_err();
    assert!(matches!(error, QueueError::Spool { .. }));
    assert!(!format!("{error} {error:?}").contains("SENTINEL"));
    assert!(names(&folder, "tmp").is_empty());
}

#[tokio::test]
async fn what_is_being_written_is_not_cleared_away() {
    let folder = tempfile::tempdir().unwrap();
    let _first = open(&folder);
    fs::write(folder.path().join("tmp").join("0".repeat(32)), b"half").unwrap();
    let second = open(&folder);
    assert_eq!(names(&folder, "tmp").len(), 1);
    assert!(second.receive(10, HOUR).await.unwrap().is_empty());
}

/// As many frames a second as the disk's own fsync allows: one file's and one folder's per frame.
#[test]
#[ignore = "a measurement: cargo test --release -p waymark-relay --test queue -- --ignored --nocapture"]
fn throughput_against_the_disk() {
    use std::io::Write;
    use std::time::Instant;

    const COUNT: u32 = 2_000;
    let base = std::env::var("WAYMARK_BENCH_DIR").unwrap_or_else(|_| ".".into());
    let folder = tempfile::tempdir_in(base).unwrap();
    let body = vec![7; 32_768];

    let raw = folder.path().join("raw");
    fs::create_dir(&raw).unwrap();
    let begun = Instant::now();
    for n in 0..COUNT {
        let mut file = fs::File::create(raw.join(n.to_string())).unwrap();
        file.write_all(&body).unwrap();
        file.sync_all().unwrap();
    }
    let disk = begun.elapsed();

    let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
    for at_once in [1, 8, 32] {
        let path = folder.path().join(format!("spool{at_once}"));
        let spool = Spool::open(path, Clock::system()).unwrap();
        let begun = Instant::now();
        runtime.block_on(async {
            let tasks: Vec<_> = (0..at_once)
                .map(|_| {
                    let (spool, body) = (spool.clone(), body.clone());
                    tokio::spawn(async move {
                        for _ in 0..COUNT / at_once {
                            spool.send(&body).await.unwrap();
                        }
                    })
                })
                .collect();
            for task in tasks {
                task.await.unwrap();
            }
        });
        let took = begun.elapsed();
        println!(
            "{at_once} at once: {:.0} frames/s, {:.2} of one fsync a file, one after the other ({:.0}/s)",
            f64::from(COUNT) / took.as_secs_f64(),
            disk.as_secs_f64() / took.as_secs_f64(),
            f64::from(COUNT) / disk.as_secs_f64(),
        );
    }
}
