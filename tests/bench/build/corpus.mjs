// The text: articles in many languages, plain Markdown made of them, and that cut into as many pages as asked.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A page of the text, the same for every program.
 * @typedef {{ path: string, title: string, body: string }} Page `path` without language and ending: `legal/03/07`; a
 * folder's own page ends in `index`
 */

/** A link to another article. */
const ARTICLE = /\]\((?:\.\.\/[a-z-]+\/|\.\/)?([a-z-]+)\.md(?:#[^)]*)?\)/g;

/**
 * Articles as they lie, `<lang>/<name>.md`, made plain: what one of the programs would treat in its own way (raw
 * HTML, images that aren't here, links to what doesn't exist) goes, so that all read the same.
 * @returns {{ langs: string[], names: string[], texts: Map<string, { title: string, body: string }> }} texts by
 * `lang/name`; names that every language has
 */
export function articles(folder) {
  const langs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  const of = (lang) => readdirSync(join(folder, lang)).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3));
  const names = of(langs[0]).filter((name) => langs.every((lang) => of(lang).includes(name))).sort();
  const texts = new Map();
  for (const lang of langs) {
    for (const name of names) texts.set(`${lang}/${name}`, plain(readFileSync(join(folder, lang, `${name}.md`), 'utf8'), names));
  }
  return { langs, names, texts };
}

