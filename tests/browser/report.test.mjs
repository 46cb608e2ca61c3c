// Reporting: from the form to the desk's inbox; saved, opened with stock age, and sent later; practised.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, openPage, startSystem, temporaryFolder } from './system.mjs';

const FORM = 'en/reporting/form.html';
const step = (name) => `[data-step="${name}"]:not([hidden])`;

/** Fills in the form and goes on to the check. */
async function write(page, words) {
  await page.waitForSelector('form[data-form]:not([hidden])');
  await page.type('#answer-what', words);
  await page.click('[data-do="continue"]');
  await page.waitForSelector(step('check'));
  const [heading, header] = await page.evaluate(() => [
    document.activeElement.getBoundingClientRect().top,
    document.querySelector('header').getBoundingClientRect().bottom,
  ]);
  assert.ok(heading >= header && heading < 300, `the step's heading is in sight: ${heading} below ${header}`);
}

/** Opens the inbox of the demonstration desk and waits until a report with these words is in it. */
async function readAtDesk(browser, link, words) {
  const inbox = await openPage(browser, link);
  for (let tries = 0; tries < 40; tries += 1) {
    await inbox.locator('button ::-p-text(Check for new messages)').click();
    await new Promise((done) => setTimeout(done, 500));
    // Reports of one day stand in no particular order.
    const rows = () => inbox.$$('main [data-report], main li a, main li button, main tbody a, main tbody button');
    for (let index = 0; index < (await rows()).length; index += 1) {
      await (await rows())[index].click();
      await new Promise((done) => setTimeout(done, 200));
      if ((await inbox.$eval('main', (main) => main.innerText)).includes(words)) return inbox;
      await inbox.goBack();
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  throw new Error(`never at the desk: ${words}\n${await inbox.$eval('main', (main) => main.innerText)}`);
}

/** Presses "save" and gives the file that the browser kept. */
async function save(page) {
  const folder = temporaryFolder();
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await page.click('[data-do="save"]');
  await page.waitForSelector(step('saved'));
  for (let tries = 0; tries < 100; tries += 1) {
    const [name] = readdirSync(folder).filter((file) => !file.endsWith('.crdownload'));
    if (name) return join(folder, name);
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('nothing was saved');
}

describe('reporting', { timeout: 300_000 }, () => {
  let system;
  let browser;
  let folder;
  let key;
  before(async () => {
    folder = temporaryFolder();
    key = join(folder, 'key.txt');
    const recipient = execFileSync('age-keygen', ['-o', key], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const own = (recipient + readFileSync(key, 'utf8')).match(/age1[0-9a-z]+/)[0];
    system = await startSystem({ args: ['--recipient', own] });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await system?.stop();
    system?.clean();
    rmSync(folder, { recursive: true, force: true });
  });

  test('form → send → inbox', async () => {
    const page = await openPage(browser, system.site + FORM);
    const words = 'Three passports in one drawer. <b>Три паспорта</b> 😀';
    await write(page, words);
    await page.click('[data-do="send"]');
    await page.waitForSelector(step('sent'), { timeout: 120_000 });
    const posts = page.requests.filter(({ method }) => method === 'POST');
    assert.equal(posts.length, 1);
    assert.ok(posts[0].url.startsWith(`${system.site}api/v1/reports/`), posts[0].url);
    assert.equal(await page.$eval('#answer-what', (area) => area.value), '', 'the words are gone from the form');
    assert.deepEqual(page.complaints, []);
    const inbox = await readAtDesk(browser, system.desk, words);
    assert.equal(await inbox.$$eval('main b', (all) => all.length), 0, 'what was written stays text');
  });

  test('form → save → stock age opens it → send a saved report → inbox', async () => {
    const page = await openPage(browser, system.site + FORM);
    const words = 'Saved first, sent later.';
    await write(page, words);
    const file = await save(page);
    assert.deepEqual(page.requests.filter(({ method }) => method === 'POST'), [], 'saving sends nothing');
    const opened = execFileSync('age', ['-d', '-i', key, file]);
    assert.equal(opened.length, 30_720);
    assert.equal(JSON.parse(opened).answers.what, words);

    const sender = await openPage(browser, `${system.site}en/reporting/send.html`);
    const chooser = await sender.waitForSelector('#saved-file');
    await chooser.uploadFile(file);
    await sender.click('[data-do="send"]');
    await sender.waitForSelector(step('sent'), { timeout: 120_000 });
    assert.deepEqual(sender.complaints, []);
    await readAtDesk(browser, system.desk, words);
  });

  test('what is no saved report is refused, and says so', async () => {
    const page = await openPage(browser, `${system.site}en/reporting/send.html`);
    const wrong = join(folder, 'holiday.jpg');
    writeFileSync(wrong, Buffer.alloc(32_768, 7));
    await (await page.waitForSelector('#saved-file')).uploadFile(wrong);
    await page.click('[data-do="send"]');
    await page.waitForFunction(() => document.querySelector('.error-summary:not([hidden]), [data-errors]:not([hidden])'));
    assert.deepEqual(page.requests.filter(({ method }) => method === 'POST'), []);
  });

  test('from a folder: the form sends to the relay that it was built for', async () => {
    const copy = join(folder, 'clé USB été');
    mkdirSync(copy, { recursive: true });
    cpSync(join(system.data, 'site'), join(copy, 'site'), { recursive: true });
    const page = await openPage(browser, pathToFileURL(join(copy, 'site', FORM)).href);
    await write(page, 'From a stick.');
    await page.click('[data-do="send"]');
    await page.waitForSelector(step('sent'), { timeout: 120_000 });
    assert.deepEqual(page.complaints, []);
  });

  test('telephone numbers and addresses are pointed out before anything is sent', async () => {
    const page = await openPage(browser, system.site + FORM);
    await write(page, 'Call me on +43 1 514 36 0 or write to someone@example.org');
    const found = await page.$$eval('[data-findings] li', (items) => items.map((item) => item.textContent));
    assert.equal(found.length, 2, found.join('\n'));
    assert.deepEqual(page.requests.filter(({ method }) => method === 'POST'), []);
  });

  test('when the relay cannot be reached every word stays and the file is offered', async () => {
    const page = await openPage(browser, system.site + FORM);
    await write(page, 'No network today.');
    await page.setOfflineMode(true);
    await page.click('[data-do="send"]');
    await page.waitForSelector(`${step('check')} .error-summary:not([hidden])`, { timeout: 120_000 });
    assert.equal(await page.$eval('#answer-what', (area) => area.value), 'No network today.');
    const file = await save(page);
    assert.equal(JSON.parse(execFileSync('age', ['-d', '-i', key, file])).answers.what, 'No network today.');
  });

  test('the practice form encrypts nothing, sends nothing and says so', async () => {
    const page = await openPage(browser, `${system.site}en/reporting/practice.html`);
    await write(page, 'Only to try it.');
    await page.click('[data-do="send"]');
    await page.waitForSelector(step('sent'));
    assert.deepEqual(page.requests.filter(({ method }) => method === 'POST'), []);
    const scripts = page.requests.map(({ url }) => url).filter((url) => url.endsWith('.js'));
    const sources = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
    assert.ok(sources.length > 0 && sources.every((source) => !source.includes('age-encryption.org')));
  });

  test('nothing that was typed is stored in the browser', async () => {
    const page = await openPage(browser, system.site + FORM);
    await write(page, 'Sentinel-4711');
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      address: location.href,
    }));
    assert.deepEqual(kept, { local: 0, session: 0, cookies: '', databases: 0, caches: 0, address: system.site + FORM });
  });

  test('the leave button empties the form and leaves nothing to go back to', async () => {
    const page = await openPage(browser, system.site + FORM);
    await page.waitForSelector('form[data-form]:not([hidden])');
    await page.type('#answer-what', 'Somebody is coming');
    let asked = false;
    page.on('dialog', (dialog) => {
      asked = true;
      dialog.accept();
    });
    await page.setRequestInterception(true);
    const left = new Promise((done) => {
      page.on('request', (request) => {
        if (request.url().startsWith(system.site)) return request.continue();
        done(request.url());
        return request.respond({ status: 200, contentType: 'text/html', body: '<title>elsewhere</title>' });
      });
    });
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift');
    assert.match(await left, /^https:\/\/www\.wikipedia\.org\//);
    await page.waitForFunction(() => document.title === 'elsewhere');
    assert.equal(asked, false, 'no warning stands in the way');
    assert.equal(await page.evaluate(() => history.length), 2, 'about:blank and the page that replaced the form');
  });
});
