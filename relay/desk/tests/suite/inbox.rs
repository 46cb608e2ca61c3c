//! The inbox's service, without a socket: who gets in, and what is answered.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use serde_json::{Value, json};
use tower::ServiceExt;
use waymark_desk::inbox::{Inbox, InboxConfig, InboxError, TOKEN_HEADER};
use waymark_desk::receive;

use crate::harness::{Desk, PASSPHRASE, passphrase, report};

const AUTHORITY: &str = "127.0.0.1:4711";
const ORIGIN: &str = "http://127.0.0.1:4711";

struct Page {
    desk: Desk,
    inbox: Inbox,
    router: Router,
    token: String,
}

fn config(desk: &Desk) -> InboxConfig {
    InboxConfig {
        vault: desk.vault_folder(),
        address: AUTHORITY.parse().unwrap(),
        demo: false,
        unlocked: None,
        source: Some(receive::spool(&desk.path("spool"), "demo").unwrap()),
        idle: Duration::from_mins(10),
    }
}

impl Page {
    async fn open(change: impl FnOnce(&mut InboxConfig)) -> Self {
        let desk = Desk::in_process();
        let mut config = config(&desk);
        change(&mut config);
        let inbox = Inbox::new(config).unwrap();
        let router = inbox.router();
        let mut page = Self {
            desk,
            inbox,
            router,
            token: String::new(),
        };
        let link = page.link();
        page.token = page.exchange(&link).await.unwrap();
        page
    }

    fn link(&self) -> String {
        let url = self.inbox.link().unwrap();
        url.strip_prefix("http://127.0.0.1:4711/#")
            .unwrap()
            .to_owned()
    }

    async fn exchange(&self, link: &str) -> Option<String> {
        let (status, answer) = self.post("session", &json!({ "link": link })).await;
        (status == StatusCode::OK).then(|| answer["token"].as_str().unwrap().to_owned())
    }

    async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    async fn get(&self, path: &str) -> (StatusCode, Value) {
        let request = Request::get(format!("/api/{path}"))
            .header("host", AUTHORITY)
            .header(TOKEN_HEADER, &self.token);
        read(self.send(request.body(Body::empty()).unwrap()).await).await
    }

    async fn post(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        let request = Request::post(format!("/api/{path}"))
            .header("host", AUTHORITY)
            .header("origin", ORIGIN)
            .header(TOKEN_HEADER, &self.token);
        read(
            self.send(request.body(Body::from(body.to_string())).unwrap())
                .await,
        )
        .await
    }

    async fn unlock(&self) {
        assert_eq!(
            self.post("unlock", &json!({ "passphrase": PASSPHRASE }))
                .await
                .0,
            StatusCode::OK
        );
    }

    async fn fetch(&self) -> Value {
        let (_, mut state) = self.post("fetch", &json!({})).await;
        while state["running"] == true {
            tokio::time::sleep(Duration::from_millis(5)).await;
            state = self.get("fetch").await.1;
        }
        state
    }
}

async fn read(response: Response<Body>) -> (StatusCode, Value) {
    let status = response.status();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20)
        .await
        .unwrap();
    (
        status,
        serde_json::from_slice(&bytes).unwrap_or(Value::Null),
    )
}

#[tokio::test]
async fn unlock_fetch_list_read_lock() {
    let page = Page::open(|_| {}).await;
    page.desk.put(
        &page
            .desk
            .frame(&report(1, &json!({"danger": "yes", "what": "<b>x</b>"}))),
    );
    page.desk.put(b"poison");
    assert_eq!(page.get("reports").await.0, StatusCode::LOCKED);
    assert_eq!(page.post("fetch", &json!({})).await.0, StatusCode::LOCKED);
    let (status, answer) = page.post("unlock", &json!({"passphrase": "wrong"})).await;
    assert_eq!(
        (status, answer["type"].as_str()),
        (
            StatusCode::FORBIDDEN,
            Some("urn:waymark:desk:wrong-passphrase")
        )
    );
    page.unlock().await;

    let fetched = page.fetch().await;
    assert_eq!(
        (fetched["handled"].as_u64(), &fetched["error"]),
        (Some(2), &Value::Null)
    );
    let (_, listed) = page.get("reports").await;
    assert_eq!(listed["quarantine"][0]["reason"], "not-a-frame");
    let name = listed["reports"][0]["name"].as_str().unwrap();
    let (_, shown) = page.get(&format!("reports/{name}")).await;
    assert_eq!(shown["report"]["answers"]["what"], "<b>x</b>");
    assert!(!shown.to_string().contains("RRRR"), "no reply keys");
    page.post(&format!("reports/{name}/read"), &json!({})).await;
    assert_eq!(page.get("reports").await.1["reports"][0]["state"], "read");

    page.post("lock", &json!({})).await;
    assert_eq!(
        page.get(&format!("reports/{name}")).await.0,
        StatusCode::LOCKED
    );
}

