//! Input and surroundings that want to break things: a clear message each, nothing half-written,
//! no panic, and no time that grows with the square of the input.

use std::collections::BTreeMap;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Output;

use crate::example::{Example, said};

/// Processor seconds that any of these may take; each takes a few at most. What is quadratic in ten
/// megabytes takes hours.
const SECONDS: u32 = 60;

/// Builds, with an end to the processor time.
fn build(example: &Example) -> Output {
    let output = example.shell(&format!("ulimit -t {SECONDS}; exec waymark build"));
    let told = said(&output);
    assert!(output.status.code().is_some(), "it was ended: {told}");
    assert!(!told.contains("panicked"), "{told}");
    assert!(told.len() < 100_000, "{} bytes were said", told.len());
    output
}

/// A site whose page `deep` has this text.
fn with(text: impl AsRef<[u8]>) -> Example {
    let example = Example::new();
    example.write("content/en/deep.md", text);
    example
}

fn page(example: &Example) -> String {
    std::fs::read_to_string(example.path().join("public/en/deep.html")).unwrap()
}

fn assert_built(example: &Example, warning: &str) {
    let output = build(example);
    let told = said(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains(warning), "{warning} in:\n{told}");
}

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let bytes = std::fs::read(entry.path()).unwrap();
            (entry.path().display().to_string(), bytes)
        })
        .collect()
}

/// A build fails with these words, and leaves everything as it was.
fn assert_refused(example: &Example, command: &str, words: &[&str]) {
    let before = files(example.path());
    let output = example.shell(command);
    let told = said(&output);
    assert_eq!(output.status.code(), Some(3), "{told}");
    assert!(!told.contains("panicked"), "{told}");
    for word in words {
        assert!(told.contains(word), "{word} in:\n{told}");
    }
    assert_eq!(files(example.path()), before, "something was written");
}

#[test]
fn a_page_of_ten_megabytes_is_built() {
    let line = "A sentence of some words, with **bold** and [a link](index.md).\n\n";
    let example = with(line.repeat(10_000_000 / line.len()));
    assert_built(&example, "");
    assert!(page(&example).len() > 10_000_000);
}

#[test]
fn ten_megabytes_without_a_line_or_a_space_are_built() {
    assert_built(&with("x".repeat(10_000_000)), "long-word");
}

#[test]
fn ten_thousand_headings_are_built() {
    let example = with("## The same\n\nText.\n\n".repeat(10_000));
    assert_built(&example, "");
    assert!(page(&example).contains("id=\"the-same-10000\""));
}

#[test]
fn ten_thousand_equal_ids_are_told_fifty_times_and_counted() {
    let output = build(&with("## The same {#same}\n\n".repeat(10_000)));
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("9949 more of “duplicate-id” in this file"),
        "{told}"
    );
}

#[test]
fn a_thousand_quotations_inside_one_another_are_drawn_flat() {
    let example = with(format!("{} deep down\n", ">".repeat(1_000)).repeat(20));
    assert_built(&example, "more than 48 levels inside one another");
    assert!(page(&example).contains("deep down"));
}

#[test]
fn a_thousand_lists_inside_one_another_are_drawn_flat() {
    let lists: Vec<String> = (0..1_000)
        .map(|depth| format!("{}- item {depth}.\n", "  ".repeat(depth)))
        .collect();
    let example = with(lists.concat());
    assert_built(&example, "more than 48 levels inside one another");
    assert!(page(&example).contains("item 999."));
}

#[test]
fn a_thousand_emphases_inside_one_another_are_drawn_flat() {
    let example = with(format!(
        "{}deep down{}\n",
        "*a ".repeat(1_000),
        " b*".repeat(1_000)
    ));
    assert_built(&example, "nesting");
    assert!(page(&example).contains("deep down"));
}

#[test]
fn a_hundred_thousand_brackets_are_text() {
    for text in [
        "[".repeat(100_000),
        "[[".repeat(50_000),
        "[a](b".repeat(20_000),
        "![".repeat(50_000),
    ] {
        assert_built(&with(text), "");
    }
    let nested = format!(
        "{}deep down{}\n",
        "[".repeat(1_000),
        "](index.md)".repeat(1_000)
    );
    assert!(build(&with(nested)).status.code() < Some(2));
}

#[test]
fn bytes_that_are_not_utf_8_are_told_with_their_place() {
    let output = build(&with(b"Fine.\nCaf\xe9 \xff\xfe\n"));
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("byte 0xe9 at line 6, column 4"), "{told}");
    assert!(!with("").path().join("public").exists());
}

#[test]
fn a_symbolic_link_that_leads_back_is_told_once() {
    let example = Example::new();
    std::fs::create_dir(example.path().join("content/en/a")).unwrap();
    symlink("..", example.path().join("content/en/a/up")).unwrap();
    let output = build(&example);
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert_eq!(told.matches("link-loop").count(), 1, "{told}");
    assert!(
        told.contains("content/en/a/up is a symbolic link that leads back"),
        "{told}"
    );
}

