//! How translations stand: `waymark status`, `waymark translate`, and what readers are told.

use crate::fixture::TestSite;
use std::process::Command;

/// One page in the six languages.
fn six() -> TestSite {
    let mut site = TestSite::new();
    let site_toml = std::fs::read_to_string(site.path("content/site.toml")).expect("site.toml");
    let mut languages = String::new();
    for (tag, name) in [
        ("de", "Deutsch"),
        ("it", "Italiano"),
        ("ru", "Русский"),
        ("es", "Español"),
    ] {
        let table = [&format!("[languages.{tag}]"), &format!("name = \"{name}\"")];
        languages.extend(table.map(|line| format!("{line}\n")));
        languages.push_str("pages = [\"guide/first\"]\n\n");
        site = site.with(
            &format!("content/{tag}/guide/first.md"),
            &format!("+++\ntitle = \"{tag}\"\norder = 1\n+++\n\nEins.\n\n## Zwei\n\nDrei.\n\n### Vier\n\nFünf.\n"),
        );
    }
    let text = site_toml.replace("[references.", &format!("{languages}[references."));
    site.with("content/site.toml", &text)
}

pub fn git(site: &TestSite, folder: &str, arguments: &[&str], time: &str) {
    let done = Command::new("git")
        .args(["-c", "user.name=N", "-c", "user.email=n@example.org", "-C"])
        .arg(site.path(folder))
        .args(arguments)
        .env("GIT_AUTHOR_DATE", time)
        .env("GIT_COMMITTER_DATE", time)
        .output()
        .expect("git runs");
    assert!(done.status.success(), "{arguments:?}: {done:?}");
}

fn commit(site: &TestSite, day: &str) {
    let time = format!("{day}T12:00:00Z");
    git(site, ".", &["init", "-q"], &time);
    git(site, ".", &["add", "content"], &time);
    git(site, ".", &["commit", "-qm", "text"], &time);
}

const PAGE: &str = "content/en/guide/first.md";

