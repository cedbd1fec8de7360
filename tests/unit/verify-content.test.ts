import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sealFiles } from '../../src/cli/seal/seal-files.ts';
import { articleRules } from '../../src/cli/verify/article-rules.ts';
import { capturesOf } from '../../src/cli/verify/captures.ts';
import { datedRule as dated } from '../../src/cli/verify/content/dated.ts';
import { furnitureRule } from '../../src/cli/verify/content/furniture.ts';
import { keeperRule } from '../../src/cli/verify/content/keeper.ts';
import { manifestRule } from '../../src/cli/verify/content/manifest.ts';
import { namedRule } from '../../src/cli/verify/content/named.ts';
import { repeatedRule } from '../../src/cli/verify/content/repeated.ts';
import { reviewRule } from '../../src/cli/verify/content/review.ts';
import { statedRule as stated } from '../../src/cli/verify/content/stated.ts';
import { tracedRule as traced } from '../../src/cli/verify/content/traced.ts';
import { usedRule } from '../../src/cli/verify/content/used.ts';
import type { ContentRule, FolderRule } from '../../src/cli/verify/finding.ts';
import { hashFile, MANIFEST_FILE } from '../../src/record/manifest.ts';
import { copyOfBase, recordOf, replace, write } from './temp-archive.ts';

const [tracedRule, datedRule, statedRule] = [traced, dated('2026-11-21'), stated].map((rule) =>
  articleRules([rule]),
) as [ContentRule, ContentRule, ContentRule];
const FERRY = 'articles/1998/ferry-returns-to-lindmar.mdx';
const FERRY_CAPTURE = 'captures/1998/ferry-returns-to-lindmar.txt';

interface Break {
  readonly name: string;
  readonly rule: ContentRule | FolderRule;
  readonly make: (folder: string) => void;
  /** File and words of every finding that is due, in order. */
  readonly due: readonly (readonly [file: string, what: RegExp])[];
  readonly advice?: true;
}

