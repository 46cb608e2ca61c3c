//! A language: its folder, its lines in `site.toml`, its glossary and the words of its interface.

use super::{LanguageArgs, NewError, given_or_asked, quoted, write};
use crate::build::BuildOptions;
use crate::cli::status::library;
use crate::content::{GLOSSARY, Library};
use crate::diagnostic::Diagnostics;
use crate::language::LanguageTag;
use crate::render::theme::Theme;
use crate::suggestion::{did_you_mean, nearest};
use crate::url::PagePath;
use std::fs;
use toml_edit::{Array, DocumentMut, Item, Table, Value};

pub(super) fn begin(arguments: &LanguageArgs) -> Result<Vec<String>, NewError> {
    let options = arguments.inputs.options().map_err(NewError::Told)?;
    let library = library(&options).map_err(NewError::Told)?;
    let theme = Theme::load(options.overlay().as_deref(), &mut Diagnostics::new());
    let tag = tag(&arguments.tag, &library, &theme)?;
    let pages = pages(&arguments.pages, &library)?;
    let folder = options.content.join(tag.as_str());
    if folder.exists() {
        return Err(NewError::Exists {
            path: folder,
            help: format!(
                "If it is to be this language: add [languages.{tag}] to site.toml by hand."
            ),
        });
    }
    let site_file = options.content.join("site.toml");
    let text = fs::read_to_string(&site_file).map_err(|error| NewError::Site(error.to_string()))?;
    let name = given_or_asked(
        arguments.name.as_deref(),
        "The language's own name for itself",
        "name",
    )?;
    let site = with_language(&text, &tag, &name, &pages)?;

    let mut begun = Vec::new();
    let glossary = glossary(&options, &library, &tag)?;
    if let Some(text) = glossary {
        let path = folder.join(GLOSSARY);
        write(&path, &text)?;
        begun.push(format!(
            "  {}    translate term, definition and synonyms; the keys stay",
            path.display()
        ));
    } else {
        let path = folder.join(".gitkeep");
        write(&path, "")?;
    }
    if theme.source(&format!("i18n/{tag}.ftl")).is_none() {
        let path = options.theme_folder().join(format!("i18n/{tag}.ftl.txt"));
        write(&path, &words(&theme, &library, &tag))?;
        begun.push(format!(
            "  {}    the words of buttons and notices: translate what stands after each =, then rename the file to {tag}.ftl; until then `waymark check` has an error, missing-string",
            path.display(),
        ));
    }
    // Last: until it is there, nothing of the above counts.
    fs::write(&site_file, site).map_err(|error| NewError::Site(error.to_string()))?;

    let first = pages.first().map_or("index", |page| page.as_str());
    let mut next = vec![
        format!("{name} ({tag}) is begun; {} says so", site_file.display()),
        "What next:".to_owned(),
    ];
    next.append(&mut begun);
    next.push(format!(
        "  {}, title = {{ …, {tag} = \"…\" }}    the site's title in this language",
        site_file.display()
    ));
    next.push(format!(
        "  waymark translate {first} {tag}    the first page, as a draft to write over"
    ));
    next.push(format!("  waymark po export {tag} --output {tag}.po    or everything at once, for a translator's tool"));
    next.push("  waymark serve    look at it".to_owned());
    Ok(next)
}

