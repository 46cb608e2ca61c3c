//! PO files out and back.

use std::collections::BTreeMap;
use std::fs;

use super::fixture::{Run, TestSite};

/// A site whose French is known to follow the English, with `fr.po` exported from it.
fn followed() -> TestSite {
    let site = TestSite::new();
    assert_eq!(export(&site).code, 0);
    let text = po(&site);
    assert!(
        text.contains("#, fuzzy\n"),
        "nobody wrote down what it follows"
    );
    site.write("fr.po", &text.replace("#, fuzzy\n", ""));
    let run = import(&site);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(export(&site).code, 0);
    site
}

fn export(site: &TestSite) -> Run {
    site.run(&["po", "export", "fr", "--output", "fr.po"])
}

fn import(site: &TestSite) -> Run {
    site.run(&["po", "import", "fr", "fr.po"])
}

fn po(site: &TestSite) -> String {
    read(site, "fr.po")
}

fn read(site: &TestSite, path: &str) -> String {
    fs::read_to_string(site.path(path)).expect("the file")
}

/// The entries of `fr.po` that are fuzzy.
fn fuzzy(site: &TestSite) -> Vec<String> {
    let text = po(site);
    let entries = text
        .split("\n\n")
        .filter(|entry| entry.contains("#, fuzzy"));
    entries.map(str::to_owned).collect()
}

/// Writes a translation into `fr.po`, as a translator would.
fn translate(site: &TestSite, id: &str, text: &str) {
    let mut found = false;
    let entries: Vec<String> = po(site)
        .split("\n\n")
        .map(|entry| {
            let Some((before, _)) = entry
                .split_once("\nmsgstr ")
                .filter(|(before, _)| before.ends_with(&format!("\nmsgid {id:?}")))
            else {
                return entry.to_owned();
            };
            found = true;
            let kept = before
                .lines()
                .filter(|line| *line != "#, fuzzy" && !line.starts_with("#|"));
            format!("{}\nmsgstr {text:?}", kept.collect::<Vec<_>>().join("\n"))
        })
        .collect();
    assert!(found, "no message {id:?}");
    site.write("fr.po", &format!("{}\n", entries.join("\n\n").trim_end()));
}

/// What the files of the French folder say that they didn't say before.
fn changed(site: &TestSite, before: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let after = site.read("content");
    let mut lines = Vec::new();
    for (name, bytes) in &after {
        let text = String::from_utf8_lossy(bytes);
        let old = before
            .get(name)
            .map(|old| String::from_utf8_lossy(old))
            .unwrap_or_default();
        let old: Vec<&str> = old.lines().collect();
        lines.extend(
            text.lines()
                .filter(|line| !old.contains(line))
                .map(|line| format!("{name}: {line}")),
        );
    }
    assert!(before.keys().all(|name| after.contains_key(name)));
    lines
}

#[test]
fn a_translation_that_is_current_keeps_its_bytes() {
    let site = followed();
    assert_eq!(fuzzy(&site), Vec::<String>::new());
    let (before, exported) = (site.read("content"), po(&site));
    let run = import(&site);
    assert!(run.stderr.contains("nothing to write"), "{}", run.stderr);
    assert_eq!(site.read("content"), before);
    assert_eq!(export(&site).code, 0);
    assert_eq!(po(&site), exported, "the same input gives the same bytes");
    let told = site.run(&["po", "export", "fr"]);
    assert_eq!(
        told.stdout, exported,
        "without --output it goes to standard output"
    );
}

#[test]
fn a_message_has_its_place_its_kind_its_terms_and_its_marks() {
    let site = followed();
    let text = po(&site);
    for part in [
        "\"Language: fr\\n\"\n",
        "\"Content-Type: text/plain; charset=UTF-8\\n\"\n",
        "#. paragraph\n#. term: victim → victime\n#: en/guide/first.md:8\nmsgctxt \"guide/first.md\"\nmsgid \"A [[victim]] counts.\"\nmsgstr \"Une [[victim|victime]] compte.\"\n",
        "#. heading\n#: en/guide/first.md:10\nmsgctxt \"guide/first.md\"\nmsgid \"Why\"\nmsgstr \"Pourquoi\"\n",
        "#. title of the page\n#: en/guide/first.md:2\nmsgctxt \"guide/first.md title\"\nmsgid \"First part\"\nmsgstr \"Première partie\"\n",
        "msgctxt \"guide/first.md description\"\nmsgid \"What to do first.\"\nmsgstr \"\"\n",
        "msgctxt \"glossary victim synonyms\"\nmsgid \"survivor\"\nmsgstr \"survivante\"\n",
        "msgctxt \"guide/second.md\"\nmsgid \"Only in English so far. [Back](first.md#why)\"\nmsgstr \"\"\n",
    ] {
        assert!(text.contains(part), "{part}\n--- is missing in\n{text}");
    }
    let template = site.run(&["po", "export", "--template"]);
    assert_eq!(template.code, 0, "{}", template.stderr);
    assert!(template.stdout.contains("msgid \"Why\"\nmsgstr \"\"\n"));
    assert!(!template.stdout.contains("Pourquoi"));
}

