// When an old copy says that nobody may be reading: the same days as the generator's own test.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const Waymark = load('report');

test('a desk is quiet after three working days', () => {
  const quiet = (now) => Waymark.isQuiet('2026-11-20', Date.parse(now));
  assert.equal(quiet('2026-11-20T12:00:00Z'), false);
  assert.equal(quiet('2026-11-25T23:59:59Z'), false);
  assert.equal(quiet('2026-11-26T00:00:00Z'), true);
  assert.equal(quiet('2031-01-01T00:00:00Z'), true);
  assert.equal(quiet('2026-11-01T00:00:00Z'), false, 'a clock that is behind says nothing');
  assert.equal(Waymark.isQuiet('', Date.now()), false);
});
