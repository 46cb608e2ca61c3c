//! From a view to the bytes of a page, by the theme's templates.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::i18n::needed::NEEDED;
use crate::i18n::strings::{Interface, Strings};
use crate::render::theme::Theme;
use crate::render::view::View;
use crate::source::SourceFile;
use crate::suggestion::{did_you_mean, nearest};
use fluent_bundle::{FluentArgs, FluentValue};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use tera::{
    Context, Error, ErrorKind, Function, Kwargs, ReportError, State, Tera, TeraResult, Value,
};

/// The templates of layouts: every theme has them.
const LAYOUTS: [&str; 18] = [
    "404",
    "a-z",
    "audience",
    "card",
    "changes",
    "glossary",
    "home",
    "languages",
    "moved",
    "page",
    "places",
    "poster",
    "practice",
    "report",
    "search",
    "send",
    "sheet",
    "signs",
];

/// The templates of a theme, compiled once, with the texts of each language.
#[derive(Debug)]
pub struct Templates {
    engines: HashMap<String, Tera>,
    sources: BTreeMap<String, Arc<SourceFile>>,
}

impl Templates {
    /// Compiles the templates under `templates/`. Every mistake becomes a diagnostic; with one in
    /// the templates themselves there is nothing to draw with.
    pub fn compile(
        theme: &Theme,
        strings: &Strings,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let sources: BTreeMap<_, _> = theme
            .under("templates/")
            .filter(|(path, _)| path.strip_suffix(".html").is_some())
            .filter_map(|(path, _)| {
                Some((path.to_owned(), theme.source(&format!("templates/{path}"))?))
            })
            .collect();
        for layout in LAYOUTS {
            if !sources.contains_key(&format!("{layout}.html")) {
                diagnostics.error(
                    Code::Theme,
                    format!("the theme has no templates/{layout}.html"),
                );
            }
        }
        check_keys(&sources, strings, diagnostics);
        let mut base = Tera::new();
        base.register_function("t", Translate::default());
        let texts = sources
            .iter()
            .map(|(name, source)| (name.as_str(), source.text()));
        if let Err(error) = base.add_raw_templates(texts) {
            let found = each_on_its_own(&sources);
            let whole = if found.is_empty() {
                of_library(&error, &sources)
            } else {
                found
            };
            diagnostics.extend(whole);
            return None;
        }
        let engines = strings
            .iter()
            .map(|(tag, interface)| {
                let mut engine = base.clone();
                engine.register_function("t", Translate::new(interface));
                (tag.bcp47(), engine)
            })
            .collect();
        Some(Self { engines, sources })
    }

    /// Draws a page.
    pub fn draw(&self, view: &View) -> Result<String, Box<Diagnostic>> {
        self.fill(view.page.layout, &view.lang.tag, view)
    }

    /// Fills the template of a layout, in the words of a language (its BCP 47 tag), from a view.
    pub(crate) fn fill(
        &self,
        layout: &str,
        tag: &str,
        view: &impl Serialize,
    ) -> Result<String, Box<Diagnostic>> {
        let engine = self.engines.get(tag).ok_or_else(|| {
            let message = format!("the theme has no interface texts for `{tag}`");
            Box::new(Diagnostic::new(Code::MissingString, message))
        })?;
        Context::from_serialize(view)
            .and_then(|context| engine.render(&format!("{layout}.html"), &context))
            .map_err(|error| Box::new(diagnostic(&error, &self.sources)))
    }
}

/// Syntax errors of all templates; the engine itself stops at the first.
fn each_on_its_own(sources: &BTreeMap<String, Arc<SourceFile>>) -> Vec<Diagnostic> {
    sources
        .iter()
        .filter_map(|(name, source)| {
            let error = Tera::new().add_raw_template(name, source.text()).err()?;
            matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| diagnostic(&error, sources))
        })
        .collect()
}

fn diagnostic(error: &Error, sources: &BTreeMap<String, Arc<SourceFile>>) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            located(report, sources)
        }
        ErrorKind::MissingParent { current, .. } => {
            let bare = Diagnostic::new(Code::Template, error.to_string());
            match sources.get(current) {
                Some(source) => bare.at(source, 0..0),
                None => bare,
            }
        }
        _ => Diagnostic::new(Code::Template, error.to_string()),
    }
}

