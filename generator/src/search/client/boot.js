// The beginning of `search/<lang>.js`: where shards hand in what they hold, and how further
// ones are fetched. The build puts the entry of the language after it.
(function () {
  'use strict';

  const Waymark = window.Waymark;
  const address = document.documentElement.dataset.search || '';
  const folder = address.slice(0, address.lastIndexOf('/') + 1);

  /** @type {Record<string, any>} */
  const shards = Object.create(null);

  /**
   * @param {string} name
   * @param {any} value
   */
  Waymark.shard = function (name, value) {
    shards[name] = value;
  };

  Waymark.search = {
    format: 1,
    shards: shards,

    /**
     * A shard's value, fetched once.
     * @param {string} name its file's name without `.js`
     * @returns {Promise<any>}
     */
    shard: async function (name) {
      if (!(name in shards)) await Waymark.load(folder + name + '.js');
      if (!(name in shards)) throw new Error('nothing in ' + name);
      return shards[name];
    },

    /**
     * The language's entry, once the scripts that it names have run.
     * @returns {Promise<{ data: string, scripts: string[] }>}
     */
    entry: async function () {
      const entry = shards[address.slice(folder.length).replace(/\.js$/, '')];
      if (!entry || entry.format !== 1) throw new Error('a search entry of another format');
      await Promise.all(
        [Waymark.search.shard(entry.data + '-core')].concat(
          entry.scripts.map(function (/** @type {string} */ script) { return Waymark.load(folder + script); }),
        ),
      );
      return entry;
    },
  };
})();
