//! `sitemap.xml` (<https://www.sitemaps.org/protocol.html>) and `robots.txt`.

use crate::content::Library;
use crate::url::encode_path;
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

/// The sitemap of every page that is really in its language, each with its other languages; none
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
    for page in library.pages() {
        let address = |tag| format!("{base}{}", encode_path(page.path.output(tag).as_str()));
        let own = escape(&address(&page.lang));
        // Writing to a string can't fail.
        let _ = write!(xml, "<url><loc>{own}</loc>");
        let others: Vec<_> = library
            .languages()
            .iter()
            .filter(|language| library.page(&language.tag, &page.path).is_some())
            .collect();
        if others.len() > 1 {
            for language in others {
                let href = escape(&address(&language.tag));
                let tag = language.tag.bcp47();
                let _ = write!(
                    xml,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>"
                );
            }
        }
        xml.push_str("</url>\n");
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
