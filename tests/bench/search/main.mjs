// The byte table and the relevance table: see ../README.md. Prints Markdown as it goes.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { browse, firstSearches, rankings } from './measure.mjs';
import { queries as drawn } from './queries.mjs';
import { sent, serve } from './server.mjs';
import { build, filesOf, root, writeContent, written } from './sites.mjs';
import { pages } from './texts.mjs';

const HERE = import.meta.dirname;
const scratch = process.env.WAYMARK_BENCH_DIR;
const corpus = process.env.WAYMARK_CORPUS;
const wanted = new Set(process.argv.slice(2));
const asked = (part) => !wanted.size || wanted.has(part);

const RELEVANCE = join(HERE, 'relevance');
const LANGS = readdirSync(RELEVANCE).filter((name) => name.endsWith('.tsv')).map((name) => name.replace('.tsv', ''));
const relevant = (lang) =>
  readFileSync(join(RELEVANCE, `${lang}.tsv`), 'utf8').trimEnd().split('\n').map((line) => {
    const [query, expected] = line.split('\t');
    return { query, expected: expected.split(' ') };
  });

const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const kb = (bytes) => (bytes / 1000).toFixed(1);
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const note = (text) => process.stderr.write(`${text}\n`);

/** The queries of a size and language, committed: written once from the text, never again. */
function committed(lang, size, texts) {
  const file = join(HERE, 'queries', `${lang}-${size}.txt`);
  if (!existsSync(file)) {
    mkdirSync(join(HERE, 'queries'), { recursive: true });
    writeFileSync(file, `${drawn(texts, lang).join('\n')}\n`);
    note(`wrote ${file}`);
  }
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

/** One row of the byte table, by measuring. */
async function compare(browser, name, site, lang, queries) {
  note(`${name} ${lang}: ${queries.length} queries`);
  const servers = { ours: await serve(site.ours), theirs: await serve(site.theirs) };
  const measured = await firstSearches(browser, servers, lang, queries);
  servers.ours.close();
  servers.theirs.close();
  writeFileSync(join(scratch, `${name}-${lang}.json`), JSON.stringify(measured, null, 1));

  const both = measured.filter(({ ours, theirs }) => ours && theirs);
  const all = (whose, key) => both.map((each) => each[whose][key]);
  const worst = (whose, key) => Math.max(...all(whose, key));
  const [ours, theirs] = ['ours', 'theirs'].map((whose) => ({
    bytes: middle(all(whose, 'bytes')), requests: middle(all(whose, 'requests')), time: middle(all(whose, 'time')),
  }));
  row(
    name, lang, written(site.ours, lang).length, `${both.length} of ${queries.length}`,
    `${kb(ours.bytes)} / ${kb(worst('ours', 'bytes'))}`, `${kb(theirs.bytes)} / ${kb(worst('theirs', 'bytes'))}`,
    (ours.bytes / theirs.bytes).toFixed(2), `${ours.requests} : ${theirs.requests}`,
    (ours.time / theirs.time).toFixed(2), (worst('ours', 'time') / worst('theirs', 'time')).toFixed(2),
  );
}

const heads = () => {
  row('site', 'language', 'pages', 'queries both answer', 'ours, KB: median / worst', 'Pagefind, KB: median / worst', 'ratio of medians', 'requests', 'time, ratio of medians', 'of the worst');
  row(...Array(10).fill('---'));
};

const builds = [];
/** Remembers what the two programs took for a site, with the weight of each index as it is sent. */
function remember(name, site) {
  const weight = (folder, names) => names.reduce((sum, file) => sum + sent(join(folder, file)).body.length, 0);
  const ours = weight(join(site.ours, 'search'), filesOf(join(site.ours, 'search')));
  const index = filesOf(join(site.theirs, 'pagefind')).filter((file) => !/^pagefind-(ui|modular-ui|component-ui|highlight)\./.test(file));
  const theirs = weight(join(site.theirs, 'pagefind'), index);
  builds.push([name, site.figures, ours, theirs]);
}

const browser = await browse();
try {
  const real = asked('real') || asked('relevance') ? build(join(scratch, 'real'), join(root, 'content'), LANGS) : undefined;
  if (!wanted.size || ['real', '60', '1000', '10000'].some(asked)) {
    heads();
    if (asked('real')) {
      for (const lang of ['en', 'ru']) await compare(browser, 'real', real, lang, relevant(lang).map(({ query }) => query));
      remember('real, all languages', real);
    }
    for (const size of [60, 1000, 10000]) {
      if (!asked(String(size))) continue;
      if (size === 60 && !corpus) {
        note('60 pages are left out: WAYMARK_CORPUS names no folder of articles');
        continue;
      }
      for (const lang of ['en', 'ru']) {
        const texts = pages(lang, size, { corpus: size === 60 ? corpus : undefined, cache: join(scratch, 'packages') });
        const folder = join(scratch, `${size}-${lang}`);
        writeContent(join(folder, 'content'), lang, texts.pages);
        const site = build(folder, join(folder, 'content'), [lang]);
        await compare(browser, String(size), site, lang, committed(lang, size, texts.pages));
        remember(`${size} ${lang}, ${texts.words} words a page`, site);
      }
    }
    console.log();
    row('site', 'index as sent, ours : Pagefind, KB', 'files', 'processor seconds, ratio', 'seconds, ratio');
    row(...Array(5).fill('---'));
    for (const [name, { ours, theirs }, us, them] of builds) {
      row(name, `${kb(us)} : ${kb(them)}`, `${ours.files} : ${theirs.files}`, (ours.cpu / theirs.cpu).toFixed(2), (ours.wall / theirs.wall).toFixed(2));
    }
  }
  if (asked('relevance')) {
    console.log();
    row('language', 'queries', 'success@1, ours : Pagefind', 'success@3', 'MRR');
    row(...Array(5).fill('---'));
    const missed = [];
    for (const lang of LANGS) {
      const cases = relevant(lang);
      const scores = {};
      for (const whose of ['ours', 'theirs']) {
        const server = await serve(real[whose]);
        const found = await rankings(browser, server, whose, lang, cases.map(({ query }) => query));
        server.close();
        const ranks = found.map((urls, i) => 1 + urls.findIndex((url) => cases[i].expected.includes(url)));
        if (whose === 'ours') {
          ranks.forEach((rank, i) => (rank < 1 || rank > 3) && missed.push(`${lang}\t${cases[i].query}\twanted ${cases[i].expected.join(' or ')}, at ${rank || '–'}; first ${found[i].slice(0, 3).join(', ') || 'nothing'}`));
        }
        const share = (test) => (ranks.filter((rank) => rank > 0 && test(rank)).length / ranks.length).toFixed(2);
        scores[whose] = { one: share((rank) => rank === 1), three: share((rank) => rank <= 3), mrr: (ranks.reduce((sum, rank) => sum + (rank && 1 / rank), 0) / ranks.length).toFixed(2) };
      }
      const pair = (key) => `${scores.ours[key]} : ${scores.theirs[key]}`;
      row(lang, cases.length, pair('one'), pair('three'), pair('mrr'));
    }
    note(`\nNot among our first three:\n${missed.join('\n')}`);
  }
} finally {
  await browser.close();
}
