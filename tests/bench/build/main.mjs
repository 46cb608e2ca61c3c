// The build table: see ../README.md. Prints Markdown, and with `--plot` draws the picture that stands there.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { articles, pages } from './corpus.mjs';
import { plot } from './plot.mjs';
import { programs } from './programs.mjs';

const HERE = import.meta.dirname;
const root = resolve(HERE, '../../..');
const scratch = join(process.env.WAYMARK_BENCH_DIR, 'build');
const EXTRACT = join(root, 'tests/fixtures/corpus');
const corpus = process.env.WAYMARK_CORPUS ? resolve(process.env.WAYMARK_CORPUS) : EXTRACT;

/** How often each is run; few and large enough to end, many where it is cheap. */
const ROUNDS = { whole: 7, 4000: 5, 40000: 3 };

const options = process.argv.slice(2);
const drawing = options.includes('--plot');
const given = options.find((option) => option.startsWith('--rounds='))?.split('=')[1];
const only = options.find((option) => option.startsWith('--only='))?.split('=')[1].split(',');
const asked = options.filter((option) => !option.startsWith('--'));
const sizes = asked.length ? asked : corpus === EXTRACT ? ['whole'] : ['whole', '4000', '40000'];
const note = (text) => process.stderr.write(`${text}\n`);
if (corpus === EXTRACT) note('WAYMARK_CORPUS names no folder of articles: two articles a language from tests/fixtures/corpus, to see that all runs');

const files = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(relative(folder, entry.parentPath), entry.name));

/** What a run of all steps took: seconds added, memory of the largest. */
function run(steps) {
  const taken = { wall: 0, cpu: 0, memory: 0, steps: {} };
  for (const step of steps) {
    const said = spawnSync('python3', [join(HERE, 'measure.py')], {
      input: JSON.stringify({ jobs: step.jobs, together: step.together, log: join(scratch, `${step.name}.log`) }), encoding: 'utf8',
    });
    if (said.status !== 0) throw new Error(said.stderr);
    const used = JSON.parse(said.stdout);
    taken.steps[step.name] = used;
    taken.wall += used.wall;
    taken.cpu += used.cpu;
    taken.memory = Math.max(taken.memory, used.memory);
  }
  return taken;
}

/** Every page of the text must have become a file; what else was written is counted. */
function held(program, site) {
  const written = new Set(files(program.output));
  let count = 0;
  for (const lang of site.langs) {
    for (const { path } of site.pages.get(lang)) {
      if (!written.has(program.file(lang, path))) throw new Error(`${program.name} wrote no ${program.file(lang, path)}`);
      count += 1;
    }
  }
  for (const file of program.search) if (!written.has(file)) throw new Error(`${program.name} wrote no ${file}`);
  const html = [...written].filter((file) => file.endsWith('.html'));
  const bytes = (names) => names.reduce((sum, name) => sum + statSync(join(program.output, name)).size, 0);
  return { pages: count, others: html.length - count, html: bytes(html), all: bytes([...written]), files: written.size };
}

const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const head = (...cells) => {
  row(...cells);
  row(...cells.map(() => '---'));
};
const s = (seconds) => (seconds < 10 ? seconds.toFixed(2) : seconds.toFixed(1));
const mb = (bytes) => (bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0);

