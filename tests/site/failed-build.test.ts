import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import {
  build,
  fingerprint,
  firstDifference,
  outcomeOf,
  run,
  start,
  temporaryFolder,
} from './command.ts';
import { write, writeArticle, writeOneArticle } from './write-archive.ts';

const temporary = temporaryFolder('failed-build');
const folders = {
  content: path.join(temporary, 'content'),
  out: path.join(temporary, 'published', 'site'),
};
const beside = () => readdirSync(path.dirname(folders.out));

let published: Map<string, string>;

function assertUntouched(): void {
  assert.equal(firstDifference(published, fingerprint(folders.out)), undefined);
}

before(async () => {
  writeOneArticle(folders.content);
  await build(folders);
  published = fingerprint(folders.out);
  assert.ok(published.has('articles/1999/crane-falls-silent.html'));
});

describe('A build of a broken record', () => {
  it('fails, tells every problem with file and line, and leaves the site as it was', async () => {
    const article = path.join(folders.content, 'articles/1999/crane-falls-silent.mdx');
    const whole = readFileSync(article, 'utf8');
    const mend = () => {
      write(folders.content, 'articles/1999/crane-falls-silent.mdx', whole);
      write(folders.content, 'people/ann-teller.yml', 'name: Ann Teller\n');
    };
    const broken = whole.replace('harbour-post', 'habour-post').replace('1999-05-04', '1999-02-30');
    write(folders.content, 'articles/1999/crane-falls-silent.mdx', `${broken}\nimport 'fs';\n`);
    write(folders.content, 'people/ann-teller.yml', 'name: Ann Teller\nborn: 1950\n');

    const { status, stdout, stderr } = await run('build', [], { folders });
    mend();

    assert.equal(status, 1, stdout);
    assert.match(stderr, /articles\/1999\/crane-falls-silent\.mdx:\d+/);
    assert.match(stderr, /1999-02-30/);
    assert.match(stderr, /import/);
    assert.match(stderr, /people\/ann-teller\.yml:2/);
    assert.match(stderr, /Why it matters: /);
    assert.match(stderr, /What to do: /);
    assert.match(stderr, /\d problems\. Nothing was built or changed\./);
    assert.doesNotMatch(stderr, /\bat .*\.ts:\d+/, 'no stack: the fault is in the record');
    assertUntouched();
    assert.deepEqual(beside(), ['site']);
  });

  it('fails in words when there is no content folder', async () => {
    const { status, stderr } = await run('build', [], {
      folders: { content: path.join(temporary, 'nowhere'), out: folders.out },
    });
    assert.equal(status, 1);
    assert.match(stderr, /There is no content folder here/);
    assertUntouched();
  });
});

describe('A build with an option that it does not know', () => {
  it('builds nothing and shows how it is used', async () => {
    const { status, stderr } = await run('build', ['--fast'], { folders });
    assert.equal(status, 1);
    assert.match(stderr, /--fast/);
    assert.match(stderr, /Usage: npm run build/);
    assertUntouched();
  });
});

describe('A build that is killed', () => {
  it('leaves the old site whole, and the next build works and clears up', async () => {
    writeArticle(
      folders.content,
      '2001/crane-sold',
      {
        title: 'Crane sold',
        date: '2001-01',
        outlet: 'harbour-post',
        source: 'harbour-post',
      },
      'Somebody bought it.',
    );
    const child = start('build', [], { folders });
    const ended = outcomeOf(child);
    const half = () => beside().find((name) => /building/.test(name));
    await until(() => {
      const name = half();
      return (
        child.exitCode !== null ||
        (name !== undefined && existsSync(path.join(path.dirname(folders.out), name, 'articles')))
      );
    });
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    const { status } = await ended;

    assert.equal(status, null, 'it was killed before its end');
    assert.ok(half(), 'it was killed in the middle');
    assertUntouched();

    await build(folders);
    assert.ok(existsSync(path.join(folders.out, 'articles/2001/crane-sold.html')));
    assert.deepEqual(beside(), ['site']);
  });
});

/** Waits for something, for half a minute at most. */
async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 30_000; performance.now() < end; ) {
    if (isSo()) return;
    await wait(5);
  }
  assert.fail('waited in vain');
}
