//! When pages are shown, where they were before, and the lists that are made of them.

use crate::fixture::TestSite;
use crate::links;
use crate::translation::git;

/// Seconds since 1970 of noon on 2026-12-24 and on 2027-01-01, UTC.
const BEFORE: &str = "1798113600";
const AFTER: &str = "1798804800";

const ADDRESS: (&str, &str) = (
    "base_url = \"\"",
    "base_url = \"https://guide.example/field/\"",
);

fn front(site: TestSite, path: &str, more: &str) -> TestSite {
    site.edited(path, "+++\ntitle", &format!("+++\n{more}\ntitle"))
}

#[test]
fn a_draft_of_the_source_is_left_out_in_every_language() {
    let site = front(TestSite::new(), "content/en/guide/first.md", "draft = true").edited(
        "content/site.toml",
        "coverage = \"error\"",
        "coverage = \"off\"",
    );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let files = site.read("public");
    for path in ["en/guide/first.html", "fr/guide/first.html"] {
        assert!(!files.contains_key(path), "{path}");
    }
    // Two pages in English and one in French lead there: told, with a reason; the words stay.
    assert_eq!(
        run.stderr.matches("unpublished-link").count(),
        3,
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("en/guide/first.md is a draft"),
        "{}",
        run.stderr
    );
    let page = site.page("en/guide/index.html");
    assert!(page.contains("Read the first part of it"), "{page}");
    assert!(!page.contains("guide/first"), "{page}");
    assert_eq!(links::broken(&files), Vec::<String>::new());
    let search = site.run(&["search", "en", "counts"]);
    assert!(!search.stdout.contains("first.html"), "{}", search.stdout);
}

