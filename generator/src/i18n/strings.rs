//! The texts of the interface: one Fluent file per language, `theme/i18n/<language>.ftl`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::i18n::format::Format;
use crate::i18n::missing;
use crate::i18n::references::{self, Message, messages};
use crate::language::{Direction, LanguageTag};
use crate::source::SourceFile;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::types::FluentNumberOptions;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use std::collections::BTreeMap;
use std::sync::Arc;
use thiserror::Error;
use unic_langid::LanguageIdentifier;

/// Why a text could not be given.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StringError {
    /// No language has this key.
    #[error("there is no interface text `{0}`")]
    Unknown(String),
    /// The message needs an argument that it wasn't given, or refers to nothing.
    #[error("the interface text `{key}` can't be written: {reason}")]
    Unresolved {
        /// The message.
        key: String,
        /// What Fluent says.
        reason: String,
    },
}

/// The texts of all languages of a site.
#[derive(Debug, Default)]
pub struct Strings {
    languages: BTreeMap<LanguageTag, Arc<Interface>>,
}

/// The texts and formats of one language. What it lacks is taken from the source language.
pub struct Interface {
    tag: LanguageTag,
    direction: Direction,
    file: Option<Arc<SourceFile>>,
    bundle: FluentBundle<Arc<FluentResource>>,
    messages: BTreeMap<String, Message>,
    format: Format,
    fallback: Option<Arc<Interface>>,
}

impl std::fmt::Debug for Interface {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Interface")
            .field("tag", &self.tag)
            .finish_non_exhaustive()
    }
}

impl Strings {
    /// Reads the texts of `languages`.
    ///
    /// `file` gives the Fluent file for a tag as it is written in its name. A language without a
    /// file takes that of its base language if that is written in the same script (`zh` for
    /// `zh-hans`, not for `zh-hant`), and what is missing there from `source`. Every mistake and every missing key becomes a diagnostic.
    pub fn load<'a>(
        languages: impl IntoIterator<Item = (&'a LanguageTag, Direction)>,
        source: (&LanguageTag, Direction),
        file: impl Fn(&str) -> Option<Arc<SourceFile>>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let find = |tag: &LanguageTag| {
            file(tag.as_str())
                .or_else(|| file(&tag.bcp47()))
                .or_else(|| file(tag.base_in_same_script()?.as_str()))
        };
        // What the binary brings along is complete, so the source language may lack a file too.
        let first = find(source.0).or_else(|| file("en"));
        let original = Arc::new(Interface::new(source.0, source.1, first, None, diagnostics));
        if original.file.is_none() {
            diagnostics.add(Diagnostic::new(
                Code::MissingString,
                format!(
                    "the theme has no i18n/{}.ftl, the texts of the source language",
                    source.0.as_str()
                ),
            ));
        }
        let mut all = BTreeMap::from([(source.0.clone(), Arc::clone(&original))]);
        for (tag, direction) in languages {
            if tag == source.0 {
                continue;
            }
            let own = Interface::new(tag, direction, find(tag), Some(&original), diagnostics);
            own.compare(&original, diagnostics);
            all.insert(tag.clone(), Arc::new(own));
        }
        Self { languages: all }
    }

    /// The texts of a language.
    #[must_use]
    pub fn get(&self, tag: &LanguageTag) -> Option<&Arc<Interface>> {
        self.languages.get(tag)
    }

    /// All languages and their texts.
    pub fn iter(&self) -> impl Iterator<Item = (&LanguageTag, &Arc<Interface>)> {
        self.languages.iter()
    }
}

