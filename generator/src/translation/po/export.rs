//! Writing a language's messages as a PO file, or the source's alone as a template.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::base::{self, Base};
use super::catalogue::{Catalogue, Message, State};
use super::language;
use super::read::PoFile;
use super::write::{Entry, string};
use crate::content::Library;
use crate::diagnostic::{Code, Diagnostic};
use crate::search::stems;
use crate::source::SourceFile;

/// How many messages a file has, by state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Translated and current.
    pub translated: usize,
    /// To be looked at.
    pub fuzzy: usize,
    /// Not translated.
    pub missing: usize,
}

/// A language's PO file.
///
/// `time` is when the content was last changed, in seconds since 1970-01-01 UTC. `earlier` is the
/// file that this one replaces: translations that wait in it are kept, and its comments.
#[must_use]
pub fn export(
    library: &Library,
    catalogue: &Catalogue<'_>,
    time: i64,
    earlier: Option<&PoFile>,
) -> (String, Counts) {
    let tag = &catalogue.lang;
    let name = library
        .language(tag)
        .map_or(tag.as_str(), |language| &language.name);
    let mut out = format!("# {}, {name}\n", title(library));
    out.push_str("# Translate between the quotes of msgstr; keep the marks around the words: **…**, [text](address),\n# [[key|text]], [^1]. content/README.md says more.\n");
    let mut header = fields(library, time);
    let _ = write!(
        header,
        "PO-Revision-Date: {0}\nLast-Translator: {1}\nLanguage-Team: {name}\nLanguage: {2}\n",
        date(time),
        kept(earlier, "Last-Translator").unwrap_or("nobody named"),
        language::gettext(tag),
    );
    header.push_str(TYPE);
    let _ = writeln!(
        header,
        "{}: {}",
        base::FIELD,
        base::value(&catalogue.messages)
    );
    write_header(&mut out, &header);
    let waiting = earlier.map(waiting).unwrap_or_default();
    let terms = Terms::new(library, catalogue);
    let mut counts = Counts::default();
    for message in catalogue.expected() {
        let mut entry = entry(message, &terms);
        if let Some(old) = waiting.get(&(message.context.as_str(), message.id.as_str())) {
            entry.comments.clone_from(&old.comments);
            let begun = old.fuzzy && entry.fuzzy;
            if !old.text.value.is_empty() && (entry.text.is_empty() || begun) {
                entry.text.clone_from(&old.text.value);
                entry.fuzzy = old.fuzzy;
            }
        }
        match (entry.text.is_empty(), entry.fuzzy) {
            (true, _) => counts.missing += 1,
            (_, true) => counts.fuzzy += 1,
            _ => counts.translated += 1,
        }
        entry.write(&mut out);
    }
    (out, counts)
}

/// Tells translations of a file that the content doesn't have: an export in its place would lose
/// them.
#[must_use]
pub fn not_imported(
    catalogue: &Catalogue<'_>,
    file: &Arc<SourceFile>,
    po: &PoFile,
) -> Vec<Diagnostic> {
    let base = Base::of(po).unwrap_or_default();
    let waiting = waiting(po);
    let lost = catalogue.messages.iter().filter_map(|message| {
        let old = waiting.get(&(message.context.as_str(), message.id.as_str()))?;
        let text = old.text.value.trim();
        let differs = !old.fuzzy && !text.is_empty() && text != message.text.trim();
        // What is empty in the content stays in the file.
        (differs && !message.text.is_empty() && !base.has(message, text)).then(|| {
            Diagnostic::new(
                Code::PoConflict,
                "this translation isn't in the content yet",
            )
            .at(file, old.text.span.clone())
            .help("Import the file first, or export to another.")
        })
    });
    lost.collect()
}

/// The source's messages without a translation. `catalogue` is the source language's.
#[must_use]
pub fn template(library: &Library, catalogue: &Catalogue<'_>, time: i64) -> String {
    let mut out = format!("# {}\n#, fuzzy\n", title(library));
    let mut header = fields(library, time);
    header.push_str("PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\nLast-Translator: FULL NAME <EMAIL@ADDRESS>\nLanguage-Team: LANGUAGE <LL@li.org>\nLanguage: \n");
    header.push_str(TYPE);
    write_header(&mut out, &header);
    let terms = Terms::new(library, catalogue);
    for message in &catalogue.messages {
        entry(message, &terms).write(&mut out);
    }
    out
}

