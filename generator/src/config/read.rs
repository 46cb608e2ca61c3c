//! Reading `site.toml`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::editorial;
use super::{Card, Localised, Nav, ReferenceSetting, Reporting, Site};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::fields::{Fields, Located, Reader};
use crate::language::{Direction, Language, LanguageTag};
use crate::source::SourceFile;
use crate::suggestion::{did_you_mean, first_few};
use crate::url::PagePath;

/// Leading zero bits of a stamp unless `site.toml` says otherwise.
const STAMP_BITS: u8 = 18;
/// Where the leave button goes unless `site.toml` says otherwise.
const EXIT_URL: &str = "https://www.wikipedia.org/";

/// Reads `site.toml`. Without an id, a source language or a language there is no site.
#[must_use]
pub fn read(file: &Arc<SourceFile>) -> (Option<Site>, Vec<Diagnostic>) {
    let reader = Reader::new(file, 0);
    let mut fields = reader.table(file.text(), 0..0);
    let site = site(&mut fields);
    fields.finish();
    (site, reader.finish())
}

fn site(fields: &mut Fields<'_>) -> Option<Site> {
    let languages = languages(fields);
    let tags: Vec<&LanguageTag> = languages.iter().map(|language| &language.tag).collect();
    let id = id(fields);
    let title = fields.table("title").map(|table| localised(table, &tags));
    if title.is_none() {
        fields.missing("title");
    }
    let source_language = fields.required_text("source_language").and_then(|source| {
        let found = tags.iter().find(|tag| tag.as_str() == source.value);
        if found.is_none() {
            unknown_language(fields, &source, &tags);
        }
        let all = languages
            .iter()
            .find(|language| language.tag.as_str() == source.value);
        if let Some((_, span)) = all.and_then(|language| language.pages.as_ref()?.first()) {
            fields.add(
                Code::InvalidValue,
                span.clone(),
                "the source language has every page",
                "`pages` is for languages in which only some pages are to be translated.",
            );
        }
        found.map(|tag| (*tag).clone())
    });
    let text = |text: Option<Located<String>>| text.map(|text| text.value).unwrap_or_default();
    let publisher = text(fields.text("publisher"));
    let base_url = web_address(fields, "base_url");
    let exit_url = web_address(fields, "exit_url");
    let references = references(fields);
    let severity = fields.table("severity").map(severities).unwrap_or_default();
    let audiences = editorial::audiences(fields, &tags);
    let edit = editorial::edit(fields);
    let toc = editorial::toc(fields);
    let reporting = reporting(fields);
    let mut nav = fields.table("nav").map(nav).unwrap_or_default();
    let card = fields
        .table("card")
        .and_then(|table| card(table, &mut nav.named));
    Some(Site {
        id: id?,
        title: title?,
        source_language: source_language?,
        publisher,
        // Addresses are joined by appending, so the slash must be there.
        base_url: if base_url.is_empty() || base_url.ends_with('/') {
            base_url
        } else {
            base_url + "/"
        },
        exit_url: if exit_url.is_empty() {
            EXIT_URL.to_owned()
        } else {
            exit_url
        },
        languages,
        references,
        severity,
        audiences,
        edit,
        toc,
        reporting,
        nav,
        card,
    })
}

/// The instance's name. It is hashed into stamps with a length of one byte.
fn id(fields: &mut Fields<'_>) -> Option<String> {
    let id = fields.required_text("id")?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.value.len() <= 64 && id.value.chars().all(plain) {
        return Some(id.value);
    }
    fields.add(
        Code::InvalidValue,
        id.span,
        "`id` must be a short plain name",
        "At most 64 lower-case letters a–z, digits and hyphens.",
    );
    None
}

fn languages(fields: &mut Fields<'_>) -> Vec<Language> {
    let Some(mut table) = fields.table("languages") else {
        fields.missing("languages");
        return Vec::new();
    };
    let mut languages = Vec::new();
    for (key, mut entry) in table.tables() {
        let name = entry.required_text("name");
        let dir = entry.text("dir").and_then(|dir| {
            let found = Direction::from_name(&dir.value);
            if found.is_none() {
                let help = "Write \"ltr\" or \"rtl\", or leave the line out.";
                entry.add(
                    Code::InvalidValue,
                    dir.span,
                    format!("there is no direction “{}”", dir.value),
                    help,
                );
            }
            found
        });
        // An empty list is a language of which only the interface is translated.
        let pages = entry.has("pages").then(|| {
            let mut named = Named::new();
            nav_pages(&mut entry, "pages", &mut named);
            named
        });
        entry.finish();
        match LanguageTag::parse(&key.value) {
            // Two folders that differ in capitals only are one folder on many disks.
            Ok(tag)
                if languages
                    .iter()
                    .any(|known: &Language| known.tag.bcp47() == tag.bcp47()) =>
            {
                table.add(
                    Code::LanguageTag,
                    key.span,
                    format!("“{tag}” stands here twice"),
                    "Capitals don't tell languages apart.",
                );
            }
            Ok(tag) => languages.push(Language {
                name: name.map_or_else(|| tag.bcp47(), |name| name.value),
                dir: dir.unwrap_or_else(|| tag.direction()),
                pages,
                tag,
            }),
            Err(error) => table.add(
                Code::LanguageTag,
                key.span,
                error.to_string(),
                "Tags look like fr, pt-br or zh-hans (BCP 47).",
            ),
        }
    }
    languages
}

