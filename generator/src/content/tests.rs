//! Whole sites in a folder, loaded.

use std::fs;
use std::path::Path;

use super::*;
use crate::diagnostic::{Code, Diagnostics};
use crate::language::LanguageTag;
use crate::translation::{Changes, TranslationState, UnitChange};
use crate::url::PagePath;

const SITE: &str = "id = \"t\"\nsource_language = \"en\"\ntitle = { en = \"Site\" }\n[languages.en]\nname = \"English\"\n[languages.fr]\nname = \"Français\"\n";

/// A site of files; a path that ends in `.md` gets front matter with its name as title, unless it
/// brings its own.
fn site(more: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("site.toml"), format!("{SITE}{more}")).unwrap();
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let name = file.file_stem().unwrap().to_str().unwrap();
        let own = file.extension() != Some("md".as_ref()) || text.starts_with("+++");
        let text = if own {
            (*text).to_owned()
        } else {
            format!("+++\ntitle = \"{name}\"\n+++\n{text}")
        };
        fs::write(file, text).unwrap();
    }
    folder
}

fn loaded(folder: &Path) -> (Library, Vec<String>) {
    let options = LoadOptions {
        content: folder.to_owned(),
        ..LoadOptions::default()
    };
    let mut diagnostics = Diagnostics::new();
    let library = load(&options, &mut diagnostics).unwrap();
    let told = diagnostics
        .sorted()
        .into_iter()
        // These sites have no lock files, which is told once for a language.
        .filter(|d| d.code != Code::UntrackedTranslation || d.file.is_some())
        .map(|d| {
            let file = d.file.as_ref().map_or(String::new(), |file| {
                let path = Path::new(file.name());
                let name = path.strip_prefix(folder).unwrap_or(path);
                let (line, column) = d.line_column().unwrap();
                format!("{}:{line}:{column} ", name.display())
            });
            format!("{file}{}", d.code)
        })
        .collect();
    (library, told)
}

fn told(more: &str, files: &[(&str, &str)]) -> Vec<String> {
    loaded(site(more, files).path()).1
}

fn tag(tag: &str) -> LanguageTag {
    LanguageTag::parse(tag).unwrap()
}

fn page(path: &str) -> PagePath {
    PagePath::new(path).unwrap()
}

#[test]
fn mistakes_of_many_files_are_told_in_one_run() {
    let more = "[nav]\nheader = [\"a/b\", \"gone\"]\n[references.rules]\nfile = \"rules.toml\"\ncoverage = \"error\"\n";
    let files = [
        (
            "rules.toml",
            "[R1]\nsummary = \"x\"\n[R2]\nsummary = \"y\"\n",
        ),
        ("en/index.md", "[b](a/b.md#there) [c](a/c.md) [z](a-z.md)\n"),
        ("en/a/index.md", "+++\ntitel = \"A\"\n+++\n"),
        (
            "en/a/b.md",
            "+++\ntitle = \"B\"\nrules = [\"R1\", \"R3\"]\n+++\n## Here\n\n![x](x.png) [s](../a-z.md) [[t]]\n",
        ),
        (
            "en/glossary.toml",
            "[terms.u]\nterm = \"u\"\ndefinition = \"d\"\n",
        ),
        (
            "fr/glossary.toml",
            "[terms.v]\nterm = \"v\"\ndefinition = \"d\"\n",
        ),
        ("fr/index.md", "[up](../../x.md)\n"),
        ("fr/a/index.md", ""),
        ("fr/a/b.md", "## Ici\n"),
    ];
    assert_eq!(
        told(more, &files),
        [
            "en/a/b.md:3:16 unknown-reference",
            "en/a/b.md:7:1 missing-asset",
            "en/a/b.md:7:28 unknown-term",
            "en/a/index.md:1:1 missing-key",
            "en/a/index.md:2:1 unknown-key",
            "en/index.md:2:1 duplicate-title",
            "en/index.md:4:1 broken-anchor",
            "en/index.md:4:19 broken-link",
            "fr/glossary.toml:1:1 glossary-mismatch",
            "fr/glossary.toml:1:8 glossary-mismatch",
            "fr/index.md:2:1 duplicate-title",
            "fr/index.md:4:1 broken-link",
            "rules.toml:3:2 uncovered-reference",
            "site.toml:9:18 unknown-nav-page",
        ]
    );
}

