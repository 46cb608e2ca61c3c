//! The process is ended, or the disk refuses, at every step of every write.

use std::fs;
use std::io;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;
use waymark_desk::receive::{self, Taken};
use waymark_desk::vault::{Disk, Kept, State, Vault};
use waymark_relay::queue::{Handle, Message, Queue, QueueError, QueueFuture};

use crate::harness::{Desk, passphrase, report};

const AT: &str = "WAYMARK_TEST_CRASH_AT";
const IN: &str = "WAYMARK_TEST_CRASH_IN";
const DOING: &str = "WAYMARK_TEST_CRASH_DOING";

/// What the child does; it ends itself in the middle.
#[test]
fn child() {
    let (Ok(at), Ok(dir), Ok(doing)) = (std::env::var(AT), std::env::var(IN), std::env::var(DOING))
    else {
        return;
    };
    let at: usize = at.parse().unwrap();
    let count = AtomicUsize::new(0);
    let disk = Disk::watched(Arc::new(move |_, _| {
        if count.fetch_add(1, Ordering::SeqCst) == at {
            std::process::abort();
        }
        Ok(())
    }));
    let dir = std::path::Path::new(&dir);
    let vault = Arc::new(Vault::open_on(disk, &dir.join("vault"), &passphrase()).unwrap());
    match doing.as_str() {
        "fetch" => {
            let queue = receive::spool(&dir.join("spool"), "demo").unwrap();
            runtime()
                .block_on(receive::fetch(&vault, &queue, &mut |_| {}))
                .unwrap();
        }
        "read" => vault
            .set_state(&vault.list().unwrap().reports[0].name, State::Read)
            .unwrap(),
        "delete" => vault
            .delete(&vault.list().unwrap().reports[0].name)
            .unwrap(),
        other => panic!("{other}"),
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap()
}

/// Runs the child; false when it came to its end before the step.
fn crash(desk: &Desk, doing: &str, at: usize) -> bool {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", "crash::child", "--nocapture"])
        .env(AT, at.to_string())
        .env(IN, desk.dir.path())
        .env(DOING, doing);
    let out = child.output().unwrap();
    let died = !out.status.success();
    assert!(
        !died || out.status.code().is_none(),
        "ended by the abort only: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    died
}

#[test]
fn killed_at_every_step_of_a_fetch() {
    let mut written_before_the_crash = 0;
    let mut steps = 0;
    for at in 0.. {
        let desk = Desk::in_process();
        desk.put(&desk.frame(&report(1, &json!({"what": "one"}))));
        desk.put(b"poison");
        if !crash(&desk, "fetch", at) {
            break;
        }
        steps += 1;
        // Nothing half-made is visible, and what isn't in the vault is still queued.
        let seen = desk.vault();
        let (kept, aside) = (seen.list().unwrap(), seen.quarantined().unwrap());
        assert!(kept.damaged.is_empty());
        assert!(aside.iter().all(|item| item.meta.is_some()));
        assert!(
            kept.reports.len() + aside.len() + desk.queued() >= 2,
            "step {at}"
        );
        written_before_the_crash += kept.reports.len() + aside.len();
        desk.expire_claims();
        desk.run(&["fetch"]);
        let vault = desk.vault();
        assert_eq!(
            (
                vault.list().unwrap().reports.len(),
                vault.quarantined().unwrap().len()
            ),
            (1, 1),
            "step {at}"
        );
        assert_eq!(desk.queued(), 0);
        assert_eq!(
            fs::read_dir(desk.vault_folder().join("tmp"))
                .unwrap()
                .count(),
            0,
            "swept"
        );
    }
    assert!(steps >= 18, "two folders of two files: {steps}");
    assert!(written_before_the_crash > 0);
}

#[test]
fn killed_at_every_step_of_marking_and_deleting() {
    for doing in ["read", "delete"] {
        let (mut old, mut new) = (0, 0);
        for at in 0.. {
            let desk = Desk::in_process();
            receive::take_in(&desk.vault(), &desk.frame(&report(1, &json!({})))).unwrap();
            if !crash(&desk, doing, at) {
                break;
            }
            let listing = desk.vault().list().unwrap();
            assert!(listing.damaged.is_empty(), "{doing}, step {at}");
            match listing.reports.as_slice() {
                [one] if one.meta.state == State::New => old += 1,
                [one] if doing == "read" && one.meta.state == State::Read => new += 1,
                [] if doing == "delete" => new += 1,
                other => panic!("{doing}, step {at}: {other:?}"),
            }
        }
        assert!(old > 0 && new > 0, "{doing}: {old} old, {new} new");
    }
}

/// A queue that can't delete the first message it is asked to.
struct Stubborn(receive::Source, AtomicUsize);

impl Queue for Stubborn {
    fn send<'a>(&'a self, body: &'a [u8]) -> QueueFuture<'a, ()> {
        self.0.send(body)
    }

    fn receive(&self, limit: usize, visibility: Duration) -> QueueFuture<'_, Vec<Message>> {
        self.0.receive(limit, visibility)
    }

    fn delete<'a>(&'a self, handle: &'a Handle) -> QueueFuture<'a, ()> {
        if self.1.fetch_add(1, Ordering::SeqCst) == 0 {
            return Box::pin(async { Err(QueueError::Interrupted) });
        }
        self.0.delete(handle)
    }

    fn release<'a>(&'a self, handle: &'a Handle) -> QueueFuture<'a, ()> {
        self.0.release(handle)
    }
}

#[test]
fn after_a_fault_of_the_queue_nothing_stays_hidden() {
    let desk = Desk::in_process();
    for n in 0..3 {
        desk.put(&desk.frame(&report(n, &json!({}))));
    }
    let vault = Arc::new(desk.vault());
    let queue = receive::spool(&desk.path("spool"), "demo").unwrap();
    let queue: receive::Source = Arc::new(Stubborn(queue, AtomicUsize::new(0)));
    let fetch = || runtime().block_on(receive::fetch(&vault, &queue, &mut |_| {}));
    assert!(fetch().is_err());
    assert_eq!(fetch().unwrap().repeated, 1, "the one that wasn't deleted");
    assert_eq!(desk.vault().list().unwrap().reports.len(), 3);
    assert_eq!(desk.queued(), 0);
}

#[test]
fn a_copy_mends_a_report_that_cannot_be_opened_any_more() {
    let desk = Desk::in_process();
    let frame = desk.frame(&report(1, &json!({"what": "one"})));
    let vault = desk.vault();
    let Taken::Kept(Kept::New(name)) = receive::take_in(&vault, &frame).unwrap() else {
        panic!("it is new");
    };
    let stored = desk.vault_folder().join("reports").join(name.as_str());
    fs::write(stored.join("report.age"), b"rotten").unwrap();
    assert!(vault.read(&name).is_err());
    receive::take_in(&vault, &frame).unwrap();
    assert_eq!(vault.read(&name).unwrap().report.answer("what"), "one");
    let again = receive::take_in(&vault, &frame).unwrap();
    assert_eq!(again, Taken::Kept(Kept::Duplicate(name)));
}

#[test]
fn a_disk_that_refuses_loses_nothing() {
    let runtime = runtime();
    for at in 0..40 {
        let desk = Desk::in_process();
        for n in 0..3 {
            desk.put(&desk.frame(&report(n, &json!({}))));
        }
        let count = AtomicUsize::new(0);
        let full = Disk::watched(Arc::new(move |_, _| {
            if count.fetch_add(1, Ordering::SeqCst) >= at {
                Err(io::ErrorKind::StorageFull.into())
            } else {
                Ok(())
            }
        }));
        let vault = Arc::new(Vault::open_on(full, &desk.vault_folder(), &passphrase()).unwrap());
        let queue = receive::spool(&desk.path("spool"), "demo").unwrap();
        let result = runtime.block_on(receive::fetch(&vault, &queue, &mut |_| {}));
        let kept = desk.vault().list().unwrap().reports.len();
        assert!(
            kept + desk.queued() >= 3,
            "at {at}: {kept} kept, {} queued",
            desk.queued()
        );
        if result.is_ok() {
            assert_eq!(kept, 3);
        }
        // Room again: everything comes, at once, since the messages were released.
        desk.run(&["fetch"]);
        assert_eq!(desk.vault().list().unwrap().reports.len(), 3, "at {at}");
    }
}
