// What the form concludes from whatever comes back when it sends.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { load, nonceOf, vectors } from './load.mjs';

const Waymark = load('report');
const golden = new Uint8Array(Buffer.from(vectors('golden').frame.join(''), 'hex'));
const age = Waymark.frame.ageFileIn(golden);
const requests = [];
let answer = (_request, response) => response.end();
let server;
let relay;

before(async () => {
  server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ url: request.url, method: request.method, headers: request.headers, body: Buffer.concat(chunks) });
      answer(request, response);
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  relay = `http://127.0.0.1:${server.address().port}/api/v1/reports/`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

function says(status, body, type = 'application/problem+json') {
  answer = (_request, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

const problem = (name, members = {}) => ({ type: `urn:waymark:problem:${name}`, title: 'x', status: 0, ...members });
const target = () => ({ relay, desk: 'demo', instance: 'test', bits: 6 });

test('202 with the relay’s own words means queued; the request carries the bytes and nothing about their type', async () => {
  requests.length = 0;
  says(202, { status: 'queued' }, 'application/json');
  assert.deepEqual(await Waymark.send(`${relay}demo`, golden), { kind: 'queued' });
  const [{ url, method, headers, body }] = requests;
  assert.equal(url, '/api/v1/reports/demo');
  assert.equal(method, 'POST');
  assert.deepEqual(new Uint8Array(body), golden);
  assert.equal(headers['content-type'], undefined);
  assert.equal(headers.cookie, undefined);
  assert.equal(headers.referer, undefined);
});

test('every problem of the protocol', async () => {
  const expected = {
    'wrong-day': { kind: 'wrong-day', day: 20780 },
    'weak-stamp': { kind: 'weak-stamp', bits: 18 },
    'not-durable': { kind: 'unavailable' },
    'too-slow': { kind: 'unavailable' },
    internal: { kind: 'unknown' },
  };
  const problems = vectors('problems');
  assert.ok(problems.length >= 14);
  for (const { type, status, members } of problems) {
    says(status, { type, title: 'x', status, ...members });
    const name = type.replace('urn:waymark:problem:', '');
    assert.deepEqual(await Waymark.send(`${relay}demo`, golden), expected[name] ?? { kind: 'refused', problem: name }, name);
  }
});

test('what isn’t the relay’s answer means unknown', async () => {
  const strange = [
    [200, '<html>Please log in</html>', 'text/html'], [202, 'thanks', 'text/plain'], [202, '{}', 'application/json'],
    [202, 'null', 'application/json'], [200, '{"status":"queued"}', 'application/json'], [500, '{"message":"x"}', 'application/json'],
    [503, '{"message":"Service Unavailable"}', 'application/json'], [404, 'not found', 'text/plain'],
    [409, problem('wrong-day', { day: 'tomorrow' }), undefined], [403, problem('weak-stamp', { bits: 60 }), undefined],
  ];
  for (const [status, body, type] of strange) {
    says(status, body, type);
    const { kind } = await Waymark.send(`${relay}demo`, golden);
    assert.ok(kind === 'unknown' || (kind === 'refused' && typeof body === 'object'), `${status} ${JSON.stringify(body)}: ${kind}`);
  }
  says(429, '{"message":"Too Many Requests"}', 'application/json');
  assert.deepEqual(await Waymark.send(`${relay}demo`, golden), { kind: 'unavailable' });
});

test('a broken connection, silence, a redirect and no host at all mean unknown', async () => {
  answer = (request) => request.socket.destroy();
  assert.deepEqual(await Waymark.send(`${relay}demo`, golden), { kind: 'unknown' });
  answer = () => {};
  assert.deepEqual(await Waymark.send(`${relay}demo`, golden, { timeout: 50 }), { kind: 'unknown' });
  answer = (_request, response) => {
    response.writeHead(307, { location: '/elsewhere' });
    response.end();
  };
  requests.length = 0;
  assert.deepEqual(await Waymark.send(`${relay}demo`, golden), { kind: 'unknown' });
  assert.equal(requests.length, 1, 'the report went nowhere else');
  assert.deepEqual(await Waymark.send('http://127.0.0.1:9/api/v1/reports/demo', golden), { kind: 'unknown' });
});

test('offline: nothing is tried', async () => {
  requests.length = 0;
  const online = Object.getOwnPropertyDescriptor(navigator, 'onLine');
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  try {
    assert.deepEqual(await Waymark.send(`${relay}demo`, golden), { kind: 'offline' });
  } finally {
    if (online) Object.defineProperty(navigator, 'onLine', online);
    else delete navigator.onLine;
  }
  assert.equal(requests.length, 0);
});

test('deliver: a valid stamp for today, the age file untouched', async () => {
  requests.length = 0;
  says(202, { status: 'queued' });
  const stages = [];
  assert.deepEqual(await Waymark.deliver(age, target(), { stage: (stage) => stages.push(stage) }), { kind: 'queued' });
  assert.deepEqual(stages, ['stamp', 'send']);
  const frame = new Uint8Array(requests[0].body);
  assert.equal(frame.length, 32768);
  assert.deepEqual(Waymark.frame.ageFileIn(frame), age);
  assert.ok(stampBits(frame) >= 6);
  assert.equal(new DataView(frame.buffer).getUint32(8), Waymark.frame.today());
});

test('deliver: stamps again for the relay’s day and for more bits, each once, with the same age file', async () => {
  requests.length = 0;
  const queue = [problem('wrong-day', { day: 20781 }), problem('weak-stamp', { bits: 9 }), { status: 'queued' }];
  const statuses = [409, 403, 202];
  answer = (_request, response) => {
    response.writeHead(statuses[requests.length - 1]);
    response.end(JSON.stringify(queue[requests.length - 1]));
  };
  assert.deepEqual(await Waymark.deliver(age, target()), { kind: 'queued' });
  assert.equal(requests.length, 3);
  const frames = requests.map(({ body }) => new Uint8Array(body));
  assert.equal(new DataView(frames[1].buffer).getUint32(8), 20781);
  assert.equal(new DataView(frames[2].buffer).getUint32(8), 20781);
  assert.ok(stampBits(frames[2]) >= 9);
  for (const frame of frames) assert.deepEqual(Waymark.frame.ageFileIn(frame), age);

  requests.length = 0;
  says(409, problem('wrong-day', { day: 3 }));
  assert.deepEqual(await Waymark.deliver(age, target()), { kind: 'wrong-day', day: 3 });
  assert.equal(requests.length, 2, 'a relay may not keep a telephone busy');
});

test('deliver: stopping while the stamp is made sends nothing', async () => {
  requests.length = 0;
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 30);
  await assert.rejects(Waymark.deliver(age, { ...target(), bits: 24 }, { signal: stop.signal }), { name: 'AbortError' });
  assert.equal(requests.length, 0);
});

function stampBits(frame) {
  const input = {
    inner: Waymark.sha256.digest(age), desk: 'demo', instance: 'test', day: new DataView(frame.buffer).getUint32(8),
  };
  return Waymark.stamp.bitsOf(input, nonceOf(Buffer.from(frame.subarray(12, 20)).toString('hex')));
}
