// What a query asks for: README.md in code, beside plan.rs.

const QUERY_CHARS = 500;
const QUERY_WORDS = 16;
const FOLDED = { weight: 0.8, cap: 8 };
const SYNONYM = { weight: 0.7, cap: 8 };
const KIN = { weight: 0.6, cap: 12, chars: 4 };
const PREFIX = { weight: 0.4, cap: 8, chars: 3 };
const RANGE_CAP = 256;

/** @typedef {{ weight: number, stems: string[] }} Alternative */
/** @typedef {{ surface: string, stem: string, alternatives: Alternative[] }} Word */

/**
 * Adds an alternative unless the same stems are there.
 * @param {Word} word
 * @param {number} weight
 * @param {string[]} stems
 */
function add(word, weight, stems) {
  const same = (/** @type {Alternative} */ other) =>
    other.stems.length === stems.length && other.stems.every((stem, i) => stem === stems[i]);
  if (!word.alternatives.some(same)) word.alternatives.push({ weight, stems });
}

/**
 * @param {Word} word
 * @param {{ weight: number, cap: number }} kind
 * @param {string[]} stems
 */
function addUpTo(word, kind, stems) {
  const end = word.alternatives.length + kind.cap;
  for (const stem of stems) {
    if (word.alternatives.length < end) add(word, kind.weight, [stem]);
  }
}

/**
 * The plan of a query: its words, each with what satisfies it.
 * @param {Store} store
 * @param {string} query
 * @returns {Promise<Word[]>}
 */
async function planOf(store, query) {
  const { analysis } = store;
  const text = Array.from(query.slice(0, 2 * QUERY_CHARS)).slice(0, QUERY_CHARS).join('');
  const surfaces = analysis.withoutStop(analysis.surfaces(text));
  const last = surfaces[surfaces.length - 1];
  const distinct = [...new Set(surfaces)].slice(0, QUERY_WORDS);
  const words = await Promise.all(distinct.map((surface) => wordOf(store, surface)));
  addSynonyms(store, words);
  await Promise.all(
    words.map(async (word) => {
      const key = folded(word.surface);
      const chars = Array.from(key);
      const pair = isPair(word.surface);
      if (!analysis.stemmed && !pair && chars.length >= KIN.chars) {
        const shared = chars.slice(0, Math.max(KIN.chars, chars.length - 2)).join('');
        addUpTo(word, KIN, await commonest(store, shared, KIN.cap));
      }
      if (word.surface === last && chars.length >= (pair ? 1 : PREFIX.chars)) {
        addUpTo(word, PREFIX, await commonest(store, key, PREFIX.cap));
      }
    }),
  );
  // What the index does not hold satisfies nothing.
  await Promise.all(
    words.map(async (word) => {
      const held = await Promise.all(
        word.alternatives.map(async ({ stems }) => (await Promise.all(stems.map((stem) => stemIn(store, stem)))).every(Boolean)),
      );
      word.alternatives = word.alternatives.filter((_, i) => held[i]);
    }),
  );
  return words;
}

/**
 * A word by itself: its stem, and the stems that differ in diacritics alone.
 * @param {Store} store
 * @param {string} surface
 * @returns {Promise<Word>}
 */
async function wordOf(store, surface) {
  const guess = store.analysis.stem(surface);
  // The stems' shard is fetched at the same time as the vocabulary's: the guess is nearly always right.
  const [namesakes] = await Promise.all([store.namesakes(folded(surface)), store.stems(folded(guess))]);
  const own = namesakes.find((entry) => entry.surface === surface);
  const stem = own ? own.stem : guess;
  const alike = await store.stems(folded(stem));
  /** @type {Word} */
  const word = { surface, stem, alternatives: [{ weight: 1, stems: [stem] }] };
  addUpTo(word, FOLDED, namesakes.map((entry) => entry.stem).concat(alike.map((other) => other.text)));
  return word;
}

/**
 * Wherever consecutive words make up a term of a group, each of them may be satisfied by any
 * other term of the group.
 * @param {Store} store
 * @param {Word[]} words
 */
function addSynonyms(store, words) {
  const stems = words.map((word) => folded(word.stem));
  const found = words.map(() => /** @type {Alternative[]} */ ([]));
  for (const group of store.synonyms) {
    group.forEach((term, number) => {
      for (let at = 0; term.length && at + term.length <= stems.length; at++) {
        if (!term.every((stem, i) => folded(stem) === stems[at + i])) continue;
        group.forEach((other, place) => {
          if (place === number) return;
          for (let i = at; i < at + term.length; i++) {
            found[i].push({ weight: SYNONYM.weight / term.length, stems: other });
          }
        });
      }
    });
  }
  words.forEach((word, i) => {
    const end = word.alternatives.length + SYNONYM.cap;
    for (const { weight, stems } of found[i]) {
      if (word.alternatives.length < end && stems.length) add(word, weight, stems);
    }
  });
}

/**
 * The stems of the commonest words with a beginning, among the first in order.
 * @param {Store} store
 * @param {string} prefix
 * @param {number} cap
 * @returns {Promise<string[]>}
 */
async function commonest(store, prefix, cap) {
  const range = await store.startingWith(prefix, RANGE_CAP);
  range.sort((a, b) => b.common - a.common);
  return range.slice(0, cap).map((entry) => entry.stem);
}

/**
 * @param {Store} store
 * @param {string} stem
 * @returns {Promise<Stem | undefined>}
 */
async function stemIn(store, stem) {
  return (await store.stems(folded(stem))).find((other) => other.text === stem);
}
