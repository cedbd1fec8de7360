import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { compareProblems, formatProblems } from '../../src/model/problem.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { BASE, copyOfBase, recordOf, replace, tempFolder, write } from './temp-archive.ts';

const FERRY = 'articles/1998/ferry-returns-to-lindmar.mdx';
const MILL = 'articles/2003/council-votes-on-the-old-mill.mdx';

test('an archive without a fault is read whole, in order of ids', () => {
  const { settings, articles, authorities } = recordOf(BASE);
  assert.equal(settings.title, 'The Lindmar Clippings');
  assert.deepEqual(
    articles.map(({ id, data }) => [id, data.title, data.date]),
    [
      ['1998/ferry-returns-to-lindmar', 'Ferry Returns to Lindmar', '1998-05-02'],
      ['2003/council-votes-on-the-old-mill', 'Council Votes on the Old Mill', '2003-10~'],
    ],
  );
  assert.deepEqual(articles[0]?.data.source, ['lake-courier']);
  assert.deepEqual(articles[1]?.data.source, ['north-wire', 'evening-post']);
  assert.equal(articles[0]?.body.blocks.at(-1)?.text, 'Photo: Mira Sand');
  assert.deepEqual(
    authorities.people.map(({ id }) => id),
    ['ada-brenner', 'mira-sand', 'tomas-okell'],
  );
});

test('two readings of one folder have one digest, and any change another', (t) => {
  const before = recordOf(BASE).digest;
  const folder = copyOfBase(t);
  assert.equal(recordOf(folder).digest, before);
  replace(folder, FERRY, 'one goat', 'two goats');
  const afterText = recordOf(folder).digest;
  assert.notEqual(afterText, before);
  replace(folder, 'archive.yml', 'The Lindmar Library', 'The Library');
  assert.notEqual(recordOf(folder).digest, afterText);
});

test('an archive with settings and nothing else is empty, and fine', (t) => {
  const folder = tempFolder(t);
  cpSync(path.join(BASE, 'archive.yml'), path.join(folder, 'archive.yml'));
  const { articles, authorities } = recordOf(folder);
  assert.deepEqual(articles, []);
  assert.deepEqual(Object.values(authorities).flat(), []);
});

test('a folder that is not there is told of by its name', (t) => {
  const folder = path.join(tempFolder(t), 'nowhere');
  const { record, problems } = readArchive(folder);
  assert.equal(record, undefined);
  assert.deepEqual(
    problems.map(({ file, what }) => [file, what]),
    [[folder, 'There is no content folder here.']],
  );
});

test('line feeds of Windows change neither what is read nor the lines of a report', (t) => {
  const folder = copyOfBase(t);
  for (const file of [FERRY, 'people/ada-brenner.yml', 'archive.yml']) {
    replaceAll(folder, file, '\n', '\r\n');
  }
  const { articles } = recordOf(folder);
  assert.deepEqual(articles[0]?.body.blocks, recordOf(BASE).articles[0]?.body.blocks);
  replace(folder, FERRY, 'one goat', 'one {goat}');
  replace(folder, FERRY, '  - mira-sand', '  - mira-snad');
  assert.deepEqual(
    readArchive(folder).problems.map(({ line }) => line),
    [25, 8],
  );
});

function replaceAll(folder: string, file: string, from: string, to: string): void {
  const text = readFileSync(path.join(folder, file), 'utf8');
  write(folder, file, text.replaceAll(from, to));
}

test('a link among the articles, the records or the captures stops the build', (t) => {
  for (const file of [FERRY, 'people/ada-brenner.yml', 'captures/1998/extra.txt']) {
    const folder = copyOfBase(t);
    const name = path.join(folder, file);
    const elsewhere = path.join(tempFolder(t), 'elsewhere');
    if (file.includes('extra')) write(path.dirname(elsewhere), 'elsewhere', 'x');
    else renameSync(name, elsewhere);
    symlinkSync(elsewhere, name);
    const { record, problems } = readArchive(folder);
    assert.equal(record, undefined);
    assert.ok(
      problems.some((problem) => problem.file === file && /a link/.test(problem.what)),
      formatProblems(problems),
    );
  }
});

test('a link to the content folder itself is followed', (t) => {
  const link = path.join(tempFolder(t), 'content');
  symlinkSync(BASE, link);
  assert.equal(recordOf(link).articles.length, 2);
});

test('a folder in the place of a file is a problem, not an exception', (t) => {
  const folder = copyOfBase(t);
  rmSync(path.join(folder, 'archive.yml'));
  mkdirSync(path.join(folder, 'archive.yml'));
  assert.match(formatProblems(readArchive(folder).problems), /archive\.yml\n {2}This file cannot/);
});

test('desktop litter is passed over', (t) => {
  const folder = copyOfBase(t);
  for (const file of ['.DS_Store', 'people/Thumbs.db', 'articles/1998/desktop.ini']) {
    write(folder, file, 'x');
  }
  assert.equal(recordOf(folder).articles.length, 2);
});

test('all faults of a folder are reported in one run, sorted by file and line', (t) => {
  const folder = copyOfBase(t);
  replace(folder, 'archive.yml', 'https://clippings', 'ftp://clippings');
  replace(folder, FERRY, 'date: 1998-05-02', 'date: 1998-02-30');
  replace(folder, FERRY, 'outlet: lake-courier', 'outlet: harbour-gazette');
  replace(folder, FERRY, 'topics: [town-life]', 'topics: [town-life, ferrys]');
  replace(folder, FERRY, 'byline:', 'by-line:');
  replace(folder, FERRY, '/articles/1998/ferry-returns.html', '/people/ada-brenner.html');
  replace(folder, FERRY, 'one goat', '{one} goat');
  replace(folder, FERRY, '212', '<b>212</b>');
  replace(folder, MILL, '  - lindmar', '\t- lindmar');
  replace(folder, MILL, 'who had asked', 'who [had](x.html) asked');
  replace(folder, 'captures/1998/ferry-returns-to-lindmar.txt', '212', '213');
  replace(folder, 'people/mira-sand.yml', 'Mira Sand', 'Tomas Okell\nsharedWith: [nobody]\nage: 4');
  write(folder, 'places/Oster.yml', 'name: Oster\n');
  write(folder, 'outlets/lake-courier.yml', Buffer.from('name: Caf\xe9\n', 'latin1'));
  write(folder, 'draft.mdx', 'Not yet.\n');
  const { record, problems } = readArchive(folder);
  assert.equal(record, undefined);
  const found = [...problems].sort(compareProblems).map(({ file, line }) => `${file}:${line}`);
  assert.deepEqual(found, [
    'archive.yml:5',
    `${FERRY}:3`,
    `${FERRY}:4`,
    `${FERRY}:11`,
    `${FERRY}:12`,
    `${FERRY}:15`,
    `${FERRY}:18`,
    `${FERRY}:25`,
    `${FERRY}:25`,
    `${MILL}:8`,
    `${MILL}:33`,
    'draft.mdx:undefined',
    'outlets/lake-courier.yml:1',
    'people/mira-sand.yml:2',
    'people/mira-sand.yml:3',
    'people/tomas-okell.yml:1',
    'places/Oster.yml:undefined',
  ]);
  const report = formatProblems(problems);
  assert.match(report, /\n\n17 problems\. Nothing was built or changed\.$/);
  const places = report.match(/^\S+(?=\n {2}\S)/gm)?.map((place) => place.split(':')[0]);
  assert.deepEqual(places, [...(places ?? [])].sort());
  assert.equal(places?.length, 17);
});
