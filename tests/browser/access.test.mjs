// Anybody can read it: axe over the kinds of pages, light and dark, narrow and wide, with nothing to scroll sideways.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { launch, startSystem } from './system.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const kinds = [
  'index', 'urgent', 'guidelines/index', 'guidelines/what-trafficking-is', 'guidelines/response-sheet', 'glossary', 'a-z',
  'search', 'reporting/signs', 'reporting/places', 'reporting/form', 'reporting/practice', 'reporting/send', 'about/privacy',
];

describe('access', { timeout: 600_000 }, () => {
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

  async function look(page, address) {
    await page.goto(system.site + address, { waitUntil: 'load' });
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { violations } = await window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' ')}`);
      const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      if (over > 0) found.push(`${over} px to scroll sideways`);
      return found;
    });
  }

  for (const language of ['en', 'fr']) {
    for (const scheme of ['light', 'dark']) {
      for (const width of [320, 1280]) {
        test(`${language}, ${scheme}, ${width} px`, async () => {
          const page = await browser.newPage();
          await page.setBypassCSP(true);
          await page.setViewport({ width, height: 800 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          const addresses = [...kinds.map((kind) => `${language}/${kind}.html`), 'index.html', '404.html'];
          for (const address of addresses) assert.deepEqual(await look(page, address), [], address);
          await page.close();
        });
      }
    }
  }
});
