//! What a request must be before anything answers it.
//!
//! Other pages in the same browser can reach a loopback port. They can't read an answer without
//! being of the same origin, but a page whose name was rebound to 127.0.0.1 would be, and any page
//! can send. So: `Host` must be the exact address; requests that act must carry that `Origin`; and
//! every call carries a token that only the page opened from the printed address has.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use super::api::problem;
use super::session::Shared;

/// The header that carries the session's token. Being no simple header, it also makes the browser
/// ask before another origin may send it, and nothing here answers that question.
pub const TOKEN_HEADER: &str = "x-waymark-token";

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const HEADERS: [(&str, &str); 9] = [
    ("content-security-policy", CSP),
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), clipboard-read=()",
    ),
];

/// Refuses what doesn't come from this inbox's own page; gives every answer its headers.
pub(super) async fn guard(State(inbox): State<Shared>, request: Request, next: Next) -> Response {
    let mut response = match inspect(&inbox, &request) {
        Ok(()) => next.run(request).await,
        Err((status, name, text)) => problem(status, name, text),
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    response
}

type Refusal = (StatusCode, &'static str, &'static str);

fn inspect(inbox: &Shared, request: &Request) -> Result<(), Refusal> {
    let headers = request.headers();
    let host = single(headers, &header::HOST);
    let named = request
        .uri()
        .authority()
        .map(axum::http::uri::Authority::as_str);
    if host != Some(inbox.authority.as_str()) || named.is_some_and(|name| name != inbox.authority) {
        return Err((
            StatusCode::MISDIRECTED_REQUEST,
            "wrong-host",
            "Open the exact address that the program printed.",
        ));
    }
    if !request.uri().path().starts_with("/api/") {
        return Ok(());
    }
    let foreign = (
        StatusCode::FORBIDDEN,
        "wrong-origin",
        "This call came from another page.",
    );
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let origin_fits = match headers.get(header::ORIGIN) {
        Some(_) => single(headers, &header::ORIGIN) == Some(inbox.origin.as_str()),
        None => reads,
    };
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    if !origin_fits || !matches!(site, None | Some(b"same-origin")) {
        return Err(foreign);
    }
    if request.uri().path() == "/api/session" {
        return Ok(());
    }
    let token = single(headers, &HeaderName::from_static(TOKEN_HEADER)).unwrap_or("");
    if inbox.knows(token) {
        Ok(())
    } else {
        Err((
            StatusCode::UNAUTHORIZED,
            "no-session",
            "Open the address that the program printed.",
        ))
    }
}

/// A header that occurs exactly once.
fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}