#[test]
fn equal_sentences_are_messages_of_their_own() {
    let site = TestSite::new()
        .with(
            "content/en/urgent.md",
            "+++\ntitle = \"Urgent help\"\n+++\n\nCall.\n\nCall.\n",
        )
        .with(
            "content/fr/urgent.md",
            "+++\ntitle = \"Aide urgente\"\n+++\n\nAppelez.\n\nTéléphonez.\n",
        );
    assert_eq!(export(&site).code, 0);
    assert!(po(&site).contains("msgctxt \"urgent.md\"\nmsgid \"Call.\"\nmsgstr \"Appelez.\"\n"));
    assert!(
        po(&site).contains("msgctxt \"urgent.md 2\"\nmsgid \"Call.\"\nmsgstr \"Téléphonez.\"\n")
    );
}

#[test]
fn one_changed_sentence_is_one_fuzzy_message_until_it_is_mended() {
    let site = followed().edited("content/en/guide/first.md", "counts.", "counts, always.");
    assert_eq!(export(&site).code, 0);
    let [entry] = &fuzzy(&site)[..] else {
        panic!("{:?}", fuzzy(&site))
    };
    assert!(
        entry.contains("msgid \"A [[victim]] counts, always.\""),
        "{entry}"
    );
    // What is still fuzzy is left alone, and the page stays behind.
    let before = site.read("content");
    assert_eq!(import(&site).code, 0);
    assert_eq!(site.read("content"), before);
    translate(
        &site,
        "A [[victim]] counts, always.",
        "Une [[victim|victime]] compte toujours.",
    );
    let run = import(&site);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines = changed(&site, &before);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(
        lines[0],
        "fr/guide/first.md: Une [[victim|victime]] compte toujours."
    );
    assert!(lines[1].starts_with("fr/translations.lock: "));
    assert_eq!(export(&site).code, 0);
    assert_eq!(fuzzy(&site), Vec::<String>::new());
}

#[test]
fn one_of_two_changes_can_be_done_first() {
    let site = followed()
        .edited("content/en/guide/first.md", "counts.", "counts, always.")
        .edited("content/en/guide/first.md", "See [home]", "Go [home]");
    assert_eq!(export(&site).code, 0);
    assert_eq!(fuzzy(&site).len(), 2);
    translate(
        &site,
        "Go [home](../index.md).",
        "Voir [l’accueil](../index.md).",
    );
    let run = import(&site);
    assert!(
        run.stderr.contains("0 taken over, 1 confirmed"),
        "{}",
        run.stderr
    );
    assert_eq!(export(&site).code, 0);
    let [entry] = &fuzzy(&site)[..] else {
        panic!("{:?}", fuzzy(&site))
    };
    assert!(entry.contains("counts, always."), "{entry}");
}