fn unknown_language(fields: &Fields<'_>, found: &Located<String>, tags: &[&LanguageTag]) {
    let known = tags.iter().map(|tag| tag.as_str());
    fields.add(
        Code::LanguageTag,
        found.span.clone(),
        format!("“{}” isn't a language of this site", found.value),
        did_you_mean(&found.value, known.clone(), || {
            format!("Languages of this site: {}.", first_few(known))
        }),
    );
}

/// Reads a text in several languages: `{ en = "…", fr = "…" }`.
pub(crate) fn localised(mut table: Fields<'_>, tags: &[&LanguageTag]) -> Localised {
    let mut texts = BTreeMap::new();
    for (key, text) in table.remaining_texts() {
        match tags.iter().find(|tag| tag.as_str() == key.value) {
            Some(tag) => {
                texts.insert((*tag).clone(), text.value);
            }
            None => unknown_language(&table, &key, tags),
        }
    }
    Localised(texts)
}

/// Languages by their tags, told when they aren't the site's.
pub(crate) fn language_list(
    fields: &mut Fields<'_>,
    key: &str,
    tags: &[&LanguageTag],
) -> Vec<LanguageTag> {
    let mut list = Vec::new();
    for text in fields.texts(key) {
        match LanguageTag::parse(&text.value) {
            // A desk may read a language that the site isn't written in.
            Ok(tag) => list.push(tag),
            Err(_) => unknown_language(fields, &text, tags),
        }
    }
    list
}

/// An address that is empty or begins with `https://` (`http://` for a machine's own).
fn web_address(fields: &mut Fields<'_>, key: &str) -> String {
    let Some(text) = fields.text(key) else {
        return String::new();
    };
    let own = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let good = text.value.is_empty()
        || text.value.starts_with("https://")
        || own.iter().any(|host| text.value.starts_with(host));
    if good
        && !text
            .value
            .contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ';'))
    {
        return text.value;
    }
    fields.add(
        Code::InvalidValue,
        text.span,
        format!("`{key}` must be an address that begins with https://"),
        "",
    );
    String::new()
}

fn severity(fields: &Fields<'_>, text: &Located<String>) -> Option<Severity> {
    let found = Severity::from_name(&text.value);
    if found.is_none() {
        fields.add(
            Code::InvalidValue,
            text.span.clone(),
            format!("there is no severity “{}”", text.value),
            did_you_mean(&text.value, Severity::NAMES, || {
                "Write \"error\", \"warning\" or \"off\".".to_owned()
            }),
        );
    }
    found
}

fn severities(mut table: Fields<'_>) -> BTreeMap<Code, Severity> {
    let mut severities = BTreeMap::new();
    for (key, value) in table.remaining_texts() {
        let severity = severity(&table, &value);
        let Some(code) = Code::from_name(&key.value) else {
            let known = Code::ALL.iter().map(|code| code.name());
            table.add(
                Code::UnknownKey,
                key.span,
                format!("there is no diagnostic “{}”", key.value),
                did_you_mean(&key.value, known, || {
                    "Each diagnostic is printed with its name.".to_owned()
                }),
            );
            continue;
        };
        let kept = code.kept().filter(|_| severity > Some(Severity::Error));
        if let Some(reason) = kept {
            table.add(
                Code::InvalidValue,
                value.span,
                format!("`{code}` is always an error"),
                format!("{reason} Remove this line."),
            );
            continue;
        }
        severities.extend(severity.map(|severity| (code, severity)));
    }
    severities
}

fn references(fields: &mut Fields<'_>) -> Vec<ReferenceSetting> {
    let Some(mut table) = fields.table("references") else {
        return Vec::new();
    };
    let mut lists = Vec::new();
    for (name, mut entry) in table.tables() {
        let file = entry.required_text("file");
        let coverage = entry
            .text("coverage")
            .and_then(|text| severity(&entry, &text));
        entry.finish();
        lists.extend(file.map(|file| ReferenceSetting {
            name: name.value,
            file: file.value,
            coverage: coverage.unwrap_or(Severity::Off),
        }));
    }
    lists
}

fn reporting(fields: &mut Fields<'_>) -> Reporting {
    let mut reporting = Reporting {
        relay: String::new(),
        stamp_bits: STAMP_BITS,
        not_site_of: String::new(),
    };
    let Some(mut table) = fields.table("reporting") else {
        return reporting;
    };
    reporting.relay = web_address(&mut table, "relay");
    if let Some(bits) = table.integer("stamp_bits") {
        match u8::try_from(bits.value) {
            // Past 24 a phone would work for minutes.
            Ok(number @ 0..=24) => reporting.stamp_bits = number,
            _ => table.add(
                Code::InvalidValue,
                bits.span,
                "`stamp_bits` must be from 0 to 24",
                "18 takes a phone about a second.",
            ),
        }
    }
    reporting.not_site_of = table
        .text("not_site_of")
        .map(|text| text.value)
        .unwrap_or_default();
    table.finish();
    reporting
}

