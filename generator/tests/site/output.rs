//! What a build writes.

use std::collections::BTreeMap;

use crate::fixture::TestSite;
use crate::links;

fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &str)> {
    files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("UTF-8")))
}

#[test]
fn every_file_is_where_it_is_promised() {
    let site = TestSite::new();
    let files = site.built();
    for path in [
        ".waymark",
        "404.html",
        "SHA256SUMS",
        "en/a-z.html",
        "en/glossary.html",
        "en/guide/first.html",
        "en/guide/index.html",
        "en/index.html",
        "en/search.html",
        "fr/guide/second.html",
        "fr/index.html",
        "index.html",
        "robots.txt",
        "search/en.js",
        "search/fr.js",
    ] {
        assert!(
            files.contains_key(path),
            "{path} is missing of {:?}",
            files.keys()
        );
    }
    assert!(
        !files.contains_key("sitemap.xml"),
        "there is no address to put into it"
    );
}

#[test]
fn the_same_site_is_the_same_bytes() {
    let (one, two) = (TestSite::new(), TestSite::new());
    assert_eq!(one.built(), two.built());
}

#[test]
fn every_link_leads_to_a_file_and_an_id() {
    let files = TestSite::new().built();
    let broken = links::broken(&files);
    assert!(broken.is_empty(), "{broken:#?}");
    // The check would be worth nothing if it saw nothing.
    let seen: usize = pages(&files)
        .map(|(_, html)| links::scan(html).0.len())
        .sum();
    assert!(seen > 200, "{seen} links");
}

#[test]
fn pages_ask_nothing_of_another_host() {
    let files = TestSite::new().built();
    for (path, html) in pages(&files) {
        assert!(!html.contains("integrity="), "{path}");
        assert!(!html.contains("type=\"module\""), "{path}");
        assert!(
            !html.contains(" style=\""),
            "{path} has a style that the policy forbids"
        );
        for address in links::scan(html).0 {
            let rooted = address.target.starts_with('/') && path != "404.html";
            assert!(!rooted, "{path}: {address:?} breaks in a sub-folder");
            if links::is_elsewhere(&address.target) {
                assert_eq!(
                    address.target, "https://weather.example/",
                    "{path}: {address:?}"
                );
                assert_eq!(address.element, "a", "{path}: {address:?}");
            }
        }
    }
}

#[test]
fn every_page_carries_the_policy() {
    let files = TestSite::new()
        .edited(
            "content/site.toml",
            "relay = \"\"",
            "relay = \"https://relay.example\"",
        )
        .built();
    for (path, html) in pages(&files) {
        let meta = html
            .split("http-equiv=\"Content-Security-Policy\" content=\"")
            .nth(1);
        let policy = meta
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_else(|| panic!("{path} has none"));
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self';"),
            "{path}: {policy}"
        );
        assert!(
            policy.contains("connect-src 'self' https://relay.example;"),
            "{path}: {policy}"
        );
        assert!(
            policy.ends_with("trusted-types waymark"),
            "{path}: {policy}"
        );
        // Nothing may stand before it that it should govern.
        let before = html
            .split("Content-Security-Policy")
            .next()
            .unwrap_or_default();
        assert!(
            !before.contains("<script") && !before.contains("<link"),
            "{path}"
        );
    }
}

#[test]
fn the_sums_are_those_of_the_files() {
    let mut files = TestSite::new().built();
    let sums = String::from_utf8(files.remove("SHA256SUMS").expect("sums")).expect("text");
    let listed: BTreeMap<&str, &str> = sums
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(d, p)| (p, d))
        .collect();
    // The marker is for the next build; a copy of the site may well come without hidden files.
    files.remove(".waymark").expect("the marker");
    let all: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(listed.keys().copied().collect::<Vec<_>>(), all);
    for (path, bytes) in &files {
        let digest = waymark::source::Digest::of(bytes).to_string();
        assert_eq!(listed[path.as_str()], digest, "{path}");
    }
}

#[test]
fn an_untranslated_page_is_labelled() {
    let site = TestSite::new();
    site.built();
    let page = site.page("fr/guide/second.html");
    assert!(page.contains("<html lang=\"fr\""), "{page}");
    let main = page
        .split("<main")
        .nth(1)
        .and_then(|rest| rest.split('>').next())
        .expect("main");
    assert!(main.contains("lang=\"en\""), "{main}");
    assert!(page.contains("class=\"notice fallback\""), "{page}");
    assert!(
        !page.contains("hreflang=\"fr\" href"),
        "a fallback is no translation"
    );
    let real = site.page("fr/guide/first.html");
    assert!(real.contains("hreflang=\"en\""), "{real}");
    assert!(!real.contains("notice fallback"), "{real}");
    assert!(
        real.contains("notice unchecked"),
        "nobody has checked it: {real}"
    );
}

#[test]
fn a_page_says_whose_words_it_has_and_whose_site_it_is() {
    let site = TestSite::new();
    site.built();
    let restates = "restates the guidelines";
    assert!(site.page("en/guide/first.html").contains(restates));
    assert!(!site.page("en/urgent.html").contains(restates));
    assert!(
        site.page("en/urgent.html")
            .contains("This is not an OSCE site")
    );
    let published = TestSite::new().edited(
        "content/site.toml",
        "publisher = \"\"",
        "publisher = \"OSCE\"",
    );
    published.built();
    assert!(
        !published
            .page("en/urgent.html")
            .contains("This is not an OSCE site")
    );
}

