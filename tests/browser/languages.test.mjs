// Any language: the choice of language, a language with few pages of its own, and pages that run from right to left.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { faults } from './faults.mjs';
import { binaries, launch, openPage, root, startSystem, temporaryFolder } from './system.mjs';


const box = (page, selector) => page.$eval(selector, (element) => element.getBoundingClientRect().toJSON());
const centre = ({ left, right }) => (left + right) / 2;

/**
 * The site's content with Arabic beside it, of which two pages are written. Its interface says the
 * English words, as Arabic: what is tested is where they stand, not what they say.
 */
function withArabic() {
  const folder = temporaryFolder();
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  const site = join(folder, 'content/site.toml');
  const arabic = '[languages.ar]\nname = "العربية"\npages = ["urgent", "reporting/form"]\n\n';
  writeFileSync(site, readFileSync(site, 'utf8').replace('[references.', `${arabic}[references.`));
  const words = join(folder, 'theme/i18n');
  mkdirSync(words, { recursive: true });
  cpSync(join(root, 'theme/i18n/en.ftl'), join(words, 'ar.ftl'));
  const page = (path, title, text, more = '') => {
    const file = join(folder, 'content/ar', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, `+++\ntitle = "${title}"\n${more}+++\n\n${text}\n`);
  };
  page('urgent.md', 'مساعدة عاجلة', 'اتصل برقم الطوارئ `112` أو راجع الفقرة `P15 (a)` من هذا النص.\n\n| رمز | معنى |\n|---|---|\n| `WM-2026-001` | مثال |\n\n1. **أولاً** اتصل.\n2. **ثانياً** انتظر.', 'provisions = ["P15", "P56"]\n');
  page('reporting/form.md', 'نموذج الإبلاغ', 'كل الأسئلة اختيارية.', 'layout = "report"\n');
  return folder;
}

