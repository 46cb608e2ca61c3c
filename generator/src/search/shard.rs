//! The index as files for a browser: classic scripts of printable ASCII, one call each.
//!
//! FORMAT.md describes them well enough to write another reader.

use std::fmt::Write as _;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::encode::{Alphabet, ascii, number};
use super::engine::Stem;
use super::index::SearchIndex;
use super::normalise::primary_subtag;
use super::stem::BASE_SCRIPT;
use super::vocabulary::{Entry, by_code_unit};

/// The version of the format; the reader refuses any other.
const FORMAT: u32 = 1;

/// Characters of a fragment's text that are worth a request of their own.
const FRAGMENT_CHARS: usize = 1_600;
/// Sections in a fragment, at most.
const FRAGMENT_SECTIONS: usize = 8;

/// The reader's scripts, in the order in which they build on each other. Joined, they stand in
/// one function, so that they add nothing to the page's names.
const CLIENT: [&str; 10] = [
    include_str!("client/text.js"),
    include_str!("client/decode.js"),
    include_str!("client/store.js"),
    include_str!("client/query.js"),
    include_str!("client/spelling.js"),
    include_str!("client/plan.js"),
    include_str!("client/score.js"),
    include_str!("client/excerpt.js"),
    include_str!("client/search.js"),
    include_str!("client/results.js"),
];

/// What stands before a language's entry, so that the first file to load needs no other.
const BOOT: &str = include_str!("client/boot.js");

/// The notice that Snowball's licence asks to be kept with its code.
const SNOWBALL_LICENSE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../theme/vendor/snowball/LICENSE"
));

/// A file for the site's `search/` folder.
#[derive(Clone, Debug)]
pub struct Shard {
    /// Its name in that folder: `en.js` is stable, all others carry a digest.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl SearchIndex {
    /// Everything a browser needs to search this language, as files.
    ///
    /// Several languages may write a file of the same name; its bytes are then the same.
    #[must_use]
    pub fn shards(&self) -> Vec<Shard> {
        let alphabet = self.alphabet();
        let mut parts: Vec<(String, Value)> = Vec::new();
        let vocabulary = self.vocabulary_shards(&alphabet, &mut parts);
        let stems = self.stem_shards(&alphabet, &mut parts);
        let spelling = self.spelling_shards(&alphabet, &mut parts);
        let per_fragment = self.per_fragment();
        self.fragment_shards(&alphabet, per_fragment, &mut parts);

        let mut sections = String::new();
        for page in &self.pages {
            number(
                &mut sections,
                u32::try_from(page.sections.len()).unwrap_or(u32::MAX),
            );
        }
        let stop: Vec<&str> = self.analysis.stop.iter().map(String::as_str).collect();
        let synonyms = self.synonyms.iter().map(|group| {
            let terms: Vec<String> = group.iter().map(|term| term.join(" ")).collect();
            terms.join(",")
        });
        let synonyms: Vec<String> = synonyms.collect();
        let core = json!({
            "format": FORMAT,
            "lang": self.analysis.lang,
            "sections": sections,
            "words": self.total_words,
            "perFragment": per_fragment,
            "letters": alphabet.letters(),
            "vocabulary": alphabet.encode(&vocabulary.join(" ")),
            "stems": alphabet.encode(&stems.join(" ")),
            "spelling": alphabet.encode(&spelling.join(" ")),
            "stop": alphabet.encode(&stop.join(" ")),
            "elisions": self.analysis.elisions.join(" "),
            "endings": self.analysis.endings.join(" "),
            "stemmed": self.analysis.twin().is_some(),
            "synonyms": alphabet.encode(&synonyms.join("|")),
        });
        parts.push(("core".into(), core));

        // One digest for all: a reader never mixes two states of the site.
        let mut digest = Sha256::new();
        for (name, value) in &parts {
            digest.update(name);
            digest.update(ascii(&value.to_string()));
        }
        let prefix = format!("{}-{}", self.analysis.lang, short(digest));
        let mut files: Vec<Shard> = parts
            .into_iter()
            .map(|(name, value)| call(&format!("{prefix}-{name}"), &value.to_string()))
            .collect();

        let mut scripts = vec![hashed("client", &client())];
        if let Some(twin) = self.analysis.twin() {
            let lang = primary_subtag(&self.analysis.lang);
            scripts.push(hashed(
                &format!("stem-{lang}"),
                &stemmer(&lang, twin.script, twin.class),
            ));
            files.push(Shard {
                name: "snowball-license.txt".into(),
                bytes: SNOWBALL_LICENSE.into(),
            });
        }
        let names: Vec<&str> = scripts.iter().map(|script| script.name.as_str()).collect();
        let entry = json!({ "format": FORMAT, "data": prefix, "scripts": names });
        let mut entry = call(&self.analysis.lang, &entry.to_string());
        entry.bytes.splice(..0, without_comments(BOOT).into_bytes());
        files.push(entry);
        files.extend(scripts);
        files
    }

