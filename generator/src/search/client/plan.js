// What a query asks for: README.md in code, beside plan.rs.

const FOLDED = { weight: 0.8, cap: 8 };
const SYNONYM = { weight: 0.7, cap: 8 };
const KIN = { weight: 0.6, cap: 12, chars: 4 };
const PREFIX = { weight: 0.4, cap: 8, chars: 3 };
const RANGE_CAP = 256;

/** @typedef {{ weight: number, stems: string[] }} Alternative */

/**
 * A word of a query, or a phrase. `stem` is how synonyms know it; a phrase has none.
 * @typedef {{ surface: string, stem: string, phrase: boolean, alternatives: Alternative[] }} Word
 */

/** @typedef {{ from: string, to: string }} Replaced */

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
 * The plan of a query: its words, each with what satisfies it. A word that nothing in the text
 * satisfies is taken for a typing error, unless the query is meant literally.
 * @param {Store} store
 * @param {string} query
 * @param {boolean} literal
 * @returns {Promise<{ words: Word[], replaced: Replaced[], answered: string }>}
 */
async function planOf(store, query, literal) {
  const { analysis } = store;
  const read = beginningOf(query);
  const units = unitsOf(analysis, read);
  const words = await wordsOf(store, units);
  const replaced = literal ? [] : await replacedIn(store, units, words);
  if (!replaced.length) return { words, replaced, answered: query };
  const meant = new Map(replaced.map(({ from, to }) => [from, to]));
  const others = units.map((unit) => ({ ...unit, words: unit.words.map((word) => meant.get(word) || word) }));
  return {
    words: await wordsOf(store, distinct(others)),
    replaced,
    answered: rewritten(analysis, read, meant),
  };
}

/**
 * What stands for each word that nothing satisfies, for the first few such words.
 * @param {Store} store
 * @param {Unit[]} units
 * @param {Word[]} words
 * @returns {Promise<Replaced[]>}
 */
async function replacedIn(store, units, words) {
  /** @type {Set<string>} */
  const unknown = new Set();
  for (let i = 0; i < units.length; i++) {
    if (words[i].alternatives.length) continue;
    for (const surface of units[i].words) {
      if (!units[i].phrase || (await heldForm(store, surface)) === undefined) unknown.add(surface);
    }
  }
  const looked = [...unknown].slice(0, SPELLING.words);
  const found = await Promise.all(looked.map(async (from) => ({ from, to: (await nearest(store, from)) || '' })));
  return found.filter(({ to }) => to);
}

/**
 * The units as words, each with what satisfies it and stands in the index.
 * @param {Store} store
 * @param {Unit[]} units
 * @returns {Promise<Word[]>}
 */
async function wordsOf(store, units) {
  const { analysis } = store;
  const words = await Promise.all(
    units.map((unit) => (unit.phrase ? phraseOf(store, unit.words) : wordOf(store, unit.words[0]))),
  );
  addSynonyms(store, words);
  await Promise.all(
    words.map(async (word, i) => {
      if (word.phrase) return;
      const key = folded(word.surface);
      const chars = Array.from(key);
      const pair = isPair(word.surface);
      if (!analysis.stemmed && !pair && chars.length >= KIN.chars) {
        const shared = chars.slice(0, Math.max(KIN.chars, chars.length - 2)).join('');
        addUpTo(word, KIN, await commonest(store, shared, KIN.cap));
      }
      if (i === words.length - 1 && chars.length >= (pair ? 1 : PREFIX.chars)) {
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
 * The stem of a surface, and the stems that differ from it in diacritics alone.
 * @param {Store} store
 * @param {string} surface
 * @returns {Promise<{ stem: string, namesakes: Entry[], alike: Stem[] }>}
 */
async function formsOf(store, surface) {
  const guess = store.analysis.stem(surface);
  // The stems' shard is fetched at the same time as the vocabulary's: the guess is nearly always right.
  const [namesakes] = await Promise.all([store.namesakes(folded(surface)), store.stems(folded(guess))]);
  const own = namesakes.find((entry) => entry.surface === surface);
  const stem = own ? own.stem : guess;
  return { stem, namesakes, alike: await store.stems(folded(stem)) };
}

/**
 * A word by itself: its stem, and the stems that differ in diacritics alone.
 * @param {Store} store
 * @param {string} surface
 * @returns {Promise<Word>}
 */
async function wordOf(store, surface) {
  const { stem, namesakes, alike } = await formsOf(store, surface);
  /** @type {Word} */
  const word = { surface, stem, phrase: false, alternatives: [{ weight: 1, stems: [stem] }] };
  addUpTo(word, FOLDED, namesakes.map((entry) => entry.stem).concat(alike.map((other) => other.text)));
  return word;
}

/**
 * Words that stand together, each by its own stem or else by the likest that there is.
 * @param {Store} store
 * @param {string[]} surfaces
 * @returns {Promise<Word>}
 */
async function phraseOf(store, surfaces) {
  const held = await Promise.all(surfaces.map((surface) => heldForm(store, surface)));
  const stems = held.flatMap((stem) => (stem === undefined ? [] : [stem]));
  const alternatives = stems.length === held.length ? [{ weight: 1, stems }] : [];
  return { surface: surfaces.join(' '), stem: '', phrase: true, alternatives };
}

/**
 * The stem by which a word of a phrase stands in the index, if it does.
 * @param {Store} store
 * @param {string} surface
 * @returns {Promise<string | undefined>}
 */
async function heldForm(store, surface) {
  const { stem, namesakes, alike } = await formsOf(store, surface);
  if (alike.some((other) => other.text === stem)) return stem;
  if (namesakes.length) return namesakes.reduce((best, entry) => (entry.common > best.common ? entry : best)).stem;
  return alike.length ? alike[0].text : undefined;
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