#[tokio::test]
async fn forged_hosts_are_refused_everywhere() {
    let page = Page::open(|_| {}).await;
    page.unlock().await;
    let forged = [
        "evil.example",
        "evil.example:4711",
        "localhost:4711",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1:4711.",
        "[::1]:4711",
        "",
    ];
    for path in ["/", "/inbox.js", "/api/status", "/api/reports"] {
        for host in forged {
            let request = Request::get(path)
                .header("host", host)
                .header(TOKEN_HEADER, &page.token);
            let response = page.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(
                response.status(),
                StatusCode::MISDIRECTED_REQUEST,
                "{path} {host}"
            );
        }
        let none = Request::get(path)
            .header(TOKEN_HEADER, &page.token)
            .body(Body::empty())
            .unwrap();
        assert_eq!(
            page.send(none).await.status(),
            StatusCode::MISDIRECTED_REQUEST
        );
        let two = Request::get(path)
            .header("host", AUTHORITY)
            .header("host", "evil.example")
            .body(Body::empty())
            .unwrap();
        assert_eq!(
            page.send(two).await.status(),
            StatusCode::MISDIRECTED_REQUEST
        );
        let absolute = Request::get(format!("http://evil.example{path}"))
            .header("host", AUTHORITY)
            .body(Body::empty())
            .unwrap();
        assert_eq!(
            page.send(absolute).await.status(),
            StatusCode::MISDIRECTED_REQUEST
        );
    }
}