describe('right to left', { timeout: 300_000 }, () => {
  let folder;
  let system;
  let browser;
  before(async () => {
    folder = withArabic();
    system = await startSystem({ args: ['--content', join(folder, 'content'), '--theme', join(folder, 'theme')] });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await system?.stop();
    system?.clean();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test('the layout is that of English in a mirror', async () => {
    const [english, arabic] = [await openPage(browser, `${system.site}en/urgent.html`), await openPage(browser, `${system.site}ar/urgent.html`)];
    const width = await english.evaluate(() => document.documentElement.clientWidth);
    for (const selector of ['.brand', '.search', '.lang', '.leave', '.menu', '.content', '.crumbs', 'h1', '.doors li']) {
      const [left, right] = [await box(english, selector), await box(arabic, selector)];
      // Words differ in length, so it is the edge where the line begins that must be mirrored.
      const middle = width / 2;
      if (selector === '.brand' || selector === '.menu' || selector === '.content' || selector === 'h1' || selector === '.doors li') {
        assert.ok(Math.abs(left.left - (width - right.right)) <= 1, `${selector} begins at ${left.left} and at ${width - right.right}`);
      } else {
        assert.equal(centre(left) > middle, centre(right) < middle, `${selector} is on the other side`);
      }
    }
    for (const page of [english, arabic]) {
      assert.deepEqual(page.complaints, []);
      await page.close();
    }
  });

  test('codes in Latin letters stand by themselves and run from left to right', async () => {
    const page = await openPage(browser, `${system.site}ar/urgent.html`);
    const codes = await page.$$eval('main code', (all) => all.map((code) => [code.textContent, getComputedStyle(code).direction, getComputedStyle(code).unicodeBidi]));
    assert.deepEqual(codes, ['112', 'P15 (a)', 'WM-2026-001'].map((text) => [text, 'ltr', 'isolate']));
    assert.equal(await page.$eval('.review bdi', (ids) => ids.textContent), 'P15, P56');
    // The bracket closes on the right: in a line without isolation it would stand on the left.
    const order = await page.$eval('main p code:nth-of-type(2)', (code) => {
      const at = (start) => {
        const range = document.createRange();
        range.setStart(code.firstChild, start);
        range.setEnd(code.firstChild, start + 1);
        return range.getBoundingClientRect().left;
      };
      return at(code.textContent.length - 1) > at(0);
    });
    assert.ok(order);
    await page.close();
  });

  test('an unknown address offers the languages too, with a way from any depth', async () => {
    for (const address of ['index.html', 'nowhere/at/all.html']) {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'languages', { get: () => ['ar-EG', 'en'] }));
      await page.goto(system.site + address, { waitUntil: 'load' });
      await page.waitForSelector('.invitation a');
      assert.deepEqual(await page.$eval('.invitation a', (link) => [link.lang, link.dir, link.href]), ['ar', 'rtl', `${system.site}ar/index.html`], address);
      await page.close();
    }
  });

  test('a field takes the direction of what is written into it', async () => {
    const page = await openPage(browser, `${system.site}ar/reporting/form.html`);
    const direction = async (text) => {
      await page.$eval('[data-answer="what"]', (field, value) => { field.value = value; }, text);
      return page.$eval('[data-answer="what"]', (field) => getComputedStyle(field).direction);
    };
    assert.equal(await page.$eval('main', (main) => getComputedStyle(main).direction), 'rtl');
    assert.equal(await direction('Three passports'), 'ltr');
    assert.equal(await direction('ثلاثة جوازات'), 'rtl');
    await page.close();
  });

  for (const width of [320, 1280]) {
    for (const dark of [false, true]) {
      test(`nothing sticks out and axe finds nothing, ${width} px, ${dark ? 'dark' : 'light'}`, async () => {
        const page = await openPage(browser, `${system.site}ar/index.html`, { width, dark });
        await page.setBypassCSP(true);
        for (const kind of ['urgent', 'reporting/form', 'index', 'glossary', 'a-z', 'search', 'guidelines/response-sheet']) {
          await page.goto(`${system.site}ar/${kind}.html`, { waitUntil: 'load' });
          assert.deepEqual(await faults(page), [], kind);
          if (kind !== 'urgent') continue;
          await page.click('.lang summary');
          assert.deepEqual(await faults(page), [], 'with the menu of languages open');
        }
        await page.close();
      });
    }
  }

  test('what is not translated stands in its own language and direction, in the frame of this one', async () => {
    const page = await openPage(browser, `${system.site}ar/noticed.html`);
    const directions = await page.evaluate(() => ['html', 'main', '.notice.fallback'].map((selector) => {
      const element = document.querySelector(selector);
      return [element.lang, getComputedStyle(element).direction];
    }));
    assert.deepEqual(directions, [['ar', 'rtl'], ['en', 'ltr'], ['ar', 'rtl']]);
    const own = await page.$$eval('nav.own a', (links) => links.map((link) => link.getAttribute('href')));
    assert.deepEqual(own, ['urgent.html', 'reporting/form.html'], 'what there is in this language');
    assert.equal(await page.$eval('.menu a[aria-current]', (link) => link.lang), 'en');
    assert.equal(await page.$eval('.menu a[href$="urgent.html"]', (link) => link.hasAttribute('lang')), false);
    const languages = await page.$$eval('link[rel=alternate][hreflang]', (all) => all.map((link) => link.hreflang));
    assert.ok(languages.includes('en') && !languages.includes('ar'), `${languages}`);
    await page.close();
  });

  test('search finds own pages by own words, and the others, which say what language they are in', async () => {
    const found = async (query) => {
      const page = await openPage(browser, `${system.site}ar/search.html#q=${encodeURIComponent(query)}`);
      await page.waitForSelector('[data-search-results] li h2 a');
      const results = await page.$$eval('[data-search-results] li', (all) => all.map((item) => [
        item.querySelector('a').getAttribute('href').split('#')[0], item.lang, item.dir, item.querySelector('h2 small')?.textContent ?? '',
      ]));
      assert.deepEqual(page.complaints, []);
      await page.close();
      return results;
    };
    assert.deepEqual((await found('الطوارئ'))[0], ['urgent.html', '', '', '']);
    const others = await found('trafficking');
    assert.ok(others.length > 3);
    for (const [address, ...language] of others) assert.deepEqual(language, ['en', 'ltr', 'English'], address);
  });
});

