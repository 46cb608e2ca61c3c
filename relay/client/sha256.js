/// <reference path="types.d.ts" />
// SHA-256 (FIPS 180-4), synchronous and small. WebCrypto's is asynchronous, and a stamp needs
// some hundred thousand hashes that differ only in their last block.
(function () {
  'use strict';

  const scope = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  const Waymark = (scope.Waymark = scope.Waymark || /** @type {WaymarkReport} */ ({}));

  // The constants are the first 32 bits of the fractional parts of the square and cube roots of
  // the first primes. Doubles carry 53 bits, which is enough for both.
  const START = new Int32Array(8);
  const ROUND = new Int32Array(64);
  for (let n = 2, count = 0; count < 64; n += 1) {
    let prime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (count < 8) START[count] = fraction(Math.sqrt(n));
    ROUND[count] = fraction(Math.cbrt(n));
    count += 1;
  }

  /** @param {number} x */
  function fraction(x) {
    return ((x - Math.floor(x)) * 0x100000000) | 0;
  }

  const w = new Int32Array(64);

  /**
   * @param {Int32Array} state
   * @param {Uint8Array} bytes
   * @param {number} offset
   */
  function block(state, bytes, offset) {
    for (let i = 0, at = offset; i < 16; i += 1, at += 4) {
      w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15];
      const y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let a = state[0], b = state[1], c = state[2], d = state[3];
    let e = state[4], f = state[5], g = state[6], h = state[7];
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0;
      d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    state[0] += a; state[1] += b; state[2] += c; state[3] += d;
    state[4] += e; state[5] += f; state[6] += g; state[7] += h;
  }

  Waymark.sha256 = {
    digest(bytes) {
      const whole = bytes.length - (bytes.length % 64);
      const rest = bytes.length - whole;
      const tail = new Uint8Array(rest < 56 ? 64 : 128);
      tail.set(bytes.subarray(whole));
      tail[rest] = 0x80;
      // The length in bits, as a u64: in two halves, since `<<` works on 32 bits only.
      const view = new DataView(tail.buffer);
      view.setUint32(tail.length - 8, Math.floor(bytes.length / 0x20000000));
      view.setUint32(tail.length - 4, (bytes.length << 3) >>> 0);

      const state = START.slice();
      for (let at = 0; at < whole; at += 64) block(state, bytes, at);
      for (let at = 0; at < tail.length; at += 64) block(state, tail, at);
      const out = new Uint8Array(32);
      const words = new DataView(out.buffer);
      state.forEach((word, i) => words.setInt32(4 * i, word));
      return out;
    },
    start: () => START.slice(),
    block,
  };
})();
