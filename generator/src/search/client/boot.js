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
    format: 2,
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
     * The language's core, once the scripts that the entry names have run.
     * @returns {Promise<any>}
     */
    core: async function () {
      const lang = address.slice(folder.length).replace(/\.js$/, '');
      const entry = shards[lang];
      if (!entry) throw new Error('no search entry in ' + address);
      const values = await Promise.all(
        [Waymark.search.known(entry) && Waymark.search.shard(lang + '-core-' + entry.core)].concat(
          entry.scripts.map(function (/** @type {string} */ script) { return Waymark.load(folder + script); }),
        ),
      );
      return Waymark.search.known(values[0]) && values[0];
    },

    /**
     * Refuses a format that this reader doesn't know.
     * @param {{ format: number }} value
     */
    known: function (value) {
      const format = Waymark.search.format;
      if (value.format !== format) throw new Error('search shards of format ' + value.format + ', this reader knows ' + format);
      return true;
    },
  };
})();
