// Age files made by the browser's scripts: stock `age` opens them, and their headers look like
// those of the Rust door.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { load, reportWith, unhex, vectors } from './load.mjs';

const Waymark = load('report');
const folder = mkdtempSync(join(tmpdir(), 'waymark-age-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A key pair by stock age. */
function keyPair(name) {
  const file = join(folder, name);
  execFileSync('age-keygen', ['-o', file], { stdio: 'ignore' });
  return { file, recipient: execFileSync('age-keygen', ['-y', file], { encoding: 'utf8' }).trim() };
}

function opened(file, bytes) {
  const result = spawnSync('age', ['-d', '-i', file], { input: bytes, maxBuffer: 1 << 20 });
  return result.status === 0 ? result.stdout : null;
}

/** The stanzas of an age file's header as [arguments, body lines], and the header's length. */
function header(age) {
  const text = Buffer.from(age).toString('latin1');
  const end = text.indexOf('\n--- ');
  const [version, ...lines] = text.slice(0, end).split('\n');
  assert.equal(version, 'age-encryption.org/v1');
  const stanzas = [];
  for (const line of lines) {
    if (line.startsWith('-> ')) stanzas.push({ args: line.slice(3).split(' '), body: [] });
    else stanzas.at(-1).body.push(line);
  }
  return stanzas;
}

const keys = [keyPair('one'), keyPair('two'), keyPair('three')];
const text = 'Golden: é й 😀 "quoted"\nsecond line';
const plaintext = Waymark.plaintext.pad(Waymark.plaintext.json(reportWith(text)));

test('stock age opens it with each recipient’s key, and nobody else’s', async () => {
  const age = await Waymark.envelope.seal(plaintext, [keys[0].recipient, keys[1].recipient]);
  for (const { file } of keys.slice(0, 2)) {
    const out = opened(file, age);
    assert.deepEqual(new Uint8Array(out), plaintext);
    assert.equal(JSON.parse(out.toString()).answers.what, text);
  }
  assert.equal(opened(keys[2].file, age), null);
});

test('a browser without X25519 of its own makes files that open alike', async () => {
  Waymark.age.forceWebCryptoOff(true);
  try {
    for (let i = 0; i < 5; i += 1) {
      const age = await Waymark.envelope.seal(plaintext, keys.map(({ recipient }) => recipient));
      for (const { file } of keys) assert.deepEqual(new Uint8Array(opened(file, age)), plaintext);
    }
  } finally {
    Waymark.age.forceWebCryptoOff(false);
  }
});

test('a file changed on the way doesn’t open', async () => {
  const age = await Waymark.envelope.seal(plaintext, [keys[0].recipient]);
  for (const at of [30, 900, age.length - 1]) {
    const changed = age.slice();
    changed[at] ^= 1;
    assert.equal(opened(keys[0].file, changed), null, `byte ${at}`);
  }
});

test('eight X25519 stanzas and one that is ignored, whoever reads it', async () => {
  for (let real = 1; real <= 3; real += 1) {
    const age = await Waymark.envelope.seal(plaintext, keys.slice(0, real).map(({ recipient }) => recipient));
    assert.ok(age.length >= Waymark.frame.SHORTEST && age.length <= Waymark.frame.LONGEST, `${age.length} bytes`);
    const stanzas = header(age);
    assert.equal(stanzas.length, 9);
    for (const { args, body } of stanzas.slice(0, 8)) {
      assert.equal(args[0], 'X25519');
      assert.match(args[1], /^[A-Za-z0-9+/]{43}$/);
      assert.equal(args.length, 2);
      assert.equal(body.length, 1);
      assert.match(body[0], /^[A-Za-z0-9+/]{43}$/);
    }
    assert.equal(new Set(stanzas.slice(0, 8).map(({ args }) => args[1])).size, 8);
    assert.match(stanzas[8].args[0], /^[!-~]{1,8}-grease$/);
  }
});

test('the frame that the Rust code sealed first opens, and has the same header', () => {
  const golden = vectors('golden');
  const frame = unhex(golden.frame.join(''));
  const age = Waymark.frame.ageFileIn(frame);
  const stanzas = header(age);
  assert.deepEqual(stanzas.map(({ args }) => args[0].replace(/^.*-grease$/, 'grease')), [...Array(8).fill('X25519'), 'grease']);
  const file = join(folder, 'golden');
  writeFileSync(file, golden.identity);
  assert.equal(JSON.parse(opened(file, age).toString()).answers.what, golden.what);
  const input = { inner: Waymark.sha256.digest(age), desk: golden.desk, instance: golden.instance, day: golden.day };
  const view = new DataView(frame.buffer, frame.byteOffset);
  assert.ok(Waymark.stamp.bitsOf(input, { high: view.getUint32(12), low: view.getUint32(16) }) >= 1);
});

test('the ignored stanza has the distribution of Rust’s', () => {
  const rust = vectors('grease');
  const ours = Object.fromEntries(Object.keys(rust).map((name) => [name, {}]));
  const count = (name, value) => { ours[name][value] = (ours[name][value] ?? 0) + 1; };
  for (let draw = 0; draw < rust.draws; draw += 1) {
    const { args, body } = Waymark.envelope.grease();
    const words = [args[0].replace(/-grease$/, ''), ...args.slice(1)];
    assert.equal(args[0].length, words[0].length + 7);
    count('tag', words[0].length);
    count('arguments', args.length - 1);
    for (const word of args.slice(1)) count('argument', word.length);
    for (const character of words.join('')) count('character', character.charCodeAt(0));
    count('body', body.length);
    const base64 = Math.ceil((body.length * 4) / 3);
    count('stanza', 3 + args.join(' ').length + 1 + base64 + Math.floor(base64 / 64) + 1);
  }
  for (const name of ['tag', 'arguments', 'argument', 'character', 'body', 'stanza']) {
    const { z, same } = compare(rust[name], ours[name]);
    assert.ok(same, `${name}: other values occur`);
    // Six standard deviations: chance alone fails once in a thousand million runs.
    assert.ok(z < 6, `${name}: z = ${z.toFixed(2)}`);
  }
});

test('the comparison of distributions notices one that is a little off', () => {
  const rust = vectors('grease');
  const draw = (limit) => Math.floor(Math.random() * limit);
  const shorter = {};
  for (let i = 0; i < rust.draws; i += 1) {
    const length = draw(90);
    shorter[length] = (shorter[length] ?? 0) + 1;
  }
  assert.ok(compare(rust.body, shorter).z > 6);
  const favoured = {};
  for (let i = 0; i < rust.draws; i += 1) {
    const words = draw(16) % 5;
    favoured[words] = (favoured[words] ?? 0) + 1;
  }
  assert.ok(compare(rust.arguments, favoured).z > 6);
});

/** Chi-square of two samples, as standard deviations of a normal distribution (Wilson and Hilferty). */
function compare(first, second) {
  const values = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const sum = (counts) => Object.values(counts).reduce((total, n) => total + n, 0);
  const ratio = Math.sqrt(sum(first) / sum(second));
  let chi = 0;
  let cells = 0;
  let few = [0, 0];
  const add = (a, b) => {
    chi += (a / ratio - b * ratio) ** 2 / (a + b);
    cells += 1;
  };
  for (const value of values) {
    const pair = [first[value] ?? 0, second[value] ?? 0];
    if (pair[0] + pair[1] < 20) few = [few[0] + pair[0], few[1] + pair[1]];
    else add(...pair);
  }
  if (few[0] + few[1] > 0) add(...few);
  const freedom = cells - 1;
  const z = (Math.cbrt(chi / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom));
  const range = (counts) => [Math.min(...Object.keys(counts).map(Number)), Math.max(...Object.keys(counts).map(Number))];
  // Of a stanza's size the ends are too rare to occur in every sample.
  const same = values.length > 150 || String(range(first)) === String(range(second));
  return { z, same };
}
