//! The calls that the page makes. All answers are JSON; refusals are problem+json whose `type`
//! ends in a stable name, for which the page has a text in the reader's language.

use std::sync::Arc;
use std::time::Duration;

use age::secrecy::SecretString;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::{Value, json};

use super::session::{Fetching, Shared, held};
use crate::receive;
use crate::vault::{Name, State as Progress, Summary, Vault, VaultError};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/api/session", post(session))
        .route("/api/status", get(status))
        .route("/api/unlock", post(unlock))
        .route("/api/lock", post(lock))
        .route("/api/touch", post(touch))
        .route("/api/reports", get(reports))
        .route("/api/reports/{name}", get(report))
        .route("/api/reports/{name}/read", post(mark_read))
        .route("/api/fetch", post(start_fetch).get(fetch_progress))
}

/// A refusal.
pub(super) fn problem(status: StatusCode, name: &str, title: &str) -> Response {
    let body = json!({ "type": format!("urn:waymark:desk:{name}"), "title": title, "status": status.as_u16() });
    (
        status,
        [(header::CONTENT_TYPE, "application/problem+json")],
        body.to_string(),
    )
        .into_response()
}

fn answer(value: &Value) -> Response {
    (
        [(header::CONTENT_TYPE, "application/json")],
        value.to_string(),
    )
        .into_response()
}

fn locked() -> Response {
    problem(StatusCode::LOCKED, "locked", "The inbox is locked.")
}

fn refused(error: &VaultError) -> Response {
    match error {
        VaultError::WrongPassphrase => problem(
            StatusCode::FORBIDDEN,
            "wrong-passphrase",
            &error.to_string(),
        ),
        VaultError::NoSuchReport(_) => problem(
            StatusCode::NOT_FOUND,
            "no-such-report",
            "There is no such report.",
        ),
        VaultError::InUse => problem(StatusCode::CONFLICT, "in-use", &error.to_string()),
        other => problem(
            StatusCode::INTERNAL_SERVER_ERROR,
            "failed",
            &other.to_string(),
        ),
    }
}

/// Runs `work` on the open vault, away from the threads that serve.
async fn with_vault<T: Send + 'static>(
    inbox: &Shared,
    work: impl FnOnce(&Vault) -> Result<T, VaultError> + Send + 'static,
) -> Result<T, Response> {
    let vault = inbox.vault().ok_or_else(locked)?;
    match tokio::task::spawn_blocking(move || work(&vault)).await {
        Ok(result) => result.map_err(|error| refused(&error)),
        Err(_) => Err(problem(
            StatusCode::INTERNAL_SERVER_ERROR,
            "failed",
            "The inbox stumbled over this.",
        )),
    }
}

#[derive(Deserialize)]
struct SessionCall {
    link: String,
}

async fn session(State(inbox): State<Shared>, body: Bytes) -> Response {
    let used = || {
        problem(
            StatusCode::UNAUTHORIZED,
            "link-used",
            "This link was used already, or isn't ours.",
        )
    };
    let Ok(call) = serde_json::from_slice::<SessionCall>(&body) else {
        return used();
    };
    match inbox.exchange(&call.link) {
        Ok(Some(token)) => answer(&json!({ "token": token })),
        Ok(None) => used(),
        Err(error) => problem(
            StatusCode::INTERNAL_SERVER_ERROR,
            "failed",
            &error.to_string(),
        ),
    }
}

async fn status(State(inbox): State<Shared>) -> Response {
    let keys: Vec<Value> = inbox
        .manifest
        .recipients()
        .unwrap_or_default()
        .iter()
        .map(|key| json!({ "recipient": key.to_string(), "fingerprint": key.fingerprint() }))
        .collect();
    answer(&json!({
        "desk": inbox.manifest.desk,
        "demo": inbox.demo,
        "asks_passphrase": inbox.known_passphrase.is_none(),
        "locked": inbox.is_locked(),
        "idle_seconds": inbox.idle.as_secs(),
        "can_fetch": inbox.source.is_some(),
        "keys": keys,
    }))
}

#[derive(Deserialize)]
struct UnlockCall {
    passphrase: String,
}

