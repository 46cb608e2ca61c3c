// Real text for large sites: pages of guidance cut from articles and from Debian's documentation.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A page: a title and what stands under it, headings and paragraphs in the order of the text.
 * @typedef {{ title: string, blocks: { heading: boolean, text: string }[] }} Page
 */

/** Documentation that Debian has in both languages: package and folder of each. */
const PACKAGES = {
  en: [
    ['libreoffice-help-en-us', 'usr/share/libreoffice/help/en-US/text'],
    ['gimp-help-en', 'usr/share/gimp/2.0/help/en'],
    ['gnome-user-docs', 'usr/share/help/C'],
    ['debian-handbook', 'usr/share/doc/debian-handbook/html/en-US'],
    ['installation-guide-amd64', 'usr/share/doc/installation-guide-amd64/en'],
    ['aptitude-doc-en', 'usr/share/doc/aptitude/html/en'],
    ['developers-reference', 'usr/share/developers-reference'],
    ['doublecmd-help-en', 'usr/share/doublecmd/doc/en'],
  ],
  ru: [
    ['libreoffice-help-ru', 'usr/share/libreoffice/help/ru/text'],
    ['gimp-help-ru', 'usr/share/gimp/2.0/help/ru'],
    ['gnome-user-docs', 'usr/share/help/ru'],
    ['debian-handbook', 'usr/share/doc/debian-handbook/html/ru-RU'],
    ['installation-guide-amd64', 'usr/share/doc/installation-guide-amd64/ru'],
    ['aptitude-doc-ru', 'usr/share/doc/aptitude/html/ru'],
    ['developers-reference-ru', 'usr/share/developers-reference/ru'],
    ['doublecmd-help-ru', 'usr/share/doublecmd/doc/ru'],
  ],
};

/** A paragraph that stands in more documents than this is part of their frame, not of their text. */
const FRAME = 20;

const count = (text) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** The files of a folder, below it too, in an order that doesn't depend on the machine. */
const files = (folder, ends) =>
  readdirSync(folder, { recursive: true }).filter((name) => ends.test(name)).sort().map((name) => join(folder, name));

/** Downloads and unpacks a Debian package, once, and gives its folder. */
function unpacked(cache, name) {
  const folder = join(cache, name);
  if (!existsSync(folder)) {
    const scratch = join(cache, `${name}.part`);
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
    execFileSync('apt-get', ['download', '-q', name], { cwd: scratch, stdio: ['ignore', 'ignore', 'pipe'] });
    const [deb] = files(scratch, /\.deb$/);
    execFileSync('dpkg-deb', ['-x', deb, folder]);
    rmSync(scratch, { recursive: true });
  }
  return folder;
}

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', mdash: '—', ndash: '–', hellip: '…', laquo: '«', raquo: '»' };
const unescaped = (text) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) =>
    decimal || hex ? String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16)) : (NAMED[name] ?? all));

/**
 * Headings and paragraphs of an HTML page or of a Mallard page (GNOME's help).
 * @returns {Page}
 */
export function pageOf(source) {
  const blocks = [];
  let text = '';
  let heading = false;
  const flush = () => {
    const clean = unescaped(text).replace(/[\p{C}\p{Zs}\p{Zl}\p{Zp}\s¶]+/gu, ' ').trim();
    if (count(clean)) blocks.push({ heading, text: clean });
    text = '';
  };
  const kept = source
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<(head|script|style|nav|header|footer|aside|info|pre|code-block|screen)\b[^>]*>[^]*?<\/\1>/g, ' ');
  for (const [, close, tag, between] of kept.matchAll(/<(\/?)([\w:]+)[^>]*>([^<]*)/g)) {
    if (/^(h[1-6]|title)$/.test(tag)) {
      flush();
      heading = !close;
    } else if (/^(p|li|dd|dt|td|th|div|ul|ol|dl|table|item|section|body|page|br)$/.test(tag)) {
      if (!heading) flush();
    }
    text += between;
  }
  flush();
  const first = blocks.findIndex((block) => block.heading);
  const title = first < 0 ? '' : blocks[first].text.replace(/^[\d.]+ /, '');
  return { title, blocks: blocks.slice(first + 1) };
}

