// The browser's half of relay/PROTOCOL.md against the vectors that the Rust half reads too.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filled, hex, load, nonceHex, nonceOf, reportWith, root, unhex, vectors } from './load.mjs';

const Waymark = load('report');
const receipt = { reply: 'r'.repeat(43), thread: 't'.repeat(43) };

test('sha256: published vectors and every length around the block borders', () => {
  const of = (text) => hex(Waymark.sha256.digest(new TextEncoder().encode(text)));
  assert.equal(of(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(of('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  for (let length = 0; length < 260; length += 1) {
    const bytes = randomBytes(length);
    assert.equal(hex(Waymark.sha256.digest(bytes)), createHash('sha256').update(bytes).digest('hex'), `${length} bytes`);
  }
});

test('plaintext: the vectors', () => {
  const { good, too_long: tooLong, length } = vectors('plaintext');
  assert.equal(Waymark.plaintext.SIZE, length);
  assert.ok(good.length >= 10 && tooLong.length >= 3);
  for (const vector of good) {
    const report = filled(vector);
    const json = Waymark.plaintext.json(report);
    assert.equal(Buffer.byteLength(json), vector.json_length, vector.name);
    assert.equal(Waymark.plaintext.room(report), vector.room, vector.name);
    assert.equal(hex(Waymark.sha256.digest(Waymark.plaintext.pad(json))), vector.sha256, vector.name);
  }
  for (const vector of tooLong) {
    const report = filled(vector);
    assert.equal(Waymark.plaintext.room(report), length - vector.json_length, vector.name);
    assert.throws(() => Waymark.plaintext.pad(Waymark.plaintext.json(report)), Waymark.plaintext.RoomError, vector.name);
  }
});

test('plaintext: half an emoji becomes a replacement character, a whole one stays', () => {
  const what = (text) => JSON.parse(Waymark.plaintext.json(reportWith(text))).answers.what;
  assert.equal(what('a\ud83d!'), 'a\ufffd!');
  assert.equal(what('\ude00 z'), '\ufffd z');
  assert.equal(what('\ud83d\ud83d\ude00'), '\ufffd😀');
  assert.equal(what('😀é'), '😀é');
});

test('plaintext: an id is 32 digits and never the same', () => {
  const ids = new Set(Array.from({ length: 500 }, () => Waymark.plaintext.newId()));
  assert.equal(ids.size, 500);
  for (const id of ids) assert.match(id, /^[0-9a-f]{32}$/);
});

test('slots: the vectors', () => {
  const { dummies, filled: full, refused } = vectors('slots');
  for (const { slot, public_key: key, recipient } of dummies) {
    assert.equal(hex(Waymark.slots.dummyKey(slot)), key);
    assert.equal(Waymark.age.recipientOf(unhex(key)), recipient);
  }
  for (const { real, slots } of full) assert.deepEqual(Waymark.slots.fill(real), slots);
  for (const { real, why } of refused) {
    if (why === 'none' || why === 'too many' || why === 'repeated') {
      assert.throws(() => Waymark.slots.fill(real), RangeError, why);
    }
  }
});

test('slots: what no recipient line is fails before anything is encrypted', async () => {
  const plaintext = Waymark.plaintext.pad('{}');
  for (const { real, why } of vectors('slots').refused) {
    await assert.rejects(async () => Waymark.envelope.seal(plaintext, real), why);
  }
});

test('frame: the vectors', () => {
  const { good, age_prefix: prefix, fill, padding } = vectors('frame');
  for (const { day, nonce, age_length: length, header, inner, sha256 } of good) {
    const age = new Uint8Array(length).fill(fill);
    age.set(new TextEncoder().encode(prefix));
    assert.equal(hex(Waymark.sha256.digest(age)), inner);
    const frame = Waymark.frame.build(age, day, nonceOf(nonce));
    assert.equal(frame.length, Waymark.frame.SIZE);
    assert.equal(hex(frame.subarray(0, 24)), header);
    assert.deepEqual(frame.subarray(24, 24 + length), age);
    const rest = frame.slice(24 + length);
    assert.ok(new Set(rest).size > 100, 'the padding is random');
    frame.fill(padding, 24 + length);
    assert.equal(hex(Waymark.sha256.digest(frame)), sha256);
    assert.deepEqual(Waymark.frame.ageFileIn(frame), age);
    assert.deepEqual(Waymark.frame.ageFileIn(age), age);
  }
});

test('frame: nothing but an age file of the right length is framed or taken from a saved file', () => {
  const { refused, age_prefix: prefix } = vectors('frame');
  for (const length of [0, Waymark.frame.SHORTEST - 1, Waymark.frame.LONGEST + 1]) {
    const age = new Uint8Array(length);
    age.set(new TextEncoder().encode(prefix).subarray(0, length));
    assert.throws(() => Waymark.frame.build(age, 0, { high: 0, low: 0 }), RangeError);
    assert.equal(Waymark.frame.ageFileIn(age), null);
  }
  for (const { why, header, total, age_begins: begins } of refused) {
    const frame = new Uint8Array(total);
    frame.set(unhex(header));
    if (total > 100) frame.set(new TextEncoder().encode(begins ?? prefix), 24);
    assert.equal(Waymark.frame.ageFileIn(frame), null, why);
  }
});

test('frame: today is a day of UTC', () => {
  assert.equal(Waymark.frame.today(), Date.parse(new Date().toISOString().slice(0, 10)) / 86400000);
});

test('stamp: the vectors', async () => {
  for (const { inner, desk, instance, day, hashes, found } of vectors('stamp')) {
    const input = { inner: unhex(inner), desk, instance, day };
    for (const { nonce, bits } of hashes) assert.equal(Waymark.stamp.bitsOf(input, nonceOf(nonce)), bits);
    for (const { bits, start, nonce } of found) {
      const made = await Waymark.stamp.make(input, { bits, start: nonceOf(start) });
      assert.equal(nonceHex(made), nonce, `${bits} bits from ${start}`);
    }
  }
});

test('stamp: starts at random, shows progress, lets the page breathe, and can be stopped', async () => {
  const input = { inner: new Uint8Array(32), desk: 'demo', instance: 'test', day: 1 };
  const [a, b] = [await Waymark.stamp.make(input, { bits: 4 }), await Waymark.stamp.make(input, { bits: 4 })];
  assert.notEqual(a.high, b.high);
  assert.ok(Waymark.stamp.bitsOf(input, a) >= 4);

  const shares = [];
  const stop = new AbortController();
  let ticks = 0;
  let longest = 0;
  let before = performance.now();
  const clock = setInterval(() => {
    ticks += 1;
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (ticks === 12) stop.abort();
  }, 1);
  await assert.rejects(
    Waymark.stamp.make(input, { bits: Waymark.stamp.MOST_BITS, signal: stop.signal, progress: (share) => shares.push(share) }),
    { name: 'AbortError' },
  );
  clearInterval(clock);
  assert.ok(shares.length > 1);
  assert.ok(shares.every((share, i) => share > 0 && share < 1 && (i === 0 || share >= shares[i - 1])));
  // A slice is 12 ms; a page that hangs would show here as one wait as long as the whole work.
  assert.ok(longest < 500, `the longest wait was ${longest} ms`);
});

test('stamp: what a relay can be set to ask for, the form makes', () => {
  const source = readFileSync(join(root, 'relay/src/stamp.rs'), 'utf8');
  assert.equal(Number(source.match(/MAX_BITS: u32 = (\d+)/)[1]), Waymark.stamp.MOST_BITS);
});

test('stamp: no relay may ask for hours of work', async () => {
  const input = { inner: new Uint8Array(32), desk: 'd', instance: 'i', day: 1 };
  for (const bits of [-1, NaN, 25, 64]) await assert.rejects(Waymark.stamp.make(input, { bits }), RangeError);
});

test('every text from 1 to 30,000 bytes gives the same size, and one byte over is refused', async () => {
  const lengths = [1, 2, 3, 100, 4096, 16384, 29999, 30000];
  const scripts = { Latin: 'a', Cyrillic: 'й', emoji: '😀' };
  const recipient = vectors('slots').filled[0].real;
  let frames = 0;
  for (const [script, letter] of Object.entries(scripts)) {
    const width = Buffer.byteLength(letter);
    for (const keys of [null, receipt]) {
      for (const length of lengths) {
        const text = letter.repeat(Math.floor(length / width)) + 'x'.repeat(length % width);
        assert.equal(Buffer.byteLength(text), length);
        const plaintext = Waymark.plaintext.pad(Waymark.plaintext.json(reportWith(text, keys)));
        assert.equal(plaintext.length, 30720);
        const age = await Waymark.envelope.seal(plaintext, recipient);
        assert.equal(Waymark.frame.build(age, 20780, { high: 0, low: 0 }).length, 32768);
        frames += 1;
      }
      const room = Waymark.plaintext.room(reportWith('', keys));
      assert.ok(room >= 30000, `${script}: ${room} bytes of room`);
      const full = letter.repeat(Math.floor(room / width)) + 'x'.repeat(room % width);
      assert.equal(Waymark.plaintext.pad(Waymark.plaintext.json(reportWith(full, keys))).length, 30720);
      const over = reportWith(full + 'x', keys);
      assert.equal(Waymark.plaintext.room(over), -1);
      assert.throws(
        () => Waymark.plaintext.pad(Waymark.plaintext.json(over)),
        (error) => error instanceof Waymark.plaintext.RoomError && error.over === 1,
      );
    }
  }
  assert.equal(frames, 48);
});
