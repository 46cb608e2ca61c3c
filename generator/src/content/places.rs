//! `places.toml`: desks, where reports are read, and places, with their local facts.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::config::{Localised, language_list, localised};
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::{Fields, Located, Reader};
use crate::language::LanguageTag;
use crate::source::SourceFile;
use crate::suggestion::did_you_mean;

/// Whether a desk takes reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeskState {
    /// For demonstration only.
    Demo,
    /// It takes reports.
    Open,
    /// Not at the moment.
    Paused,
    /// No more.
    Closed,
}

impl DeskState {
    /// Every state with its name.
    pub const ALL: [(&'static str, DeskState); 4] = [
        ("demo", Self::Demo),
        ("open", Self::Open),
        ("paused", Self::Paused),
        ("closed", Self::Closed),
    ];

    /// The name in `places.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::Open => "open",
            Self::Paused => "paused",
            Self::Closed => "closed",
        }
    }
}

/// A desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localised,
    /// Whether it takes reports.
    pub state: DeskState,
    /// Its age recipients (`age1…`).
    pub recipients: Vec<String>,
    /// The languages that it reads.
    pub languages: Vec<LanguageTag>,
    /// The day on which it last opened its messages.
    pub opened: Option<Date>,
}

/// A mission or an office. What isn't known is `None`, and the page says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localised,
    /// The desk for its reports.
    pub desk: Option<String>,
    /// The languages read there.
    pub languages: Vec<LanguageTag>,
    /// On which days messages are opened.
    pub reading_days: Option<String>,
    /// The local emergency number.
    pub emergency: Option<String>,
    /// The national authority.
    pub authority: Option<String>,
    /// The agreed procedure.
    pub procedure: Option<String>,
    /// Who answers for these facts.
    pub owner: Option<String>,
    /// When somebody last checked them.
    pub verified: Option<Date>,
    /// When they must be checked again.
    pub review_by: Option<Date>,
    /// Where `places.toml` says so: bytes.
    pub review_by_at: Range<usize>,
}

/// What `places.toml` says.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The desks, in the file's order.
    pub desks: Vec<Desk>,
    /// The places, in the file's order.
    pub places: Vec<Place>,
}

/// Reads `places.toml`. `more` are desks from elsewhere that places may name.
#[must_use]
pub fn read(
    file: &Arc<SourceFile>,
    tags: &[&LanguageTag],
    more: &[Desk],
    allow_demo: bool,
) -> (Places, Vec<Diagnostic>) {
    let reader = Reader::new(file, 0);
    let mut fields = reader.table(file.text(), 0..0);
    let mut found = Places::default();
    if let Some(mut table) = fields.table("desks") {
        found.desks = table
            .tables()
            .into_iter()
            .filter_map(|(id, entry)| desk(id, entry, tags, allow_demo))
            .collect();
    }
    if let Some(mut table) = fields.table("places") {
        for (id, entry) in table.tables() {
            let desks = found.desks.iter().chain(more).map(|desk| desk.id.as_str());
            found.places.push(place(id, entry, tags, desks));
        }
    }
    fields.finish();
    (found, reader.finish())
}

fn desk(
    id: Located<String>,
    mut entry: Fields<'_>,
    tags: &[&LanguageTag],
    allow_demo: bool,
) -> Option<Desk> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    // The id is a part of the relay's address and of every stamp.
    if id.value.is_empty() || id.value.len() > 32 || !id.value.chars().all(plain) {
        entry.add(
            Code::InvalidValue,
            id.span.clone(),
            format!("`{}` can't be the id of a desk", id.value),
            "At most 32 lower-case letters a–z, digits and hyphens.",
        );
    }
    let state = entry.required_text("state").and_then(|text| {
        let found = DeskState::ALL.iter().find(|(name, _)| *name == text.value);
        if found.is_none() {
            let known = DeskState::ALL.iter().map(|(name, _)| *name);
            entry.add(
                Code::InvalidValue,
                text.span,
                format!("a desk can't be “{}”", text.value),
                did_you_mean(&text.value, known, || {
                    "Write demo, open, paused or closed.".to_owned()
                }),
            );
        }
        found.map(|(_, state)| *state)
    });
    let recipients = entry.texts("recipients");
    for recipient in recipients.iter().filter(|text| !is_recipient(&text.value)) {
        entry.add(
            Code::InvalidValue,
            recipient.span.clone(),
            "this isn't a key of a desk",
            "Copy the whole line that `waymark-desk init` printed: it begins with age1.",
        );
    }
    let name = entry.table("name").map(|table| localised(table, tags));
    let desk = Desk {
        name: name.unwrap_or_default(),
        recipients: recipients.into_iter().map(|text| text.value).collect(),
        languages: language_list(&mut entry, "languages", tags),
        opened: entry.date("opened").map(|date| date.value),
        state: state?,
        id: id.value,
    };
    ready(&desk, &entry, allow_demo);
    entry.finish();
    Some(desk)
}

/// Most slots of a report: the protocol's number.
const SLOTS: usize = 8;

