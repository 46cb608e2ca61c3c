//! The search index of each language, made again only if its pages, its words or the interface
//! of search have changed.

use super::Onlooker;
use crate::content::Library;
use crate::language::LanguageTag;
use crate::output::asset::Assets;
use crate::render::edition::Edition;
use crate::render::searchable;
use crate::search::{SearchError, SearchIndex};
use crate::source::Digest;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::hash::{Hash as _, Hasher};
use std::sync::Arc;

/// The files of a language's index.
pub(super) type Shards = Arc<Vec<(String, Arc<[u8]>)>>;

/// A language's index; the index itself only if it was made in this run.
pub(super) struct Indexed {
    pub(super) tag: LanguageTag,
    key: Digest,
    pub(super) shards: Shards,
    pub(super) made: Option<SearchIndex>,
}

/// The shards of earlier runs.
#[derive(Debug, Default)]
pub(super) struct Indexes {
    known: BTreeMap<LanguageTag, (Digest, Shards)>,
}

impl Indexes {
    /// Indexes all languages, on all processors. With an onlooker who has moved on, some are
    /// missing.
    pub(super) fn make(
        &self,
        library: &Library,
        editions: &[Edition<'_>],
        assets: &Assets,
        onlooker: &dyn Onlooker,
    ) -> Vec<Result<Indexed, (LanguageTag, SearchError)>> {
        let one = |edition: &Edition<'_>| {
            if onlooker.has_moved_on() {
                return None;
            }
            let tag = edition.language().tag.clone();
            let (pages, synonyms) = searchable::pages(library, edition);
            let interface = searchable::interface(library, edition, assets);
            let mut key = Sha256Hasher(Sha256::new());
            (&pages, &synonyms, interface.to_string()).hash(&mut key);
            let key = Digest::of(&key.0.finalize());
            if let Some((known, shards)) = self.known.get(&tag)
                && *known == key
            {
                let shards = Arc::clone(shards);
                return Some(Ok(Indexed {
                    tag,
                    key,
                    shards,
                    made: None,
                }));
            }
            let index = match SearchIndex::build(tag.as_str(), &pages, &synonyms) {
                Ok(index) => index,
                Err(error) => return Some(Err((tag, error))),
            };
            let shards = index.shards(&interface).into_iter();
            let shards = shards.map(|shard| (format!("search/{}", shard.name), shard.bytes.into()));
            Some(Ok(Indexed {
                tag,
                key,
                shards: Arc::new(shards.collect()),
                made: Some(index),
            }))
        };
        editions.par_iter().filter_map(one).collect()
    }

    /// Keeps what was made, and nothing else.
    pub(super) fn keep(&mut self, made: &[Indexed]) {
        let entry = |one: &Indexed| (one.tag.clone(), (one.key, Arc::clone(&one.shards)));
        self.known = made.iter().map(entry).collect();
    }
}

/// What derives [`std::hash::Hash`], by a digest that nothing else has.
struct Sha256Hasher(Sha256);

impl Hasher for Sha256Hasher {
    fn finish(&self) -> u64 {
        let digest = self.0.clone().finalize();
        digest
            .iter()
            .take(8)
            .fold(0, |n, &byte| n << 8 | u64::from(byte))
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }
}
