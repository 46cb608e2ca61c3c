// The feeds of what has changed, read by another parser (Python's expat) and held to RFC 4287.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { languages, root } from '../browser/system.mjs';

const BASE = 'https://guide.example/field/';

/** Reads a feed to JSON; it fails on what isn't well-formed, or stands in another namespace. */
const READ = `
import json, sys
import xml.etree.ElementTree as xml
A, LANG = '{http://www.w3.org/2005/Atom}', '{http://www.w3.org/XML/1998/namespace}lang'
feed = xml.parse(sys.argv[1]).getroot()
assert feed.tag == A + 'feed', feed.tag
def one(node, name):
    found = node.findall(A + name)
    assert len(found) == 1, (name, len(found))
    assert found[0].text and found[0].text.strip(), name
    return found[0].text
def links(node):
    return {link.get('rel'): link.get('href') for link in node.findall(A + 'link')}
print(json.dumps({
    'lang': feed.get(LANG), 'id': one(feed, 'id'), 'title': one(feed, 'title'), 'updated': one(feed, 'updated'),
    'author': feed.find(A + 'author').find(A + 'name').text, 'links': links(feed),
    'entries': [{'id': one(e, 'id'), 'title': one(e, 'title'), 'updated': one(e, 'updated'), 'summary': one(e, 'summary'),
                 'lang': e.find(A + 'summary').get(LANG), 'links': links(e)} for e in feed.findall(A + 'entry')],
}))`;

describe('feeds', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-feed-'));
    cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
    const settings = join(folder, 'content/site.toml');
    const text = readFileSync(settings, 'utf8');
    assert.match(text, /^base_url = ""$/m);
    writeFileSync(settings, text.replace(/^base_url = ""$/m, `base_url = "${BASE}"`));
    const page = join(folder, 'content/en/about/index.md');
    const note = '\n[[changes]]\ndate = 2020-01-02\nnote = "<b> & \\"quoted\\" ]]> \\u0007 é"\n+++\n\n';
    writeFileSync(page, readFileSync(page, 'utf8').replace('\n+++\n\n', `${note}`));
    execFileSync(join(process.env.WAYMARK_BIN_DIR, 'waymark'), ['build'], { cwd: folder, stdio: 'pipe' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const { tag } of languages()) {
    test(`another parser reads the feed in ${tag}`, () => {
      const feed = JSON.parse(execFileSync('python3', ['-c', READ, join(folder, `public/${tag}/feed.xml`)], { encoding: 'utf8' }));
      assert.equal(feed.lang, tag);
      assert.equal(feed.id, `${BASE}${tag}/feed.xml`);
      assert.equal(feed.links.self, feed.id);
      assert.equal(feed.links.alternate, `${BASE}${tag}/changes.html`);
      assert.ok(feed.entries.length >= 2, 'there are changes');
      assert.equal(new Set(feed.entries.map(({ id }) => id)).size, feed.entries.length, 'ids are unique');
      for (const entry of feed.entries) {
        assert.match(entry.updated, /^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
        assert.ok(entry.links.alternate.startsWith(`${BASE}${tag}/`), entry.links.alternate);
        const file = join(folder, 'public', entry.links.alternate.slice(BASE.length));
        assert.match(readFileSync(file, 'utf8'), /^<!DOCTYPE html>/, 'it leads to a page');
      }
      assert.equal(feed.updated, feed.entries.map(({ updated }) => updated).sort().at(-1));
      const odd = feed.entries.find(({ updated }) => updated.startsWith('2020-01-02'));
      assert.equal(odd.summary, '<b> & "quoted" ]]>   é');
      assert.equal(odd.lang, tag === 'en' ? null : 'en', 'only the source says it');
    });
  }
});