/// The tag, if it is one and new.
fn tag(text: &str, library: &Library, theme: &Theme) -> Result<LanguageTag, NewError> {
    // Languages that the theme speaks are the likeliest to be meant.
    let spoken: Vec<String> = theme
        .under("i18n/")
        .filter_map(|(name, _)| name.strip_suffix(".ftl").map(str::to_owned))
        .collect();
    let wrong = |help: &str| NewError::Language {
        message: format!("“{text}” isn't a language tag"),
        help: did_you_mean(
            &text.replace('_', "-"),
            spoken.iter().map(String::as_str),
            || help.to_owned(),
        ),
    };
    let tag = LanguageTag::parse(text)
        .map_err(|_| wrong("Tags look like sq, pt-br or sr-Latn (BCP 47)."))?;
    // Well-formed, but no language has so long a code (RFC 5646, 2.2.1).
    if tag.identifier().language.as_str().len() > 3 {
        return Err(wrong(
            "Tags begin with a code of two or three letters, such as sq, pt-br or sr-Latn (BCP 47).",
        ));
    }
    // A misspelt script reads as a variant: `sr-Latin`.
    let near = nearest(text, spoken.iter().map(String::as_str));
    if tag.identifier().variants().next().is_some() && near.is_some() {
        return Err(wrong("Tags look like sq, pt-br or sr-Latn (BCP 47)."));
    }
    let known = library
        .languages()
        .iter()
        .find(|known| known.tag.bcp47() == tag.bcp47());
    match known {
        Some(known) => Err(NewError::Language {
            message: format!("this site is in {} ({}) already", known.name, known.tag),
            help: format!(
                "waymark status    shows how its translation stands; waymark translate PAGE {} goes on with it",
                known.tag
            ),
        }),
        None => Ok(tag),
    }
}

fn pages(named: &[String], library: &Library) -> Result<Vec<PagePath>, NewError> {
    let source = &library.site().source_language;
    named
        .iter()
        .map(|name| {
            let path = PagePath::new(name.trim().trim_end_matches(".md"));
            path.filter(|path| library.page(source, path).is_some())
                .ok_or_else(|| {
                    let known = library.paths(source);
                    NewError::Section {
                        section: format!("or page {name} in `{source}`"),
                        help: did_you_mean(name, known.iter().map(|path| path.as_str()), || {
                            "--pages takes paths such as urgent,reporting/form".to_owned()
                        }),
                    }
                })
        })
        .collect()
}

/// `site.toml` with the language after the others, every other byte as it was.
fn with_language(
    text: &str,
    tag: &LanguageTag,
    name: &str,
    pages: &[PagePath],
) -> Result<String, NewError> {
    let mut site: DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| NewError::Site(error.message().to_owned()))?;
    let languages = site
        .get_mut("languages")
        .and_then(Item::as_table_mut)
        .ok_or_else(|| NewError::Site("it has no [languages]".to_owned()))?;
    let last = languages
        .iter()
        .filter_map(|(_, item)| item.as_table()?.position())
        .max();
    let mut language = Table::new();
    language.insert("name", Item::Value(Value::from(name)));
    if !pages.is_empty() {
        let names: Array = pages.iter().map(PagePath::as_str).collect();
        language.insert("pages", Item::Value(Value::Array(names)));
    }
    language.decor_mut().set_prefix("\n");
    language.set_position(last);
    languages.insert(tag.as_str(), Item::Table(language));
    Ok(site.to_string())
}

/// The source's glossary, to be written over; none if the source has none.
fn glossary(
    options: &BuildOptions,
    library: &Library,
    tag: &LanguageTag,
) -> Result<Option<String>, NewError> {
    let source = &library.site().source_language;
    if library.own_glossary(source).is_none() {
        return Ok(None);
    }
    let path = options.content.join(source.as_str()).join(GLOSSARY);
    let text = fs::read_to_string(&path).map_err(|error| NewError::Site(error.to_string()))?;
    Ok(Some(format!(
        "# To be translated into {}: term, definition, synonyms. The keys in [terms.…] stay as they are.\n\n{text}",
        quoted(tag.as_str()).trim()
    )))
}

/// The interface's words in the source language, to be written over.
fn words(theme: &Theme, library: &Library, tag: &LanguageTag) -> String {
    let source = &library.site().source_language;
    let text = theme
        .source(&format!("i18n/{source}.ftl"))
        .or_else(|| theme.source("i18n/en.ftl"))
        .map_or_else(String::new, |file| file.text().to_owned());
    format!(
        "# The words of the interface, to be translated. Translate what stands after each =; keep what\n# stands before it, and what stands in {{ braces }}. Then rename this file to {tag}.ftl.\n\n{text}"
    )
}
