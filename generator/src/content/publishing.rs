//! Pages that aren't published: drafts, and those whose day hasn't come.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::library::Library;
use super::page::Page;
use crate::config::Site;
use crate::language::LanguageTag;
use crate::url::PagePath;

type Key = (LanguageTag, PagePath);

/// Why a page isn't published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unpublished {
    /// Its day hasn't come.
    Until(Date),
    /// It, or the page that it translates, isn't finished.
    Draft,
}

/// A page that isn't published, and why.
#[derive(Debug, Clone)]
pub(super) struct Withheld {
    pub(super) page: Arc<Page>,
    pub(super) why: Unpublished,
}

/// Which pages aren't to be published, and why. What is said of a page of the source holds for its
/// translations. `today` is the day of the build; without one every day has come.
pub(super) fn unpublished(
    pages: &BTreeMap<Key, Page>,
    site: &Site,
    today: Option<Date>,
) -> BTreeMap<Key, Unpublished> {
    let of = |page: &Page| {
        if page.front.editorial.draft {
            return Some(Unpublished::Draft);
        }
        let day = page.front.editorial.publish_on?;
        (day > today?).then_some(Unpublished::Until(day))
    };
    pages
        .iter()
        .filter_map(|((lang, path), page)| {
            let source = pages.get(&(site.source_language.clone(), path.clone()));
            let why = of(page).max(source.and_then(of))?;
            Some(((lang.clone(), path.clone()), why))
        })
        .collect()
}

impl Library {
    /// Why the page in this language isn't published; none for one that is, or doesn't exist. In
    /// a preview it is among the pages all the same.
    #[must_use]
    pub fn unpublished(&self, lang: &LanguageTag, path: &PagePath) -> Option<Unpublished> {
        self.unpublished.get(&(lang.clone(), path.clone())).copied()
    }

    /// As [`Library::unpublished`], of what readers of the language would get: the source's page
    /// where there is no other.
    #[must_use]
    pub fn unpublished_or_source(
        &self,
        lang: &LanguageTag,
        path: &PagePath,
    ) -> Option<Unpublished> {
        self.unpublished(lang, path)
            .or_else(|| self.unpublished(&self.site().source_language, path))
    }

    /// The unfinished translation of a page: its front matter says `draft = true`.
    #[must_use]
    pub fn draft(&self, lang: &LanguageTag, path: &PagePath) -> Option<&Arc<Page>> {
        let withheld = self.withheld.get(&(lang.clone(), path.clone()))?;
        (withheld.page.front.editorial.draft).then_some(&withheld.page)
    }

    /// The pages that wait for their day, each with it. Of what they link to, that is checked now:
    /// on the day nobody may be there to mend it.
    pub(super) fn waiting(&self) -> impl Iterator<Item = (&Arc<Page>, Date)> {
        self.withheld.values().filter_map(|held| match held.why {
            Unpublished::Until(day) => Some((&held.page, day)),
            Unpublished::Draft => None,
        })
    }

    /// Every page of the source that waits for its day, with that day, in the order of days.
    #[must_use]
    pub fn scheduled(&self) -> Vec<(Date, &PagePath)> {
        let source = &self.site().source_language;
        let mut scheduled: Vec<_> = self
            .waiting()
            .filter(|(page, _)| page.lang == *source)
            .map(|(page, day)| (day, &page.path))
            .collect();
        scheduled.sort();
        scheduled
    }

    /// The day that the build counts as its own, if it has one.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        self.today.filter(|day| *day != Date::MIN)
    }
}
