//! `THREAT-MODEL.md` names a test for each promise; this holds that each of them exists.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

#[test]
fn every_test_that_is_named_exists() {
    let relay = Path::new(env!("CARGO_MANIFEST_DIR"));
    let model = fs::read_to_string(relay.join("THREAT-MODEL.md")).unwrap();
    let mut named = 0;
    // Within a line, `file.rs: test` sets the file and a bare `test_name` stays in it.
    for line in model.lines() {
        let mut source = String::new();
        for span in line.split('`').skip(1).step_by(2) {
            let test = match span.split_once(".rs: ") {
                Some((file, test)) => {
                    let folder = if file.starts_with("src/") {
                        ""
                    } else {
                        "tests/"
                    };
                    source = fs::read_to_string(relay.join(format!("{folder}{file}.rs"))).unwrap();
                    test
                }
                None if span.contains('_') && !span.contains(' ') => span,
                None => continue,
            };
            let declared = format!("fn {test}(");
            let at = source
                .find(&declared)
                .unwrap_or_else(|| panic!("{test} is named in: {line}"));
            let before = &source[source[..at].rfind("\n}").unwrap_or(0)..at];
            assert!(
                before.contains("#[test]") || before.contains("#[tokio::test"),
                "{test} is no test"
            );
            assert!(!before.contains("#[ignore"), "{test} isn't run");
            named += 1;
        }
    }
    assert!(named >= 20, "{named}");
}
