import assert from 'node:assert/strict';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { stringify } from 'yaml';
import { build, copyProject, fingerprint, firstDifference, temporaryFolder } from './command.ts';
import { write, writeArticle, writeRecord, writeSettings } from './write-archive.ts';

const temporary = temporaryFolder('incremental');
const content = path.join(temporary, 'content');
const grown = { content, out: path.join(temporary, 'grown') };
const inode = (file: string) => statSync(path.join(grown.out, file)).ino;

const PEOPLE = ['ann-teller', 'ben-crane', 'cleo-dock', 'dora-quay'];
const TOWNS = ['northport', 'southport', 'eastport'];
const pick = (list: readonly string[], index: number) => list[index % list.length] ?? '';

function writeNumbered(index: number, words = 'Nothing else was said.'): void {
  const year = 1990 + Math.floor(index / 20);
  const person = pick(PEOPLE, index);
  const town = pick(TOWNS, index);
  writeArticle(
    content,
    `${year}/story-${index}`,
    {
      title: `Story ${index}`,
      date: `${year}-0${1 + (index % 9)}-1${index % 7}`,
      outlet: 'harbour-post',
      source: 'harbour-post',
      people: [person],
      places: [town],
    },
    `In ${town.replace('port', ' port')} somebody told story ${index}. ${words}`,
  );
}

/** The project, where a test may change its code. */
const root = copyProject(path.join(temporary, 'project'));

const WITHDRAWN = 'articles/1991/story-33.html';

/** Leaves of an article what stays of a withdrawn one, as `npm run withdraw` does. */
function writeWithdrawn(id: string): void {
  const date = id.slice(0, 4);
  const file = `captures/${id}.txt`;
  const data = {
    title: 'Withdrawn',
    date,
    outlet: 'harbour-post',
    source: 'harbour-post',
    people: [],
    places: [],
    capture: { file, sha256: '0'.repeat(64) },
    access: 'withdrawn',
    withdrawn: { date: '2020-01-02', reason: 'Its author asked for it.' },
  };
  rmSync(path.join(content, file));
  write(content, `articles/${id}.mdx`, `---\n${stringify(data)}---\n`);
}

let times = 0;

/** The site built upon the last one, and one built where nothing stood and nothing was remembered, in what they differ. */
async function difference(): Promise<string | undefined> {
  const fresh = { content, out: path.join(temporary, `fresh-${++times}`) };
  await build(grown, { root });
  await build(fresh, { root });
  return firstDifference(fingerprint(grown.out), fingerprint(fresh.out));
}

before(async () => {
  writeSettings(content);
  writeRecord(content, 'outlets', 'harbour-post', { name: 'The Harbour Post', code: 'HP' });
  writeRecord(content, 'sources', 'harbour-post', { name: 'The Harbour Post', kind: 'newspaper' });
  for (const id of PEOPLE) writeRecord(content, 'people', id, { name: `Person ${id}` });
  for (const id of TOWNS) writeRecord(content, 'places', id, { name: id, kind: 'town' });
  // More than two parts of fifty, so that lists have older parts.
  for (let index = 0; index < 102; index++) writeNumbered(index);
  await build(grown, { root });
});

describe('A build upon the last one', () => {
  it('keeps what would come out alike, and an older part when an article is added', async () => {
    const kept = ['articles/1990/story-3.html', 'outlets/harbour-post-1.html'];
    const before = kept.map(inode);
    writeNumbered(102);
    await build(grown, { root });
    assert.deepEqual(kept.map(inode), before);
  });

  it('is byte for byte one from nothing whatever was added, corrected, renamed, withdrawn or removed', async () => {
    writeNumbered(7, 'A word was wrong, and this is the right one.');
    writeRecord(content, 'people', 'dora-quay', { name: 'Dora Quay' });
    rmSync(path.join(content, 'articles/1992/story-45.mdx'));
    rmSync(path.join(content, 'captures/1992/story-45.txt'));
    write(grown.out, 'articles/1990/story-3.html', 'This is not what was built.');
    writeWithdrawn('1991/story-33');
    assert.equal(await difference(), undefined);
    assert.match(
      readFileSync(path.join(grown.out, WITHDRAWN), 'utf8'),
      /Its author asked for it\./,
    );
  });

  it('is byte for byte one from nothing after a change of archive.yml', async () => {
    // Everything is made anew here and below, which a smaller archive shows as well, and sooner.
    for (let index = 12; index < 103; index++) {
      if (WITHDRAWN.includes(`story-${index}.`)) continue;
      const id = `${1990 + Math.floor(index / 20)}/story-${index}`;
      rmSync(path.join(content, `articles/${id}.mdx`), { force: true });
      rmSync(path.join(content, `captures/${id}.txt`), { force: true });
    }
    writeSettings(content, { title: 'The other papers' });
    assert.equal(await difference(), undefined);
  });

  it('is byte for byte one from nothing after a change of a template', async () => {
    const template = path.join(root, 'src/layouts/BaseLayout.astro');
    const text = readFileSync(template, 'utf8');
    writeFileSync(template, text.replace('</body>', '<p>Set anew.</p></body>'));
    assert.equal(await difference(), undefined);
    assert.match(readFileSync(path.join(grown.out, WITHDRAWN), 'utf8'), /Set anew\./);
  });

  it('touches no file when nothing has changed', async () => {
    const before = inode('index.html');
    // What changed two seconds ago might change again within a tick of the clock.
    await setTimeout(2100);
    const { stdout } = await build(grown, { root });
    assert.equal(inode('index.html'), before);
    assert.match((await build(grown, { root })).stdout, /Up to date/, stdout);
  });
});
