//! Markdown in, HTML, units, sections and diagnostics out.

use super::*;
use crate::content::{Glossary, glossary};
use crate::diagnostic::Diagnostic;
use crate::language::LanguageTag;
use crate::source::SourceFile;
use crate::url::PagePath;

fn terms() -> Glossary {
    let text = "[terms.child]\nterm = \"enfant\"\ndefinition = \"d\"\n";
    glossary::read(&SourceFile::new("glossary.toml", text)).0
}

fn read(text: &str) -> (Document, Vec<Diagnostic>) {
    let lang = LanguageTag::parse("en").unwrap();
    let page = PagePath::new("a/b").unwrap();
    let glossary = terms();
    let languages = [lang.clone()];
    let base = Base {
        lang: &lang,
        page: &page,
        languages: &languages,
    };
    parse(
        &SourceFile::new("b.md", text),
        0,
        Context {
            base,
            glossary: &glossary,
        },
    )
}

fn address(target: &LinkTarget) -> Option<String> {
    Some(match target {
        LinkTarget::Page { path, anchor, .. } => {
            format!(
                "{path}.html{}",
                anchor.as_ref().map_or(String::new(), |a| format!("#{a}"))
            )
        }
        LinkTarget::Here { anchor } => format!("#{anchor}"),
        LinkTarget::Asset { path } => path.clone(),
        LinkTarget::External { url } => url.clone(),
        LinkTarget::Term { key } => format!("glossary.html#{key}"),
        LinkTarget::Unusable => return None,
    })
}

fn size(target: &LinkTarget) -> Option<(usize, usize)> {
    matches!(target, LinkTarget::Asset { path } if path.ends_with("map.png")).then_some((640, 480))
}

fn html(text: &str) -> String {
    read(text)
        .0
        .html(&address, &size, &|label| format!("{label:?}"))
}

fn told(text: &str) -> Vec<String> {
    let (_, found) = read(text);
    found
        .iter()
        .map(|d| format!("{} `{}`", d.code, &text[d.span.clone().unwrap()]))
        .collect()
}

#[test]
fn paragraphs_and_marks() {
    assert_eq!(
        html("A *b* **c** ~~d~~ `<e>` & \"f\"\\\nnext\n"),
        "<p>A <em>b</em> <strong>c</strong> <del>d</del> <code>&lt;e&gt;</code> &amp; &quot;f&quot;<br>\nnext</p>\n"
    );
}

#[test]
fn headings_have_ids() {
    assert_eq!(
        html("## One `two` {#x}\n### Été\n"),
        "<h2 id=\"x\">One <code>two</code></h2>\n<h3 id=\"été\">Été</h3>\n"
    );
    assert_eq!(
        told("# One\n## Two\n#### Four\n"),
        ["heading-level `# One\n`", "heading-level `#### Four\n`"]
    );
    assert_eq!(
        told("## A {#x}\n## B {#x}\n"),
        ["duplicate-id `## B {#x}\n`"]
    );
}

#[test]
fn links() {
    assert_eq!(
        html("[a](c.md#d) <https://e.org/?a&b> [f](#g) <h@i.org> [j](/k)\n"),
        "<p><a href=\"a/c.html#d\">a</a> <a href=\"https://e.org/?a&amp;b\" rel=\"noreferrer\">https://e.org/?a&amp;b</a> <a href=\"#g\">f</a> <a href=\"mailto:h@i.org\" rel=\"noreferrer\">h@i.org</a> j</p>\n"
    );
    assert_eq!(
        html("![A *map*](map.png)"),
        "<p><img src=\"en/a/map.png\" alt=\"A map\" width=\"640\" height=\"480\" loading=\"lazy\"></p>\n"
    );
    assert_eq!(
        told("[a](javascript:x) ![](m.png) [c][d] [e](x.html)"),
        [
            "broken-link `[c][d]`",
            "link-scheme `[a](javascript:x)`",
            "missing-alt `![](m.png)`",
            "html-link `[e](x.html)`"
        ]
    );
}

#[test]
fn terms_of_the_glossary() {
    assert_eq!(
        html("[[child]] and [[child|enfants]]"),
        "<p><a class=\"term\" href=\"glossary.html#child\">enfant</a> and <a class=\"term\" href=\"glossary.html#child\">enfants</a></p>\n"
    );
    assert!(html("| [[child\\|x]] |\n|-|\n").contains("#child\">x</a>"));
    // Links don't nest.
    assert_eq!(
        told("[see [[child|him]]](c.md)"),
        ["term-link `[[child|him]]](`"]
    );
    assert_eq!(
        told("[[chidl]] [[child]](x.md) [[unknown-thing|x]]"),
        [
            "unknown-term `[[chidl]]`",
            "term-link `[[child]](`",
            "unknown-term `[[unknown-thing|x]]`"
        ]
    );
    assert_eq!(html("[[abuse-of-power]]"), "<p>abuse of power</p>\n");
}

