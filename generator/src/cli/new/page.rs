//! A page or a section of the source language.

use super::{NewError, PlaceArgs, given_or_asked, quoted, write};
use crate::cli::status::library;
use crate::content::{GENERATED, Library};
use crate::language::LanguageTag;
use crate::suggestion::{did_you_mean, first_few};
use crate::url::PagePath;
use std::path::Path;

pub(super) fn begin(arguments: &PlaceArgs, section: bool) -> Result<Vec<String>, NewError> {
    let options = arguments.inputs.options().map_err(NewError::Told)?;
    let library = library(&options).map_err(NewError::Told)?;
    let source = &library.site().source_language;
    let named = path_named(&arguments.path, &options.content, &arguments.lang);
    source_only(&library, &arguments.lang, &named)?;
    let path = page_path(&named, section)?;
    let folder = path.parent().unwrap_or_else(PagePath::home);
    in_a_section(&library, source, &folder, &path)?;
    let file = options
        .content
        .join(source.as_str())
        .join(format!("{path}.md"));
    if library
        .page(source, &path)
        .is_some_and(|page| !page.generated)
        || file.exists()
    {
        return Err(NewError::Exists {
            path: file,
            help: "Nothing that is there is written over. Open it, or choose another name.".into(),
        });
    }
    let what = if section { "section" } else { "page" };
    let title = given_or_asked(
        arguments.title.as_deref(),
        &format!("Title of the {what}"),
        "title",
    )?;
    write(
        &file,
        &text(
            &library,
            source,
            &folder,
            &title,
            arguments.description.as_deref(),
        ),
    )?;

    let shown = file.display();
    let mut next = vec![
        format!("{shown} is begun"),
        "What next:".into(),
        format!("  {shown}    write over its example text"),
        "  waymark serve    look at it while you write".into(),
        "  waymark check    before you hand it in".into(),
    ];
    if section {
        next.push(format!(
            "  waymark new page {source} {}/… --title \"…\"    its first page",
            path.folder()
        ));
        next.push(format!(
            "  content/site.toml, [nav] header = [… \"{path}\"]    if it belongs into the menu"
        ));
    }
    let others = library
        .languages()
        .iter()
        .filter(|language| language.tag != *source);
    let others: Vec<&str> = others.map(|language| language.tag.as_str()).collect();
    if let Some(first) = others.first() {
        next.push(format!(
            "  waymark translate {path} {first}    once the text stands (languages: {})",
            first_few(others.iter().copied())
        ));
    }
    Ok(next)
}

/// `guidelines/tools` for that, for `guidelines/tools.md` and for `content/en/guidelines/tools.md`.
fn path_named(text: &str, content: &Path, lang: &str) -> String {
    let text = text.replace('\\', "/");
    let text = text.trim_start_matches("./");
    let folder = content.to_string_lossy().replace('\\', "/");
    let folder = folder.trim_start_matches("./").trim_end_matches('/');
    let below = |text: &str, folder: &str| {
        text.strip_prefix(folder)
            .and_then(|rest| rest.strip_prefix('/'))
            .map(str::to_owned)
    };
    let text = below(text, folder)
        .and_then(|rest| below(&rest, lang))
        .unwrap_or_else(|| text.to_owned());
    let text = text.strip_suffix(".md").unwrap_or(&text);
    text.trim_end_matches('/').to_owned()
}

/// Pages begin in the source language; other languages translate them.
fn source_only(library: &Library, lang: &str, path: &str) -> Result<(), NewError> {
    let source = &library.site().source_language;
    if lang == source.as_str() {
        return Ok(());
    }
    let tags = || {
        library
            .languages()
            .iter()
            .map(|language| language.tag.as_str())
    };
    if !tags().any(|tag| tag == lang) {
        return Err(NewError::Language {
            message: format!("“{lang}” isn't a language of this site"),
            help: did_you_mean(lang, tags(), || {
                format!(
                    "Pages begin in the source language: waymark new page {source} {path}. A new language: waymark new language {lang}."
                )
            }),
        });
    }
    let there = PagePath::new(path).is_some_and(|path| library.page(source, &path).is_some());
    let help = if there {
        format!("waymark translate {path} {lang}    begins its translation")
    } else {
        format!("First waymark new page {source} {path}, then waymark translate {path} {lang}.")
    };
    Err(NewError::Language {
        message: format!("pages begin in the source language, `{source}`"),
        help,
    })
}

fn page_path(named: &str, section: bool) -> Result<PagePath, NewError> {
    let bad = |why: &str| NewError::Path {
        path: named.to_owned(),
        why: why.to_owned(),
    };
    let plain = |name: &str| {
        !name.is_empty()
            && !name.starts_with('-')
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if !named.split('/').all(plain) {
        return Err(bad("it becomes an address, in every language"));
    }
    let whole = match named.strip_suffix("/index") {
        None if section => format!("{named}/index"),
        _ => named.to_owned(),
    };
    if GENERATED.contains(&whole.as_str()) {
        return Err(bad("Waymark makes that page itself"));
    }
    PagePath::new(&whole).ok_or_else(|| bad("it isn't a path"))
}

/// The section that a page goes into must have a page of its own.
fn in_a_section(
    library: &Library,
    source: &LanguageTag,
    folder: &PagePath,
    path: &PagePath,
) -> Result<(), NewError> {
    let written = |path: &PagePath| {
        library
            .page(source, path)
            .is_some_and(|page| !page.generated)
    };
    if *path == PagePath::home() || written(folder) {
        return Ok(());
    }
    let section = folder.folder();
    let known: Vec<&str> = library
        .paths(source)
        .into_iter()
        .filter(|path| path.is_index() && !path.folder().is_empty())
        .map(PagePath::folder)
        .collect();
    let make = || {
        if section.is_empty() {
            format!("The site has no first page: waymark new page {source} index")
        } else {
            format!("waymark new section {source} {section}    makes it")
        }
    };
    Err(NewError::Section {
        section: section.to_owned(),
        help: did_you_mean(section, known, make),
    })
}

/// A page's first text: front matter, and an example that says what to do with it.
fn text(
    library: &Library,
    source: &LanguageTag,
    folder: &PagePath,
    title: &str,
    description: Option<&str>,
) -> String {
    let last = library
        .children(source, folder)
        .iter()
        .filter_map(|page| page.front.order)
        .max();
    let description = description.map_or_else(String::new, |text| {
        format!("description = {}\n", quoted(text.trim()))
    });
    format!(
        "+++\ntitle = {}\n{description}order = {}\n+++\n\nSay in one paragraph what this page is for.\n\n## The first heading {{#first}}\n\nWrite here.\n",
        quoted(title),
        last.unwrap_or(0).saturating_add(1),
    )
}
