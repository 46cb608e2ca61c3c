//! Leaves the comments of style sheets and scripts out of what pages load.
//!
//! Only comments that begin a line go, which is where the theme and the protocol scripts have
//! theirs. That needs no parser as long as no string or template runs over several lines with a
//! line that begins like a comment; a style sheet's indentation goes too. Code that comes packed
//! (`vendor/`) isn't touched, and a comment that begins with `/*!` (a licence) stays.

/// The text of a script without the comments that begin its lines.
#[must_use]
pub fn script(text: &str) -> String {
    without_comments(text, true, |line| line)
}

/// The text of a style sheet without the comments that begin its lines, and without indentation.
#[must_use]
pub fn style(text: &str) -> String {
    without_comments(text, false, str::trim_start)
}

fn without_comments<'a>(
    text: &'a str,
    slashes: bool,
    shape: impl Fn(&'a str) -> &'a str,
) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.lines() {
        let mut rest = line;
        let mut cut = false;
        loop {
            if inside {
                let Some(end) = rest.find("*/") else {
                    rest = "";
                    break;
                };
                rest = &rest[end + 2..];
                inside = false;
                cut = true;
            }
            let start = rest.trim_start();
            if !start.starts_with("/*") || start.starts_with("/*!") {
                break;
            }
            inside = true;
            rest = &start[2..];
        }
        let start = rest.trim_start();
        if start.is_empty() || (slashes && start.starts_with("//")) {
            continue;
        }
        // What follows a comment on its line (`/** @type {…} */ (value)`) stays.
        out.push_str(if cut { start } else { shape(rest) }.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_that_begin_a_line_go() {
        let text = "// one\nlet a = 1; // stays\n\n  /** @type {X} */\n  let b = '//';\n/*\n * two\n */ let c;\n";
        assert_eq!(
            script(text),
            "let a = 1; // stays\n  let b = '//';\nlet c;\n"
        );
    }

    #[test]
    fn what_follows_a_comment_stays() {
        assert_eq!(
            script("x = /** @type {Y} */ (z);\n/** @type {Y} */ (z).w();\n"),
            "x = /** @type {Y} */ (z);\n(z).w();\n"
        );
        assert_eq!(script("/* a */ /* b\n c */ d /* e */\n"), "d /* e */\n");
    }

    #[test]
    fn licences_and_slashes_of_styles_stay() {
        assert_eq!(script("/*! MIT */\na\n"), "/*! MIT */\na\n");
        assert_eq!(
            style("/* x */\n  a { b: url(//c); }\n//d\n"),
            "a { b: url(//c); }\n//d\n"
        );
    }

    #[test]
    fn the_themes_own_scripts_hold_no_line_that_only_looks_like_a_comment() {
        // A template literal over several lines could; nothing else can.
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../");
        for name in [
            "theme/scripts",
            "relay/client",
            "generator/src/search/client",
        ] {
            for entry in std::fs::read_dir(format!("{folder}{name}"))
                .into_iter()
                .flatten()
                .flatten()
            {
                if entry.path().extension().is_some_and(|kind| kind == "js") {
                    let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
                    let ticks = |line: &str| line.replace("'`'", "").matches('`').count();
                    let odd = text.lines().find(|line| ticks(line) % 2 == 1);
                    assert_eq!(odd, None, "{}", entry.path().display());
                }
            }
        }
    }
}
