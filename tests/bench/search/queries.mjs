// Queries as readers type them, drawn from the text of the pages: the same at every run.

/** Queries of each kind. */
const EACH = 10;

/** Endings put in place of a word's own, so that the query has another form than the text. */
const ENDINGS = {
  en: ['s', 'ed', 'ing', ''],
  ru: ['а', 'у', 'ы', 'ом', 'ами', 'ов'],
};

const STOP = new Set(
  ('this that with from have which will when your they their there these than then also been into more only such other some what where would could should about ' +
    'если чтобы когда также этого этот этой который которая которые которых можно нужно будет быть были было есть после перед через между только более может ваш вашего').split(' '),
);

/**
 * @param {import('./texts.mjs').Page[]} pages
 * @returns {string[]}
 */
export function queries(pages, lang) {
  let state = 20261123n;
  const roll = (sides) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 33n) % sides;
  };
  const script = lang === 'ru' ? /^[а-яё]{4,}$/ : /^[a-z]{4,}$/;
  // Words in their order, per paragraph, without those that say nothing.
  const paragraphs = pages
    .map(({ blocks }) => blocks.filter((block) => !block.heading)
      .map(({ text }) => (text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []).filter((word) => script.test(word) && !STOP.has(word)))
      .filter((words) => words.length >= 6))
    .filter((page) => page.length);
  const paragraph = () => {
    const page = paragraphs[roll(paragraphs.length)];
    return page[roll(page.length)];
  };
  const kinds = [
    (words, at) => words[at],
    (words, at) => words.slice(at, at + 2).join(' '),
    (words, at) => words.slice(at, at + 3).join(' '),
    (words, at) => inflected(words[at], ENDINGS[lang][roll(ENDINGS[lang].length)]),
    (words, at) => words[at].slice(0, 4 + roll(2)),
    (words, at) => `${words[at]} ${words[at + 1].slice(0, 4)}`,
  ];
  const found = new Set();
  for (const kind of kinds) {
    for (const wanted = found.size + EACH; found.size < wanted; ) {
      const words = paragraph();
      found.add(kind(words, roll(words.length - 2)));
    }
  }
  return [...found];
}

/** Another form of a word, as its language makes them: good enough to be typed, not always right. */
function inflected(word, ending) {
  return word.replace(/(s|ed|ing|[аеёиоуыэюяйь]{1,2}|[аеёиоуыэюяйь]?[мхв]|ами|ями)$/, '') + ending;
}
