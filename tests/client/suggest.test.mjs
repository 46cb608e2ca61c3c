// Which of the site's languages is offered first to a browser, by its own list of languages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';
import { scripts } from './load.mjs';

const window = {};
vm.runInNewContext(readFileSync(scripts('languages')[0], 'utf8'), { window, Intl, document: { querySelector: () => null } });

const offered = ['en', 'fr', 'de', 'sr-Latn', 'sr-Cyrl', 'pt', 'zh-Hant', 'zh-Hans', 'he', 'id'];
const nearest = (preferred, among = offered) => among[window.Waymark.nearestLanguage(preferred, among)];

for (const [preferred, wanted] of [
  [['fr'], 'fr'],
  [['FR-ca'], 'fr'],
  [['de-AT', 'en'], 'de'],
  [['pt-BR'], 'pt'],
  [['sr'], 'sr-Cyrl'],
  [['sr-RS'], 'sr-Cyrl'],
  [['sr-ME'], 'sr-Latn'],
  [['sr-Latn-RS'], 'sr-Latn'],
  [['sr-Cyrl-ME'], 'sr-Cyrl'],
  [['sh'], 'sr-Latn'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['iw'], 'he'],
  [['in-ID'], 'id'],
  [['tlh', 'qaa', 'fr'], 'fr'],
  [['xx-unknown', 'not a tag', ''], undefined],
  [['ka'], undefined],
  [[], undefined],
]) {
  test(`${preferred.join(', ') || 'no language'} → ${wanted ?? 'none'}`, () => assert.equal(nearest(preferred), wanted));
}

test('a region of its own comes first, then the language without one', () => {
  assert.equal(nearest(['pt-BR'], ['pt-PT', 'pt', 'pt-BR']), 'pt-BR');
  assert.equal(nearest(['pt-AO'], ['pt-PT', 'pt', 'pt-BR']), 'pt');
  assert.equal(nearest(['pt-AO'], ['pt-PT', 'pt-BR']), 'pt-PT');
});

test('the other script is better than another language', () => {
  assert.equal(nearest(['sr-Cyrl', 'en'], ['en', 'sr-Latn']), 'sr-Latn');
});