#[test]
fn a_page_waits_for_its_day() {
    let site = front(
        TestSite::new(),
        "content/en/guide/second.md",
        "publish_on = 2027-01-01",
    )
    .edited(
        "content/en/guide/index.md",
        "of it.",
        "of it, or [the second](second.md).",
    );
    let run = site.run_on(BEFORE, &["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("en/guide/second.md isn't published before 2027-01-01"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("pages that wait for their day: 1, the first is guide/second (2027-01-01); the day of this build is 2026-12-24"),
        "{}",
        run.stderr
    );
    let files = site.read("public");
    assert!(!files.contains_key("en/guide/second.html"));
    assert!(!files.contains_key("fr/guide/second.html"));
    assert!(files.iter().all(|(path, bytes)| {
        path == "search/en.js" || !String::from_utf8_lossy(bytes).contains("last part")
    }));
    assert!(site.page("en/guide/index.html").contains("or the second."));

    let run = site.run_on(AFTER, &["build"]);
    assert!(!run.stderr.contains("wait for their day"), "{}", run.stderr);
    assert!(!run.stderr.contains("unpublished-link"), "{}", run.stderr);
    assert!(
        site.page("en/guide/index.html")
            .contains("href=\"second.html\">the second</a>")
    );
    assert!(site.read("public").contains_key("fr/guide/second.html"));
    // Without git and without a given time no day has come.
    let run = site.run(&["build"]);
    assert!(run.stderr.contains("it knows no day"), "{}", run.stderr);
    assert!(!site.read("public").contains_key("en/guide/second.html"));
}

#[test]
fn what_waits_is_checked_before_its_day() {
    let site = front(
        TestSite::new(),
        "content/en/guide/second.md",
        "publish_on = 2027-01-01",
    )
    .edited(
        "content/en/guide/second.md",
        "first.md#why",
        "first.md#whence",
    );
    let run = site.run_on(BEFORE, &["check"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("broken-anchor"), "{}", run.stderr);
}

#[test]
fn an_old_address_leads_on_in_every_language() {
    let site = front(
        TestSite::new(),
        "content/en/guide/first.md",
        "redirect_from = [\"old/begin\", \"start.html\"]",
    );
    let files = site.built();
    let page = site.page("fr/old/begin.html");
    assert!(
        page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../guide/first.html\">"),
        "{page}"
    );
    assert!(page.contains("<html lang=\"fr\""), "{page}");
    assert!(
        page.contains("<meta name=\"robots\" content=\"noindex\">"),
        "{page}"
    );
    assert!(
        page.contains("<link rel=\"canonical\" href=\"../guide/first.html\">"),
        "{page}"
    );
    assert!(
        page.contains("<a href=\"../guide/first.html\">Première partie</a>"),
        "{page}"
    );
    assert!(page.contains("Cette page a changé d’adresse"), "{page}");
    assert!(!page.contains("<script"), "{page}");
    assert!(files.contains_key("en/start.html"));
    assert_eq!(links::broken(&files), Vec::<String>::new());

    let site = site.edited("content/site.toml", ADDRESS.0, ADDRESS.1);
    let files = site.built();
    let page = site.page("en/start.html");
    assert!(
        page.contains(
            "<link rel=\"canonical\" href=\"https://guide.example/field/en/guide/first.html\">"
        ),
        "{page}"
    );
    let sitemap = String::from_utf8(files["sitemap.xml"].clone()).expect("text");
    assert!(!sitemap.contains("start.html"), "{sitemap}");
}

#[test]
fn an_old_address_leads_to_one_page_and_not_in_a_circle() {
    let site = front(
        TestSite::new(),
        "content/en/guide/first.md",
        "redirect_from = [\"guide/second\", \"guide/first\", \"old\", \"search\", \"a?b\"]",
    );
    let site = front(site, "content/en/urgent.md", "redirect_from = [\"old.md\"]");
    let site = site.edited(
        "content/en/guide/index.md",
        "of it.",
        "of it, or [old](../old.md).",
    );
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert_eq!(
        run.stderr.matches("redirect-clash").count(),
        4,
        "{}",
        run.stderr
    );
    for part in [
        "guide/second is a page: nobody who asks for it could be led here",
        "search is a page: nobody who asks for it could be led here",
        "this page is still there: the way would lead back to itself",
        "guide/first says too that it was at old",
        "“a?b” isn't the path of a page",
        "It has moved: “first.md”.",
    ] {
        assert!(run.stderr.contains(part), "no {part:?} in\n{}", run.stderr);
    }
}

#[test]
fn editors_tell_what_has_changed() {
    let site = TestSite::new()
        .edited(
            "content/en/urgent.md",
            "\n+++\n\n",
            "\n\n[[changes]]\ndate = 2026-11-02\nnote = \"The number <112> & more.\"\n\n[[changes]]\ndate = 2026-10-01\nnote = \"Older.\"\n+++\n\n",
        )
        .edited(
            "content/fr/urgent.md",
            "\n+++\n\n",
            "\n\n[[changes]]\ndate = 2026-11-02\nnote = \"Le numéro.\"\n+++\n\n",
        );
    let files = site.built();
    let page = site.page("en/changes.html");
    let (newer, older) = (
        page.find("The number &lt;112&gt; &amp; more."),
        page.find("Older."),
    );
    assert!(newer.is_some() && newer < older, "{page}");
    assert!(page.contains("<time datetime=\"2026-11-02\">"), "{page}");
    assert!(
        page.contains("<a href=\"urgent.html\">Urgent help</a>"),
        "{page}"
    );
    // What only the source says is said in its language.
    let page = site.page("fr/changes.html");
    assert!(
        page.contains("Le numéro.") && !page.contains("112"),
        "{page}"
    );
    assert!(page.contains("<p lang=\"en\">Older.</p>"), "{page}");
    assert!(
        site.page("fr/guide/first.html")
            .contains("href=\"../changes.html\"")
    );
    assert!(!files.contains_key("en/feed.xml"), "no address is known");
    assert_eq!(links::broken(&files), Vec::<String>::new());
    let search = site.run(&["search", "en", "older"]);
    assert_eq!(search.stdout, "nothing found\n");

    let site = site.edited("content/site.toml", ADDRESS.0, ADDRESS.1);
    let files = site.built();
    let feed = String::from_utf8(files["fr/feed.xml"].clone()).expect("text");
    assert!(
        feed.contains("<id>https://guide.example/field/fr/urgent.html#changed-2026-11-02</id>"),
        "{feed}"
    );
    assert!(
        feed.contains("<summary xml:lang=\"en\">Older.</summary>"),
        "{feed}"
    );
    assert!(
        feed.contains("<updated>2026-11-02T00:00:00Z</updated>"),
        "{feed}"
    );
    let home = site.page("fr/index.html");
    assert!(
        home.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"feed.xml\">"),
        "{home}"
    );
    let sitemap = String::from_utf8(files["sitemap.xml"].clone()).expect("text");
    assert!(
        sitemap.contains("<loc>https://guide.example/field/fr/changes.html</loc>"),
        "{sitemap}"
    );
}

