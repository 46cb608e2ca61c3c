//! The relay over HTTP: one `Router`, served here by hyper, embedded by `infra/local`, and later
//! run by Lambda.

mod body;
mod listen;

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use tower_http::catch_panic::CatchPanicLayer;

pub use listen::{Limits, serve};

use crate::config::RelayConfig;
use crate::intake::{Intake, Refusal};
use crate::problem::Problem;
use crate::queue::QueueError;

/// For 32 KB on a bad line; shorter than what gateways allow.
pub const PATIENCE: Duration = Duration::from_secs(25);

/// The relay's router over spools, to be merged into a larger one or served alone.
///
/// It answers below `/api/` and nowhere else, and sets headers on its own answers only. Opens the
/// spools, so it fails when they can't be made.
pub fn router(config: &RelayConfig) -> Result<Router, QueueError> {
    Ok(app(Intake::open(config)?, PATIENCE))
}

/// The relay's router over any intake. A body has to arrive within `patience`.
pub fn app(intake: Intake, patience: Duration) -> Router {
    let door = Arc::new(Door { intake, patience });
    Router::new()
        .route(
            "/api/v1/reports/{desk}",
            post(report).options(preflight).fallback(wrong_method),
        )
        .route(
            "/api/v1/health",
            get(health).options(preflight).fallback(wrong_method),
        )
        .route("/api/{*rest}", any(not_found))
        .with_state(door)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(map_response(common_headers))
}

struct Door {
    intake: Intake,
    patience: Duration,
}

async fn report(
    State(door): State<Arc<Door>>,
    desk: Result<Path<String>, PathRejection>,
    body: Body,
) -> Result<Response, Problem> {
    // The body first: a refusal before it was read would reach the browser as a broken connection.
    let frame = body::read(body, door.patience).await?;
    let Path(desk) = desk.map_err(|_| Refusal::UnknownDesk)?;
    door.intake.accept(&desk, &frame).await?;
    let headers = [(header::CONTENT_TYPE, "application/json")];
    Ok((StatusCode::ACCEPTED, headers, r#"{"status":"queued"}"#).into_response())
}

async fn health() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "application/json")],
        r#"{"status":"ok"}"#,
    )
}

async fn preflight() -> impl IntoResponse {
    (
        StatusCode::NO_CONTENT,
        [
            (header::ACCESS_CONTROL_ALLOW_METHODS, "POST, GET, OPTIONS"),
            (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type"),
            (header::ACCESS_CONTROL_MAX_AGE, "86400"),
        ],
    )
}

async fn not_found() -> Problem {
    Problem::NotFound
}

async fn wrong_method() -> Problem {
    Problem::WrongMethod
}

/// What was thrown may hold data of the request, so it is dropped unseen.
fn panicked(_: Box<dyn Any + Send>) -> Response {
    Problem::Internal.into_response()
}

async fn common_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        // `file://` copies of the form have the origin `null`; there is nothing here to protect
        // by origin, since no answer depends on who asks.
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
