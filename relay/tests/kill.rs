//! The real program, killed with SIGKILL while it works: what was answered 202 is at the desk, once.

#![allow(clippy::unwrap_used)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use support::{DESK, Relay, inner, post};
use waymark_relay::frame::Inner;

fn queue(folder: &Path, queue: &str) -> Vec<Inner> {
    let queue = folder.join("spool").join(DESK).join(queue);
    let mut inners = support::inners_in(&queue.join("new"));
    inners.extend(support::inners_in(&queue.join("cur")));
    inners
}

/// Posts all frames from 16 threads and kills the relay once `after` were answered; gives the names
/// of those that were answered 202.
fn post_and_kill(relay: &mut Relay, frames: &Arc<Vec<Vec<u8>>>, after: usize) -> BTreeSet<Inner> {
    let answered = Arc::new(AtomicUsize::new(0));
    let next = Arc::new(AtomicUsize::new(0));
    let address = relay.address;
    let threads: Vec<_> = (0..16)
        .map(|_| {
            let (frames, answered, next) =
                (Arc::clone(frames), Arc::clone(&answered), Arc::clone(&next));
            thread::spawn(move || {
                let mut yes = Vec::new();
                while let Some(frame) = frames.get(next.fetch_add(1, Ordering::SeqCst)) {
                    match post(address, frame) {
                        Ok(answer) => {
                            assert_eq!(answer.status, 202, "{}", answer.body);
                            answered.fetch_add(1, Ordering::SeqCst);
                            yes.push(inner(frame));
                        }
                        // Killed: nobody knows, which is what the writer is told.
                        Err(_) => break,
                    }
                }
                yes
            })
        })
        .collect();
    while answered.load(Ordering::SeqCst) < after {
        assert!(
            threads.iter().any(|thread| !thread.is_finished()),
            "the relay ended by itself"
        );
        thread::yield_now();
    }
    relay.kill();
    threads
        .into_iter()
        .flat_map(|thread| thread.join().unwrap())
        .collect()
}

#[test]
fn every_202_is_at_the_desk_exactly_once() {
    let frames = Arc::new(support::frames(200));
    for after in [1, 40, 120, 170] {
        let folder = tempfile::tempdir().unwrap();
        let mut relay = Relay::start(folder.path(), &["--mix-every", "0"]);
        let accepted = post_and_kill(&mut relay, &frames, after);
        assert!(accepted.len() >= after && accepted.len() < frames.len());

        let relay = Relay::start(folder.path(), &["--mix-every", "0"]);
        let stored: BTreeSet<_> = queue(folder.path(), "intake").into_iter().collect();
        assert!(accepted.is_subset(&stored), "killed after {after}");

        // The writers try again, all of them: the accepted ones as well.
        for frame in frames.iter() {
            assert_eq!(post(relay.address, frame).unwrap().status, 202);
        }
        assert_eq!(support::mix(folder.path(), &[]), Some(0));
        assert!(queue(folder.path(), "intake").is_empty());
        let mut times = BTreeMap::new();
        for inner in queue(folder.path(), "desk") {
            *times.entry(inner).or_insert(0) += 1;
        }
        assert_eq!(times.len(), frames.len());
        assert!(
            times.values().all(|times| *times == 1),
            "killed after {after}"
        );
    }
}

#[test]
fn a_mixer_killed_again_and_again_loses_nothing() {
    let frames = support::frames(200);
    let folder = tempfile::tempdir().unwrap();
    let relay = Relay::start(folder.path(), &["--mix-every", "0"]);
    for frame in &frames {
        assert_eq!(post(relay.address, frame).unwrap().status, 202);
    }
    // What a killed run had taken comes back at once.
    let pace = ["--visibility", "0"];
    let mut cut_off = 0;
    for round in 0..40_u64 {
        let mut mixer = support::relay_command(folder.path(), "mix")
            .args(pace)
            .stdout(support::append(&folder.path().join("stdout")))
            .stderr(support::append(&folder.path().join("stderr")))
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(1 + round / 2));
        mixer.kill().unwrap();
        if mixer.wait().unwrap().code().is_none() {
            cut_off += 1;
        }
        let seen: BTreeSet<_> = queue(folder.path(), "intake")
            .into_iter()
            .chain(queue(folder.path(), "desk"))
            .collect();
        assert_eq!(seen.len(), frames.len(), "round {round}");
    }
    assert!(cut_off > 3, "some runs were cut off: {cut_off}");
    assert_eq!(support::mix(folder.path(), &[]), Some(0));
    assert!(queue(folder.path(), "intake").is_empty());
    let at_desk = queue(folder.path(), "desk");
    let expected: BTreeSet<_> = frames.iter().map(|frame| inner(frame)).collect();
    assert_eq!(at_desk.iter().copied().collect::<BTreeSet<_>>(), expected);
    // At most one report a cut was confirmed and not yet deleted.
    assert!(at_desk.len() <= frames.len() + cut_off, "{}", at_desk.len());
}

#[test]
fn a_polite_stop_and_the_timer_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let mut relay = Relay::start(folder.path(), &["--mix-every", "1"]);
    let frames = support::frames(20);
    for frame in &frames {
        assert_eq!(post(relay.address, frame).unwrap().status, 202);
    }
    for _ in 0..200 {
        if queue(folder.path(), "desk").len() == frames.len() {
            break;
        }
        thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(queue(folder.path(), "desk").len(), frames.len());
    assert_eq!(relay.terminate(), Some(0));
    assert_eq!(relay.printed().lines().count(), 1, "{}", relay.printed());
}

/// Frames a second through HTTP, to be held against `queue.rs: throughput_against_the_disk`.
#[test]
#[ignore = "a measurement: cargo test --release -p waymark-relay --test kill -- --ignored --nocapture"]
fn throughput_over_http() {
    const COUNT: usize = 4_000;
    let base = std::env::var("WAYMARK_BENCH_DIR").unwrap_or_else(|_| ".".into());
    let folder = tempfile::tempdir_in(base).unwrap();
    let relay = Relay::start(
        folder.path(),
        &["--mix-every", "0", "--frames-per-hour", "1000000"],
    );
    let frames = support::frames(100);
    let begun = std::time::Instant::now();
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..32 {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::SeqCst);
                    if n >= COUNT {
                        break;
                    }
                    let answer = post(relay.address, &frames[n % frames.len()]).unwrap();
                    assert_eq!(answer.status, 202);
                }
            });
        }
    });
    let took = begun.elapsed().as_secs_f64();
    let memory = std::fs::read_to_string(format!("/proc/{}/status", relay.child.id())).unwrap();
    let peak = memory
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    let rate = f64::from(u32::try_from(COUNT).unwrap()) / took;
    println!("32 clients, a connection each: {rate:.0} frames/s; {peak}");
}
