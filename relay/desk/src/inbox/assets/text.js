// Words of the page, and words of strangers made safe to look at. Nothing here knows the network
// or the page's views.
(function () {
  'use strict';

  /**
   * Characters that act on what is around them instead of being seen; `terminal.rs` has the same
   * list. Tab and line feed are meant; zero-width joiners are needed by Persian, Indic scripts and
   * emoji.
   */
  const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
  const SPLIT = new RegExp('(' + HIDDEN.source + ')', 'u');

  /** @type {Record<string, string>} */
  let table = {};
  let language = 'en';

  /**
   * The page's own words in the reader's language.
   * @param {string} key
   * @param {Record<string, string | number>} [values] what stands in braces
   */
  function text(key, values = {}) {
    const words = table[key] ?? key;
    return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  }

  /** @param {string} key */
  function has(key) {
    return key in table;
  }

  /**
   * Somebody's text, cut into what is shown as it is and what is shown by its number.
   * @param {string} words
   * @returns {{ text: string, hidden: boolean }[]}
   */
  function parts(words) {
    return words
      .replace(/\r\n?/g, '\n')
      .split(SPLIT)
      .filter((part) => part !== '')
      .map((part) => {
        const number = part.codePointAt(0) ?? 0;
        return HIDDEN.test(part) && part.length <= 2
          ? { text: 'U+' + number.toString(16).toUpperCase().padStart(4, '0'), hidden: true }
          : { text: part, hidden: false };
      });
  }

  /**
   * A day as the reader writes it. Days have no time zone: read and written in UTC.
   * @param {string | null} day as 2026-11-23
   */
  function formatDay(day) {
    if (!day) return text('day-unknown');
    const date = new Date(day + 'T00:00:00Z');
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  }

  /**
   * The name of a language, in the reader's. A tag that is none is shown as it came.
   * @param {string} tag
   */
  function formatLanguage(tag) {
    try {
      return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  }

  /**
   * A tag for the `lang` attribute, or nothing: the sender chose it.
   * @param {string} tag
   */
  function languageTag(tag) {
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? '';
    } catch {
      return '';
    }
  }

  const words = {
    text,
    has,
    parts,
    formatDay,
    formatLanguage,
    languageTag,
    /**
     * @param {string} name
     * @param {Record<string, string>} strings
     */
    use(name, strings) {
      // British English writes the day before the month, as the rest of the world does.
      language = name === 'en' ? 'en-GB' : name;
      table = strings;
    },
  };
  Object.assign(globalThis, { WaymarkDesk: { words } });
})();
