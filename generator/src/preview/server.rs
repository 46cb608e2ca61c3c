//! Files from memory, as a careful host would send them, and the script that keeps an open page
//! up to date.

use super::shown::{Preview, Shown};
use crate::source::Digest;
use crate::url::decode;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::time::Duration;

/// What is the preview's own lies below this folder; no site has one of that name.
const OWN: &str = "/-/";

const SCRIPT: &str = include_str!("client/preview.js");
const STYLE: &str = include_str!("client/preview.css");

/// A question is answered after this time even if nothing has changed: who waits too long is cut
/// off by something in between.
const LONGEST: Duration = Duration::from_secs(25);

impl Preview {
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
    let (status, kind, body) = match uri.path().strip_prefix(OWN) {
        Some("preview.js") => (StatusCode::OK, media_type(".js"), SCRIPT.into()),
        Some("preview.css") => (StatusCode::OK, media_type(".css"), STYLE.into()),
        Some("news") => {
            let news = news(&preview, uri.query().unwrap_or_default()).await;
            (StatusCode::OK, media_type(".json"), news.into())
        }
        _ => file(&preview.shown(), uri.path()),
    };
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
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
    let policy = &preview.shown().policy;
    if !policy.is_empty()
        && let Ok(policy) = HeaderValue::from_str(policy)
    {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn file(shown: &Shown, address: &str) -> (StatusCode, &'static str, Bytes) {
    if shown.is_empty() {
        let page = with_script(NO_SITE.as_bytes(), "");
        return (StatusCode::SERVICE_UNAVAILABLE, media_type(".html"), page);
    }
    let (status, found) = match shown.find(address) {
        Some(found) => (StatusCode::OK, Some(found)),
        None => (StatusCode::NOT_FOUND, shown.find("/404.html")),
    };
    let Some((path, bytes)) = found else {
        return (status, media_type(".txt"), "There is no such page.".into());
    };
    let kind = media_type(path.as_str());
    let body = if path.as_str().strip_suffix(".html").is_some() {
        let have = if status == StatusCode::OK {
            Digest::of(&bytes).short()
        } else {
            String::new()
        };
        with_script(&bytes, &have)
    } else {
        Bytes::from_owner(bytes)
    };
    (status, kind, body)
}

/// Shown with the mistakes laid over it until there is a site.
const NO_SITE: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>No site yet</title></head><body><p>There is no site to show yet. The terminal says why.</p></body></html>\n";

/// The page with the script of the preview at the end of its head; `have` says which state of
/// the page this is.
fn with_script(page: &[u8], have: &str) -> Bytes {
    const END: &[u8] = b"</head>";
    let tag = format!("<script src=\"{OWN}preview.js\" data-have=\"{have}\" defer></script>");
    let at = page.windows(END.len()).position(|window| window == END);
    let (before, after) = page.split_at(at.unwrap_or(page.len()));
    [before, tag.as_bytes(), after].concat().into()
}

/// What has changed for somebody who looks at a page: the answer comes when there is something to
/// tell. `page` is its address, `have` the state that they see of it, `told` the mistakes that they
/// know.
async fn news(preview: &Preview, query: &str) -> String {
    let value = |name: &str| {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let found = pairs.into_iter().find(|(key, _)| *key == name);
        found
            .and_then(|(_, value)| decode(value))
            .unwrap_or_default()
    };
    let (page, have, told) = (value("page"), value("have"), value("told"));
    let _looks = preview.look_at(&page);
    let mut versions = preview.versions();
    let end = tokio::time::sleep(LONGEST);
    tokio::pin!(end);
    loop {
        versions.mark_unchanged();
        let shown = preview.shown();
        let now = shown.digest(&page).unwrap_or_default();
        let waiting = now == have && shown.mistakes.id == told;
        let over = waiting
            && tokio::select! {
                changed = versions.changed() => changed.is_err(),
                () = &mut end => true,
            };
        if !waiting || over {
            return json!({ "page": now, "mistakes": *shown.mistakes }).to_string();
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_at_the_end_of_the_head_and_nothing_else_is_another() {
        let page = with_script(b"<head><title>a</title></head><body>b</body>", "12");
        assert_eq!(
            page.as_ref(),
            b"<head><title>a</title><script src=\"/-/preview.js\" data-have=\"12\" defer></script></head><body>b</body>"
        );
    }
}
