// What nobody types and somebody pastes: how long the page can't answer the reader meanwhile.
import { serve } from './server.mjs';

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

const QUERIES = {
  'an ordinary one': 'passport taken',
  'one letter 10,000 times': 'x'.repeat(10_000),
  '3,333 words': 'ab '.repeat(3_333),
  '1,428 different words of the language': Array.from({ length: 1_428 }, (_, i) => `traffi${(i * 7919 % 17576).toString(36)}`).join(' '),
  'combining marks': `e${'\u0301'.repeat(9_999)}`,
  'quotation marks': '"'.repeat(10_000),
  'a phrase of 2,000 words': `"${'victim of '.repeat(1_000)}"`,
  'emoji': '😀'.repeat(5_000),
  'Han': '人口'.repeat(5_000),
  'a ligature of 18 letters': 'ﷺ'.repeat(10_000),
  'control characters': '\u0000\u0007\u009f\u2028\u202e'.repeat(2_000),
  'unpaired surrogates': '\ud800x\udc00'.repeat(3_333),
  'markup': '<script>window.hurt=1</script><img src=x onerror="window.hurt=1">'.repeat(150),
  'punctuation only': '"\'«»…()[]{}!?.,;:'.repeat(600),
};

/** Asks a text and gives the longest time between two turns of the page's loop until it is answered and painted, and the tasks over 50 ms. */
const asked = (page, query) => page.evaluate(async (query) => {
  const field = document.querySelector('header input[type=search]');
  const results = document.querySelector('[data-search-results]');
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let on = true;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (on) port2.postMessage(0);
  };
  port2.postMessage(0);
  field.select();
  // As pasting does it.
  if (query) document.execCommand('insertText', false, query);
  else document.execCommand('delete');
  await new Promise((done) => setTimeout(done, 200));
  while (results.getAttribute('aria-busy') !== 'false') await new Promise((done) => setTimeout(done, 10));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  on = false;
  observer.disconnect();
  return { longest, long: long.length, hurt: window.hurt };
}, query);

/** Prints the table: each query five times, the median of the longest stops and the most tasks over 50 ms. */
export async function hostile(browser, site) {
  const server = await serve(site.ours);
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${server.address}/en/search.html`, { waitUntil: 'load' });
  await page.focus('header input[type=search]');
  await page.waitForNetworkIdle({ idleTime: 200 });
  row('pasted', 'UTF-16 units', 'longest stop, ms: least / median of five', 'tasks over 50 ms in the best of five', 'errors');
  row(...Array(5).fill('---'));
  for (const [name, query] of Object.entries(QUERIES)) {
    const runs = [];
    for (let i = 0; i < 5; i++) {
      await asked(page, '');
      runs.push(await asked(page, query));
    }
    runs.sort((a, b) => a.longest - b.longest);
    if (runs.some(({ hurt }) => hurt)) complaints.push(`${name}: markup was run`);
    row(name, query.length, `${runs[0].longest.toFixed(0)} / ${runs[2].longest.toFixed(0)}`, Math.min(...runs.map(({ long }) => long)), complaints.splice(0).length);
  }
  await page.close();
  server.close();
}
