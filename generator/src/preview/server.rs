//! Files from memory, as a careful host would send them.

use crate::output::publish::Files;
use crate::pipeline::Site;
use crate::url::{OutputPath, decode};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use std::sync::{Arc, PoisonError, RwLock};

/// A site that can be exchanged while it is served. Clones show the same site.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    shown: Arc<RwLock<Arc<Shown>>>,
}

#[derive(Debug, Default)]
struct Shown {
    files: Files,
    policy: String,
    /// Said where there is no site.
    explanation: String,
}

impl Preview {
    /// Shows this site from now on.
    pub fn show(&self, site: Site) {
        self.replace(Shown {
            files: site.files,
            policy: site.policy,
            explanation: String::new(),
        });
    }

    /// Says why there is no site.
    pub fn explain(&self, explanation: String) {
        self.replace(Shown {
            explanation,
            ..Shown::default()
        });
    }

    fn replace(&self, shown: Shown) {
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(shown);
    }

    fn shown(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// True if there is no site yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown().files.is_empty()
    }

    /// Answers `GET` and `HEAD` for every file; `/` and `…/` mean the `index.html` there.
    pub fn router(&self) -> Router {
        Router::new().fallback(answer).with_state(self.clone())
    }
}

async fn answer(State(preview): State<Preview>, method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return (
            StatusCode::METHOD_NOT_ALLOWED,
            [(header::ALLOW, "GET, HEAD")],
        )
            .into_response();
    }
    let shown = preview.shown();
    if shown.files.is_empty() {
        let text = format!("There is no site to show yet.\n\n{}", shown.explanation);
        return (StatusCode::SERVICE_UNAVAILABLE, text).into_response();
    }
    let (status, path, bytes) = match find(&shown.files, uri.path()) {
        Some((path, bytes)) => (StatusCode::OK, path, bytes),
        None => match find(&shown.files, "/404.html") {
            Some((path, bytes)) => (StatusCode::NOT_FOUND, path, bytes),
            None => return StatusCode::NOT_FOUND.into_response(),
        },
    };
    let mut response = (status, Bytes::from_owner(bytes)).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(media_type(path.as_str())),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    // The next reload must show the next edit.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(policy) = HeaderValue::from_str(&shown.policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn find(files: &Files, path: &str) -> Option<(OutputPath, Arc<[u8]>)> {
    let path = decode(path.strip_prefix('/')?)?;
    let path = match path.as_str() {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        _ => path,
    };
    let path = OutputPath::new(&path)?;
    let bytes = Arc::clone(files.get(&path)?);
    Some((path, bytes))
}

/// The media type by the ending of the name.
#[must_use]
pub fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "epub" => "application/epub+zip",
        _ if path.ends_with("SHA256SUMS") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