const TYPE: &str = concat!(
    "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nX-Generator: Waymark ",
    env!("CARGO_PKG_VERSION"),
    "\n"
);

fn fields(library: &Library, time: i64) -> String {
    let id = library.site().id.replace(['\n', '\r'], " ");
    format!(
        "Project-Id-Version: {id}\nReport-Msgid-Bugs-To: \nPOT-Creation-Date: {}\n",
        date(time)
    )
}

fn title(library: &Library) -> String {
    let site = library.site();
    let title = site
        .title
        .get_or(&site.source_language, &site.source_language);
    title.replace(['\n', '\r'], " ")
}

fn write_header(out: &mut String, header: &str) {
    string(out, "", "msgid", "");
    string(out, "", "msgstr", header);
}

/// As gettext writes times: `2026-11-23 00:00+0000`.
fn date(seconds: i64) -> String {
    let time = jiff::Timestamp::from_second(seconds).unwrap_or_default();
    let time = jiff::tz::Offset::UTC.to_datetime(time);
    format!(
        "{} {:02}:{:02}+0000",
        time.date(),
        time.hour(),
        time.minute()
    )
}

fn kept<'a>(earlier: Option<&'a PoFile>, field: &str) -> Option<&'a str> {
    earlier?.field(field).filter(|value| !value.is_empty())
}

type Waiting<'a> = HashMap<(&'a str, &'a str), &'a super::read::Read>;

fn waiting(earlier: &PoFile) -> Waiting<'_> {
    let entries = earlier.entries.iter();
    entries
        .map(|entry| ((entry.context.as_str(), entry.id.value.as_str()), entry))
        .collect()
}

fn entry(message: &Message, terms: &Terms) -> Entry {
    let mut extracted = vec![message.kind.to_owned()];
    extracted.extend(terms.in_text(message));
    let (fuzzy, previous) = match &message.state {
        State::Changed { previous } => (true, previous.clone()),
        State::Current | State::Missing => (false, None),
    };
    Entry {
        comments: Vec::new(),
        extracted,
        reference: message.reference.clone(),
        fuzzy,
        previous: previous.filter(|previous| *previous != message.id),
        context: message.context.clone(),
        id: message.id.clone(),
        text: message.text.clone(),
    }
}

/// The glossary's terms as a text may have them.
struct Terms {
    lang: String,
    /// Key, stems, and the line that tells the translator.
    terms: Vec<(String, Vec<String>, String)>,
}

impl Terms {
    fn new(library: &Library, catalogue: &Catalogue<'_>) -> Self {
        let lang = library.site().source_language.as_str();
        let (source, own) = catalogue.glossaries;
        let terms = source.terms().iter().map(|term| {
            let other = own.and_then(|own| own.get(&term.key));
            let arrow = other
                .map(|other| format!(" → {}", other.term))
                .unwrap_or_default();
            (
                term.key.clone(),
                stems(lang, &term.term),
                format!("term: {}{arrow}", term.term),
            )
        });
        Self {
            lang: lang.to_owned(),
            terms: terms.collect(),
        }
    }

    fn in_text<'t>(&'t self, message: &Message) -> impl Iterator<Item = String> + use<'t> {
        let words = stems(&self.lang, &message.id);
        let id = message.id.clone();
        // A term says its own name.
        let own = message.context.clone();
        let occurs = move |(key, stems, _): &&(String, Vec<String>, String)| {
            if own.starts_with(&format!("glossary {key} ")) {
                return false;
            }
            let marked = [format!("[[{key}]]"), format!("[[{key}|")];
            let said = !stems.is_empty()
                && words
                    .windows(stems.len())
                    .any(|part| part == stems.as_slice());
            said || marked.iter().any(|mark| id.contains(mark))
        };
        self.terms
            .iter()
            .filter(occurs)
            .map(|(_, _, line)| line.clone())
    }
}
