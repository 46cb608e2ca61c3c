//! Any text survives the way out and back; any text in a page can be read back or is refused.

use proptest::prelude::*;

use super::page::{Plan, Texts};
use super::pair::Pair;
use super::read::read;
use super::write::Entry;
use crate::content::{Glossary, Page, read_page};
use crate::language::LanguageTag;
use crate::markdown::{Base, Context};
use crate::source::SourceFile;
use crate::url::PagePath;

/// Characters that mean something to PO files, to Markdown, to TOML, or to the eye.
fn hostile(marks: &'static str) -> impl Strategy<Value = String> {
    let special = proptest::sample::select(marks.chars().collect::<Vec<_>>());
    let any = prop_oneof![3 => special, 1 => any::<char>()];
    proptest::collection::vec(any, 0..60).prop_map(String::from_iter)
}

const PO: &str = "\"\\\n\r\t\0\u{1}\u{7}\u{7f}#~|,. nmsgid\u{200f}\u{202e}\u{2028}\u{85}\u{feff}жع";
const MARKDOWN: &str = "\\`*_{}[]()#+-.!|>~^:<& \n\n\n\t10aBé/\"";

proptest! {
    #[test]
    fn any_text_survives_in_a_file(context in hostile(PO), id in hostile(PO), text in hostile(PO), fuzzy: bool) {
        // Both empty is a header.
        let id = if context.is_empty() { format!("x{id}") } else { id };
        let mut out = String::new();
        let entry = Entry { context, id, text, fuzzy, previous: Some("x\ny".to_owned()), ..Entry::default() };
        entry.write(&mut out);
        let (po, found) = read(&SourceFile::new("a.po", out));
        prop_assert!(found.is_empty(), "{found:?}");
        prop_assert_eq!(&po.entries[0].context, &entry.context);
        prop_assert_eq!(&po.entries[0].id.value, &entry.id);
        prop_assert_eq!(&po.entries[0].text.value, &entry.text);
        prop_assert_eq!(po.entries[0].fuzzy, fuzzy);
    }

    #[test]
    fn no_file_is_too_broken_to_read(text in hostile("\"\\\nmsgidctxtr #~, \u{e9}x01")) {
        let (_, found) = read(&SourceFile::new("a.po", text.as_str()));
        for told in found {
            prop_assert!(text.get(told.span.unwrap()).is_some());
        }
    }

    #[test]
    fn a_page_that_nobody_changed_keeps_its_bytes(text in hostile(MARKDOWN)) {
        let page = page(&text);
        let pair = itself(&page);
        let plan = Plan::splice(&pair, &Texts::new()).unwrap();
        prop_assert_eq!(plan.text(FRONT), page.source.text());
        prop_assert_eq!(Plan::rebuild(&pair, &Texts::new()).text(FRONT), page.source.text());
    }

    #[test]
    fn what_is_written_into_a_page_says_just_that_or_is_refused(text in hostile(MARKDOWN), new in hostile(MARKDOWN)) {
        let new = new.trim();
        if new.is_empty() {
            // That is no translation.
            return Ok(());
        }
        let page = page(&text);
        let pair = itself(&page);
        for unit in 0..page.document.units.len() {
            let plan = Plan::splice(&pair, &Texts::from([(unit, new)])).unwrap();
            let glossary = Glossary::default();
            let (lang, path) = (&page.lang, &page.path);
            let context = Context { base: Base { lang, page: path, languages: &[] }, glossary: &glossary };
            if let Ok(read) = plan.read_back(plan.text(FRONT), "a.md", context) {
                let units = &read.document.units;
                prop_assert_eq!(units.len(), page.document.units.len());
                prop_assert_eq!(super::message::of(read.file.text(), &units[unit]), new);
            }
        }
    }
}

const FRONT: &str = "+++\ntitle = \"T\"\n+++\n";

fn page(body: &str) -> std::sync::Arc<Page> {
    let (lang, path) = (LanguageTag::parse("en").unwrap(), PagePath::home());
    let glossary = Glossary::default();
    let context = Context {
        base: Base {
            lang: &lang,
            page: &path,
            languages: &[],
        },
        glossary: &glossary,
    };
    read_page(
        SourceFile::new("a.md", format!("{FRONT}{body}")),
        &[],
        context,
    )
    .0
    .into()
}

/// A page that is its own translation.
fn itself(page: &std::sync::Arc<Page>) -> Pair<'_> {
    Pair {
        source: page,
        target: Some(page),
        locked: None,
        units: (0..page.document.units.len()).map(Some).collect(),
        in_step: true,
        odd: None,
        expected: true,
    }
}