const BREAKS: readonly Break[] = [
  {
    name: 'a byte that was flipped after sealing',
    rule: manifestRule,
    make: (folder) => replace(folder, 'people/ada-brenner.yml', 'Reporter', 'Seporter'),
    due: [['people/ada-brenner.yml', /^The file has changed since it was sealed: .* [0-9a-f]{64}/]],
  },
  {
    name: 'a file that the manifest does not name',
    rule: manifestRule,
    make: (folder) => write(folder, 'people/new.yml', 'name: Somebody New\n'),
    due: [['people/new.yml', /^The file is not in the manifest/]],
  },
  {
    name: 'a file that is gone',
    rule: manifestRule,
    make: (folder) => {
      replace(folder, FERRY, 'topics: [town-life]\n', '');
      replace(folder, 'articles/2003/council-votes-on-the-old-mill.mdx', '  - town-life', '  []');
      rmSync(`${folder}/topics/town-life.yml`);
    },
    due: [
      [FERRY, /^The file has changed/],
      ['articles/2003/council-votes-on-the-old-mill.mdx', /^The file has changed/],
      ['topics/town-life.yml', /^The manifest names this file, and it is missing/],
    ],
  },
  {
    name: 'a line of the manifest that cannot be read, and one that gives a path another hash, but not a repeated line',
    rule: manifestRule,
    make: (folder) => {
      const text = readFileSync(`${folder}/manifest-sha256.txt`, 'utf8');
      const [first = ''] = text.split('\n');
      const other = first.replace(/^.{64}/, '0'.repeat(64));
      write(folder, 'manifest-sha256.txt', `${text}${first}\n${other}\nnot a line\n`);
    },
    due: [
      ['manifest-sha256.txt', /^This line gives archive\.yml another hash/],
      ['manifest-sha256.txt', /^This line is not “<hash> {2}<path>”/],
    ],
  },
  {
    name: 'no manifest',
    rule: manifestRule,
    make: (folder) => rmSync(`${folder}/manifest-sha256.txt`),
    due: [['manifest-sha256.txt', /^There is no manifest/]],
  },
  {
    name: 'a word that differs from the capture',
    rule: tracedRule,
    make: (folder) => replace(folder, FERRY, '212 passengers', '221 passengers'),
    due: [
      [FERRY, /does not stand in captures\/1998\/.*“The harbour master, Tomas Okell, counted 221/],
    ],
  },
  {
    name: 'a mark that was curled',
    rule: tracedRule,
    make: (folder) => replace(folder, FERRY, '"eleven quiet winters"', '“eleven quiet winters”'),
    due: [[FERRY, /“LINDMAR - The old ferry/]],
  },
  {
    name: 'a headline that was changed',
    rule: tracedRule,
    make: (folder) => replace(folder, FERRY, 'title: Ferry Returns', 'title: Ferry returns'),
    due: [[FERRY, /“Ferry returns to Lindmar”/]],
  },
  {
    name: 'a paragraph that was added',
    rule: tracedRule,
    make: (folder) => replace(folder, FERRY, 'one goat.\n', 'one goat.\n\nThe goat was a sheep.\n'),
    due: [[FERRY, /“The goat was a sheep\.”/]],
  },
  {
    name: 'a paragraph that was moved',
    rule: tracedRule,
    make: (folder) => {
      replace(folder, FERRY, 'By Ada Brenner\n\nLINDMAR', 'LINDMAR');
      replace(folder, FERRY, 'one goat.\n', 'one goat.\n\nBy Ada Brenner\n');
    },
    due: [[FERRY, /“By Ada Brenner”/]],
  },
  {
    name: 'a date that is later than the capture',
    rule: datedRule,
    make: (folder) => replace(folder, FERRY, '  sha256:', '  capturedAt: 1998-04-30\n  sha256:'),
    due: [[FERRY, /^The date 1998-05-02 is later than the capture, which is of 1998-04-30/]],
  },
  {
    name: 'a date that is still to come',
    rule: datedRule,
    make: (folder) => replace(folder, FERRY, 'date: 1998-05-02', 'date: 2031-05-02'),
    due: [[FERRY, /^The date 2031-05-02 is still to come/]],
  },
  {
    name: 'an uncertain date of which nobody says how it is known',
    rule: datedRule,
    make: (folder) => replace(folder, FERRY, 'date: 1998-05-02', 'date: 1998-05~'),
    due: [[FERRY, /^The date 1998-05~ is marked as uncertain, and nothing says how it is known/]],
    advice: true,
  },
  {
    name: 'a date that the page does not state and nobody says is supplied',
    rule: datedRule,
    make: (folder) => replace(folder, FERRY, 'date: 1998-05-02', 'date: 1998-05-03'),
    due: [[FERRY, /^The date 1998-05-03 was not found in captures\/1998/]],
    advice: true,
  },
  {
    name: 'a byline that the page does not state',
    rule: statedRule,
    make: (folder) => replace(folder, FERRY, 'byline: By Ada Brenner', 'byline: By Eda Brenner'),
    due: [[FERRY, /^“byline” says “By Eda Brenner”, and captures\/1998/]],
    advice: true,
  },
  {
    name: 'a record that waits for a person',
    rule: reviewRule,
    make: (folder) =>
      write(
        folder,
        'people/ada-brenner.yml',
        `${readFileSync(`${folder}/people/ada-brenner.yml`, 'utf8')}review: Made from a byline; add spellings.\n`,
      ),
    due: [['people/ada-brenner.yml', /^The record waits for a person: Made from a byline/]],
    advice: true,
  },
  {
    name: 'furniture that was left in a body',
    rule: furnitureRule,
    make: (folder) =>
      replace(
        folder,
        FERRY,
        'one goat.\n',
        'one goat.\n\nShare this article\n\nWe use cookies on this website.\n\nLeave a Reply\n\nSubscribe to our newsletter\n',
      ),
    due: [
      [FERRY, /\(sharing buttons\): “Share this article”/],
      [FERRY, /\(cookie or privacy notice\)/],
      [FERRY, /\(comments\)/],
      [FERRY, /\(subscription or newsletter\)/],
    ],
    advice: true,
  },
  {
    name: 'a text that an outlet has twice',
    rule: repeatedRule,
    make(folder) {
      const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
      replace(folder, FERRY, 'one goat.\n', `one goat.\n\n${words}\n`);
      const text = readFileSync(`${folder}/${FERRY}`, 'utf8').replace(/aliases:\n.*\n/, '');
      write(folder, 'articles/1998/the-ferry-again.mdx', text.replace('one goat', 'two goats'));
    },
    due: [
      [
        'articles/1998/the-ferry-again.mdx',
        /^articles\/1998\/ferry-returns-to-lindmar\.mdx, of the same outlet, has the same capture/,
      ],
    ],
    advice: true,
  },
  {
    name: 'a text that an outlet has fifty times, told once for each',
    rule: repeatedRule,
    make(folder) {
      const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
      replace(folder, FERRY, 'one goat.\n', `one goat.\n\n${words}\n`);
      const text = readFileSync(`${folder}/${FERRY}`, 'utf8').replace(/aliases:\n.*\n/, '');
      for (let at = 10; at < 60; at++) {
        const capture = `captures/1998/no-${at}.txt`;
        write(folder, capture, `${at}`);
        write(
          folder,
          `articles/1998/no-${at}.mdx`,
          text
            .replace('one goat', `${at} goats`)
            .replace(FERRY_CAPTURE, capture)
            .replace(/[0-9a-f]{64}/, createHash('sha256').update(`${at}`).digest('hex')),
        );
      }
    },
    due: Array.from({ length: 50 }, (_, at) => [
      `articles/1998/no-${at + 10}.mdx`,
      /^articles\/1998\/ferry-returns-to-lindmar\.mdx, of the same outlet, has nearly the same text/,
    ]),
    advice: true,
  },
  {
    name: 'a person whom the text names and the article does not list',
    rule: namedRule,
    make: (folder) => replace(folder, FERRY, '  - tomas-okell\n', ''),
    due: [[FERRY, /^The text says “Tomas Okell”, a spelling of people\/tomas-okell/]],
    advice: true,
  },
  {
    name: 'a place that the article lists and the text does not name',
    rule: namedRule,
    make: (folder) => {
      replace(folder, FERRY, 'crossing to Oster Island', 'crossing to the island');
    },
    due: [[FERRY, /^“places” lists “oster-island”, and no spelling of that record/]],
    advice: true,
  },
  {
    name: 'a record that no article refers to',
    rule: usedRule,
    make: (folder) => write(folder, 'topics/fishing.yml', 'name: Fishing\n'),
    due: [['topics/fishing.yml', /^No article refers to this topic/]],
    advice: true,
  },
  {
    name: 'a capture that no article refers to',
    rule: usedRule,
    make: (folder) => write(folder, 'captures/1999/lost.txt', 'Words.\n'),
    due: [['captures/1999/lost.txt', /^No article refers to this capture/]],
    advice: true,
  },
  {
    name: 'a keeper and an address that are examples',
    rule: keeperRule,
    make: (folder) => {
      replace(folder, 'archive.yml', 'keeper@lindmar.test', 'keeper@archive.example.org');
      replace(folder, 'archive.yml', 'clippings.lindmar.test', 'www.example.com');
    },
    due: [
      ['archive.yml', /^“contact” is still the example keeper@archive\.example\.org/],
      ['archive.yml', /^“baseUrl” is still the example https:\/\/www\.example\.com/],
    ],
    advice: true,
  },
];

