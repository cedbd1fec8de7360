import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { findSentences } from '../../src/cli/sentences/find-sentences.ts';
import { textsOf } from '../../src/cli/sentences/texts-of.ts';
import { withheldRule } from '../../src/cli/verify/site/withheld.ts';
import { shinglesOf } from '../../src/model/shingles.ts';
import { foldersOf } from '../../src/record/folders.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { filesBelow, ROOT } from './built-site.ts';
import {
  type ArchiveFolders,
  build,
  fingerprint,
  firstDifference,
  run,
  temporaryFolder,
} from './command.ts';
import { writeArticle, writeRecord, writeSettings } from './write-archive.ts';

const temporary = temporaryFolder('withheld');
const content = path.join(temporary, 'content');
const grown = { content, out: path.join(temporary, 'grown') };
const fresh = { content, out: path.join(temporary, 'fresh') };

const WORDS =
  'amber birch copper dawn ember frost garnet harbour indigo jasper kelp lantern meadow nettle orchard pebble'.split(
    ' ',
  );

/** Sentences that no other text has: each article has its own number in them. */
function bodyOf(article: number): string {
  const sentence = (at: number) =>
    Array.from({ length: 12 }, (_, word) => {
      const name = WORDS[(at * 5 + word * 3 + article) % WORDS.length] ?? '';
      return `${name}${article}${at}${word}`;
    }).join(' ');
  return Array.from(
    { length: 12 },
    (_, at) => `“${sentence(at)}”, said the *harbour master* & nobody else.`,
  ).join('\n\n');
}

const ARTICLES = ['full', 'excerpt', 'metadata', 'withdrawn'] as const;
const idOf = (access: (typeof ARTICLES)[number]) => `1999/${access}-story`;
const bodies = Object.fromEntries(
  ARTICLES.map((access, number) => [access, bodyOf(number)]),
) as Record<(typeof ARTICLES)[number], string>;
const sentencesOf = (access: (typeof ARTICLES)[number]) => new Set(shinglesOf(bodies[access]));
/** What of the excerpt's text must not be published: everything after its first sixty words. */
const beyond = new Set(
  shinglesOf(bodies.excerpt.replaceAll('*', '').split(/\s+/).slice(60).join(' ')),
);

const QUOTED = /“([^”]*)”/.exec(bodies.withdrawn)?.[1] ?? '';
const guide = (title: string, text: string) =>
  `---\ntitle: ${title}\ndescription: What the harbour master said, told in other words.\nauthor: Ann\ndate: 2020-01-01\n---\n\nIn our own words.\n\n${text}\n`;
/** One quotes as guides should, one in its own text, one leads to a paragraph. */
const GUIDES = {
  quoting: guide(
    'Quoting',
    `<Quote article="1999/withdrawn-story" at="p1" text="${QUOTED}" />\n\n<Card article="1999/withdrawn-story" />`,
  ),
  copying: guide('Copying', `He said “${QUOTED}”, and left.`),
  leading: guide('Leading', 'See [this](/articles/1999/withdrawn-story.html#p2).'),
};

function allow(access: 'excerpt' | 'metadata'): void {
  const file = path.join(content, `articles/${idOf(access)}.mdx`);
  writeFileSync(file, readFileSync(file, 'utf8').replace('---\n', `---\naccess: ${access}\n`));
}

/** Runs of words by whose they are; what follows the excerpt must not be published. */
const WANTED = {
  full: sentencesOf('full'),
  excerpt: sentencesOf('excerpt'),
  metadata: sentencesOf('metadata'),
  withdrawn: sentencesOf('withdrawn'),
  beyond,
} as const;

/** Where words of each stand, in a site and in what the build remembers of it, read once for all. */
function foundIn({ out }: ArchiveFolders): Record<keyof typeof WANTED, string[]> {
  const { cache } = foldersOf({ ARCHIVE_CONTENT: content, ARCHIVE_OUT: out }, ROOT);
  const found: Record<keyof typeof WANTED, string[]> = {
    ...{ full: [], excerpt: [], metadata: [], withdrawn: [], beyond: [] },
  };
  for (const folder of [out, cache]) {
    for (const file of filesBelow(folder)) {
      const read = new Set<string>();
      for (const text of textsOf(readFileSync(path.join(folder, file)))) {
        for (const words of shinglesOf(text)) read.add(words);
      }
      for (const whose of Object.keys(found) as (keyof typeof WANTED)[]) {
        if ([...WANTED[whose]].some((words) => read.has(words))) found[whose].push(file);
      }
    }
  }
  return found;
}

