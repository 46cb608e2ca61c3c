//! All that a template may see. What isn't here, no page shows.
//!
//! A view is complete: two equal views draw the same bytes, so a page is drawn again only when
//! the digest of its view changes.

use crate::render::navigation::{Link, NavItem};
use serde::Serialize;
use std::collections::BTreeMap;

/// What the template of one page is given.
#[derive(Debug, Clone, Serialize)]
pub struct View<'a> {
    /// The site.
    pub site: &'a SiteView,
    /// The language of the page's interface.
    pub lang: &'a LangView,
    /// The page.
    pub page: PageView,
    /// Links of the frame.
    pub links: LinksView,
    /// Files that the page loads, by name: `css`, `base_js`, `icon`, `report_js`; relative.
    pub assets: BTreeMap<String, String>,
    /// The start of the language's search script; relative.
    pub search_js: String,
    /// The way to the site's root: `../`.
    pub root: String,
    /// The content security policy.
    pub csp: &'a str,
    /// The glossary's terms in alphabetical order; filled for the layout `glossary`.
    pub glossary: &'a [TermView],
    /// Pages and terms by letter; filled for the A–Z page.
    pub a_z: &'a [LetterView],
    /// What editors say of changes, by day; filled for the list of changes.
    pub changes: &'a [ChangesView],
    /// The pages that are for an audience; filled for its list.
    pub listed: Vec<ListedView>,
    /// Where the page is now; filled for an old address.
    pub moved: Option<Link>,
    /// The places; filled for the layout `places`.
    pub places: &'a [PlaceView],
    /// What the forms need; filled for `report`, `practice` and `send`.
    pub reporting: Option<ReportingView>,
}

/// The site in one language.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// The instance's name.
    pub id: String,
    /// The title.
    pub title: String,
    /// The language of the title, where it is another than the page's.
    pub title_lang: Option<String>,
    /// Who publishes it; empty if nobody says so.
    pub publisher: String,
    /// The organisation of whose sites this is none.
    pub not_site_of: String,
    /// Where the leave button goes.
    pub exit_url: String,
    /// The generator's version.
    pub version: &'static str,
    /// True for a copy to look at before a change is published.
    pub preview: bool,
}

/// A language.
#[derive(Debug, Clone, Serialize)]
pub struct LangView {
    /// The BCP 47 tag.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Its own name.
    pub name: String,
    /// The language that the interface's texts are in: another one where the theme has none in
    /// this.
    pub words: String,
    /// Their direction.
    pub words_dir: &'static str,
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// Its address without language and ending.
    pub path: String,
    /// The name of its layout.
    pub layout: &'static str,
    /// The title, shown as the first heading.
    pub title: String,
    /// One or two sentences; empty if there are none.
    pub description: String,
    /// The text below the title, as HTML.
    pub html: String,
    /// The language of that text.
    pub content_lang: String,
    /// Its direction.
    pub content_dir: &'static str,
    /// The headings of the second level, and those of the third below them.
    pub toc: Vec<TocItem>,
    /// From the home page to the one above.
    pub breadcrumbs: Vec<Link>,
    /// The page before.
    pub prev: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
    /// The side navigation.
    pub nav: Vec<NavItem>,
    /// The page in each language.
    pub alternates: Vec<Alternate>,
    /// What the reader should know first.
    pub notices: Vec<Notice>,
    /// On a page that isn't translated, of a language in which few are meant to be: those that are.
    pub own: Vec<Link>,
    /// The statements that the page restates.
    pub references: Vec<ReferencesView>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// When it was last reviewed, written out.
    pub reviewed: Option<String>,
    /// When it must be reviewed again, written out.
    pub review_by: Option<String>,
    /// Since when the text says what it says, written out; as far as git knows.
    pub changed: Option<String>,
    /// For whom it is; on the list of an audience: the other ones.
    pub audiences: Vec<Link>,
    /// Where its text can be edited in public.
    pub edit: Option<String>,
    /// How long reading takes.
    pub reading_minutes: usize,
    /// The page's address where the site is published; none if that isn't known.
    pub canonical: Option<String>,
}

/// An entry of the page's own list of headings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TocItem {
    /// The heading's id.
    pub id: String,
    /// Its text.
    pub title: String,
    /// 2 or 3.
    pub level: u8,
    /// Those of the next level below it.
    pub children: Vec<TocItem>,
}

/// The page in a language.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// The language's tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// Its direction.
    pub dir: &'static str,
    /// Where the page is in it.
    pub href: String,
    /// True for the language of this page.
    pub current: bool,
    /// False where the page isn't translated yet and shows the source language's text.
    pub real: bool,
    /// An invitation to read in this language, in its own words; only on pages that belong to no
    /// language, and only if the theme has words in it.
    pub invitation: Option<String>,
}

