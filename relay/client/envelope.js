// One age file: eight X25519 stanzas, then one stanza that every reader ignores. The Rust library
// adds such a stanza by itself; drawing ours alike keeps a file from telling which door made it.
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));

  /**
   * A whole number below `limit` (at most 256), all equally likely: bytes that would favour the
   * small ones are drawn again.
   * @param {number} limit
   */
  function below(limit) {
    const fair = 256 - (256 % limit);
    const byte = new Uint8Array(1);
    do crypto.getRandomValues(byte);
    while (byte[0] >= fair);
    return byte[0] % limit;
  }

  /** One to eight characters from `!` to `~`. */
  function word() {
    return Array.from({ length: 1 + below(8) }, () => String.fromCharCode(33 + below(94))).join('');
  }

  /** As age-core 0.11 `grease_the_joint`: same lengths, same alphabet, same chances. */
  function grease() {
    const args = [word() + '-grease'];
    for (let more = below(5); more > 0; more -= 1) args.push(word());
    return new Waymark.age.Stanza(args, crypto.getRandomValues(new Uint8Array(below(100))));
  }

  Waymark.envelope = {
    grease,
    seal(plaintext, recipients) {
      const encrypter = new Waymark.age.Encrypter();
      for (const recipient of Waymark.slots.fill(recipients)) encrypter.addRecipient(recipient);
      encrypter.addRecipient({ wrapFileKey: () => [grease()] });
      return encrypter.encrypt(plaintext);
    },
  };
})();
