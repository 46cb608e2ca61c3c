// BM25 in 32-bit steps, as score.rs and index.rs take them.

const BOOSTS = [3, 2, 1];
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

/**
 * A stem's score by section: BM25 of its fields, summed in schema order.
 * @param {Store} store
 * @param {Stem | undefined} stem
 * @returns {Map<number, number>}
 */
function scoreStem(store, stem) {
  const fround = Math.fround;
  /** @type {Map<number, number>} */
  const scores = new Map();
  (stem ? stem.fields : []).forEach((postings, field) => {
    const found = postings.sections.length;
    const odds = fround(fround(fround(store.total - found) + 0.5) / fround(found + 0.5));
    const idf = fround(Math.log(fround(1 + odds)));
    const weight = fround(idf * fround(1 + K1));
    const average = fround(fround(store.words[field]) / fround(store.total));
    postings.sections.forEach((section, i) => {
      const length = fround(lengthOf(postings.lengthIds[i]));
      const norm = fround(K1 * fround(1 - B + fround(fround(B * length) / average)));
      const frequency = fround(postings.frequencies[i]);
      const score = fround(weight * fround(frequency / fround(frequency + norm)));
      scores.set(section, (scores.get(section) || 0) + BOOSTS[field] * score);
    });
  });
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
  for (const { weight, stems } of word.alternatives) {
    const lists = await Promise.all(stems.map(async (stem) => scoreStem(store, await stemIn(store, stem))));
    const [first, ...others] = lists;
    first.forEach((score, section) => {
      let sum = score;
      for (const other of others) {
        const more = other.get(section);
        if (more === undefined) return;
        sum += more;
      }
      best.set(section, Math.max(best.get(section) || 0, weight * (sum / stems.length)));
    });
  }
  return best;
}

/** @typedef {{ section: number, score: number, words: number }} Found */

/**
 * All pages that satisfy a word of the plan, best first: those with every word, then by score,
 * then by their place in the site.
 * @param {Store} store
 * @param {Word[]} plan
 * @returns {Promise<Found[]>}
 */
async function rank(store, plan) {
  const lists = await Promise.all(plan.map((word) => scoreWord(store, word)));
  /** @type {Map<number, Found>} */
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
  for (const found of [...sections.values()].sort((a, b) => a.section - b.section)) {
    const page = store.pageOf[found.section];
    const best = pages.get(page);
    if (!best) {
      pages.set(page, found);
    } else {
      best.words |= found.words;
      if (found.score > best.score) {
        best.section = found.section;
        best.score = found.score;
      }
    }
  }
  const every = (1 << plan.length) - 1;
  const all = (/** @type {Found} */ found) => (found.words === every ? 1 : 0);
  return [...pages.values()].sort((a, b) => all(b) - all(a) || b.score - a.score || a.section - b.section);
}
