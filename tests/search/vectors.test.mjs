// Both sides make the same words and the same stems of a text: the Rust side reads these files too.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

import { internals } from './harness.mjs';

const fixtures = new URL('../fixtures/search/', import.meta.url);
const snowball = new URL('../../theme/vendor/snowball/', import.meta.url);

const { analysisOf, folded } = internals(['text.js'], 'analysisOf, folded');

const classes = {
  ar: 'Arabic', bs: 'Serbian', ca: 'Catalan', da: 'Danish', de: 'German', el: 'Greek', en: 'English', eo: 'Esperanto',
  es: 'Spanish', et: 'Estonian', eu: 'Basque', fr: 'French', ga: 'Irish', hi: 'Hindi', hr: 'Serbian', hu: 'Hungarian',
  hy: 'Armenian', id: 'Indonesian', it: 'Italian', ne: 'Nepali', nl: 'Dutch', no: 'Norwegian', pt: 'Portuguese',
  ro: 'Romanian', ru: 'Russian', sr: 'Serbian', sv: 'Swedish', ta: 'Tamil', tr: 'Turkish', yi: 'Yiddish',
};

function stemmer(lang) {
  const name = classes[lang.split('-')[0]];
  const file = (end) => readFileSync(new URL(`${end}-stemmer.js`, snowball), 'utf8');
  return vm.runInNewContext(`${file('base')};${file(name.toLowerCase())};new ${name}Stemmer()`);
}

// Elisions, and what is cut at its apostrophe, travel in the core shard; here they are those of the languages tried.
const elisions = {
  fr: ['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu'],
  it: ['l', 'un', 'd', 'c', 'dell'],
};

const cut = ['de'];

for (const vector of JSON.parse(readFileSync(new URL('words.json', fixtures), 'utf8'))) {
  test(`words: ${vector.name} (${vector.lang})`, () => {
    const analysis = analysisOf(vector.lang, undefined, elisions[vector.lang] || [], cut.includes(vector.lang), []);
    const surfaces = [...analysis.surfaces(vector.text)];
    assert.deepEqual(surfaces, vector.surfaces);
    assert.deepEqual(surfaces.map(folded), vector.folded);
  });
}

for (const file of readdirSync(new URL('stems/', fixtures))) {
  const lang = file.replace('.txt', '');
  test(`stems: ${lang}`, () => {
    const analysis = analysisOf(lang, stemmer(lang), [], false, []);
    const lines = readFileSync(new URL(`stems/${file}`, fixtures), 'utf8').trimEnd().split('\n');
    const wrong = [];
    for (const line of lines) {
      const [word, stem] = line.split('\t');
      const ours = analysis.stem(word);
      if (ours !== stem) wrong.push(`${word}: ${ours}, not ${stem}`);
    }
    assert.deepEqual(wrong, [], `${wrong.length} of ${lines.length}`);
  });
}