function plain(source, names) {
  const [, front, text] = /^\+\+\+\n([^]*?)\n\+\+\+\n([^]*)$/.exec(source) ?? [];
  const title = /^title = (".*")$/m.exec(front ?? '')?.[1];
  if (!title) throw new Error('an article without a title');
  const body = text
    .replace(/\r/g, '')
    .replace(/<!--[^]*?-->|<\/?[a-zA-Z][^>]*>/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(ARTICLE, (all, name) => (names.includes(name) ? `](@${name})` : '](#)'))
    .replace(/\[((?:[^[\]]|\[[^\]]*\])*)\]\((?!https?:\/\/|@)[^)]*\)/g, '$1')
    .replace(/\s*\{#[\w-]+\}/g, '')
    .replace(/[ \t]+$/gm, '');
  return { title: JSON.parse(title), body };
}

/** The text in blocks: headings, paragraphs, list items, code. */
function blocks(body) {
  const out = [];
  for (const piece of body.split(/(^ *```[^]*?^ *```$)/m)) {
    if (/^ *```/.test(piece)) out.push(piece.replace(/^ +/gm, ''));
    else out.push(...piece.split(/\n\s*\n|\n(?=#{1,6} |\s*(?:[-*+]|\d+\.) )/).map((text) => text.trim()).filter((text) => /[\p{L}\p{N}]/u.test(text)));
  }
  return out;
}

/** Two parts of a paragraph, parted near its middle: at a sentence's end, else between words, else (no spaces are written) between signs. */
function halves(text) {
  const whole = (at) => ['[]', '()', '**', '__', '``'].every(([open, close]) => {
    const count = (sign) => text.slice(0, at).split(sign).length - 1;
    return open === close ? count(open) % 2 === 0 : count(open) === count(close);
  });
  for (const ends of [/(?<=[.!?।؟])\s+|(?<=[。！？])/g, /\s+/g, /(?<=\p{Lo})(?=\p{Lo})/gu]) {
    const places = [...text.matchAll(ends)].map(({ index }) => index).sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
    const at = places.find((place) => place > 8 && text.length - place > 8 && whole(place));
    if (at) return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
  }
  return undefined;
}

/** So many parts of about the same size; a heading stays with what follows it, and long paragraphs are parted if there are too few. */
function parted(list, count) {
  const units = [];
  for (const block of list) {
    const last = units[units.length - 1];
    if (last?.every((text) => text.startsWith('#'))) last.push(block);
    else units.push([block]);
  }
  const size = (unit) => unit.reduce((sum, text) => sum + text.length, 0);
  const solid = new Set();
  while (units.length < count) {
    const longest = units.reduce((best, unit, i) => (!solid.has(unit) && (best < 0 || size(unit) > size(units[best])) ? i : best), -1);
    if (longest < 0) return undefined;
    const unit = units[longest];
    const two = /^(#|```|>|\|)/.test(unit[unit.length - 1]) ? undefined : halves(unit[unit.length - 1]);
    if (two) units.splice(longest, 1, [...unit.slice(0, -1), two[0]], [two[1]]);
    else solid.add(unit);
  }
  const total = units.reduce((sum, unit) => sum + size(unit), 0);
  const parts = [];
  let done = 0;
  units.forEach((unit, i) => {
    const left = units.length - i;
    const due = parts.length < count && (done >= (total * parts.length) / count || left <= count - parts.length);
    if (due) parts.push([]);
    parts[parts.length - 1].push(...unit);
    done += size(unit);
  });
  return parts;
}

/** Levels as a page has them: the title is the first, and none is left out. */
function levelled(list) {
  let last = 1;
  return list.map((text) => {
    const [, signs, rest] = /^(#{1,6}) +([^]*)$/.exec(text) ?? [];
    if (!signs) return text;
    last = Math.max(2, Math.min(signs.length, last + 1));
    return `${'#'.repeat(last)} ${rest}`;
  });
}

const two = (n) => String(n).padStart(2, '0');

/** Where each part of an article stands: one page, a folder of pages, or a folder of folders of about ten. */
function places(name, count) {
  if (count === 1) return [name];
  if (count <= 20) return Array.from({ length: count }, (_, i) => (i ? `${name}/${two(i)}` : `${name}/index`));
  const groups = Math.ceil(count / 10);
  return Array.from({ length: count }, (_, i) => {
    const group = Math.floor((i * groups) / count);
    const first = Math.ceil((group * count) / groups);
    if (i === 0) return `${name}/index`;
    return `${name}/${two(group + 1)}/${i === first || i === 1 ? 'index' : two(i - first)}`;
  });
}

const relative = (from, to) => {
  const up = from.split('/').slice(0, -1);
  const down = to.split('/');
  while (up.length && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  return [...up.map(() => '..'), ...down].join('/');
};

/**
 * The text as about so many pages, the same paths in every language.
 * @param {number | undefined} wanted none: every article is a page
 * @returns {{ langs: string[], pages: Map<string, Page[]> }} pages by language, in reading order, the home page first
 */
export function pages({ langs: all, names, texts }, wanted) {
  const size = (name) => all.reduce((sum, lang) => sum + texts.get(`${lang}/${name}`).body.length, 0);
  const total = names.reduce((sum, name) => sum + size(name), 0);
  const counts = new Map(names.map((name) => [name, wanted ? Math.max(1, Math.round((size(name) / total) * (wanted / all.length - 1))) : 1]));
  const cut = (lang, name) => parted(blocks(texts.get(`${lang}/${name}`).body), counts.get(name));
  const cuts = all.map((lang) => new Map(names.map((name) => [name, cut(lang, name)])));
  // A language that only summarises the articles has too little text to cut.
  const enough = (l) => names.every((name) => cuts[l].get(name));
  const langs = all.filter((_, l) => enough(l));
  const parts = new Map(names.map((name) => [name, cuts.filter((_, l) => enough(l)).map((list) => list.get(name))]));
  const pages = new Map();
  langs.forEach((lang, l) => {
    const list = [];
    for (const name of names) {
      const where = places(name, parts.get(name)[l].length);
      const { title } = texts.get(`${lang}/${name}`);
      parts.get(name)[l].forEach((part, i) => {
        const body = levelled(part).join('\n\n').replace(/\]\(@([a-z-]+)\)/g, (_, other) => `](${relative(where[i], places(other, parts.get(other)[l].length)[0])}.md)`);
        list.push({ path: where[i], title: i ? `${title} (${i + 1})` : title, body });
      });
    }
    const home = names.map((name) => `- [${texts.get(`${lang}/${name}`).title}](${places(name, parts.get(name)[l].length)[0]}.md)`);
    pages.set(lang, [{ path: 'index', title: 'Guides', body: home.join('\n') }, ...list]);
  });
  return { langs, pages };
}
