// A proxy between the browser and everything else sees no query: none at all when the site is read from a
// folder, and names of files only when it is read over http.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { binaries, launch, openPage, root, temporaryFolder } from './system.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
/** No real host: who asks for it has asked the proxy, which answers from the folder. */
const HOST = 'guidance.test';

/** Hits, a phrase, a typing error, nothing found; each holds a word that no address holds by itself. */
const QUERIES = { 'passport wages': true, '"code of conduct" wages': true, 'pasport wagess': true, 'qqqqxyz': false };
const WORDS = /passport|pasport|wages|qqqqxyz/i;

/** A proxy that answers for the site's host and refuses the rest, and writes down all that it is asked. */
function proxy(folder) {
  const seen = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += chunk; });
    request.on('end', () => {
      seen.push({ url: request.url, all: `${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body}` });
      try {
        const { host, pathname } = new URL(request.url);
        if (host !== HOST) throw new Error(host);
        const bytes = readFileSync(join(folder, decodeURIComponent(pathname)));
        response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' }).end(bytes);
      } catch {
        response.writeHead(502).end();
      }
    });
  });
  server.on('connect', (request, socket) => {
    seen.push({ url: request.url, all: `CONNECT ${request.url} ${JSON.stringify(request.headers)}` });
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({
      port: server.address().port,
      seen,
      stop: () => {
        server.closeAllConnections();
        server.close();
      },
    }));
  });
}

for (const name of ['chrome', 'firefox']) {
  describe(`search behind a proxy, ${name}`, { timeout: 300_000 }, () => {
    let folder;
    let between;
    let browser;
    before(async () => {
      folder = temporaryFolder();
      execFileSync(join(binaries(), 'waymark'), ['build', '--output', join(folder, 'site')], { cwd: root, stdio: 'ignore' });
      between = await proxy(join(folder, 'site'));
      browser = await launch(name, { proxy: between.port });
    });
    after(async () => {
      await browser?.close();
      between?.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    /** Asks every query on the search page at an address, by typing and by the address, and follows a result; gives what the page asked for. */
    async function askAll(address) {
      const page = await openPage(browser, address);
      const field = 'header input[type=search]';
      const settled = () => page.waitForSelector('[data-search-results][aria-busy=false]');
      for (const [query, found] of Object.entries(QUERIES)) {
        await page.$eval(field, (element) => element.select());
        await page.type(field, query);
        await settled();
        await page.waitForFunction((hash) => location.hash === hash, {}, `#q=${encodeURIComponent(query)}`);
        await settled();
        assert.equal((await page.$$('[data-search-results] li')).length > 0, found, query);
      }
      for (const query of Object.keys(QUERIES)) {
        await page.goto('about:blank');
        await page.goto(`${address}#q=${encodeURIComponent(query)}`);
        await settled();
      }
      await page.goto('about:blank');
      await page.goto(`${address}#q=passport%20wages`);
      await page.waitForSelector('[data-search-results] li h2 a');
      await Promise.all([page.waitForNavigation(), page.click('[data-search-results] li h2 a')]);
      assert.deepEqual(page.complaints, []);
      await page.close();
      return page.requests;
    }

    test('from a folder, nothing of a search leaves the machine', async () => {
      const requests = await askAll(pathToFileURL(join(folder, 'site/en/search.html')).href);
      assert.deepEqual(requests.filter(({ url }) => !/^(file|about|data):/.test(url)), []);
      // What a browser asks of its maker is not the site's doing; but no query is in it.
      assert.deepEqual(between.seen.filter(({ url, all }) => url.includes(HOST) || WORDS.test(all)), []);
    });

    test('over http, every file is counted and no request carries a query', async () => {
      between.seen.length = 0;
      await askAll(`http://${HOST}/en/search.html`);
      const asked = between.seen.filter(({ url }) => url.includes(HOST));
      assert.ok(asked.some(({ url }) => /\/search\/en-s\d/.test(url)), 'the index went through the proxy');
      assert.deepEqual(asked.filter(({ url }) => /[?#]/.test(url)), []);
      assert.deepEqual(between.seen.filter(({ all }) => WORDS.test(all)), []);
    });
  });
}
