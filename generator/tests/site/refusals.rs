//! Mistakes in themes, templates, texts, desks and flags, and what is said of them.

use crate::fixture::TestSite;

#[test]
fn a_template_mistake_names_template_line_and_page() {
    let site = TestSite::new().with(
        "theme/templates/parts/pager.html",
        "{# mine #}\n<p>{{ page.nxet.href }}</p>\n",
    );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("theme/templates/parts/pager.html:2:"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("nxet"), "{}", run.stderr);
    assert!(run.stderr.contains("While drawing en/"), "{}", run.stderr);
    assert!(
        run.stderr.contains("1 error,"),
        "told once, not per page: {}",
        run.stderr
    );
}

#[test]
fn templates_that_do_not_parse_are_all_named() {
    let site = TestSite::new()
        .with("theme/templates/parts/pager.html", "{% if %}\n")
        .with("theme/templates/parts/footer.html", "\n{{ t(key=) }}\n");
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("theme/templates/parts/pager.html:1:"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("theme/templates/parts/footer.html:2:"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_text_that_a_language_lacks_is_located() {
    let french = include_str!("../../../theme/i18n/fr.ftl");
    let without: String = french
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("nav-menu ="))
        .collect();
    assert_ne!(french.trim(), without.trim());
    let site = TestSite::new().with("theme/i18n/fr.ftl", &without);
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("missing-string") && run.stderr.contains("theme/i18n/fr.ftl:"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("nav-menu = Menu"),
        "the source's text is the hint: {}",
        run.stderr
    );
}

#[test]
fn a_key_that_no_language_has_is_located_in_its_template() {
    let site = TestSite::new().with(
        "theme/templates/parts/pager.html",
        "<p>\n  {{ t(key=\"pagre\") }}</p>\n",
    );
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("theme/templates/parts/pager.html:2:"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_severity_in_site_toml_counts_for_texts_too() {
    let site = TestSite::new()
        .with("theme/i18n/fr.ftl", "nav-menu = Menu\n")
        .edited(
            "content/site.toml",
            "[reporting]",
            "[severity]\nmissing-string = \"warning\"\n\n[reporting]",
        );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        site.page("fr/index.html").contains("Skip to the main text"),
        "the source language fills the gap"
    );
}

#[test]
fn a_theme_does_not_replace_what_protects_reports() {
    let site = TestSite::new().with("theme/@relay/envelope.js", "steal()\n");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("envelope.js"), "{}", run.stderr);
    let site = TestSite::new().with("theme/scripts/policy.js", "steal()\n");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("policy.js"), "{}", run.stderr);
    let site = TestSite::new()
        .with(
            "theme/theme.toml",
            "[scripts]\nreport = [\"scripts/mine.js\"]\n",
        )
        .with("theme/scripts/mine.js", "steal()\n");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("theme/theme.toml:2:"), "{}", run.stderr);
}

#[test]
fn a_demonstration_desk_is_not_published() {
    let desk = "[desks.demo]\nstate = \"demo\"\nname = { en = \"Demonstration\" }\nlanguages = [\"en\"]\nrecipients = [\"age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg\"]\n";
    let site = TestSite::new().with("content/places.toml", desk);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("desk-not-ready"), "{}", run.stderr);
    let alone = desk.replace("state = \"demo\"", "state = \"open\"");
    let run = TestSite::new()
        .with("content/places.toml", &alone)
        .run(&["build"]);
    assert_eq!(
        run.code, 1,
        "one person alone can't hold a desk: {}",
        run.stderr
    );
    assert!(run.stderr.contains("desk-not-ready"), "{}", run.stderr);
}

#[test]
fn help_teaches_and_usage_errors_are_two() {
    let site = TestSite::new();
    for arguments in [
        &["--help"][..],
        &["build", "--help"],
        &["serve", "--help"],
        &["check", "--help"],
        &["search", "--help"],
        &["status", "--help"],
        &["translate", "--help"],
    ] {
        let run = site.run(arguments);
        assert_eq!(run.code, 0);
        assert!(
            run.stdout.contains("Exit codes"),
            "{arguments:?}: {}",
            run.stdout
        );
        assert!(
            run.stdout.contains("waymark "),
            "{arguments:?}: {}",
            run.stdout
        );
    }
    assert_eq!(site.run(&["biuld"]).code, 2);
    assert_eq!(site.run(&["build", "--contnet", "x"]).code, 2);
    for folder in ["--content", "--theme"] {
        for command in ["build", "check", "serve"] {
            let run = site.run(&[command, folder, "nowhere"]);
            assert_eq!(run.code, 3, "{}", run.stderr);
            assert!(
                run.stderr.contains("nowhere") && run.stderr.contains("help: "),
                "{}",
                run.stderr
            );
        }
    }
}
