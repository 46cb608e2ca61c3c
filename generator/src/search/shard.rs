//! The index as files for a browser: classic scripts of printable ASCII, one call each.
//!
//! FORMAT.md describes them well enough to write another reader; `parts.rs` makes what they hold.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::encode::{Alphabet, ascii, number};
use super::index::SearchIndex;
use super::normalise::primary_subtag;
use super::parts::Parts;
use super::scripts::{BOOT, SNOWBALL_LICENSE, client, stemmer, without_comments};

/// The version of the format; the reader refuses any other.
const FORMAT: u32 = 2;

/// Digests of fragments in the core, at most: beyond that, neighbouring pages share one.
const FRAGMENT_DIGESTS: usize = 256;

/// Characters of a digest in a name.
const DIGEST_CHARS: u32 = 6;

/// A file for the site's `search/` folder.
#[derive(Clone, Debug)]
pub struct Shard {
    /// Its name in that folder: `en.js` is stable, all others carry a digest.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The files as they come together, and the digests of each kind one after another.
struct Files<'a> {
    lang: &'a str,
    written: Vec<Shard>,
    digests: BTreeMap<&'static str, String>,
}

impl Files<'_> {
    /// A file whose name says that its content, or that of others besides, is what it was.
    fn add(&mut self, kind: &str, value: &Value, digest: &str) {
        let name = format!("{}-{kind}-{digest}", self.lang);
        self.written.push(call(&name, &value.to_string()));
    }

    fn note(&mut self, kind: &'static str, digest: &str) {
        self.digests.entry(kind).or_default().push_str(digest);
    }

    /// All parts of a list under names of their own.
    fn add_parts(&mut self, kind: &'static str, parts: &Parts) {
        for (i, value) in parts.values.iter().enumerate() {
            let digest = digest_of([value]);
            self.add(&format!("{kind}{i}"), value, &digest);
            self.note(kind, &digest);
        }
    }

    fn take_digests(&mut self, kind: &str) -> String {
        self.digests.remove(kind).unwrap_or_default()
    }
}

impl SearchIndex {
    /// Everything a browser needs to search this language, as files.
    ///
    /// Each is named by its content, so that a browser that has some of them fetches only what
    /// has changed; the core names all others, so that no reader mixes two states of the site.
    /// Several languages may write a file of the same name; its bytes are then the same.
    /// `interface` is handed on to the scripts as it is.
    #[must_use]
    pub fn shards(&self, interface: &Value) -> Vec<Shard> {
        let alphabet = self.alphabet();
        let mut files = Files {
            lang: &self.analysis.lang,
            written: Vec::new(),
            digests: BTreeMap::new(),
        };
        let vocabulary = self.vocabulary_parts(&alphabet);
        files.add_parts("v", &vocabulary);

        let (stems, positions) = self.stem_parts(&alphabet);
        for (i, (stems, positions)) in stems.values.iter().zip(&positions).enumerate() {
            let digest = digest_of([stems, positions]);
            files.add(&format!("s{i}"), stems, &digest);
            files.add(&format!("p{i}"), positions, &digest);
            files.note("s", &digest);
        }

        let spelling = self.spelling_parts(&alphabet);
        files.add_parts("r", &spelling);
        let directory = json!([
            alphabet.encode(&spelling.bounds.join(" ")),
            files.take_digests("r")
        ]);
        let digest = digest_of([&directory]);
        files.add("r", &directory, &digest);
        files.note("r", &digest);

        let per_fragment = self.per_fragment();
        let per_digest = pages_per_digest(self.pages.len());
        let fragments = self.fragments(&alphabet, per_fragment);
        for (block, pages) in fragments.chunks(per_digest).enumerate() {
            let digest = digest_of(pages.iter().flatten());
            for (i, page) in pages.iter().enumerate() {
                for (k, fragment) in page.iter().enumerate() {
                    let number = block * per_digest + i;
                    files.add(&format!("f{number}-{k}"), fragment, &digest);
                }
            }
            files.note("f", &digest);
        }

        let mut core = self.core(&alphabet, &vocabulary.bounds, &stems.bounds);
        core["perFragment"] = json!(per_fragment);
        core["perDigest"] = json!(per_digest);
        core["digests"] = json!(files.digests);
        let digest = digest_of([&core]);
        files.add("core", &core, &digest);
        let mut out = files.written;
        self.add_scripts(&digest, interface, &mut out);
        out
    }

    fn core(&self, alphabet: &Alphabet, vocabulary: &[String], stems: &[String]) -> Value {
        let mut sections = String::new();
        for page in &self.pages {
            let count = u32::try_from(page.sections.len()).unwrap_or(u32::MAX);
            number(&mut sections, count);
        }
        let stop: Vec<&str> = self.analysis.stop.iter().map(String::as_str).collect();
        let synonyms = self.synonyms.iter().map(|group| {
            let terms: Vec<String> = group.iter().map(|term| term.join(" ")).collect();
            terms.join(",")
        });
        let synonyms: Vec<String> = synonyms.collect();
        json!({
            "format": FORMAT,
            "lang": self.analysis.lang,
            "sections": sections,
            "words": self.total_words,
            "letters": alphabet.letters(),
            "vocabulary": alphabet.encode(&vocabulary.join(" ")),
            "stems": alphabet.encode(&stems.join(" ")),
            "stop": alphabet.encode(&stop.join(" ")),
            "elisions": self.analysis.elisions.join(" "),
            "cut": self.analysis.cut,
            "stemmed": self.analysis.twin().is_some(),
            "synonyms": alphabet.encode(&synonyms.join("|")),
        })
    }

    /// The entry, and the scripts that it names.
    fn add_scripts(&self, core: &str, interface: &Value, files: &mut Vec<Shard>) {
        let mut scripts = vec![hashed("client", &client())];
        if let Some(twin) = self.analysis.twin() {
            let lang = primary_subtag(&self.analysis.lang);
            scripts.push(hashed(&format!("stem-{lang}"), &stemmer(&lang, twin)));
            files.push(Shard {
                name: "snowball-license.txt".into(),
                bytes: SNOWBALL_LICENSE.into(),
            });
        }
        let names: Vec<&str> = scripts.iter().map(|script| script.name.as_str()).collect();
        let entry = json!({
            "format": FORMAT,
            "core": core,
            "scripts": names,
            "interface": interface,
        });
        let mut entry = call(&self.analysis.lang, &entry.to_string());
        entry.bytes.splice(..0, without_comments(BOOT).into_bytes());
        files.push(entry);
        files.extend(scripts);
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
}

/// A power of two, so that it stays the same while a site grows.
fn pages_per_digest(pages: usize) -> usize {
    pages.div_ceil(FRAGMENT_DIGESTS).next_power_of_two()
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
    let digest = short(Sha256::new().chain_update(source));
    Shard {
        name: format!("{name}-{digest}.js"),
        bytes: source.into(),
    }
}

fn digest_of<'a>(values: impl IntoIterator<Item = &'a Value>) -> String {
    let mut digest = Sha256::new();
    for value in values {
        digest.update(ascii(&value.to_string()));
        digest.update("\n");
    }
    short(digest)
}

/// Six characters of `0-9a-z`: 31 bits, enough to tell a file from what it was before.
fn short(digest: Sha256) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut left = digest.finalize()[..8]
        .iter()
        .fold(0_u64, |sum, &byte| sum << 8 | u64::from(byte));
    (0..DIGEST_CHARS)
        .map(|_| {
            let digit = usize::try_from(left % 36).unwrap_or_default();
            left /= 36;
            char::from(DIGITS[digit])
        })
        .collect()
}
