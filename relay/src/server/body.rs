//! Reads the body of a report: at most one frame, within a time limit.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};

use crate::frame::{self, FrameError};
use crate::problem::Problem;

/// How much of a body that is too long is still taken off the line and dropped, so that the answer
/// reaches the sender. Beyond it the connection breaks.
const DRAIN: usize = 1 << 20;

/// The body, if it isn't longer than a frame and arrives within `patience`.
pub(super) async fn read(mut body: Body, patience: Duration) -> Result<Vec<u8>, Problem> {
    tokio::time::timeout(patience, collect(&mut body))
        .await
        .unwrap_or(Err(Problem::TooSlow))
}

async fn collect(body: &mut Body) -> Result<Vec<u8>, Problem> {
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > DRAIN {
        return Err(FrameError::WrongSize(announced).into());
    }
    let mut frame = Vec::with_capacity(announced.min(frame::LENGTH));
    let mut length = 0;
    while let Some(bytes) = next(body).await {
        // A body that breaks off is one that is too short; nobody may be there to be told.
        let Ok(bytes) = bytes else { break };
        length += bytes.len();
        if length > DRAIN {
            break;
        }
        if length <= frame::LENGTH {
            frame.extend_from_slice(&bytes);
        }
    }
    if length == frame.len() {
        Ok(frame)
    } else {
        Err(FrameError::WrongSize(length).into())
    }
}

async fn next(body: &mut Body) -> Option<Result<Bytes, axum::Error>> {
    loop {
        match poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)).await? {
            Ok(part) => {
                if let Ok(bytes) = part.into_data() {
                    return Some(Ok(bytes));
                }
            }
            Err(error) => return Some(Err(error)),
        }
    }
}
