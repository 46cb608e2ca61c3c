// What a reader on a bad line has to wait for: a page with all that it loads, compressed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { languages, root } from '../browser/system.mjs';

const FIRST_PAGE = 13 * 1024;

/** Every file that the page's tags load, with the page itself. */
function loaded(file) {
  const html = readFileSync(file, 'utf8');
  const tags = html.match(/<(?:link rel="(?:stylesheet|icon)"|script)[^>]*>/g) ?? [];
  const addresses = tags.map((tag) => tag.match(/(?:href|src)="([^"]+)"/)?.[1]).filter(Boolean);
  return [file, ...addresses.map((address) => resolve(dirname(file), address))];
}

const weight = (file) => loaded(file).reduce((sum, each) => sum + gzipSync(readFileSync(each), { level: 9 }).length, 0);

function pages(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html')).map((name) => join(folder, name));
}

describe('weight', () => {
  let site;
  before(() => {
    site = join(mkdtempSync(join(tmpdir(), 'waymark-weight-')), 'public');
    execFileSync(join(process.env.WAYMARK_BIN_DIR, 'waymark'), ['build', '--output', site], { cwd: root, stdio: 'pipe' });
  });
  after(() => rmSync(dirname(site), { recursive: true, force: true }));

  for (const { tag: language } of languages()) {
    test(`the first page in ${language} fits into one round trip`, () => {
      const home = weight(join(site, language, 'index.html'));
      const longest = pages(join(site, language))
        .filter((file) => !readFileSync(file, 'utf8').includes('data-form='))
        .reduce((a, b) => (statSync(b).size > statSync(a).size ? b : a));
      console.log(`${language}: home ${home} bytes gzip, longest page of guidance (${longest.slice(site.length + 1)}) ${weight(longest)}`);
      assert.ok(loaded(join(site, language, 'index.html')).length >= 4, 'style sheet, script and icon are counted');
      assert.ok(home <= FIRST_PAGE, `${home} bytes`);
    });
  }

  test('no page loads anything of another host', () => {
    for (const file of pages(site)) {
      const html = readFileSync(file, 'utf8');
      for (const tag of html.match(/<(?:link|script|img|iframe|source)[^>]*>/g) ?? []) {
        assert.doesNotMatch(tag, /(?:src|href)="(?:https?:)?\/\//, file);
      }
    }
  });
});
