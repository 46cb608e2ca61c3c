//! The mixer loses nothing: cut off at every step, run twice at once, over duplicates and damage.

#![allow(clippy::unwrap_used)]

mod faulty;
mod support;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, SystemTime};

use waymark_relay::clock::Clock;
use waymark_relay::config::{DeskState, RelayConfig};
use waymark_relay::frame::Inner;
use waymark_relay::mix::{self, MixError, Mixed, Pace};
use waymark_relay::queue::{Queue, Spool};

use faulty::{Cut, Fate, Memory};

const PACE: Pace = Pace {
    visibility: Duration::from_hours(1),
    batch: 5,
};

fn inners(bodies: &[Vec<u8>]) -> BTreeSet<Inner> {
    bodies.iter().map(|body| support::inner(body)).collect()
}

/// Another frame of the same report: other padding, same age file.
fn copy_of(frame: &[u8]) -> Vec<u8> {
    let mut copy = frame.to_vec();
    *copy.last_mut().unwrap() ^= 1;
    copy
}

#[tokio::test]
async fn cut_off_at_every_step_nothing_is_lost() {
    let frames = support::frames(8);
    for cut in [Cut::Before, Cut::After, Cut::Once] {
        for at in 0.. {
            let fate = Arc::new(Fate::default());
            let (from, to) = (Memory::new(&fate), Memory::new(&fate));
            for frame in &frames {
                from.put(frame, None);
            }
            from.put(&copy_of(&frames[0]), None);
            fate.reset(Some((at, cut)));
            let first = mix::drain(&from, &to, PACE).await;
            let steps = fate.steps.load(Ordering::SeqCst);

            fate.reset(None);
            from.time_passes();
            mix::drain(&from, &to, PACE).await.unwrap();
            assert!(from.bodies().is_empty(), "{cut:?} at {at}");
            assert_eq!(inners(&to.bodies()), inners(&frames), "{cut:?} at {at}");
            // One report at most was confirmed by a send whose deletion was cut off, and the copy
            // may come in the second run.
            assert!(to.bodies().len() <= frames.len() + 2, "{cut:?} at {at}");
            if first.is_ok() && at >= steps {
                assert!(at > 20, "the run has steps to cut: {at}");
                break;
            }
        }
    }
}

#[tokio::test]
async fn renewal_cut_off_at_every_step_loses_nothing() {
    let frames = support::frames(8);
    for cut in [Cut::Before, Cut::After, Cut::Once] {
        for at in 0.. {
            let fate = Arc::new(Fate::default());
            let queue = Memory::new(&fate);
            for frame in &frames {
                queue.put(frame, None);
            }
            fate.reset(Some((at, cut)));
            let first = mix::renew(&queue, PACE).await;
            let steps = fate.steps.load(Ordering::SeqCst);
            assert_eq!(inners(&queue.bodies()), inners(&frames), "{cut:?} at {at}");
            assert!(queue.bodies().len() <= frames.len() + 1, "{cut:?} at {at}");
            if first.is_ok() && at >= steps {
                break;
            }
        }
    }
}

#[tokio::test]
async fn copies_collapse_and_the_rest_is_shuffled() {
    let fate = Arc::new(Fate::default());
    let frames = support::frames(60);
    let (from, to) = (Memory::new(&fate), Memory::new(&fate));
    for frame in &frames {
        from.put(frame, None);
        from.put(&copy_of(frame), None);
    }
    let pace = Pace {
        batch: 1_000,
        ..PACE
    };
    let mixed = mix::drain(&from, &to, pace).await.unwrap();
    let expected = Mixed {
        sent: 60,
        collapsed: 60,
    };
    assert_eq!(mixed, expected);
    let order: Vec<_> = to
        .bodies()
        .iter()
        .map(|body| support::inner(body))
        .collect();
    let came: Vec<_> = frames.iter().map(|body| support::inner(body)).collect();
    assert_ne!(order, came);
    assert_eq!(
        order.into_iter().collect::<BTreeSet<_>>(),
        came.into_iter().collect()
    );
}

#[tokio::test]
async fn copies_collapse_across_batches() {
    let fate = Arc::new(Fate::default());
    let frames = support::frames(7);
    let (from, to) = (Memory::new(&fate), Memory::new(&fate));
    for _ in 0..3 {
        for frame in &frames {
            from.put(frame, None);
        }
    }
    let mixed = mix::drain(&from, &to, PACE).await.unwrap();
    assert_eq!((mixed.sent, mixed.collapsed), (7, 14));
    assert_eq!(to.bodies().len(), 7);
}

#[tokio::test]
async fn what_is_no_frame_is_passed_on_for_the_quarantine() {
    let fate = Arc::new(Fate::default());
    let (from, to) = (Memory::new(&fate), Memory::new(&fate));
    from.put(b"damaged", None);
    from.put(b"", None);
    mix::drain(&from, &to, PACE).await.unwrap();
    let mut bodies = to.bodies();
    bodies.sort();
    assert_eq!(bodies, [b"".to_vec(), b"damaged".to_vec()]);
}