async fn unlock(State(inbox): State<Shared>, body: Bytes) -> Response {
    let passphrase = match (
        &inbox.known_passphrase,
        serde_json::from_slice::<UnlockCall>(&body),
    ) {
        (Some(known), _) => known.clone(),
        (None, Ok(call)) => SecretString::from(call.passphrase),
        (None, Err(_)) => {
            return problem(
                StatusCode::BAD_REQUEST,
                "wrong-passphrase",
                "No passphrase was given.",
            );
        }
    };
    // One attempt at a time, and a pause after a wrong one: guessing gains nothing over the
    // key file's own cost.
    let _turn = inbox.attempt.lock().await;
    let folder = inbox.folder.clone();
    match tokio::task::spawn_blocking(move || Vault::open(&folder, &passphrase)).await {
        Ok(Ok(vault)) => {
            inbox.set_open(vault);
            answer(&json!({ "locked": false }))
        }
        Ok(Err(error)) => {
            tokio::time::sleep(Duration::from_millis(500)).await;
            refused(&error)
        }
        Err(_) => problem(
            StatusCode::INTERNAL_SERVER_ERROR,
            "failed",
            "The inbox stumbled over this.",
        ),
    }
}

async fn lock(State(inbox): State<Shared>) -> Response {
    inbox.lock();
    answer(&json!({ "locked": true }))
}

async fn touch(State(inbox): State<Shared>) -> Response {
    inbox
        .vault()
        .map_or_else(locked, |_| answer(&json!({ "locked": false })))
}

async fn reports(State(inbox): State<Shared>) -> Response {
    let listed = with_vault(&inbox, |vault| Ok((vault.list()?, vault.quarantined()?))).await;
    let (listing, quarantine) = match listed {
        Ok(both) => both,
        Err(response) => return response,
    };
    let reports: Vec<Value> = listing.reports.iter().map(Summary::to_json).collect();
    answer(&json!({ "reports": reports, "damaged": listing.damaged, "quarantine": quarantine }))
}

async fn report(State(inbox): State<Shared>, Path(name): Path<String>) -> Response {
    let Ok(name) = name.parse::<Name>() else {
        return refused(&VaultError::NoSuchReport(String::new()));
    };
    match with_vault(&inbox, move |vault| vault.read(&name)).await {
        Ok(stored) => answer(&stored.to_json()),
        Err(response) => response,
    }
}

async fn mark_read(State(inbox): State<Shared>, Path(name): Path<String>) -> Response {
    let Ok(name) = name.parse::<Name>() else {
        return refused(&VaultError::NoSuchReport(String::new()));
    };
    match with_vault(&inbox, move |vault| vault.set_state(&name, Progress::Read)).await {
        Ok(()) => answer(&json!({ "state": "read" })),
        Err(response) => response,
    }
}

async fn start_fetch(State(inbox): State<Shared>) -> Response {
    let Some(vault) = inbox.vault() else {
        return locked();
    };
    let Some(source) = inbox.source.clone() else {
        return problem(
            StatusCode::CONFLICT,
            "no-queue",
            "This inbox has no queue to look in.",
        );
    };
    {
        let mut fetching = held(&inbox.fetching);
        if fetching.running {
            return progress(&fetching);
        }
        *fetching = Fetching {
            running: true,
            ..Fetching::default()
        };
    }
    let job = Arc::clone(&inbox);
    tokio::spawn(async move {
        let counter = Arc::clone(&job);
        let result = receive::fetch(&vault, &source, &mut |summary| {
            held(&counter.fetching).handled = summary.handled();
        })
        .await;
        let mut fetching = held(&job.fetching);
        fetching.running = false;
        match result {
            Ok(summary) => {
                fetching.handled = summary.handled();
                fetching.done = Some(summary);
            }
            Err(error) => fetching.error = Some(error.to_string()),
        }
    });
    let fetching = held(&inbox.fetching);
    progress(&fetching)
}

async fn fetch_progress(State(inbox): State<Shared>) -> Response {
    progress(&held(&inbox.fetching))
}

fn progress(fetching: &Fetching) -> Response {
    answer(&json!({
        "running": fetching.running,
        "handled": fetching.handled,
        "done": fetching.done,
        "error": fetching.error,
    }))
}