#[tokio::test]
async fn other_origins_are_refused_even_with_the_token() {
    let page = Page::open(|_| {}).await;
    page.unlock().await;
    for origin in [
        "http://evil.example",
        "null",
        "http://localhost:4711",
        "https://127.0.0.1:4711",
        "http://127.0.0.1:4712",
    ] {
        for (method, path) in [
            ("GET", "/api/reports"),
            ("POST", "/api/fetch"),
            ("POST", "/api/session"),
            ("OPTIONS", "/api/reports"),
        ] {
            let request = Request::builder().method(method).uri(path);
            let request = request
                .header("host", AUTHORITY)
                .header("origin", origin)
                .header(TOKEN_HEADER, &page.token);
            let response = page.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(
                response.status(),
                StatusCode::FORBIDDEN,
                "{method} {path} {origin}"
            );
            assert!(
                response
                    .headers()
                    .keys()
                    .all(|name| !name.as_str().starts_with("access-control"))
            );
        }
    }
    // What acts must say where it comes from.
    let silent = Request::post("/api/lock")
        .header("host", AUTHORITY)
        .header(TOKEN_HEADER, &page.token);
    assert_eq!(
        page.send(silent.body(Body::empty()).unwrap())
            .await
            .status(),
        StatusCode::FORBIDDEN
    );
    let cross = Request::get("/api/reports")
        .header("host", AUTHORITY)
        .header(TOKEN_HEADER, &page.token);
    let cross = cross
        .header("sec-fetch-site", "cross-site")
        .body(Body::empty())
        .unwrap();
    assert_eq!(page.send(cross).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(
        page.get("reports").await.0,
        StatusCode::OK,
        "nothing was locked by all that"
    );
}

#[tokio::test]
async fn no_token_no_answer() {
    let mut page = Page::open(|_| {}).await;
    page.unlock().await;
    let token = std::mem::take(&mut page.token);
    for wrong in [
        "",
        "0",
        &"0".repeat(64),
        &token[1..],
        &format!("{token}0"),
        &token.to_uppercase(),
    ] {
        if wrong == token {
            continue;
        }
        wrong.clone_into(&mut page.token);
        for path in ["status", "reports", "fetch"] {
            assert_eq!(
                page.get(path).await.0,
                StatusCode::UNAUTHORIZED,
                "{path} {wrong}"
            );
        }
        assert_eq!(
            page.post("unlock", &json!({"passphrase": PASSPHRASE}))
                .await
                .0,
            StatusCode::UNAUTHORIZED
        );
    }
}

#[tokio::test]
async fn a_link_opens_the_inbox_once_and_a_demonstration_often() {
    let page = Page::open(|_| {}).await;
    let link = page.link();
    assert!(page.exchange(&link).await.is_some());
    assert!(page.exchange(&link).await.is_none());
    assert!(page.exchange("").await.is_none());
    assert!(
        page.exchange(&page.token).await.is_none(),
        "a session's token is no link"
    );

    let demo = Page::open(|config| {
        config.demo = true;
        config.unlocked = Some(passphrase());
    })
    .await;
    let link = demo.link();
    assert!(demo.exchange(&link).await.is_some() && demo.exchange(&link).await.is_some());
    assert_eq!(
        demo.get("reports").await.0,
        StatusCode::OK,
        "starts unlocked"
    );
    demo.post("lock", &json!({})).await;
    assert_eq!(demo.get("reports").await.0, StatusCode::LOCKED);
    assert_eq!(demo.post("unlock", &json!({})).await.0, StatusCode::OK);
    assert_eq!(demo.get("status").await.1["asks_passphrase"], false);
}

#[tokio::test]
async fn locks_itself_when_nobody_uses_it() {
    let page = Page::open(|config| config.idle = Duration::from_millis(400)).await;
    page.unlock().await;
    for _ in 0..4 {
        tokio::time::sleep(Duration::from_millis(150)).await;
        assert_eq!(page.post("touch", &json!({})).await.0, StatusCode::OK);
    }
    for _ in 0..8 {
        // Asking how things are is no use.
        tokio::time::sleep(Duration::from_millis(100)).await;
        page.get("status").await;
    }
    assert_eq!(page.get("status").await.1["locked"], true);
    assert_eq!(page.get("reports").await.0, StatusCode::LOCKED);
}

#[tokio::test]
async fn every_answer_is_fenced() {
    let page = Page::open(|_| {}).await;
    let requests = [
        Request::get("/").header("host", AUTHORITY),
        Request::get("/inbox.js").header("host", AUTHORITY),
        Request::get("/nothing").header("host", AUTHORITY),
        Request::get("/").header("host", "evil.example"),
        Request::get("/api/reports")
            .header("host", AUTHORITY)
            .header(TOKEN_HEADER, &page.token),
    ];
    for request in requests {
        let response = page.send(request.body(Body::empty()).unwrap()).await;
        let header = |name: &str| {
            response
                .headers()
                .get(name)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        };
        let csp = header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        ] {
            assert!(csp.contains(part), "{csp}");
        }
        assert!(!csp.contains("unsafe") && !csp.contains("http"));
        assert_eq!(header("cache-control"), "no-store");
        assert_eq!(header("x-frame-options"), "DENY");
        assert_eq!(header("referrer-policy"), "no-referrer");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert!(response.headers().get("set-cookie").is_none());
    }
}

#[tokio::test]
async fn paths_stay_inside_the_vault() {
    let page = Page::open(|_| {}).await;
    page.unlock().await;
    for name in [
        "..",
        "%2e%2e",
        "..%2F..%2Fsecret",
        "0",
        &"g".repeat(32),
        &"A".repeat(32),
        &"0".repeat(32),
    ] {
        let (status, _) = page.get(&format!("reports/{name}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{name}");
    }
}

#[tokio::test]
async fn only_the_loopback_address() {
    let desk = Desk::in_process();
    for address in ["0.0.0.0:1", "192.168.1.5:80", "[::1]:80", "127.0.0.2:80"] {
        let mut config = config(&desk);
        config.address = address.parse().unwrap();
        assert!(
            matches!(Inbox::new(config), Err(InboxError::NotLoopback(_))),
            "{address}"
        );
    }
}

#[tokio::test]
async fn a_body_too_large_is_refused() {
    let page = Page::open(|_| {}).await;
    let (status, _) = page
        .post("unlock", &json!({"passphrase": "x".repeat(20_000)}))
        .await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
}
