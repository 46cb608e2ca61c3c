// `waymark serve` in a browser: an open page follows edits and stays where it is, mistakes are laid
// over it until they are mended, and files come, go and change their names.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { binaries, launch, openPage, temporaryFolder } from './system.mjs';

const SITE = `id = "preview-test"
title = { en = "Field guide" }
source_language = "en"

[languages.en]
name = "English"

[nav]
header = ["guide/index"]
`;

const long = (words) => `+++
title = "Long page"
+++

First paragraph.

<details><summary>More</summary>

Hidden words.

</details>

${Array.from({ length: 60 }, (_, n) => `## Part ${n + 1}\n\n${`Sentence of part ${n + 1}. `.repeat(12)}\n`).join('\n')}
## The end

${words}
`;

/** Starts \`waymark serve\` and resolves with its address, and a way to wait for a line that it says. */
async function serve(folder, args = ['--port', '0']) {
  const child = spawn(join(binaries(), 'waymark'), ['serve', ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const waiting = new Set();
  child.stderr.on('data', (chunk) => {
    said += chunk;
    for (const look of [...waiting]) look();
  });
  const ended = new Promise((done) => child.on('exit', (code) => done(code)));
  const says = (pattern) =>
    new Promise((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`never said ${pattern}:\n${said}`)), 60_000);
      const look = () => {
        const found = said.match(pattern);
        if (!found) return;
        clearTimeout(timer);
        waiting.delete(look);
        done(found);
      };
      waiting.add(look);
      look();
    });
  return { says, ended, said: () => said, stop: () => (child.kill('SIGINT'), ended) };
}

describe('the preview', { timeout: 300_000 }, () => {
  const folder = temporaryFolder();
  const write = (path, text) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  let served;
  let address;
  let browser;
  before(async () => {
    write('content/site.toml', SITE);
    write('content/en/index.md', '+++\ntitle = "Home"\nlayout = "home"\n+++\n\nWelcome.\n');
    write('content/en/guide/index.md', '+++\ntitle = "Guide"\n+++\n\n[The long page](long.md)\n');
    write('content/en/guide/long.md', long('The last words.'));
    served = await serve(folder);
    [, address] = await served.says(/(http:\/\/[\d.:]+)\//);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const has = (page, words) => page.waitForFunction((text) => document.body.innerText.includes(text), { timeout: 60_000 }, words);
  /** The words of the overlay; empty if there is none. */
  const overlay = (page) => page.evaluate(() => document.querySelector('waymark-preview')?.shadowRoot?.textContent ?? '');
  const lays = (page, words) =>
    page.waitForFunction(
      (text) => (document.querySelector('waymark-preview')?.shadowRoot?.textContent ?? '').includes(text) === (text !== ''),
      { timeout: 60_000 },
      words,
    );
  const liftsOverlay = (page) => page.waitForFunction(() => !document.querySelector('waymark-preview'), { timeout: 60_000 });
  /** Opens a page and waits until it follows. */
  const open = async (path) => {
    const page = await openPage(browser, `${address}${path}`);
    await page.waitForFunction(() => performance.getEntriesByType('resource').some((entry) => entry.initiatorType === 'xmlhttprequest'));
    // What is only in this document tells whether it was loaded anew.
    await page.evaluate(() => (document.documentElement.dataset.mark = 'mine'));
    return page;
  };
  const isMine = (page) => page.evaluate(() => document.documentElement.dataset.mark === 'mine');

  test('an edit appears in place: scroll position, open details, focus and typed words stay', async () => {
    const page = await open('/en/guide/long.html');
    await page.evaluate(() => {
      const field = document.querySelector('#search-field');
      if (field instanceof HTMLInputElement) field.value = 'typed';
      document.querySelector('main details')?.setAttribute('open', '');
      window.scrollTo(0, 3000);
      document.querySelector('main')?.focus({ preventScroll: true });
    });
    const before = await page.evaluate(() => window.scrollY);
    assert.ok(before > 1000, 'the page is long enough to scroll');
    write('content/en/guide/long.md', long('Other last words.'));
    await has(page, 'Other last words.');
    assert.equal(await page.evaluate(() => window.scrollY), before);
    assert.ok(await isMine(page), 'not loaded anew');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    assert.equal(await page.evaluate(() => document.querySelector('#search-field')?.value ?? 'typed'), 'typed');
    assert.ok(await page.evaluate(() => document.querySelector('main details')?.hasAttribute('open') ?? true));
    assert.deepEqual(page.complaints, [], 'the policy of the page lets the preview work');
    await page.close();
  });

  test('a mistake is laid over the page with its place, and goes when it is mended', async () => {
    const page = await open('/en/guide/long.html');
    write('content/en/guide/long.md', '+++\ntitel = "Long page"\n+++\n\nWords.\n');
    await lays(page, 'titel');
    const words = await overlay(page);
    assert.match(words, /long\.md:2:1/);
    assert.match(words, /unknown-key/);
    assert.match(await page.evaluate(() => document.body.innerText), /Other last words/, 'the last good page is under it');
    // Half saved: nothing at all.
    write('content/en/guide/long.md', '');
    write('content/en/guide/long.md', long('Mended words.'));
    await has(page, 'Mended words.');
    await liftsOverlay(page);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  test('a new page, a renamed one and a deleted one', async () => {
    const page = await open('/en/guide/index.html');
    write('content/en/guide/new.md', '+++\ntitle = "Brand new"\n+++\n\nNew words.\n');
    await has(page, 'Brand new');
    assert.ok(await isMine(page));
    const second = await open('/en/guide/new.html');
    await has(second, 'New words.');
    renameSync(join(folder, 'content/en/guide/new.md'), join(folder, 'content/en/guide/newer.md'));
    await lays(second, 'This page is gone');
    const moved = await open('/en/guide/newer.html');
    await has(moved, 'New words.');
    renameSync(join(folder, 'content/en/guide/newer.md'), join(folder, 'content/en/guide/new.md'));
    await second.bringToFront();
    await second.waitForFunction(() => !document.querySelector('waymark-preview') && document.body.innerText.includes('New words.'), { timeout: 60_000 });
    rmSync(join(folder, 'content/en/guide/new.md'));
    await lays(second, 'This page is gone');
    await page.bringToFront();
    await page.waitForFunction(() => !document.body.innerText.includes('Brand new'), { timeout: 60_000 });
    for (const one of [page, second, moved]) await one.close();
  });

  test('template, string, style and site.toml', async () => {
    const page = await open('/en/guide/long.html');
    const color = () => page.evaluate(() => getComputedStyle(document.querySelector('h1')).color);
    const before = await color();
    write('theme/css/print.css', '@layer parts { h1 { color: rgb(1, 2, 3) !important; } }\n');
    await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)', { timeout: 60_000 });
    assert.ok(await isMine(page), 'a style is exchanged without loading the page anew');
    rmSync(join(folder, 'theme/css/print.css'));
    await page.waitForFunction((was) => getComputedStyle(document.querySelector('h1')).color === was, { timeout: 60_000 }, before);
    write('theme/templates/parts/pager.html', '<p>My own pager.</p>\n');
    await has(page, 'My own pager.');
    write('theme/templates/parts/pager.html', '<p>{{ nowhere.at.all }}</p>\n');
    await lays(page, 'pager.html');
    write('theme/templates/parts/pager.html', '<p>Another pager.</p>\n');
    await has(page, 'Another pager.');
    await liftsOverlay(page);
    write('content/site.toml', SITE.replace('Field guide', 'Atlas of fields'));
    await has(page, 'Atlas of fields');
    await page.close();
  });

  test('a port that is taken', async () => {
    const taken = createServer();
    await new Promise((done) => taken.listen(0, '127.0.0.1', done));
    const other = await serve(folder, ['--port', String(taken.address().port)]);
    assert.equal(await other.ended, 3);
    assert.match(other.said(), /can't be opened.*\n.*--port/);
    await new Promise((done) => taken.close(done));
    // Nobody asked for a port: two previews get two.
    const [first, second] = [await serve(folder, []), await serve(folder, [])];
    const [[, one], [, two]] = await Promise.all([first, second].map((each) => each.says(/(http:\/\/[\d.:]+)\//)));
    assert.notEqual(one, two);
    await Promise.all([first.stop(), second.stop()]);
  });
});