#[test]
fn front_matter_and_glossary_are_changed_in_their_places() {
    let site = followed();
    translate(&site, "First part", "Un \"début\"");
    translate(&site, "What to do first.", "Que faire d’abord.");
    translate(&site, "survivor", "rescapée\nsurvivante");
    let before = site.read("content");
    let run = import(&site);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines: Vec<_> = changed(&site, &before)
        .into_iter()
        .filter(|line| !line.contains(".lock"))
        .collect();
    assert_eq!(
        lines,
        [
            "fr/glossary.toml: synonyms = [\"rescapée\", \"survivante\"]",
            "fr/guide/first.md: title = 'Un \"début\"'",
            "fr/guide/first.md: description = \"Que faire d’abord.\"",
        ]
    );
    let run = site.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn a_term_that_is_new_in_the_source_is_added() {
    let site = followed().edited(
        "content/en/glossary.toml",
        "[terms.victim]",
        "[terms.child]\nterm = \"child\"\ndefinition = \"Under 18.\"\n\n[terms.victim]",
    );
    assert_eq!(site.run(&["check"]).code, 1, "the French lacks it");
    assert_eq!(export(&site).code, 0);
    translate(&site, "child", "enfant");
    let run = import(&site);
    assert!(
        run.stderr
            .contains("waiting: fr/glossary.toml: 1 translated, 1 still to do"),
        "{}",
        run.stderr
    );
    // What waits isn't lost by another export.
    assert_eq!(export(&site).code, 0);
    translate(&site, "Under 18.", "Moins de 18 ans.");
    assert_eq!(import(&site).code, 0);
    let glossary = read(&site, "content/fr/glossary.toml");
    assert!(
        glossary
            .ends_with("\n\n[terms.child]\nterm = \"enfant\"\ndefinition = \"Moins de 18 ans.\"\n"),
        "{glossary}"
    );
    assert_eq!(site.run(&["check"]).code, 0);
}

#[test]
fn what_does_not_fit_is_told_in_its_place_and_nothing_is_written() {
    for (id, text, told) in [
        (
            "Because of [this table](../files/table.csv).",
            "À cause du tableau.",
            "the link to files/table.csv is missing",
        ),
        (
            "See [home](../index.md).",
            "Voir [l’accueil](../urgent.md).",
            "the link to index.md is missing; the link to urgent.md is too much",
        ),
        (
            "A [[victim]] counts.",
            "Une victime compte.",
            "the term [[victim]] is missing",
        ),
        (
            "A [[victim]] counts.",
            "Une [[victime]] compte.",
            "the glossary has no term “victime”",
        ),
        (
            "A [[victim]] counts.",
            "Une [[victim]].\n\nElle compte.",
            "the page would have 6 pieces in place of 5",
        ),
        (
            "A [[victim]] counts.",
            "## Une [[victim]]",
            "this paragraph would become the heading “Une [[victim]]”",
        ),
        (
            "A [[victim]] counts.",
            "- Une [[victim]]",
            "this paragraph would become the list item",
        ),
        (
            "A [[victim]] counts.",
            "1. Une [[victim]]",
            "this paragraph would become the list item",
        ),
        (
            "A [[victim]] counts.",
            "> Une [[victim]]",
            "would become the paragraph “Une [[victim]]”",
        ),
        (
            "A [[victim]] counts.",
            "<b>Une</b> [[victim]]",
            "<b> isn't allowed: it is shown as text",
        ),
        (
            "Why",
            "Pourquoi\nça",
            "the page would have 6 pieces in place of 5",
        ),
    ] {
        let site = followed();
        translate(&site, id, text);
        // Another message is good; it isn't taken over alone.
        translate(&site, "Deeper", "Plus profond");
        let before = site.read("content");
        let run = import(&site);
        assert_eq!(run.code, 1, "{id}: {}", run.stderr);
        let said = run
            .stderr
            .split_whitespace()
            .filter(|word| *word != "│")
            .collect::<Vec<_>>()
            .join(" ");
        assert!(said.contains(told), "{told}\n--- isn't in\n{}", run.stderr);
        assert!(run.stderr.contains("nothing was written"), "{}", run.stderr);
        let line = 1 + po(&site)
            .lines()
            .position(|line| line == format!("msgstr {text:?}"))
            .expect("the line");
        assert!(
            run.stderr.contains(&format!("fr.po:{line}:1")),
            "line {line}: {}",
            run.stderr
        );
        assert_eq!(site.read("content"), before, "{id}");
    }
}

#[test]
fn a_file_that_is_broken_or_of_another_language_is_refused() {
    for (from, to, told) in [
        (
            "\"Language: fr\\n\"",
            "\"Language: de\\n\"",
            "this file is for the language de, not for fr",
        ),
        (
            "msgstr \"Pourquoi\"",
            "msgstr \"Pourquoi",
            "this string never ends",
        ),
        (
            "msgid \"Why\"",
            "msgid \"Deeper\"",
            "this message is here already",
        ),
    ] {
        let site = followed().edited("fr.po", from, to);
        let before = site.read("content");
        let run = import(&site);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(
            run.stderr.contains("po-file") && run.stderr.contains(told),
            "{}",
            run.stderr
        );
        assert_eq!(site.read("content"), before);
    }
    let site = TestSite::new();
    assert_eq!(site.run(&["po", "import", "fr", "absent.po"]).code, 3);
    assert_eq!(site.run(&["po", "export", "en"]).code, 2);
    assert_eq!(site.run(&["po", "export", "pt"]).code, 2);
    assert_eq!(site.run(&["po", "export"]).code, 2);
}

#[test]
fn a_text_that_the_source_no_longer_has_is_reported_and_not_taken_over() {
    let site = followed();
    translate(
        &site,
        "A [[victim]] counts.",
        "Chaque [[victim|victime]] compte.",
    );
    let site = site.edited("content/en/guide/first.md", "counts.", "counts, always.");
    let before = site.read("content");
    let run = import(&site);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("po-outdated"), "{}", run.stderr);
    assert_eq!(site.read("content"), before);
}

