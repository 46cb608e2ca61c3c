// The form under everything that can go wrong: danger, mistakes, refusals, leaving, coming back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, openPage, startSystem } from './system.mjs';

const FORM = 'en/reporting/form.html';
const step = (name) => `[data-step="${name}"]:not([hidden])`;
const lines = (page, name) => page.$$eval(`[data-step="${name}"] [data-errors] li`, (items) => items.map((item) => item.textContent));
const words = (page) => page.$eval('#answer-what', (area) => area.value);
const warns = (page) => page.evaluate(() => {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
});

describe('the report form', { timeout: 300_000 }, () => {
  let system;
  let browser;
  before(async () => {
    system = await startSystem();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await system?.stop();
    system?.clean();
  });

  async function form(path = FORM, options = {}) {
    const page = await openPage(browser, system.site + path, options);
    await page.waitForSelector('form[data-form]:not([hidden])');
    return page;
  }

  /** A form whose relay answers what the test says, one answer after another, and keeps every frame. */
  async function formWithAnswers(answers) {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument((list) => {
      window.kept = [];
      window.fetch = async (_url, { body }) => {
        window.kept.push(Array.from(body));
        const answer = list.shift();
        if (!answer) throw new TypeError('network');
        return new Response(answer.body, { status: answer.status });
      };
    }, answers);
    await page.goto(system.site + FORM, { waitUntil: 'load' });
    await page.waitForSelector('form[data-form]:not([hidden])');
    await page.type('#answer-what', 'Keep me');
    await page.click('[data-do="continue"]');
    await page.waitForSelector(step('check'));
    return page;
  }

  /** Presses "send" and gives what the form says when it didn't work. */
  async function sendInVain(page) {
    await page.click('[data-do="send"]');
    await page.waitForFunction(() => document.querySelector('[data-step="check"] [data-working]').hidden
      && !document.querySelector('[data-step="check"] [data-errors]').hidden, { timeout: 120_000 });
    assert.ok(await page.evaluate(() => document.activeElement.matches('[data-errors]')), 'the summary has the focus');
    assert.equal(await words(page), 'Keep me');
    assert.equal(await warns(page), true);
    return (await lines(page, 'check')).join();
  }

  test('danger comes first, and "yes" shows at once where help is', async () => {
    const page = await form();
    assert.equal(await page.$eval('form[data-form] input:not([type=hidden])', (input) => input.name), 'danger');
    const shown = () => page.$eval('[data-danger]', (box) => !box.hidden);
    assert.equal(await shown(), false);
    await page.click('#danger-yes');
    assert.equal(await shown(), true);
    const help = await page.$eval('[data-danger] a', (link) => link.href);
    assert.equal((await fetch(help)).status, 200);
    await page.click('#danger-no');
    assert.equal(await shown(), false);
  });

  test('nothing written: the summary says so and takes the focus; its link leads to the question', async () => {
    const page = await form();
    await page.click('[data-do="continue"]');
    await page.waitForSelector(`${step('write')} [data-errors]:not([hidden])`);
    assert.ok(await page.evaluate(() => document.activeElement.matches('[data-errors]')));
    await page.click('[data-errors] a');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'answer-what');
    await page.keyboard.type('x');
    await page.click('[data-do="continue"]');
    await page.waitForSelector(step('check'));
    assert.deepEqual(page.complaints, []);
  });

  test('room is counted in bytes while one writes; one byte over is refused, and cut by nobody', async () => {
    const page = await form();
    const fill = (text) => page.$eval('#answer-what', (area, value) => {
      area.value = value;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    const room = async () => Number((await page.$eval('[data-room]', (place) => place.textContent)).replace(/\D/g, ''));
    const empty = await room();
    assert.ok(empty >= 30_000, `${empty}`);
    for (const [letter, bytes] of [['a', 1], ['й', 2], ['\n', 2], ['"', 2], ['😀', 4]]) {
      await fill(letter);
      assert.equal(await room(), empty - bytes, JSON.stringify(letter));
    }
    await fill('x'.repeat(empty));
    assert.equal(await room(), 0);
    await page.click('[data-do="continue"]');
    await page.waitForSelector(step('check'));
    await page.click('[data-do="change"]');
    await page.waitForSelector(step('write'));
    await fill('x'.repeat(empty + 1));
    await page.click('[data-do="continue"]');
    await page.waitForSelector(`${step('write')} [data-errors]:not([hidden])`);
    assert.deepEqual(await lines(page, 'write'), ['Too long. Bytes over: 1. Please shorten any answer.']);
    assert.equal((await words(page)).length, empty + 1);
    assert.match(await page.$eval('[data-room-status]', (place) => place.textContent), /Bytes over: 1\./);
  });

  test('every refusal keeps the words, explains itself, and never encrypts again', async () => {
    const problem = (name, status, more = {}) => ({ status, body: JSON.stringify({ type: `urn:waymark:problem:${name}`, ...more }) });
    const page = await formWithAnswers([
      problem('not-durable', 503), problem('desk-paused', 409), problem('unknown-desk', 404), problem('desk-closed', 410),
      problem('wrong-magic', 400), { status: 200, body: '<html>Log in</html>' }, null,
      problem('wrong-day', 409, { day: 20_000 }), { status: 202, body: '{"status":"queued"}' },
    ]);
    const said = [];
    for (let n = 0; n < 7; n += 1) said.push(await sendInVain(page));
    for (const [n, pattern] of [/just now/, /takes no reports for now/, /doesn’t know this desk/, /has been closed/, /faulty/, /may have arrived or not/, /may have arrived or not/].entries()) {
      assert.match(said[n], pattern);
    }
    await page.click('[data-do="send"]');
    await page.waitForSelector(step('sent'), { timeout: 120_000 });
    const frames = (await page.evaluate(() => window.kept)).map((bytes) => Buffer.from(bytes));
    assert.equal(frames.length, 9);
    for (const frame of frames) assert.equal(frame.length, 32_768);
    assert.equal(frames[8].readUInt32BE(8), 20_000, 'stamped again with the relay’s day');
    const inner = frames.map((frame) => frame.subarray(24, 24 + frame.readUInt32BE(20)).toString('hex'));
    assert.equal(new Set(inner).size, 1, 'one age file');
    assert.equal(await words(page), '');
    assert.equal(await warns(page), false);
  });

  test('a word changed after an attempt makes a new report', async () => {
    const page = await formWithAnswers([null, { status: 202, body: '{"status":"queued"}' }]);
    await sendInVain(page);
    await page.click('[data-do="change"]');
    await page.waitForSelector(step('write'));
    await page.type('#answer-what', '!');
    await page.click('[data-do="continue"]');
    await page.waitForSelector(step('check'));
    await page.click('[data-do="send"]');
    await page.waitForSelector(step('sent'), { timeout: 120_000 });
    const files = (await page.evaluate(() => window.kept)).map((bytes) => Buffer.from(bytes).subarray(24, 1_000).toString('hex'));
    assert.notEqual(files[0], files[1]);
  });

  test('while a report is on its way its words can’t be changed; leaving stops it', async () => {
    const page = await form();
    await page.evaluate(() => {
      window.tried = 0;
      window.fetch = (_url, { signal }) => new Promise((_, refuse) => {
        window.tried += 1;
        signal.addEventListener('abort', () => refuse(new DOMException('', 'AbortError')));
      });
    });
    assert.deepEqual(await page.$$eval('form[data-form] input:not([type=hidden])', (fields) => fields.filter((field) => field.autocomplete !== 'off').map((field) => field.id)), []);
    await page.type('#answer-what', 'Keep me');
    await page.click('[data-do="continue"]');
    await page.waitForSelector(step('check'));
    await page.click('[data-do="send"]');
    assert.equal(await page.$eval('[data-do="change"]', (button) => button.checkVisibility()), false);
    // As a browser does that keeps the page for "Back".
    await page.evaluate(() => {
      for (const name of ['pagehide', 'pageshow']) window.dispatchEvent(new PageTransitionEvent(name));
    });
    await page.waitForFunction(() => document.querySelector('[data-step="check"] [data-working]').hidden, { timeout: 120_000 });
    assert.ok(await page.$(step('write')));
    assert.ok(await page.evaluate(() => window.tried) <= 1);
    assert.equal(await words(page), '');
  });

  test('the page for saved reports never advises a desk that can’t open the file', async () => {
    for (const [language, advice] of [['en', 'Choose another desk'], ['fr', 'Choisissez un autre guichet']]) {
      for (const [name, expected] of [['form', true], ['send', false]]) {
        const page = await openPage(browser, `${system.site}${language}/reporting/${name}.html`);
        const said = await page.$eval('[data-key="report-refused-desk-paused"]', (sentence) => sentence.textContent);
        assert.equal(said.includes(advice), expected, `${language}/${name}: ${said}`);
      }
    }
  });

  test('leaving is warned of while there are words; coming back and reloading find nothing', async () => {
    const page = await form();
    assert.equal(await warns(page), false);
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      dialog.accept();
    });
    await page.type('#answer-what', 'Secret');
    await page.click('#danger-yes');
    await page.goto(`${system.site}en/urgent.html`);
    assert.equal(asked, 1);
    await page.goBack();
    await page.waitForSelector('form[data-form]:not([hidden])');
    assert.equal(await words(page), '');
    assert.equal(await page.$('input[name="danger"]:checked'), null);
    await page.type('#answer-what', 'Secret again');
    await page.reload();
    await page.waitForSelector('form[data-form]:not([hidden])');
    assert.equal(await words(page), '');
    assert.equal(asked, 2);
  });

  test('by keyboard alone, from the first question to the end', async () => {
    const page = await form();
    const press = async (key, until) => {
      for (let n = 0; n < 80; n += 1) {
        if (await page.evaluate((selector) => document.activeElement?.matches(selector), until)) return;
        await page.keyboard.press(key);
      }
      throw new Error(`the keyboard never reached ${until}`);
    };
    await press('Tab', '#danger-yes, #danger-no');
    await page.keyboard.press('ArrowDown');
    await press('Tab', '#answer-what');
    await page.keyboard.type('Typed');
    await press('Tab', '[data-do="continue"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector(step('check'));
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2', 'the step’s heading has the focus');
    await press('Tab', '[data-do="send"]');
    await page.keyboard.press('Space');
    await page.waitForSelector(step('sent'), { timeout: 120_000 });
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2');
    assert.deepEqual(page.complaints, []);
  });

  test('without JavaScript no field is shown, and the page says why', async () => {
    for (const path of [FORM, 'fr/reporting/form.html', 'en/reporting/send.html', 'en/reporting/practice.html']) {
      const page = await openPage(browser, system.site + path, { javascript: false });
      assert.equal(await page.$eval('form[data-form]', (element) => element.checkVisibility()), false, path);
      assert.match(await page.$eval('main', (main) => main.innerText), /JavaScript/, path);
    }
  });
});