    fn alphabet(&self) -> Alphabet {
        let words = self
            .vocabulary
            .entries()
            .iter()
            .map(|entry| entry.surface.as_str());
        let bodies = self
            .pages
            .iter()
            .flat_map(|page| &page.sections)
            .map(|s| s.body.as_str());
        Alphabet::of(words.chain(bodies))
    }

    fn vocabulary_shards(
        &self,
        alphabet: &Alphabet,
        parts: &mut Vec<(String, Value)>,
    ) -> Vec<String> {
        let entries = self.vocabulary.entries();
        let cost = |entry: &Entry| entry.surface.len() / 2 + 5;
        let cuts = cut(entries, cost, |entry| &entry.folded);
        for (i, part) in cuts.parts.iter().enumerate() {
            let mut words = FrontCoded::default();
            let [mut dropped, mut added, mut classes] = [(); 3].map(|()| String::new());
            for entry in *part {
                words.push(&entry.surface);
                let shared = shared_units(&entry.surface, &entry.stem);
                count(&mut dropped, units(&entry.surface) - shared);
                count(&mut added, units(&entry.stem) - shared);
                words.text.push_str(&tail(&entry.stem, shared));
                number(&mut classes, entry.class);
            }
            let text = alphabet.encode(&words.text);
            let value = json!([text, words.shared, words.own, dropped, added, classes]);
            parts.push((format!("v{i}"), value));
        }
        cuts.bounds
    }

    fn stem_shards(&self, alphabet: &Alphabet, parts: &mut Vec<(String, Value)>) -> Vec<String> {
        let cost = |stem: &Stem| {
            8 + stem
                .fields
                .iter()
                .map(|postings| 3 * postings.sections.len())
                .sum::<usize>()
        };
        let cuts = cut(&self.stems, cost, |stem| &stem.folded);
        for (i, part) in cuts.parts.iter().enumerate() {
            let mut words = FrontCoded::default();
            let mut counts = String::new();
            let [mut gaps, mut frequencies, mut lengths, mut positions] =
                [(); 4].map(|()| String::new());
            for stem in *part {
                words.push(&stem.text);
                for postings in &stem.fields {
                    count(&mut counts, postings.sections.len());
                    let mut next = 0;
                    let mut rest = postings.positions.as_slice();
                    for (i, &section) in postings.sections.iter().enumerate() {
                        number(&mut gaps, section - next);
                        next = section + 1;
                        number(&mut frequencies, postings.frequencies[i] - 1);
                        number(&mut lengths, postings.length_ids[i].into());
                        let (here, after) = rest.split_at(postings.frequencies[i] as usize);
                        rest = after;
                        let mut next = 0;
                        for &position in here {
                            number(&mut positions, position - next);
                            next = position + 1;
                        }
                    }
                }
            }
            let text = alphabet.encode(&words.text);
            let value = json!([
                text,
                words.shared,
                words.own,
                counts,
                gaps,
                frequencies,
                lengths
            ]);
            parts.push((format!("s{i}"), value));
            parts.push((format!("p{i}"), json!([positions])));
        }
        cuts.bounds
    }

    /// Folded words from their end: with the vocabulary, which has them from their beginning, a
    /// word with one wrong letter has an intact half in one of the two.
    fn spelling_shards(
        &self,
        alphabet: &Alphabet,
        parts: &mut Vec<(String, Value)>,
    ) -> Vec<String> {
        let reversed = self.spelling.reversed();
        let cuts = cut(reversed, |word| word.0.len() / 2 + 3, |word| &word.0);
        for (i, part) in cuts.parts.iter().enumerate() {
            let mut words = FrontCoded::default();
            let mut classes = String::new();
            for (word, class) in *part {
                words.push(word);
                number(&mut classes, *class);
            }
            let text = alphabet.encode(&words.text);
            parts.push((
                format!("r{i}"),
                json!([text, words.shared, words.own, classes]),
            ));
        }
        cuts.bounds
    }

    /// How many sections share a fragment: about as many as make up a worthwhile request.
    fn per_fragment(&self) -> usize {
        let sections = self.pages.iter().flat_map(|page| &page.sections);
        let chars: usize = sections.map(|section| section.body.len()).sum();
        let average = chars / self.page_of.len().max(1);
        (FRAGMENT_CHARS / average.max(1)).clamp(1, FRAGMENT_SECTIONS)
    }