#[test]
fn a_change_without_its_day_is_told() {
    let site = TestSite::new().edited(
        "content/en/urgent.md",
        "\n+++\n\n",
        "\n[[changes]]\nnote = \"x\"\nwhat = 1\n+++\n\n",
    );
    let run = site.run(&["check"]);
    assert!(
        run.stderr.contains("`changes.date` is missing"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("unknown key `changes.what`"),
        "{}",
        run.stderr
    );
}

#[test]
fn audiences_have_lists() {
    let site = TestSite::new().edited(
        "content/site.toml",
        "[references.provisions]",
        "[audiences.field]\nname = { en = \"Field offices\", fr = \"Bureaux\" }\n\n[audiences.all]\nname = { en = \"Everybody\" }\n\n[audiences.none]\nname = { en = \"Nobody\" }\n\n[references.provisions]",
    );
    let site = front(
        site,
        "content/en/guide/first.md",
        "audiences = [\"field\", \"all\"]",
    );
    let site = front(
        site,
        "content/en/guide/second.md",
        "audiences = [\"field\"]",
    );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        run.stderr.matches("unused-audience").count(),
        1,
        "{}",
        run.stderr
    );
    let list = site.page("fr/audience/field.html");
    assert!(list.contains("<h1>Bureaux</h1>"), "{list}");
    let (first, second) = (
        list.find("href=\"../guide/first.html\">Première partie</a>"),
        list.find("<a href=\"../guide/second.html\" lang=\"en\">Second &amp; last part</a>"),
    );
    assert!(first.is_some() && first < second, "{list}");
    assert!(
        list.contains("href=\"all.html\" lang=\"en\">Everybody</a>"),
        "{list}"
    );
    let page = site.page("fr/guide/first.html");
    assert!(
        page.contains("href=\"../audience/field.html\">Bureaux</a>"),
        "{page}"
    );
    assert!(!site.page("fr/urgent.html").contains("audience/"));
    assert_eq!(links::broken(&site.read("public")), Vec::<String>::new());

    let site = front(site, "content/en/urgent.md", "audiences = [\"feild\"]");
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("unknown-audience") && run.stderr.contains("Did you mean “field”?"),
        "{}",
        run.stderr
    );
}

#[test]
fn readers_are_invited_to_edit_but_never_beside_a_report() {
    const HOST: &str = "https://git.example/edit/";
    let site = TestSite::new()
        .edited(
            "content/site.toml",
            "exit_url",
            "edit_url = \"https://git.example/edit/{path}\"\nedit_never = [\"guide/second\", \"inner/\"]\nexit_url",
        )
        .edited("content/site.toml", "urgent = \"urgent\"", "urgent = \"urgent\"\nreport = \"reporting/form\"")
        .with("content/en/reporting/index.md", "+++\ntitle = \"How\"\n+++\n")
        .with("content/en/reporting/form.md", "+++\ntitle = \"Form\"\nlayout = \"report\"\n+++\n")
        .with("content/en/practise.md", "+++\ntitle = \"Practice\"\nlayout = \"practice\"\n+++\n")
        .with("content/en/inner/index.md", "+++\ntitle = \"In\"\n+++\n")
        .with("content/en/inner/deep/index.md", "+++\ntitle = \"Deep\"\n+++\n");
    let site = front(site, "content/en/glossary.md", "edit_link = false");
    let files = site.built();
    let invited: Vec<&str> = files
        .iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(HOST))
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(
        invited,
        [
            "en/guide/first.html",
            "en/guide/index.html",
            "en/index.html",
            "fr/guide/first.html",
            "fr/guide/index.html",
            "fr/index.html"
        ]
    );
    assert!(site.page("fr/guide/first.html").contains(
        "href=\"https://git.example/edit/fr/guide/first.md\" rel=\"noreferrer nofollow\""
    ));
    // Nothing is invited to without an address.
    assert!(
        !TestSite::new()
            .built()
            .values()
            .any(|bytes| String::from_utf8_lossy(bytes).contains(HOST))
    );
    let wrong = site.edited("content/site.toml", "edit/{path}", "edit/");
    assert!(
        wrong
            .run(&["check"])
            .stderr
            .contains("`edit_url` must begin with https:// and hold {path}")
    );
}

