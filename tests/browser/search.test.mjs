// The results page, from a folder and under the site's own security policy.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { binaries, launch, openPage, root, temporaryFolder } from './system.mjs';

const titles = (page) => page.$$eval('[data-search-results] li h2', (all) => all.map((title) => title.textContent));
const status = (page) => page.$eval('[data-search-results] [role=status]', (element) => element.textContent);

/** Waits until the results have been replaced by those of another query. */
async function settle(page, before) {
  await page.waitForFunction(
    (old) => document.querySelector('[data-search-results] [role=status]')?.textContent !== '' &&
      document.querySelector('[data-search-results] ol')?.textContent !== old,
    {}, before,
  );
}

const listed = (page) => page.$eval('[data-search-results] ol', (list) => list.textContent);

for (const name of ['chrome', 'firefox']) {
  describe(`search from a folder, ${name}`, { timeout: 180_000 }, () => {
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

    test('answers the address, marks what was found and links into the page', async () => {
      const page = await openPage(browser, `${address}#q=child%20victims`);
      await page.waitForSelector('[data-search-results] li');
      const marks = await page.$$eval('[data-search-results] mark', (all) => all.map((mark) => mark.textContent.toLowerCase()));
      assert.ok(marks.some((mark) => mark.startsWith('child')), `${marks}`);
      const anchored = await page.$eval('[data-search-results] h2 a[href*="#"]', (link) => link.href);
      await page.goto(anchored);
      const there = await page.evaluate(() => !!document.getElementById(decodeURIComponent(location.hash.slice(1))));
      assert.ok(there, `${anchored} leads to a place that exists`);
      assert.deepEqual(page.complaints, []);
      await page.close();
    });

    test('answers while the reader types, keeps the address in step, and survives Back', async () => {
      const page = await openPage(browser, address);
      await page.type('header input[type=search]', 'traff');
      await page.waitForSelector('[data-search-results] li');
      const first = await listed(page);
      await page.type('header input[type=search]', 'icking exploitation');
      await settle(page, first);
      const shown = await titles(page);
      await page.waitForFunction(() => decodeURIComponent(location.hash) === '#q=trafficking exploitation');
      await Promise.all([page.waitForNavigation(), page.click('[data-search-results] h2 a')]);
      // Firefox takes the page from its memory and reports no navigation.
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => location.pathname.endsWith('/search.html'));
      await page.waitForSelector('[data-search-results] li');
      assert.deepEqual(await titles(page), shown);
      assert.equal(await page.$eval('header input[type=search]', (field) => field.value), 'trafficking exploitation');
      assert.deepEqual(page.complaints, []);
      await page.close();
    });

    test('shows more on demand and moves the focus to it', async () => {
      const page = await openPage(browser, `${address}#q=trafficking`);
      await page.waitForSelector('[data-search-results] li');
      assert.equal((await titles(page)).length, 10);
      await page.click('[data-search-results] button');
      await page.waitForFunction(() => document.querySelectorAll('[data-search-results] li').length > 10);
      const focused = await page.waitForFunction(() => {
        const item = document.activeElement.closest('li');
        return item && [...item.parentElement.children].indexOf(item);
      });
      assert.equal(await focused.jsonValue(), 10);
      await page.close();
    });

    test('takes hostile queries as text', async () => {
      const page = await openPage(browser, address);
      const queries = ['<script>window.hurt=1</script><img src=x onerror="window.hurt=1">', '\u0000\u0007', '\ud800x\udc00', '"\'«»…', 'x'.repeat(10_000), 'ab '.repeat(3_000), '%', '#q=&q='];
      for (const query of queries) {
        await page.$eval('header input[type=search]', (field, value) => {
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }, query);
        await new Promise((done) => setTimeout(done, 400));
        assert.equal(await page.$('[data-search-results] :is(script, img)'), null);
        assert.notEqual(await status(page), '');
      }
      assert.equal(await page.evaluate(() => window.hurt), undefined);
      await page.goto(`${address}#q=%E0%A4%A`);
      assert.deepEqual(page.complaints, []);
      await page.close();
    });

    test('says so when a shard is missing, and offers the list from A to Z', async () => {
      const search = join(folder, 'site/search');
      for (const file of readdirSync(search)) {
        if (/^en-s\d+-\w{6}\.js$/.test(file)) rmSync(join(search, file));
      }
      const page = await openPage(browser, `${address}#q=victims`);
      await page.waitForSelector('[data-search-results] [role=status] a');
      assert.match(await page.$eval('[data-search-results] [role=status] a', (link) => link.href), /\/en\/a-z\.html$/);
      for (const file of readdirSync(search)) rmSync(join(search, file));
      await page.goto('about:blank');
      await page.goto(`${address}#q=victims`);
      await page.waitForSelector('[data-search-results] [role=status] a');
      assert.match(await page.$eval('[data-search-results] [role=status] a', (link) => link.href), /\/en\/a-z\.html$/);
      await page.close();
    });
  });
}