const RULES = new Set(BREAKS.map(({ rule }) => rule));

/** The base archive, with the date of its ferry in the capture, so that every fact is stated there. */
function copyWithDate(t: TestContext): string {
  const folder = copyOfBase(t);
  replace(folder, FERRY_CAPTURE, 'By Ada Brenner\n', 'By Ada Brenner\n\n2 May 1998\n');
  const entry = readFileSync(`${folder}/${FERRY}`, 'utf8');
  const hash = hashFile(folder, FERRY_CAPTURE);
  write(folder, FERRY, entry.replace(/sha256: [0-9a-f]{64}/, `sha256: ${hash}`));
  rmSync(`${folder}/${MANIFEST_FILE}`);
  sealFiles(folder, undefined, { day: '2026-11-30' }, () => {});
  return folder;
}

async function findingsOf(rule: ContentRule | FolderRule, folder: string) {
  // A manifest that cannot be read keeps the record from being read.
  if (rule === manifestRule) return manifestRule({ folder });
  return rule({ folder, record: recordOf(folder), captures: capturesOf(folder) });
}

/** Puts a saved page in the place of the ferry's capture. */
function capturePage(folder: string, html: string, ending = 'html'): void {
  const file = `captures/1998/ferry.${ending}`;
  const bytes = ending.endsWith('.gz') ? gzipSync(html) : Buffer.from(html);
  write(folder, file, bytes);
  replace(folder, FERRY, FERRY_CAPTURE, file);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const text = readFileSync(`${folder}/${FERRY}`, 'utf8');
  write(folder, FERRY, text.replace(/sha256: [0-9a-f]{64}/, `sha256: ${hash}`));
}