/// Tells what keeps a desk from being opened.
fn ready(desk: &Desk, entry: &Fields<'_>, allow_demo: bool) {
    let keys: BTreeSet<&str> = desk.recipients.iter().map(String::as_str).collect();
    let tell =
        |message: String, help: &str| entry.add(Code::DeskNotReady, entry.span(), message, help);
    if keys.len() != desk.recipients.len() {
        tell(
            format!("the desk `{}` has the same key twice", desk.id),
            "Each person has a key of their own.",
        );
    }
    if keys.len() > SLOTS {
        tell(
            format!(
                "the desk `{}` has {} keys, and a report has room for {SLOTS}",
                desk.id,
                keys.len()
            ),
            "Make a second desk.",
        );
    }
    match desk.state {
        DeskState::Open if keys.len() < 2 => tell(
            format!("the desk `{}` is open with fewer than two keys", desk.id),
            "If its only key is lost, every report is lost. Add the key of a second person, or write state = \"paused\".",
        ),
        DeskState::Demo if !allow_demo => tell(
            format!("the desk `{}` is for demonstration", desk.id),
            "Nobody reads what is sent to it: it can't stand on a published site.",
        ),
        _ => {}
    }
}

fn place<'a>(
    id: Located<String>,
    mut entry: Fields<'_>,
    tags: &[&LanguageTag],
    desks: impl Iterator<Item = &'a str> + Clone,
) -> Place {
    let text = |text: Option<Located<String>>| {
        text.map(|text| text.value)
            .filter(|text| !text.trim().is_empty())
    };
    let desk = entry.text("desk");
    if let Some(named) = &desk
        && !desks.clone().any(|desk| desk == named.value)
    {
        entry.add(
            Code::UnknownDesk,
            named.span.clone(),
            format!("there is no desk `{}`", named.value),
            did_you_mean(&named.value, desks, || {
                format!("Define it above: [desks.{}]", named.value)
            }),
        );
    }
    let name = entry.table("name").map(|table| localised(table, tags));
    if name.is_none() {
        entry.missing("name");
    }
    let review_by = entry.date("review_by");
    let place = Place {
        id: id.value,
        name: name.unwrap_or_default(),
        desk: text(desk),
        languages: language_list(&mut entry, "languages", tags),
        reading_days: text(entry.text("reading_days")),
        emergency: text(entry.text("emergency")),
        authority: text(entry.text("authority")),
        procedure: text(entry.text("procedure")),
        owner: text(entry.text("owner")),
        verified: entry.date("verified").map(|date| date.value),
        review_by: review_by.as_ref().map(|date| date.value),
        review_by_at: review_by.map_or(0..0, |date| date.span),
    };
    entry.finish();
    place
}

/// True for an age X25519 recipient: Bech32 (BIP 173) of 32 bytes with the prefix `age`. A mistyped
/// key would make every report unreadable, so the check sum is worth these lines.
fn is_recipient(text: &str) -> bool {
    const LETTERS: &[u8] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    const GENERATOR: [u32; 5] = [
        0x3b6a_57b2,
        0x2650_8e6d,
        0x1ea1_19fa,
        0x3d42_33dd,
        0x2a14_62b3,
    ];
    let Some(data) = text.strip_prefix("age1") else {
        return false;
    };
    // 52 letters hold 32 bytes; six more are the check sum.
    if data.len() != 58 {
        return false;
    }
    let values: Option<Vec<u32>> = data
        .bytes()
        .map(|byte| {
            LETTERS
                .iter()
                .position(|&l| l == byte)
                .and_then(|at| u32::try_from(at).ok())
        })
        .collect();
    let Some(values) = values else { return false };
    let prefix = "age".bytes();
    let expanded = prefix
        .clone()
        .map(|byte| u32::from(byte >> 5))
        .chain([0])
        .chain(prefix.map(|byte| u32::from(byte & 31)))
        .chain(values);
    let sum = expanded.fold(1_u32, |sum, value| {
        let top = sum >> 25;
        let shifted = (sum & 0x01ff_ffff) << 5 ^ value;
        (0..5)
            .filter(|bit| top >> bit & 1 == 1)
            .fold(shifted, |sum, bit| sum ^ GENERATOR[bit])
    });
    sum == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    // From the age specification's examples, and that of its README.
    const KEYS: [&str; 2] = [
        "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
        "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg",
    ];

    #[test]
    fn keys_are_checked_to_the_last_letter() {
        for key in KEYS {
            assert!(is_recipient(key), "{key}");
            assert!(!is_recipient(&key.replace("age1", "age2")));
            let mut swapped: Vec<char> = key.chars().collect();
            swapped.swap(20, 21);
            assert!(!is_recipient(&swapped.iter().collect::<String>()));
        }
        assert!(!is_recipient("age1first…"));
    }

    fn told(text: &str, allow_demo: bool) -> Vec<String> {
        let en = LanguageTag::parse("en").unwrap();
        let file = SourceFile::new("places.toml", text);
        let (_, found) = read(&file, &[&en], &[], allow_demo);
        found
            .iter()
            .map(|d| format!("{} {}", d.code, d.message))
            .collect()
    }

    #[test]
    fn desks_must_be_ready_and_places_must_name_one() {
        let [one, two] = KEYS;
        let good = format!(
            "[desks.a]\nstate = \"open\"\nrecipients = [\"{one}\", \"{two}\"]\nname = {{ en = \"A\" }}\n[places.p]\nname = {{ en = \"P\" }}\ndesk = \"a\"\n"
        );
        assert_eq!(told(&good, false), Vec::<String>::new());
        assert_eq!(
            told(&good.replace(two, one), false),
            [
                "desk-not-ready the desk `a` has the same key twice",
                "desk-not-ready the desk `a` is open with fewer than two keys"
            ]
        );
        let demo = good.replace("open", "demo");
        assert_eq!(told(&demo, true), Vec::<String>::new());
        assert_eq!(
            told(&demo, false),
            ["desk-not-ready the desk `a` is for demonstration"]
        );
        assert_eq!(
            told(&good.replace("desk = \"a\"", "desk = \"b\""), false),
            ["unknown-desk there is no desk `b`"]
        );
    }
}
