import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { keeperRule } from '../../src/cli/verify/content/keeper.ts';
import { manifestRule } from '../../src/cli/verify/content/manifest.ts';
import { namedRule } from '../../src/cli/verify/content/named.ts';
import { tracedRule } from '../../src/cli/verify/content/traced.ts';
import { usedRule } from '../../src/cli/verify/content/used.ts';
import type { ContentRule } from '../../src/cli/verify/finding.ts';
import { copyOfBase, recordOf, replace, write } from './temp-archive.ts';

const FERRY = 'articles/1998/ferry-returns-to-lindmar.mdx';
const FERRY_CAPTURE = 'captures/1998/ferry-returns-to-lindmar.txt';

interface Break {
  readonly name: string;
  readonly rule: ContentRule;
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
    name: 'a line of the manifest that cannot be read, and one that repeats a path',
    rule: manifestRule,
    make: (folder) => {
      const text = readFileSync(`${folder}/manifest-sha256.txt`, 'utf8');
      const [first = ''] = text.split('\n');
      write(folder, 'manifest-sha256.txt', `${text}${first}\nnot a line\n`);
    },
    due: [
      ['manifest-sha256.txt', /^This line is not “<hash> {2}<path>”/],
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

function findingsOf(rule: ContentRule, folder: string) {
  return rule({ folder, record: recordOf(folder) });
}

test('nothing is found in an archive without a fault', (t) => {
  const folder = copyOfBase(t);
  for (const rule of RULES) assert.deepEqual(findingsOf(rule, folder), []);
});

for (const { name, rule, make, due, advice } of BREAKS) {
  test(`verify finds ${name}`, (t) => {
    const folder = copyOfBase(t);
    make(folder);
    const findings = findingsOf(rule, folder);
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

test('the lines of a manifest that cannot be read are named by their numbers', (t) => {
  const folder = copyOfBase(t);
  const text = readFileSync(`${folder}/manifest-sha256.txt`, 'utf8');
  write(folder, 'manifest-sha256.txt', `x\n${text}y\n`);
  const lines = text.split('\n').length;
  assert.deepEqual(
    findingsOf(manifestRule, folder).map(({ line }) => line),
    [1, lines + 1],
  );
});

test('a headline that the archive supplied is not looked for in the capture', (t) => {
  const folder = copyOfBase(t);
  replace(
    folder,
    FERRY,
    'title: Ferry Returns to Lindmar',
    'title: "[Ferry again]"\nsupplied:\n  title:\n    evidence: The page has no headline of its own; this one was made here.',
  );
  assert.deepEqual(findingsOf(tracedRule, folder), []);
});

test('a capture that is neither plain text nor Markdown is not traced', (t) => {
  const folder = copyOfBase(t);
  const html = '<p>Not to be read as text.</p>\n';
  write(folder, 'captures/1998/ferry.html', html);
  replace(folder, FERRY, FERRY_CAPTURE, 'captures/1998/ferry.html');
  const hash = createHash('sha256').update(html).digest('hex');
  const text = readFileSync(`${folder}/${FERRY}`, 'utf8');
  write(folder, FERRY, text.replace(/sha256: [0-9a-f]{64}/, `sha256: ${hash}`));
  assert.deepEqual(findingsOf(tracedRule, folder), []);
});

test('a name of one kind inside a name of another is not meant', (t) => {
  const folder = copyOfBase(t);
  write(folder, 'outlets/radio-lindmar.yml', 'name: Radio Lindmar\ncode: RL\n');
  replace(folder, FERRY, 'one goat.', 'one goat, said Radio Lindmar.');
  replace(folder, FERRY, 'Returns to Lindmar', 'Returns');
  replace(folder, FERRY, 'its berth in Lindmar.', 'its berth.');
  replace(folder, FERRY, 'LINDMAR - The', 'The');
  assert.deepEqual(
    findingsOf(namedRule, folder).map(({ what }) => what),
    ['“places” lists “lindmar”, and no spelling of that record stands in the text.'],
  );
});
