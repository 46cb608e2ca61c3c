// What the report form needs of age: encrypt a file to X25519 recipients, and to a recipient
// object of our own (relay/client/envelope.js adds the grease stanza through it).
import { Encrypter, Stanza } from "age-encryption";
import { forceWebCryptoOff } from "./node_modules/age-encryption/dist/x25519.js";
import { bech32 } from "@scure/base";

// A page opened from a phone's content:// address has no crypto.subtle; the library would take
// that for a failure instead of falling back to its own X25519.
if (!globalThis.crypto.subtle) {
  forceWebCryptoOff(true);
}

/** The recipient line (age1…) of a public key of 32 bytes. */
function recipientOf(publicKey) {
  return bech32.encodeFromBytes("age", publicKey);
}

globalThis.Waymark = globalThis.Waymark || {};
globalThis.Waymark.age = { Encrypter, Stanza, recipientOf, forceWebCryptoOff };
