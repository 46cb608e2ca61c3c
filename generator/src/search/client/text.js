// From text to words and stems, as normalise.rs, token.rs, fold.rs and analysis.rs do it.
// All scripts of this folder are joined inside one function: nothing here is a global.

const MAX_CHARS = 64;

const DROPPED =
  /[\u00AD\u055B\u055C\u055E\u05F4\u061C\u0640\u200C-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFE00-\uFE0F\uFEFF]/g;
const APOSTROPHES = /[\u0060\u00B4\u02B9\u02BB\u02BC\u05F3\u2018\u2019\u201B\u2032\uFF07]/g;
const MARK = /\p{M}/u;
const ALPHANUMERIC = /[\p{Alphabetic}\p{N}]/u;
const UNSPACED =
  /[\u0E01-\u0E3A\u0E40-\u0E4E\u0E81-\u0ECE\u0EDC-\u0EDF\u1000-\u103F\u1050-\u108F\u109A-\u109F\u1780-\u17D3\u17D7\u17DC\u17DD\u3005-\u3007\u3021-\u3029\u3038-\u303B\u3041-\u309F\u30A1-\u30FA\u30FC-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA9E0-\uA9EF\uAA60-\uAA7F\uF900-\uFAFF\uFF66-\uFF9F\u{20000}-\u{3FFFD}]/u;
const FORGOTTEN =
  /[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/g;
const ALIKE = /[ßæœþøđðłħŋıґىیکة]/g;
/** @type {Record<string, string>} */
const PLAINER = {
  ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ŋ: 'n', ı: 'i', ґ: 'г',
  ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه',
};

/**
 * Between two letters of the Hebrew alphabet a quotation mark stands for gershayim.
 * @param {string} text
 * @returns {string}
 */
function withoutGershayim(text) {
  return text.replace(/([\u05D0-\u05EA])"(?=[\u05D0-\u05EA])/g, '$1');
}

/**
 * @param {string} text
 * @param {string} lang
 * @returns {string}
 */
function normalise(text, lang) {
  let out = withoutGershayim(text).replace(DROPPED, '').replace(APOSTROPHES, "'").normalize('NFC');
  if (/^(tr|az)([-_]|$)/i.test(lang)) out = out.replace(/I/g, 'ı').replace(/İ/g, 'i');
  return out.toLowerCase().replace(/ς/g, 'σ');
}

/**
 * @param {string} word
 * @returns {string}
 */
function folded(word) {
  return word
    .normalize('NFKD')
    .replace(FORGOTTEN, '')
    .replace(ALIKE, (letter) => PLAINER[letter] || letter)
    .normalize('NFC');
}

/**
 * A letter or number that a word may begin with.
 * @param {string} c
 * @returns {boolean}
 */
function startsWord(c) {
  return c < '\x80' ? /[0-9a-z]/i.test(c) : ALPHANUMERIC.test(c) && !MARK.test(c);
}

/**
 * Whether a token comes from a script without spaces.
 * @param {string} token
 * @returns {boolean}
 */
function isPair(token) {
  return UNSPACED.test(String.fromCodePoint(token.codePointAt(0) || 0));
}

/**
 * The words of a normalised text.
 * @param {string} text
 * @returns {string[]}
 */
function tokens(text) {
  /** @type {string[]} */
  const out = [];
  /** @type {string[]} */
  let units = [];
  let word = '';
  const endWord = () => {
    if (word && Array.from(word).length <= MAX_CHARS) out.push(word);
    word = '';
  };
  const endUnits = () => {
    if (units.length === 1) out.push(units[0]);
    for (let i = 1; i < units.length; i++) out.push(units[i - 1] + units[i]);
    units = [];
  };
  const chars = Array.from(text);
  chars.forEach((c, i) => {
    const ascii = c < '\x80';
    if (!ascii && MARK.test(c)) {
      if (units.length) units[units.length - 1] += c;
      else if (word) word += c;
    } else if (!ascii && UNSPACED.test(c)) {
      endWord();
      units.push(c);
    } else if (startsWord(c)) {
      endUnits();
      word += c;
    } else {
      endUnits();
      const next = chars[i + 1];
      if (c === "'" && word && next && startsWord(next) && !UNSPACED.test(next)) word += c;
      else endWord();
    }
  });
  endWord();
  endUnits();
  return out;
}

/**
 * What a language needs so that its text can be searched.
 * @typedef {{
 *   surfaces: (text: string) => string[],
 *   stem: (surface: string) => string,
 *   isStop: (surface: string) => boolean,
 *   isFoldedStop: (folded: string) => boolean,
 *   stemmed: boolean,
 * }} Analysis
 */

/**
 * @param {string} lang
 * @param {{ stemWord: (word: string) => string } | undefined} stemmer
 * @param {string[]} elisions
 * @param {boolean} cut whether a word ends at its apostrophe
 * @param {string[]} stopWords
 * @returns {Analysis}
 */
function analysisOf(lang, stemmer, elisions, cut, stopWords) {
  const stops = new Set(stopWords);
  /** @type {Map<string, string>} */
  const known = new Map();
  return {
    stemmed: !!stemmer,
    surfaces: (text) =>
      tokens(normalise(text, lang)).map((token) => {
        let at;
        while ((at = token.indexOf("'")) >= 0 && elisions.includes(token.slice(0, at))) token = token.slice(at + 1);
        return cut ? token.split("'")[0] : token;
      }),
    stem: (surface) => {
      if (!stemmer || isPair(surface)) return surface;
      let stem = known.get(surface);
      if (stem === undefined) {
        stem = stemmer.stemWord(surface) || surface;
        known.set(surface, stem);
      }
      return stem;
    },
    isStop: (surface) => stops.has(surface),
    isFoldedStop: (word) => stopWords.some((stop) => folded(stop) === word),
  };
}
