//! `waymark init` and `waymark new`: what they write is accepted, and nothing is written over.

use crate::fixture::TestSite;
use std::fs;

#[test]
fn a_new_site_builds_without_a_word_of_complaint() {
    let home = TestSite::empty();
    let run = home.run(&[
        "init",
        "site",
        "--title",
        "Field \"guide\"",
        "--id",
        "field-guide",
        "--github",
        "--gitlab",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for path in [
        "content/site.toml",
        "content/EDITING.md",
        "content/fr/translations.lock",
        "theme/css/tokens.css",
        ".gitignore",
        ".pre-commit-config.yaml",
        ".github/workflows/approvals.yml",
        ".github/CODEOWNERS",
        ".gitlab-ci.yml",
        ".gitlab/CODEOWNERS",
    ] {
        assert!(home.path("site").join(path).is_file(), "{path}");
    }
    let check = home.run(&["check", "--content", "site/content"]);
    assert_eq!(
        (check.code, check.stderr.trim()),
        (0, "0 errors, 0 warnings")
    );
    let build = home.run(&[
        "build",
        "--content",
        "site/content",
        "--output",
        "site/public",
    ]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    let page = fs::read_to_string(home.path("site/public/en/index.html")).expect("a page");
    assert!(
        page.contains("Field &quot;guide&quot;"),
        "the title is the site's own"
    );
    let search = home.run(&["search", "--content", "site/content", "en", "table saw"]);
    assert!(
        search.stdout.contains("guide/tools"),
        "{}{}",
        search.stdout,
        search.stderr
    );
    let status = home.run(&["status", "--content", "site/content", "--strict"]);
    assert_eq!(status.code, 0, "{}{}", status.stdout, status.stderr);

    // Nothing of the instance that this repository holds.
    for (path, bytes) in home
        .read("site")
        .iter()
        .filter(|(path, _)| !path.starts_with("public/"))
    {
        let text = String::from_utf8_lossy(bytes);
        for word in ["OSCE", "ODIHR", "waymark/waymark"] {
            assert!(!text.contains(word), "{path} has {word}");
        }
    }
}

#[test]
fn only_an_empty_folder_is_written_to() {
    let home = TestSite::empty().with("full/notes.txt", "mine");
    let run = home.run(&["init", "full"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("full isn't empty: it has notes.txt"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("Name another folder"), "{}", run.stderr);
    assert_eq!(home.read("full").len(), 1);

    // What `git init` leaves counts as nothing.
    let home = home.with("cloned/.git/HEAD", "ref: refs/heads/main\n");
    assert_eq!(home.run(&["init", "cloned"]).code, 0);
    assert_eq!(home.run(&["init", "cloned"]).code, 1, "and not twice");
    let run = home.run(&["init", "other", "--id", "Field Guide"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(!home.path("other").exists());
}

#[test]
fn a_new_page_and_section_are_accepted_and_found() {
    let site = TestSite::new();
    let run = site.run(&["new", "section", "en", "training", "--title", "Training"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let run = site.run(&[
        "new",
        "page",
        "en",
        "content/en/training/first-aid.md",
        "--title",
        "First \"aid\"",
        "--description",
        "What to know.",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("waymark translate training/first-aid fr"),
        "{}",
        run.stderr
    );
    let page = fs::read_to_string(site.path("content/en/training/first-aid.md")).expect("a page");
    assert!(
        page.starts_with(
            "+++\ntitle = 'First \"aid\"'\ndescription = \"What to know.\"\norder = 1\n+++\n"
        ),
        "{page}"
    );
    let run = site.run(&["new", "page", "en", "training/second", "--title", "Second"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let page = fs::read_to_string(site.path("content/en/training/second.md")).expect("a page");
    assert!(page.contains("order = 2\n"), "after the others: {page}");
    let check = site.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.stderr);
}

#[test]
fn new_refuses_what_it_can_t_begin_and_says_what_can_be() {
    let site = TestSite::new();
    let before = site.read("content");
    for (arguments, code, told) in [
        (
            &["page", "en", "urgent", "--title", "x"][..],
            1,
            "content/en/urgent.md is there already",
        ),
        (
            &["section", "en", "guide", "--title", "x"],
            1,
            "content/en/guide/index.md is there already",
        ),
        (
            &["page", "en", "guid/tools", "--title", "x"],
            2,
            "Did you mean “guide”?",
        ),
        (
            &["page", "en", "tools/saw", "--title", "x"],
            2,
            "waymark new section en tools",
        ),
        (
            &["page", "en", "guide/The Tools", "--title", "x"],
            2,
            "can't be the path of a page",
        ),
        (
            &["page", "en", "../tools", "--title", "x"],
            2,
            "can't be the path of a page",
        ),
        (
            &["page", "en", "search", "--title", "x"],
            2,
            "Waymark makes that page itself",
        ),
        (
            &["page", "fr", "guide/second", "--title", "x"],
            2,
            "waymark translate guide/second fr",
        ),
        (
            &["page", "fr", "guide/third", "--title", "x"],
            2,
            "waymark new page en guide/third",
        ),
        (
            &["page", "ne", "guide/third", "--title", "x"],
            2,
            "Did you mean “en”?",
        ),
        // Nobody is at a terminal here: it must not wait.
        (&["page", "en", "guide/third"], 2, "--title is missing"),
        (
            &["language", "fr", "--name", "x"],
            2,
            "this site is in Français (fr) already",
        ),
        (
            &["language", "sr_Latn", "--name", "x"],
            2,
            "Did you mean “sr-Latn”?",
        ),
        (
            &["language", "sr-Latin", "--name", "x"],
            2,
            "Did you mean “sr-Latn”?",
        ),
        (
            &["language", "albanian", "--name", "x"],
            2,
            "two or three letters",
        ),
        (
            &["language", "sq", "--name", "Shqip", "--pages", "urgnt"],
            2,
            "Did you mean “urgent”?",
        ),
        (&["language", "sq"], 2, "--name is missing"),
    ] {
        let run = site.run(&[&["new"], arguments].concat());
        assert_eq!(run.code, code, "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains(told), "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(site.read("content"), before);
}

#[test]
fn a_new_language_is_built_at_once() {
    let site = TestSite::new();
    let before = fs::read_to_string(site.path("content/site.toml")).expect("text");
    let run = site.run(&[
        "new",
        "language",
        "sr-Latn",
        "--name",
        "Srpski (latinica)",
        "--pages",
        "urgent",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("waymark translate urgent sr-Latn"),
        "{}",
        run.stderr
    );
    let after = fs::read_to_string(site.path("content/site.toml")).expect("text");
    let added = "\n[languages.sr-Latn]\nname = \"Srpski (latinica)\"\npages = [\"urgent\"]\n";
    assert_eq!(
        after,
        before.replace(
            "\n[references.provisions]",
            &format!("{added}\n[references.provisions]")
        )
    );
    assert!(site.path("content/sr-Latn/glossary.toml").is_file());
    assert!(
        !site.path("theme").exists(),
        "the interface speaks it already"
    );
    let files = site.built();
    assert!(files.contains_key("sr-Latn/urgent.html"));
    let run = site.run(&["translate", "urgent", "sr-Latn"]);
    assert_eq!(run.code, 0, "{}", run.stderr);

    // One that the interface doesn't speak yet.
    let run = site.run(&["new", "language", "ka", "--name", "ქართული"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let words = fs::read_to_string(site.path("theme/i18n/ka.ftl.txt")).expect("words");
    assert!(words.contains("rename this file to ka.ftl") && words.contains("\nskip-main = "));
    // Nobody reads a language whose buttons don't speak it.
    let check = site.run(&["check"]);
    assert_eq!(check.code, 1, "{}", check.stderr);
    assert!(
        check.stderr.contains("missing-string") && check.stderr.contains("1 error,"),
        "{}",
        check.stderr
    );
    assert!(!check.stderr.contains("theme-file"), "{}", check.stderr);
    fs::rename(
        site.path("theme/i18n/ka.ftl.txt"),
        site.path("theme/i18n/ka.ftl"),
    )
    .expect("renamed");
    let check = site.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.stderr);
    let run = site.run(&["new", "language", "ka", "--name", "ქართული"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
}
