//! The feed of what has changed, one per language: Atom (RFC 4287).

use crate::markdown;
use crate::render::edition::Edition;
use crate::render::view::ChangeView;
use crate::url::{OutputPath, encode_path};
use std::fmt::Write as _;

/// The newest changes that a feed holds; the list of changes holds all.
const NEWEST: usize = 100;

/// The feed of an edition with the file that it is for; none without `base_url`, since readers of
/// feeds need whole addresses, or if editors say of no change.
#[must_use]
pub fn feed(base: &str, edition: &Edition<'_>) -> Option<(OutputPath, String)> {
    let path = edition.feed_path()?;
    let newest = edition.changes().first()?;
    let tag = &edition.language().tag;
    let site = edition.site();
    let at = |path: &str| escape(&format!("{base}{}", encode_path(path)));
    let own = at(path.as_str());
    let author = if site.publisher.is_empty() {
        &site.title
    } else {
        &site.publisher
    };
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string can't fail.
    let _ = writeln!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n<id>{own}</id>\n<title>{title} – {what}</title>\n<updated>{day}T00:00:00Z</updated>\n<author><name>{author}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link rel=\"alternate\" type=\"text/html\" hreflang=\"{lang}\" href=\"{list}\"/>\n<generator version=\"{version}\">Waymark</generator>",
        lang = tag.bcp47(),
        title = escape(&site.title),
        what = escape(&edition.text("changes-title")),
        day = newest.iso,
        author = escape(author),
        list = at(&format!("{tag}/changes.html")),
        version = escape(site.version),
    );
    let days = edition.changes().iter();
    let changes = days.flat_map(|day| day.changes.iter().map(|change| (day.iso.as_str(), change)));
    for (day, change) in changes.take(NEWEST) {
        entry(&mut xml, base, day, change);
    }
    xml.push_str("</feed>\n");
    Some((path, xml))
}

fn entry(xml: &mut String, base: &str, day: &str, change: &ChangeView) {
    let lang = |lang: &Option<String>| {
        lang.as_ref()
            .map(|lang| format!(" xml:lang=\"{lang}\""))
            .unwrap_or_default()
    };
    let id = escape(&format!("{base}{}", change.id));
    let page = id.split('#').next().unwrap_or(&id);
    let _ = writeln!(
        xml,
        "<entry>\n<id>{id}</id>\n<title{}>{}</title>\n<updated>{day}T00:00:00Z</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n<summary{}>{}</summary>\n</entry>",
        lang(&change.lang),
        escape(&change.title),
        lang(&change.note_lang),
        escape(&change.note),
    );
}

/// Text for XML: what XML can't hold becomes a space.
fn escape(text: &str) -> String {
    let held = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    markdown::escape(&text.replace(|c| !held(c), " ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_safe_in_xml() {
        assert_eq!(escape("a<b>&\"c\u{7}d\n"), "a&lt;b&gt;&amp;&quot;c d ");
    }
}
