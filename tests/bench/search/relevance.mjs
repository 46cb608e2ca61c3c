// Whether the page that a reader wants is found: see relevance/README.md. Both programs are asked with the
// search words of the front matter and without, so that words and engines can be told apart.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { rankings } from './measure.mjs';
import { serve } from './server.mjs';
import { build, withoutWords, withWords } from './sites.mjs';

const HERE = join(import.meta.dirname, 'relevance');

export const LANGS = readdirSync(HERE).filter((name) => name.endsWith('.tsv')).map((name) => name.replace('.tsv', ''));

/**
 * The queries of a set, `.` or `held-out`, with the pages any of which would do.
 * @returns {{ query: string, expected: string[] }[]}
 */
export function queriesOf(lang, set) {
  const file = join(HERE, set, `${lang}.tsv`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => {
    const [query, expected] = line.split('\t');
    return { query, expected: expected.split(' ') };
  });
}

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

/** Success at one and three, and the mean of 1 ÷ rank, of ranks that are 0 where nothing was found. */
function figures(ranks) {
  const share = (test) => (ranks.filter((rank) => rank > 0 && test(rank)).length / ranks.length).toFixed(2);
  const mrr = ranks.reduce((sum, rank) => sum + (rank && 1 / rank), 0) / ranks.length;
  return { one: share((rank) => rank === 1), three: share((rank) => rank <= 3), mrr: mrr.toFixed(2) };
}

/**
 * Prints the tables, and gives a line for each query whose page is not among our first three.
 * @returns {Promise<string[]>}
 */
export async function relevance(browser, site, content, scratch) {
  const bareContent = join(scratch, 'content');
  withoutWords(content, bareContent);
  const bare = build(scratch, bareContent, LANGS);
  const told = join(scratch, 'told');
  withWords(site.theirs, content, LANGS, told);
  const asked = [
    { with: true, ours: site.ours, theirs: told },
    { with: false, ours: bare.ours, theirs: bare.theirs },
  ];
  const missed = [];
  for (const set of ['.', 'held-out']) {
    row(set === '.' ? 'language' : 'held-out queries', 'queries', 'search words', 'success@1, ours : Pagefind', 'success@3', 'MRR');
    row(...Array(6).fill('---'));
    for (const lang of LANGS) {
      const cases = queriesOf(lang, set);
      for (const folders of asked) {
        const scores = {};
        for (const whose of ['ours', 'theirs']) {
          const server = await serve(folders[whose]);
          const found = await rankings(browser, server, whose, lang, cases.map(({ query }) => query));
          server.close();
          const ranks = found.map((urls, i) => 1 + urls.findIndex((url) => cases[i].expected.includes(url)));
          scores[whose] = figures(ranks);
          if (whose === 'theirs' || !folders.with) continue;
          ranks.forEach((rank, i) => {
            if (rank >= 1 && rank <= 3) return;
            const { query, expected } = cases[i];
            missed.push(`${lang} ${set}\t${query}\twanted ${expected.join(' or ')}, at ${rank || '–'}; first ${found[i].slice(0, 3).join(', ') || 'nothing'}`);
          });
        }
        const pair = (key) => `${scores.ours[key]} : ${scores.theirs[key]}`;
        row(lang, cases.length, folders.with ? 'both' : 'neither', pair('one'), pair('three'), pair('mrr'));
      }
    }
    console.log();
  }
  return missed;
}
