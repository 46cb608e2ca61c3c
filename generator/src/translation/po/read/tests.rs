//! What tools write is read; what nobody should write is told.

use super::*;

fn told(text: &str) -> Vec<String> {
    let file = SourceFile::new("a.po", text);
    let found = read(&file).1;
    let line = |told: &Diagnostic| {
        let (line, column) = told.line_column().unwrap();
        format!("{line}:{column} {}", told.message)
    };
    found.iter().map(line).collect()
}

#[test]
fn what_tools_write_is_read() {
    let text = "\u{feff}# Head\nmsgid \"\"\nmsgstr \"\"\r\n\"Language: fr\\n\"\n\"X-Waymark-Base: 01 \"\n\"02\\n\"\n\n#  mine\n#. theirs\n#: a.md:1\n#, fuzzy, no-wrap\n#| msgid \"old\"\nmsgctxt \"c\"\nmsgid \"one \"\n  \"two\"\nmsgstr \"\\\"\\\\\\t\\303\\251\\x41\"\n\n#~ msgid \"gone\"\n#~ msgstr \"weg\"\nmsgid \"last\"\nmsgstr \"\"\n";
    let (po, found) = read(&SourceFile::new("a.po", text));
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(po.field("language"), Some("fr"));
    assert_eq!(po.field("X-Waymark-Base"), Some("01 02"));
    let [first, last] = &po.entries[..] else {
        panic!("{:?}", po.entries)
    };
    assert_eq!(
        (first.context.as_str(), first.id.value.as_str()),
        ("c", "one two")
    );
    assert_eq!(first.text.value, "\"\\\té\x41");
    assert!(first.fuzzy && !last.fuzzy);
    assert_eq!(first.comments, [" mine"]);
    assert!(text[first.text.span.clone()].starts_with("msgstr \"\\\""));
    assert_eq!(
        (last.context.as_str(), last.id.value.as_str()),
        ("", "last")
    );
}

#[test]
fn mistakes_are_told_in_their_places_and_the_rest_is_read() {
    for (text, expected) in [
        (
            "msgid \"a\nmsgstr \"\"\n",
            vec!["1:7 this string never ends"],
        ),
        (
            "msgid \"a\"\nmsgstr \"x\\q\"\n",
            vec!["2:10 there is no such escape"],
        ),
        (
            "msgid \"a\"\nmsgstr\n",
            vec!["2:1 a string is missing here"],
        ),
        (
            "msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"\"\n",
            vec!["3:1 msgid is here twice"],
        ),
        ("msgid \"a\"\n", vec!["1:1 this message has no msgstr"]),
        ("msgstr \"a\"\n", vec!["1:1 this message has no msgid"]),
        (
            "hello\nmsgid \"b\"\nmsgstr \"\"\n",
            vec!["1:1 this isn't a line of a PO file"],
        ),
        (
            "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"\"\n",
            vec![
                "2:1 there are no plural messages here",
                "3:1 there are no plural messages here",
            ],
        ),
        (
            "msgid \"a\"\nmsgstr \"\"\nmsgid \"a\"\nmsgstr \"x\"\n",
            vec!["3:1 this message is here already"],
        ),
        (
            "msgid \"a\"\nmsgstr \"\\303\"\n",
            vec!["2:1 its escapes don't make text in UTF-8"],
        ),
        ("é", vec!["1:1 this isn't a line of a PO file"]),
        ("\"", vec!["1:1 this isn't a line of a PO file"]),
        ("msgid \"", vec!["1:7 this string never ends"]),
        ("msgid \"\\", vec!["1:8 there is no such escape"]),
        ("#", vec![]),
        ("#~", vec![]),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}
