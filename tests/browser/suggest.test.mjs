// What appears under the search field of every page: by keyboard, by touch, for screen readers, on
// a slow line; and what a server sees of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { faults } from './faults.mjs';
import { binaries, launch, openPage, root, temporaryFolder } from './system.mjs';

const field = '#search-field';
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** A server of files that writes down every request, and keeps some back for as long as a test wants. */
async function serve(folder) {
  const seen = [];
  const held = [];
  let hold = null;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += chunk; });
    seen.push({ line: `${request.method} ${request.url}`, headers: request.headers, body: () => body });
    const answer = () => {
      try {
        const path = decodeURIComponent(request.url.replace(/[?#].*/, ''));
        const bytes = readFileSync(join(folder, path));
        response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    };
    if (hold?.test(request.url)) held.push(answer);
    else answer();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    site: `http://127.0.0.1:${server.address().port}/`,
    seen,
    held,
    hold: (pattern) => { hold = pattern; },
    release: () => {
      hold = null;
      for (const answer of held.splice(0)) answer();
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/** Waits until the suggestions for what stands in the field are there. */
const suggested = (page) => page.waitForSelector('.search-popup[aria-busy=false]:not([hidden])');

const options = (page) => page.$$eval('#search-list [role=option]', (all) => all.map((option) => option.getAttribute('href')));

/** What assistive technology is told of the field and its list. */
const told = (page) => page.$eval(field, (element) => {
  const active = document.getElementById(element.getAttribute('aria-activedescendant'));
  return {
    role: element.role ?? element.getAttribute('role'),
    open: element.getAttribute('aria-expanded') === 'true',
    list: document.getElementById(element.getAttribute('aria-controls'))?.getAttribute('role') ?? null,
    at: active ? [...active.parentElement.children].indexOf(active) : null,
    selected: [...document.querySelectorAll('[role=option]')].map((option, i) => [option.getAttribute('aria-selected'), i]).filter(([yes]) => yes === 'true').map(([, i]) => i),
    focused: document.activeElement === element,
    value: element.value,
  };
});

function build(...args) {
  const folder = temporaryFolder();
  execFileSync(join(binaries(), 'waymark'), ['build', '--output', join(folder, 'site'), ...args], { cwd: root, stdio: 'ignore' });
  return folder;
}

/** Puts several texts into the field at once, one after another, as fast typing would. */
const burst = (page, ...texts) => page.$eval(field, (element, all) => {
  for (const text of all) {
    element.value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }
}, texts);

describe('suggestions', { timeout: 600_000 }, () => {
  let folder;
  let server;
  let browser;
  before(async () => {
    folder = build();
    server = await serve(join(folder, 'site'));
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const open = (path = 'en/guidelines/index.html', settings) => openPage(browser, server.site + path, settings);

  async function close(page) {
    assert.deepEqual(page.complaints, []);
    await page.close();
  }

  test('nothing of the search is loaded before somebody begins; then no more than is needed', async () => {
    const page = await open();
    const loaded = () => page.requests.map(({ url }) => new URL(url).pathname).filter((path) => path.includes('/search'));
    assert.deepEqual(loaded(), []);
    await page.focus(field);
    await page.waitForSelector('.search-popup', { hidden: true });
    await page.waitForNetworkIdle({ idleTime: 200 });
    assert.deepEqual(loaded().map((path) => path.replace(/[-.][\w]{6,8}\.(js|css)$/, '.$1')).sort(), [
      '/assets/search.css', '/search/client.js', '/search/en-core.js', '/search/en.js', '/search/stem-en.js',
    ].sort(), 'the focus brings scripts and the core');
    await page.type(field, 'passport');
    await suggested(page);
    const shards = loaded().filter((path) => /\/en-[vsfpr]\d/.test(path));
    assert.ok(shards.length && shards.length <= 12, `${shards}`);
    assert.equal(shards.some((path) => /\/en-[pr]/.test(path)), false, 'no places of words, no spellings');
    assert.equal(new Set(loaded()).size, loaded().length, 'each once');
    await close(page);
  });

  test('the pattern of a combobox: what is told, and what the keys do', async () => {
    const page = await open();
    assert.deepEqual(await told(page), { role: 'combobox', open: false, list: null, at: null, selected: [], focused: false, value: '' });
    assert.deepEqual(await page.$eval(field, (element) => [element.getAttribute('aria-autocomplete'), element.labels[0].textContent]), ['list', 'Search this site']);
    await page.type(field, 'trafficking');
    await suggested(page);
    const count = (await options(page)).length;
    assert.equal(count, 6, 'five pages and the way to all');
    const step = async (key, ...modifiers) => {
      for (const modifier of modifiers) await page.keyboard.down(modifier);
      await page.keyboard.press(key);
      for (const modifier of modifiers) await page.keyboard.up(modifier);
      const { open: opened, at, selected, focused, list } = await told(page);
      assert.ok(focused, 'the focus stays in the field');
      assert.equal(list, 'listbox');
      assert.deepEqual(selected, at === null ? [] : [at], 'one option is chosen, or none');
      return [opened, at];
    };
    assert.deepEqual(await step('ArrowDown'), [true, 0]);
    assert.deepEqual(await step('ArrowDown'), [true, 1]);
    assert.deepEqual(await step('ArrowUp'), [true, 0]);
    assert.deepEqual(await step('ArrowUp'), [true, count - 1], 'round to the last');
    assert.deepEqual(await step('ArrowDown'), [true, 0], 'and to the first');
    assert.deepEqual(await step('ArrowLeft'), [true, null], 'the text is edited again');
    assert.deepEqual(await step('ArrowDown'), [true, 0]);
    assert.deepEqual(await step('Home'), [true, null]);
    assert.deepEqual(await step('Escape'), [false, null]);
    assert.equal((await told(page)).value, 'trafficking', 'the first Escape closes');
    assert.deepEqual(await step('ArrowDown', 'Alt'), [true, null], 'opened without a choice');
    assert.deepEqual(await step('ArrowUp', 'Alt'), [false, null]);
    assert.deepEqual(await step('ArrowUp'), [true, count - 1]);
    assert.deepEqual(await step('Escape'), [false, null]);
    assert.deepEqual(await step('Escape'), [false, null]);
    assert.equal((await told(page)).value, '', 'the second empties');
    assert.deepEqual(await step('ArrowDown'), [false, null], 'nothing is left to choose');
    await page.type(field, 'trafficking');
    await suggested(page);
    await page.keyboard.press('Tab');
    assert.equal((await told(page)).open, false, 'who goes on closes it');
    await close(page);
  });

  test('Enter follows what is chosen, and else goes to the search page', async () => {
    const page = await open();
    await page.type(field, 'trafficking');
    await suggested(page);
    const all = await options(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.equal(page.url(), new URL(all[1], `${server.site}en/guidelines/index.html`).href);
    await page.type(field, 'trafficking');
    await suggested(page);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.equal(page.url(), `${server.site}en/search.html#q=trafficking`);
    await page.waitForSelector('[data-search-results] li');
    assert.equal(await page.$(`${field}[role]`), null, 'there it is a plain field: the results are the page');
    await close(page);
  });

  test('the last options lead to all results and, if a word was replaced, to what was typed', async () => {
    const page = await open();
    await page.type(field, 'traficking');
    await suggested(page);
    const search = `${server.site}en/search.html#q=`;
    assert.deepEqual((await options(page)).slice(-2), [`${search}trafficking`, `${search}traficking&literal`]);
    assert.match(await page.$eval('.search-note', (note) => note.textContent), /^Results for “trafficking”\. Pages found: \d+$/);
    await burst(page, 'qqqqxyz');
    await suggested(page);
    assert.match(await page.$eval('.search-note', (note) => note.textContent), /^Nothing was found for “qqqqxyz”/);
    assert.deepEqual(await options(page), [`${server.site}en/a-z.html`]);
    await close(page);
  });

  test('screen readers are told the number of pages once, after the last key', async () => {
    for (const path of ['en/guidelines/index.html', 'en/search.html']) {
      const page = await open(path);
      await page.focus(field);
      await page.waitForSelector('header .search [role=status]');
      await page.evaluate(() => {
        window.heard = [];
        const region = document.querySelector('header .search [role=status]');
        new MutationObserver(() => window.heard.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
      });
      await burst(page, 'v', 'vi', 'vic', 'victim');
      await page.waitForFunction(() => window.heard.some((text) => text));
      await burst(page, 'victims');
      await page.waitForFunction(() => window.heard.filter((text) => text).length === 2);
      const heard = await page.evaluate(() => window.heard);
      const spoken = heard.filter((text) => text);
      for (const text of spoken) assert.match(text, /^Pages found: [1-9]\d*$/);
      assert.equal(spoken[0], spoken[1], 'the same number for another query');
      assert.equal(heard[heard.length - 2], '', 'is said again, because it was taken away between');
      await close(page);
    }
  });

  test('an answer that comes after a later question is dropped', async () => {
    const first = 'passport';
    const second = 'budget';
    const [early, expected] = [first, second].map((query) => JSON.parse(
      execFileSync(join(binaries(), 'waymark'), ['search', 'en', query, '--json', '--limit', '10'], { cwd: root, encoding: 'utf8' }),
    ).results.map(({ url }) => url));
    assert.ok(early.length && expected.length && !early.some((url) => expected.includes(url)), 'queries without a page in common');
    for (const [path, item, wait] of [['en/guidelines/index.html', '#search-list a:not(.search-further)', suggested], ['en/search.html', '[data-search-results] h2 a', (page) => page.waitForSelector('[data-search-results][aria-busy=false]')]]) {
      const page = await open(path);
      await page.setCacheEnabled(false);
      await page.focus(field);
      await page.waitForNetworkIdle({ idleTime: 200 });
      server.hold(/\/en-f/);
      const asked = server.seen.length;
      await burst(page, first);
      while (!server.held.length) await new Promise((done) => setTimeout(done, 20));
      server.hold(null);
      await burst(page, second);
      await wait(page);
      const shown = () => page.$$eval(item, (all) => all.map((link) => link.getAttribute('href').replace(/^(\.\.\/)+|#.*/g, '')));
      const answer = await shown();
      assert.deepEqual(answer, expected.slice(0, answer.length));
      const held = server.held.length;
      const late = page.waitForNetworkIdle({ idleTime: 300 });
      server.release();
      await late;
      assert.deepEqual(await shown(), answer, `${held} of ${server.seen.length - asked} requests came late`);
      await close(page);
    }
  });

  test('on a slow line the reader is told, and what is shown stays until the answer comes', async () => {
    const page = await open('en/search.html#q=passport');
    await page.waitForSelector('[data-search-results] li');
    await page.setCacheEnabled(false);
    const before = await page.$$eval('[data-search-results] li', (all) => all.length);
    server.hold(/\/en-[vsf]/);
    await burst(page, 'budget');
    await page.waitForFunction(() => document.querySelector('.search-status').textContent === 'Searching…');
    assert.equal((await page.$$('[data-search-results] li')).length, before);
    server.release();
    await page.waitForSelector('[data-search-results][aria-busy=false]');
    assert.match(await page.$eval('.search-status', (element) => element.textContent), /^Pages found/);
    await close(page);
  });

  test('who types and sends before anything is loaded is answered when it is', async () => {
    for (const path of ['en/search.html', 'en/guidelines/index.html']) {
      const page = await open(path);
      await page.setCacheEnabled(false);
      server.hold(/\/search\/en\.js/);
      await page.type(field, 'passport');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => location.hash === '#q=passport');
      while (!server.held.length) await new Promise((done) => setTimeout(done, 20));
      server.release();
      await page.waitForSelector('[data-search-results][aria-busy=false] li');
      if (path === 'en/search.html') await page.waitForFunction(() => document.activeElement.className === 'search-status');
      assert.equal(await page.$eval(field, (element) => element.value), 'passport');
      await close(page);
    }
  });

  test('under the field, too, what is missing is said', async () => {
    const page = await open();
    await page.focus(field);
    await page.waitForNetworkIdle({ idleTime: 200 });
    await page.setRequestInterception(true);
    page.on('request', (request) => (/\/en-f/.test(request.url()) ? request.abort() : request.continue()));
    await page.type(field, 'passport');
    await suggested(page);
    assert.match(await page.$eval('.search-note', (note) => note.textContent), /could not be loaded/);
    assert.deepEqual(await options(page), [`${server.site}en/a-z.html`, `${server.site}en/search.html#q=passport`]);
    await page.close();
  });

  test('the / key leads to the field, unless something is being typed, another key is held or it is switched off', async () => {
    const page = await open();
    page.on('dialog', (dialog) => dialog.accept());
    const focused = async () => (await told(page)).focused;
    const press = async (...held) => {
      await page.evaluate(() => document.activeElement.blur());
      for (const key of held) await page.keyboard.down(key);
      await page.keyboard.press('/');
      for (const key of held) await page.keyboard.up(key);
      return focused();
    };
    assert.equal(await press(), true);
    assert.equal((await told(page)).value, '', 'and writes nothing');
    for (const held of ['Control', 'Alt', 'Meta']) assert.equal(await press(held), false, held);
    await page.focus(field);
    await page.keyboard.type('a/b');
    assert.equal((await told(page)).value, 'a/b');
    await page.goto(`${server.site}en/reporting/practice.html`);
    await page.focus('main textarea');
    await page.keyboard.type('1/2');
    assert.equal(await page.$eval('main textarea', (element) => element.value), '1/2');

    await page.goto(`${server.site}en/search.html`);
    assert.equal(await page.$eval('[data-search-key]', (box) => box.checked), true);
    assert.equal(await page.evaluate(() => localStorage.length), 0, 'nothing is kept before');
    await page.click('[data-search-key]');
    assert.equal(await press(), false);
    await page.goto(`${server.site}en/guidelines/index.html`);
    assert.equal(await press(), false, 'nor on other pages');
    await page.goto(`${server.site}fr/search.html`);
    assert.equal(await page.$eval('[data-search-key]', (box) => box.checked), false);
    await page.click('[data-search-key]');
    assert.equal(await press(), true);
    assert.equal(await page.evaluate(() => localStorage.length), 0, 'nor after');
    await close(page);
  });

  test('nothing moves: not what is there, while suggestions or results come', async () => {
    for (const [path, width] of [['en/index.html', 1280], ['en/index.html', 320], ['en/search.html#q=traficking', 1280], ['en/search.html#q=traficking', 320], ['en/search.html', 1280]]) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 800 });
      await page.evaluateOnNewDocument(() => {
        window.moved = [];
        new PerformanceObserver((list) => {
          // With all that moved soon after a key, which a browser's own count forgives.
          for (const entry of list.getEntries()) window.moved.push([entry.value, ...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 60))]);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(server.site + path);
      const wait = path.includes('search') ? () => page.waitForSelector('[data-search-results][aria-busy=false]') : () => suggested(page);
      if (path.includes('#')) await wait();
      for (const text of ['vic', 'tims', ' of traficking', ' qqqqxyz']) {
        await page.type(field, text);
        await wait();
      }
      assert.equal(await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))))), 0);
      assert.deepEqual(await page.evaluate(() => window.moved), [], `${path}, ${width} px`);
      await page.close();
    }
  });

  test('by touch, at 320 px: everything is large enough, nothing sticks out, and an option can be pressed', async () => {
    for (const language of ['en', 'ru']) {
      const page = await browser.newPage();
      await page.setViewport({ width: 320, height: 640, hasTouch: true, isMobile: true });
      await page.goto(`${server.site}${language}/urgent.html`);
      const small = (selector) => page.$$eval(selector, (all) => all
        .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
        .filter(([, { width, height, left, right }]) => height < 44 || width < 44 || left < 0 || right > 320));
      await page.tap(field);
      await page.keyboard.type('OSCE');
      await suggested(page);
      assert.deepEqual(await small('.search-popup a, .search input, .search button'), []);
      await Promise.all([page.waitForNavigation(), page.tap('#search-list .search-further')]);
      await page.waitForSelector('[data-search-results] li');
      assert.deepEqual(await small('[data-search-results] li, [data-search-results] button:not([hidden] *), .search-other a, label.search-key'), []);
      const first = await page.$eval('[data-search-results] h2 a', (link) => link.href);
      await Promise.all([page.waitForNavigation(), page.tap('[data-search-results] li .search-excerpt')]);
      assert.equal(page.url(), first);
      await page.close();
    }
  });

  for (const scheme of ['light', 'dark']) {
    for (const width of [320, 1280]) {
      test(`axe finds nothing, ${scheme}, ${width} px`, async () => {
        const page = await browser.newPage();
        await page.setBypassCSP(true);
        await page.setViewport({ width, height: 800 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        for (const query of ['trafficking', 'traficking', 'qqqqxyz']) {
          await page.goto(`${server.site}en/guidelines/index.html`);
          await page.type(field, query);
          await suggested(page);
          await page.keyboard.press('ArrowDown');
          assert.deepEqual(await faults(page), [], `suggestions, ${query}`);
          await page.goto('about:blank');
          await page.goto(`${server.site}en/search.html#q=${query}`);
          await page.waitForSelector('[data-search-results][aria-busy=false]');
          assert.deepEqual(await faults(page), [], `results, ${query}`);
        }
        await page.evaluate(() => window.Waymark.searchFailed(true));
        assert.deepEqual(await faults(page), [], 'failure');
        await page.goto(`${server.site}en/search.html`);
        assert.deepEqual(await faults(page), [], 'empty');
        await page.close();
      });
    }
  }

  test('no request, header or stored thing carries a query', async () => {
    const page = await open('en/index.html');
    server.seen.length = 0;
    const secret = 'Wolkenkuckucksheim';
    await page.type(field, `${secret} passport`);
    await suggested(page);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.waitForSelector('[data-search-results] li');
    await page.type(field, ` "${secret} trafficking" victims`);
    await page.waitForSelector('[data-search-results][aria-busy=false]');
    await page.goto('about:blank');
    await page.goto(`${server.site}en/search.html#q=${secret}%20traficking%20passport`);
    await page.waitForSelector('[data-search-results][aria-busy=false]');
    await Promise.all([page.waitForNavigation(), page.click('[data-search-results] h2 a, [data-search-answer] a')]);
    await page.waitForNetworkIdle({ idleTime: 300 });
    assert.ok(server.seen.length > 10, 'requests were counted');
    for (const { line, headers, body } of server.seen) {
      const all = `${line} ${JSON.stringify(headers)} ${body()}`.toLowerCase();
      for (const word of [secret.toLowerCase(), 'passport', 'traficking']) assert.equal(all.includes(word), false, `${word}: ${all}`);
      assert.match(line, /^GET [^?#]*$/);
      assert.equal(headers.referer, undefined);
    }
    assert.deepEqual(page.requests.filter(({ url }) => !url.startsWith(server.site) && !url.startsWith('about:')), []);
    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await caches.keys()).length, (await indexedDB.databases()).length]);
    assert.deepEqual(kept, [0, 0, '', 0, 0]);
    await close(page);
  });
});

describe('suggestions and results from right to left', { timeout: 300_000 }, () => {
  let folder;
  let server;
  let browser;
  before(async () => {
    folder = build('--content', 'tests/fixtures/corpus', '--theme', 'theme');
    server = await serve(join(folder, 'site'));
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  for (const width of [320, 1280]) {
    test(`Arabic, ${width} px: words are marked whole, a query keeps its own direction, axe finds nothing`, async () => {
      const page = await browser.newPage();
      await page.setBypassCSP(true);
      await page.setViewport({ width, height: 800 });
      await page.goto(`${server.site}ar/index.html`);
      await page.type(field, 'المشروع');
      await suggested(page);
      assert.deepEqual(await faults(page), []);
      const [popup, search] = await page.$$eval('.search-popup, .search form', (all) => all.map((element) => element.getBoundingClientRect().toJSON()).sort((a, b) => b.height - a.height));
      if (width > 1000) assert.ok(Math.abs(popup.left - search.left) < 1 && popup.right <= width, 'it opens from the end of the field inwards');
      else assert.deepEqual([popup.left, popup.right], [0, width]);
      await page.goto(`${server.site}ar/search.html#q=${encodeURIComponent('المشروع')}`);
      await page.waitForSelector('[data-search-results] li');
      const marks = await page.$$eval('.search-excerpt mark', (all) => all.map((mark) => [
        mark.previousSibling?.textContent.slice(-1) ?? '', mark.textContent, mark.nextSibling?.textContent[0] ?? '',
      ]));
      assert.ok(marks.length);
      for (const [previous, text, next] of marks) {
        assert.doesNotMatch(previous + next, /[\p{L}\p{M}]/u, `${text} is a whole word`);
        assert.match(text, /مشر?[وا]ر?[يع]/u);
      }
      const items = await page.$$eval('[data-search-results] li', (all) => all.map((item) => [getComputedStyle(item).direction, item.matches(':lang(ar)')]));
      assert.ok(items.every(([direction, arabic]) => direction === 'rtl' && arabic), JSON.stringify(items));
      assert.deepEqual(await faults(page), []);
      await page.$eval(field, (element) => {
        element.value = 'qqqq "xyz" (';
        element.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await page.waitForFunction(() => document.querySelector('.search-status bdi')?.textContent === 'qqqq "xyz" (');
      await page.close();
    });
  }
});
