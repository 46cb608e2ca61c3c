//! No accepted report is lost: the relay is killed while reports are being posted.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::binaries::binary;
use crate::desk::Desk;
use crate::post::{DESK, INSTANCE, STAMP_BITS, frame, post, report};

/// A relay under test; killed when dropped.
pub struct Relay {
    child: Child,
    pub address: SocketAddr,
}

impl Relay {
    pub fn start(spool: &Path) -> Self {
        let mut child = Command::new(binary("waymark-relay"))
            .args(["serve", "--listen", "127.0.0.1:0", "--mix-every", "0"])
            .args(shared(spool))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let address = loop {
            said.clear();
            assert!(lines.read_line(&mut said).unwrap() > 0, "the relay ended");
            if let Some((_, rest)) = said.split_once("http://") {
                break rest.trim().trim_end_matches('/').parse().unwrap();
            }
        };
        Self { child, address }
    }

    /// `kill -9`.
    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        if let Err(error) = self.child.kill() {
            eprintln!("the relay had ended: {error}");
        }
    }
}

fn shared(spool: &Path) -> Vec<String> {
    [
        "--spool",
        spool.to_str().unwrap(),
        "--instance",
        INSTANCE,
        "--desk",
        DESK,
        "--stamp-bits",
        &STAMP_BITS.to_string(),
    ]
    .map(String::from)
    .to_vec()
}

#[test]
fn reports_answered_202_survive_kill_9_exactly_once() {
    const REPORTS: usize = 200;
    let folder = tempfile::tempdir().unwrap();
    let spool = folder.path().join("spool");
    let desk = Desk::init(folder.path());
    let mut relay = Relay::start(&spool);

    let accepted = Arc::new(Mutex::new(BTreeSet::new()));
    let answered = Arc::new(AtomicUsize::new(0));
    let next = Arc::new(AtomicUsize::new(0));
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let (accepted, answered, next) = (accepted.clone(), answered.clone(), next.clone());
            let (address, recipient) = (relay.address, desk.recipient.clone());
            std::thread::spawn(move || {
                while next.fetch_add(1, Ordering::SeqCst) < REPORTS {
                    let report = report("kill -9", true);
                    let frame = frame(&report, &recipient).unwrap();
                    // After the kill nobody answers: those reports were not accepted.
                    if let Ok((202, _)) = post(address, &frame) {
                        accepted.lock().unwrap().insert(report.id);
                        answered.fetch_add(1, Ordering::SeqCst);
                    }
                }
            })
        })
        .collect();
    while answered.load(Ordering::SeqCst) < REPORTS / 2 {
        std::thread::sleep(Duration::from_millis(1));
    }
    relay.kill();
    for thread in threads {
        thread.join().unwrap();
    }

    // A restart finds its queue and takes new reports.
    let restarted = Relay::start(&spool);
    let late = report("after the restart", false);
    let (status, body) = post(restarted.address, &frame(&late, &desk.recipient).unwrap()).unwrap();
    assert_eq!((status, body.as_str()), (202, r#"{"status":"queued"}"#));
    accepted.lock().unwrap().insert(late.id.clone());

    let mix = Command::new(binary("waymark-relay"))
        .arg("mix")
        .args(&shared(&spool)[..6])
        .status()
        .unwrap();
    assert!(mix.success());
    desk.fetch(&spool);
    let reports = desk.reports();
    let once: BTreeSet<String> = reports
        .iter()
        .map(|report| report["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(once.len(), reports.len(), "no report is there twice");
    let accepted = accepted.lock().unwrap();
    let lost: Vec<_> = accepted.difference(&once).collect();
    assert!(
        lost.is_empty(),
        "{} of {} accepted reports are lost",
        lost.len(),
        accepted.len()
    );
    assert!(
        accepted.len() < REPORTS,
        "the kill came while reports were being posted"
    );
    println!("accepted {}, at the desk {}", accepted.len(), reports.len());
    let late = reports
        .iter()
        .find(|report| report["id"] == late.id.as_str())
        .unwrap();
    assert_eq!(late["answers"]["what"], "after the restart");
}
