// The check before sending: what it must find, what it must leave alone, and that it never hangs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const Waymark = load('practice');
const find = (text) => Waymark.selfcheck([{ field: 'f', text }]).map(({ kind, found }) => `${kind}:${found}`);

test('e-mail addresses', () => {
  assert.deepEqual(find('write to Anna.Müller+x@mission.example.org, please'), ['email:Anna.Müller+x@mission.example.org']);
  assert.deepEqual(find('anna (at) example.org and bob[at]example.com'), ['email:anna (at) example.org', 'email:bob[at]example.com']);
  assert.deepEqual(find('почта иван@пример.рф'), ['email:иван@пример.рф']);
});

test('telephone numbers', () => {
  for (const number of [
    '+43 1 51436-0123', '0660 1234567', '(01) 514 36 180', '0043-1-51436180', '5551234', '+1.202.555.0143', '+7 (495) 123-45-67',
    '07 49 12 34 56', '٠٧٩١٢٣٤٥٦٧',
  ]) {
    assert.deepEqual(find(`call ${number}!`), [`phone:${number}`]);
    assert.deepEqual(find(number), [`phone:${number}`]);
  }
});

test('days, times, years and small counts are left alone', () => {
  for (const text of [
    'on 2026-11-20', '20.11.2026', '20/11/2026 14:30', '2026-11-20 14:30:05', '2019–2024', '2019 - 2020', 'room 12, floor 3',
    'about 1 500 people', '12 of 20', 'since 1998', 'plate W 12345 X', '',
  ]) assert.deepEqual(find(text), [], text);
});

test('a find is shown in its place, and not twice', () => {
  const text = `${'a '.repeat(40)}call +43 660 1234567 now${' b'.repeat(40)}`;
  const [{ before, found, after, field }] = Waymark.selfcheck([{ field: 'where', text }]);
  assert.equal(field, 'where');
  assert.equal(found, '+43 660 1234567');
  assert.ok(before.startsWith('…') && before.endsWith('call '));
  assert.ok(after.startsWith(' now') && after.endsWith('…'));
  assert.deepEqual(find('x12345678@example.org'), ['email:x12345678@example.org']);
  assert.equal(Waymark.selfcheck([{ field: 'a', text: '5551234' }, { field: 'b', text: '5551234' }]).length, 2);
});

test('30,000 characters of any kind take no noticeable time', () => {
  const plain = 'Nothing to see here, said the man at the door. '.repeat(700).slice(0, 30000);
  const time = (text) => {
    const start = performance.now();
    find(text);
    return performance.now() - start;
  };
  time(plain);
  const usual = Math.max(time(plain), 1);
  for (const unit of ['a', '1', 'a@', '1 ', '+', '@a.', 'a.a-', '(at)', '2026-1']) {
    const ratio = time(unit.repeat(30000 / unit.length)) / usual;
    assert.ok(ratio < 400, `${unit}: ${ratio.toFixed(0)} times as long as plain text`);
  }
});