/** The ferry's article as a page, with a menu around it and the date in its head. */
const PAGE = (words = 'counted 212 passengers and one goat.') => `<!doctype html><html><head>
<title>Ferry Returns to Lindmar | Lake Courier</title>
<meta property="article:published_time" content="1998-05-02T06:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><p>Share this article</p>
<h1>Ferry Returns to <em>Lindmar</em></h1><p>By Ada Brenner</p>
<p>LINDMAR - The old ferry is back on the lake after "eleven quiet winters" -- and the first
crossing to Oster&nbsp;Island was full.</p><p>The harbour master, Tomas Okell, ${words}</p>
<figure><figcaption>The ferry at its berth in Lindmar. <span class="credit">Photo: Mira Sand</span></figcaption></figure>
<script>document.write('never')</script><h2>Most read</h2><p>Ferry Returns to Lindmar</p></body></html>`;

test('nothing is found in an archive without a fault', async (t) => {
  const folder = copyWithDate(t);
  for (const rule of RULES) assert.deepEqual(await findingsOf(rule, folder), []);
});

for (const { name, rule, make, due, advice } of BREAKS) {
  test(`verify finds ${name}`, async (t) => {
    const folder = copyWithDate(t);
    make(folder);
    const findings = await findingsOf(rule, folder);
    assert.deepEqual(
      findings.map(({ file }) => file),
      due.map(([file]) => file),
    );
    for (const [index, [, what]] of due.entries()) assert.match(findings[index]?.what ?? '', what);
    for (const finding of findings) {
      assert.equal(finding.advice, advice);
      for (const words of [finding.why, finding.remedy]) assert.match(words, /^[A-Z].*\.$/s);
    }
  });
}

test('the lines of a manifest that cannot be read are named by their numbers', async (t) => {
  const folder = copyWithDate(t);
  const text = readFileSync(`${folder}/manifest-sha256.txt`, 'utf8');
  write(folder, 'manifest-sha256.txt', `x\n${text}y\n`);
  const lines = text.split('\n').length;
  assert.deepEqual(
    (await findingsOf(manifestRule, folder)).map(({ line }) => line),
    [1, lines + 1],
  );
});

test('a headline that the archive supplied is not looked for in the capture', async (t) => {
  const folder = copyWithDate(t);
  replace(
    folder,
    FERRY,
    'title: Ferry Returns to Lindmar',
    'title: "[Ferry again]"\nsupplied:\n  title:\n    evidence: The page has no headline of its own; this one was made here.',
  );
  assert.deepEqual(await findingsOf(tracedRule, folder), []);
});

test('an article is traced in a saved page too, packed or not, with its menus and entities', async (t) => {
  for (const ending of ['html', 'html.gz']) {
    const folder = copyWithDate(t);
    capturePage(folder, PAGE(), ending);
    for (const rule of [tracedRule, datedRule, statedRule]) {
      assert.deepEqual(await findingsOf(rule, folder), [], ending);
    }
  }
});

test('a word that differs from a saved page is named with its line', async (t) => {
  const folder = copyWithDate(t);
  capturePage(folder, PAGE('counted 221 passengers and one goat.'));
  const [finding, ...others] = await findingsOf(tracedRule, folder);
  assert.deepEqual(others, []);
  assert.match(finding?.what ?? '', /“The harbour master, Tomas Okell, counted 212/);
  const lines = readFileSync(`${folder}/${FERRY}`, 'utf8').split('\n');
  assert.match(lines[(finding?.line ?? 0) - 1] ?? '', /^The harbour master/);
});

test('a capture that cannot be read as text is said to be so', async (t) => {
  const folder = copyWithDate(t);
  capturePage(folder, '\0\u0001\u0002'.repeat(2000), 'pdf');
  const [finding] = await findingsOf(tracedRule, folder);
  assert.ok(finding?.advice);
  assert.match(finding.what, /can’t be read as text: It is neither a page nor a text/);
});

test('a name of one kind inside a name of another is not meant', async (t) => {
  const folder = copyWithDate(t);
  write(folder, 'outlets/radio-lindmar.yml', 'name: Radio Lindmar\ncode: RL\n');
  replace(folder, FERRY, 'one goat.', 'one goat, said Radio Lindmar.');
  replace(folder, FERRY, 'Returns to Lindmar', 'Returns');
  replace(folder, FERRY, 'its berth in Lindmar.', 'its berth.');
  replace(folder, FERRY, 'LINDMAR - The', 'The');
  assert.deepEqual(
    (await findingsOf(namedRule, folder)).map(({ what }) => what),
    ['“places” lists “lindmar”, and no spelling of that record stands in the text.'],
  );
});
