// Stands in for what the report form never uses. Nothing here may be called.
function absent() {
  throw new Error("left out of this build of age-encryption");
}

export const scrypt = absent;
export const p256 = { Point: { fromBytes: absent, fromHex: absent } };
export const MLKEM768X25519 = { encapsulate: absent, decapsulate: absent, getPublicKey: absent };
export const MLKEM768P256 = MLKEM768X25519;
