// The same pages twice: a site as Waymark builds it, and the same HTML with Pagefind's index.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const bench = join(import.meta.dirname, '..');
export const root = join(bench, '../..');

/** Pages that Waymark makes of others and does not index itself. */
const MADE = /^(search|a-z)\.html$/;

/** What stands in `<main>` and is neither text nor in Waymark's index: contents, labels, who reviewed the page. */
const IGNORED = '.toc, .callout-label, .meta, .notice, .review';

/** What Pagefind's program writes besides the index: interfaces that our page for it doesn't use. */
const INTERFACES = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** Writes pages as a content folder: plain paragraphs and headings, fifty pages a folder. */
export function writeContent(folder, lang, pages) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, lang), { recursive: true });
  const name = { en: 'English', ru: 'Русский' }[lang];
  writeFileSync(join(folder, 'site.toml'), `id = "bench"
title = { ${lang} = "Bench" }
source_language = "${lang}"
exit_url = "https://www.example.org/"
[languages.${lang}]
name = "${name}"
`);
  const write = (path, title, body) => {
    mkdirSync(dirname(join(folder, lang, path)), { recursive: true });
    writeFileSync(join(folder, lang, path), `+++\ntitle = ${JSON.stringify(title)}\n+++\n\n${body}\n`);
  };
  write('index.md', 'Bench', '');
  const number = (n) => String(n).padStart(2, '0');
  pages.forEach(({ title, blocks }, i) => {
    const folders = `${number(Math.floor(i / 1000))}/${number(Math.floor(i / 50) % 20)}`;
    if (i % 1000 === 0) write(`${dirname(folders)}/index.md`, number(Math.floor(i / 1000)), '');
    if (i % 50 === 0) write(`${folders}/index.md`, folders, '');
    const text = blocks.map((block) => (block.heading ? '## ' : '') + block.text.replace(/[!-/:-@[-`{-~]/g, '\\$&'));
    write(`${folders}/${number(i % 50)}.md`, title, text.join('\n\n'));
  });
}

/** Runs a command: the seconds that passed, and those of the processor, user and system. */
function timed(command, args, { cwd, scratch }) {
  const errors = join(scratch, 'errors.txt');
  const script = 'TIMEFORMAT="%R %U %S"; { time "$@" >/dev/null 2>"$ERRORS"; } 2>&1';
  try {
    const said = execFileSync('bash', ['-c', script, 'bash', command, ...args], {
      cwd, encoding: 'utf8', env: { ...process.env, ERRORS: errors },
    });
    const [wall, user, system] = said.trim().split(/\s+/).map(Number);
    return { wall, cpu: user + system };
  } catch (error) {
    throw new Error(`${command} failed: ${readFileSync(errors, 'utf8').slice(-2000)}`, { cause: error });
  }
}

/** Every file below a folder, as a path relative to it. */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());

const sizeOf = (folder, names) => names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

/** The pages of guidance in one language, as paths in the built site. */
export const written = (site, lang) =>
  filesOf(join(site, lang)).filter((name) => name.endsWith('.html') && !MADE.test(name)).map((name) => `${lang}/${name}`);

/**
 * Builds the site of a content folder, and beside it a copy of its pages with Pagefind's index.
 * @returns {{ ours: string, theirs: string, figures: Record<string, Record<string, any>> }}
 */
export function build(scratch, content, langs) {
  const ours = join(scratch, 'ours');
  const theirs = join(scratch, 'theirs');
  rmSync(ours, { recursive: true, force: true });
  rmSync(theirs, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });

  const waymark = join(process.env.WAYMARK_BIN_DIR, 'waymark');
  const building = timed(waymark, ['build', '--content', content, '--output', ours], { cwd: root, scratch });

  for (const lang of langs) {
    for (const page of written(ours, lang)) cpSync(join(ours, page), join(theirs, page));
  }
  const indexing = pagefind(theirs, scratch);
  for (const lang of langs) {
    writeFileSync(join(theirs, lang, 'search.html'), searchPage(lang));
  }
  writeFileSync(join(theirs, 'search.js'), readFileSync(join(import.meta.dirname, 'pagefind-page.js')));

  const shards = filesOf(join(ours, 'search'));
  const index = filesOf(join(theirs, 'pagefind')).filter((name) => !INTERFACES.test(name));
  return {
    ours,
    theirs,
    figures: {
      ours: { ...building, files: shards.length, bytes: sizeOf(join(ours, 'search'), shards) },
      theirs: { ...indexing, files: index.length, bytes: sizeOf(join(theirs, 'pagefind'), index) },
    },
  };
}

const WORDS = /^search_words = (\[.*\])\n/m;

/** A copy of a content folder in which no page has search words (front matter). */
export function withoutWords(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  for (const name of filesOf(to).filter((name) => name.endsWith('.md'))) {
    const file = join(to, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(WORDS, ''));
  }
}

/** Pagefind's index once more, over pages that say their search words after the text: what it would find with them. */
export function withWords(site, content, langs, folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(site, folder, { recursive: true });
  rmSync(join(folder, 'pagefind'), { recursive: true });
  for (const page of langs.flatMap((lang) => written(folder, lang))) {
    const source = join(content, page.replace(/html$/, 'md'));
    const words = existsSync(source) && WORDS.exec(readFileSync(source, 'utf8'));
    if (!words) continue;
    const file = join(folder, page);
    const text = JSON.parse(words[1]).map((word) => `<p>${word}</p>`).join('');
    writeFileSync(file, readFileSync(file, 'utf8').replace('</main>', `${text}</main>`));
  }
  pagefind(folder, dirname(folder));
}

/** Pagefind's index over the pages of a folder, and how long that took. */
const pagefind = (folder, scratch) =>
  timed(join(bench, 'node_modules/.bin/pagefind'), ['--site', folder, '--root-selector', 'main', '--exclude-selectors', IGNORED], { cwd: scratch, scratch });

const searchPage = (lang) => `<!DOCTYPE html>
<html lang="${lang}">
<meta charset="utf-8">
<title>Search</title>
<link rel="icon" href="data:,">
<input type="search">
<ol></ol>
<script type="module" src="../search.js"></script>
`;