#[test]
fn with_an_address_there_is_a_sitemap_of_real_pages() {
    let site = TestSite::new().edited(
        "content/site.toml",
        "base_url = \"\"",
        "base_url = \"https://guide.example/field/\"",
    );
    let files = site.built();
    let sitemap = String::from_utf8(files["sitemap.xml"].clone()).expect("text");
    assert!(
        sitemap.contains("<loc>https://guide.example/field/en/guide/second.html</loc>"),
        "{sitemap}"
    );
    assert!(!sitemap.contains("fr/guide/second.html"), "{sitemap}");
    assert!(
        sitemap
            .contains("hreflang=\"fr\" href=\"https://guide.example/field/fr/guide/first.html\"")
    );
    let lost = site.page("404.html");
    assert!(lost.contains("href=\"/field/en/index.html\""), "{lost}");
    assert!(
        site.page("robots.txt")
            .contains("Sitemap: https://guide.example/field/sitemap.xml")
    );
}

#[test]
fn a_to_z_holds_pages_and_terms() {
    let site = TestSite::new();
    site.built();
    let page = site.page("en/a-z.html");
    assert!(
        page.contains("href=\"guide/second.html\">Second &amp; last part</a>"),
        "{page}"
    );
    assert!(
        page.contains("href=\"glossary.html#term-victim\">victim</a>"),
        "{page}"
    );
}

#[test]
fn search_answers_as_text_and_as_json() {
    let site = TestSite::new();
    let run = site.run(&["search", "fr", "victime", "--json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let answer: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let urls: Vec<_> = answer["results"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|r| r["url"].as_str())
        .collect();
    assert!(urls.contains(&Some("guide/first.html")), "{urls:?}");
    let run = site.run(&["search", "en", "survivor"]);
    assert!(
        run.stdout.contains("glossary.html#term-victim"),
        "{}",
        run.stdout
    );
    assert_eq!(site.run(&["search", "xx", "a"]).code, 2);
}

#[test]
fn search_replaces_typing_errors_unless_taken_literally() {
    let site = TestSite::new();
    let run = site.run(&["search", "en", "survvor", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let replaced = serde_json::json!([{ "from": "survvor", "to": "survivor" }]);
    assert_eq!(answer["replaced"], replaced);
    assert_eq!(answer["answered"], "survivor");
    assert_ne!(answer["pages"], 0);
    let run = site.run(&["search", "en", "survvor", "--literal"]);
    assert_eq!(run.stdout, "nothing found\n");
}

#[test]
fn search_finds_phrases_and_explains_their_rank() {
    let site = TestSite::new();
    let run = site.run(&["search", "en", "\"what to do\"", "--explain"]);
    assert!(run.stdout.contains("guide/first.html"), "{}", run.stdout);
    assert!(
        run.stdout.contains("the phrase, weight 1"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("1 × body: tf 1"), "{}", run.stdout);
    let run = site.run(&["search", "en", "\"to what do\""]);
    assert_eq!(run.stdout, "nothing found\n");
    let run = site.run(&["search", "en", "part", "--explain", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let best = &answer["results"][0];
    let word = &best["explanation"][0];
    assert_eq!(word["by"]["kind"], "exact");
    // One word: its section's score is the word's, and the page's is what the sections add up to.
    let page = &best["page"];
    let sections = page["sections"].as_array().expect("a list");
    assert_eq!(word["score"], sections[0]);
    let mut factor = page["coverage"].as_f64().expect("a number");
    let mut sum = 0.0;
    for section in sections {
        sum += factor * section.as_f64().expect("a number");
        factor *= 0.2;
    }
    let score = best["score"].as_f64().expect("a number");
    assert!((sum - score).abs() < 1e-9 * score, "{sum} and {score}");
}

const DESK: &str = r#"
[desks.mission]
state = "open"
name = { en = "Mission" }
languages = ["en"]
opened = 2026-01-30
recipients = [
  "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
  "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg",
]
"#;

#[test]
fn the_forms_scripts_are_loaded_only_where_a_desk_takes_reports() {
    let site = TestSite::new()
        .with(
            "content/en/form.md",
            "+++\ntitle = \"Report\"\nlayout = \"report\"\n+++\n",
        )
        .with(
            "content/en/send.md",
            "+++\ntitle = \"Send it later\"\nlayout = \"send\"\n+++\n",
        );
    site.built();
    for page in ["en/form.html", "en/send.html"] {
        let html = site.page(page);
        assert!(!html.contains("data-form="), "{page}");
        assert!(!html.contains("assets/report."), "{page}: {html}");
        assert!(!html.contains("assets/send."), "{page}: {html}");
        assert!(!html.contains("report-room"), "{page}");
    }
    site.write("content/places.toml", DESK);
    site.built();
    let form = site.page("en/form.html");
    assert!(form.contains("assets/report."), "{form}");
    assert!(site.page("en/send.html").contains("assets/send."));
    assert!(
        form.contains("<a href=\"send.html\">Send it later</a>"),
        "who saved a report is shown where to send it: {form}"
    );
    assert!(
        form.contains("data-opened=\"2026-01-30\" hidden"),
        "an old copy can tell how long ago that was: {form}"
    );
}