/** A build moves the old site into its cache and has it removed there by a process of its own. */
async function oldSiteIsGone({ out }: ArchiveFolders): Promise<void> {
  const { cache } = foldersOf({ ARCHIVE_CONTENT: content, ARCHIVE_OUT: out }, ROOT);
  while (readdirSync(cache).some((name) => name.startsWith('old-site-'))) await sleep(50);
}

before(async () => {
  writeSettings(content);
  writeRecord(content, 'outlets', 'harbour-post', { name: 'The Harbour Post', code: 'HP' });
  writeRecord(content, 'sources', 'harbour-post', { name: 'The Harbour Post', kind: 'newspaper' });
  writeRecord(content, 'people', 'ann-teller', { name: 'Ann Teller' });
  for (const access of ARTICLES) {
    writeArticle(
      content,
      idOf(access),
      {
        title: `The ${access} story that Ann Teller told`,
        date: '1999-05-04',
        outlet: 'harbour-post',
        source: 'harbour-post',
        people: ['ann-teller'],
        aliases: [`/articles/old-${access}.html`],
        ...(access === 'withdrawn' && {
          supplied: { date: { evidence: `It says “${bodies[access].slice(0, 150)}”.` } },
        }),
      },
      bodies[access],
    );
  }
  for (const [name, text] of Object.entries(GUIDES)) {
    mkdirSync(path.join(content, 'dossiers'), { recursive: true });
    writeFileSync(path.join(content, `dossiers/${name}.mdx`), text);
  }
  await run('seal', ['--all'], { folders: grown });
  // A file that was written just now is not remembered, and what is remembered is to be looked at.
  await sleep(2100);
  await build(grown);
});