#[test]
fn words_stand_in_the_list_from_a_to_z() {
    let site = front(
        TestSite::new(),
        "content/en/guide/first.md",
        "index_terms = [\"because\", \"depths#deeper\"]",
    );
    site.built();
    let list = site.page("en/a-z.html");
    assert!(
        list.contains("<a href=\"guide/first.html\">because</a> <small>First part</small>"),
        "{list}"
    );
    assert!(
        list.contains("<a href=\"guide/first.html#deeper\">depths</a>"),
        "{list}"
    );
    let site = site.edited("content/en/guide/first.md", "depths#deeper", "depths#deepr");
    let run = site.run(&["check"]);
    assert!(
        run.stderr.contains("broken-anchor") && run.stderr.contains("Did you mean “deeper”?"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_list_of_headings_is_as_deep_as_one_wants() {
    let site = TestSite::new();
    site.built();
    assert!(!site.page("en/guide/first.html").contains("class=\"toc\""));
    let site = site.edited(
        "content/site.toml",
        "[nav]",
        "[toc]\ndepth = 3\nleast = 1\n\n[nav]",
    );
    site.built();
    let page = site.page("en/guide/first.html");
    assert!(page.contains("<a href=\"#deeper\">Deeper</a>"), "{page}");
    let site = front(site, "content/en/guide/first.md", "toc_depth = 0");
    site.built();
    assert!(!site.page("fr/guide/first.html").contains("class=\"toc\""));
}

#[test]
fn a_page_says_when_its_text_last_changed_which_nobody_has_reviewed() {
    let commit = |site: &TestSite, day: &str| {
        let time = format!("{day}T12:00:00Z");
        git(site, ".", &["add", "content"], &time);
        git(site, ".", &["commit", "-qm", "text"], &time);
    };
    let site = TestSite::new();
    git(&site, ".", &["init", "-q"], "2026-01-05T12:00:00Z");
    commit(&site, "2026-01-05");
    let site = site.edited("content/en/guide/first.md", "counts.", "counts, always.");
    commit(&site, "2026-02-06");
    // What only editors see is no change of the text.
    let site = front(site, "content/en/guide/first.md", "reviewed = 2026-02-20");
    commit(&site, "2026-03-07");
    let changed = |page: &str| {
        let html = site.page(page);
        let meta = html
            .split("class=\"meta\"")
            .nth(1)?
            .split("</p>")
            .next()?
            .to_owned();
        meta.contains("last changed").then_some(meta)
    };
    let first = site.built();
    let meta = changed("en/guide/first.html").expect("a day");
    assert!(
        meta.contains("Text last changed on February 6, 2026."),
        "{meta}"
    );
    assert!(
        meta.contains("Last reviewed on February 20, 2026."),
        "{meta}"
    );
    assert!(
        changed("en/guide/second.html")
            .expect("a day")
            .contains("January 5, 2026")
    );
    assert!(
        site.page("fr/guide/first.html")
            .contains("Texte modifié pour la dernière fois le 5 janvier 2026.")
    );
    assert_eq!(site.built(), first, "the same input gives the same bytes");
    assert!(
        changed("en/index.html").is_none(),
        "a page of links has no text of its own"
    );

    // A clone without the beginning doesn't know how old the rest is, and says so.
    let from = format!("file://{}", site.path("").display());
    git(
        &site,
        ".",
        &["clone", "-q", "--depth", "2", &from, "shallow"],
        "2026-03-08T12:00:00Z",
    );
    let run = site.run(&["build", "--content", "shallow/content", "--output", "cut"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("git fetch --unshallow"),
        "{}",
        run.stderr
    );
    let read = |path: &str| std::fs::read_to_string(site.path(path)).expect("a page");
    assert!(read("cut/en/guide/first.html").contains("Last reviewed on"));
    assert!(!read("cut/en/guide/first.html").contains("last changed"));
    assert!(!read("cut/en/guide/second.html").contains("last changed"));

    // What isn't committed has no day.
    let site = site.edited("content/en/guide/first.md", "always.", "everywhere.");
    site.built();
    assert!(!site.page("en/guide/first.html").contains("last changed"));
    assert!(site.page("en/guide/second.html").contains("last changed"));
}
