//! What the relay says when it can't say yes: `application/problem+json` (RFC 9457).
//!
//! The `type`s are stable and listed in `relay/PROTOCOL.md`, section 5.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::frame::{self, FrameError};
use crate::intake::Refusal;

/// Everything that can stand in for a 202.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The intake said no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The body didn't come in time.
    #[error("the report didn't arrive in time")]
    TooSlow,
    /// No such address.
    #[error("there is nothing at this address")]
    NotFound,
    /// The address answers other methods only.
    #[error("this address doesn't take this method")]
    WrongMethod,
    /// A fault of the relay's own.
    #[error("the relay has a fault")]
    Internal,
}

impl From<FrameError> for Problem {
    fn from(error: FrameError) -> Self {
        Self::Refused(error.into())
    }
}

impl Problem {
    /// The stable name, after `urn:waymark:problem:`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Refused(refusal) => match refusal {
                Refusal::Frame(FrameError::WrongSize(_)) => "wrong-size",
                Refusal::Frame(FrameError::WrongMagic) => "wrong-magic",
                Refusal::Frame(FrameError::WrongVersion) => "wrong-version",
                Refusal::Frame(FrameError::WrongLength) => "wrong-length",
                Refusal::Frame(FrameError::NotAnEnvelope) => "not-an-envelope",
                Refusal::UnknownDesk => "unknown-desk",
                Refusal::DeskPaused => "desk-paused",
                Refusal::DeskClosed => "desk-closed",
                Refusal::WrongDay { .. } => "wrong-day",
                Refusal::WeakStamp { .. } => "weak-stamp",
                Refusal::NotDurable => "not-durable",
            },
            Self::TooSlow => "too-slow",
            Self::NotFound => "not-found",
            Self::WrongMethod => "wrong-method",
            Self::Internal => "internal",
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::Refused(refusal) => match refusal {
                Refusal::Frame(FrameError::WrongSize(size)) if size > frame::LENGTH => {
                    StatusCode::PAYLOAD_TOO_LARGE
                }
                Refusal::Frame(_) => StatusCode::BAD_REQUEST,
                Refusal::UnknownDesk => StatusCode::NOT_FOUND,
                Refusal::DeskPaused | Refusal::WrongDay { .. } => StatusCode::CONFLICT,
                Refusal::DeskClosed => StatusCode::GONE,
                Refusal::WeakStamp { .. } => StatusCode::FORBIDDEN,
                Refusal::NotDurable => StatusCode::SERVICE_UNAVAILABLE,
            },
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A fixed sentence, but never what was sent.
    fn title(self) -> String {
        match self {
            // Its own message names the size.
            Self::Refused(Refusal::Frame(FrameError::WrongSize(_))) => {
                "this isn't the size of a report".to_owned()
            }
            other => other.to_string(),
        }
    }

    /// The body.
    #[must_use]
    pub fn to_json(self) -> serde_json::Value {
        let mut body = json!({
            "type": format!("urn:waymark:problem:{}", self.name()),
            "title": self.title(),
            "status": self.status().as_u16(),
        });
        match self {
            Self::Refused(Refusal::WrongDay { day }) => body["day"] = day.0.into(),
            Self::Refused(Refusal::WeakStamp { bits }) => body["bits"] = bits.into(),
            _ => {}
        }
        body
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let headers = [(header::CONTENT_TYPE, "application/problem+json")];
        (self.status(), headers, self.to_json().to_string()).into_response()
    }
}