describe('What is withheld', () => {
  it('is found by this search wherever it stands, as long as it is published', () => {
    const found = foundIn(grown);
    for (const access of ARTICLES) {
      const files = found[access];
      for (const known of [
        `articles/${idOf(access)}.html`,
        `articles/${idOf(access)}.capture.html`,
        `captures/${idOf(access)}.bin`,
        ...(access === 'withdrawn' ? ['dossiers/quoting.html', 'dossiers/copying.html'] : []),
        ...['feed.xml', 'feed.json', 'data/articles.ndjson', 'data/record.ndjson', 'record.bin'],
      ]) {
        assert.ok(files.includes(known), `${access}: ${known}`);
      }
      assert.ok(files.some((file) => /^search\/texts-\d+\.bin$/.test(file)));
      assert.ok(files.some((file) => /^pagefind\/fragment\//.test(file)));
    }
  });

  it('is left out of a rehearsal: nothing changes', async () => {
    const before = fingerprint(content);
    const args = [idOf('withdrawn'), '--reason', 'Somebody whom it names asked for it.'];
    const { status, stdout, stderr } = await run('withdraw', [...args, '--dry-run'], {
      folders: grown,
    });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /holds it in \d+ files[\s\S]*This was a rehearsal/);
    assert.equal(firstDifference(before, fingerprint(content)), undefined);
    const asked = await run('withdraw', args, { folders: grown });
    assert.equal(asked.status, 1);
    assert.match(asked.stderr, /Cannot ask: this is not a terminal/);
    assert.equal(firstDifference(before, fingerprint(content)), undefined);
  });

  it('stands in no file of the site and no cache after a withdrawal, built upon the last site or where none stood', async () => {
    allow('excerpt');
    allow('metadata');
    await run('seal', ['--all'], { folders: grown });
    const { status, stdout, stderr } = await run(
      'withdraw',
      [idOf('withdrawn'), '--reason', 'Somebody whom it names asked for it.', '--yes'],
      { folders: grown },
    );
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Removed \d+ caches?/);
    const { cache } = foldersOf({ ARCHIVE_CONTENT: content, ARCHIVE_OUT: grown.out }, ROOT);
    assert.ok(stdout.includes(`\n  ${cache}\n`));
    assert.match(stdout, /dossiers\/copying\.mdx: .*all of it is held back/);
    assert.match(stdout, /dossiers\/quoting\.mdx: its quotations and cards/);
    assert.match(stdout, /Caches and drafts were looked for in: .*\.pressmark/);
    assert.ok(!existsSync(path.join(content, `captures/${idOf('withdrawn')}.txt`)));
    assert.deepEqual(
      [...findSentences(content, sentencesOf('withdrawn'))].map(({ file }) => file),
      ['dossiers/copying.mdx', 'dossiers/quoting.mdx'],
    );
    await build(grown);
    await oldSiteIsGone(grown);
    await build(fresh);
    for (const folders of [grown, fresh]) {
      const found = foundIn(folders);
      for (const whose of ['withdrawn', 'metadata', 'beyond'] as const) {
        assert.deepEqual(found[whose], [], whose);
      }
      assert.ok(found.excerpt.length > 5, 'the excerpt is published');
      assert.ok(found.full.length > 5, 'the rest is published');
    }
    assert.equal(firstDifference(fingerprint(grown.out), fingerprint(fresh.out)), undefined);
  });

  it('leaves a tombstone at every address, for readers, hosts and feeds, and in no list', () => {
    const page = (file: string) => readFileSync(path.join(grown.out, file), 'utf8');
    for (const address of [
      `articles/${idOf('withdrawn')}`,
      `articles/${idOf('withdrawn')}.capture`,
    ]) {
      const html = page(`${address}.html`);
      assert.match(html, /<meta name="robots" content="noindex">/);
      assert.match(html, /Somebody whom it names asked for it\./);
      assert.ok(!html.includes('Ann Teller'));
      assert.ok(page('withdrawn.txt').includes(`/${address}.html\n`));
      assert.ok(!page('sitemap-1.xml').includes(address));
    }
    assert.match(page('articles/old-withdrawn.html'), /url=1999\/withdrawn-story\.html/);
    assert.match(page('corrections.xml'), /Somebody whom it names asked for it/);
    for (const list of ['timeline.html', 'people/ann-teller.html', 'data/articles.csv']) {
      assert.ok(!page(list).includes('withdrawn-story'), list);
      assert.ok(page(list).includes('metadata-story'), list);
    }
  });

  it('passes verify, which says where a withheld sentence stands that somebody put into the site', async () => {
    const good = await run('verify', [], { folders: grown });
    assert.match(good.stdout, /checked: 3 problems/, good.stderr);
    assert.match(
      good.stderr,
      /dossiers\/copying\.mdx:1\n.*holds sentences of 1999\/withdrawn-story/,
    );
    assert.match(
      good.stderr,
      /dossiers\/quoting\.mdx:10\n.*quotation or card is of 1999\/withdrawn/,
    );
    const file = path.join(fresh.out, 'about.html');
    writeFileSync(file, `${readFileSync(file, 'utf8')}<p>${bodies.metadata}</p>`);
    const { record } = readArchive(content, undefined, { whole: true });
    assert.ok(record);
    const found = withheldRule({ folder: fresh.out, record });
    assert.deepEqual(
      found.map((finding) => finding.file),
      ['/about.html'],
    );
    assert.match(found[0]?.what ?? '', /words of articles\/1999\/metadata-story\.mdx/);
  });

  it('is not in a restored archive either, which says so and builds the same site', async () => {
    const restored = {
      content: path.join(temporary, 'restored'),
      out: path.join(temporary, 'again'),
    };
    const { status, stdout, stderr } = await run('restore', [grown.out], { folders: restored });
    assert.equal(status, 0, stderr);
    assert.match(
      stdout,
      /does not publish all of 2 articles[\s\S]*1999\/excerpt[\s\S]*1999\/metadata/,
    );
    await build(restored);
    assert.equal(firstDifference(fingerprint(grown.out), fingerprint(restored.out)), undefined);
    const verified = await run('verify', [], { folders: restored });
    assert.equal(verified.status, 0, verified.stderr);
  });
});
