// What is marked in a result, and where an excerpt may be cut.
import assert from 'node:assert/strict';
import test from 'node:test';

import { internals } from './harness.mjs';

const { analysisOf, excerptOf, markedIn } = internals(['text.js', 'excerpt.js'], 'analysisOf, excerptOf, markedIn');

/** A language without stemmer: what is wanted is the words themselves. */
const analysis = (lang, stop = []) => analysisOf(lang, undefined, [], false, stop);
const wanting = (...words) => ({ alone: new Map(words.map((word, i) => [word, i])), together: [] });
const marks = (pieces) => Array.from(pieces).filter(({ marked }) => marked).map(({ text }) => text);

/** No piece begins with what belongs to the letter before it. */
function wholeLetters(pieces) {
  for (const { text } of pieces) assert.doesNotMatch(text, /^\p{M}/u, JSON.stringify(pieces));
}

const cases = [
  ['a letter and its mark, decomposed', 'fr', ['blessé'], 'Un blesse\u0301, deux', ['blesse\u0301']],
  ['two marks on one letter', 'vi', ['tệ'], 'rất te\u0323\u0302 nạn', ['te\u0323\u0302']],
  ['Arabic with its vowels, which the query leaves out of the stem', 'ar', ['كَتَبَ'], 'قال: كَتَبَ الولد', ['كَتَبَ']],
  ['Arabic with a tatweel', 'ar', ['كتاب'], 'في كتـــاب واحد', ['كتـــاب']],
  ['Hebrew between marks of direction', 'he', ['שלום'], 'אמר \u200fשלום\u200f לכולם', ['\u200fשלום\u200f']],
  ['a soft hyphen inside', 'de', ['menschenhandel'], 'gegen Menschen\u00adhandel', ['Menschen\u00adhandel']],
  ['an apostrophe inside', 'uk', ["м'ята"], 'свіжа м’ята.', ['м’ята']],
  ['quotation marks that look like apostrophes', 'en', ['victim'], 'a ‘victim’ of', ['victim']],
  ['pairs of a script without spaces', 'zh', ['人口', '口贩', '贩运'], '打击人口贩运活动', ['人口', '贩', '运']],
  ['capitals of Turkish', 'tr', ['insan'], 'İNSAN hakları', ['İNSAN']],
  ['letters beyond the first plane', 'en', ['𝒳𝒴'], 'see 𝒳𝒴 there', ['𝒳𝒴']],
];
for (const [name, lang, words, text, expected] of cases) {
  test(`marks ${name} (${lang})`, () => {
    const pieces = markedIn(analysis(lang), wanting(...words), text);
    wholeLetters(pieces);
    assert.equal(pieces.map((piece) => piece.text).join(''), text, 'the text is whole');
    assert.equal(marks(pieces).join(''), expected.join(''));
  });
}

test('a half of a surrogate pair does no harm', () => {
  const pieces = excerptOf(analysis('en'), wanting('x'), 'a \ud800 x \udc00 b');
  assert.deepEqual(marks(pieces), ['x']);
});

test('an excerpt of Thai begins and ends with whole letters', () => {
  for (let before = 300; before < 304; before++) {
    const text = Array.from('กิ'.repeat(before / 2) + 'ab' + 'ขิ'.repeat(300)).slice(before % 2).join('');
    const pieces = excerptOf(analysis('th'), wanting('ab'), text);
    wholeLetters(pieces.filter((piece) => piece.text !== '…'));
    assert.deepEqual(marks(pieces), ['ab']);
    assert.match(pieces.at(-2).text, /ิ$/u);
  }
});

test('markup in a text stays text', () => {
  const pieces = markedIn(analysis('en'), wanting('script'), '<script>x</script>');
  assert.deepEqual(marks(pieces), ['script', 'script']);
  assert.equal(pieces.map((piece) => piece.text).join(''), '<script>x</script>');
});
