//! The page itself: a few files inside the binary. Nothing secret is in them.

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

const FILES: [(&str, &str, &str); 8] = [
    (
        "/",
        "text/html; charset=utf-8",
        include_str!("assets/index.html"),
    ),
    (
        "/inbox.css",
        "text/css; charset=utf-8",
        include_str!("assets/inbox.css"),
    ),
    (
        "/inbox.js",
        "text/javascript; charset=utf-8",
        include_str!("assets/inbox.js"),
    ),
    (
        "/text.js",
        "text/javascript; charset=utf-8",
        include_str!("assets/text.js"),
    ),
    (
        "/program.js",
        "text/javascript; charset=utf-8",
        include_str!("assets/program.js"),
    ),
    (
        "/icon.svg",
        "image/svg+xml",
        include_str!("assets/icon.svg"),
    ),
    (
        "/strings/en.json",
        "application/json",
        include_str!("assets/strings/en.json"),
    ),
    (
        "/strings/fr.json",
        "application/json",
        include_str!("assets/strings/fr.json"),
    ),
];

pub(super) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    FILES
        .into_iter()
        .fold(Router::new(), |router, (path, kind, text)| {
            router.route(
                path,
                get(move || async move { ([(header::CONTENT_TYPE, kind)], text).into_response() }),
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_inline_and_nothing_from_elsewhere() {
        let html = FILES[0].2;
        assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
        assert_eq!(
            html.matches("<script").count(),
            html.matches("<script src=\"/").count()
        );
        for (path, _, text) in FILES {
            let outside = text.replace("http://www.w3.org/2000/svg", "");
            assert!(
                !outside.contains("http://") && !outside.contains("https://"),
                "{path}"
            );
        }
    }

    #[test]
    fn strings_have_the_same_keys_in_both_languages() {
        let keys = |text: &str| {
            let table: std::collections::BTreeMap<String, String> =
                serde_json::from_str(text).unwrap();
            assert!(table.values().all(|value| !value.trim().is_empty()));
            table.into_keys().collect::<Vec<_>>()
        };
        assert_eq!(keys(FILES[6].2), keys(FILES[7].2));
    }

    #[test]
    fn every_string_used_exists_and_every_string_is_used() {
        let table: std::collections::BTreeMap<String, String> =
            serde_json::from_str(FILES[6].2).unwrap();
        let (html, script) = (FILES[0].2, [FILES[2].2, FILES[3].2].concat());
        let quoted = |text: &str, key: &str| {
            text.contains(&format!("'{key}'")) || text.contains(&format!("\"{key}\""))
        };
        let by_prefix = ["question-", "answer-", "reason-", "error-"];
        for key in table.keys() {
            let known = quoted(html, key)
                || quoted(&script, key)
                || by_prefix.iter().any(|p| key.starts_with(p));
            assert!(known, "`{key}` is used nowhere");
        }
        for question in crate::report::QUESTIONS {
            assert!(
                table.contains_key(&format!("question-{question}")),
                "{question}"
            );
        }
    }
}