impl Interface {
    fn new(
        tag: &LanguageTag,
        direction: Direction,
        file: Option<Arc<SourceFile>>,
        fallback: Option<&Arc<Interface>>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(tag)]);
        // Marks of isolation keep a Latin name from turning the text around it; where text runs
        // from left to right they would only be in the way of whoever copies it.
        bundle.set_use_isolating(direction == Direction::Rtl);
        bundle.set_formatter(Some(write_number));
        // The bundle is empty, so the name is free.
        let _ = bundle.add_builtins();
        let mut own = BTreeMap::new();
        if let Some(file) = &file {
            let resource = parse(file, diagnostics);
            let (messages, mistakes) =
                messages(&resource, file, fallback.map(|fallback| &fallback.messages));
            diagnostics.extend(mistakes);
            own = messages;
            diagnostics.extend(references::twice(&resource, file));
            // What it refuses are keys that stand there twice.
            let _ = bundle.add_resource(Arc::new(resource));
        }
        let format = match (&file, fallback) {
            (None, Some(words)) => Format::new(&tag.bcp47()).in_words_of(&words.tag.bcp47()),
            _ => Format::new(&tag.bcp47()),
        };
        Self {
            tag: tag.clone(),
            direction,
            file,
            bundle,
            messages: own,
            format,
            fallback: fallback.cloned(),
        }
    }

    /// Reports the keys that `original` has and this language lacks.
    fn compare(&self, original: &Interface, diagnostics: &mut Diagnostics) {
        let Some(file) = &self.file else {
            diagnostics.add(
                Diagnostic::new(
                    Code::MissingString,
                    format!("the theme has no interface texts in `{0}`: i18n/{0}.ftl is missing", self.tag.as_str()),
                )
                .help("Copy the file of the source language and translate it; until then its texts are shown."),
            );
            return;
        };
        let source = original.file.as_ref().map_or("", |file| file.text());
        diagnostics.extend(missing::keys(
            (file, &self.messages),
            (source, &original.messages),
        ));
    }

    /// The language.
    #[must_use]
    pub fn tag(&self) -> &LanguageTag {
        &self.tag
    }

    /// The language that the texts are in: the source language where the theme has no file for
    /// this one.
    #[must_use]
    pub fn words(&self) -> (&LanguageTag, Direction) {
        match (&self.file, &self.fallback) {
            (None, Some(next)) => next.words(),
            _ => (&self.tag, self.direction),
        }
    }

    /// How the language writes dates, numbers and lists.
    #[must_use]
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// True if some language of the chain has the key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key) || self.fallback.as_ref().is_some_and(|next| next.has(key))
    }

    /// The keys, with the source language's where this one has none.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let more = self.fallback.iter().flat_map(|next| next.messages.keys());
        self.messages
            .keys()
            .chain(more.filter(|key| !self.messages.contains_key(*key)))
            .map(String::as_str)
    }

    /// True if the text is the same whatever the arguments.
    #[must_use]
    pub fn is_plain(&self, key: &str) -> bool {
        match (self.messages.get(key), &self.fallback) {
            (Some(message), _) => message.arguments.is_empty(),
            (None, Some(next)) => next.is_plain(key),
            (None, None) => false,
        }
    }

    /// A text, not escaped for HTML.
    pub fn text(&self, key: &str, arguments: &FluentArgs) -> Result<String, StringError> {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return match &self.fallback {
                Some(next) => next.text(key, arguments),
                None => Err(StringError::Unknown(key.to_owned())),
            };
        };
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(arguments), &mut errors);
        if errors.is_empty() {
            return Ok(text.into_owned());
        }
        let reasons: Vec<_> = errors.iter().map(ToString::to_string).collect();
        Err(StringError::Unresolved {
            key: key.to_owned(),
            reason: reasons.join(", "),
        })
    }
}

fn identifier(tag: &LanguageTag) -> LanguageIdentifier {
    tag.bcp47().parse().unwrap_or_default()
}

fn parse(file: &Arc<SourceFile>, diagnostics: &mut Diagnostics) -> FluentResource {
    match FluentResource::try_new(file.text().to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                diagnostics.add(
                    Diagnostic::new(
                        Code::StringSyntax,
                        format!("not valid Fluent: {}", error.kind),
                    )
                    .at(file, error.pos.clone())
                    .help(
                        "A text is `key = words`; its further lines are indented by four spaces.",
                    ),
                );
            }
            resource
        }
    }
}

