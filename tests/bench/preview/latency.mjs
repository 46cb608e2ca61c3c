// From a saved file to the changed page in a browser: `node tests/bench/preview/latency.mjs <content> <page> [edits]`,
// with WAYMARK_BIN_DIR set. `page` is a Markdown file below the content folder, such as
// `en/guide/first.md`; a paragraph is put at its end and taken away again.
//
// The time runs from before the file is written to the MutationObserver's call in the page.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { binaries, launch, openPage } from '../../browser/system.mjs';

const [content, path, edits = '20'] = process.argv.slice(2);
if (!content || !path) throw new Error('usage: latency.mjs <content> <page> [edits]');
const file = join(content, path);
const text = readFileSync(file, 'utf8');
const child = spawn(join(binaries(), 'waymark'), ['serve', '--port', '0', '--content', content], { stdio: ['ignore', 'ignore', 'pipe'] });
let rebuilt = 0;
const address = await new Promise((done, failed) => {
  let said = '';
  child.on('exit', () => failed(new Error(said)));
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
    rebuilt += String(chunk).split('built again').length - 1;
    const found = said.match(/(http:\/\/[\d.:]+)\//);
    if (found) done(found[1]);
  });
});
const browser = await launch();
const times = [];
const whole = [];
try {
  const page = await openPage(browser, `${address}/${path.replace(/\.md$/, '.html')}`);
  await pause(4000);
  for (let n = 0; n < Number(edits); n += 1) {
    const mark = `Edit number ${n} of the measurement.`;
    const seen = page.evaluate(
      (words) =>
        new Promise((done) => {
          const observer = new MutationObserver(() => {
            if (!document.querySelector('main')?.textContent?.includes(words)) return;
            observer.disconnect();
            done(performance.timeOrigin + performance.now());
          });
          observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
        }),
      mark,
    );
    await pause(50);
    const before = rebuilt;
    const begun = performance.timeOrigin + performance.now();
    writeFileSync(file, `${text}\n${mark}\n`);
    times.push((await seen) - begun);
    for (let waited = 0; rebuilt === before && waited < 60_000; waited += 20) await pause(20);
    whole.push(performance.timeOrigin + performance.now() - begun);
    await pause(2800);
  }
} finally {
  writeFileSync(file, text);
  await browser.close();
  child.kill('SIGINT');
}
const told = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1);
  return `median ${at(0.5)} ms, best ${at(0)} ms, 9 of 10 within ${at(0.9)} ms`;
};
console.log(`on screen: ${told(times)}`);
console.log(`whole site the same as a clean build again: ${told(whole)}`);
