//! What pages are drawn with: the theme, the interface's texts, and the templates compiled once.

use crate::build::BuildOptions;
use crate::content::Library;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::i18n::strings::Strings;
use crate::language::{Direction, Language, LanguageTag};
use crate::render::page::Templates;
use crate::render::theme::Theme;
use crate::sources::{Stamp, rested};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Theme, texts and templates.
#[derive(Debug)]
pub(super) struct Look {
    pub(super) theme: Theme,
    pub(super) strings: Strings,
    /// None if they have errors.
    pub(super) templates: Option<Templates>,
    found: Vec<Diagnostic>,
}

/// The look of an earlier run, with what it was made from.
#[derive(Debug, Default)]
pub(super) struct Looks {
    last: Option<(Key, Arc<Look>)>,
}

type Key = (
    Option<Vec<(PathBuf, Stamp)>>,
    Vec<(LanguageTag, Direction)>,
    LanguageTag,
);

impl Looks {
    /// The look, as it was if no file of the site's own theme can have changed.
    pub(super) fn get(
        &mut self,
        options: &BuildOptions,
        library: &Library,
        diagnostics: &mut Diagnostics,
    ) -> Arc<Look> {
        let overlay = options.overlay();
        let key = key(overlay.as_deref(), library);
        let look = match (self.last.take(), &key) {
            (Some((known, look)), Some(key)) if known == *key => look,
            _ => Arc::new(Look::make(overlay.as_deref(), library)),
        };
        diagnostics.extend(look.found.iter().cloned());
        self.last = key.map(|key| (key, Arc::clone(&look)));
        look
    }

    /// Some file of the theme has changed, whatever the system tells.
    pub(super) fn forget(&mut self) {
        self.last = None;
    }
}

fn key(overlay: Option<&Path>, library: &Library) -> Option<Key> {
    let files = match overlay {
        Some(folder) => Some(rested(folder)?),
        None => None,
    };
    let languages = library.languages().iter();
    Some((
        files,
        languages.map(|l| (l.tag.clone(), l.dir)).collect(),
        library.site().source_language.clone(),
    ))
}

impl Look {
    fn make(overlay: Option<&Path>, library: &Library) -> Self {
        let mut found = Diagnostics::new();
        let theme = Theme::load(overlay, &mut found);
        let tags = library.languages().iter().map(|language| &language.tag);
        theme.tell_unused(tags, &mut found);
        let strings = interface(library, &theme, &mut found);
        let templates = Templates::compile(&theme, &strings, &mut found);
        Self {
            theme,
            strings,
            templates,
            found: found.into_list(),
        }
    }
}

/// The texts of the interface in every language of the site.
pub(crate) fn interface(
    library: &Library,
    theme: &Theme,
    diagnostics: &mut Diagnostics,
) -> Strings {
    let source = &library.site().source_language;
    let direction = library
        .language(source)
        .map_or(Direction::Ltr, |language: &Language| language.dir);
    Strings::load(
        library
            .languages()
            .iter()
            .map(|language| (&language.tag, language.dir)),
        (source, direction),
        |tag| theme.source(&format!("i18n/{tag}.ftl")),
        diagnostics,
    )
}
