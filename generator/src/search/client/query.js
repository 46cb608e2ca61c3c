// A query as it was typed: words, and phrases in quotation marks. query.rs does the same.

const QUERY_CHARS = 500;
const QUERY_WORDS = 16;
const QUOTE = /["\u00AB\u00BB\u201C-\u201F\u300C-\u300F\u301D-\u301F\uFF02]/;

/**
 * What a query asks for: a word, or the words of a phrase.
 * @typedef {{ phrase: boolean, words: string[] }} Unit
 */

/**
 * The part of a query that is read.
 * @param {string} query
 * @returns {string}
 */
function beginningOf(query) {
  return Array.from(query.slice(0, 2 * QUERY_CHARS)).slice(0, QUERY_CHARS).join('');
}

/**
 * The units of a query's beginning, without stop words and repeats, and cut after so many words.
 * @param {Analysis} analysis
 * @param {string} query
 * @returns {Unit[]}
 */
function unitsOf(analysis, query) {
  const pieces = withoutGershayim(query).split(QUOTE);
  /** @type {Unit[]} */
  const all = [];
  pieces.forEach((piece, i) => {
    const words = analysis.surfaces(piece);
    // What follows a quotation mark that is not closed is plain words still.
    if (i % 2 === 0 || i + 1 === pieces.length) all.push(...words.map((word) => ({ phrase: false, words: [word] })));
    else if (words.length) all.push({ phrase: true, words });
  });
  const rest = all.filter((unit) => unit.phrase || !analysis.isStop(unit.words[0]));
  return distinct(rest.length ? rest : all);
}

/**
 * Each unit once, at its first place, as long as words are left to take.
 * @param {Unit[]} all
 * @returns {Unit[]}
 */
function distinct(all) {
  /** @type {Map<string, Unit>} */
  const units = new Map();
  let left = QUERY_WORDS;
  for (const unit of all) {
    const words = unit.words.slice(0, left);
    const key = unit.phrase + ' ' + words.join(' ');
    if (left > 0 && !units.has(key)) {
      left -= words.length;
      units.set(key, { phrase: unit.phrase, words });
    }
  }
  return [...units.values()];
}

/**
 * The query with words replaced and all else as it was typed.
 * @param {Analysis} analysis
 * @param {string} query
 * @param {Map<string, string>} replaced
 * @returns {string}
 */
function rewritten(analysis, query, replaced) {
  let out = '';
  let piece = '';
  const flush = () => {
    const surfaces = analysis.surfaces(piece);
    const hit = surfaces.some((surface) => replaced.has(surface));
    out += hit ? surfaces.map((surface) => replaced.get(surface) || surface).join(' ') : piece;
    piece = '';
  };
  for (const c of query) {
    if (INSIDE.test(c) && !UNSPACED.test(c)) {
      piece += c;
    } else {
      flush();
      out += c;
    }
  }
  flush();
  return out;
}
