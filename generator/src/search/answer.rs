//! What a query finds.

use serde::Serialize;

use super::excerpt::{Wanted, excerpt};
use super::explain::{PageExplanation, WordExplanation};
use super::index::SearchIndex;
use super::plan::Planner;
use super::rank::every_word;

/// How a query is to be answered.
#[derive(Clone, Copy, Debug)]
pub struct SearchOptions {
    /// At most so many pages.
    pub limit: usize,
    /// Words that the text does not have are left as they are, and not replaced by the nearest.
    pub literal: bool,
    /// Whether each result says how it came to its score.
    pub explain: bool,
}

impl Default for SearchOptions {
    fn default() -> Self {
        Self {
            limit: 10,
            literal: false,
            explain: false,
        }
    }
}

/// What a query found.
#[derive(Clone, Debug, Serialize)]
pub struct SearchResults {
    /// The query as it was given.
    pub query: String,
    /// The language searched.
    pub lang: String,
    /// The query that is answered: the same, but for words that were replaced.
    pub answered: String,
    /// The words that nothing in the text satisfies, and what was looked for instead.
    pub replaced: Vec<Replaced>,
    /// The best pages, best first, at most as many as were asked for.
    pub results: Vec<SearchResult>,
    /// How many pages were found in all.
    pub pages: usize,
}

/// A word that was taken for a typing error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Replaced {
    /// The word as typed, normalised.
    pub from: String,
    /// The word of the text that was looked for instead.
    pub to: String,
}

/// A page that was found, shown by its best section.
#[derive(Clone, Debug, Serialize)]
pub struct SearchResult {
    /// Relative to the language's folder.
    pub url: String,
    /// The section's anchor, without `#`; none for the text before the first heading.
    pub anchor: Option<String>,
    /// The page's title.
    pub title: String,
    /// The section's heading; empty for the text before the first heading.
    pub heading: String,
    /// The page's score; comparable within one query only.
    pub score: f64,
    /// A piece of the section's text around what was found.
    pub excerpt: String,
    /// Whether the page holds every word of the query.
    pub every_word: bool,
    /// How the score came about, if that was asked for: one item a word, in query order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Vec<WordExplanation>>,
    /// How the page's score comes of its sections', if that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<PageExplanation>,
}

impl SearchIndex {
    /// The best pages for a query, best first. Any query is answered, if with nothing.
    #[must_use]
    pub fn search(&self, query: &str, options: SearchOptions) -> SearchResults {
        let planner = Planner {
            analysis: &self.analysis,
            vocabulary: &self.vocabulary,
            spelling: &self.spelling,
            stems: &self.stems,
            synonyms: &self.synonyms,
        };
        let plan = planner.plan(query, options.literal);
        let found = self.rank(&plan);
        let wanted = Wanted::of(&plan);
        let results = found.iter().take(options.limit).map(|found| {
            let (page, section) = self.section(found.section);
            SearchResult {
                url: page.url.clone(),
                anchor: section.anchor.clone(),
                title: page.title.clone(),
                heading: section.heading.clone(),
                score: found.score,
                excerpt: excerpt(&self.analysis, &wanted, &section.body),
                every_word: found.words == every_word(&plan),
                explanation: options.explain.then(|| self.explain(&plan, found.section)),
                page: options.explain.then(|| PageExplanation {
                    coverage: found.coverage(&plan),
                    sections: found.sections.clone(),
                }),
            }
        });
        let results = results.collect();
        let replaced = plan.replaced.into_iter();
        SearchResults {
            query: query.to_owned(),
            lang: self.analysis.lang.clone(),
            answered: plan.answered,
            replaced: replaced.map(|(from, to)| Replaced { from, to }).collect(),
            results,
            pages: found.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SearchOptions;
    use crate::search::{SearchIndex, SearchPage, SearchSection};

    /// A page for each text, and an answer as the numbers of the pages found.
    fn index(lang: &str, texts: &[&str], synonyms: &[&[&str]]) -> SearchIndex {
        let page = |(number, text): (usize, &&str)| SearchPage {
            url: number.to_string(),
            sections: vec![SearchSection {
                body: (*text).to_owned(),
                ..SearchSection::default()
            }],
            ..SearchPage::default()
        };
        let pages: Vec<SearchPage> = texts.iter().enumerate().map(page).collect();
        let terms = |group: &&[&str]| group.iter().map(|&term| term.to_owned()).collect();
        let synonyms: Vec<Vec<String>> = synonyms.iter().map(terms).collect();
        SearchIndex::build(lang, &pages, &synonyms).expect("an index")
    }

    fn found(index: &SearchIndex, query: &str) -> Vec<String> {
        let answer = index.search(query, SearchOptions::default());
        answer.results.into_iter().map(|page| page.url).collect()
    }

    #[test]
    fn terms_of_a_group_find_each_other() {
        let english = index(
            "en",
            &[
                "about human trafficking",
                "about trafficking in persons",
                "about THB",
                "human beings",
            ],
            &[&["human trafficking", "trafficking in persons", "THB"]],
        );
        for (query, own) in [
            ("human trafficking", "0"),
            ("trafficking in persons", "1"),
            ("THB", "2"),
        ] {
            let mut pages = found(&english, query);
            assert_eq!(pages[0], own, "what was asked for comes first: {query}");
            pages.retain(|page| page != "3");
            pages.sort();
            assert_eq!(pages, ["0", "1", "2"], "{query}");
        }
        let russian = index(
            "ru",
            &["о торговле людьми", "о работорговле", "о погоде"],
            &[&["торговля людьми", "работорговля"]],
        );
        assert_eq!(found(&russian, "торговлей людьми"), ["0", "1"]);
        assert_eq!(found(&russian, "работорговлю"), ["1", "0"]);
    }

    #[test]
    fn a_page_without_the_phrase_is_no_result() {
        let index = index("en", &["code of conduct", "conduct a code", "code"], &[]);
        assert_eq!(found(&index, "\"code of conduct\" code"), ["0"]);
        assert_eq!(found(&index, "code conduct").len(), 3);
    }

    #[test]
    fn hostile_queries_are_answered() {
        let index = index("en", &["code of conduct"], &[]);
        for query in ["", "\"", "\"\"\"", "\u{0}", "\u{301}", "<script>"] {
            assert!(found(&index, query).is_empty(), "{query:?}");
        }
        let long = "code ".repeat(2_000);
        assert_eq!(found(&index, &long), ["0"]);
    }
}
