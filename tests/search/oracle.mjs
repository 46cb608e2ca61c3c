// Answers the queries of search_oracle.rs from the shards, and compares with the native answers.
//   node oracle.mjs <folder> <name>…
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { page } from './harness.mjs';

const [folder, ...names] = process.argv.slice(2);
const TOLERANCE = 1e-5;
const LIMIT = 20;
// What a query may make the reader do at most, in questions to its store: 16 words, each with its
// forms and its at most 37 alternatives of a few stems, twice if words are replaced.
const QUESTIONS = 2 * 16 * (3 + 37 * 8);
let failures = 0;
let queries = 0;
let largest = 0;

/** What was asked of a store, so that work is counted and not timed. */
function counted(store) {
  const count = { questions: 0, rows: 0 };
  const wrap = (name) => {
    const ask = store[name];
    store[name] = async (...all) => {
      count.questions++;
      const answer = await ask(...all);
      count.rows += answer.length;
      return answer;
    };
  };
  for (const name of ['namesakes', 'startingWith', 'backwards', 'stems', 'positions']) wrap(name);
  return count;
}

const plain = (list) =>
  JSON.stringify(list.map(({ url, anchor, title, heading, excerpt, every_word }) => [url, anchor, title, heading, excerpt, every_word]));
const said = ({ pages, answered, replaced }) => JSON.stringify([pages, answered, replaced.map(({ from, to }) => [from, to])]);

for (const name of names) {
  const { lang, cases } = JSON.parse(readFileSync(join(folder, name, 'cases.json'), 'utf8'));
  const { search, store } = await page(join(folder, name), lang);
  const count = counted(store);
  let different = 0;
  let most = 0;
  const seen = { hits: 0, phrases: 0, replaced: 0 };
  const complain = (/** @type {string[]} */ ...lines) => {
    different++;
    if (different <= 3) console.error(`${name}: ${lines.join('\n  ')}`);
  };
  for (const { literal, native } of cases) {
    const before = count.questions;
    const answer = await search(native.query, LIMIT, { literal });
    const work = count.questions - before;
    most = Math.max(most, work);
    const ours = answer.results.map((result) => ({
      ...result,
      anchor: result.anchor || null,
      excerpt: result.excerpt.map((piece) => piece.text).join(''),
    }));
    seen.hits += answer.pages > 0;
    seen.phrases += answer.pages > 0 && /^(“[^”]+”|"[^"]+")/.test(native.query);
    seen.replaced += answer.replaced.length > 0;
    const off = ours.map((result, i) => Math.abs(result.score - (native.results[i]?.score ?? 0)) / result.score);
    largest = Math.max(largest, ...off);
    if (said(answer) !== said(native) || plain(ours) !== plain(native.results) || off.some((part) => part > TOLERANCE)) {
      const at = ours.findIndex((result, i) => plain([result]) !== plain([native.results[i] ?? {}]) || off[i] > TOLERANCE);
      complain(`“${native.query.slice(0, 60)}”: ${said(answer)} here, ${said(native)} natively`, JSON.stringify(ours[at]), JSON.stringify(native.results[at]));
    }
    if (work > QUESTIONS) complain(`“${native.query.slice(0, 60)}”: ${work} questions`);
    // What a replaced query finds is what it finds when it is typed so (a long one may be cut elsewhere).
    if (answer.replaced.length) {
      const again = await search(answer.answered, LIMIT);
      if (again.pages !== answer.pages && native.query.length < 80) complain(`“${answer.answered}” finds ${again.pages} pages, not ${answer.pages}`);
    }
    // Nothing is done about what is beyond the limit.
    if (native.query.length >= 10_000) {
      const start = count.questions;
      await search(Array.from(native.query).slice(0, 500).join(''), LIMIT, { literal });
      if (count.questions - start !== work) complain(`“${native.query.slice(0, 60)}”: read beyond the limit`);
    }
  }
  // Half a surrogate pair is no letter, as the replacement character is none; nor is it an error.
  for (const half of ['\ud800', '\udc00']) {
    const query = (/** @type {string} */ c) => `${c}${cases[0].native.query}${c} ${c}`;
    const [broken, whole] = [await search(query(half), LIMIT), await search(query('\ufffd'), LIMIT)];
    if (plain(broken.results) !== plain(whole.results)) complain('half a surrogate pair makes a difference');
  }
  // A test that asks for nothing finds nothing wrong.
  if (seen.hits < 200 || seen.phrases < 30 || (seen.replaced < 10 && !/^(zh|ja|ko)/.test(lang))) complain(`too little was found: ${JSON.stringify(seen)}`);
  queries += cases.length;
  failures += different;
  console.log(`${name}: ${cases.length} queries, ${seen.hits} with results, ${seen.phrases} of phrases, ${seen.replaced} with replaced words, at most ${most} questions; ${different} different`);
}
console.log(`${names.length} indexes, ${queries} queries, ${failures} different, largest score difference ${largest.toExponential(1)}`);
process.exit(failures || !queries ? 1 : 0);
