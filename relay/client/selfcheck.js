// Looks through what was typed for telephone numbers and e-mail addresses, on this device only.
// It shows them; whether they belong in the report is for the writer to decide.
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  /** Characters shown on either side of a find. */
  const AROUND = 32;

  // Bounded repetitions throughout: 30,000 letters without a blank must not keep the page busy.
  const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;
  // What stands before is matched along and left out again: older Safari knows no look-behind.
  const PHONE = /(^|[^\p{L}\p{Nd}])([+(]{0,2}\p{Nd}(?:[ \t\u00a0\u2007\u2009\u202f().\/\u2010-\u2015-]{0,3}\p{Nd}){6,16})(?![\p{L}\p{Nd}])/gu;
  // Days, times and spans of years have as many digits as a telephone number.
  const DATE = /\b(?:\d{4}[-.\/]\d{1,2}[-.\/]\d{1,2}|\d{1,2}[-.\/]\s?\d{1,2}[-.\/]\s?\d{4}|(?:19|20)\d\d\s?[-\u2013\/]\s?(?:19|20)\d\d)(?!\d)(?:[ T]{1,2}\d{1,2}(?:[:.]\d\d){1,2})?/g;

  Waymark.selfcheck = function (fields) {
    /** @type {Finding[]} */
    const findings = [];
    for (const { field, text } of fields) {
      /** @type {{ kind: Finding['kind'], start: number, end: number }[]} */
      const places = [];
      for (const match of text.matchAll(EMAIL)) {
        places.push({ kind: 'email', start: match.index, end: match.index + match[0].length });
      }
      const dateless = text.replace(DATE, (date) => 'x'.repeat(date.length));
      for (const match of dateless.matchAll(PHONE)) {
        const start = match.index + match[1].length;
        const end = start + match[2].length;
        if (!places.some((other) => start < other.end && other.start < end)) places.push({ kind: 'phone', start, end });
      }
      places.sort((a, b) => a.start - b.start);
      for (const { kind, start, end } of places) {
        findings.push({
          field,
          kind,
          before: (start > AROUND ? '…' : '') + text.slice(Math.max(0, start - AROUND), start),
          found: text.slice(start, end),
          after: text.slice(end, end + AROUND) + (end + AROUND < text.length ? '…' : ''),
        });
      }
    }
    return findings;
  };
})();
