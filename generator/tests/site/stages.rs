//! The stages remember: what has not changed is not drawn again, and comes out the same.

use std::sync::Arc;

use waymark::pipeline::{Pipeline, Site};
use waymark::{BuildOptions, Silent};

use crate::fixture::TestSite;

fn run(pipeline: &mut Pipeline, site: &TestSite) -> Site {
    let options = BuildOptions::new(site.path("content"));
    let outcome = pipeline.run(&options, &mut Silent);
    assert!(!outcome.diagnostics.has_errors(), "{}", outcome.diagnostics);
    outcome.site.expect("a site")
}

/// The pages that the second run drew anew, and whether all bytes are those of a run from nothing.
fn redrawn(before: &Site, after: &Site) -> Vec<String> {
    let pages = after
        .files
        .iter()
        .filter(|(path, _)| path.as_str().ends_with(".html"));
    pages
        .filter(|(path, bytes)| {
            !before
                .files
                .get(*path)
                .is_some_and(|old| Arc::ptr_eq(old, bytes))
        })
        .map(|(path, _)| path.to_string())
        .collect()
}

#[test]
fn only_pages_whose_view_changed_are_drawn_again() {
    let site = TestSite::new();
    let mut pipeline = Pipeline::default();
    let first = run(&mut pipeline, &site);
    let same = run(&mut pipeline, &site);
    assert_eq!(redrawn(&first, &same), [""; 0]);

    let site = site.edited("content/en/urgent.md", "Call.", "Call now.");
    let edited = run(&mut pipeline, &site);
    assert_eq!(redrawn(&same, &edited), ["en/urgent.html"]);
    assert_eq!(run(&mut Pipeline::default(), &site).files, edited.files);

    // A title stands in menus, in A–Z and in the language that has the page only as fallback.
    let site = site.edited(
        "content/en/guide/second.md",
        "Second & last part",
        "The end",
    );
    let renamed = run(&mut pipeline, &site);
    let drawn = redrawn(&edited, &renamed);
    for page in [
        "en/guide/second.html",
        "en/guide/first.html",
        "fr/guide/second.html",
        "en/a-z.html",
    ] {
        assert!(drawn.iter().any(|path| path == page), "{page} in {drawn:?}");
    }
    assert!(
        !drawn.iter().any(|path| path == "en/urgent.html"),
        "{drawn:?}"
    );
    assert_eq!(run(&mut Pipeline::default(), &site).files, renamed.files);
}

#[test]
fn a_change_of_the_theme_draws_every_page_again() {
    let site = TestSite::new();
    let mut pipeline = Pipeline::default();
    let first = run(&mut pipeline, &site);
    let site = site.with("theme/templates/parts/pager.html", "<p>pager</p>\n");
    let second = run(&mut pipeline, &site);
    let pages = second
        .files
        .keys()
        .filter(|path| path.as_str().ends_with(".html"))
        .count();
    assert_eq!(redrawn(&first, &second).len(), pages);
    assert_eq!(run(&mut Pipeline::default(), &site).files, second.files);
}
