// What a word may have been meant to be, when the text has none such. spelling.rs does the same.

const SPELLING = { chars: 4, long: 8, lookedAt: 2048, words: 4 };

/**
 * The surface that was probably meant by one which the index does not have.
 * @param {Store} store
 * @param {string} surface
 * @returns {Promise<string | undefined>}
 */
async function nearest(store, surface) {
  const word = Array.from(folded(surface));
  if (word.length < SPELLING.chars || isPair(surface) || /\p{N}/u.test(word.join(''))) return undefined;
  const limit = word.length < SPELLING.long ? 1 : 2;
  const shared = Math.floor((word.length - 1) / (limit + 1));
  const [forwards, backwards] = await Promise.all([
    store.startingWith(word.slice(0, shared).join(''), SPELLING.lookedAt),
    store.backwards(word.slice(-shared).reverse().join(''), SPELLING.lookedAt),
  ]);
  /** @type {Map<string, number>} */
  const classes = new Map();
  const list = (/** @type {string} */ candidate, /** @type {number} */ common) =>
    classes.set(candidate, Math.max(common, classes.get(candidate) || 0));
  for (const { folded: candidate, common } of forwards) list(candidate, common);
  for (const { word: reversed, common } of backwards) list(Array.from(reversed).reverse().join(''), common);

  /** @type {{ candidate: string, rank: number[] }[]} */
  const found = [];
  classes.forEach((common, candidate) => {
    const chars = Array.from(candidate);
    if (Math.abs(chars.length - word.length) > limit || /\p{N}/u.test(candidate)) return;
    const distance = distanceOf(word, chars);
    if (distance > limit || store.analysis.isFoldedStop(candidate)) return;
    found.push({ candidate, rank: [distance, chars[0] === word[0] ? 0 : 1, -common] });
  });
  found.sort((a, b) => {
    const place = a.rank.findIndex((number, i) => number !== b.rank[i]);
    return place < 0 ? (a.candidate < b.candidate ? -1 : 1) : a.rank[place] - b.rank[place];
  });
  if (!found.length) return undefined;
  const namesakes = await store.namesakes(found[0].candidate);
  return namesakes.reduce((best, entry) => (entry.common > best.common ? entry : best)).surface;
}

/**
 * How many characters are wrong, missing, too many or swapped with a neighbour.
 * @param {string[]} a
 * @param {string[]} b
 * @returns {number}
 */
function distanceOf(a, b) {
  /** @type {number[]} */
  let before = [];
  let last = b.map((_, j) => j).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2] + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length];
}
