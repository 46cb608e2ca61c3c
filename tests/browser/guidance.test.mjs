// Reading: from the home page to another language, to a search, to a page; online and from a folder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { binaries, launch, openPage, root, startSystem, temporaryFolder } from './system.mjs';

/** What `waymark search` finds, as addresses of pages, best first. */
function nativeResults(language, query) {
  const out = execFileSync(join(binaries(), 'waymark'), ['search', language, query, '--json'], { cwd: root, encoding: 'utf8' });
  return JSON.parse(out).results.map((result) => result.url);
}

/** Types a query in the search field of the page's header and waits for the results page. */
async function search(page, query) {
  const field = await page.waitForSelector('header #search-field', { visible: true });
  await field.type(query);
  await Promise.all([page.waitForNavigation(), field.press('Enter')]);
  await page.waitForSelector('[data-search-results] li h2 a');
  return page.$$eval('[data-search-results] li h2 a', (links) => links.map((link) => link.href));
}

/** The page's address relative to the folder of its language, without the anchor. */
const relative = (href, language) => decodeURI(href.split('#')[0]).split(`/${language}/`)[1];

async function journey(browser, start) {
  const page = await openPage(browser, start);
  await page.locator('header .lang summary').click();
  await Promise.all([page.waitForNavigation(), page.locator('header .lang a ::-p-text(Français)').click()]);
  assert.equal(await page.$eval('html', (html) => html.lang), 'fr');
  const found = await search(page, 'victimes mineures');
  const pages = [...new Set(found.map((href) => relative(href, 'fr')))];
  const native = nativeResults('fr', 'victimes mineures');
  assert.ok(native.length > 0, 'the native search finds something');
  assert.deepEqual(pages, native.slice(0, pages.length), 'the browser and `waymark search` agree');
  assert.ok(page.url().includes('#q='), 'the address carries the query behind #');
  await Promise.all([page.waitForNavigation(), page.locator('[data-search-results] li h2 a').click()]);
  assert.ok((await page.$eval('h1', (h1) => h1.textContent)).trim().length > 0);
  assert.ok(page.url().startsWith(start.replace(/en\/index\.html$/, 'fr/')), page.url());
  assert.deepEqual(page.complaints, [], 'the console is clean');
  assert.deepEqual(page.requests.filter(({ url }) => url.includes('mineures')).map(({ url }) => url.split('#')[0]).filter((url) => url.includes('mineures')), [], 'no request carries the query');
  return page.requests.map(({ url }) => url);
}

describe('reading', { timeout: 180_000 }, () => {
  let system;
  let copy;
  before(async () => {
    system = await startSystem();
    copy = join(temporaryFolder(), 'clé USB été');
    mkdirSync(copy, { recursive: true });
    execFileSync('cp', ['-r', join(system.data, 'site'), join(copy, 'site')]);
  });
  after(async () => {
    await system?.stop();
    system?.clean();
    if (copy) rmSync(copy, { recursive: true, force: true });
  });

  test('home → language → search → page, over http in Chromium', async () => {
    const browser = await launch();
    try {
      const requests = await journey(browser, `${system.site}en/index.html`);
      const foreign = requests.filter((url) => !url.startsWith(system.site));
      assert.deepEqual(foreign, [], 'nothing is asked of another host');
    } finally {
      await browser.close();
    }
  });

  for (const name of ['chrome', 'firefox']) {
    test(`home → language → search → page, from a folder with a space and an é, in ${name}`, async () => {
      const browser = await launch(name);
      try {
        await journey(browser, pathToFileURL(join(copy, 'site/en/index.html')).href);
      } finally {
        await browser.close();
      }
    });
  }

  test('without JavaScript every link of the header leads somewhere, and the search is the A–Z page', async () => {
    const browser = await launch();
    try {
      const page = await openPage(browser, `${system.site}en/index.html`, { javascript: false });
      const target = await page.$eval('header [data-search] a', (link) => link.href);
      assert.match(target, /\/en\/a-z\.html$/);
      await page.goto(target);
      assert.ok((await page.$$('main a')).length > 30, 'the A–Z page lists the pages and the terms');
    } finally {
      await browser.close();
    }
  });
});
