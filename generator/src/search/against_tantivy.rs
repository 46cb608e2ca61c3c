//! Our sums are Tantivy's: the same sections, asked through its own queries.

use std::collections::BTreeMap;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, Term};

use super::engine;
use super::index::{SearchIndex, analyse};
use super::plan::{Alternative, Kind, Plan, Word};
use super::score::{BOOSTS, FIELDS};
use super::{SearchPage, SearchSection};

/// Pages from a few hundred words, so that frequencies and lengths vary.
fn pages() -> Vec<SearchPage> {
    let words: Vec<&str> = include_str!("README.md").split_whitespace().collect();
    let text = |from: usize, length: usize| -> String {
        let range = words.iter().cycle().skip(from % words.len()).take(length);
        range.copied().collect::<Vec<_>>().join(" ")
    };
    let section = |i: usize| SearchSection {
        anchor: (!i.is_multiple_of(3)).then(|| format!("s{i}")),
        heading: text(i * 31, 3),
        headings: text(i * 31, 3 + i % 9),
        body: text(i * 17, 5 + (i * i) % 400),
    };
    let page = |i: usize| SearchPage {
        url: format!("{i}.html"),
        title: text(i * 53, 1 + i % 6),
        description: String::new(),
        lang: None,
        words: vec![text(i * 7, i % 5)],
        sections: (i * 3..i * 3 + 1 + i % 4).map(section).collect(),
    };
    (0..60).map(page).collect()
}

#[test]
fn sums_equal_a_boolean_query() {
    let pages = pages();
    let ours = SearchIndex::build("en", &pages, &[]).expect("an index");
    let theirs = engine::index(analyse(&ours.analysis, &ours.pages).0).expect("an index");
    let searcher = theirs.reader().expect("a reader").searcher();
    let stems: Vec<&str> = ours.stems.iter().map(|stem| stem.text.as_str()).collect();
    let mut compared = 0;
    for query in stems.windows(3).step_by(2) {
        let clauses = query.iter().flat_map(|stem| {
            FIELDS.iter().zip(BOOSTS).map(|(name, boost)| {
                let field = theirs.schema().get_field(name).expect("a field");
                let term = Term::from_field_text(field, stem);
                let term = TermQuery::new(term, IndexRecordOption::WithFreqs);
                #[allow(clippy::cast_possible_truncation)] // 3, 2 and 1
                let query: Box<dyn Query> = Box::new(BoostQuery::new(Box::new(term), boost as f32));
                (Occur::Should, query)
            })
        });
        let clauses = BooleanQuery::new(clauses.collect());
        let top = TopDocs::with_limit(1_000).order_by_score();
        let found = searcher.search(&clauses, &top).expect("an answer");
        let theirs: BTreeMap<u32, f64> = found
            .into_iter()
            .map(|(score, at)| (at.doc_id, f64::from(score)))
            .collect();

        let word = |stem: &&str| Word::exact(stem);
        let ours = ours.score_sections(&plan(query.iter().map(word).collect()));
        assert!(ours.keys().eq(theirs.keys()), "{query:?}");
        for (section, (score, _)) in ours {
            let other = theirs[&section];
            assert!(
                (score - other).abs() <= other * 1e-5,
                "{query:?}: {score} {other}"
            );
            compared += 1;
        }
    }
    assert!(compared > 1_000, "{compared} scores are too few");
}

/// Phrases of two and three words, some with a word that is everywhere, and one word twice.
#[test]
fn phrases_equal_a_phrase_query() {
    let pages = pages();
    let ours = SearchIndex::build("en", &pages, &[]).expect("an index");
    let theirs = engine::index(analyse(&ours.analysis, &ours.pages).0).expect("an index");
    let searcher = theirs.reader().expect("a reader").searcher();
    let text: Vec<String> = ours
        .pages
        .iter()
        .flat_map(|page| &page.sections)
        .take(40)
        .flat_map(|section| ours.analysis.surfaces(&section.body))
        .map(|surface| ours.analysis.stem(&surface))
        .collect();
    let twice = vec![text[0].clone(), text[0].clone()];
    let phrases = text
        .windows(2)
        .step_by(7)
        .chain(text.windows(3).step_by(11));
    let mut compared = 0;
    for phrase in phrases.map(<[String]>::to_vec).chain([twice]) {
        let clauses = FIELDS.iter().zip(BOOSTS).map(|(name, boost)| {
            let field = theirs.schema().get_field(name).expect("a field");
            let terms = phrase.iter().map(|stem| Term::from_field_text(field, stem));
            #[allow(clippy::cast_possible_truncation)] // 3, 2 and 1
            let query: Box<dyn Query> = Box::new(BoostQuery::new(
                Box::new(PhraseQuery::new(terms.collect())),
                boost as f32,
            ));
            (Occur::Should, query)
        });
        let clauses = BooleanQuery::new(clauses.collect());
        let top = TopDocs::with_limit(1_000).order_by_score();
        let found = searcher.search(&clauses, &top).expect("an answer");
        let theirs: BTreeMap<u32, f64> = found
            .into_iter()
            .map(|(score, at)| (at.doc_id, f64::from(score)))
            .collect();
        let word = Word {
            surface: phrase.join(" "),
            stem: String::new(),
            phrase: true,
            alternatives: vec![Alternative {
                kind: Kind::Phrase,
                weight: 1.0,
                stems: phrase.clone(),
            }],
        };
        let ours = ours.score_sections(&plan(vec![word]));
        assert!(ours.keys().eq(theirs.keys()), "{phrase:?}");
        for (section, (score, _)) in ours {
            let other = theirs[&section];
            assert!(
                (score - other).abs() <= other * 1e-5,
                "{phrase:?}: {score} {other}"
            );
            compared += 1;
        }
    }
    assert!(compared > 1_000, "{compared} scores are too few");
}

fn plan(words: Vec<Word>) -> Plan {
    Plan {
        words,
        replaced: Vec::new(),
        answered: String::new(),
    }
}

impl Word {
    fn exact(stem: &str) -> Self {
        Self {
            surface: stem.to_owned(),
            stem: stem.to_owned(),
            phrase: false,
            alternatives: vec![Alternative {
                kind: Kind::Exact,
                weight: 1.0,
                stems: vec![stem.to_owned()],
            }],
        }
    }
}
