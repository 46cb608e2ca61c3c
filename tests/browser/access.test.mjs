// Anybody can read it: axe over the kinds of pages, light and dark, narrow and wide, with nothing to scroll sideways.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { faults } from './faults.mjs';
import { languages, launch, startSystem } from './system.mjs';


const kinds = [
  'index', 'urgent', 'guidelines/index', 'guidelines/what-trafficking-is', 'guidelines/response-sheet', 'glossary', 'a-z',
  'changes', 'audience/field-operations', 'search', 'reporting/signs', 'reporting/places', 'reporting/form', 'reporting/practice', 'reporting/send', 'about/privacy',
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
    return faults(page);
  }

  // The look is one for all languages: two of them are seen in every light, the others where
  // words of another length or another script could stick out. Arabic has a test of its own.
  for (const { tag, whole } of languages()) {
    const everything = tag === 'en' || tag === 'ru';
    const few = whole
      ? ['index', 'urgent', 'guidelines/what-trafficking-is', 'guidelines/response-sheet', 'glossary', 'changes', 'audience/all-personnel', 'search', 'reporting/form']
      : ['urgent', 'happening-to-me', 'reporting/form', 'noticed', 'changes', 'search'];
    const addresses = (everything ? kinds : few).map((kind) => `${tag}/${kind}.html`);
    if (everything) addresses.push('index.html', '404.html');
    for (const scheme of everything ? ['light', 'dark'] : ['light']) {
      for (const width of everything ? [320, 1280] : [320]) {
        test(`${tag}, ${scheme}, ${width} px`, async () => {
          const page = await browser.newPage();
          await page.setBypassCSP(true);
          await page.setViewport({ width, height: 800 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          for (const address of addresses) assert.deepEqual(await look(page, address), [], address);
          await page.close();
        });
      }
    }
  }
});
