import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { textsOf } from '../../src/cli/sentences/texts-of.ts';
import { SECRET_CAPTURES } from '../../src/private/secrets.fixture.ts';
import { foldersOf } from '../../src/record/folders.ts';
import { filesBelow, ROOT } from './built-site.ts';
import { build, fingerprint, firstDifference, run, temporaryFolder } from './command.ts';
import { writeArticle, writeRecord, writeSettings } from './write-archive.ts';

const temporary = temporaryFolder('private');
const content = path.join(temporary, 'content');
const site = { content, out: path.join(temporary, 'site') };
const SECRETS = [...new Set(SECRET_CAPTURES.flatMap(({ secrets }) => secrets))];
/** In an entry that somebody wrote by hand: in its address, in its text, and in its evidence. */
const OWN = ['Rq71Zk0wLm5Xv9Tb', 'ivo.falk@letters.example.net', 'e41c9a7d20b8'];

/** Where any of these words stands in a folder, packed or not. */
function holding(folder: string, words: readonly string[]): string[] {
  const found: string[] = [];
  for (const file of filesBelow(folder)) {
    const texts = [...textsOf(readFileSync(path.join(folder, file)))];
    for (const word of words) {
      if (texts.some((text) => text.includes(word))) found.push(`${file}: ${word}`);
    }
  }
  return found;
}

interface Added {
  readonly file: string;
  readonly private: readonly { readonly kind: string; readonly sample: string }[];
  readonly publish: string | null;
}

let added: Added[] = [];
let ids: string[] = [];

before(async () => {
  writeSettings(content);
  writeRecord(content, 'outlets', 'harbour-post', { name: 'The Harbour Post', code: 'HP' });
  writeRecord(content, 'sources', 'harbour-post', { name: 'The Harbour Post', kind: 'newspaper' });
  writeArticle(
    content,
    '1999/by-hand',
    {
      title: 'An entry that was written by hand',
      date: '1999-05-04',
      outlet: 'harbour-post',
      source: 'harbour-post',
      url: `https://post.example.net/a?PHPSESSID=${OWN[0]}`,
    },
    `The harbour froze in January, and nobody came.\n\nThis newsletter was sent to ${OWN[1]}.\n\nRead [the rest](https://post.example.net/?mc_eid=${OWN[2]}) there.`,
  );
  writeArticle(
    content,
    '1999/open-harbour',
    { title: 'Harbour opens', date: '1999-06-04', outlet: 'harbour-post', source: 'harbour-post' },
    'The harbour opened again in June, and a band played on the quay until the rain began.',
  );
  await run('seal', ['--all'], { folders: site });
  const incoming = path.join(temporary, 'incoming');
  mkdirSync(incoming);
  const files = SECRET_CAPTURES.map(({ bytes, extension }, number) => {
    const file = path.join(incoming, `${number}${extension}`);
    writeFileSync(file, bytes);
    return file;
  });
  const { status, stdout, stderr } = await run('add', ['--yes', '--json', ...files], {
    folders: site,
  });
  assert.equal(status, 0, stderr);
  added = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Added);
  ids = [...stderr.matchAll(/Added articles\/(\S+)\.mdx/g)].map(([, id = '']) => id);
});

