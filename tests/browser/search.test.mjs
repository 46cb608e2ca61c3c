// The search page from a folder, under the site's own security policy: what is answered, what the
// address carries, what is said when something is missing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { binaries, launch, openPage, root, temporaryFolder } from './system.mjs';

const field = 'header input[type=search]';
const titles = (page) => page.$$eval('[data-search-results] li h2 a', (all) => all.map((title) => title.textContent));
const status = (page) => page.$eval('.search-status', (element) => element.textContent);
const hidden = (page, selector) => page.$eval(selector, (element) => element.hidden);

/** Waits until what was asked is answered. */
const settled = (page) => page.waitForSelector('[data-search-results][aria-busy=false]');

/** Presses Back or Forward, only after the call has returned: a page that is being left answers nothing. */
const go = (page, way) => page.evaluate((name) => { setTimeout(() => history[name]()); }, way);

/** Puts a text into the field as pasting would. */
async function put(page, text) {
  await page.$eval(field, (element, value) => {
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await settled(page);
}

/** The pages that `waymark search` finds, best first. */
function native(query) {
  const known = answers.get(query);
  if (known) return known;
  const out = execFileSync(join(binaries(), 'waymark'), ['search', 'en', query, '--json', '--limit', '100'], { cwd: root, encoding: 'utf8' });
  answers.set(query, JSON.parse(out).results.map(({ url, anchor }) => url + (anchor ? `#${anchor}` : '')));
  return answers.get(query);
}

const answers = new Map();

const addresses = (page) => page.$$eval('[data-search-results] li h2 a', (all) => all.map((link) => link.getAttribute('href')));

const hostile = [
  '<script>window.hurt=1</script><img src=x onerror="window.hurt=1">', '"><svg onload=window.hurt=1>', '{query}{n}', '\u0000\u0007\u009f\u2028',
  '\ud800x\udc00', '\udc00\ud800', '"\'«»…()[]{}!?.,;:', 'x'.repeat(10_000), 'ab '.repeat(3_333), '\u202e\u2066victims'.repeat(50),
  'e' + '\u0301'.repeat(9_999), '"'.repeat(10_000), '%', '%E0%A4%A', '#q=&q=', '&literal', '😀'.repeat(5_000), '人口'.repeat(5_000), 'ﷺ'.repeat(10_000),
];

for (const name of ['chrome', 'firefox']) {
  describe(`search from a folder, ${name}`, { timeout: 300_000 }, () => {
    let browser;
    let folder;
    let address;
    before(async () => {
      folder = join(temporaryFolder(), 'clé USB');
      mkdirSync(folder, { recursive: true });
      execFileSync(join(binaries(), 'waymark'), ['build', '--output', join(folder, 'site')], { cwd: root, stdio: 'ignore' });
      address = pathToFileURL(join(folder, 'site/en/search.html')).href;
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    /** The search page, with a query in its address or without. */
    async function open(query, options) {
      const page = await openPage(browser, address + (query === undefined ? '' : `#q=${encodeURIComponent(query)}`), options);
      if (query !== undefined) await settled(page);
      return page;
    }

    /** Closes a page whose console must be empty. */
    async function close(page) {
      assert.deepEqual(page.complaints, []);
      await page.close();
    }

    test('answers the address, marks what was found and links into the page', async () => {
      const page = await open('child victims');
      assert.deepEqual(await addresses(page), native('child victims').slice(0, 10));
      const marks = await page.$$eval('.search-excerpt mark', (all) => all.map((mark) => mark.textContent.toLowerCase()));
      assert.ok(marks.some((mark) => mark.startsWith('victim')), `${marks}`);
      assert.ok((await page.$$('.search-heading')).length, 'the section is named');
      const anchored = await page.$eval('[data-search-results] h2 a[href*="#"]', (link) => link.href);
      await page.goto(anchored);
      const there = await page.evaluate(() => !!document.getElementById(decodeURIComponent(location.hash.slice(1))));
      assert.ok(there, `${anchored} leads to a place that exists`);
      await close(page);
    });

    test('a phrase finds fewer pages than its words; one that stands nowhere offers its words', async () => {
      const page = await open('"code of conduct"');
      const found = native('"code of conduct"');
      assert.ok(found.length && found.length < native('code of conduct').length);
      assert.deepEqual(await addresses(page), found.slice(0, 10));
      await put(page, '"conduct of code"');
      assert.deepEqual(await titles(page), []);
      assert.match(await status(page), /“conduct of code”/);
      await Promise.all([page.waitForSelector('[data-search-results] li'), page.click('[data-search-answer] .search-other a')]);
      await settled(page);
      assert.equal(await page.$eval(field, (element) => element.value), 'conduct of code');
      assert.deepEqual(await addresses(page), native('conduct of code').slice(0, 10));
      await close(page);
    });

    test('a misspelt word is answered by the one that is meant, with a way to what was typed and back', async () => {
      const page = await open('traficking');
      assert.match(await status(page), /^Results for “trafficking”\. Pages found: \d+$/);
      const meant = await addresses(page);
      assert.deepEqual(meant, native('trafficking').slice(0, 10));
      assert.equal(await page.$eval(field, (element) => element.value), 'traficking', 'the field keeps what was typed');
      await page.click('[data-search-answer] .search-other a');
      await page.waitForFunction(() => location.hash === '#q=traficking&literal' && !document.querySelector('[data-search-results] li'));
      await settled(page);
      assert.match(await status(page), /^Nothing was found for “traficking”/);
      assert.equal(await page.evaluate(() => document.activeElement.className), 'search-status', 'the focus is not lost with the link');
      await go(page, 'back');
      await page.waitForSelector('[data-search-results] li');
      assert.deepEqual(await addresses(page), meant);
      await close(page);
    });

    test('says that nothing was found, and what else there is', async () => {
      const page = await open('qqqqxyz');
      assert.match(await status(page), /^Nothing was found for “qqqqxyz”/);
      assert.match(await page.$eval('[data-search-answer] .search-other a', (link) => link.href), /\/en\/a-z\.html$/);
      await put(page, '…!');
      assert.match(await status(page), /^Nothing was found/);
      await put(page, '');
      assert.equal(await hidden(page, '[data-search-hint]'), false);
      assert.equal(await page.$('.search-status'), null);
      await close(page);
    });

    test('answers while the reader types, keeps the address in step, and survives Back and reload', async () => {
      const page = await open();
      assert.equal(await hidden(page, '[data-search-hint]'), false);
      const length = await page.evaluate(() => history.length);
      await page.type(field, 'traff');
      await settled(page);
      await page.type(field, 'icking exploitation');
      await page.waitForFunction(() => decodeURIComponent(location.hash) === '#q=trafficking exploitation');
      await settled(page);
      const shown = await titles(page);
      assert.ok(shown.length);
      assert.equal(await page.evaluate(() => history.length), length, 'typing leaves no trail');
      // The whole result can be pressed, not its title alone.
      await Promise.all([page.waitForNavigation(), page.click('[data-search-results] .search-excerpt')]);
      // Firefox takes the page from its memory and reports no navigation.
      await go(page, 'back');
      await page.waitForFunction(() => location.pathname.endsWith('/search.html'));
      await settled(page);
      assert.deepEqual(await titles(page), shown);
      assert.equal(await page.$eval(field, (element) => element.value), 'trafficking exploitation');
      await page.evaluate(() => {
        window.before = true;
        setTimeout(() => location.reload());
      });
      await page.waitForFunction(() => !window.before && document.querySelector('[data-search-results][aria-busy=false]'));
      assert.deepEqual(await titles(page), shown);
      await close(page);
    });

    test('a query that was sent stays in the history; Back and Forward go between them', async () => {
      const page = await open();
      await page.type(field, 'passport');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement.className === 'search-status');
      const first = await titles(page);
      await page.focus(field);
      await page.keyboard.press('End');
      for (let i = 0; i < 'passport'.length; i++) await page.keyboard.press('Backspace');
      await page.type(field, 'glossary');
      await page.waitForFunction(() => location.hash === '#q=glossary');
      await settled(page);
      const second = await titles(page);
      assert.notDeepEqual(first, second);
      const at = async (hash, expected) => {
        await page.waitForFunction((wanted) => location.hash === wanted, {}, hash);
        await page.waitForFunction((all) => JSON.stringify([...document.querySelectorAll('[data-search-results] li h2 a')].map((link) => link.textContent)) === all, {}, JSON.stringify(expected));
        assert.equal(await page.$eval(field, (element) => element.value), hash.slice(3));
      };
      await go(page, 'back');
      await at('#q=passport', first);
      await go(page, 'forward');
      await at('#q=glossary', second);
      await close(page);
    });

    test('the arrows go from the field to the results and back; Escape returns, then empties', async () => {
      const page = await open('trafficking');
      const at = () => page.evaluate(() => {
        const links = [...document.querySelectorAll('[data-search-results] li h2 a')];
        return document.activeElement.id === 'search-field' ? 'field' : links.indexOf(document.activeElement);
      });
      await page.focus(field);
      const walk = [];
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'Escape']) {
        await page.keyboard.press(key);
        walk.push(await at());
      }
      assert.deepEqual(walk, [0, 1, 0, 'field', 0, 1, 'field']);
      await page.keyboard.press('Escape');
      await settled(page);
      assert.equal(await page.$eval(field, (element) => element.value), '');
      assert.deepEqual(await titles(page), []);
      await close(page);
    });

    test('shows more on demand and moves the focus to it', async () => {
      const page = await open('trafficking');
      assert.equal((await titles(page)).length, 10);
      await page.click('[data-search-answer] button');
      await page.waitForFunction(() => document.querySelectorAll('[data-search-results] li').length > 10);
      const focused = await page.waitForFunction(() => {
        const item = document.activeElement.closest('li');
        return item && [...item.parentElement.children].indexOf(item);
      });
      assert.equal(await focused.jsonValue(), 10);
      assert.deepEqual(await addresses(page), native('trafficking').slice(0, (await addresses(page)).length));
      await close(page);
    });

    test('takes hostile queries as text, in the field and in the address', async () => {
      const page = await open();
      const harmless = async (query) => {
        const said = await page.$eval('[data-search-results]', (element) => element.innerText);
        assert.ok(said.trim(), JSON.stringify(query.slice(0, 20)));
        assert.equal(await page.$('[data-search-results] :is(script, img, svg, iframe)'), null);
        assert.ok((await page.$$('[data-search-results] li')).length <= 10);
        assert.ok((await status(page)).length < 200, 'a long query is not repeated at length');
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
      };
      await page.focus(field);
      for (const query of hostile) {
        await put(page, query);
        await harmless(query);
      }
      for (const hash of [...hostile.slice(0, 4).map(encodeURIComponent), '%00%ed%a0%80', '%', '%E0%A4%A', 'x'.repeat(10_000), '%22'.repeat(10_000), '+', '%F0%9F%98%80'.repeat(2_500)]) {
        await page.goto('about:blank');
        await page.goto(`${address}#q=${hash}`);
        await settled(page);
        if (hash !== '+') await harmless(hash);
      }
      assert.equal(await page.evaluate(() => window.hurt), undefined);
      await close(page);
    });

    test('leaving takes the query and the results off the page', async () => {
      const page = await open('passport');
      assert.ok((await titles(page)).length);
      await page.evaluate(() => document.dispatchEvent(new Event('waymark-leave')));
      assert.deepEqual(await titles(page), []);
      assert.equal(await page.$eval('main', (main) => /passport/i.test(main.textContent)), false);
      await close(page);
    });

    test('keeps nothing of a search', async () => {
      const page = await open('passport');
      const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, history.state]);
      assert.deepEqual(kept, [0, 0, '', null]);
      const attributes = await page.$eval(field, (element) => ['autocomplete', 'spellcheck', 'autocapitalize', 'autocorrect', 'writingsuggestions', 'name'].map((key) => element.getAttribute(key)));
      assert.deepEqual(attributes, ['off', 'false', 'none', 'off', 'false', null]);
      await close(page);
    });

    test('says so when a shard is missing, offers the list from A to Z, and tries again', async () => {
      const own = join(folder, 'broken');
      cpSync(join(folder, 'site'), own, { recursive: true });
      const search = join(own, 'search');
      const kinds = [/^en-f/, /^en-s\d/, /^en-core/, /^client-/, /^en\.js/];
      for (const kind of kinds) {
        const files = readdirSync(search).filter((file) => kind.test(file));
        assert.ok(files.length, `${kind}`);
        for (const file of files) renameSync(join(search, file), join(search, `${file}.gone`));
        const page = await openPage(browser, `${pathToFileURL(join(own, 'en/search.html')).href}#q=victims`);
        await page.waitForSelector('[data-search-failed]:not([hidden])');
        assert.deepEqual(await titles(page), []);
        assert.equal(await hidden(page, '[data-search-hint]'), true);
        assert.match(await page.$eval('[data-search-failed] a', (link) => link.href), /\/en\/a-z\.html$/);
        for (const file of files) renameSync(join(search, `${file}.gone`), join(search, file));
        await page.click('[data-search-failed] button');
        await page.waitForSelector('[data-search-results] li');
        assert.equal(await hidden(page, '[data-search-failed]'), true);
        await page.close();
      }
    });
  });
}
