// What the scripts of a page may ask: `Waymark.search.find`.

/**
 * @typedef {{
 *   url: string, anchor: string, title: string, heading: string, score: number, every_word: boolean,
 *   excerpt: { text: string, marked: boolean }[],
 * }} Result
 */

/**
 * The best pages for a query, best first, from the shards that it needs.
 * @param {Store} store
 * @param {string} query
 * @param {number} limit
 * @returns {Promise<{ results: Result[], pages: number }>}
 */
async function findIn(store, query, limit) {
  const plan = await planOf(store, query);
  const found = await rank(store, plan);
  /** @type {Map<string, Wanted>} */
  const wanted = new Map();
  for (const alone of [true, false]) {
    plan.forEach(({ alternatives }, word) => {
      for (const { stems } of alternatives) {
        if ((stems.length === 1) !== alone) continue;
        for (const stem of stems) if (!wanted.has(stem)) wanted.set(stem, { word, alone });
      }
    });
  }
  const every = (1 << plan.length) - 1;
  const results = found.slice(0, limit).map(async ({ section, score, words }) => {
    const { page, section: shown } = await store.fragment(section);
    return {
      url: page.url,
      title: page.title,
      anchor: shown.anchor,
      heading: shown.heading,
      score,
      every_word: words === every,
      excerpt: excerptOf(store.analysis, wanted, shown.body),
    };
  });
  return { results: await Promise.all(results), pages: found.length };
}

/**
 * The store of the page's language, once the core and the stemmer are there.
 * @returns {Promise<Store>}
 */
async function openStore() {
  const search = window.Waymark.search;
  /** @type {{ data: string, scripts: string[] }} */
  const entry = await search.entry();
  /** @type {Core} */
  const core = await search.shard(entry.data + '-core');
  if (core.format !== search.format) throw new Error('search shards of format ' + core.format);
  const stemmer = search.shards['stem-' + core.lang.split(/[-_]/)[0]];
  if (core.stemmed && !stemmer) throw new Error('no stemmer for ' + core.lang);
  return storeOf(core, core.stemmed ? stemmer : undefined, (name) => search.shard(entry.data + '-' + name));
}

window.Waymark.search.open = openStore;
window.Waymark.search.find = findIn;