mkdirSync(scratch, { recursive: true });
const text = articles(corpus);
const results = [];
for (const size of sizes) {
  const site = pages(text, size === 'whole' ? undefined : Number(size));
  const edited = 'en';
  const compared = programs(join(scratch, size), site.langs, edited).filter(({ name }) => !only || only.some((part) => name.toLowerCase().includes(part)));
  const english = site.pages.get(edited);
  const { path } = english.find((page, i) => i > english.length / 2 && !/(^|\/)index$/.test(page.path));
  for (const program of compared) program.write(site);
  const rounds = Number(given ?? ROUNDS[size] ?? 3);
  const measured = new Map(compared.map(({ name }) => [name, { cold: [], edited: [] }]));
  let sums;
  for (let round = 0; round < rounds; round += 1) {
    for (const program of compared) {
      for (const folder of program.forget) rmSync(folder, { recursive: true, force: true });
      spawnSync('sync');
      measured.get(program.name).cold.push(run(program.cold));
      const last = measured.get(program.name).cold.at(-1);
      note(`${size} ${program.name} cold: ${s(last.wall)} s, processor ${s(last.cpu)} s, ${mb(last.memory)} MB`);
    }
    for (const program of compared) {
      program.edit(path, `\nAn edit, the ${round + 1}th of its kind.\n`);
      spawnSync('sync');
      measured.get(program.name).edited.push(run(program.edited));
      const last = measured.get(program.name).edited.at(-1);
      note(`${size} ${program.name} edited: ${s(last.wall)} s, processor ${s(last.cpu)} s, ${mb(last.memory)} MB`);
    }
    sums ??= new Map(compared.map((program) => [program.name, held(program, site)]));
  }
  const counts = new Set([...sums.values()].map((sum) => sum.pages));
  if (counts.size !== 1) throw new Error(`pages differ: ${[...counts].join(', ')}`);
  const figures = (name, kind, key, pick) => pick(measured.get(name)[kind].map((taken) => taken[key]));
  const best = (list) => Math.min(...list);
  results.push({
    size, pages: [...counts][0], rounds,
    programs: Object.fromEntries(compared.map(({ name }) => [name, {
      sums: sums.get(name),
      ...Object.fromEntries(['cold', 'edited'].map((kind) => [kind, Object.fromEntries(['wall', 'cpu', 'memory'].map((key) =>
        [key, { min: figures(name, kind, key, best), median: figures(name, kind, key, middle) }]))])),
      steps: Object.fromEntries(Object.keys(measured.get(name).cold[0].steps).map((step) => [step, { wall: middle(measured.get(name).cold.map((taken) => taken.steps[step].wall)), cpu: middle(measured.get(name).cold.map((taken) => taken.steps[step].cpu)), memory: middle(measured.get(name).cold.map((taken) => taken.steps[step].memory)) }])),
    }])),
  });
  writeFileSync(join(scratch, 'results.json'), JSON.stringify(results, null, 1));
}

for (const kind of ['cold', 'edited']) {
  console.log(kind === 'cold' ? '\nCold: the output folder and every cache of the program on the disk are gone.\n' : '\nAfter one edited page.\n');
  head('pages', 'program', 'wall, s: median (least)', 'processor, s: median (least)', 'peak memory, MB', 'Waymark : it, wall', 'processor', 'memory');
  for (const { pages, programs } of results) {
    const ours = programs.Waymark?.[kind];
    for (const [name, { [kind]: theirs }] of Object.entries(programs)) {
      const ratio = (key) => (name === 'Waymark' || !ours ? '' : (ours[key].median / theirs[key].median).toFixed(2));
      row(pages, name, `${s(theirs.wall.median)} (${s(theirs.wall.min)})`, `${s(theirs.cpu.median)} (${s(theirs.cpu.min)})`, mb(theirs.memory.median), ratio('wall'), ratio('cpu'), ratio('memory'));
    }
  }
}
console.log('\nWhat was written.\n');
head('pages', 'program', 'pages of the text', 'other HTML files', 'HTML, MB', 'all files', 'all, MB');
for (const { pages, programs } of results) {
  for (const [name, { sums }] of Object.entries(programs)) row(pages, name, sums.pages, sums.others, mb(sums.html), sums.files, mb(sums.all));
}
console.log('\nHugo and Pagefind apart, cold.\n');
head('pages', 'program', 'wall, s', 'processor, s', 'peak memory, MB');
for (const { pages, programs } of results) {
  for (const [step, used] of Object.entries(programs['Hugo + Pagefind']?.steps ?? {})) row(pages, step, s(used.wall), s(used.cpu), mb(used.memory));
}
if (drawing) {
  const file = join(HERE, 'cost.svg');
  writeFileSync(file, plot(results));
  note(`drew ${relative(root, file)}`);
}
