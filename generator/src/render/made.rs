//! Pages that nobody writes: search, A–Z, what has changed, the lists per audience, the ways on
//! from old addresses, the choice of language, and the page for addresses that don't exist.

use crate::config::Audience;
use crate::content::lists::{self, CHANGES};
use crate::render::edition::Edition;
use crate::render::listing;
use crate::render::navigation::{Link, Standpoint};
use crate::render::view::{ChangeView, ChangesView, ListedView, PageView, View};
use crate::url::{OutputPath, PagePath, encode_path};

impl Edition<'_> {
    /// The pages that nobody writes and this language has.
    #[must_use]
    pub fn made(&self) -> Vec<(OutputPath, View<'_>)> {
        let mut made: Vec<_> = [
            ("search", "search-title", "search-description"),
            ("a-z", "a-z-title", "a-z-description"),
        ]
        .into_iter()
        .filter_map(|(name, title, description)| self.list(name, name, title, description))
        .collect();
        if !self.changes.is_empty() {
            let (title, description) = ("changes-title", "changes-description");
            made.extend(self.list(CHANGES, CHANGES, title, description));
        }
        let audiences = &self.shared.library.site().audiences;
        made.extend(
            audiences
                .iter()
                .map(|audience| self.audience_page(audience)),
        );
        made.extend(self.moved());
        made
    }

    /// A page of a name and a layout, titled by texts of the interface.
    fn list(
        &self,
        name: &str,
        layout: &'static str,
        title: &str,
        description: &str,
    ) -> Option<(OutputPath, View<'_>)> {
        let path = PagePath::new(name)?;
        let here = Standpoint::new(path.output(&self.language.tag));
        let title = listing::text(self.interface, title);
        let mut page = self.made_page(layout, &path, &here, title);
        page.description = listing::text(self.interface, description);
        let view = self.view(&here, &path, page);
        Some((here.output, view))
    }

    fn made_page(
        &self,
        layout: &'static str,
        path: &PagePath,
        here: &Standpoint,
        title: String,
    ) -> PageView {
        let mut page = self.frame(layout, path, here, title);
        page.breadcrumbs = self.home(here).into_iter().collect();
        page.nav = self.navigation.tree(path, here);
        page.alternates = self.alternates(here, |_, tag| Some((path.output(tag), true)));
        page.canonical = self.canonical(&here.output);
        page
    }

    /// The list of the pages that are for an audience, in reading order.
    fn audience_page(&self, audience: &Audience) -> (OutputPath, View<'_>) {
        let library = self.shared.library;
        let tag = &self.language.tag;
        let path = lists::list_of(audience);
        let here = Standpoint::new(path.output(tag));
        let named = self.audience(audience, &here);
        let mut page = self.made_page("audience", &path, &here, named.title);
        let source = &library.site().source_language;
        audience
            .description
            .get_or(tag, source)
            .clone_into(&mut page.description);
        if audience.name.get(tag).is_none() {
            page.content_lang = source.bcp47();
        }
        // Another audience's list is one step away.
        let others = library.site().audiences.iter();
        page.audiences = others
            .filter(|other| other.id != audience.id)
            .map(|other| self.audience(other, &here))
            .collect();
        let pages = self.navigation.reading_order().iter();
        let listed = pages.filter_map(|path| {
            let page = library.page_or_source(tag, path)?;
            library.audiences(page).find(|of| of.id == audience.id)?;
            Some(ListedView {
                title: page.front.title.clone(),
                lang: (page.lang != *tag).then(|| page.lang.bcp47()),
                description: page.front.description.clone(),
                href: here.href(&path.output(tag)),
            })
        });
        let listed = listed.collect();
        let view = View {
            listed,
            ..self.view(&here, &path, page)
        };
        (here.output, view)
    }

    /// A link to the list of an audience.
    pub(super) fn audience(&self, audience: &Audience, here: &Standpoint) -> Link {
        let tag = &self.language.tag;
        let source = &self.shared.library.site().source_language;
        let own = audience.name.get(tag);
        Link {
            title: audience.name.get_or(tag, source).to_owned(),
            lang: own.is_none().then(|| source.bcp47()),
            href: here.href(&lists::list_of(audience).output(tag)),
            current: false,
        }
    }

    /// The ways on from where pages were before.
    fn moved(&self) -> Vec<(OutputPath, View<'_>)> {
        let tag = &self.language.tag;
        let library = self.shared.library;
        let moves = library.moves().iter();
        moves
            .filter(|((of, _), _)| of == tag)
            .filter_map(|((_, old), new)| {
                let page = library.page_or_source(tag, new)?;
                let here = Standpoint::new(old.output(tag));
                let title = listing::text(self.interface, "moved-title");
                let mut view = self.frame("moved", old, &here, title);
                let href = here.href(&new.output(tag));
                // Without a known host the way itself has to do.
                let canonical = self.canonical(&new.output(&page.lang));
                view.canonical = canonical.or_else(|| Some(href.clone()));
                let mut view = self.view(&here, old, view);
                view.moved = Some(Link {
                    title: page.front.title.clone(),
                    lang: (page.lang != *tag).then(|| page.lang.bcp47()),
                    href,
                    current: false,
                });
                Some((here.output, view))
            })
            .collect()
    }

    /// What editors say of changes, by day, as seen from the page that lists it.
    pub(super) fn days_of_change(&self) -> Vec<ChangesView> {
        let tag = &self.language.tag;
        let Some(path) = PagePath::new(CHANGES) else {
            return Vec::new();
        };
        let here = Standpoint::new(path.output(tag));
        let mut days: Vec<ChangesView> = Vec::new();
        for told in self.shared.library.changes(tag) {
            let other = |lang: &crate::language::LanguageTag| (lang != tag).then(|| lang.bcp47());
            let iso = told.change.date.to_string();
            let output = told.page.path.output(tag);
            let change = ChangeView {
                id: match told.nth {
                    0 => format!("{}#changed-{iso}", encode_path(output.as_str())),
                    nth => format!("{}#changed-{iso}-{}", encode_path(output.as_str()), nth + 1),
                },
                title: told.page.front.title.clone(),
                lang: other(&told.page.lang),
                href: here.href(&output),
                note: told.change.note.clone(),
                note_lang: other(told.lang),
            };
            match days.last_mut() {
                Some(day) if day.iso == iso => day.changes.push(change),
                _ => days.push(ChangesView {
                    day: listing::day(self.interface, told.change.date),
                    iso,
                    changes: vec![change],
                }),
            }
        }
        days
    }

    /// The pages at the root: the choice of language, and the one for addresses that don't exist.
    /// The latter's links begin with `base`, since a host shows it at any depth.
    #[must_use]
    pub fn root_pages(&self, base: &str) -> Vec<(OutputPath, View<'_>)> {
        [
            ("index", "languages", "languages-title", ""),
            ("404", "404", "not-found-title", base),
        ]
        .into_iter()
        .filter_map(|(name, layout, title, prefix)| {
            let output = OutputPath::new(&format!("{name}.html"))?;
            let here = Standpoint {
                output,
                prefix: prefix.to_owned(),
            };
            let path = PagePath::new(name)?;
            let mut page = self.frame(layout, &path, &here, listing::text(self.interface, title));
            let home = PagePath::home();
            page.alternates = self.alternates(&here, |_, tag| Some((home.output(tag), true)));
            let languages = self.shared.library.languages();
            for (alternate, language) in page.alternates.iter_mut().zip(languages) {
                // Neither page is this language's: no entry is the current one.
                alternate.current = false;
                let interface = self.shared.strings.get(&language.tag);
                alternate.invitation = interface
                    .filter(|interface| *interface.words().0 == language.tag)
                    .map(|interface| listing::text(interface, "languages-invitation"));
            }
            let view = self.view(&here, &path, page);
            Some((here.output, view))
        })
        .collect()
    }
}