#[test]
fn what_two_people_changed_is_a_conflict() {
    let site = followed().edited("content/fr/guide/first.md", "compte.", "compte vraiment.");
    // The file still has the old text: nobody touched it there.
    let before = site.read("content");
    let run = import(&site);
    assert!(
        run.stderr
            .contains("1 changed in the content since the export"),
        "{}",
        run.stderr
    );
    assert_eq!(site.read("content"), before);
    translate(
        &site,
        "A [[victim]] counts.",
        "Chaque [[victim|victime]] compte.",
    );
    let run = import(&site);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("po-conflict") && run.stderr.contains("compte vraiment."),
        "{}",
        run.stderr
    );
    assert_eq!(site.read("content"), before);
    let run = site.run(&["po", "import", "fr", "fr.po", "--overwrite"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(read(&site, "content/fr/guide/first.md").contains("Chaque [[victim|victime]] compte."));
}

#[test]
fn a_paragraph_that_is_new_goes_in_when_its_page_is_done() {
    let site = followed()
        .edited(
            "content/en/guide/first.md",
            "## Why {#why}\n",
            "> [!OURS]\n> Tell somebody.\n\n## Why {#why}\n\nBut first:\n",
        )
        .edited(
            "content/en/guide/first.md",
            "\n### Deeper {#deeper}\n\nSee [home](../index.md).\n",
            "",
        );
    assert_eq!(export(&site).code, 0);
    assert_eq!(fuzzy(&site), Vec::<String>::new());
    translate(&site, "Tell somebody.", "Parlez-en.");
    translate(&site, "What to do first.", "Que faire d’abord.");
    let run = import(&site);
    assert!(
        run.stderr
            .contains("waiting: fr/guide/first.md: 1 translated, 1 still to do"),
        "{}",
        run.stderr
    );
    assert_eq!(export(&site).code, 0);
    translate(&site, "But first:", "Mais d’abord :");
    let run = import(&site);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("removed, the source doesn't have it any more: “Plus loin”"),
        "{}",
        run.stderr
    );
    assert_eq!(
        read(&site, "content/fr/guide/first.md"),
        "+++\ntitle = \"Première partie\"\norder = 1\nprovisions = [\"P1\"]\ndescription = \"Que faire d’abord.\"\n+++\n\nUne [[victim|victime]] compte.\n\n> [!OURS]\n> Parlez-en.\n\n## Pourquoi {#why}\n\nMais d’abord :\n\nÀ cause de [ce tableau](../files/table.csv).\n"
    );
    assert_eq!(export(&site).code, 0);
    assert_eq!(fuzzy(&site), Vec::<String>::new());
    assert_eq!(import(&site).stderr.matches("nothing to write").count(), 1);
}

#[test]
fn a_page_that_does_not_follow_its_source_is_not_paired() {
    let site = TestSite::new().edited(
        "content/fr/guide/first.md",
        "Une [[victim|victime]] compte.",
        "Une [[victim|victime]].\n\nElle compte.",
    );
    let run = export(&site);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("po-structure") && run.stderr.contains("content/fr/guide/first.md:9"),
        "{}",
        run.stderr
    );
    assert!(
        po(&site).contains("msgid \"Why\"\nmsgstr \"\"\n"),
        "nothing of it is given as a translation"
    );
}

