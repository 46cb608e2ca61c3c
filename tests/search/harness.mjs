// Runs the client's scripts without a browser: a context of their own, files instead of requests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

/** The client's source folder. */
export const client = new URL('../../generator/src/search/client/', import.meta.url);

/** Functions of the client's sources, by name, as one script. */
export function internals(files, names) {
  const source = files.map((file) => readFileSync(new URL(file, client), 'utf8')).join('\n');
  const context = vm.createContext({});
  return vm.runInContext(`(function(){'use strict';${source};return {${names}}})()`, context);
}

/** A page whose search is the shards in a folder. `loaded` names what was fetched, in order. */
export async function page(folder, lang) {
  const loaded = [];
  const Waymark = {
    load: async (url) => {
      const name = url.replace(/^search\//, '');
      if (!loaded.includes(name)) {
        const source = readFileSync(join(folder, name), 'latin1');
        if (/[^\n\x20-\x7e]/.test(source)) throw new Error(`${name} is not printable ASCII`);
        loaded.push(name);
        vm.runInContext(source, context, { filename: name });
      }
    },
  };
  const context = vm.createContext({
    Waymark,
    document: { documentElement: { dataset: { search: `search/${lang}.js` } } },
  });
  context.window = context;
  await Waymark.load(`search/${lang}.js`);
  await Waymark.search.core();
  const store = await Waymark.search.open();
  return {
    loaded,
    store,
    search: (query, limit, options) => Waymark.search.find(store, query, limit, options),
  };
}
