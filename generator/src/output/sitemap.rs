//! `sitemap.xml` (<https://www.sitemaps.org/protocol.html>) and `robots.txt`.

use crate::content::Library;
use crate::content::lists::{CHANGES, list_of};
use crate::language::LanguageTag;
use crate::url::{PagePath, encode_path};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// `robots.txt` and `sitemap.xml`, and why one of them is left out. A preview is no place to send
/// search engines to.
#[must_use]
pub fn for_search_engines(
    library: &Library,
    preview: bool,
) -> (Vec<(&'static str, String)>, Vec<&'static str>) {
    if preview {
        let robots = ("robots.txt", robots(""));
        return (vec![robots], vec!["a preview: not for publishing"]);
    }
    let robots = ("robots.txt", robots(&library.site().base_url));
    match sitemap(library) {
        Some(xml) => (vec![robots, ("sitemap.xml", xml)], Vec::new()),
        None => (
            vec![robots],
            vec!["no sitemap.xml: base_url in site.toml is empty"],
        ),
    }
}

/// The sitemap of every page that is really in its language, each with its other languages, and of
/// the lists that are made of them; none
/// if `base_url` isn't known, since a sitemap holds whole addresses only.
#[must_use]
pub fn sitemap(library: &Library) -> Option<String> {
    let base = library.site().base_url.as_str();
    if base.is_empty() {
        return None;
    }
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let mut add = |path: &PagePath, languages: &[&LanguageTag]| {
        let address = |tag| escape(&format!("{base}{}", encode_path(path.output(tag).as_str())));
        for own in languages {
            // Writing to a string can't fail.
            let _ = write!(xml, "<url><loc>{}</loc>", address(own));
            for tag in languages.iter().filter(|_| languages.len() > 1) {
                let _ = write!(
                    xml,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    tag.bcp47(),
                    address(tag)
                );
            }
            xml.push_str("</url>\n");
        }
    };
    let tags = || library.languages().iter().map(|language| &language.tag);
    let paths: BTreeSet<&PagePath> = library.pages().map(|page| &page.path).collect();
    for path in paths {
        let own: Vec<_> = tags()
            .filter(|tag| library.page(tag, path).is_some())
            .collect();
        add(path, &own);
    }
    // Lists are in a language if its home page is.
    let whole: Vec<_> = tags()
        .filter(|tag| library.page(tag, &PagePath::home()).is_some())
        .collect();
    let changes = PagePath::new(CHANGES).filter(|_| library.tells_changes());
    let audiences = library.site().audiences.iter().map(list_of);
    for path in changes.into_iter().chain(audiences) {
        add(&path, &whole);
    }
    xml.push_str("</urlset>\n");
    Some(xml)
}

/// Everything may be read by everybody.
#[must_use]
pub fn robots(base: &str) -> String {
    if base.is_empty() {
        "User-agent: *\nAllow: /\n".to_owned()
    } else {
        format!("User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n")
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
        .replace('\'', "&apos;")
}
