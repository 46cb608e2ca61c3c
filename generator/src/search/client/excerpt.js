// The piece of a section's text that is shown with a result, and what is marked in it.

const EXCERPT = { length: 240, lead: 60 };

/**
 * What is looked for in a text: stems that satisfy a word of the query by themselves, with the
 * place of that word, and those that do so one after another. Between those of a loose sequence
 * stop words may stand.
 * @typedef {{
 *   alone: Map<string, number>,
 *   together: { stems: string[], word: number, loose: boolean }[],
 * }} Wanted
 */
/** @typedef {{ from: number, to: number, word: number }} Hit */
/** @typedef {{ from: number, to: number, surface: string, stem: string }} Token */
/** @typedef {{ text: string, marked: boolean }} Piece */

/** What a word is written with, before it is normalised. */
const INSIDE = new RegExp('[\\p{Alphabetic}\\p{N}\\p{M}' + DROPPED.source.slice(1, -1) + APOSTROPHES.source.slice(1, -1) + "']", 'u');

const APOSTROPHE = new RegExp('[' + APOSTROPHES.source.slice(1, -1) + "']");

/**
 * All that satisfies the words of a plan.
 * @param {Word[]} plan
 * @returns {Wanted}
 */
function wantedBy(plan) {
  /** @type {Wanted} */
  const wanted = { alone: new Map(), together: [] };
  plan.forEach(({ alternatives, phrase }, word) => {
    for (const { stems } of alternatives) {
      if (stems.length > 1) wanted.together.push({ stems, word, loose: !phrase });
      else if (!wanted.alone.has(stems[0])) wanted.alone.set(stems[0], word);
    }
  });
  return wanted;
}

/**
 * Where the wanted words stand, and which word of the query each is.
 * @param {Analysis} analysis
 * @param {Wanted} wanted
 * @param {Token[]} words
 * @returns {Hit[]}
 */
function hitsIn(analysis, wanted, words) {
  /** @type {Hit[]} */
  const hits = [];
  for (const { from, to, stem } of words) {
    const word = wanted.alone.get(stem);
    if (word !== undefined) hits.push({ from, to, word });
  }
  for (const { stems, word, loose } of wanted.together) {
    for (let start = 0; start < words.length; start++) {
      /** @type {Hit[]} */
      const found = [];
      for (let at = start; at < words.length && found.length < stems.length; at++) {
        const { from, to, stem, surface } = words[at];
        if (stem === stems[found.length]) found.push({ from, to, word });
        else if (!found.length || !loose || !analysis.isStop(surface)) break;
      }
      if (found.length === stems.length) hits.push(...found);
    }
  }
  return hits.sort((a, b) => a.from - b.from || a.word - b.word);
}

/**
 * The words of a text, with their places.
 * @param {Analysis} analysis
 * @param {string[]} chars
 * @returns {Token[]}
 */
function wordsIn(analysis, chars) {
  /** @type {Token[]} */
  const words = [];
  const push = (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ surface) =>
    words.push({ from, to, surface, stem: analysis.stem(surface) });
  /** @type {Map<string, string[]>} */
  const known = new Map();
  const surfacesOf = (/** @type {string} */ piece) => {
    const surfaces = known.get(piece) || analysis.surfaces(piece);
    known.set(piece, surfaces);
    return surfaces;
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
        push(units[i], units[Math.min(i + 2, units.length - 1)], pair);
      });
    } else if (INSIDE.test(chars[at])) {
      while (at < chars.length && INSIDE.test(chars[at]) && !UNSPACED.test(chars[at])) at++;
      for (const surface of surfacesOf(chars.slice(from, at).join(''))) push(from, at, surface);
    } else {
      at++;
    }
  }
  return words;
}

/**
 * A stretch of a text as pieces that are marked or not.
 * @param {string[]} chars
 * @param {Hit[]} hits
 * @param {number} from
 * @param {number} to
 * @returns {Piece[]}
 */
function piecesOf(chars, hits, from, to) {
  /** @type {Piece[]} */
  const pieces = [];
  const push = (/** @type {number} */ start, /** @type {number} */ end, /** @type {boolean} */ marked) => {
    if (end > start) pieces.push({ text: chars.slice(start, end).join(''), marked });
  };
  let at = from;
  for (const found of hits) {
    // Quotation marks that look like apostrophes are read with a word and not marked with it.
    let { from: start, to: end } = found;
    while (start < end && APOSTROPHE.test(chars[start])) start++;
    while (end > start && APOSTROPHE.test(chars[end - 1])) end--;
    if (end <= at || start >= to) continue;
    push(at, start, false);
    push(Math.max(at, start), Math.min(to, end), true);
    at = Math.min(to, end);
  }
  push(at, to, false);
  return pieces;
}

/**
 * A whole text with what was found marked in it.
 * @param {Analysis} analysis
 * @param {Wanted} wanted
 * @param {string} text
 * @returns {Piece[]}
 */
function markedIn(analysis, wanted, text) {
  const chars = Array.from(text);
  return piecesOf(chars, hitsIn(analysis, wanted, wordsIn(analysis, chars)), 0, chars.length);
}

/**
 * The stretch that holds the most different words of the query, the first of the best, as
 * pieces of text that are marked or not.
 * @param {Analysis} analysis
 * @param {Wanted} wanted
 * @param {string} text
 * @returns {Piece[]}
 */
function excerptOf(analysis, wanted, text) {
  const chars = Array.from(text);
  const hits = hitsIn(analysis, wanted, wordsIn(analysis, chars));
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
  // No mark stands without its letter.
  while (from < hit && MARK.test(chars[from])) from++;
  while (to > from && to < chars.length && MARK.test(chars[to])) to--;

  const pieces = piecesOf(chars, hits, from, to);
  if (from > 0) pieces.unshift({ text: '…', marked: false });
  if (to < chars.length) pieces.push({ text: '…', marked: false });
  return pieces;
}