#[test]
fn callouts() {
    assert_eq!(
        html("> [!SOURCE]\n> Text\n"),
        "<div class=\"callout source\" role=\"note\">\n<p class=\"callout-label\">Callout(Source)</p>\n<p>Text</p>\n</div>\n"
    );
    for mark in [
        "[!OURS]\n>\n> Text",
        "[!CAUTION]\n> Text",
        "[!later]  \n> Text",
    ] {
        let html = html(&format!("> {mark}\n"));
        assert!(html.ends_with("</p>\n<p>Text</p>\n</div>\n"), "{html}");
    }
    assert_eq!(
        html("> Said\n"),
        "<blockquote>\n<p>Said</p>\n</blockquote>\n"
    );
    assert_eq!(
        told("> [!SOURSE]\n> x\n\n> [!NOTE] y\n"),
        ["unknown-callout `SOURSE`", "unknown-callout `[!NOTE]`"]
    );
    let (_, mistakes) = read("> [!SOURSE]\n> x\n");
    let help = mistakes[0].help.as_deref();
    assert_eq!(help, Some("Did you mean “SOURCE”?"), "as one writes it");
    // The mark isn't part of what is translated or searched.
    let (document, _) = read("> [!SOURCE]\n> Text\n");
    assert_eq!(document.units[0].text, "Text");
    assert_eq!(document.sections[0].body, "Text");
}

#[test]
fn steps_and_cards() {
    assert_eq!(
        html("1. **One.** x\n2. **Two.** y\n"),
        "<ol class=\"steps\">\n<li><strong>One.</strong> x</li>\n<li><strong>Two.</strong> y</li>\n</ol>\n"
    );
    assert!(html("1. **One.** x\n2. y\n").starts_with("<ol>\n"));
    assert!(html("3. x\n").starts_with("<ol start=\"3\">\n"));
    let card = "<li><a href=\"a/c.html\">C</a><p>one <em>line</em></p></li>\n";
    let cards = format!("<ul class=\"cards\">\n{card}{card}</ul>\n");
    assert_eq!(
        html("- [C](c.md) — one *line*\n- [C](c.md)\n  one *line*\n"),
        cards
    );
    assert_eq!(
        html("- [C](c.md) — one *line*\n\n- [C](c.md)\n  one *line*\n"),
        cards
    );
    assert!(html("- [C](c.md)\n- x\n").starts_with("<ul>\n"));
    assert!(html("- [[child]]\n").starts_with("<ul>\n"));
}

#[test]
fn tables_scroll_and_have_names() {
    assert_eq!(
        html("## H\n\n|  | b |\n|-|-:|\n| 1 | 2 |\n"),
        "<h2 id=\"h\">H</h2>\n<section class=\"table\" tabindex=\"0\" aria-label=\"H\"><table>\n<thead><tr><td></td><th scope=\"col\" class=\"end\">b</th></tr></thead>\n<tbody>\n<tr><td>1</td><td class=\"end\">2</td></tr>\n</tbody></table></section>\n"
    );
    let two = html("| a |\n|-|\n\n| a |\n|-|\n");
    assert!(
        two.contains("aria-label=\"Table\"><table>") && two.contains("aria-label=\"Table (2)\""),
        "{two}"
    );
}

#[test]
fn footnotes() {
    assert_eq!(
        html("a[^x] b[^x]\n\n[^x]: Note\n"),
        "<p>a<sup><a href=\"#fn_1\" id=\"fnref_1\" role=\"doc-noteref\">1</a></sup> b<sup><a href=\"#fn_1\" id=\"fnref_1_2\" role=\"doc-noteref\">1</a></sup></p>\n<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n<li id=\"fn_1\"><p>Note <a href=\"#fnref_1\" role=\"doc-backlink\" aria-label=\"FootnoteBack(1)\">↩</a></p>\n</li>\n</ol>\n</section>\n"
    );
    assert_eq!(
        told("a[^y]\n\n[^x]: Note\n"),
        ["footnote `[^y]`", "footnote `[^x]: Note\n`"]
    );
    assert_eq!(read("a[^x]\n\n[^x]: Note\n").0.sections[0].body, "a Note");
}

#[test]
fn tasks_are_boxes_to_tick() {
    assert_eq!(
        html("- [ ] one\n- [x] two\n"),
        "<ul>\n<li><input type=\"checkbox\" id=\"task_1\"> <label for=\"task_1\">one</label></li>\n<li><input type=\"checkbox\" id=\"task_2\" checked> <label for=\"task_2\">two</label></li>\n</ul>\n"
    );
}

