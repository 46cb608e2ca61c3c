// The programs that are compared: how the text lies for each, what is run, and which files must come of it.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';

const HERE = import.meta.dirname;
const BASE = 'https://guides.example/';

const names = new Intl.DisplayNames(['en'], { type: 'language' });
/** A language by its own name, as far as the system knows it. */
const own = (lang) => new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? names.of(lang) ?? lang;

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const front = ({ title }) => `+++\ntitle = ${JSON.stringify(title)}\n+++\n\n`;

/** Pagefind's program itself: the script of the npm package only starts it. */
const pagefind = () => join(HERE, `../node_modules/@pagefind/${process.platform}-${process.arch}/bin/pagefind_extended`);

/**
 * @typedef {{ command: string[], cwd: string }} Job
 * @typedef {{ name: string, jobs: Job[], together: number }} Step
 * @typedef {{
 *   name: string, output: string, forget: string[],
 *   write: (site: Awaited<ReturnType<typeof import('./corpus.mjs').pages>>) => void,
 *   cold: Step[], edited: Step[],
 *   edit: (path: string, text: string) => void,
 *   file: (lang: string, path: string) => string, search: string[],
 * }} Program `forget`: folders removed before a cold run; `file`: where a page's HTML is, below the output folder;
 * `search`: files without which there is no search
 */

/**
 * @param {string} folder where everything of this size lies
 * @param {string[]} langs
 * @param {string} edited the language that an edit is in
 * @returns {Program[]}
 */
export function programs(folder, langs, edited) {
  const at = (...parts) => join(folder, ...parts);

  const waymark = at('waymark');
  const run = (name, command, cwd) => ({ name, jobs: [{ command, cwd }], together: 1 });
  const build = [run('waymark', [join(process.env.WAYMARK_BIN_DIR, 'waymark'), 'build', '--content', 'content', '--theme', 'theme', '--output', 'public'], waymark)];

  const hugo = at('hugo');
  const two = [
    run('hugo', [process.env.HUGO, '--quiet', '--cacheDir', join(hugo, 'cache')], hugo),
    run('pagefind', [pagefind(), '--site', 'public', '--root-selector', 'main', '--silent'], hugo),
  ];

  const mdbook = at('mdbook');
  const book = (lang) => ({ command: [process.env.MDBOOK, 'build', lang], cwd: mdbook });

  return [
    {
      name: 'Waymark',
      output: join(waymark, 'public'),
      forget: ['public'].map((name) => join(waymark, name)),
      write({ pages }) {
        rmSync(waymark, { recursive: true, force: true });
        cpSync(join(HERE, 'waymark'), join(waymark, 'theme'), { recursive: true });
        // A text that was cut has other headings in other languages, and the theme has words in some of them: known.
        write(join(waymark, 'content/site.toml'), `id = "guides"\ntitle = { ${edited} = "Guides" }\nsource_language = "${edited}"\nbase_url = "${BASE}"
${langs.map((lang) => `[languages.${lang}]\nname = ${JSON.stringify(own(lang))}\n`).join('')}
[severity]\nheading-mismatch = "off"\nmissing-string = "off"\nuntracked-translation = "off"\n`);
        for (const lang of langs) {
          for (const page of pages.get(lang)) write(join(waymark, 'content', lang, `${page.path}.md`), `${front(page)}${page.body}\n`);
        }
      },
      edit: (path, text) => writeFileSync(join(waymark, 'content', edited, `${path}.md`), text, { flag: 'a' }),
      cold: build,
      edited: build,
      file: (lang, path) => `${lang}/${path}.html`,
      search: langs.map((lang) => `search/${lang}.js`),
    },
    {
      name: 'Hugo + Pagefind',
      output: join(hugo, 'public'),
      forget: ['public', 'resources', 'cache'].map((name) => join(hugo, name)),
      write({ pages }) {
        rmSync(hugo, { recursive: true, force: true });
        cpSync(join(HERE, 'hugo/layouts'), join(hugo, 'layouts'), { recursive: true });
        write(join(hugo, 'hugo.toml'), `baseURL = "${BASE}"\ntitle = "Guides"\nuglyURLs = true\ndefaultContentLanguage = "${edited}"\ndefaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "rss"]\n[markup.tableOfContents]\nstartLevel = 2\nendLevel = 2
${langs.map((lang) => `[languages.${lang}]\nlabel = ${JSON.stringify(own(lang))}\ncontentDir = "content/${lang}"\n`).join('')}`);
        for (const lang of langs) {
          for (const page of pages.get(lang)) write(join(hugo, 'content', lang, `${page.path.replace(/(^|\/)index$/, '$1_index')}.md`), `${front(page)}${page.body.replace(/\bindex\.md\)/g, '_index.md)')}\n`);
        }
      },
      edit: (path, text) => writeFileSync(join(hugo, 'content', edited, `${path}.md`), text, { flag: 'a' }),
      cold: two,
      edited: two,
      file: (lang, path) => `${lang}/${path}.html`,
      search: ['pagefind/pagefind.js', 'pagefind/pagefind-entry.json'],
    },
    {
      name: 'mdBook',
      output: join(mdbook, 'public'),
      forget: [join(mdbook, 'public')],
      write({ pages }) {
        rmSync(mdbook, { recursive: true, force: true });
        const frame = readFileSync(join(HERE, 'mdbook/index.hbs'), 'utf8');
        const links = langs.map((lang) => `<li><a href="{{ path_to_root }}../${lang}/index.html" lang="${lang}">${own(lang)}</a></li>\n`).join('');
        for (const lang of langs) {
          write(join(mdbook, lang, 'theme/index.hbs'), frame.replace('@LANGUAGES@', links));
          write(join(mdbook, lang, 'book.toml'), `[book]\ntitle = "Guides"\nlanguage = "${lang}"\n[build]\nbuild-dir = "../public/${lang}"\ncreate-missing = false
[output.html]\nsite-url = "/${lang}/"\n[output.html.print]\nenable = false\n[output.html.search]\nenable = true\n`);
          const depth = ({ path }) => path.replace(/(^|\/)index$/, '').split('/').length - 1;
          const list = pages.get(lang).map((page) => `${'  '.repeat(depth(page))}- [${page.title.replace(/[[\]\\]/g, '\\$&')}](${page.path}.md)`);
          write(join(mdbook, lang, 'src/SUMMARY.md'), `# Summary\n\n${list.join('\n')}\n`);
          for (const page of pages.get(lang)) write(join(mdbook, lang, 'src', `${page.path}.md`), `# ${page.title}\n\n${page.body}\n`);
        }
      },
      edit: (path, text) => writeFileSync(join(mdbook, edited, 'src', `${path}.md`), text, { flag: 'a' }),
      cold: [{ name: 'mdbook', jobs: langs.map(book), together: availableParallelism() }],
      edited: [{ name: 'mdbook', jobs: [book(edited)], together: 1 }],
      file: (lang, path) => `${lang}/${path}.html`,
      search: [],
    },
  ];
}
