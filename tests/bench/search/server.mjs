// Two folders on loopback, as a good host serves them: brotli at its highest, done once per file; files
// that come compressed (Pagefind's) as they are. Counts what it sends.
import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml',
};

/** Frames and looks, that both pages could have alike: counted apart. */
const APART = new Set(['.html', '.css', '.svg']);

const ready = new Map();

/** A file as it is sent: brotli if that makes it smaller. Done once, before anybody's time is taken. */
export function sent(file) {
  if (!ready.has(file)) ready.set(file, pressed(file));
  return ready.get(file);
}

function pressed(file) {
  const plain = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length, [constants.BROTLI_PARAM_QUALITY]: 11 };
  const small = brotliCompressSync(plain, { params });
  return small.length < plain.length ? { body: small, coded: true } : { body: plain, coded: false };
}

/** @returns {Promise<{ address: string, count: () => { bytes: number, requests: number, apart: number }, close: () => void }>} */
export function serve(folder) {
  const cache = new Map();
  let tally = { bytes: 0, requests: 0, apart: 0 };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
    const file = join(folder, path);
    const ends = extname(path);
    if (!cache.has(file)) {
      try {
        cache.set(file, statSync(file).isFile() ? sent(file) : undefined);
      } catch {
        cache.set(file, undefined);
      }
    }
    const found = cache.get(file);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    if (APART.has(ends)) {
      tally.apart += found.body.length;
    } else {
      tally.bytes += found.body.length;
      tally.requests += 1;
    }
    response.writeHead(200, {
      'content-type': TYPES[ends] ?? 'application/octet-stream',
      'content-length': found.body.length,
      'cache-control': 'max-age=31536000',
      ...(found.coded && { 'content-encoding': 'br' }),
    });
    response.end(found.body);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({
      address: `http://127.0.0.1:${server.address().port}`,
      count: () => {
        const counted = tally;
        tally = { bytes: 0, requests: 0, apart: 0 };
        return counted;
      },
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    }));
  });
}