#[test]
fn raw_html_is_let_through_or_shown() {
    assert_eq!(
        html("H<sub>2</sub>O <kbd>a</kbd><br>"),
        "<p>H<sub>2</sub>O <kbd>a</kbd><br></p>\n"
    );
    assert_eq!(
        html("<details>\n<summary>S &amp; T</summary>\n\nText\n\n</details>\n"),
        "<details>\n<summary>S &amp; T</summary>\n\n<p>Text</p>\n</details>\n\n"
    );
    assert_eq!(html("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    assert_eq!(
        html("<script>x</script>\n"),
        "&lt;script&gt;x&lt;/script&gt;\n"
    );
    assert_eq!(told("a <b>c</b>"), ["raw-html `<b>`", "raw-html `</b>`"]);
    assert_eq!(told("> <script\n> x>\n"), ["raw-html `<script\n> x>`"]);
}

#[test]
fn raw_html_stays_balanced() {
    assert_eq!(
        html("a <kbd>b\n\nc</kbd>"),
        "<p>a <kbd>b</kbd></p>\n<p>c&lt;/kbd&gt;</p>\n"
    );
    assert_eq!(
        html("*a <sup>b* c</sup>"),
        "<p><em>a <sup>b</sup></em> c&lt;/sup&gt;</p>\n"
    );
    assert_eq!(
        html("- <details>\n- b\n"),
        "<ul>\n<li><details>\n</details></li>\n<li>b</li>\n</ul>\n"
    );
    assert_eq!(told("a <kbd>b\n\nc"), ["raw-html `<kbd>`"]);
}

#[test]
fn units_and_sections() {
    let text = "Intro [x](c.md).\n\n## One *a*\n\n- p\n- q\n\n  r\n\n### Two\n\n| c | d |\n|-|-|\n| `e` | f |\n\n```\nlet g;\n```\n";
    let (document, found) = read(text);
    assert!(found.is_empty(), "{found:?}");
    let units: Vec<_> = document
        .units
        .iter()
        .map(|u| format!("{:?} {}", u.kind, u.text))
        .collect();
    assert_eq!(
        units,
        [
            "Paragraph Intro [x].",
            "Heading One *a*",
            "Item p",
            "Item q",
            "Paragraph r",
            "Heading Two",
            "Cell c",
            "Cell d",
            "Cell `e`",
            "Cell f",
            "Code let g;"
        ]
    );
    assert_eq!(&text[document.units[0].span.clone()], "Intro [x](c.md).");
    assert_eq!(document.sections.len(), 2);
    assert_eq!(document.sections[0].body, "Intro x.");
    let section = &document.sections[1];
    assert_eq!(section.anchor.as_deref(), Some("one-a"));
    assert_eq!(
        (section.heading.as_str(), section.headings.as_str()),
        ("One a", "Two")
    );
    assert_eq!(section.body, "p q r c d e f let g;");
}

#[test]
fn link_targets_and_white_space_make_no_other_unit() {
    let digest = |text: &str| read(text).0.units[0].digest;
    assert_eq!(digest("a [b](c.md)\nd"), digest("a  [b](e.md) d"));
    assert_ne!(digest("a b"), digest("a **b**"));
    assert_ne!(digest("a b"), digest("a c"));
}

#[test]
fn what_is_nested_too_deep_is_shown_flat() {
    let quotes = format!("{}x\n", "> ".repeat(1_000));
    let mut lists = String::new();
    for depth in 0..300 {
        lists += &"  ".repeat(depth);
        lists += "- x\n";
    }
    let marks = format!("{}x{}\n", "*a **b ".repeat(500), "** *".repeat(500));
    for text in [
        quotes,
        lists,
        marks,
        "[".repeat(10_000),
        "<details>\n\n".repeat(200),
    ] {
        let (document, _) = read(&text);
        let html = document.html(&address, &size, &|_| String::new());
        let depth = html
            .match_indices('<')
            .fold((0_i32, 0_i32), |(now, most), (at, _)| {
                let now = if html[at..].starts_with("</") {
                    now - 1
                } else {
                    now + 1
                };
                (now, most.max(now))
            });
        assert_eq!(depth.0, 0, "unbalanced");
        assert!(depth.1 <= 70, "{}", depth.1);
    }
    assert!(told(&format!("{}x\n", "> ".repeat(1_000)))[0].starts_with("nesting"));
}

#[test]
fn a_page_of_ten_megabytes_is_read_in_proportion() {
    // Work is counted in pieces, not seconds: the document grows as the text does.
    let block = "## A heading\n\nA paragraph with a [link](c.md), [[child]] and `code`.\n\n- one\n- two\n\n";
    let (document, found) = read(&block.repeat(100_000));
    assert_eq!(
        (document.headings.len(), document.units.len()),
        (100_000, 400_000)
    );
    assert_eq!(document.headings[99_999].id, "a-heading-100000");
    assert!(found.is_empty());
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    fn markdown() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("\n"),
            Just("\n\n"),
            Just("> "),
            Just("- "),
            Just("1. "),
            Just("## "),
            Just("**"),
            Just("*"),
            Just("`"),
            Just("```\n"),
            Just("|"),
            Just("|-|-|\n"),
            Just("[["),
            Just("]]"),
            Just("["),
            Just("]("),
            Just(")"),
            Just("!["),
            Just("[^a]"),
            Just("[^a]: "),
            Just("<kbd>"),
            Just("</kbd>"),
            Just("<details>\n"),
            Just("</details>"),
            Just("<summary>"),
            Just("</summary>\n"),
            Just("<b>"),
            Just("<!--"),
            Just("[!SOURCE]\n"),
            Just("[!NOTE]\n"),
            Just("[ ] "),
            Just("child"),
            Just("x "),
            Just("é "),
            Just("\\|"),
            Just("  "),
            Just("\t"),
            Just("<br>"),
            Just("~~"),
            Just("{#id}"),
            Just("&amp;"),
            Just("\r\n"),
            Just("漢字"),
            Just("\u{301}"),
            Just("# "),
            Just("---\n"),
            Just("<https://a.b>"),
            Just("a | b\n"),
            Just("\u{0}"),
        ];
        prop_oneof![
            prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat()),
            any::<String>(),
        ]
    }

    /// True if every tag is closed, in order.
    fn balanced(html: &str) -> bool {
        let mut open = Vec::new();
        for part in html.split('<').skip(1) {
            let tag = part.split('>').next().unwrap_or_default();
            let name = tag.split(' ').next().unwrap_or_default();
            match name.strip_prefix('/') {
                Some(name) => {
                    if open.pop() != Some(name) {
                        return false;
                    }
                }
                None if matches!(name, "br" | "hr" | "img" | "input") => {}
                None => open.push(name),
            }
        }
        open.is_empty()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn reading_never_panics_and_spans_lie_inside(text in markdown()) {
            let (document, found) = read(&text);
            for unit in &document.units {
                prop_assert!(text.get(unit.span.clone()).is_some(), "{:?}", unit);
            }
            for diagnostic in found {
                prop_assert!(text.get(diagnostic.span.clone().unwrap()).is_some(), "{:?}", diagnostic);
            }
            let html = document.html(&address, &size, &|_| String::new());
            prop_assert!(balanced(&html), "{html}");
            let mut ids: Vec<_> = document.headings.iter().map(|heading| &heading.id).collect();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), document.headings.len());
        }
    }
}