/** Leaves out what is not in the language, what frames the documents, and documents without text. */
function cleaned(documents, lang) {
  const own = (text) => lang !== 'ru' || (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
  const seen = new Map();
  for (const { blocks } of documents) {
    for (const text of new Set(blocks.map((block) => block.text))) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  return documents
    .map(({ title, blocks }) => ({ title, blocks: blocks.filter(({ text }) => own(text) && seen.get(text) <= FRAME) }))
    .filter(({ title, blocks }) => title && blocks.some(({ heading, text }) => !heading && count(text) > 3));
}

/** Cuts documents into pages of at least `least` words (the last of each may have fewer), at headings where there are any. */
function cut(documents, least) {
  const pages = [];
  for (const { title, blocks } of documents) {
    let page = { title, blocks: [] };
    let words = 0;
    const turn = () => {
      if (words) pages.push(page);
      const heading = page.blocks.findLast((block) => block.heading)?.text;
      page = { title: heading && heading !== title ? `${title}: ${heading}` : title, blocks: [] };
      words = 0;
    };
    for (const block of blocks) {
      if (words >= (block.heading ? least : 1.5 * least)) {
        turn();
        if (block.heading) page.title = `${title}: ${block.text}`;
      }
      page.blocks.push(block);
      if (!block.heading) words += count(block.text);
    }
    if (words) pages.push(page);
  }
  return pages;
}

/**
 * So many pages of a language: every document cut as coarsely as gives enough of them, and of those
 * evenly many from the beginning to the end.
 * @returns {{ pages: Page[], words: number }} the pages, and how many words they have in the middle
 */
export function pages(lang, wanted, { corpus, cache }) {
  const documents = corpus
    ? files(join(corpus, lang), /\.md$/).map((file) => pageOf(htmlOf(readFileSync(file, 'utf8'))))
    : PACKAGES[lang].flatMap(([name, folder]) =>
        files(join(unpacked(cache, name), folder), /\.(x?html?|page)$/)
          // One file that repeats all the others.
          .filter((file) => !/developers-reference\.html$|genindex|\/search\.html$/.test(file))
          .map((file) => pageOf(readFileSync(file, 'utf8'))));
  const texts = cleaned(documents, lang);
  let fine = 1;
  let coarse = 100_000;
  while (coarse - fine > 1) {
    const middle = (fine + coarse) >> 1;
    if (cut(texts, middle).length >= wanted) fine = middle;
    else coarse = middle;
  }
  const all = cut(texts, fine);
  if (all.length < wanted) throw new Error(`${lang}: ${all.length} pages at most, not ${wanted}`);
  const pages = Array.from({ length: wanted }, (_, i) => all[Math.floor((i * all.length) / wanted)]);
  const lengths = pages.map(({ blocks }) => blocks.reduce((sum, { text }) => sum + count(text), 0)).sort((a, b) => a - b);
  return { pages, words: lengths[wanted >> 1] };
}

/** Markdown of the corpus, plain enough for this: headings, list items and paragraphs. */
function htmlOf(markdown) {
  const title = /^title = "(.*)"$/m.exec(markdown)?.[1] ?? '';
  const body = markdown
    .replace(/^\+\+\+\n[^]*?\n\+\+\+\n/, '')
    .replace(/```[^]*?```/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[*_`]/g, '')
    .split(/\n\s*\n|\n(?=#|\s*(?:[-*>]|\d+\.) )/)
    .map((text) => {
      const heading = /^\s*#+\s+(.*)/.exec(text);
      return heading ? `<h2>${heading[1]}</h2>` : `<p>${text.replace(/^\s*(?:[-*>]+|\d+\.) /gm, '')}</p>`;
    });
  return `<h1>${title}</h1>${body.join('\n')}`;
}
