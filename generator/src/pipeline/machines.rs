//! What other programs read of a site, and what the build says of what isn't there.

use crate::content::Library;
use crate::history::LastChanges;
use crate::output::feed;
use crate::render::edition::Edition;

/// What readers of feeds get: what has changed, in each language.
pub(super) fn for_machines(library: &Library, editions: &[Edition<'_>]) -> Vec<(String, String)> {
    let base = &library.site().base_url;
    let feeds = editions
        .iter()
        .filter_map(|edition| feed::feed(base, edition));
    feeds.map(|(path, xml)| (path.to_string(), xml)).collect()
}

/// What isn't there yet, or can't be.
pub(super) fn left_out(library: &Library, last: &LastChanges) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some((day, path)) = library.scheduled().first() {
        let waiting = library.scheduled().len();
        let own = library.today().map_or_else(
            || "without git and SOURCE_DATE_EPOCH it knows no day".to_owned(),
            |today| format!("the day of this build is {today}"),
        );
        notes.push(format!(
            "pages that wait for their day: {waiting}, the first is {path} ({day}); {own}"
        ));
    }
    let cut = library.pages().filter(|page| last.is_cut(page)).count();
    if cut > 0 {
        notes.push(format!(
            "no day of the last change on {cut} pages: this clone has the last commits only; `git fetch --unshallow` gets the rest"
        ));
    }
    if library.site().base_url.is_empty() && library.tells_changes() {
        notes.push("no feed.xml: base_url in site.toml is empty".to_owned());
    }
    notes
}
