// What goes over the wire: always 32,768 bytes (relay/PROTOCOL.md, section 3).
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  const SIZE = 32768;
  const HEAD = 24;
  const SHORTEST = 31619;
  const LONGEST = 31796;
  const MAGIC = 'WAYMARK\x01';
  const AGE = 'age-encryption.org/v1\n-> ';

  /**
   * @param {Uint8Array} bytes
   * @param {string} ascii
   */
  function beginsWith(bytes, ascii) {
    for (let i = 0; i < ascii.length; i += 1) if (bytes[i] !== ascii.charCodeAt(i)) return false;
    return true;
  }

  /** @param {Uint8Array} bytes */
  function isAgeFile(bytes) {
    return bytes.length >= SHORTEST && bytes.length <= LONGEST && beginsWith(bytes, AGE);
  }

  Waymark.frame = {
    SIZE,
    SHORTEST,
    LONGEST,
    build(age, day, nonce) {
      if (!isAgeFile(age)) throw new RangeError('not an age file of the right length');
      // The whole frame is random first; what isn't written over stays as padding.
      const bytes = crypto.getRandomValues(new Uint8Array(SIZE));
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < MAGIC.length; i += 1) bytes[i] = MAGIC.charCodeAt(i);
      view.setUint32(8, day);
      view.setUint32(12, nonce.high);
      view.setUint32(16, nonce.low);
      view.setUint32(20, age.length);
      bytes.set(age, HEAD);
      return bytes;
    },
    ageFileIn(bytes) {
      if (isAgeFile(bytes)) return bytes;
      if (bytes.length !== SIZE || !beginsWith(bytes, MAGIC)) return null;
      const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(20);
      const age = bytes.slice(HEAD, HEAD + length);
      return age.length === length && isAgeFile(age) ? age : null;
    },
    today: () => Math.floor(Date.now() / 86400000),
  };
})();