#[test]
fn an_edited_sentence_is_named_in_every_language_with_its_old_text() {
    let site = six();
    let run = site.run(&["translate", "--all", "--done"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("warning: this says"), "{}", run.stderr);
    let run = site.run(&["status", "--lang", "ru", "--strict"]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (0, "ru  Русский  100 %  1 of 1 pages current\n")
    );
    commit(&site, "2026-10-01");
    let site = site.edited(PAGE, "A [[victim]] counts.", "Every [[victim]] counts.");
    // White space, front matter and targets of links aren't words.
    let site = site
        .edited(PAGE, "order = 1", "order = 3")
        .edited(PAGE, "../files/table.csv", "../index.md")
        .edited(PAGE, "See [home]", "See\n[home]");
    commit(&site, "2026-11-02");

    let run = site.run(&["status", "--strict"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    for (tag, percent) in [
        ("fr", " 50"),
        ("de", "  0"),
        ("it", "  0"),
        ("ru", "  0"),
        ("es", "  0"),
    ] {
        let line = run
            .stdout
            .lines()
            .find(|line| line.starts_with(tag))
            .expect(tag);
        assert!(line.contains(&format!("{percent} %")), "{line}");
        assert!(line.contains("1 stale"), "{line}");
    }
    let named = "\nguide/first  content/en/guide/first.md changed on 2026-11-02; stale in [fr de it ru es]\n    content/en/guide/first.md:8  paragraph changed\n      - A [[victim]] counts.\n      + Every [[victim]] counts.\n";
    assert_eq!(run.stdout.matches(named).count(), 1, "{}", run.stdout);

    let run = site.run(&["status", "--lang", "ru", "--json"]);
    assert_eq!(run.code, 0, "without --strict: {}", run.stderr);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let page = &json["languages"][0]["stale"][0];
    assert_eq!(json["history"], "whole");
    assert_eq!(page["since"], "2026-11-02");
    assert_eq!(page["units"].as_array().expect("units").len(), 1);
    assert_eq!(page["units"][0]["change"], "changed");
    assert_eq!(page["units"][0]["kind"], "paragraph");
    assert_eq!(page["units"][0]["line"], 8);
    assert_eq!(page["units"][0]["old"], "A [[victim]] counts.");
    assert_eq!(page["units"][0]["new"], "Every [[victim]] counts.");

    // Readers are told in their language, with the day as their language writes it.
    site.built();
    for (tag, day) in [
        ("fr", "2 novembre 2026"),
        ("de", "2. November 2026"),
        ("it", "2 novembre 2026"),
        ("ru", "2 ноября 2026"),
        ("es", "2 de noviembre de 2026"),
    ] {
        let html = site.page(&format!("{tag}/guide/first.html"));
        let notice = html
            .split("class=\"notice stale\"")
            .nth(1)
            .unwrap_or_else(|| panic!("{tag}: no notice"));
        let notice = &notice[..notice.find("</p>").expect("its end")];
        assert!(notice.contains(day), "{tag}: {notice}");
        assert!(
            notice.contains("<a href=\"../../en/guide/first.html\" hreflang=\"en\">"),
            "{tag}: {notice}"
        );
    }
    assert!(!site.page("en/guide/first.html").contains("notice stale"));
    assert!(!site.page("fr/guide/index.html").contains("notice stale"));
}

#[test]
fn the_notice_leads_to_the_first_section_that_changed() {
    let site = TestSite::new();
    assert_eq!(site.run(&["translate", "--all", "--done"]).code, 0);
    let site = site.edited(PAGE, "See [home]", "Then see [home]");
    site.built();
    let html = site.page("fr/guide/first.html");
    assert!(
        html.contains("href=\"../../en/guide/first.html#deeper\" hreflang=\"en\""),
        "{html}"
    );
    // Not in git: no day is known, and none is told.
    assert!(html.contains("a changé depuis sa traduction"), "{html}");
}

#[test]
fn a_shallow_clone_says_what_it_lacks_and_tells_no_wrong_day() {
    let site = TestSite::new();
    assert_eq!(site.run(&["translate", "--all", "--done"]).code, 0);
    commit(&site, "2026-10-01");
    let site = site.edited(PAGE, "A [[victim]] counts.", "Every [[victim]] counts.");
    commit(&site, "2026-11-02");
    site.write(
        "content/en/urgent.md",
        "+++\ntitle = \"Urgent help\"\n+++\n\n> [!CAUTION]\n> Call now.\n",
    );
    commit(&site, "2026-11-03");
    let from = format!("file://{}", site.path(".").display());
    git(
        &site,
        ".",
        &["clone", "-q", "--depth", "1", &from, "shallow"],
        "2026-11-04T12:00:00Z",
    );
    let run = site.run(&["status", "--content", "shallow/content", "--lang", "fr"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains("git fetch --unshallow"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("+ Every [[victim]] counts.") && !run.stdout.contains("      - "),
        "{}",
        run.stdout
    );
    // The clone's only commit isn't the one that changed the page.
    assert!(!run.stdout.contains("2026-"), "{}", run.stdout);
    let run = site.run(&["status", "--content", "content", "--lang", "fr"]);
    assert!(
        run.stdout.contains("- A [[victim]] counts."),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("--unshallow"), "{}", run.stdout);
}

#[test]
fn without_git_the_new_text_is_shown_and_the_old_is_said_to_be_unknown() {
    let site = TestSite::new();
    assert_eq!(site.run(&["translate", "--all", "--done"]).code, 0);
    let site = site.edited(PAGE, "A [[victim]] counts.", "Every [[victim]] counts.");
    let run = site.run(&["translate", "guide/first", "fr"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains("+ Every [[victim]] counts."),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("isn't under git"), "{}", run.stdout);
}

#[test]
fn the_lines_to_change_by_hand_make_the_page_current() {
    let site = TestSite::new();
    assert_eq!(site.run(&["translate", "--all", "--done"]).code, 0);
    let site = site
        .edited(PAGE, "A [[victim]] counts.", "Every [[victim]] counts.")
        .edited(
            PAGE,
            "## Why {#why}\n",
            "## Why {#why}\n\nA new paragraph.\n",
        );
    let run = site.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let help = run
        .stderr
        .split("By hand, once it follows, in content/fr/translations.lock")
        .nth(1);
    let help = help
        .expect("what to change")
        .split("\n\n")
        .next()
        .expect("its end");
    let lock = std::fs::read_to_string(site.path("content/fr/translations.lock")).expect("a lock");
    let mut lines: Vec<&str> = lock.lines().collect();
    let mut place = 0;
    for step in help.lines().skip(1).map(str::trim) {
        let line: Option<usize> = step.split([' ', ':']).find_map(|word| word.parse().ok());
        if step.starts_with("Replace line ") {
            place = line.expect("a line") - 1;
            lines.remove(place);
        } else if step.starts_with("Below line ") {
            place = line.expect("a line");
        } else {
            lines.insert(place, step);
            place += 1;
        }
    }
    let by_hand = lines.join("\n") + "\n";
    assert_ne!(lock, by_hand);
    site.write("content/fr/translations.lock", &by_hand);
    let run = site.run(&["check"]);
    assert!(!run.stderr.contains("stale-translation"), "{}", run.stderr);
    let run = site.run(&["translate", "guide/first", "fr", "--done"]);
    assert_eq!(run.code, 0);
    // The command writes the same, but for the width of the margin.
    let written =
        std::fs::read_to_string(site.path("content/fr/translations.lock")).expect("a lock");
    let trimmed = |text: &str| text.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    assert_eq!(trimmed(&written), trimmed(&by_hand));
}

#[test]
fn a_translation_is_begun_as_a_draft_and_shown_when_it_is_done() {
    let site = TestSite::new();
    assert_eq!(site.run(&["translate", "--all", "--done"]).code, 0);
    let run = site.run(&["translate", "guide/second", "fr"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let file = "content/fr/guide/second.md";
    let draft = std::fs::read_to_string(site.path(file)).expect("the draft");
    assert!(
        draft.starts_with("+++\ndraft = true\ntitle = \"Second & last part\"\n"),
        "{draft}"
    );
    // Readers get the source's text, labelled, as before.
    site.built();
    let html = site.page("fr/guide/second.html");
    assert!(
        html.contains("class=\"notice fallback\"") && html.contains("lang=\"en\""),
        "{html}"
    );
    let run = site.run(&["status", "--lang", "fr"]);
    assert!(
        run.stdout
            .contains("draft      guide/second (1 part still reads as the source)"),
        "{}",
        run.stdout
    );
    // Nobody has translated anything yet.
    let run = site.run(&["translate", "guide/second", "fr", "--done"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("most of content/fr/guide/second.md still reads as the source: line 7"),
        "{}",
        run.stderr
    );
    let site = site.edited(
        file,
        "Only in English so far. [Back]",
        "En français. [Retour]",
    );
    let run = site.run(&["translate", file, "--done"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let text = std::fs::read_to_string(site.path(file)).expect("the page");
    assert!(!text.contains("draft"), "{text}");
    site.built();
    assert!(
        !site
            .page("fr/guide/second.html")
            .contains("notice fallback")
    );
    let run = site.run(&["status", "--lang", "fr"]);
    assert!(!run.stdout.contains("second"), "{}", run.stdout);
    // A page that is there is never written over.
    let run = site.run(&["translate", "guide/second", "fr"]);
    assert!(
        run.stdout
            .contains("follows content/en/guide/second.md as it stands"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_page_may_be_named_as_people_do_and_a_wrong_one_gets_a_hint() {
    let site = TestSite::new();
    for page in [
        "guide",
        "guide/",
        "guide/index.md",
        "content/fr/guide/index.md",
        "./content/en/guide/index.md",
    ] {
        let run = site.run(&["translate", page, "fr"]);
        assert_eq!(run.code, 0, "{page}: {}", run.stderr);
        assert!(
            run.stdout.starts_with("content/fr/guide/index.md: nobody"),
            "{page}: {}",
            run.stdout
        );
    }
    let told = |arguments: &[&str]| {
        let run = site.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.stderr);
        run.stderr
    };
    assert!(told(&["translate", "gudie/frist", "fr"]).contains("Did you mean “guide/first”?"));
    assert!(told(&["translate", "first", "fr"]).contains("Did you mean guide/first?"));
    assert!(told(&["translate", "urgent", "fn"]).contains("Did you mean “fr”?"));
    assert!(told(&["translate", "urgent", "en"]).contains("the source language"));
    assert!(told(&["translate", "urgent"]).contains("which language?"));
    assert!(told(&["translate", "--all"]).contains("--done"));
    assert!(told(&["status", "--lang", "xx"]).contains("no language `xx`"));
}

#[test]
fn all_pages_at_once_does_not_hide_what_fell_behind() {
    let site = TestSite::new();
    assert_eq!(site.run(&["translate", "--all", "fr", "--done"]).code, 0);
    let site = site.edited(PAGE, "A [[victim]] counts.", "Every [[victim]] counts.");
    let run = site.run(&["translate", "--all", "fr", "--done"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("1 page is behind the source: fr/guide/first"),
        "{}",
        run.stderr
    );
    let run = site.run(&["translate", "--all", "fr", "--done", "--stale-too"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        site.run(&["status"])
            .stdout
            .contains("4 of 6 pages current; 2 missing")
    );
}

#[test]
fn a_lock_that_git_could_not_merge_is_never_written_over() {
    let broken = "version = 1\n<<<<<<< HEAD\n[pages.\"urgent\"]\nunits = []\n=======\n>>>>>>> x\n";
    let site = TestSite::new().with("content/fr/translations.lock", broken);
    let run = site.run(&["translate", "urgent", "fr", "--done"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("content/fr/translations.lock:2:"),
        "{}",
        run.stderr
    );
    assert_eq!(
        std::fs::read_to_string(site.path("content/fr/translations.lock")).expect("it"),
        broken
    );
    // Titles that changed are told and make nothing stale.
    let site = TestSite::new();
    assert_eq!(site.run(&["translate", "--all", "--done"]).code, 0);
    let site = site.edited(
        "content/en/urgent.md",
        "title = \"Urgent help\"",
        "title = \"Help now\"",
    );
    let run = site.run(&["status"]);
    assert!(
        run.stdout.contains("4 of 6 pages current; 2 missing"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("urgent  content/en/urgent.md has another title"),
        "{}",
        run.stdout
    );
    // And a definition that changed, on the page where readers see it; here there is none in fr.
    let site = site.edited("content/en/glossary.toml", "A person.", "Any person.");
    let run = site.run(&["status"]);
    assert!(
        run.stdout
            .contains("victim  changed in the glossary; for [fr]\n      + victim: Any person."),
        "{}",
        run.stdout
    );
}

#[test]
fn a_page_that_stands_in_says_so_to_people_and_to_machines() {
    let site = TestSite::new().edited(
        "content/site.toml",
        "base_url = \"\"",
        "base_url = \"https://guide.example/\"",
    );
    site.built();
    let html = site.page("fr/guide/second.html");
    assert!(html.contains("<html lang=\"fr\""), "{html}");
    assert!(
        html.contains("<main id=\"main\" tabindex=\"-1\" lang=\"en\" dir=\"ltr\">"),
        "{html}"
    );
    assert!(
        html.contains("class=\"notice fallback\" role=\"note\" lang=\"fr\""),
        "{html}"
    );
    // Only what is translated is offered as a translation, and the text has one address.
    assert!(
        html.contains("hreflang=\"en\"") && !html.contains("hreflang=\"fr\""),
        "{html}"
    );
    assert!(
        html.contains(
            "<link rel=\"canonical\" href=\"https://guide.example/en/guide/second.html\">"
        ),
        "{html}"
    );
    let sitemap = site.page("sitemap.xml");
    assert!(!sitemap.contains("fr/guide/second.html"), "{sitemap}");
    let real = site.page("fr/guide/first.html");
    assert!(
        real.contains("href=\"https://guide.example/fr/guide/first.html\""),
        "{real}"
    );
    assert!(
        real.contains("hreflang=\"en\"") && real.contains("hreflang=\"fr\""),
        "{real}"
    );
    // The language menu leads to the same page, whether it is translated or not.
    for (from, page) in [
        ("fr", "second"),
        ("en", "second"),
        ("en", "first"),
        ("fr", "first"),
    ] {
        let html = site.page(&format!("{from}/guide/{page}.html"));
        let to = if from == "fr" { "en" } else { "fr" };
        let menu = html
            .split("<details class=\"lang\"")
            .nth(1)
            .expect("the menu");
        let menu = menu.split("</details>").next().expect("its end");
        assert!(
            menu.contains(&format!("href=\"../../{to}/guide/{page}.html\"")),
            "{menu}"
        );
    }
}
