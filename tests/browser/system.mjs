// The whole system on loopback and the browsers that look at it: what every browser test starts with.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

export const root = resolve(import.meta.dirname, '../..');

/** The folder of the binaries under test; there is no default, so that nothing old is tested by accident. */
export function binaries() {
  const folder = process.env.WAYMARK_BIN_DIR;
  if (!folder) throw new Error('WAYMARK_BIN_DIR is not set: start the tests with tests/run');
  return resolve(folder);
}

/**
 * The languages of the site as `waymark check` reads them, and for which of them only some pages
 * are meant to be translated.
 * @returns {{ tag: string, whole: boolean }[]}
 */
export function languages() {
  const site = readFileSync(join(root, 'content/site.toml'), 'utf8');
  const tables = site.split(/^\[languages\.([\w-]+)\]$/m).slice(1);
  const found = [];
  for (let i = 0; i < tables.length; i += 2) {
    const table = tables[i + 1].split(/^\[/m)[0];
    found.push({ tag: tables[i], whole: !/^pages\s*=/m.test(table) });
  }
  if (found.length < 6) throw new Error('content/site.toml is not written as this expects');
  return found;
}

export function temporaryFolder() {
  return mkdtempSync(join(tmpdir(), 'waymark-test-'));
}

/** A free port; taken again at once by whoever asked, so the race is short. */
export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Starts `waymark-local` with data of its own and resolves when it has printed its addresses. */
export async function startSystem({ data = temporaryFolder(), args = [] } = {}) {
  const port = await freePort();
  const child = spawn(
    join(binaries(), 'waymark-local'),
    ['--data', data, '--port', String(port), '--desk-port', '0', '--mix-every', '1', ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  const ready = new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`no addresses after a minute:\n${said}`)), 60_000);
    const listen = (chunk) => {
      said += chunk;
      const site = said.match(/^\s*site\s+(http:\S+)/m)?.[1];
      const desk = said.match(/^\s*desk\s+(http:\S+)/m)?.[1];
      const passphrase = said.match(/^\s*passphrase\s+(\S+)/m)?.[1];
      if (site && desk && /Ctrl-C/.test(said)) {
        clearTimeout(timer);
        done({ site, desk, passphrase });
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => failed(new Error(`ended with ${code}:\n${said}`)));
  });
  const addresses = await ready;
  return {
    ...addresses,
    data,
    said: () => said,
    stop: () =>
      new Promise((done) => {
        child.on('exit', (code, signal) => done({ code, signal }));
        child.kill('SIGINT');
      }),
    clean: () => rmSync(data, { recursive: true, force: true }),
  };
}

const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** A browser with a fresh profile; with a proxy's port, everything but files goes through that, loopback too. */
export function launch(browser = 'chrome', { proxy } = {}) {
  if (browser === 'firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
      headless: true,
      // Drivers switch this off, and then tests of file:// pass that a reader's browser would fail.
      extraPrefsFirefox: {
        'security.fileuri.strict_origin_policy': true,
        ...(proxy && {
          'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': proxy,
          'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': proxy, 'network.proxy.allow_hijacking_localhost': true,
        }),
      },
    });
  }
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: proxy ? [...chromiumFlags, `--proxy-server=127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>'] : chromiumFlags,
  });
}

/** A page that remembers every complaint of its console and every request that left for another origin. */
export async function openPage(browser, url, { width = 1280, height = 900, dark = false, javascript = true } = {}) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const requests = [];
  page.on('request', (request) => requests.push({ method: request.method(), url: request.url() }));
  await page.setViewport({ width, height });
  if (dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  if (!javascript) await page.setJavaScriptEnabled(false);
  await page.goto(url, { waitUntil: 'load' });
  return Object.assign(page, { complaints, requests });
}
