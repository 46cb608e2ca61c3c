// What is shipped: the vendored bundle is what its lock file gives, the report page stays light,
// and every sentence that a script asks for is on the page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { root, scripts } from './load.mjs';

test('theme/vendor/age/rebuild gives the committed bundle, byte for byte', () => {
  const said = execFileSync(join(root, 'theme/vendor/age/rebuild'), ['--check'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  assert.match(said, /what the locked packages give/);
});

test('the scripts of the report page are at most 35 KB gzip', () => {
  const joined = scripts('report').map((path) => readFileSync(path, 'utf8')).join('\n');
  const size = gzipSync(joined, { level: 9 }).length;
  console.log(`report page scripts: ${size} bytes gzip`);
  assert.ok(size <= 35 * 1024, `${size} bytes`);
});

test('what is encrypted with can’t be put off the page by practice, and practice carries no encryption', () => {
  const names = (list) => scripts(list).map((path) => path.split('/').at(-1));
  assert.equal(names('report')[0], 'age.js');
  for (const name of ['age.js', 'envelope.js', 'send.js', 'report.js', 'frame.js']) assert.ok(!names('practice').includes(name), name);
});

test('every sentence that a script asks for is in the page’s strings and in every language', () => {
  const folder = join(root, 'theme/templates');
  const given = readFileSync(join(folder, 'report-strings.html'), 'utf8');
  const asked = new Set();
  for (const name of readdirSync(join(root, 'relay/client')).filter((file) => file.endsWith('.js'))) {
    const source = readFileSync(join(root, 'relay/client', name), 'utf8');
    for (const [, key] of source.matchAll(/text\('((?:report|send|practice)-[\w-]*\w)'/g)) asked.add(key);
  }
  for (const kind of ['offline', 'unavailable', 'unknown', 'refused-faulty', 'refused-unknown-desk', 'refused-desk-paused', 'refused-desk-closed']) {
    asked.add(`report-${kind}`);
  }
  for (const kind of ['phone', 'email']) asked.add(`report-found-${kind}`);
  assert.ok(asked.size >= 15);
  for (const key of asked) assert.ok(given.includes(`"${key}"`), key);
  for (const file of readdirSync(join(root, 'theme/i18n'))) {
    const words = readFileSync(join(root, 'theme/i18n', file), 'utf8');
    for (const key of asked) assert.match(words, new RegExp(`^${key} =`, 'm'), `${file}: ${key}`);
    // A saved file opens at one desk only: its page has its own words for what went wrong.
    for (const key of [...asked].filter((name) => /^report-(?:stopped|failed|unavailable|offline|unknown|refused-)/.test(name))) {
      assert.match(words, new RegExp(`^${key.replace('report-', 'send-')} =`, 'm'), `${file}: ${key}`);
    }
  }
});
