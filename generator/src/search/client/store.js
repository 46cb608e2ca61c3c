// Fetches the shards that a query needs, once each.

/** Characters of a digest in a name. */
const DIGEST = 6;

/**
 * @typedef {{
 *   format: number, lang: string, sections: string, words: number[], perFragment: number, perDigest: number,
 *   digests: Record<string, string>, letters: string, vocabulary: string, stems: string, stop: string,
 *   elisions: string, cut: boolean, stemmed: boolean, synonyms: string,
 * }} Core
 */

/**
 * @typedef {{
 *   analysis: Analysis,
 *   synonyms: string[][][],
 *   words: number[],
 *   total: number,
 *   pageOf: number[],
 *   firstOf: number[],
 *   namesakes: (key: string) => Promise<Entry[]>,
 *   startingWith: (prefix: string, cap: number) => Promise<Entry[]>,
 *   backwards: (prefix: string, cap: number) => Promise<Spelled[]>,
 *   stems: (key: string) => Promise<Stem[]>,
 *   positions: (key: string) => Promise<number[]>,
 *   fragment: (section: number) => Promise<{ page: Fragment, section: Fragment['sections'][0] }>,
 * }} Store
 */

/**
 * @param {Core} core
 * @param {{ stemWord: (word: string) => string } | undefined} stemmer
 * @param {(name: string) => Promise<any>} shard fetches a shard by its name
 * @returns {Store}
 */
function storeOf(core, stemmer, shard) {
  const { letters, digests } = core;
  const list = (/** @type {string} */ coded, /** @type {string} */ by) => {
    const text = decoded(coded, letters);
    return text ? text.split(by) : [];
  };
  const plain = (/** @type {string} */ text) => text.split(' ').filter(Boolean);
  const vocabularyBounds = list(core.vocabulary, ' ');
  const stemBounds = list(core.stems, ' ');

  /** @type {number[]} */
  const pageOf = [];
  /** @type {number[]} */
  const firstOf = [];
  numbers(core.sections).forEach((sections, page) => {
    firstOf.push(pageOf.length);
    for (let i = 0; i < sections; i++) pageOf.push(page);
  });

  /** @type {Map<string, any>} */
  const parts = new Map();
  /**
   * A shard's content, read once.
   * @template T
   * @param {string} name what it is, between language and digest
   * @param {string} digests the digests of its kind
   * @param {number} i which of them is its own
   * @param {(content: string[], letters: string) => T} read
   * @returns {Promise<T>}
   */
  async function part(name, digests, i, read) {
    let content = parts.get(name);
    if (!content) {
      content = read(await shard(core.lang + '-' + name + '-' + digests.slice(i * DIGEST, (i + 1) * DIGEST)), letters);
      parts.set(name, content);
    }
    return content;
  }

  /**
   * The part in which a key lies: as many bounds are at or before it.
   * @param {string[]} bounds
   * @param {string} key
   */
  function partOf(bounds, key) {
    let from = 0;
    let to = bounds.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (bounds[middle] <= key) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /**
   * The first items of a sorted list whose key begins so.
   * @template T
   * @param {string} kind
   * @param {string[]} bounds
   * @param {string} digests
   * @param {(content: string[], letters: string) => T[]} read
   * @param {(item: T) => string} key
   * @param {string} prefix
   * @param {number} cap
   * @returns {Promise<T[]>}
   */
  async function range(kind, bounds, digests, read, key, prefix, cap) {
    /** @type {T[]} */
    let found = [];
    let number = partOf(bounds, prefix);
    do {
      const items = await part(kind + number, digests, number, read);
      found = found.concat(items.filter((item) => key(item).startsWith(prefix)));
    } while (found.length < cap && (bounds[number++] || '').startsWith(prefix));
    return found.slice(0, cap);
  }

  return {
    analysis: analysisOf(core.lang, stemmer, plain(core.elisions), core.cut, list(core.stop, ' ')),
    synonyms: list(core.synonyms, '|').map((group) => group.split(',').map((term) => (term ? term.split(' ') : []))),
    words: core.words,
    total: pageOf.length,
    pageOf,
    firstOf,
    namesakes: async (key) => {
      const number = partOf(vocabularyBounds, key);
      const entries = await part('v' + number, digests.v, number, vocabularyOf);
      return entries.filter((entry) => entry.folded === key);
    },
    startingWith: (prefix, cap) =>
      range('v', vocabularyBounds, digests.v, vocabularyOf, (entry) => entry.folded, prefix, cap),
    backwards: async (prefix, cap) => {
      const { bounds, own } = await part('r', digests.r, 0, ([coded, of]) => ({ bounds: list(coded, ' '), own: of }));
      return range('r', bounds, own, spellingOf, (item) => item.word, prefix, cap);
    },
    stems: async (key) => {
      const number = partOf(stemBounds, key);
      const stems = await part('s' + number, digests.s, number, stemsOf);
      return stems.filter((stem) => stem.folded === key);
    },
    positions: (key) => {
      const number = partOf(stemBounds, key);
      return part('p' + number, digests.s, number, (columns) => numbers(columns[0]));
    },
    fragment: async (number) => {
      const page = pageOf[number];
      const place = number - firstOf[page];
      const per = core.perFragment;
      const name = 'f' + page + '-' + Math.floor(place / per);
      const fragment = await part(name, digests.f, Math.floor(page / core.perDigest), fragmentOf);
      return { page: fragment, section: fragment.sections[place % per] };
    },
  };
}