#[tokio::test]
async fn renewal_skips_what_came_after_it_began_and_hides_nothing() {
    let fate = Arc::new(Fate::default());
    let frames = support::frames(12);
    let queue = Memory::new(&fate);
    let now = SystemTime::now();
    for frame in &frames[..10] {
        queue.put(frame, Some(now - Duration::from_hours(24 * 7)));
    }
    for frame in &frames[10..] {
        queue.put(frame, Some(now + Duration::from_hours(1)));
    }
    let mixed = mix::renew(&queue, PACE).await.unwrap();
    assert_eq!(mixed.sent, 10);
    assert_eq!(queue.bodies().len(), 12);
    assert_eq!(inners(&queue.bodies()), inners(&frames));
    assert_eq!(queue.hidden(), 0, "the desk sees all of them at once");
    let messages = queue.messages.lock().unwrap();
    let old = messages
        .values()
        .filter(|entry| entry.sent.is_some())
        .count();
    assert_eq!(old, 2, "ten have a new clock");
}

fn spool_config(folder: &tempfile::TempDir) -> RelayConfig {
    RelayConfig::new(
        support::INSTANCE.parse().unwrap(),
        folder.path().join("spool"),
    )
    .desk(support::DESK.parse().unwrap(), DeskState::Open)
}

fn spool(folder: &tempfile::TempDir, queue: &str) -> Spool {
    let root = folder.path().join("spool").join(support::DESK).join(queue);
    Spool::open(root, Clock::system()).unwrap()
}

fn at_desk(folder: &tempfile::TempDir) -> Vec<Inner> {
    let root = folder.path().join("spool").join(support::DESK);
    support::inners_in(&root.join("desk/new"))
}

#[tokio::test(flavor = "multi_thread")]
async fn two_runs_at_once_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let frames = support::frames(300);
    let intake = spool(&folder, "intake");
    let desk = spool(&folder, "desk");
    for frame in &frames {
        intake.send(frame).await.unwrap();
    }
    // Below the lock, which would turn the second away.
    let runs: Vec<_> = (0..2)
        .map(|_| {
            let (from, to) = (intake.clone(), desk.clone());
            tokio::spawn(async move { mix::drain(&from, &to, PACE).await.unwrap() })
        })
        .collect();
    let mut sent = 0;
    for run in runs {
        sent += run.await.unwrap().sent;
    }
    assert_eq!(sent, frames.len());
    let mut there = at_desk(&folder);
    there.sort();
    let expected: Vec<_> = inners(&frames).into_iter().collect();
    assert_eq!(there, expected, "each exactly once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_over_spools_empties_intake_and_overflow() {
    let folder = tempfile::tempdir().unwrap();
    let config = spool_config(&folder);
    let frames = support::frames(6);
    for (n, frame) in frames.iter().enumerate() {
        let queue = if n < 4 { "intake" } else { "overflow" };
        spool(&folder, queue).send(frame).await.unwrap();
    }
    assert_eq!(mix::run_once(&config).await.unwrap().sent, 6);
    assert_eq!(mix::run_once(&config).await.unwrap(), Mixed::default());
    assert_eq!(at_desk(&folder).len(), 6);
    let renewed = mix::renew_once(&config, Pace::default()).await.unwrap();
    assert_eq!(renewed.sent, 6);
    let there: BTreeSet<_> = at_desk(&folder).into_iter().collect();
    assert_eq!(there, inners(&frames));
    assert_eq!(at_desk(&folder).len(), 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_process_is_turned_away_and_the_timer_keeps_its_time() {
    let folder = tempfile::tempdir().unwrap();
    let config = spool_config(&folder);
    spool(&folder, "intake")
        .send(&support::frame("x"))
        .await
        .unwrap();
    let timer = tokio::spawn({
        let config = config.clone();
        async move {
            mix::every(&config, Duration::from_millis(50), async {
                tokio::time::sleep(Duration::from_millis(500)).await;
            })
            .await;
        }
    });
    timer.await.unwrap();
    assert_eq!(at_desk(&folder).len(), 1);

    // The run just noted makes the next one due in an hour, also after a restart.
    spool(&folder, "intake")
        .send(&support::frame("y"))
        .await
        .unwrap();
    mix::every(&config, Duration::from_hours(1), async {
        tokio::time::sleep(Duration::from_millis(200)).await;
    })
    .await;
    assert_eq!(at_desk(&folder).len(), 1);

    let lock = std::fs::File::options()
        .write(true)
        .open(config.spool.join("mix.lock"))
        .unwrap();
    lock.lock().unwrap();
    assert!(matches!(
        mix::run_once(&config).await,
        Err(MixError::Running)
    ));
    assert_eq!(support::mix(folder.path(), &[]), Some(3));
    drop(lock);
    assert_eq!(support::mix(folder.path(), &[]), Some(0));
    assert_eq!(at_desk(&folder).len(), 2);
}