describe('What is private in a capture', () => {
  it('is named by add, of each of thirty captures of twelve kinds, and not shown', () => {
    assert.ok(SECRET_CAPTURES.length >= 30);
    assert.equal(new Set(SECRET_CAPTURES.map(({ kind }) => kind)).size, 12);
    for (const [number, { name, kind, secrets }] of SECRET_CAPTURES.entries()) {
      const line = added[number];
      assert.ok(
        line?.private.some((find) => find.kind === kind),
        name,
      );
      assert.equal(line?.publish, null);
      for (const secret of secrets) {
        assert.ok(!JSON.stringify(line?.private).includes(secret), name);
      }
    }
  });

  it('stands in no file of the site, nor does what an entry holds of it, and the build says so', async () => {
    const { stderr } = await build(site);
    assert.match(stderr, /Private: these captures or entries[\s\S]*1999\/by-hand/);
    assert.deepEqual(holding(site.out, [...SECRETS, ...OWN]), []);
    const { cache } = foldersOf({ ARCHIVE_CONTENT: content, ARCHIVE_OUT: site.out }, ROOT);
    assert.deepEqual(holding(cache, SECRETS), []);
    const page = readFileSync(path.join(site.out, `articles/${ids[0]}.capture.html`), 'utf8');
    assert.match(page, /publishes its hash alone/);
    assert.match(page, /name="robots" content="noindex"/);
    const open = readFileSync(path.join(site.out, 'captures/1999/open-harbour.bin'), 'utf8');
    assert.match(open, /a band played/);
  });

  it('fails verify, with the file, the kind and the command, and without the words', async () => {
    const { status, stderr } = await run('verify', [], { folders: site });
    assert.equal(status, 1);
    for (const id of ids) assert.ok(stderr.includes(`npm run private -- ${id} --redacted`), id);
    assert.match(stderr, /articles\/1999\/by-hand\.mdx:\d+/);
    for (const secret of [...SECRETS, ...OWN]) assert.ok(!stderr.includes(secret), secret);
    assert.ok(!stderr.includes('open-harbour'));
  });

  it('is not in a restored archive, which says so and builds the same site', async () => {
    const restored = { content: path.join(temporary, 'copy'), out: path.join(temporary, 'again') };
    const { status, stdout, stderr } = await run('restore', [site.out], { folders: restored });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /does not publish all of 32 articles/);
    assert.deepEqual(holding(restored.content, [...SECRETS, ...OWN]), []);
    await build(restored);
    assert.equal(firstDifference(fingerprint(site.out), fingerprint(restored.out)), undefined);
    const verified = await run('verify', [], { folders: restored });
    assert.equal(verified.status, 0, verified.stderr);
  });

  it('is published as the keeper decides: as redacted copies, as hashes, or whole', async () => {
    const [whole = '', hash = '', ...others] = ids;
    for (const [choice, list] of [
      ['--whole', [whole]],
      ['--hash', [hash]],
      ['--redacted', others],
    ] as const) {
      const { status, stderr } = await run('private', [choice, ...list], { folders: site });
      assert.equal(status, 0, stderr);
    }
    const entry = path.join(content, 'articles/1999/by-hand.mdx');
    let text = readFileSync(entry, 'utf8');
    for (const word of OWN) text = text.replaceAll(word, 'gone');
    writeFileSync(entry, text);
    const capture = path.join(content, 'captures/1999/by-hand.txt');
    let received = readFileSync(capture, 'utf8');
    for (const word of OWN) received = received.replaceAll(word, 'gone');
    writeFileSync(capture, received);
    await run(
      'seal',
      [
        ...['captures/1999/by-hand.txt', 'articles/1999/by-hand.mdx'],
        ...['--reason', 'The capture held what was private.'],
      ],
      { folders: site },
    );
    await build(site);
    const [decided, ...rest] = SECRET_CAPTURES;
    const open = decided?.secrets ?? [];
    const secret = rest.flatMap(({ secrets }) => secrets).filter((one) => !open.includes(one));
    assert.deepEqual(holding(site.out, secret), []);
    assert.ok(holding(site.out, open).includes(`captures/${whole}.bin: ${open[0]}`));
    const page = readFileSync(path.join(site.out, `articles/${others[0]}.html`), 'utf8');
    assert.match(page, /data-copy="[0-9a-f]{64}"/);
    const shown = readFileSync(path.join(site.out, `articles/${others[0]}.capture.html`), 'utf8');
    assert.match(
      shown,
      /REMOVED-[\s\S]*Cookie in the capture, [^<]*record 2 \(request\), its head/,
    );
    const { status, stdout, stderr } = await run('verify', [], { folders: site });
    assert.equal(status, 0, `${stdout}${stderr}`);
  });

  it('leaves a restored archive with the copies alone, which verifies', async () => {
    const restored = { content: path.join(temporary, 'copies'), out: path.join(temporary, 'none') };
    const { status, stderr } = await run('restore', [site.out], { folders: restored });
    assert.equal(status, 0, stderr);
    const secret = SECRET_CAPTURES.slice(1).flatMap(({ secrets }) => secrets);
    const [open] = SECRET_CAPTURES;
    assert.deepEqual(
      holding(
        restored.content,
        secret.filter((one) => !open?.secrets.includes(one)),
      ),
      [],
    );
    const verified = await run('verify', [], { folders: restored });
    assert.equal(verified.status, 0, verified.stderr);
  });
});