    fn fragment_shards(&self, alphabet: &Alphabet, per: usize, parts: &mut Vec<(String, Value)>) {
        for (number, page) in self.pages.iter().enumerate() {
            for (i, sections) in page.sections.chunks(per).enumerate() {
                let mut value = vec![alphabet.encode(&page.url), alphabet.encode(&page.title)];
                for section in sections {
                    let anchor = section.anchor.as_deref().unwrap_or_default();
                    value.extend(
                        [anchor, &section.heading, &section.body].map(|text| alphabet.encode(text)),
                    );
                }
                parts.push((format!("f{number}-{i}"), json!(value)));
            }
        }
    }
}

/// Words of which each names only what it does not share with the word before.
#[derive(Default)]
struct FrontCoded {
    text: String,
    shared: String,
    own: String,
    last: String,
}

impl FrontCoded {
    fn push(&mut self, word: &str) {
        let shared = shared_units(&self.last, word);
        count(&mut self.shared, shared);
        count(&mut self.own, units(word) - shared);
        self.text.push_str(&tail(word, shared));
        word.clone_into(&mut self.last);
    }
}

/// A sorted list in parts of about equal cost, and the keys that divide them.
struct Cuts<'a, T> {
    parts: Vec<&'a [T]>,
    /// One fewer than the parts: all keys of part i+1 are at or after bound i, those before
    /// it are before.
    bounds: Vec<String>,
}

/// Cuts between different keys only. A reader pays for the bounds once and for a part or two per
/// word: the square root balances them.
fn cut<T>(list: &[T], cost: impl Fn(&T) -> usize, key: impl Fn(&T) -> &str) -> Cuts<'_, T> {
    let total: usize = list.iter().map(&cost).sum();
    let target = (total * 8).isqrt().clamp(3 << 10, 16 << 10);
    let mut cuts = Cuts {
        parts: Vec::new(),
        bounds: Vec::new(),
    };
    let (mut from, mut sum) = (0, 0);
    for (i, item) in list.iter().enumerate() {
        let cost = cost(item);
        if sum > 0 && sum + cost > target && key(&list[i - 1]) != key(item) {
            cuts.parts.push(&list[from..i]);
            cuts.bounds.push(separator(key(&list[i - 1]), key(item)));
            (from, sum) = (i, 0);
        }
        sum += cost;
    }
    cuts.parts.push(&list[from..]);
    cuts
}

/// The shortest beginning of `next` that sorts after `last`.
fn separator(last: &str, next: &str) -> String {
    let ends = next.char_indices().map(|(at, c)| at + c.len_utf8());
    let mut beginnings = ends.map(|end| &next[..end]);
    beginnings
        .find(|beginning| by_code_unit(last, beginning).is_lt())
        .unwrap_or(next)
        .to_owned()
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// UTF-16 code units that both begin with; never half of a surrogate pair.
fn shared_units(a: &str, b: &str) -> usize {
    a.chars()
        .zip(b.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf16())
        .sum()
}

/// A text without its first code units.
fn tail(text: &str, skipped: usize) -> String {
    let mut at = 0;
    text.chars()
        .skip_while(|c| {
            let skip = at < skipped;
            at += c.len_utf16();
            skip
        })
        .collect()
}

fn count(out: &mut String, n: usize) {
    number(out, u32::try_from(n).unwrap_or(u32::MAX));
}

/// The file that hands a value to the reader.
fn call(name: &str, json: &str) -> Shard {
    Shard {
        name: format!("{name}.js"),
        bytes: format!("Waymark.shard(\"{name}\",{})\n", ascii(json)).into_bytes(),
    }
}

/// A script under a name that changes with its content.
fn hashed(name: &str, source: &str) -> Shard {
    let mut digest = Sha256::new();
    digest.update(source);
    Shard {
        name: format!("{name}-{}.js", short(digest)),
        bytes: source.into(),
    }
}

fn short(digest: Sha256) -> String {
    let mut out = String::new();
    for byte in digest.finalize().iter().take(5) {
        // Writing to a string can't fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// Our scripts as one.
fn client() -> String {
    let scripts = CLIENT.map(without_comments).concat();
    ascii(&format!("(function(){{'use strict';\n{scripts}}})()\n"))
}

/// Snowball's two scripts as one, with no global of their own.
fn stemmer(lang: &str, script: &str, class: &str) -> String {
    ascii(&format!(
        "/* Snowball 3.0.1, (c) Martin Porter, Richard Boulton, Olly Betts and others, BSD-3-Clause: snowball-license.txt */\n\
         (function(){{var BaseStemmer;{BASE_SCRIPT};{script};Waymark.shard(\"stem-{lang}\",new {class})}})()\n"
    ))
}

/// Our scripts without comments on lines of their own, and without indentation: they hold no
/// template literal over several lines, so no text is touched.
fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut inside = false;
    for line in source.lines().map(str::trim) {
        inside |= line.starts_with("/*");
        if !inside && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        inside &= !line.ends_with("*/");
    }
    out
}
