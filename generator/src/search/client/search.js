// What the scripts of a page may ask: `Waymark.search.open` and `Waymark.search.find`.

/**
 * A page that was found, shown by its best section.
 * `url`: relative to the language's folder. `anchor`, `heading`: empty for the text before the
 * first heading. `score`: comparable within one query only. `every_word`: whether the page holds
 * every word of the query. `excerpt`: pieces of the section's text, marked where something
 * satisfies a word of the query; `title_marked` and `heading_marked` are the whole of these.
 * `lang`: the language of all these, if it is not the index's; else empty.
 * @typedef {{
 *   url: string, anchor: string, title: string, heading: string, lang: string, score: number, every_word: boolean,
 *   excerpt: Piece[], title_marked: Piece[], heading_marked: Piece[],
 * }} Result
 */

/**
 * What a query found. `results`: the best pages, best first, as many as were asked for.
 * `pages`: how many were found in all. `replaced`: words that nothing in the text satisfies, and
 * what was looked for instead (none with `literal`). `answered`: the query that was answered: as
 * it was typed, but for the replaced words. So if `replaced` is not empty: “Results for
 * `answered`. Search instead for the query”, which is `find(…, { literal: true })`.
 * @typedef {{ results: Result[], pages: number, replaced: Replaced[], answered: string }} Answer
 */

/**
 * What was asked last. While one types, the same is asked twice: at once, so that what the ranking needs
 * is fetched during the pause, and after it, when ten pages' texts are fetched too.
 * @type {{ store: Store, query: string, literal: boolean, found: Promise<Sought> } | undefined}
 * @typedef {{ words: Word[], replaced: Replaced[], answered: string, found: Found[] }} Sought
 */
let sought;

/**
 * The plan of a query and the pages in their order.
 * @param {Store} store
 * @param {string} query
 * @param {boolean} literal
 * @returns {Promise<Sought>}
 */
function seekIn(store, query, literal) {
  if (!sought || sought.store !== store || sought.query !== query || sought.literal !== literal) {
    const found = planOf(store, query, literal).then(async (plan) => ({ ...plan, found: await rank(store, plan.words) }));
    sought = { store, query, literal, found };
    // The next who asks tries again.
    found.catch(() => { sought = undefined; });
  }
  return sought.found;
}

/**
 * The best pages for a query, best first, from the shards that it needs. Any text is a query;
 * only a shard that can't be had makes it fail.
 * @param {Store} store
 * @param {string} query
 * @param {number} limit
 * @param {{ literal?: boolean }} [options]
 * @returns {Promise<Answer>}
 */
async function findIn(store, query, limit, options) {
  const { words: plan, replaced, answered, found } = await seekIn(store, query, !!(options && options.literal));
  const wanted = wantedBy(plan);
  const every = (1 << plan.length) - 1;
  const results = found.slice(0, limit).map(async ({ section, score, words }) => {
    const { page, section: shown } = await store.fragment(section);
    return {
      url: page.url,
      title: page.title,
      anchor: shown.anchor,
      heading: shown.heading,
      lang: page.lang,
      score,
      every_word: words === every,
      excerpt: excerptOf(store.analysis, wanted, shown.body),
      title_marked: markedIn(store.analysis, wanted, page.title),
      heading_marked: markedIn(store.analysis, wanted, shown.heading),
    };
  });
  return { results: await Promise.all(results), pages: found.length, replaced, answered };
}

/**
 * The store of the page's language, once the core and the stemmer are there.
 * @returns {Promise<Store>}
 */
async function openStore() {
  const search = window.Waymark.search;
  /** @type {Core} */
  const core = await search.core();
  const stemmer = search.shards['stem-' + core.lang.split(/[-_]/)[0].toLowerCase()];
  if (core.stemmed && !stemmer) throw new Error('no stemmer for ' + core.lang);
  return storeOf(core, core.stemmed ? stemmer : undefined, search.shard);
}

window.Waymark.search.open = openStore;
window.Waymark.search.find = findIn;