fn nav(mut table: Fields<'_>) -> Nav {
    let mut nav = Nav::default();
    nav.header = nav_pages(&mut table, "header", &mut nav.named);
    nav.footer = nav_pages(&mut table, "footer", &mut nav.named);
    nav.urgent = table
        .text("urgent")
        .and_then(|text| nav_page(&table, text, &mut nav.named));
    nav.report = table
        .text("report")
        .and_then(|text| nav_page(&table, text, &mut nav.named));
    table.finish();
    nav
}

/// The page is named like those of menus, so that one which isn't there is told.
fn card(mut table: Fields<'_>, named: &mut Named) -> Option<Card> {
    let page = table
        .required_text("page")
        .and_then(|text| nav_page(&table, text, named));
    let sections: Vec<String> = table
        .texts("sections")
        .into_iter()
        .map(|text| text.value)
        .collect();
    if sections.is_empty() {
        table.missing("sections");
    }
    table.finish();
    page.map(|page| Card { page, sections })
}

type Named = Vec<(PagePath, Range<usize>)>;

fn nav_pages(table: &mut Fields<'_>, key: &str, named: &mut Named) -> Vec<PagePath> {
    let texts = table.texts(key);
    texts
        .into_iter()
        .filter_map(|text| nav_page(table, text, named))
        .collect()
}

fn nav_page(table: &Fields<'_>, text: Located<String>, named: &mut Named) -> Option<PagePath> {
    let path = PagePath::new(text.value.strip_suffix(".md").unwrap_or(&text.value));
    if let Some(path) = &path {
        named.push((path.clone(), text.span));
    } else {
        table.add(
            Code::InvalidValue,
            text.span,
            format!("“{}” isn't the path of a page", text.value),
            "Write it like this: \"guidelines/index\"",
        );
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Option<Site>, Vec<String>) {
        let file = SourceFile::new("site.toml", text);
        let (site, diagnostics) = read(&file);
        let told = diagnostics
            .iter()
            .map(|d| format!("{} `{}`", d.code, &text[d.span.clone().unwrap()]))
            .collect();
        (site, told)
    }

    const SMALL: &str = "id = \"x\"\nsource_language = \"en\"\ntitle.en = \"T\"\n[languages.en]\nname = \"English\"\n[languages.fa]\nname = \"فارسی\"\n";

    #[test]
    fn a_small_site() {
        let (site, told) = told(SMALL);
        assert_eq!(told, Vec::<String>::new());
        let site = site.unwrap();
        assert_eq!(site.languages[1].dir, Direction::Rtl);
        assert_eq!(
            site.title
                .get_or(&site.languages[1].tag, &site.source_language),
            "T"
        );
        assert_eq!(site.reporting.stamp_bits, 18);
    }

    #[test]
    fn a_language_may_have_only_some_pages() {
        let few = format!("{SMALL}pages = [\"urgent\", \"reporting/form.md\", \"../x\"]\n");
        let (site, told) = told(&few);
        assert_eq!(told, ["invalid-value `\"../x\"`"]);
        let persian = &site.unwrap().languages[1];
        let expects = |path: &str| persian.expects(&PagePath::new(path).unwrap());
        assert!(expects("urgent") && expects("reporting/form") && !expects("index"));

        let source = SMALL.replace("[languages.fa]", "pages = [\"index\"]\n[languages.EN]");
        let mut told = self::told(&source).1;
        told.sort();
        assert_eq!(told, ["invalid-value `\"index\"`", "language-tag `EN`"]);
    }

    #[test]
    fn what_protects_people_stays_an_error() {
        let text = format!("{SMALL}[severity]\ndesk-not-ready = \"off\"\ntheme = \"error\"\n");
        let (site, told) = told(&text);
        assert_eq!(told, ["invalid-value `\"off\"`"]);
        let kept: Vec<_> = site.unwrap().severity.into_iter().collect();
        assert_eq!(kept, [(Code::Theme, Severity::Error)]);
    }

    #[test]
    fn mistakes_are_told_together() {
        let text = SMALL.replace(
            "source_language = \"en\"",
            "source_language = \"ne\"\nbase_url = \"ftp://x\"",
        ) + "[languages.en_GB]\nname = \"x\"\n[severity]\nbroken-lnk = \"off\"\nbroken-link = \"of\"\n[reporting]\nstamp_bits = 99\n[nav]\nheader = [\"../x\"]\nfoter = []\n";
        let (site, mut told) = told(&text);
        assert!(site.is_none());
        told.sort();
        assert_eq!(
            told,
            [
                "invalid-value `\"../x\"`",
                "invalid-value `\"ftp://x\"`",
                "invalid-value `\"of\"`",
                "invalid-value `99`",
                "language-tag `\"ne\"`",
                "language-tag `en_GB`",
                "unknown-key `broken-lnk`",
                "unknown-key `foter`",
            ]
        );
    }
}