/// A notice.
#[derive(Debug, Clone, Serialize)]
pub struct Notice {
    /// `draft`, `scheduled`, `fallback`, `stale`, `unchecked`, `restates` or `not-site`.
    pub kind: &'static str,
    /// Its text as HTML.
    pub html: String,
}

/// The entries of one reference list that a page names.
#[derive(Debug, Clone, Serialize)]
pub struct ReferencesView {
    /// The list's name.
    pub list: String,
    /// The ids.
    pub ids: Vec<String>,
}

/// Links of the frame.
#[derive(Debug, Clone, Serialize)]
pub struct LinksView {
    /// The language's home page.
    pub home: String,
    /// The search page.
    pub search: String,
    /// The A–Z page.
    pub a_z: String,
    /// The list of what has changed.
    pub changes: Option<String>,
    /// The same as a feed.
    pub feed: Option<String>,
    /// Urgent help.
    pub urgent: Option<String>,
    /// The report form.
    pub report: Option<String>,
    /// The page that sends a saved report.
    pub send: Option<Link>,
    /// The header's menu.
    pub header: Vec<Link>,
    /// The footer's menu.
    pub footer: Vec<Link>,
}

/// A term of the glossary.
#[derive(Debug, Clone, Serialize)]
pub struct TermView {
    /// The key.
    pub key: String,
    /// The id on the glossary's page.
    pub id: String,
    /// The term.
    pub term: String,
    /// What it means.
    pub definition: String,
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// The letter that it stands under.
    pub letter: String,
}

/// A letter of the A–Z page.
#[derive(Debug, Clone, Serialize)]
pub struct LetterView {
    /// The letter.
    pub letter: String,
    /// What begins with it.
    pub entries: Vec<EntryView>,
}

/// An entry of the A–Z page.
#[derive(Debug, Clone, Serialize)]
pub struct EntryView {
    /// The page's title, the term, or a word that leads to a page.
    pub title: String,
    /// The title of the page that the word leads to.
    pub of: Option<String>,
    /// The language of the title, where it is another than the page's.
    pub lang: Option<String>,
    /// Where it leads.
    pub href: String,
    /// `page`, `term` or `word`.
    pub kind: &'static str,
}

/// What editors say of the changes of a day.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesView {
    /// The day, written out.
    pub day: String,
    /// The day as `2026-01-31`.
    pub iso: String,
    /// What has changed.
    pub changes: Vec<ChangeView>,
}

/// A change.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    /// Its name for readers of feeds, below the site's address.
    pub id: String,
    /// The page's title.
    pub title: String,
    /// The language of the title, where it is another than the list's.
    pub lang: Option<String>,
    /// Where the page is.
    pub href: String,
    /// What is said.
    pub note: String,
    /// The language of what is said, where it is another than the list's.
    pub note_lang: Option<String>,
}

/// A page in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ListedView {
    /// Its title.
    pub title: String,
    /// The language of title and description, where it is another than the list's.
    pub lang: Option<String>,
    /// One or two sentences; empty if there are none.
    pub description: String,
    /// Where it is.
    pub href: String,
}

/// A place.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The id of its desk.
    pub desk: Option<String>,
    /// What is known of it, in a fixed order; what isn't says so.
    pub facts: Vec<Fact>,
}

/// A fact of a place.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The value, or a text that says that it isn't known.
    pub value: String,
    /// True if it is known.
    pub known: bool,
}

/// What the forms need.
#[derive(Debug, Clone, Serialize)]
pub struct ReportingView {
    /// True if some desk takes reports.
    pub open: bool,
    /// The desks.
    pub desks: Vec<DeskView>,
    /// The places, to choose from.
    pub places: Vec<PlaceChoice>,
    /// Where reports go; a desk's id follows.
    pub relay: String,
    /// The instance's name, which goes into the stamp.
    pub instance: String,
    /// Leading zero bits of a stamp.
    pub stamp_bits: u8,
}

/// A desk.
#[derive(Debug, Clone, Serialize)]
pub struct DeskView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `demo`, `open`, `paused` or `closed`.
    pub state: &'static str,
    /// Its age recipients.
    pub recipients: Vec<String>,
    /// The languages that it reads, by their own names.
    pub languages: String,
    /// When it last opened its messages, written out.
    pub opened: Option<String>,
    /// The same day as `2026-01-31`, for a script that compares it with the reader's own.
    pub opened_iso: Option<String>,
    /// True if nobody knew at the time of the build whether it is being read.
    pub quiet: bool,
}

/// A place to choose.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceChoice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The id of its desk.
    pub desk: Option<String>,
}
