// X25519 out of @noble/curves without the Edwards tables that speed up the fixed base: the
// construction is the one its documentation gives for `montgomery`. Used only where the browser’s
// own X25519 is missing; tests/client/envelope.test.mjs opens with stock age what it encrypted.
import { montgomery } from "@noble/curves/abstract/montgomery.js";
import { pow } from "@noble/curves/abstract/modular.js";

const P = 2n ** 255n - 19n;

export const x25519 = montgomery({
  P,
  type: "x25519",
  adjustScalarBytes(bytes) {
    bytes[0] &= 248;
    bytes[31] &= 127;
    bytes[31] |= 64;
    return bytes;
  },
  powPminus2: (x) => pow(x, P - 2n, P),
});
