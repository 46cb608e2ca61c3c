// BM25 in 32-bit steps, as score.rs and index.rs take them.

const BOOSTS = [2, 1, 1];
const K1 = Math.fround(1.2);
const B = 0.75;

/**
 * The length that a length id stands for, in words: Tantivy's quantisation.
 * @param {number} id
 * @returns {number}
 */
function lengthOf(id) {
  if (id < 24) return id;
  const mantissa = (id - 24) & 7;
  const exponent = (id - 24) >> 3;
  return 24 + (exponent ? (mantissa | 8) * 2 ** (exponent - 1) : mantissa);
}

const fround = Math.fround;

/**
 * @param {Store} store
 * @param {number} found in how many sections
 * @returns {number}
 */
function idfOf(store, found) {
  const odds = fround(fround(fround(store.total - found) + 0.5) / fround(found + 0.5));
  return fround(Math.log(fround(1 + odds)));
}

/**
 * Adds what one field of a section gives: its boost × BM25.
 * @param {Store} store
 * @param {Map<number, number>} scores
 * @param {Postings} postings
 * @param {number} field
 * @param {number} i the section's place in the postings
 * @param {number} idf
 * @param {number} tf
 */
function addField(store, scores, postings, field, i, idf, tf) {
  const weight = fround(idf * fround(1 + K1));
  const average = fround(fround(store.words[field]) / fround(store.total));
  const length = fround(lengthOf(postings.lengthIds[i]));
  const norm = fround(K1 * fround(1 - B + fround(fround(B * length) / average)));
  const frequency = fround(tf);
  const score = fround(weight * fround(frequency / fround(frequency + norm)));
  const section = postings.sections[i];
  scores.set(section, (scores.get(section) || 0) + BOOSTS[field] * score);
}

/**
 * A stem's score by section: BM25 of its fields, summed in schema order. It counts as no rarer
 * than the stem that it replaces.
 * @param {Store} store
 * @param {Stem | undefined} stem
 * @param {Stem | undefined} replaced
 * @returns {Map<number, number>}
 */
function scoreStem(store, stem, replaced) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  (stem ? stem.fields : []).forEach((postings, field) => {
    const least = replaced ? replaced.fields[field].sections.length : 0;
    const idf = idfOf(store, Math.max(postings.sections.length, least));
    postings.frequencies.forEach((tf, i) => addField(store, scores, postings, field, i, idf, tf));
  });
  return scores;
}

/**
 * A phrase's score by section: where its stems stand one after another in a field.
 * @param {Store} store
 * @param {string[]} texts
 * @returns {Promise<Map<number, number>>}
 */
async function scorePhrase(store, texts) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  const stems = (await Promise.all(texts.map((text) => stemIn(store, text)))).flatMap((stem) => stem || []);
  if (stems.length < texts.length) return scores;
  for (let field = 0; field < BOOSTS.length; field++) {
    const lists = stems.map((stem) => stem.fields[field]);
    const [first] = lists;
    const sets = lists.map((list) => new Map(list.sections.map((section, i) => [section, i])));
    const common = first.sections.map((_, i) => i).filter((i) => sets.every((set) => set.has(first.sections[i])));
    // Without a section that holds all of them there is nothing to look up.
    if (!common.length) continue;
    const flat = await Promise.all(stems.map((stem) => store.positions(stem.folded)));
    let idf = 0;
    for (const list of lists) idf = fround(idf + idfOf(store, list.sections.length));
    const starts = lists.map((list) => {
      let at = list.first;
      return list.frequencies.map((tf) => (at += tf) - tf);
    });
    for (const i of common) {
      const places = lists.map((list, word) => {
        const at = sets[word].get(first.sections[i]) || 0;
        let next = 0;
        return flat[word].slice(starts[word][at], starts[word][at] + list.frequencies[at]).map((gap) => {
          next += gap + 1;
          return next - 1;
        });
      });
      const rest = places.slice(1).map((list) => new Set(list));
      const tf = places[0].filter((place) => rest.every((set, more) => set.has(place + more + 1))).length;
      if (tf) addField(store, scores, first, field, i, idf, tf);
    }
  }
  return scores;
}

/**
 * A word's score by section: the best of what satisfies it there.
 * @param {Store} store
 * @param {Word} word
 * @returns {Promise<Map<number, number>>}
 */
async function scoreWord(store, word) {
  /** @type {Map<number, number>} */
  const best = new Map();
  const exact = word.phrase ? undefined : await stemIn(store, word.stem);
  for (const { weight, stems } of word.alternatives) {
    const lists = word.phrase
      ? [await scorePhrase(store, stems)]
      : await Promise.all(
          stems.map(async (text) => scoreStem(store, await stemIn(store, text), exact)),
        );
    const [first, ...others] = lists;
    first.forEach((score, section) => {
      let least = score;
      for (const other of others) {
        const more = other.get(section);
        if (more === undefined) return;
        least = Math.min(least, more);
      }
      best.set(section, Math.max(best.get(section) || 0, weight * least));
    });
  }
  return best;
}

/** What a page's second section adds to the first, the third to the second, and so on. */
const NEXT = 0.2;

/** What it counts that a page satisfies every word of the query; less than that counts as the share. */
const EVERY = 3;

/**
 * A page: its best section, its score, those of its sections, and which words it satisfies, a bit each.
 * @typedef {{ section: number, score: number, sections: number[], words: number }} Found
 */

/**
 * All pages that satisfy a word of the plan and hold every phrase, best first, then by their place in the site.
 * @param {Store} store
 * @param {Word[]} plan
 * @returns {Promise<Found[]>}
 */
async function rank(store, plan) {
  const lists = await Promise.all(plan.map((word) => scoreWord(store, word)));
  /** @type {Map<number, { section: number, score: number, words: number }>} */
  const sections = new Map();
  lists.forEach((scores, number) => {
    scores.forEach((score, section) => {
      const total = sections.get(section) || { section, score: 0, words: 0 };
      total.score += score;
      total.words |= 1 << number;
      sections.set(section, total);
    });
  });
  /** @type {Map<number, Found>} */
  const pages = new Map();
  for (const { section, score, words } of [...sections.values()].sort((a, b) => a.section - b.section)) {
    const page = store.pageOf[section];
    const found = pages.get(page) || { section, score, sections: [], words: 0 };
    pages.set(page, found);
    found.words |= words;
    found.sections.push(score);
    if (score > found.score) {
      found.section = section;
      found.score = score;
    }
  }
  const every = (1 << plan.length) - 1;
  const phrases = plan.reduce((bits, word, i) => bits | (word.phrase ? 1 << i : 0), 0);
  const held = [...pages.values()].filter((found) => (found.words & phrases) === phrases);
  for (const found of held) {
    const satisfied = plan.filter((_, i) => found.words & (1 << i)).length;
    const coverage = found.words === every ? EVERY : satisfied / plan.length;
    let share = 1;
    let sum = 0;
    for (const score of found.sections.sort((a, b) => b - a)) {
      sum += share * score;
      share *= NEXT;
    }
    found.score = coverage * sum;
  }
  return held.sort((a, b) => b.score - a.score || a.section - b.section);
}
