//! The output folder: whole or not at all, and nobody else's.

use std::fs;

use crate::fixture::TestSite;

#[test]
fn a_build_with_mistakes_names_them_all_and_leaves_the_old_site() {
    let site = TestSite::new();
    let before = site.built();
    let site = site
        .edited("content/en/guide/index.md", "order = 1", "ordre = 1")
        .edited(
            "content/en/guide/second.md",
            "first.md#why",
            "first.md#whence",
        )
        .edited("content/en/guide/first.md", "[[victim]]", "[[victm]]");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    for (code, place) in [
        ("unknown-key", "content/en/guide/index.md:3:1"),
        ("broken-anchor", "content/en/guide/second.md:"),
        ("unknown-term", "content/en/guide/first.md:8:"),
    ] {
        assert!(run.stderr.contains(code), "no {code} in\n{}", run.stderr);
        assert!(run.stderr.contains(place), "no {place} in\n{}", run.stderr);
    }
    assert!(run.stderr.contains("3 errors"), "{}", run.stderr);
    assert_eq!(site.read("public"), before);
    assert_eq!(site.run(&["check"]).code, 1);
}

#[test]
fn what_is_gone_from_the_content_is_gone_from_the_site() {
    let site = TestSite::new();
    assert!(site.built().contains_key("en/guide/second.html"));
    fs::remove_file(site.path("content/en/guide/second.md")).expect("removed");
    assert!(!site.built().contains_key("en/guide/second.html"));
    let beside: Vec<_> = fs::read_dir(site.path(""))
        .expect("folder")
        .map(|e| e.expect("entry").file_name())
        .collect();
    assert_eq!(beside.len(), 2, "only content and public: {beside:?}");
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let site = TestSite::new().with("public/letters/mother.txt", "Dear");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(
        run.stderr.contains("was not made by Waymark"),
        "{}",
        run.stderr
    );
    assert_eq!(site.page("letters/mother.txt"), "Dear");
    assert_eq!(site.read("public").len(), 1);
}

#[test]
fn the_site_is_not_written_over_its_content() {
    let site = TestSite::new();
    let before = site.read("content");
    for output in ["content", "content/public", "."] {
        let run = site.run(&["build", "--output", output]);
        assert_eq!(run.code, 3, "{output}: {}", run.stderr);
    }
    assert_eq!(site.read("content"), before);
}

#[test]
fn a_link_as_output_keeps_being_one() {
    let site = TestSite::new();
    fs::create_dir(site.path("real")).expect("made");
    std::os::unix::fs::symlink("real", site.path("public")).expect("linked");
    site.built();
    assert!(site.path("real/en/index.html").is_file());
    assert!(
        fs::symlink_metadata(site.path("public"))
            .expect("there")
            .is_symlink()
    );
}
