//! What the source says somebody must, should, could or may do, every language says with its own
//! constant words: unit by unit, the words in bold that tell a force are those of the English.

use std::collections::BTreeSet;

use waymark::content::Page;
use waymark::language::LanguageTag;
use waymark::{Diagnostics, Library, LoadOptions};

use crate::binaries::root;

/// The forces of `provisions.toml` that have words of their own; MAY is what the six example
/// steps (P80–P85) say beside their "could".
const FORCES: [&str; 5] = ["MUST", "SHOULD", "COULD", "ENC", "MAY"];

/// A language's words for each of the forces, in that order; `…` stands for any ending.
fn renderings(language: &str) -> Option<[&'static [&'static str]; 5]> {
    Some(match language {
        "en" => [
            &["must"],
            &["should"],
            &["could"],
            &["encourage…"],
            &["may"],
        ],
        "fr" => [
            &["doit", "doivent"],
            &["devrai…"],
            &["pourrai…"],
            &["encourag…"],
            &["peut", "peuvent"],
        ],
        "de" => [
            &["muss", "müssen"],
            &["soll", "sollen"],
            &["könnte…"],
            &["ermutig…"],
            &["kann", "können", "darf", "dürfen"],
        ],
        "it" => [
            &["deve", "devono"],
            &["dovrebbe…"],
            &["potrebbe…"],
            &["incoragg…"],
            &["può", "possono"],
        ],
        "ru" => [
            &["обязан…", "должен", "должна", "должно", "должны"],
            &["следует"],
            &[
                "мог бы",
                "могла бы",
                "могло бы",
                "могли бы",
                "можно было бы",
            ],
            &["поощр…"],
            &["может", "могут", "можно", "вправе"],
        ],
        "es" => [
            &["debe", "deben"],
            &["debería…"],
            &["podría…"],
            &["alient…", "alent…"],
            &["puede", "pueden"],
        ],
        _ => return None,
    })
}

/// The force that a run of bold text tells, if it tells one.
fn force(renderings: &[&[&str]; 5], bold: &str) -> Option<&'static str> {
    let words: Vec<String> = bold
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    // A longer run is the heading of a step, no mark of force.
    if words.len() > 4 {
        return None;
    }
    let text = format!(" {} ", words.join(" "));
    let says = |form: &&str| match form.strip_suffix('…') {
        Some(beginning) => text.contains(&format!(" {beginning}")),
        None => text.contains(&format!(" {form} ")),
    };
    FORCES
        .into_iter()
        .zip(renderings)
        .find_map(|(force, forms)| forms.iter().any(says).then_some(force))
}

/// The forces that a unit's words in bold tell, sorted: each language orders a sentence its own way.
fn forces(renderings: &[&[&str]; 5], unit: &str) -> Vec<&'static str> {
    let mut found: Vec<_> = unit
        .split("**")
        .skip(1)
        .step_by(2)
        .filter_map(|bold| force(renderings, bold))
        .collect();
    found.sort_unstable();
    found
}

fn library() -> Library {
    let mut diagnostics = Diagnostics::new();
    let options = LoadOptions {
        content: root().join("content"),
        ..LoadOptions::default()
    };
    waymark::load(&options, &mut diagnostics).unwrap()
}

/// The languages with a rendering, which are those that publish all of the guidance.
fn translated(library: &Library) -> Vec<&LanguageTag> {
    let tags: Vec<_> = library
        .languages()
        .iter()
        .map(|language| &language.tag)
        .filter(|tag| renderings(tag.as_str()).is_some())
        .collect();
    assert!(tags.len() >= 2, "{tags:?}");
    tags
}

fn own(library: &Library, language: &LanguageTag) -> Vec<std::sync::Arc<Page>> {
    library
        .pages()
        .filter(|page| page.lang == *language)
        .cloned()
        .collect()
}

#[test]
fn every_unit_keeps_its_forces_in_every_language() {
    let library = library();
    let english = renderings("en").unwrap();
    let mut compared = 0;
    let mut wrong = Vec::new();
    let languages = translated(&library);
    for language in &languages {
        let words = renderings(language.as_str()).unwrap();
        for page in own(&library, language) {
            let source = library
                .page(&library.site().source_language, &page.path)
                .unwrap();
            let units = &page.document.units;
            assert_eq!(
                source.document.units.len(),
                units.len(),
                "{language}/{}: as many units as in English",
                page.path
            );
            for (source, unit) in source.document.units.iter().zip(units) {
                let expected = forces(&english, &source.text);
                compared += expected.len();
                let found = forces(&words, &unit.text);
                if found != expected {
                    wrong.push(format!(
                        "{language}/{}: {expected:?}, not {found:?}\n  {}\n  {}",
                        page.path, source.text, unit.text
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Somebody who drops the bold from the English would make this test say nothing.
    assert!(
        compared > 50 * languages.len(),
        "only {compared} forces were compared"
    );
}

#[test]
fn each_provision_is_restated_with_its_force_in_every_language() {
    let text = std::fs::read_to_string(root().join("content/provisions.toml")).unwrap();
    let provisions: toml::Table = text.parse().unwrap();
    let library = library();
    for language in translated(&library) {
        let words = renderings(language.as_str()).unwrap();
        for (id, provision) in &provisions {
            let expected = provision["force"].as_str().unwrap();
            if !FORCES.contains(&expected) {
                continue;
            }
            let told: BTreeSet<_> = own(&library, language)
                .iter()
                .filter(|page| {
                    let mut named = page.front.references.iter().flat_map(|(_, ids)| ids);
                    named.any(|(name, _)| name == id)
                })
                .flat_map(|page| page.document.units.clone())
                .flat_map(|unit| forces(&words, &unit.text))
                .collect();
            assert!(told.contains(expected), "{language}: {id} with {expected}");
        }
    }
}