fn located(report: &ReportError, sources: &BTreeMap<String, Arc<SourceFile>>) -> Diagnostic {
    // After the sentence the engine lists all that is defined: of use as a hint.
    let (message, help) = match report.message().split_once(" Available ") {
        Some((message, available)) => (message, Some(available_help(message, available))),
        None => (report.message(), None),
    };
    let mut diagnostic = Diagnostic::new(Code::Template, message);
    if let Some(source) = sources.get(report.filename()) {
        let range = report.span().range.clone();
        let end = source.text().len();
        diagnostic = diagnostic.at(source, range.start.min(end)..range.end.min(end));
    }
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// Mistakes that show only when templates are put together (a filter, a function or a template that
/// doesn't exist). The engine tells them as text, each with a line `--> page.html:2:17`.
fn of_library(error: &Error, sources: &BTreeMap<String, Arc<SourceFile>>) -> Vec<Diagnostic> {
    let text = error.to_string();
    let mut found = Vec::new();
    for told in text.split("error: ").skip(1) {
        let mut lines = told.lines();
        let message = lines.next().unwrap_or_default();
        let place = lines
            .next()
            .and_then(|line| line.trim().strip_prefix("--> "));
        let mut parts = place.unwrap_or_default().rsplitn(3, ':');
        let mut number = || parts.next().and_then(|part| part.parse::<usize>().ok());
        let (column, line) = (number(), number());
        let source = parts.next().and_then(|name| sources.get(name));
        let (Some(column), Some(line), Some(source)) = (column, line, source) else {
            continue;
        };
        let word = message.split('`').nth(1).unwrap_or_default();
        // An odd place is shown as the start of the file.
        let span = source.span_of(line, column, word).unwrap_or(0..0);
        let help = did_you_mean(word, sources.keys().map(String::as_str), || {
            "What a theme may use is in theme/README.md; filters are those of Tera 2.".to_owned()
        });
        found.push(
            Diagnostic::new(Code::Template, message)
                .at(source, span)
                .help(help),
        );
    }
    if found.is_empty() {
        found.push(diagnostic(error, sources));
    }
    found
}

/// What is defined, and which of it was probably meant: `fields: html, title`.
fn available_help(message: &str, available: &str) -> String {
    let word = message.split('`').nth(1).unwrap_or_default();
    let names = available.split([',', ':', ' ']).map(str::trim);
    match nearest(word, names.filter(|name| !name.is_empty())) {
        Some(near) => format!("Did you mean “{near}”?"),
        None => format!("Available {available}"),
    }
}

/// Looks for `t(key="…")` in all templates, so that a wrong key is found on the first run and not
/// when some page happens to use it. Keys that are put together are found when a page is drawn.
fn check_keys(
    sources: &BTreeMap<String, Arc<SourceFile>>,
    strings: &Strings,
    diagnostics: &mut Diagnostics,
) {
    let Some((_, any)) = strings.iter().next() else {
        return;
    };
    for source in sources.values() {
        for (start, key) in literal_keys(source.text()) {
            if !any.has(key) {
                diagnostics.add(
                    Diagnostic::new(
                        Code::MissingString,
                        format!("there is no interface text `{key}`"),
                    )
                    .at(source, start..start + key.len())
                    .help("Write it into the Fluent file of every language, i18n/<language>.ftl."),
                );
            }
        }
    }
    for key in NEEDED {
        if !any.has(key) {
            diagnostics.error(
                Code::MissingString,
                format!("the theme's i18n files lack the text `{key}`"),
            );
        }
    }
}

fn literal_keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("t(key=").filter_map(|(at, call)| {
        let own_word = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = &text[at + call.len()..];
        let quote = rest
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\'' | '`'))?;
        let key = rest[1..].split(quote).next()?;
        // `"callout-" ~ kind` is put together.
        let whole = rest[1 + key.len() + 1..]
            .trim_start()
            .starts_with([',', ')']);
        (own_word && whole).then_some((at + call.len() + 1, key))
    })
}

/// `t(key="…", name=value)`: a text of the interface, escaped like any other value.
#[derive(Debug, Default)]
struct Translate {
    interface: Option<Arc<Interface>>,
    /// Texts without arguments, which are most.
    plain: HashMap<String, Value>,
}

impl Translate {
    fn new(interface: &Arc<Interface>) -> Self {
        let none = FluentArgs::new();
        let plain = interface
            .keys()
            .filter(|key| interface.is_plain(key))
            .filter_map(|key| {
                Some((
                    key.to_owned(),
                    Value::from(interface.text(key, &none).ok()?),
                ))
            })
            .collect();
        Self {
            interface: Some(Arc::clone(interface)),
            plain,
        }
    }
}

impl Function<TeraResult<Value>> for Translate {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
        let key = kwargs.must_get::<&str>("key")?;
        if let Some(text) = self.plain.get(key) {
            return Ok(text.clone());
        }
        let Some(interface) = &self.interface else {
            return Err(Error::message("no language"));
        };
        let arguments: FluentArgs = kwargs
            .iter()
            .filter_map(|(name, value)| Some((name.as_str()?.to_owned(), argument(value))))
            .filter(|(name, _)| name != "key")
            .collect();
        interface
            .text(key, &arguments)
            .map(Value::from)
            .map_err(Error::message)
    }
}

fn argument(value: &Value) -> FluentValue<'static> {
    match (value.as_i64(), value.as_f64(), value.as_str()) {
        (Some(whole), ..) => FluentValue::from(whole),
        (None, Some(number), _) => FluentValue::from(number),
        (.., Some(text)) => FluentValue::from(text.to_owned()),
        _ if value.is_none() || value.is_undefined() => FluentValue::from(""),
        _ => FluentValue::from(value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_templates_lack_is_placed_in_the_template() {
        let name = "page.html".to_owned();
        let text = "<p>\n{{ x | uper }}\n{% include \"pge.html\" %}";
        let sources = BTreeMap::from([(name, SourceFile::new("theme/page.html", text))]);
        let error = Tera::new().add_raw_template("page.html", text).unwrap_err();
        let found = of_library(&error, &sources);
        let places: Vec<_> = found
            .iter()
            .map(|told| told.line_column().unwrap().0)
            .collect();
        assert!(places.contains(&2), "{found:?}");
        assert!(found.iter().all(|told| told.help.is_some()), "{found:?}");
    }

    #[test]
    fn literal_keys_are_found_where_they_stand() {
        let text = r#"{{ t(key="a") }} {{ t(key='b', n=1) }} {{ t(key="c-" ~ x) }} {{ last(key="d") }} {{ t(key=e) }}"#;
        let found: Vec<_> = literal_keys(text).collect();
        assert_eq!(found, [(10, "a"), (27, "b")]);
    }
}
