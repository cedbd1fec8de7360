import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readCapture } from '../../capture/read-capture.ts';
import { wordsOf } from '../../compile/passage.ts';
import { readArchive } from '../../record/read-archive.ts';
import { articleRules } from '../verify/article-rules.ts';
import { capturesOf } from '../verify/captures.ts';
import { manifestRule } from '../verify/content/manifest.ts';
import { tracedRule } from '../verify/content/traced.ts';
import { archiveWithoutArticles, SHIPPED } from './archive-for-tests.ts';
import { makeContext } from './context.ts';
import { propose } from './propose.ts';
import { Reader } from './reader.ts';
import { addAll } from './run.ts';

const { record: shipped } = readArchive(SHIPPED);
assert.ok(shipped);
const context = makeContext(SHIPPED, shipped, '2026-11-21T10:00:00.000Z');

for (const { id, data, body } of shipped.articles) {
  test(`${id}: the capture gives the passages, and the facts that it states, of the entry`, async () => {
    const bytes = readFileSync(path.join(SHIPPED, data.capture.file));
    const read = await readCapture(bytes, { name: 'capture.txt' }, context.credits);
    const proposal = propose(read, context);
    assert.deepEqual(
      proposal.passages.flatMap(wordsOf),
      body.blocks.map(({ text }) => text),
    );
    assert.equal(proposal.title, data.title);
    assert.deepEqual(proposal.people, data.people);
    assert.deepEqual(proposal.places, data.places);
    assert.equal(proposal.byline, data.byline);
    assert.equal(proposal.dateline, data.dateline);
    assert.equal(proposal.url, data.url);
    if (data.supplied.date === undefined) assert.equal(proposal.date, data.date);
    if (data.supplied.source === undefined) assert.deepEqual(proposal.source, data.source);
    if (data.supplied.outlet === undefined) assert.equal(proposal.outlet, data.outlet);
  });
}

test('an outlet that only the furniture names is found there, and supplied with the words that name it', async () => {
  const article = shipped.articles.find(({ id }) => id.startsWith('2010/'));
  assert.ok(article);
  const bytes = readFileSync(path.join(SHIPPED, article.data.capture.file));
  const proposal = propose(await readCapture(bytes, { name: 'x.txt' }, context.credits), context);
  assert.equal(proposal.outlet, 'the-moscow-times');
  assert.match(proposal.supplied.outlet ?? '', /“The Moscow Times”/);
});

test('all five are added in one call to an archive without them, which then reads and verifies', async (t) => {
  const folder = archiveWithoutArticles(t);
  const { record } = readArchive(folder);
  assert.ok(record);
  const reader = new Reader();
  t.after(() => reader.close());
  const failed = await addAll(
    {
      help: false,
      yes: true,
      dryRun: false,
      json: true,
      files: shipped.articles.map(({ data }) => path.join(SHIPPED, data.capture.file)),
    },
    {
      context: makeContext(folder, record, '2026-11-21T10:00:00.000Z'),
      reader,
      asker: undefined,
      from: folder,
      print: () => {},
      tell: () => {},
    },
  );
  assert.equal(failed, 0);
  const after = readArchive(folder);
  assert.deepEqual(after.problems, []);
  assert.ok(after.record);
  assert.deepEqual(
    after.record.articles.map(({ data }) => data.title).sort(),
    shipped.articles.map(({ data }) => data.title).sort(),
  );
  for (const rule of [manifestRule, articleRules([tracedRule])]) {
    assert.deepEqual(
      await rule({ folder, record: after.record, captures: capturesOf(folder) }),
      [],
    );
  }
});