/// Whole numbers as the language writes them. Fluent for Rust writes ASCII digits itself.
fn write_number<M: MemoizerKind>(value: &FluentValue, intls: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain = number.options == FluentNumberOptions::default() && number.value.fract() == 0.0;
    // Beyond 2^53 a float is no longer every whole number.
    if !plain || number.value.abs() > 9_007_199_254_740_992.0 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
    let decimal = Decimal::from(number.value as i64);
    intls
        .with_try_get_threadsafe::<Numbers, _, _>((), |numbers| {
            numbers.0.format(&decimal).to_string()
        })
        .ok()
}

struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale = Locale::try_from_str(&language.to_string()).map_err(|_| ())?;
        DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default())
            .map(Self)
            .map_err(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str =
        "home = Home\nminutes = { $n ->\n    [one] { $n } minute\n   *[other] { $n } minutes\n}\n";

    fn load(other: &'static str) -> (Strings, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        let english = LanguageTag::parse("en").unwrap();
        let russian = LanguageTag::parse("ru").unwrap();
        let strings = Strings::load(
            [(&english, Direction::Ltr), (&russian, Direction::Ltr)],
            (&english, Direction::Ltr),
            |tag| match tag {
                "en" => Some(SourceFile::new("en.ftl", ENGLISH)),
                "ru" => Some(SourceFile::new("ru.ftl", other)),
                _ => None,
            },
            &mut diagnostics,
        );
        (strings, diagnostics)
    }

    fn text(strings: &Strings, tag: &str, key: &str, n: i64) -> Result<String, StringError> {
        let tag = LanguageTag::parse(tag).unwrap();
        let mut arguments = FluentArgs::new();
        arguments.set("n", n);
        strings.get(&tag).unwrap().text(key, &arguments)
    }

    #[test]
    fn plurals_and_digits_are_the_languages() {
        let (strings, diagnostics) = load(
            "home = Главная\nminutes = { $n ->\n    [one] { $n } минута\n    [few] { $n } минуты\n   *[many] { $n } минут\n}\n",
        );
        assert!(diagnostics.is_empty(), "{diagnostics}");
        assert_eq!(text(&strings, "ru", "minutes", 22).unwrap(), "22 минуты");
        assert_eq!(
            text(&strings, "ru", "minutes", 12_345).unwrap(),
            "12\u{a0}345 минут"
        );
        assert_eq!(text(&strings, "en", "minutes", 1).unwrap(), "1 minute");
    }

    #[test]
    fn a_missing_key_is_located_and_falls_back() {
        let (strings, diagnostics) = load("home = Главная\n");
        let all = diagnostics.sorted();
        assert_eq!(all.len(), 1, "{diagnostics}");
        assert_eq!(all[0].code, Code::MissingString);
        assert_eq!(all[0].file.as_ref().unwrap().name(), "ru.ftl");
        assert!(all[0].message.contains("minutes"));
        assert_eq!(all[0].line_column().unwrap(), (1, 1), "below `home`");
        assert_eq!(text(&strings, "ru", "minutes", 2).unwrap(), "2 minutes");
        assert!(matches!(
            text(&strings, "ru", "nothing", 0),
            Err(StringError::Unknown(_))
        ));
    }

    #[test]
    fn references_that_lead_nowhere_are_located() {
        let (_, diagnostics) =
            load("home = { nowhere } { -term } { DATE($x) }\nminutes = { $m }\n");
        let all = diagnostics.sorted();
        let places: Vec<_> = all
            .iter()
            .map(|d| (d.code, d.line_column().unwrap()))
            .collect();
        assert_eq!(
            places,
            [
                (Code::StringReference, (1, 10)),
                (Code::StringReference, (1, 23)),
                (Code::StringReference, (1, 32)),
                (Code::StringReference, (1, 38)),
                (Code::StringReference, (2, 14)),
            ],
            "{diagnostics}"
        );
    }

    #[test]
    fn what_is_not_fluent_is_located() {
        let (strings, diagnostics) = load("home = Главная\nmin utes\nminutes = x\n");
        assert_eq!(diagnostics.sorted()[0].code, Code::StringSyntax);
        assert_eq!(diagnostics.sorted()[0].line_column().unwrap().0, 2);
        assert_eq!(text(&strings, "ru", "home", 0).unwrap(), "Главная");
    }
}
