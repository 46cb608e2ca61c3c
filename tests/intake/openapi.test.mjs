// relay/openapi.yaml against the running relay: the description is valid, names each refusal that
// there is, and requests fuzzed from it are answered as PROTOCOL.md says (hooks.py).
import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { binaries, root } from '../browser/system.mjs';

const description = join(root, 'relay/openapi.yaml');
const run = promisify(execFile);

/** A program of the Python environment that tests/run makes. */
function python(name) {
  const folder = process.env.WAYMARK_PYTHON;
  if (!folder) throw new Error('WAYMARK_PYTHON is not set: start the tests with tests/run');
  return join(folder, name);
}

/** The description as an object. */
function described() {
  const toJson = 'import json,sys,yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))';
  return JSON.parse(execFileSync(python('python'), ['-c', toJson, description], { encoding: 'utf8' }));
}

/** Every object below a value, itself included. */
function* objects(value) {
  if (value === null || typeof value !== 'object') return;
  yield value;
  for (const member of Object.values(value)) yield* objects(member);
}

describe('the intake’s description', () => {
  let folder;
  let relay;
  let url;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-intake-'));
    const desks = ['demo=demo', 'open', 'paused=paused', 'closed=closed'].flatMap((desk) => ['--desk', desk]);
    relay = spawn(join(binaries(), 'waymark-relay'), [
      'serve', '--instance', 'test', '--spool', join(folder, 'spool'), '--listen', '127.0.0.1:0',
      '--stamp-bits', '6', '--mix-every', '0', ...desks,
    ], { stdio: ['ignore', 'pipe', 'inherit'] });
    url = await new Promise((done, failed) => {
      let said = '';
      relay.stdout.on('data', (chunk) => {
        said += chunk;
        const found = said.match(/(http:\S+)\n/);
        if (found) done(found[1]);
      });
      relay.on('exit', (code) => failed(new Error(`the relay ended with ${code}`)));
    });
  });
  after(() => {
    relay?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  test('is valid OpenAPI 3.1', async () => {
    const { stdout } = await run(python('openapi-spec-validator'), [description]);
    assert.match(stdout, /OK/);
  });

  test('names each refusal with its status and members, and no other', () => {
    const { components, paths } = described();
    const named = Object.values(components.schemas)
      .filter((schema) => schema.properties?.type?.const)
      .map(({ properties, required = [] }) => `${properties.type.const} ${properties.status.const} ${required}`);
    const vectors = JSON.parse(readFileSync(join(root, 'tests/fixtures/protocol/problems.json'), 'utf8'));
    const there = vectors.map(({ type, status, members }) => `${type} ${status} ${Object.keys(members)}`);
    assert.deepEqual(named.sort(), there.sort());
    const used = new Set([...objects({ paths, responses: components.responses })].map((object) => object.$ref).filter(Boolean));
    for (const [name, schema] of Object.entries(components.schemas)) {
      if (schema.properties?.type?.const) assert.ok(used.has(`#/components/schemas/${name}`), `${name} is no answer to anything`);
    }
  });

  test('requests fuzzed from it are answered as the protocol says, and nothing breaks', async () => {
    const answers = join(folder, 'answers');
    writeFileSync(answers, '');
    const env = {
      ...process.env,
      PYTHONPATH: join(root, 'tests/intake'), PYTHONDONTWRITEBYTECODE: '1', SCHEMATHESIS_HOOKS: 'hooks',
      WAYMARK_INSTANCE: 'test', WAYMARK_STAMP_BITS: '6', WAYMARK_ANSWERS: answers,
    };
    // The two left out ask that valid bodies be accepted and others refused; hooks.py knows better which are which.
    const args = [
      'run', description, '--url', url, '--checks', 'all', '--exclude-checks', 'positive_data_acceptance,negative_data_rejection',
      '--phases', 'examples,coverage,fuzzing', '--generation-deterministic', '-n', '600', '--no-color',
    ];
    const said = await run(python('schemathesis'), args, { cwd: folder, env, maxBuffer: 1 << 24 })
      .catch((error) => assert.fail(`${error.stdout}\n${error.stderr}`));
    assert.match(said.stdout, /No issues found/);
    const tally = new Map();
    for (const line of readFileSync(answers, 'utf8').trim().split('\n')) tally.set(line, (tally.get(line) ?? 0) + 1);
    console.log([...tally].sort().map(([answer, count]) => `${answer}: ${count}`).join('\n'));
    for (const answer of [
      '202 queued', '400 wrong-size', '413 wrong-size', '400 wrong-magic', '400 wrong-version', '400 wrong-length',
      '400 not-an-envelope', '403 weak-stamp', '404 unknown-desk', '409 desk-paused', '410 desk-closed', '409 wrong-day',
    ]) assert.ok(tally.has(answer), `nothing was answered ${answer}`);
    assert.equal(relay.exitCode, null, 'the relay still runs');
    assert.equal((await fetch(`${url}/api/v1/health`)).status, 200);
  });
});