describe('the choice of language', { timeout: 180_000 }, () => {
  let folder;
  let site;
  before(() => {
    folder = temporaryFolder();
    site = join(folder, 'clé USB', 'site');
    mkdirSync(join(site, '..'), { recursive: true });
    execFileSync(join(binaries(), 'waymark'), ['build', '--content', join(root, 'tests/fixtures/corpus'), '--theme', join(root, 'theme'), '--output', site], { stdio: 'ignore' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens the first page in a browser that prefers these languages. */
  async function choose(languages, look, options = {}) {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      if (options.javascript === false) await page.setJavaScriptEnabled(false);
      await page.evaluateOnNewDocument((list) => {
        Object.defineProperty(navigator, 'languages', { get: () => list });
      }, languages);
      const complaints = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      const requests = [];
      page.on('request', (request) => requests.push(request.url()));
      const start = pathToFileURL(join(site, 'index.html')).href;
      await page.goto('about:blank');
      await page.goto(start, { waitUntil: 'load' });
      assert.equal(page.url(), start, 'nobody is led away');
      await look(page, requests);
      assert.deepEqual(complaints, []);
    } finally {
      await browser.close();
    }
  }

  const offered = (page) => page.$$eval('.invitation a', (links) => links.map((link) => [link.lang, link.dir, link.textContent, link.getAttribute('href')]));

  test('offers every language by its own name', () => choose(['xx'], async (page) => {
    const names = await page.$$eval('.languages a', (links) => links.map((link) => [link.lang, link.hreflang, link.dir, link.textContent]));
    assert.equal(names.length, 29);
    assert.deepEqual(names.find(([tag]) => tag === 'zh-Hant'), ['zh-Hant', 'zh-Hant', 'ltr', '繁體中文']);
    assert.deepEqual(names.find(([tag]) => tag === 'fa'), ['fa', 'fa', 'rtl', 'فارسی']);
    assert.deepEqual(await offered(page), [], 'no language is near');
  }));

  test('suggests the nearest in its own words, keeps and sends nothing, and Back leads back', () => choose(['tlh', 'fr-CA', 'en'], async (page, requests) => {
    assert.deepEqual(await offered(page), [['fr', 'ltr', 'Lire en français', 'fr/index.html']]);
    const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    assert.deepEqual(kept, [0, 0, '']);
    const start = page.url();
    const folder = start.slice(0, start.lastIndexOf('/') + 1);
    assert.deepEqual(requests.filter((url) => !url.startsWith(folder) || /[?#]/.test(url)), []);
    await Promise.all([page.waitForNavigation(), page.click('.invitation a')]);
    assert.ok(page.url().endsWith('/fr/index.html'), page.url());
    await page.goBack();
    assert.equal(page.url(), start);
    await page.goBack();
    assert.equal(page.url(), 'about:blank');
  }));

  test('chooses the script by the region; a language without words of its own is offered by its name', () => choose(['zh-TW'], async (page) => {
    assert.deepEqual(await offered(page), [['zh-Hant', 'ltr', '繁體中文', 'zh-hant/index.html']]);
  }));

  test('suggests in Firefox as well', async () => {
    const browser = await launch('firefox');
    try {
      const page = await openPage(browser, pathToFileURL(join(site, 'index.html')).href);
      assert.match(await page.evaluate(() => navigator.language), /^en/);
      assert.deepEqual(await offered(page), [['en', 'ltr', 'Read this in English', 'en/index.html']]);
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  });

  test('works without JavaScript, without a suggestion', () => choose(['fr'], async (page) => {
    assert.equal((await page.$$('.languages a')).length, 29);
    assert.equal((await page.$$('.invitation')).length, 0);
  }, { javascript: false }));

  test('the menu of 29 languages fits a phone, by keyboard too, and each entry leads to the same page', async () => {
    const browser = await launch();
    try {
      for (const tag of ['en', 'ar']) {
        const page = await openPage(browser, pathToFileURL(join(site, tag, 'finding-users.html')).href, { width: 320, height: 640 });
        await page.focus('.lang summary');
        await page.keyboard.press('Enter');
        await page.waitForSelector('.lang[open] ul');
        const list = await box(page, '.lang ul');
        assert.ok(list.left >= 0 && list.right <= 320, `${tag}: from ${list.left} to ${list.right}`);
        const bar = await box(page, '.quick');
        assert.ok(list.bottom <= bar.top, `${tag}: ends at ${list.bottom}, the bar begins at ${bar.top}`);
        const links = await page.$$eval('.lang a', (all) => all.map((link) => decodeURI(link.href)));
        assert.equal(links.length, 29);
        assert.ok(links.every((href) => href.endsWith('/finding-users.html')), `${links}`);
        for (let i = 0; i < 29; i += 1) await page.keyboard.press('Tab');
        const last = await page.evaluate(() => {
          const { top, bottom } = document.activeElement.getBoundingClientRect();
          const list = document.querySelector('.lang ul').getBoundingClientRect();
          return { lang: document.activeElement.querySelector('span')?.lang, seen: top >= list.top - 1 && bottom <= list.bottom + 1 };
        });
        assert.deepEqual(last, { lang: 'zh-Hant', seen: true });
        await page.keyboard.press('Escape');
        assert.equal(await page.$('.lang[open]'), null);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });

  for (const tag of ['ar', 'fa', 'hi', 'ja']) {
    test(`a guide in ${tag}: nothing sticks out and axe finds nothing`, async () => {
      const browser = await launch();
      try {
        for (const [width, dark] of [[320, false], [1280, true]]) {
          const page = await openPage(browser, pathToFileURL(join(site, tag, 'finding-users.html')).href, { width, dark });
          await page.setBypassCSP(true);
          await page.reload();
          assert.deepEqual(await faults(page), [], `${width} px`);
          await page.close();
        }
      } finally {
        await browser.close();
      }
    });
  }
});
