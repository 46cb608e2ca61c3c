// The desk's inbox in a browser: a hostile report stays text, the link works once, and locking
// leaves nothing of a report on the page.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { binaries, launch, openPage, temporaryFolder } from './system.mjs';

const PASSPHRASE = 'correct horse battery staple';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = temporaryFolder();
const desk = join(binaries(), 'waymark-desk');
const flags = ['--vault', join(folder, 'vault'), '--passphrase-file', join(folder, 'passphrase')];
const HOSTILE = '<script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'">\u001b[2J\u202egnp.exe\u2066 \u0000 {n}';
let inbox;
let browser;
let links;

/** Takes a report in as a bare age file, sealed by stock age. */
function take(recipient, n, lang, answers) {
  const json = JSON.stringify({ v: 1, id: String(n).padStart(32, '0'), instance: 'test', desk: 'demo', lang, answers, receipt: null });
  const plain = Buffer.alloc(30_720, ' ');
  plain.write(json);
  const file = join(folder, `${n}.age`);
  execFileSync('age', ['-r', recipient, '-o', file], { input: plain });
  execFileSync(desk, [...flags, 'import', file]);
}

/** Violations of the page as it is now; evaluated past the page's CSP, which forbids it to scripts. */
async function violations(page) {
  const client = await page.createCDPSession();
  const { result } = await client.send('Runtime.evaluate', {
    expression: `(() => { ${axe}; return axe.run(document).then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes[0].html))); })()`,
    awaitPromise: true,
    returnByValue: true,
    allowUnsafeEvalBlockedByCSP: true,
  });
  return JSON.parse(result.value);
}

before(async () => {
  writeFileSync(join(folder, 'passphrase'), PASSPHRASE + '\n');
  const made = JSON.parse(execFileSync(desk, [...flags, 'init', '--id', 'demo', '--work-factor', '10', '--json']));
  take(made.recipient, 1, 'en', { danger: 'no', what: HOSTILE, '<b>new</b>': 'x' });
  take(made.recipient, 2, 'ar', { danger: 'yes', what: 'لا أحصل على راتبي' });
  inbox = spawn(desk, [...flags, 'serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  inbox.stdout.on('data', (chunk) => (said += chunk));
  links = async (count) => {
    for (let tries = 0; tries < 200; tries++) {
      const found = said.match(/http:\S+(?=\s)/g) ?? [];
      if (found.length >= count) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('no address: ' + said);
  };
  browser = await launch();
});

after(async () => {
  await browser?.close();
  inbox?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** The reports' words on the page. */
const words = (page) => page.$$eval('.said', (found) => found.map((one) => one.textContent));

test('a hostile report stays text, and locking leaves nothing', async () => {
  const [link] = await links(1);
  const page = await openPage(browser, link);
  await page.waitForSelector('#passphrase');
  assert.equal(new URL(page.url()).hash, '', 'the token is gone from the address');
  assert.deepEqual(await violations(page), []);
  await page.type('#passphrase', PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.rows');
  assert.deepEqual(await violations(page), []);
  assert.equal(await page.$eval('.row', (row) => row.classList.contains('danger')), true, 'danger first');

  const rows = await page.$$('.row');
  await rows[1].click();
  await page.waitForSelector('.said');
  const [what] = await words(page);
  assert.ok(what.includes('<script>document.title="owned"</script><img'), what);
  assert.ok(what.includes('U+001B') && what.includes('U+202E') && what.includes('U+2066') && what.includes('U+0000'), what);
  assert.ok(!/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/.test(what));
  assert.equal(await page.$('main script, main img, main b'), null);
  assert.match(await page.title(), /^Report/);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.complaints, []);
  assert.equal(await page.$eval('.said', (said) => said.getAttribute('translate') + said.dir), 'noauto');

  await page.select('#language', 'fr');
  await page.waitForFunction(() => document.documentElement.lang === 'fr' && document.title.startsWith('Signalement'));
  await page.click('#lock');
  await page.waitForSelector('#passphrase');
  assert.ok(!(await page.content()).includes('gnp.exe'));
  assert.deepEqual(page.requests.filter((one) => !one.url.startsWith(new URL(link).origin)), []);
  await page.close();
});

test('right-to-left words keep their direction; the keyboard is enough', async () => {
  inbox.stdin.write('\n');
  const [used, fresh] = await links(2);
  const late = await openPage(await browser.createBrowserContext(), used);
  await late.waitForSelector('h1');
  assert.equal(await late.$('#passphrase'), null, 'a link works once');
  assert.match(await late.$eval('main', (main) => main.textContent), /without its key/);
  await late.close();

  const page = await openPage(browser, fresh, { width: 320, height: 640, dark: true });
  await page.waitForSelector('#passphrase');
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.rows');
  await page.focus('.row');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.said');
  assert.equal(await page.$eval('.said', (said) => getComputedStyle(said).direction + said.lang), 'rtlar');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'fits 320 px');
  assert.deepEqual(await violations(page), []);
  await page.goBack();
  await page.waitForSelector('.rows');
  await page.reload();
  await page.waitForSelector('.rows');
  await page.close();
});
