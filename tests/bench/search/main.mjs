// The byte table and the relevance table: see ../README.md. Prints Markdown as it goes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { hostile } from './hostile.mjs';
import { browse, firstSearches } from './measure.mjs';
import { queries as drawn } from './queries.mjs';
import { LANGS, queriesOf, relevance } from './relevance.mjs';
import { sent, serve } from './server.mjs';
import { build, filesOf, root, writeContent, written } from './sites.mjs';
import { pages } from './texts.mjs';

const HERE = import.meta.dirname;
const scratch = process.env.WAYMARK_BENCH_DIR;
const corpus = process.env.WAYMARK_CORPUS;
const wanted = new Set(process.argv.slice(2));
const asked = (part) => !wanted.size || wanted.has(part);

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
/** Remembers what the two programs took for a site, with the weight of each index as it is sent; so all of it is compressed before a browser asks. */
function remember(name, site) {
  const weight = (folder, names) => names.reduce((sum, file) => sum + sent(join(folder, file)).body.length, 0);
  const ours = weight(join(site.ours, 'search'), filesOf(join(site.ours, 'search')));
  const index = filesOf(join(site.theirs, 'pagefind')).filter((file) => !/^pagefind-(ui|modular-ui|component-ui|highlight)\./.test(file));
  const theirs = weight(join(site.theirs, 'pagefind'), index);
  builds.push([name, site.figures, ours, theirs]);
}

const browser = await browse();
try {
  const real = ['real', 'relevance', 'hostile'].some(asked) ? build(join(scratch, 'real'), join(root, 'content'), LANGS) : undefined;
  if (!wanted.size || ['real', '60', '1000', '10000'].some(asked)) {
    heads();
    if (asked('real')) {
      remember('real, all languages', real);
      for (const lang of ['en', 'ru']) await compare(browser, 'real', real, lang, queriesOf(lang, '.').map(({ query }) => query));
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
        remember(`${size} ${lang}, ${texts.words} words a page`, site);
        await compare(browser, String(size), site, lang, committed(lang, size, texts.pages));
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
    const missed = await relevance(browser, real, join(root, 'content'), join(scratch, 'relevance'));
    note(`\nNot among our first three:\n${missed.join('\n')}`);
  }
  if (asked('hostile')) {
    console.log();
    await hostile(browser, real);
  }
} finally {
  await browser.close();
}