#[test]
fn names_with_quotes_and_marks_of_direction_are_told_in_visible_letters() {
    let example = Example::new();
    example
        .write("content/en/what \"now\".md", "Text.\n")
        .write("content/en/\u{202e}dm.terces.md", "Text.\n")
        .write("content/en/back\\slash.md", "Text.\n")
        .write("content/en/line\nbreak.md", "Text.\n");
    let bytes = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    std::fs::write(example.path().join("content/en").join(bytes), "Text.\n").unwrap();
    let output = build(&example);
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert_eq!(told.matches("file-name").count(), 5, "{told}");
    for shown in [
        "what \"now\".md",
        "U+202Edm.terces.md",
        "lineU+000Abreak.md",
    ] {
        assert!(told.contains(shown), "{shown} in:\n{told}");
    }
    assert!(
        !told.contains('\u{202e}'),
        "what is invisible must not rearrange the message"
    );
}

#[test]
fn a_home_is_never_replaced() {
    let example = Example::new();
    example.write("home/thesis.txt", "years");
    let words = ["home", "choose"];
    assert_refused(
        &example,
        "HOME=$PWD/home waymark build --output $PWD/home",
        &words,
    );
    // Even one that is empty, or that seems to be Waymark's own.
    std::fs::create_dir(example.path().join("empty")).unwrap();
    assert_refused(
        &example,
        "HOME=$PWD/empty waymark build --output empty",
        &words,
    );
    example.write("home/.waymark", "");
    assert_refused(
        &example,
        "HOME=$PWD/home waymark build --output home",
        &words,
    );
    // And another's.
    example.write("hers/thesis.txt", "years");
    assert_refused(
        &example,
        "waymark build --output hers",
        &["hers is not empty and was not made by Waymark"],
    );
}

/// Runs a line in which `$MOUNT` mounts a file system that only this line sees. Without the right to
/// do so the test fails: it can't be had for nothing.
fn mounted(example: &Example, options: &str, line: &str) -> Output {
    let script = format!("mount -t tmpfs -o {options} none disk && {line}");
    // Root needs no namespace for users; others do.
    let unshare = "if [ $(id -u) = 0 ]; then set -- --mount; else set -- --mount --map-root-user; fi; exec unshare \"$@\"";
    std::fs::create_dir_all(example.path().join("disk")).unwrap();
    std::fs::write(example.path().join("line.sh"), script).unwrap();
    let output = example.shell(&format!("{unshare} sh -e line.sh"));
    let told = said(&output);
    assert!(
        !told.contains("unshare:") && !told.contains("mount:"),
        "this test needs the right to mount (root, or namespaces of users): {told}"
    );
    output
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let example = Example::new();
    example.write("content/en/big.md", "Some more words.\n\n".repeat(200_000));
    let line = "mkdir -p small/content/en disk/public && cp content/site.toml small/content/ && cp content/en/urgent.md small/content/en/index.md\n\
        waymark build --content small/content --output disk/public 2>&1\n\
        (cd disk/public && sha256sum --check --quiet SHA256SUMS && ls -A | sort) > before\n\
        set +e; waymark build --output disk/public > told 2>&1; code=$?; set -e\n\
        ls -A disk > left; (cd disk/public && sha256sum --check --quiet SHA256SUMS && ls -A | sort) > after\n\
        exit $code";
    let output = mounted(&example, "size=4m", line);
    let read = |name: &str| std::fs::read_to_string(example.path().join(name)).unwrap();
    let told = read("told");
    assert_eq!(output.status.code(), Some(3), "{told}{}", said(&output));
    assert!(
        told.contains("No space left on device") && told.contains("help: "),
        "{told}"
    );
    assert!(!told.contains("panicked"), "{told}");
    assert_eq!(read("left"), "public\n", "nothing half-written stays");
    assert_eq!(read("before"), read("after"), "the old site is whole");
    assert!(read("after").contains("SHA256SUMS"));
}

#[test]
fn a_file_that_may_not_grow_leaves_the_old_site() {
    // The same without any right to mount: the system refuses to write past a size.
    let example = Example::new();
    example.write("content/en/big.md", "Some more words.\n\n".repeat(100_000));
    assert_refused(
        &example,
        "trap '' XFSZ; ulimit -f 64; exec waymark build",
        &["cannot write", "File too large"],
    );
    assert!(!example.path().join("public").exists());
}

#[test]
fn a_disk_that_is_read_only_is_told() {
    let example = Example::new();
    let output = mounted(
        &example,
        "ro",
        "set +e; waymark build --output disk/public > told 2>&1; exit $?",
    );
    let told = std::fs::read_to_string(example.path().join("told")).unwrap();
    assert_eq!(output.status.code(), Some(3), "{told}");
    assert!(
        told.contains("Read-only file system") && told.contains("you must be allowed to write"),
        "{told}"
    );
}

#[test]
fn a_page_that_may_not_be_read_is_told() {
    let example = with("Text.\n");
    let file = example.path().join("content/en/deep.md");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Root may read everything, so the test becomes somebody else.
    let open = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(example.path(), open).unwrap();
    let output = example.shell(
        "if [ $(id -u) = 0 ]; then exec setpriv --reuid 65534 --regid 65534 --clear-groups \"$(command -v waymark)\" check; else exec waymark check; fi",
    );
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("unreadable-file") && told.contains("content/en/deep.md can't be read"),
        "{told}"
    );
}
