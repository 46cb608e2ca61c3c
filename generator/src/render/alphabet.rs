//! The A–Z list: pages, the glossary's terms, and the words that pages want to be found under.

use crate::content::Page;
use crate::markdown::LinkTarget;
use crate::render::edition::Edition;
use crate::render::listing;
use crate::render::navigation::Standpoint;
use crate::render::view::{EntryView, LetterView};
use crate::url::PagePath;

impl Edition<'_> {
    /// The list, as seen from its page.
    pub(super) fn alphabet(&self) -> Vec<LetterView> {
        let Some(path) = PagePath::new("a-z") else {
            return Vec::new();
        };
        let tag = &self.language.tag;
        let here = Standpoint::new(path.output(tag));
        let pages = self
            .navigation
            .pages()
            .map(|(title, lang, output)| EntryView {
                title: title.to_owned(),
                of: None,
                lang: lang.map(str::to_owned),
                href: here.href(output),
                kind: "page",
            });
        let library = self.shared.library;
        let shown = library.paths(tag).into_iter();
        let words = shown
            .filter_map(|path| library.page_or_source(tag, path))
            .flat_map(|page| self.words(page, &here));
        let glossary_lang = self
            .glossary_page
            .as_ref()
            .and_then(|path| self.navigation.link(path, path, &here)?.lang);
        let terms = self.glossary.iter().filter_map(|term| {
            let target = LinkTarget::Term {
                key: term.key.clone(),
            };
            Some(EntryView {
                title: term.term.clone(),
                of: None,
                lang: glossary_lang.clone(),
                href: self.href(&target, &here)?,
                kind: "term",
            })
        });
        listing::by_letter(pages.chain(words).chain(terms).collect(), self.interface)
    }

    /// The words under which a page wants to be found.
    fn words(&self, page: &Page, here: &Standpoint) -> Vec<EntryView> {
        let terms = page.front.editorial.index_terms.iter();
        terms
            .filter_map(|term| {
                let target = LinkTarget::Page {
                    language: None,
                    path: page.path.clone(),
                    anchor: term.place.clone(),
                };
                Some(EntryView {
                    title: term.term.clone(),
                    of: Some(page.front.title.clone()),
                    lang: (page.lang != self.language.tag).then(|| page.lang.bcp47()),
                    href: self.href(&target, here)?,
                    kind: "word",
                })
            })
            .collect()
    }
}