#[test]
fn titles_of_links_and_images_are_shown_and_translated() {
    let text = "[a](c.md \"See \\\"c\\\" & d\") ![b](b.png 'B') <https://x.example>\n";
    let shown = html(text);
    for part in [
        "<a href=\"a/c.html\" title=\"See &quot;c&quot; &amp; d\">a</a>",
        "alt=\"b\" loading=\"lazy\" title=\"B\">",
        "<a href=\"https://x.example\" rel=\"noreferrer\">https",
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let unit = &read(text).0.units[0];
    assert_eq!(
        unit.text,
        "[a](\"See \"c\" & d\") ![b](\"B\") [https://x.example]"
    );
    let other = read(&text.replace("'B'", "'C'")).0;
    assert_ne!(unit.digest, other.units[0].digest);
}

#[test]
fn words_that_no_phone_has_room_for_are_placed() {
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
    assert_eq!(
        told(&format!("Das {word} hat.\n")),
        [format!("long-word `{word}`")]
    );
    assert_eq!(told(&format!("Das `{word}` hat.\n")), Vec::<String>::new());
    assert_eq!(
        told(&format!(
            "Das {} hat.\n",
            word.replace("fahrts", "fahrts&shy;")
        )),
        Vec::<String>::new()
    );
    let heading = "## Menschenhandelsbekämpfungsgesetz";
    assert_eq!(
        told(heading),
        ["long-word `Menschenhandelsbekämpfungsgesetz`"]
    );
    assert_eq!(
        told("```\nDonaudampfschifffahrtselektrizitätenhauptbetriebswerk\n```\n"),
        Vec::<String>::new()
    );
}
