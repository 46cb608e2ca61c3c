//! The scripts that a browser reads shards with: ours as one, and the language's stemmer.

use super::encode::ascii;
use super::stem::{BASE_SCRIPT, Twin};

/// The reader's scripts, in the order in which they build on each other. Joined, they stand in
/// one function, so that they add nothing to the page's names.
const CLIENT: [&str; 12] = [
    include_str!("client/text.js"),
    include_str!("client/decode.js"),
    include_str!("client/store.js"),
    include_str!("client/query.js"),
    include_str!("client/spelling.js"),
    include_str!("client/plan.js"),
    include_str!("client/score.js"),
    include_str!("client/excerpt.js"),
    include_str!("client/search.js"),
    include_str!("client/interface.js"),
    include_str!("client/suggest.js"),
    include_str!("client/results.js"),
];

/// What stands before a language's entry, so that the first file to load needs no other.
pub(super) const BOOT: &str = include_str!("client/boot.js");

/// The notice that Snowball's licence asks to be kept with its code.
pub(super) const SNOWBALL_LICENSE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../theme/vendor/snowball/LICENSE"
));

/// Our scripts as one.
pub(super) fn client() -> String {
    let scripts = CLIENT.map(without_comments).concat();
    ascii(&format!("(function(){{'use strict';\n{scripts}}})()\n"))
}

/// Snowball's two scripts as one, with no global of their own.
pub(super) fn stemmer(lang: &str, twin: &Twin) -> String {
    let (script, class) = (twin.script, twin.class);
    ascii(&format!(
        "/* Snowball 3.0.1, (c) Martin Porter, Richard Boulton, Olly Betts and others, BSD-3-Clause: snowball-license.txt */\n\
         (function(){{var BaseStemmer;{BASE_SCRIPT};{script};Waymark.shard(\"stem-{lang}\",new {class})}})()\n"
    ))
}

/// Our scripts without comments on lines of their own, and without indentation: they hold no
/// template literal over several lines, so no text is touched.
pub(super) fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut inside = false;
    for line in source.lines().map(str::trim) {
        inside |= line.starts_with("/*");
        if !inside && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        inside &= !line.ends_with("*/");
    }
    out
}
