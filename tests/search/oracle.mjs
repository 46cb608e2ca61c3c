// Answers the queries of search_oracle.rs from the shards, and compares with the native answers.
//   node oracle.mjs <folder> <name>…
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { page } from './harness.mjs';

const [folder, ...names] = process.argv.slice(2);
const TOLERANCE = 1e-5;
let failures = 0;
let queries = 0;
let largest = 0;

for (const name of names) {
  const { lang, cases } = JSON.parse(readFileSync(join(folder, name, 'cases.json'), 'utf8'));
  const { search } = await page(join(folder, name), lang);
  let different = 0;
  let hits = 0;
  let slowest = 0;
  for (const native of cases) {
    const start = performance.now();
    const { results, pages, replaced, answered } = await search(native.query, 20);
    slowest = Math.max(slowest, performance.now() - start);
    const ours = results.map((result) => ({
      ...result,
      anchor: result.anchor || null,
      excerpt: result.excerpt.map((piece) => piece.text).join(''),
    }));
    hits += pages > 0;
    const off = ours.map((result, i) => Math.abs(result.score - (native.results[i]?.score ?? 0)) / result.score);
    largest = Math.max(largest, ...off);
    const plain = (list) => JSON.stringify(list.map(({ url, anchor, title, heading, excerpt, every_word }) => [url, anchor, title, heading, excerpt, every_word]));
    const said = JSON.stringify([pages, answered, replaced.map(({ from, to }) => [from, to])]) === JSON.stringify([native.pages, native.answered, native.replaced.map(({ from, to }) => [from, to])]);
    if (!said || plain(ours) !== plain(native.results) || off.some((part) => part > TOLERANCE)) {
      different++;
      if (different <= 3) {
        console.error(`${name}: “${native.query.slice(0, 60)}”: ${pages} pages here, ${native.pages} natively`);
        const at = ours.findIndex((result, i) => plain([result]) !== plain([native.results[i] ?? {}]) || off[i] > TOLERANCE);
        console.error('  here:     ', JSON.stringify(ours[at]));
        console.error('  natively: ', JSON.stringify(native.results[at]));
      }
    }
  }
  queries += cases.length;
  failures += different;
  console.log(`${name}: ${cases.length} queries, ${hits} with results, ${different} different, slowest ${slowest.toFixed(0)} ms`);
}
console.log(`${names.length} indexes, ${queries} queries, ${failures} different, largest score difference ${largest.toExponential(1)}`);
process.exit(failures || !queries ? 1 : 0);
