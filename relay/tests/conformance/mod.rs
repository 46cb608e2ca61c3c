//! What every queue must do, written against the trait: the same for a folder and for a service.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use waymark_relay::queue::{Message, Queue};

/// Opens one store; again and again the same one.
pub type Open = Box<dyn Fn() -> Arc<dyn Queue>>;

const LONG: Duration = Duration::from_mins(10);
const SHORT: Duration = Duration::from_secs(2);

/// Runs the whole suite; `fresh` gives an empty store for each part.
pub async fn all(fresh: &dyn Fn() -> Open) {
    whole_bodies(fresh()).await;
    empty(fresh()).await;
    hidden_until_visible_again(fresh()).await;
    released(fresh()).await;
    deleted(fresh()).await;
    reopened(fresh()).await;
    senders_at_once(fresh()).await;
    two_readers(fresh()).await;
    large_backlog(fresh()).await;
}

/// Receives until `want` messages are there or the queue stays empty.
async fn collect(queue: &dyn Queue, want: usize) -> Vec<Message> {
    let mut got = Vec::new();
    let mut empty = 0;
    while got.len() < want && empty < 3 {
        let more = queue.receive(10, LONG).await.unwrap();
        empty = if more.is_empty() { empty + 1 } else { 0 };
        got.extend(more);
    }
    got
}

async fn whole_bodies(open: Open) {
    let queue = open();
    let bodies = [
        vec![0],
        (0..=255).collect::<Vec<u8>>(),
        vec![0xff; 32_768],
        b"\r\n\0".to_vec(),
    ];
    for body in &bodies {
        queue.send(body).await.unwrap();
    }
    let got: BTreeSet<_> = collect(queue.as_ref(), bodies.len())
        .await
        .into_iter()
        .map(|message| message.body)
        .collect();
    assert_eq!(got, bodies.into_iter().collect());
}

async fn empty(open: Open) {
    assert!(open().receive(10, SHORT).await.unwrap().is_empty());
}

async fn hidden_until_visible_again(open: Open) {
    let queue = open();
    queue.send(b"x").await.unwrap();
    let first = queue.receive(10, SHORT).await.unwrap();
    assert_eq!(first.len(), 1);
    assert!(queue.receive(10, SHORT).await.unwrap().is_empty());
    assert!(open().receive(10, SHORT).await.unwrap().is_empty());
    tokio::time::sleep(SHORT + Duration::from_millis(200)).await;
    let again = collect(open().as_ref(), 1).await;
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].body, b"x");
}

async fn released(open: Open) {
    let queue = open();
    queue.send(b"x").await.unwrap();
    let first = collect(queue.as_ref(), 1).await;
    queue.release(&first[0].handle).await.unwrap();
    assert_eq!(collect(queue.as_ref(), 1).await.len(), 1);
}

async fn deleted(open: Open) {
    let queue = open();
    queue.send(b"gone").await.unwrap();
    queue.send(b"kept").await.unwrap();
    for message in collect(queue.as_ref(), 2).await {
        if message.body == b"gone" {
            queue.delete(&message.handle).await.unwrap();
            queue.delete(&message.handle).await.unwrap();
        } else {
            queue.release(&message.handle).await.unwrap();
        }
    }
    let left = collect(queue.as_ref(), 2).await;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].body, b"kept");
}

async fn reopened(open: Open) {
    {
        let queue = open();
        queue.send(b"one").await.unwrap();
        queue.send(b"two").await.unwrap();
        let taken = queue.receive(1, SHORT).await.unwrap();
        assert_eq!(taken.len(), 1);
    }
    tokio::time::sleep(SHORT + Duration::from_millis(200)).await;
    assert_eq!(collect(open().as_ref(), 2).await.len(), 2);
}

async fn senders_at_once(open: Open) {
    let tasks: Vec<_> = (0..50_u8)
        .map(|n| {
            let queue = open();
            tokio::spawn(async move { queue.send(&[n]).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let got: BTreeSet<_> = collect(open().as_ref(), 50)
        .await
        .into_iter()
        .map(|message| message.body[0])
        .collect();
    assert_eq!(got, (0..50).collect());
}

async fn two_readers(open: Open) {
    const COUNT: u32 = 200;
    let queue = open();
    for n in 0..COUNT {
        queue.send(&n.to_be_bytes()).await.unwrap();
    }
    let readers: Vec<_> = (0..2)
        .map(|_| {
            let queue = open();
            tokio::spawn(async move { collect(queue.as_ref(), COUNT as usize).await })
        })
        .collect();
    let mut seen = BTreeMap::new();
    for reader in readers {
        for message in reader.await.unwrap() {
            *seen.entry(message.body.clone()).or_insert(0) += 1;
            queue.delete(&message.handle).await.unwrap();
        }
    }
    assert_eq!(seen.len(), COUNT as usize);
    // At least once is what a queue promises; while both are hidden from each other, it is once.
    assert!(seen.values().all(|times| *times == 1));
    assert!(collect(queue.as_ref(), 1).await.is_empty());
}

async fn large_backlog(open: Open) {
    const COUNT: u32 = 2_000;
    const SENDERS: u32 = 20;
    let queue = open();
    let senders: Vec<_> = (0..SENDERS)
        .map(|sender| {
            let queue = open();
            tokio::spawn(async move {
                for n in (sender..COUNT).step_by(SENDERS as usize) {
                    queue.send(&n.to_be_bytes()).await.unwrap();
                }
            })
        })
        .collect();
    for sender in senders {
        sender.await.unwrap();
    }
    let got = collect(queue.as_ref(), COUNT as usize).await;
    let bodies: BTreeSet<_> = got.iter().map(|message| message.body.clone()).collect();
    assert_eq!(bodies.len(), COUNT as usize);
    for message in &got {
        queue.delete(&message.handle).await.unwrap();
    }
    assert!(collect(queue.as_ref(), 1).await.is_empty());
}
