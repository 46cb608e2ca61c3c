// What suggestions and results share: the texts of the interface, the parts of a result, and
// what is said aloud.

/**
 * What the language's entry brings for the reader's side: texts and their language; the languages
 * that results may be in; the style of suggestions, from the root.
 * @typedef {{
 *   lang: string, dir: string, texts: Record<string, string>,
 *   languages: Record<string, { name: string, dir: string }>, style: string,
 * }} Interface
 */

/** Characters of a query that are shown where it is repeated. */
const REPEATED = 60;
/** How long the reader must have stopped typing before the number of results is said aloud, in milliseconds. */
const PAUSE_ALOUD = 800;
/** The same before a query is answered. */
const PAUSE = 120;
/** How long an answer may take before the reader is told that it is being looked for. */
const PATIENCE = 400;

/** @returns {Interface} */
function interfaceOf() {
  const name = /([^/]*)\.js$/.exec(document.documentElement.dataset.search || '');
  const entry = name && window.Waymark.search.shards[name[1]];
  return (entry && entry.interface) || { lang: '', dir: '', texts: {}, languages: {}, style: '' };
}

/**
 * A text of the interface.
 * @param {string} key
 * @param {number} [n]
 * @returns {string}
 */
function phrase(key, n) {
  const text = interfaceOf().texts[key] || '';
  return n === undefined ? text : text.replace('{n}', n.toLocaleString(document.documentElement.lang));
}

/**
 * A text of the interface around a query, whose direction stays its own.
 * @param {string} key
 * @param {string} query
 * @returns {(string | Node)[]}
 */
function phraseAround(key, query) {
  const bare = new RegExp('^' + QUOTE.source + '([^]*)' + QUOTE.source + '$').exec(query.trim());
  const chars = Array.from(beginningOf(bare && !QUOTE.test(bare[1]) ? bare[1] : query.trim()));
  const shown = chars.length > REPEATED ? chars.slice(0, REPEATED).join('') + '…' : chars.join('');
  const [before, after] = phrase(key).split('{query}');
  return after === undefined ? [before] : [before, element('bdi', shown), after];
}

/**
 * What was found: what was meant, if that is not what was typed, and how many pages.
 * @param {Answer} answer
 * @returns {(string | Node)[]}
 */
function summaryOf({ pages, replaced, answered }) {
  const count = classed('search-count', element('span', phrase('search-count', pages)));
  return replaced.length ? [...phraseAround('search-meant', answered), '. ', count] : [count];
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/**
 * @template {HTMLElement} T
 * @param {string} name
 * @param {T} made
 * @returns {T}
 */
function classed(name, made) {
  made.className = name;
  return made;
}

/**
 * Text with what was found marked in it.
 * @param {Piece[]} pieces
 * @returns {(string | Node)[]}
 */
function marked(pieces) {
  return pieces.map((piece) => (piece.marked ? element('mark', piece.text) : piece.text));
}

/**
 * The list from A to Z, which is there without the search.
 * @param {Element} box
 * @returns {HTMLAnchorElement}
 */
function listFromAToZ(box) {
  const known = box.querySelector('a');
  const link = element('a', phrase('search-a-z'));
  link.href = known ? known.href : '';
  return link;
}

/**
 * Where a result leads: to the section that was found.
 * @param {Result} result
 * @param {string} folder the way to the language's folder
 * @returns {string}
 */
function addressOf(result, folder) {
  return folder + result.url + (result.anchor ? '#' + encodeURIComponent(result.anchor) : '');
}

/**
 * The part of an address that carries a query. A lone surrogate can't be written into one.
 * @param {string} query
 * @param {boolean} literal
 * @returns {string}
 */
function hashOf(query, literal) {
  const whole = beginningOf(query.trim()).replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
  return whole && '#q=' + encodeURIComponent(whole) + (literal ? '&literal' : '');
}

/**
 * Says of a result which language it is in, if that is another than that of the texts around it.
 * @param {HTMLElement} made
 * @param {Result} result
 * @returns {(string | Node)[]} the language's own name, if the page is not in the language that is searched
 */
function languageOf(made, result) {
  const { lang, languages } = interfaceOf();
  const own = result.lang || document.documentElement.lang;
  const language = languages[own];
  if (!language || (own === lang && !result.lang)) return [];
  made.lang = own;
  made.dir = language.dir;
  return result.lang ? [' ', classed('search-language', element('small', language.name))] : [];
}

/**
 * A place from which screen readers read aloud what changes in it. It is emptied at each key, so
 * that the same number is said again for another query.
 * @param {Element} box
 * @returns {(text: string) => void}
 */
function announcerIn(box) {
  const region = classed('vh', element('p'));
  region.setAttribute('role', 'status');
  region.lang = interfaceOf().lang;
  box.append(region);
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    region.textContent = '';
    if (text) timer = window.setTimeout(() => { region.textContent = text; }, PAUSE_ALOUD);
  };
}
