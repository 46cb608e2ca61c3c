// Proof of work for one age file, desk, instance and day: a nonce whose hash begins with enough
// zero bits (relay/PROTOCOL.md, section 4). It runs in short slices on the page itself, because
// a page opened as a file may not start a worker.
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  /** Milliseconds of work between two looks at the keyboard. */
  const SLICE = 12;
  /** More than this and a telephone would work for minutes: no relay may ask for it. */
  const MOST_BITS = 24;

  /**
   * The state after all whole blocks that don't hold the nonce, and the padded rest.
   * @param {StampInput} input
   */
  function prepare(input) {
    const utf8 = new TextEncoder();
    const desk = utf8.encode(input.desk);
    const instance = utf8.encode(input.instance);
    if (desk.length > 255 || instance.length > 255) throw new RangeError('an id is at most 255 bytes');
    const day = new Uint8Array(4);
    new DataView(day.buffer).setUint32(0, input.day);
    const head = [
      ...utf8.encode('waymark-stamp-v1'), ...input.inner,
      desk.length, ...desk, instance.length, ...instance, ...day,
    ];
    const length = head.length + 8;
    const message = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
    message.set(head);
    message[length] = 0x80;
    new DataView(message.buffer).setUint32(message.length - 4, length * 8);

    const done = head.length - (head.length % 64);
    const state = Waymark.sha256.start();
    for (let at = 0; at < done; at += 64) Waymark.sha256.block(state, message, at);
    return { state, rest: message.slice(done), nonceAt: head.length - done };
  }

  /**
   * @param {StampInput} input
   * @returns {(nonce: StampNonce) => number} leading zero bits, counted up to 64
   */
  function counter(input) {
    const { state, rest, nonceAt } = prepare(input);
    const view = new DataView(rest.buffer);
    const work = state.slice();
    const { block } = Waymark.sha256;
    return (nonce) => {
      view.setUint32(nonceAt, nonce.high);
      view.setUint32(nonceAt + 4, nonce.low);
      work.set(state);
      for (let at = 0; at < rest.length; at += 64) block(work, rest, at);
      return work[0] === 0 ? 32 + Math.clz32(work[1]) : Math.clz32(work[0]);
    };
  }

  Waymark.stamp = {
    MOST_BITS,
    bitsOf: (input, nonce) => counter(input)(nonce),
    make(input, { bits, start, signal, progress }) {
      if (!(bits >= 0 && bits <= MOST_BITS)) return Promise.reject(new RangeError('stamp bits'));
      const zeroBits = counter(input);
      const random = crypto.getRandomValues(new Uint32Array(2));
      const nonce = start ? { ...start } : { high: random[0], low: random[1] };
      let tries = 0;

      /** @returns {boolean} whether `nonce` holds */
      const slice = () => {
        const until = performance.now() + SLICE;
        do {
          for (let i = 0; i < 256; i += 1) {
            tries += 1;
            if (zeroBits(nonce) >= bits) return true;
            nonce.low = (nonce.low + 1) >>> 0;
            if (nonce.low === 0) nonce.high = (nonce.high + 1) >>> 0;
          }
        } while (performance.now() < until);
        return false;
      };

      // Messages between slices, not timers: those are slowed down to one a second in a tab
      // that isn't looked at.
      return new Promise((resolve, reject) => {
        const channel = new MessageChannel();
        const end = () => {
          channel.port1.close();
          channel.port2.close();
        };
        channel.port1.onmessage = () => {
          if (signal && signal.aborted) {
            end();
            reject(new DOMException('the stamp was cancelled', 'AbortError'));
          } else if (slice()) {
            end();
            resolve({ high: nonce.high, low: nonce.low });
          } else {
            if (progress) progress(1 - Math.exp(-tries / 2 ** bits));
            channel.port2.postMessage(0);
          }
        };
        channel.port2.postMessage(0);
      });
    },
  };
})();
