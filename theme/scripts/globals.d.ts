// What the type checker must know of the one global and of Trusted Types, which the DOM's types leave out.

interface TrustedTypePolicy {
  createScriptURL(url: string): unknown;
}

interface Window {
  /** The one global of a page: `load`, `leave`, and what search and reporting add. */
  Waymark: { [name: string]: any };
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedTypePolicy;
  };
}
