//! Images in a whole build, and copies to look at.

use crate::fixture::TestSite;
use std::fs;

const SENTINEL: &str = "SENTINEL-48.2082N";

/// A JPEG of 30 × 20 pixels in form, with EXIF and a comment.
fn photograph() -> Vec<u8> {
    let segment = |marker: u8, data: &[u8]| {
        let length = u16::try_from(data.len() + 2).expect("short").to_be_bytes();
        [&[0xff, marker][..], &length, data].concat()
    };
    [
        &b"\xff\xd8"[..],
        &segment(0xe1, format!("Exif\0\0II*\0\0\0\0\0{SENTINEL}").as_bytes()),
        &segment(0xfe, SENTINEL.as_bytes()),
        &segment(0xc0, b"\x08\0\x14\0\x1e\x01\x01\x11\0"),
        &segment(0xda, b"\x01\x01\0\0\x3f\0"),
        b"\x12\x34\xff\xd9",
        SENTINEL.as_bytes(),
    ]
    .concat()
}

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 20\"><!-- SENTINEL --><path d=\"M0 0h30v20z\"/></svg>";

fn with_images() -> TestSite {
    let site = TestSite::new()
        .edited(
            "content/en/urgent.md",
            "> Call.",
            "> Call.\n\n![The door](door.jpg) ![The way](way.svg)",
        )
        .edited(
            "content/fr/urgent.md",
            "> Appelez.",
            "> Appelez.\n\n![La porte](door.jpg) ![Le chemin](way.svg)",
        )
        .with("content/en/way.svg", DRAWING);
    fs::write(site.path("content/en/door.jpg"), photograph()).expect("written");
    site
}

#[test]
fn images_have_a_size_and_tell_nothing() {
    let site = with_images();
    let files = site.built();
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("SENTINEL"), "{path}");
    }
    let page = site.page("en/urgent.html");
    assert!(
        page.contains("alt=\"The door\" width=\"30\" height=\"20\" loading=\"lazy\">"),
        "{page}"
    );
    // A translation shows the source's image, at the same address.
    assert!(
        site.page("fr/urgent.html")
            .contains("alt=\"Le chemin\" width=\"30\" height=\"20\"")
    );
    let drawings = files
        .keys()
        .filter(|path| path.ends_with(".svg") && path.contains("way."));
    assert_eq!(drawings.count(), 1);
}

#[test]
fn what_cannot_be_published_is_told_where_it_is() {
    let site = with_images()
        .edited("content/en/way.svg", "<path", "<path onclick=\"x()\"")
        .edited(
            "content/en/guide/second.md",
            "[Back]",
            "![Photo](photo.heic) [Sheet](sheet.pdf) [Back]",
        )
        .with(
            "content/en/guide/sheet.pdf",
            "%PDF-1.7\n1 0 obj<</Author(x)>>endobj trailer<</Info 1 0 R>>",
        );
    fs::write(
        site.path("content/en/guide/photo.heic"),
        b"\0\0\0\x18ftypheic\0\0\0\0",
    )
    .expect("written");
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    for told in [
        "en/way.svg has an event handler, onclick",
        "content/en/way.svg:1:84",
        "en/guide/photo.heic is a HEIC or AVIF image, or a film",
        "en/guide/sheet.pdf is a PDF with properties",
        "content/en/guide/second.md:6:25",
    ] {
        assert!(run.stderr.contains(told), "{told}\n{}", run.stderr);
    }
    // Who has looked may say so; what runs in a browser stays refused.
    let site = site.edited(
        "content/site.toml",
        "[nav]",
        "[severity]\nfile-metadata = \"warning\"\n\n[nav]",
    );
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("1 error, "), "{}", run.stderr);
}

#[test]
fn a_preview_sends_nothing_and_is_left_out_by_search_engines() {
    let keys = "[desks.d]\nstate = \"open\"\nname = { en = \"Desk Sentinel\" }\nrecipients = [\"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\", \"age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg\"]\n";
    let site = TestSite::new()
        .with("content/places.toml", keys)
        .with(
            "content/en/form.md",
            "+++\ntitle = \"Report\"\nlayout = \"report\"\n+++\n\nWords.\n",
        )
        .with(
            "content/en/practice.md",
            "+++\ntitle = \"Practice\"\nlayout = \"practice\"\n+++\n\nWords.\n",
        )
        .edited(
            "content/site.toml",
            "base_url = \"\"",
            "base_url = \"https://guide.example/\"",
        )
        .edited(
            "content/site.toml",
            "relay = \"\"",
            "relay = \"https://relay.example\"",
        );
    let real = site.built();
    let form = site.page("en/form.html");
    assert!(form.contains("age1ql3z") && form.contains("https://relay.example"));
    assert!(!form.contains("noindex") && real.contains_key("sitemap.xml"));

    let run = site.run(&["build", "--preview"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("a preview: not for publishing"),
        "{}",
        run.stderr
    );
    let preview = site.read("public");
    assert!(!preview.contains_key("sitemap.xml"));
    for (path, bytes) in preview.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            text.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"),
            "{path}"
        );
        assert!(text.contains("class=\"notice preview\""), "{path}");
        assert!(!text.contains("data-form=\"report\""), "{path}");
        assert!(
            !text.contains("relay.example") && !text.contains("guide.example"),
            "{path}"
        );
        assert!(!text.contains("age1"), "{path}");
    }
    assert!(
        site.page("fr/urgent.html")
            .contains("Ceci est l’aperçu d’une modification")
    );
}
