// Eight recipients in every envelope, whoever reads it: free slots hold keys that everybody can
// compute and nobody has the secret of (relay/PROTOCOL.md, section 2).
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  const COUNT = 8;

  /** @param {number} position */
  function dummyKey(position) {
    const label = new TextEncoder().encode('waymark-dummy-v1');
    const bytes = new Uint8Array(label.length + 1);
    bytes.set(label);
    bytes[label.length] = position;
    return Waymark.sha256.digest(bytes);
  }

  Waymark.slots = {
    COUNT,
    dummyKey,
    fill(recipients) {
      const dummies = Array.from({ length: COUNT }, (_, position) => Waymark.age.recipientOf(dummyKey(position)));
      const different = new Set(recipients).size === recipients.length;
      if (recipients.length < 1 || recipients.length > COUNT || !different || recipients.some((one) => dummies.includes(one))) {
        throw new RangeError('a desk has one to eight different recipients, none of them a dummy');
      }
      return recipients.concat(dummies.slice(recipients.length));
    },
  };
})();