#[test]
fn a_page_begins_as_a_draft_and_is_published_when_it_is_whole() {
    let site = followed();
    translate(&site, "Second & last part", "Seconde et dernière partie");
    let run = import(&site);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("draft: fr/guide/second.md: 1 still to do"),
        "{}",
        run.stderr
    );
    assert_eq!(
        read(&site, "content/fr/guide/second.md"),
        "+++\ndraft = true\ntitle = \"Seconde et dernière partie\"\norder = 2\n+++\n\nOnly in English so far. [Back](first.md#why)\n"
    );
    site.built();
    let page = site.page("fr/guide/second.html");
    assert!(
        page.contains("Second &amp; last part") && !page.contains("Seconde"),
        "{page}"
    );
    // Nothing was lost, and what is done need not be done again.
    assert_eq!(export(&site).code, 0);
    let text = po(&site);
    assert!(
        text.contains("msgstr \"Seconde et dernière partie\"\n"),
        "{text}"
    );
    assert!(
        text.contains("msgid \"Only in English so far. [Back](first.md#why)\"\nmsgstr \"\"\n"),
        "{text}"
    );
    assert_eq!(fuzzy(&site), Vec::<String>::new());
    // Meanwhile the source says something else, and more.
    let site = site
        .edited(
            "content/en/guide/second.md",
            "Only in",
            "\u{201c}Only\u{201d} in",
        )
        .edited(
            "content/en/guide/second.md",
            "(first.md#why)\n",
            "(first.md#why)\n\nThe end.\n",
        );
    assert_eq!(export(&site).code, 0);
    translate(&site, "The end.", "Fin.");
    assert!(
        import(&site)
            .stderr
            .contains("draft: fr/guide/second.md: 1 still to do")
    );
    assert_eq!(export(&site).code, 0);
    translate(
        &site,
        "\u{201c}Only\u{201d} in English so far. [Back](first.md#why)",
        "Seulement en anglais. [Retour](first.md#why)",
    );
    let run = import(&site);
    assert!(
        run.stderr.contains("new page: fr/guide/second.md"),
        "{}",
        run.stderr
    );
    assert_eq!(
        read(&site, "content/fr/guide/second.md"),
        "+++\ntitle = \"Seconde et dernière partie\"\norder = 2\n+++\n\nSeulement en anglais. [Retour](first.md#why)\n\nFin.\n"
    );
    site.built();
    assert!(
        site.page("fr/guide/second.html")
            .contains("Seulement en anglais.")
    );
    assert_eq!(export(&site).code, 0);
    assert_eq!(fuzzy(&site), Vec::<String>::new());
}

#[test]
fn a_language_of_some_pages_is_asked_for_those_alone() {
    let site = TestSite::new()
        .edited(
            "content/site.toml",
            "[languages.fr]",
            "[languages.sq]\nname = \"Shqip\"\npages = [\"urgent\"]\n\n[languages.fr]",
        )
        .with(
            "content/sq/urgent.md",
            "+++\ntitle = \"Ndihmë\"\n+++\n\n> [!CAUTION]\n> Telefononi.\n",
        );
    let run = site.run(&["po", "export", "sq"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stdout
            .contains("msgid \"Call.\"\nmsgstr \"Telefononi.\"\n")
    );
    assert!(!run.stdout.contains("guide/first.md"), "{}", run.stdout);
    assert!(
        run.stdout.contains("msgid \"victim\"\nmsgstr \"\"\n"),
        "it has no glossary of its own"
    );
}

#[test]
fn an_export_does_not_lose_what_was_not_imported() {
    let site = followed();
    translate(&site, "Why", "Pour quelle raison");
    let before = po(&site);
    let run = export(&site);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("po-conflict") && run.stderr.contains("fr.po:"),
        "{}",
        run.stderr
    );
    assert_eq!(po(&site), before);
    assert_eq!(import(&site).code, 0);
    assert_eq!(export(&site).code, 0);
    assert!(po(&site).contains("msgstr \"Pour quelle raison\"\n"));
    // A file that is something else isn't replaced.
    let run = site.run(&["po", "export", "fr", "--output", "content/fr/urgent.md"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(read(&site, "content/fr/urgent.md").contains("Appelez."));
    // What a translator has begun and marked as unfinished stays so.
    let site = site.edited("content/en/guide/first.md", "counts.", "counts, always.");
    assert_eq!(export(&site).code, 0);
    let site = site.edited(
        "fr.po",
        "Une [[victim|victime]] compte.",
        "Une [[victim|victime]] compte toujours ?",
    );
    assert_eq!(export(&site).code, 0);
    let entries = fuzzy(&site);
    assert!(
        matches!(&entries[..], [entry] if entry.contains("compte toujours ?")),
        "{entries:?}"
    );
}
