// What a first search costs: scripts and shards fetched for ten results, brotli.
//   node bytes.mjs <folder that WAYMARK_KEEP_SHARDS named> <name>…
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { page } from './harness.mjs';

const [folder, ...names] = process.argv.slice(2);
for (const name of names) {
  const { lang, cases } = JSON.parse(readFileSync(join(folder, name, 'cases.json'), 'utf8'));
  const weights = new Map();
  const weigh = (file) => {
    if (!weights.has(file)) weights.set(file, brotliCompressSync(readFileSync(join(folder, name, file))).length);
    return weights.get(file);
  };
  const totals = [];
  const kinds = {};
  const found = cases.filter(({ literal }) => !literal).map(({ native }) => native).filter((native) => native.results.length && native.query.length < 80).filter((_, i) => i % 5 === 0);
  for (const { query } of found) {
    const { search, loaded } = await page(join(folder, name), lang);
    await search(query, 10);
    totals.push({ bytes: loaded.reduce((sum, file) => sum + weigh(file), 0), requests: loaded.length, query });
    for (const file of loaded) {
      const kind = /-([a-z]+)[\d-]*-\w{6}\.js$/.exec(file.replace(/^(client|stem)-/, '-$1-').replace(/-stem-\w+-/, '-stem-'))?.[1] ?? file;
      kinds[kind] = (kinds[kind] ?? 0) + weigh(file) / found.length;
    }
  }
  totals.sort((a, b) => a.bytes - b.bytes);
  const middle = totals[totals.length >> 1];
  const worst = totals[totals.length - 1];
  const parts = Object.entries(kinds).map(([kind, bytes]) => `${kind} ${Math.round(bytes)}`).join(', ');
  console.log(`${name}: ${totals.length} searches, median ${middle.bytes} bytes in ${middle.requests} requests, worst ${worst.bytes} (“${worst.query}”); mean by kind: ${parts}`);
}
