// The piece of a section's text that is shown with a result, and what is marked in it.

const EXCERPT = { length: 240, lead: 60 };

/**
 * What a stem means to a query: which word it satisfies, and whether by itself or only with others.
 * @typedef {{ word: number, alone: boolean }} Wanted
 */
/** @typedef {{ from: number, to: number, word: number, alone: boolean }} Hit */

/** What a word is written with, before it is normalised. */
const INSIDE = new RegExp('[\\p{Alphabetic}\\p{N}\\p{M}' + DROPPED.source.slice(1, -1) + APOSTROPHES.source.slice(1, -1) + "']", 'u');

/**
 * Where the wanted words stand, and which word of the query each is.
 * @param {Analysis} analysis
 * @param {Map<string, Wanted>} wanted
 * @param {string[]} chars
 * @returns {Hit[]}
 */
function hitsIn(analysis, wanted, chars) {
  /** @type {Hit[]} */
  const hits = [];
  const wordOf = (/** @type {string} */ surface) => wanted.get(analysis.stem(surface));
  /** @type {Map<string, Wanted | undefined>} */
  const known = new Map();
  const wordIn = (/** @type {string} */ piece) => {
    if (!known.has(piece)) {
      known.set(piece, analysis.surfaces(piece).map(wordOf).find((word) => word !== undefined));
    }
    return known.get(piece);
  };
  let at = 0;
  while (at < chars.length) {
    const from = at;
    if (UNSPACED.test(chars[at])) {
      /** @type {number[]} */
      const units = [];
      for (; at < chars.length && (UNSPACED.test(chars[at]) || MARK.test(chars[at])); at++) {
        if (!MARK.test(chars[at])) units.push(at);
      }
      units.push(at);
      const pairs = analysis.surfaces(chars.slice(from, at).join(''));
      pairs.slice(0, units.length - 1).forEach((pair, i) => {
        const word = wordOf(pair);
        const to = Math.min(i + 2, units.length - 1);
        if (word !== undefined) hits.push({ from: units[i], to: units[to], ...word });
      });
    } else if (INSIDE.test(chars[at])) {
      while (at < chars.length && INSIDE.test(chars[at]) && !UNSPACED.test(chars[at])) at++;
      const word = wordIn(chars.slice(from, at).join(''));
      if (word !== undefined) hits.push({ from, to: at, ...word });
    } else {
      at++;
    }
  }
  const firm = new Set(hits.filter((hit) => hit.alone).map((hit) => hit.word));
  return hits.filter((hit) => hit.alone || !firm.has(hit.word));
}

/**
 * The stretch that holds the most different words of the query, the first of the best, as
 * pieces of text that are marked or not.
 * @param {Analysis} analysis
 * @param {Map<string, Wanted>} wanted
 * @param {string} text
 * @returns {{ text: string, marked: boolean }[]}
 */
function excerptOf(analysis, wanted, text) {
  const chars = Array.from(text);
  const hits = hitsIn(analysis, wanted, chars);
  let most = 0;
  let hit = 0;
  hits.forEach(({ from }, i) => {
    const near = new Set();
    for (let j = i; j < hits.length && hits[j].from < from + EXCERPT.length - EXCERPT.lead; j++) near.add(hits[j].word);
    if (near.size > most) {
      most = near.size;
      hit = from;
    }
  });

  let from = Math.max(0, hit - EXCERPT.lead);
  if (from > 0) {
    const border = chars.slice(from, hit).indexOf(' ');
    if (border >= 0) from += border + 1;
  }
  let to = Math.min(chars.length, from + EXCERPT.length);
  if (to < chars.length) {
    const border = chars.slice(from, to).lastIndexOf(' ');
    if (border > EXCERPT.length / 2) to = from + border;
  }

  /** @type {{ text: string, marked: boolean }[]} */
  const pieces = [];
  const push = (/** @type {number} */ start, /** @type {number} */ end, /** @type {boolean} */ marked) => {
    if (end > start) pieces.push({ text: chars.slice(start, end).join(''), marked });
  };
  let at = from;
  for (const found of hits) {
    if (found.to <= at || found.from >= to) continue;
    push(at, found.from, false);
    push(Math.max(at, found.from), Math.min(to, found.to), true);
    at = Math.min(to, found.to);
  }
  push(at, to, false);
  if (from > 0) pieces.unshift({ text: '…', marked: false });
  if (to < chars.length) pieces.push({ text: '…', marked: false });
  return pieces;
}
