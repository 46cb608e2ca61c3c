// An old address leads on: over file://, without JavaScript, in both browsers, in the reader's language.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { binaries, launch } from './system.mjs';

const FILES = {
  'site.toml': 'id = "moved"\ntitle = { en = "Guide", fr = "Guide" }\nsource_language = "en"\n[languages.en]\nname = "English"\n[languages.fr]\nname = "Français"\n',
  'en/index.md': '+++\ntitle = "Home"\n+++\n',
  'fr/index.md': '+++\ntitle = "Accueil"\n+++\n',
  'en/new/place.md': '+++\ntitle = "New place"\nredirect_from = ["old/deep/place"]\n+++\n\nHere.\n',
  'fr/new/place.md': '+++\ntitle = "Nouvel endroit"\n+++\n\nIci.\n',
};

describe('moved pages', { timeout: 120_000 }, () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'waymark moved é-'));
    for (const [name, text] of Object.entries(FILES)) {
      const file = join(folder, 'content', name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    execFileSync(join(binaries(), 'waymark'), ['build'], { cwd: folder, stdio: 'pipe' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const name of ['chrome', 'firefox']) {
    test(`from a folder, in ${name}`, async () => {
      const browser = await launch(name);
      try {
        const page = await browser.newPage();
        // Firefox's driver can't switch scripts off; the page has none.
        if (name === 'chrome') await page.setJavaScriptEnabled(false);
        for (const [language, title] of [['en', 'New place'], ['fr', 'Nouvel endroit']]) {
          const at = (path) => pathToFileURL(join(folder, 'public', language, path)).href;
          // The way on may end the load of the old address before the driver has seen it.
          await page.goto(at('old/deep/place.html')).catch(() => null);
          await page.waitForSelector('::-p-xpath(//h1[text()="' + title + '"])');
          assert.equal(page.url(), at('new/place.html'));
        }
      } finally {
        await browser.close();
      }
    });
  }
});
