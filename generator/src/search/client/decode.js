// Reads what shard.rs and encode.rs write; FORMAT.md is the description.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * All numbers of a column.
 * @param {string} column
 * @returns {number[]}
 */
function numbers(column) {
  const out = [];
  let value = 0;
  let place = 1;
  for (let i = 0; i < column.length; i++) {
    let symbol = column.charCodeAt(i);
    if (symbol > 0x5c) symbol--;
    if (symbol > 0x22) symbol--;
    symbol -= 0x20;
    if (symbol < 46) {
      out.push(value + symbol * place);
      value = 0;
      place = 1;
    } else {
      value += (symbol - 46) * place;
      place *= 46;
    }
  }
  return out;
}

/**
 * A text in the language's spelling.
 * @param {string} coded
 * @param {string} letters
 * @returns {string}
 */
function decoded(coded, letters) {
  let out = '';
  let lettered = false;
  for (let i = 0; i < coded.length; i++) {
    let c = coded[i];
    if (c === '~') {
      lettered = !lettered;
      continue;
    }
    if (c === '`') {
      let unit = 0;
      for (let digit = 0; digit < 3; digit++) unit = unit * 62 + DIGITS.indexOf(coded[++i]);
      out += String.fromCharCode(unit);
      continue;
    }
    const other = c === '^';
    if (other) c = coded[++i];
    const digit = lettered !== other ? DIGITS.indexOf(c) : -1;
    out += digit < 0 ? c : letters[digit];
  }
  return out;
}

/**
 * Front-coded words: each begins with some code units of the one before. `text` goes on after
 * a word's own part with what `more` says.
 * @param {string} text
 * @param {number[]} shared
 * @param {number[]} own
 * @param {number[]} [more]
 * @returns {{ words: string[], extra: string[] }}
 */
function unfront(text, shared, own, more) {
  /** @type {string[]} */
  const words = [];
  /** @type {string[]} */
  const extra = [];
  let at = 0;
  const take = (/** @type {number} */ length) => text.slice(at, (at += length));
  shared.forEach((length, i) => {
    words.push((i ? words[i - 1] : '').slice(0, length) + take(own[i]));
    if (more) extra.push(take(more[i]));
  });
  return { words, extra };
}

/** @typedef {{ folded: string, surface: string, stem: string, common: number }} Entry */

/**
 * A part of the vocabulary.
 * @param {string[]} columns
 * @param {string} letters
 * @returns {Entry[]}
 */
function vocabularyOf(columns, letters) {
  const [shared, own, dropped, added, common] = columns.slice(1).map(numbers);
  const { words, extra } = unfront(decoded(columns[0], letters), shared, own, added);
  return words.map((surface, i) => ({
    folded: folded(surface),
    surface,
    stem: surface.slice(0, surface.length - dropped[i]) + extra[i],
    common: common[i],
  }));
}

/**
 * Where a stem stands in one field. `first` is the number of its first place among all places of
 * the part, as the positions of the part count them.
 * @typedef {{ sections: number[], frequencies: number[], lengthIds: number[], first: number }} Postings
 */
/** @typedef {{ folded: string, text: string, fields: Postings[] }} Stem */

/**
 * A part of the stems, with where they stand.
 * @param {string[]} columns
 * @param {string} letters
 * @returns {Stem[]}
 */
function stemsOf(columns, letters) {
  const [shared, own, counts, gaps, frequencies, lengthIds] = columns.slice(1).map(numbers);
  let at = 0;
  let places = 0;
  return unfront(decoded(columns[0], letters), shared, own).words.map((text, i) => {
    const fields = [0, 1, 2].map((field) => {
      const from = at;
      const first = places;
      at += counts[i * 3 + field];
      for (let j = from; j < at; j++) places += frequencies[j] + 1;
      let next = 0;
      const sections = gaps.slice(from, at).map((gap) => {
        next += gap + 1;
        return next - 1;
      });
      return {
        sections,
        frequencies: frequencies.slice(from, at).map((more) => more + 1),
        lengthIds: lengthIds.slice(from, at),
        first,
      };
    });
    return { folded: folded(text), text, fields };
  });
}

/** @typedef {{ word: string, common: number }} Spelled */

/**
 * A part of the spelling list: folded words, each from its end.
 * @param {string[]} columns
 * @param {string} letters
 * @returns {Spelled[]}
 */
function spellingOf(columns, letters) {
  const [shared, own, common] = columns.slice(1).map(numbers);
  return unfront(decoded(columns[0], letters), shared, own).words.map((word, i) => ({ word, common: common[i] }));
}

/** @typedef {{ url: string, title: string, lang: string, sections: { anchor: string, heading: string, body: string }[] }} Fragment */

/**
 * Some sections of a page, as they are shown.
 * @param {string[]} strings
 * @param {string} letters
 * @returns {Fragment}
 */
function fragmentOf(strings, letters) {
  const [url, title, ...rest] = strings.map((text) => decoded(text, letters));
  // A text more than whole sections have: the language, if it is another.
  const lang = (rest.length % 3 && rest.pop()) || '';
  const sections = [];
  for (let i = 0; i < rest.length; i += 3) {
    sections.push({ anchor: rest[i], heading: rest[i + 1], body: rest[i + 2] });
  }
  return { url, title, lang, sections };
}
