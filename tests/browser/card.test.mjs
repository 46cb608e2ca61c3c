// Cards and posters as a printer gets them: one sheet of A4, nothing cut off, and a square that a
// telephone reads as the address beside it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import decodeQR from 'qr/decode.js';
import { binaries, launch, languages, root, temporaryFolder } from './system.mjs';

// Long names and a long number: what fits with these fits with those of most places.
const PLACES = `
[desks.testdesk]
state = "open"
recipients = ["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p", "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg"]
name = { en = "Desk of the mission in the invented Exampleland" }
languages = ["en", "fr", "de", "ru"]
[places.exampleland]
name = { en = "Northern Exampleland and the Islands" }
desk = "testdesk"
languages = ["en", "fr", "de", "ru"]
reading_days = "Monday, Wednesday and Friday mornings"
emergency = "000 / 111 / 222"
authority = "National office for matters of trafficking, Department of invented affairs, Exampletown"
verified = 2026-11-01
review_by = 2027-05-01
`;

/** Millimetres, in the pixels of CSS. */
const mm = (length) => (length * 96) / 25.4;

let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = temporaryFolder();
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'content/places.toml'), PLACES);
});

after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Makes both files of a language. */
function print(language) {
  execFileSync(
    join(binaries(), 'waymark'),
    ['card', 'exampleland', language, '--address', `https://waymark.example/${language}/`],
    { cwd: folder, env: { ...process.env, SOURCE_DATE_EPOCH: '1795478400' }, stdio: 'pipe' },
  );
}

/** The dots of a picture, drawn on a canvas of a page of its own. */
async function dots(png) {
  const page = await browser.newPage();
  try {
    const { width, height, data } = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return { width: image.width, height: image.height, data: [...context.getImageData(0, 0, image.width, image.height).data] };
    }, `data:image/png;base64,${Buffer.from(png).toString('base64')}`);
    return { width, height, data: Uint8Array.from(data) };
  } finally {
    await page.close();
  }
}

for (const { tag } of languages().filter((language) => language.whole)) {
  test(`${tag}: a card and a poster, each one sheet of A4 with all of its text`, async () => {
    print(tag);
    for (const kind of ['card', 'poster']) {
      const file = join(folder, `${kind}-exampleland-${tag}.html`);
      const page = await browser.newPage();
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setViewport({ width: 900, height: 1200, deviceScaleFactor: 2 });
      await page.emulateMediaType('print');
      await page.goto(pathToFileURL(file).href);

      const boxes = await page.$$eval('.sheet, .panel', (elements) =>
        elements.map((element) => ({
          name: element.className,
          width: element.offsetWidth,
          height: element.offsetHeight,
          // What is beyond the edge wouldn't be printed, and nobody would know.
          over: Math.max(element.scrollHeight - element.clientHeight, element.scrollWidth - element.clientWidth),
        })),
      );
      assert.equal(boxes.length, kind === 'card' ? 5 : 1);
      for (const box of boxes) {
        assert.ok(box.over <= 1, `${kind}, ${box.name}: ${box.over} px are cut off`);
        const [width, height] = box.name === 'sheet' ? [210, 297] : [105, 148.5];
        assert.ok(Math.abs(box.width - mm(width)) < 1.5, `${kind}, ${box.name}: ${box.width} px wide`);
        assert.ok(Math.abs(box.height - mm(height)) < 1.5, `${kind}, ${box.name}: ${box.height} px high`);
      }

      const shown = await page.$eval('.url', (element) => element.textContent);
      assert.equal(shown, `waymark.example/${tag}/`);
      const square = await page.$('.address svg');
      assert.equal(decodeQR(await dots(await square.screenshot())), `https://${shown}`);

      const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: false })).toString('latin1');
      const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
      assert.equal((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, 1, `${kind}: one sheet`);
      assert.equal(sheets.length, 1);
      // A4 in points.
      assert.ok(Math.abs(Number(sheets[0][1]) - 595.28) < 1, sheets[0][0]);
      assert.ok(Math.abs(Number(sheets[0][2]) - 841.89) < 1, sheets[0][0]);

      assert.deepEqual(asked, [pathToFileURL(file).href], `${kind}: nothing else is loaded`);
      await page.close();
    }
  });
}

test('the inner panels stand on their heads, so that the folded card reads upright', async () => {
  print('en');
  const page = await browser.newPage();
  await page.emulateMediaType('print');
  await page.goto(pathToFileURL(join(folder, 'card-exampleland-en.html')).href);
  const panels = await page.$$eval('.panel', (elements) =>
    elements.map((element) => {
      const { left, top } = element.getBoundingClientRect();
      const sheet = element.parentElement.getBoundingClientRect();
      const heading = element.querySelector('h1, h2, dt').getBoundingClientRect();
      const middle = top + element.offsetHeight / 2;
      return {
        name: element.className.replace('panel ', ''),
        right: left - sheet.left > sheet.width / 4,
        lower: top - sheet.top > sheet.height / 4,
        upright: heading.top < middle,
      };
    }),
  );
  assert.deepEqual(panels, [
    { name: 'front', right: true, lower: true, upright: true },
    { name: 'first', right: true, lower: false, upright: false },
    { name: 'second', right: false, lower: false, upright: false },
    { name: 'back', right: false, lower: true, upright: true },
  ]);
  await page.close();
  // The square holds what is printed beside it and nothing that a reader can't see.
  const html = readFileSync(join(folder, 'card-exampleland-en.html'), 'utf8');
  assert.ok(!/https?:\/\//.test(html), 'no address but the printed one');
});
