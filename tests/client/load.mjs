// Loads the form's classic scripts into this process, as a browser would: by the list in
// theme/theme.toml, one after the other, into one global.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import vm from 'node:vm';

export const root = resolve(import.meta.dirname, '../..');
/** These look for a page as soon as they run; the browser tests drive them. */
const NEED_A_PAGE = new Set(['report.js', 'practice.js', 'send-saved.js']);
const FOLDERS = { '@relay/': 'relay/client', '@vendor/': 'theme/vendor', '@search/': 'generator/src/search/client' };

/** Paths of the scripts that the generator joins into one file, in their order. */
export function scripts(list) {
  const toml = readFileSync(join(root, 'theme/theme.toml'), 'utf8');
  const block = toml.slice(toml.indexOf('[scripts]')).match(new RegExp(`^${list}\\s*=\\s*\\[([^\\]]*)\\]`, 'm'));
  if (!block) throw new Error(`theme.toml lists no scripts named ${list}`);
  return [...block[1].matchAll(/"([^"]+)"/g)].map(([, name]) => {
    const prefix = Object.keys(FOLDERS).find((start) => name.startsWith(start));
    return join(root, prefix ? FOLDERS[prefix] : 'theme', prefix ? name.slice(prefix.length) : name);
  });
}

/** Node drains a port a thousand messages at a time before it looks at timers; a browser doesn't. */
class FairChannel {
  constructor() {
    const open = { now: true };
    this.port1 = { onmessage: null, close() { open.now = false; } };
    this.port2 = {
      postMessage: (data) => setImmediate(() => { if (open.now) this.port1.onmessage?.({ data }); }),
      close() {},
    };
  }
}

export function load(list) {
  globalThis.navigator ??= { onLine: true };
  globalThis.MessageChannel = FairChannel;
  globalThis.Waymark ??= {}; // as the scripts of every page do before these
  for (const path of scripts(list)) {
    if (![...NEED_A_PAGE].some((name) => path.endsWith(`/${name}`))) {
      vm.runInThisContext(readFileSync(path, 'utf8'), { filename: path });
    }
  }
  return globalThis.Waymark;
}

export function vectors(name) {
  return JSON.parse(readFileSync(join(root, 'tests/fixtures/protocol', `${name}.json`), 'utf8'));
}

export const hex = (bytes) => Buffer.from(bytes).toString('hex');
export const unhex = (text) => new Uint8Array(Buffer.from(text, 'hex'));

/** The report of a plaintext vector, with its long answer written out. */
export function filled({ report, fill }) {
  const copy = structuredClone(report);
  if (fill) copy.answers[fill.answer] = fill.unit.repeat(fill.times) + fill.tail;
  return copy;
}

/** A nonce of 16 hexadecimal digits in two halves. */
export function nonceOf(digits) {
  return { high: parseInt(digits.slice(0, 8), 16), low: parseInt(digits.slice(8), 16) };
}

export const nonceHex = ({ high, low }) => high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');

/** A report with some text, as the form would make it. */
export function reportWith(what, receipt = null) {
  return {
    id: '00112233445566778899aabbccddeeff', instance: 'osce-anti-trafficking', desk: 'demo', lang: 'en',
    answers: { danger: '', about: '', what, where: '', when: '', who: '', children: '', how: '', wishes: '', place: '' },
    receipt,
  };
}
