// What a first search costs a reader, in Chromium: each query in a profile of its own, nothing cached.
import puppeteer from 'puppeteer-core';

/** Results that make a first screen. */
const SHOWN = 10;

/** Where the results stand on each page. */
const LISTS = { ours: '[data-search-results] ol > li', theirs: 'ol > li' };
const FIELD = 'input[type=search]';

export const browse = () =>
  puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

/** Types the query's last key and waits for what comes of it: milliseconds and how many results are shown. */
async function ask(page, query, list) {
  return page.evaluate(async (query, list, selector) => {
    const field = document.querySelector(selector);
    const start = performance.now();
    const shown = new Promise((done) => {
      const look = () => {
        const results = document.querySelectorAll(list).length;
        if (results) done({ time: performance.now() - start, results });
        return results;
      };
      new MutationObserver((_, observer) => look() && observer.disconnect()).observe(document.body, { childList: true, subtree: true });
      // Nothing found: after so long, nothing will be.
      setTimeout(() => done(undefined), 8_000);
    });
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return shown;
  }, query, list, FIELD);
}

/** Opens the search page as a reader with an empty cache, and lets it load what it loads by itself. */
async function opened(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.focus(FIELD);
  await page.waitForNetworkIdle({ idleTime: 200 });
  return { page, close: () => context.close() };
}

/**
 * Every query of a file, ours and theirs in turn, so that a machine that is busy for a while is so for both.
 * @param {Record<'ours' | 'theirs', Awaited<ReturnType<typeof import('./server.mjs').serve>>>} servers
 * @returns {Promise<{ query: string, ours?: Search, theirs?: Search }[]>} one that found nothing has no figures
 * @typedef {{ bytes: number, requests: number, time: number, results: number }} Search
 */
export async function firstSearches(browser, servers, lang, queries) {
  const measured = [];
  for (const query of queries) {
    const row = { query };
    for (const [whose, server] of Object.entries(servers)) {
      server.count();
      const { page, close } = await opened(browser, `${server.address}/${lang}/search.html`);
      const answer = await ask(page, query, LISTS[whose]);
      await page.waitForNetworkIdle({ idleTime: 100 });
      const { bytes, requests } = server.count();
      await close();
      if (answer) row[whose] = { bytes, requests, time: answer.time, results: Math.min(answer.results, SHOWN) };
    }
    measured.push(row);
  }
  return measured;
}

/** The pages that each query finds, best first, by what a script of the page is told. */
export async function rankings(browser, server, whose, lang, queries) {
  const { page, close } = await opened(browser, `${server.address}/${lang}/search.html`);
  const found = await page.evaluate(async (queries, whose) => {
    const { Waymark, pagesFound } = /** @type {any} */ (window);
    const store = whose === 'ours' && (await Waymark.search.open());
    const answers = [];
    for (const query of queries) {
      answers.push(whose === 'ours'
        ? (await Waymark.search.find(store, query, 20)).results.map((result) => result.url)
        : await pagesFound(query));
    }
    return answers;
  }, queries, whose);
  await close();
  const plain = (url) => decodeURIComponent(url).replace(new RegExp(`^/${lang}/`), '').replace(/\.html$/, '').replace(/(^|\/)$/, '$1index');
  return found.map((urls) => urls.map(plain));
}