#[test]
fn translations_take_ids_or_are_told() {
    let folder = site(
        "",
        &[
            ("en/index.md", "[n](p.md#now) [l](p.md#later)\n"),
            ("en/p.md", "## Now\n\n### Later\n"),
            ("en/q.md", "## One\n"),
            ("fr/index.md", "[n](p.md#now) [l](p.md#later)\n"),
            ("fr/p.md", "## Maintenant\n\n### Plus tard\n"),
            ("fr/q.md", "## Un\n\n## Deux\n"),
            ("fr/only.md", "x\n"),
        ],
    );
    let (library, told) = loaded(folder.path());
    assert_eq!(
        told,
        [
            "fr/only.md:1:1 page-without-source",
            "fr/q.md:6:1 heading-mismatch"
        ]
    );
    let ids = |path: &str| {
        let page = library.page(&tag("fr"), &page(path)).unwrap();
        page.document
            .headings
            .iter()
            .map(|heading| heading.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("p"), ["now", "later"]);
    assert_eq!(ids("q"), ["un", "deux"]);
}

#[test]
fn pages_fall_back_to_the_source() {
    let folder = site(
        "",
        &[
            ("en/index.md", "![m](map.png)\n"),
            ("en/map.png", "png"),
            ("en/a.md", "+++\ntitle = \"A\"\norder = 2\n+++\n"),
            ("en/b.md", "+++\ntitle = \"B\"\norder = 1\n+++\n"),
            ("fr/index.md", "![m](map.png) [a](a.md)\n"),
        ],
    );
    let (library, told) = loaded(folder.path());
    assert_eq!(told, ["missing-translation"]);
    assert!(library.page(&tag("fr"), &page("a")).is_none());
    assert_eq!(
        library.page_or_source(&tag("fr"), &page("a")).unwrap().lang,
        tag("en")
    );
    let children = library.children(&tag("fr"), &PagePath::home());
    let titles: Vec<_> = children
        .iter()
        .map(|page| page.front.title.as_str())
        .collect();
    assert_eq!(titles, ["B", "A"]);
    assert_eq!(library.asset("fr/map.png").unwrap().path, "en/map.png");
}

#[test]
fn folders_without_a_page_get_one() {
    let folder = site(
        "",
        &[
            ("en/index.md", ""),
            (
                "en/field-work/deep/x.md",
                "+++\ntitle = \"X [1]\"\ndescription = \"d\"\n+++\n",
            ),
            ("fr/index.md", ""),
        ],
    );
    let (library, told) = loaded(folder.path());
    assert_eq!(
        told,
        ["missing-index", "missing-index", "missing-translation"]
    );
    let index = library.page(&tag("en"), &page("field-work/index")).unwrap();
    assert!(index.generated);
    assert_eq!(index.front.title, "Field work");
    let deep = library
        .page(&tag("en"), &page("field-work/deep/index"))
        .unwrap();
    let html = deep
        .document
        .html(&|_| Some("x.html".to_owned()), &|_| None, &|_| {
            String::new()
        });
    assert_eq!(
        html,
        "<ul class=\"cards\">\n<li><a href=\"x.html\">X [1]</a><p>d</p></li>\n</ul>\n"
    );
    assert!(
        library
            .page(&tag("fr"), &page("field-work/index"))
            .is_none()
    );
}

#[test]
fn locked_translations_know_their_state() {
    let english = [("en/index.md", "One.\n\nTwo.\n"), ("en/p.md", "Three.\n")];
    let (library, _) = loaded(site("", &english).path());
    let source = library.page(&tag("en"), &PagePath::home()).unwrap();
    let units: Vec<_> = source
        .document
        .units
        .iter()
        .map(|unit| unit.digest.short())
        .collect();
    let lock = format!("version = 1\n[pages.index]\nunits = {units:?}\n");
    let french = [
        ("fr/index.md", "Un.\n\nDeux.\n"),
        ("fr/p.md", "Trois.\n"),
        ("fr/translations.lock", &*lock),
    ];
    let folder = site("", &[&english[..], &french[..]].concat());
    let state = |path: &str| {
        let (library, told) = loaded(folder.path());
        (
            library.page(&tag("fr"), &page(path)).unwrap().state.clone(),
            told,
        )
    };
    let untracked = "fr/p.md:1:1 untracked-translation".to_owned();
    assert_eq!(
        state("index"),
        (TranslationState::Current, vec![untracked.clone()])
    );
    assert_eq!(state("p").0, TranslationState::Untracked);
    fs::write(
        folder.path().join("en/index.md"),
        "+++\ntitle = \"other\"\n+++\nOne.\n\nTwo and more.\n",
    )
    .unwrap();
    assert_eq!(
        state("index"),
        (
            TranslationState::Stale(Changes {
                units: vec![UnitChange::Changed { unit: 1, locked: 1 }],
                terms: vec![]
            }),
            vec!["fr/index.md:1:1 stale-translation".to_owned(), untracked]
        )
    );
}

#[test]
fn severities_of_the_site_apply() {
    let files = [("en/index.md", "[x](x.md) <b>\n"), ("fr/index.md", "")];
    let folder = site(
        "[severity]\nbroken-link = \"warning\"\nraw-html = \"off\"\nuntracked-translation = \"off\"\n",
        &files,
    );
    let options = LoadOptions {
        content: folder.path().to_owned(),
        ..LoadOptions::default()
    };
    let mut diagnostics = Diagnostics::new();
    load(&options, &mut diagnostics).unwrap();
    assert_eq!((diagnostics.len(), diagnostics.has_errors()), (1, false));
}

#[test]
fn without_a_site_file_there_is_one_clear_error() {
    let folder = tempfile::tempdir().unwrap();
    let options = LoadOptions {
        content: folder.path().to_owned(),
        ..LoadOptions::default()
    };
    let mut diagnostics = Diagnostics::new();
    assert!(load(&options, &mut diagnostics).is_err());
    assert!(
        diagnostics
            .render(false)
            .contains("site.toml can't be read"),
        "{diagnostics}"
    );
}

#[cfg(unix)]
#[test]
fn odd_names_and_loops_are_told() {
    let folder = site(
        "",
        &[
            ("en/index.md", ""),
            ("fr/index.md", ""),
            ("de/index.md", ""),
        ],
    );
    let en = folder.path().join("en");
    std::os::unix::fs::symlink("..", en.join("loop")).unwrap();
    fs::write(en.join("a\"b.md"), "+++\ntitle = \"x\"\n+++\n").unwrap();
    fs::write(en.join("a\u{202e}b.md"), "+++\ntitle = \"x\"\n+++\n").unwrap();
    fs::write(en.join("search.md"), "+++\ntitle = \"x\"\n+++\n").unwrap();
    fs::write(en.join("latin.md"), b"+++\ntitle = \"\xe9\"\n+++\n").unwrap();
    let (_, told) = loaded(folder.path());
    assert_eq!(
        told,
        [
            "file-name",
            "file-name",
            "link-loop",
            "undeclared-language",
            "missing-translation",
            "en/latin.md:2:10 not-utf-8",
            "en/search.md:1:1 reserved-path"
        ]
    );
}

#[test]
fn a_language_may_be_meant_to_have_only_some_pages() {
    let few = |pages: &str| {
        format!(
            "[languages.sr-Latn]\nname = \"srpski\"\npages = {pages}\n[severity]\nuntracked-translation = \"off\"\n"
        )
    };
    let files = [
        ("en/index.md", ""),
        ("en/urgent.md", "[[victim]]"),
        ("en/rare.md", ""),
        (
            "en/words.md",
            "+++\ntitle = \"w\"\nlayout = \"glossary\"\n+++\n",
        ),
        (
            "en/glossary.toml",
            "[terms.victim]\nterm = \"victim\"\ndefinition = \"A person.\"\n",
        ),
        ("fr/index.md", ""),
        ("fr/urgent.md", ""),
        ("fr/rare.md", ""),
        (
            "fr/words.md",
            "+++\ntitle = \"w\"\nlayout = \"glossary\"\n+++\n",
        ),
        ("sr-Latn/urgent.md", "[[victim|žrtve]]"),
    ];
    assert_eq!(told(&few("[\"urgent\"]"), &files), Vec::<String>::new());
    let missing = told(&few("[\"urgent\", \"index\", \"rare.md\"]"), &files);
    assert_eq!(missing, ["missing-translation"]);
    let unknown = told(&few("[\"urgent\", \"nowhere\"]"), &files);
    assert_eq!(unknown, ["site.toml:10:20 unknown-nav-page"]);

    let folder = site(&few("[\"urgent\"]"), &files);
    let (library, _) = loaded(folder.path());
    let serbian = tag("sr-Latn");
    let fallback = library.page_or_source(&serbian, &page("rare")).unwrap();
    assert_eq!(fallback.lang, tag("en"));
    assert_eq!(library.glossary(&serbian).terms().len(), 1);
}

#[test]
fn what_makes_a_page_stale_and_what_does_not() {
    const SOURCE: &str = "+++\ntitle = \"T\"\ndescription = \"D\"\norder = 1\n+++\n## A heading {#h}\n\nSome *words* with [a link](p.md) in one\nparagraph, and `code`.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n";
    let files = [
        ("en/index.md", SOURCE),
        ("en/p.md", ""),
        ("fr/index.md", ""),
        ("fr/p.md", ""),
    ];
    let folder = site("", &files);
    let (library, _) = loaded(folder.path());
    let source = library.page(&tag("en"), &PagePath::home()).unwrap();
    let mut lock = crate::translation::Lock::default();
    lock.set(PagePath::home(), crate::translation::LockedPage::of(source));
    crate::translation::lock::write(&folder.path().join("fr"), &lock).unwrap();
    let stale = |from: &str, to: &str| {
        assert!(SOURCE.contains(from), "{from}");
        let edited = SOURCE.replace(from, to);
        fs::write(folder.path().join("en/index.md"), edited).unwrap();
        let (library, _) = loaded(folder.path());
        let page = library.page(&tag("fr"), &PagePath::home()).unwrap();
        match &page.state {
            TranslationState::Current => 0,
            TranslationState::Stale(changes) => changes.units.len(),
            other => panic!("{other:?}"),
        }
    };
    for (from, to) in [
        ("in one\nparagraph", "in\none paragraph"), // another break of lines
        ("- one\n- two", "-   one\n\n-   two"),
        ("- one\n- two", "* one\n* two"),
        ("*words*", "_words_"), // another way to write the same
        ("[a link](p.md)", "[a link](p.md#x)"),
        ("order = 1", "order = 2"),
        ("title = \"T\"", "title = \"Another\""),
        ("{#h}", "{#other}"),
        ("| c | d |", "| c  |  d |"),
    ] {
        assert_eq!(stale(from, to), 0, "{from} -> {to}");
    }
    for (from, to) in [
        ("Some *words*", "Some other *words*"),
        ("*words*", "**words**"),
        ("*words*", "words"),
        ("[a link]", "[a new link]"),
        ("[a link](p.md)", "a link"),
        ("A heading", "Another heading"),
        ("`code`", "code"),
        ("| c |", "| e |"),
        ("- one\n", "- one\n- one and a half\n"),
        ("- two\n", ""),
        ("- one\n- two", "- two\n- one"), // moved
    ] {
        assert_eq!(stale(from, to), 1, "{from} -> {to}");
    }
}

#[test]
fn a_changed_definition_makes_the_page_of_the_glossary_stale() {
    let glossary =
        |definition: &str| format!("[terms.x]\nterm = \"X\"\ndefinition = \"{definition}\"\n");
    let files = [
        ("en/index.md", ""),
        (
            "en/words.md",
            "+++\ntitle = \"W\"\nlayout = \"glossary\"\n+++\n",
        ),
        ("en/glossary.toml", &*glossary("one")),
        ("fr/index.md", ""),
        (
            "fr/words.md",
            "+++\ntitle = \"M\"\nlayout = \"glossary\"\n+++\n",
        ),
        ("fr/glossary.toml", &*glossary("un")),
    ];
    let folder = site("", &files);
    let (library, _) = loaded(folder.path());
    let mut lock = crate::translation::Lock::default();
    for path in ["index", "words"] {
        let source = library.page(&tag("en"), &page(path)).unwrap();
        lock.set(page(path), crate::translation::LockedPage::of(source));
    }
    let term = library.glossary(&tag("en")).get("x").unwrap();
    lock.set_term("x", crate::translation::lock::term_digest(term));
    crate::translation::lock::write(&folder.path().join("fr"), &lock).unwrap();
    assert_eq!(loaded(folder.path()).1, Vec::<String>::new());
    // Synonyms are each language's own.
    let synonyms = glossary("one") + "synonyms = [\"Y\"]\n";
    fs::write(folder.path().join("en/glossary.toml"), synonyms).unwrap();
    assert_eq!(loaded(folder.path()).1, Vec::<String>::new());
    fs::write(folder.path().join("en/glossary.toml"), glossary("two")).unwrap();
    assert_eq!(
        loaded(folder.path()).1,
        ["fr/words.md:1:1 stale-translation"]
    );
}

#[test]
fn a_draft_is_not_shown_and_counts_as_missing() {
    let files = [
        ("en/index.md", "See [it](p.md#x).\n"),
        ("en/p.md", "## X {#x}\n"),
        ("fr/index.md", "Voir [cela](p.md#x).\n"),
        ("fr/p.md", "+++\ntitle = \"p\"\ndraft = true\n+++\n"),
    ];
    let folder = site("", &files);
    let (library, told) = loaded(folder.path());
    assert_eq!(
        told,
        ["missing-translation"],
        "what a draft lacks is its writer's business"
    );
    let shown = library.page_or_source(&tag("fr"), &page("p")).unwrap();
    assert_eq!(shown.lang, tag("en"));
    assert!(library.draft(&tag("fr"), &page("p")).is_some());
    let options = LoadOptions {
        content: folder.path().to_owned(),
        drafts: true,
        ..LoadOptions::default()
    };
    let library = load(&options, &mut Diagnostics::new()).unwrap();
    assert!(library.page(&tag("fr"), &page("p")).is_some());
    let source = [
        ("en/index.md", "See [it](p.md#x).\n"),
        ("en/p.md", "+++\ntitle = \"p\"\ndraft = true\n+++\n"),
        ("fr/index.md", ""),
        ("fr/p.md", "[Nothing](nowhere.md)\n"),
    ];
    // Its translations aren't shown either, and readers of the link get its words.
    assert_eq!(
        self::told("", &source),
        ["en/index.md:4:5 unpublished-link"]
    );
}
