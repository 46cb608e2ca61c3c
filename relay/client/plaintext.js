// A report as the bytes that get encrypted: compact JSON, then spaces up to one fixed size, so
// that the length of what somebody wrote shows nowhere (relay/PROTOCOL.md, section 1).
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  const SIZE = 30720;
  const utf8 = new TextEncoder();

  /** The report is longer than its envelope. */
  class RoomError extends Error {
    /** @param {number} over bytes too many */
    constructor(over) {
      super('the report is ' + over + ' bytes too long');
      this.over = over;
    }
  }

  /**
   * Half a surrogate pair (a broken emoji) is no text, and JSON readers refuse it.
   * @param {string} text
   */
  function wellFormed(text) {
    return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : '\ufffd'));
  }

  /** @param {Report} report */
  function json(report) {
    const a = report.answers;
    return JSON.stringify(
      {
        v: 1,
        id: report.id,
        instance: report.instance,
        desk: report.desk,
        lang: report.lang,
        answers: {
          danger: a.danger,
          about: a.about,
          what: a.what,
          where: a.where,
          when: a.when,
          who: a.who,
          children: a.children,
          how: a.how,
          wishes: a.wishes,
          place: a.place,
        },
        receipt: report.receipt && { reply: report.receipt.reply, thread: report.receipt.thread },
      },
      (_key, value) => (typeof value === 'string' ? wellFormed(value) : value),
    );
  }

  Waymark.plaintext = {
    SIZE,
    RoomError,
    newId() {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    json,
    room: (report) => SIZE - utf8.encode(json(report)).length,
    pad(text) {
      const bytes = utf8.encode(text);
      if (bytes.length > SIZE) throw new RoomError(bytes.length - SIZE);
      const padded = new Uint8Array(SIZE).fill(0x20);
      padded.set(bytes);
      return padded;
    },
  };
})();
