import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { readArchive } from '../../record/read-archive.ts';
import { manifestRule } from '../verify/content/manifest.ts';
import { archiveWithoutArticles } from './archive-for-tests.ts';
import type { AddArguments } from './arguments.ts';
import { Asker } from './ask.ts';
import { makeContext } from './context.ts';
import { Reader } from './reader.ts';
import { addAll } from './run.ts';

const STORY = `The government will raise pensions in the spring, the minister said on Tuesday after a meeting in the capital that lasted six hours.

Import tariffs rose 10% in January, and the money is to come from them, as the minister explained to those who had waited outside.

Critics asked why the promise was made so late, and whether it would be kept when the tariffs fall again, as they did two years ago.

Alexander Lukashenko was not at the meeting; his office said that he was travelling and would read the papers when he came back to Minsk.
`;

const KEYS =
  'file title date dateSource byline outlet source language url people places paragraphs captions removed review private publish'.split(
    ' ',
  );

interface World {
  readonly folder: string;
  readonly file: (name: string, content: string | Uint8Array) => string;
  readonly add: (
    files: readonly string[],
    args?: Partial<AddArguments>,
    typed?: string,
    meanwhile?: () => Promise<unknown>,
  ) => Promise<{ failed: number; lines: string[]; told: string[] }>;
}

function world(t: TestContext): World {
  const folder = archiveWithoutArticles(t);
  const inbox = archiveWithoutArticles(t);
  const reader = new Reader();
  t.after(() => reader.close());
  return {
    folder,
    file(name, content) {
      writeFileSync(path.join(inbox, name), content);
      return name;
    },
    async add(files, args = {}, typed, meanwhile) {
      const { record, problems } = readArchive(folder);
      assert.deepEqual(problems, []);
      assert.ok(record);
      const [lines, told]: [string[], string[]] = [[], []];
      const input = new PassThrough();
      const asker = typed === undefined ? undefined : new Asker(input, new PassThrough());
      if (typed !== undefined) input.end(`${typed}\n`);
      const context = makeContext(folder, record, '2026-11-21T10:00:00.000Z');
      await meanwhile?.();
      const failed = await addAll(
        { help: false, yes: typed === undefined, dryRun: false, json: true, files, ...args },
        {
          context,
          reader,
          asker,
          from: inbox,
          print: (line) => lines.push(line),
          tell: (line) => told.push(line),
        },
      );
      asker?.close();
      return { failed, lines, told };
    },
  };
}

function articlesOf(folder: string): string[] {
  const { record, problems } = readArchive(folder);
  assert.deepEqual(problems, []);
  assert.ok(record);
  assert.deepEqual(manifestRule({ folder }), []);
  return record.articles.map(({ id }) => id);
}

const CAPTURE = `Pensions to rise in the spring\n\n5 March 2019\n\n${STORY}`;

test('a dry run prints exactly the fields promised, in the order given, and writes nothing', async (t) => {
  const { folder, file, add } = world(t);
  const files = [
    file('b.txt', CAPTURE),
    'missing.txt',
    file('a.txt', CAPTURE.replace('Pensions', 'Wages')),
  ];
  const { failed, lines } = await add(files, { dryRun: true });
  const objects = lines.map((line) => JSON.parse(line));
  assert.equal(failed, 1);
  assert.deepEqual(
    objects.map(({ file: name }) => name),
    files,
  );
  assert.deepEqual(Object.keys(objects[0]), KEYS);
  assert.deepEqual(Object.keys(objects[1]), ['file', 'error']);
  assert.match(objects[1].error, /no such file/);
  assert.equal(objects[0].date, '2019-03-05');
  assert.deepEqual(objects[0].people, ['alexander-lukashenko']);
  assert.deepEqual(objects[0].places, ['minsk']);
  assert.equal(objects[0].paragraphs[1], STORY.split('\n\n')[1]);
  assert.deepEqual(articlesOf(folder), []);
});

test('the capture is kept byte for byte, and the words of the article read as they stand there', async (t) => {
  const { folder, file, add } = world(t);
  const { failed } = await add([file('a.txt', CAPTURE)]);
  assert.equal(failed, 0);
  assert.deepEqual(articlesOf(folder), ['2019/pensions-to-rise-in-the-spring']);
  const capture = readFileSync(
    path.join(folder, 'captures/2019/pensions-to-rise-in-the-spring.txt'),
    'utf8',
  );
  assert.equal(capture, CAPTURE);
  const { record } = readArchive(folder);
  assert.match(
    record?.articles[0]?.body.html ?? '',
    /<p id="p2">Import tariffs rose 10% in January,/,
  );
});

test('what an entry could not know is supplied with evidence, and listed for review', async (t) => {
  const { folder, file, add } = world(t);
  const { lines } = await add([file('a.txt', CAPTURE.replace('5 March 2019\n\n', ''))]);
  const { review, dateSource } = JSON.parse(lines[0] ?? '');
  assert.equal(dateSource, 'inferred');
  assert.ok(review.some((line: string) => line.startsWith('Supplied date: ')));
  const { record } = readArchive(folder);
  const supplied = record?.articles[0]?.data.supplied;
  assert.ok(supplied?.date && supplied.outlet && supplied.source);
  const outlet = record?.authorities.outlets.find(({ id }) => id === 'unidentified');
  assert.match(outlet?.data.review ?? '', /npm run add/);
});

test('the same story again is written beside, never over, the first, with a warning', async (t) => {
  const { folder, file, add } = world(t);
  await add([file('a.txt', CAPTURE)]);
  const { lines } = await add([
    file('c.txt', `${CAPTURE}\nOriginal url: https://other.example/x\n`),
  ]);
  assert.match(lines[0] ?? '', /Also carried by unidentified/);
  assert.deepEqual(articlesOf(folder), [
    '2019/pensions-to-rise-in-the-spring',
    '2019/pensions-to-rise-in-the-spring-2',
  ]);
});

test('the same bytes again are already there, under any name, whatever else is in the call', async (t) => {
  const { folder, file, add } = world(t);
  const other = file('c.txt', CAPTURE.replace('Pensions', 'Wages'));
  const [a, b] = [file('a.txt', CAPTURE), file('b.txt', CAPTURE)];
  const id = '2019/pensions-to-rise-in-the-spring';
  const rehearsal = await add([a, b], { dryRun: true });
  assert.equal(rehearsal.failed, 0);
  assert.deepEqual(JSON.parse(rehearsal.lines[1] ?? ''), { file: b, already: a });
  assert.deepEqual(articlesOf(folder), []);
  const { failed, lines } = await add([a, b, other, 'missing.txt', a]);
  assert.equal(failed, 1, 'the missing one');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).already),
    [undefined, `articles/${id}`, undefined, undefined, `articles/${id}`],
  );
  const again = await add([b, other], { json: false });
  assert.equal(again.failed, 0);
  assert.match(again.told.join('\n'), /b\.txt\n {2}Already there: .* as articles\/2019\/pensions/);
  assert.match(again.told.at(-1) ?? '', /^0 added\. 2 already there\.$/);
  const dry = await add([b], { dryRun: true });
  assert.deepEqual(JSON.parse(dry.lines[0] ?? ''), { file: b, already: `articles/${id}` });
  assert.equal(articlesOf(folder).length, 2);
});

test('what somebody else has added since the archive was read is used and not repeated', async (t) => {
  const { folder, file, add } = world(t);
  const page = (words: string) =>
    `<html><head><title>${words} to rise</title><meta property="og:site_name" content="The Lake News"></head><body><article><h1>${words} to rise</h1><time datetime="2019-03-05">5 March 2019</time>${STORY.split(
      '\n\n',
    )
      .map((text) => `<p>${text.replaceAll('pensions', words)}</p>`)
      .join('')}</article></body></html>`;
  const [one, two] = [file('1.html', page('Wages')), file('2.html', page('Rents'))];
  const same = file('same.html', page('Wages'));
  const { failed, lines } = await add([same, two], {}, undefined, () => add([one]));
  assert.equal(failed, 0);
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).already),
    ['articles/2019/wages-to-rise', undefined],
  );
  assert.deepEqual(articlesOf(folder), ['2019/rents-to-rise', '2019/wages-to-rise']);
  assert.ok(existsSync(path.join(folder, 'outlets/the-lake-news.yml')));
  assert.equal(readdirSync(path.join(folder, 'outlets')).filter((n) => /lake/.test(n)).length, 1);
});

test('a day to come that is announced beside the day of publication is passed over', async (t) => {
  const { add, file } = world(t);
  const article = STORY.trim()
    .split('\n\n')
    .map((text) => `<p>${text}</p>`)
    .join('');
  const page = `<title>Pensions to rise</title><article><h1>Pensions to rise</h1><span class="event-date">Congress: 5 May 2031</span><div class="published">4 March 2019</div>${article}</article>`;
  const { failed, lines } = await add([file('a.html', page)], { dryRun: true });
  assert.equal(failed, 0);
  assert.equal(JSON.parse(lines[0] ?? '').date, '2019-03-04');
});

test('what could not be written has one line, its error', async (t) => {
  const { add, file, folder } = world(t);
  const name = file('a.txt', STORY);
  // Nothing can be written where a folder is.
  rmSync(path.join(folder, '.gitattributes'), { force: true });
  mkdirSync(path.join(folder, '.gitattributes'));
  const { failed, lines } = await add([name]);
  assert.equal(failed, 1);
  assert.deepEqual(
    lines.map((line) => Object.keys(JSON.parse(line))),
    [['file', 'error']],
  );
});

test('a date later than the capture is refused', async (t) => {
  const { file, add } = world(t);
  const { failed, lines } = await add([file('a.txt', CAPTURE.replace('2019', '2031'))]);
  assert.equal(failed, 1);
  assert.match(lines[0] ?? '', /2031-03-05.*later than its capture/);
});

test('files that are no article fail by themselves, and the others are added', async (t) => {
  const { folder, file, add } = world(t);
  const { failed, lines } = await add([
    file('empty.txt', ''),
    file('picture.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3, 4, 5, 6])),
    file('menu.txt', 'Home\nNews\nSport\n'),
    'http://127.0.0.1/private',
    file('a.txt', CAPTURE),
  ]);
  assert.equal(failed, 4);
  assert.equal(lines.filter((line) => 'error' in JSON.parse(line)).length, 4);
  assert.equal(articlesOf(folder).length, 1);
});

test('an entry that stands there already, made by hand, is left as it is', async (t) => {
  const { folder, file, add } = world(t);
  mkdirSync(path.join(folder, 'captures/2019'), { recursive: true });
  const taken = path.join(folder, 'captures/2019/pensions-to-rise-in-the-spring.html');
  writeFileSync(taken, 'older');
  await add([file('a.txt', CAPTURE)]);
  assert.equal(readFileSync(taken, 'utf8'), 'older');
  assert.ok(existsSync(path.join(folder, 'articles/2019/pensions-to-rise-in-the-spring-2.mdx')));
});

test('on a terminal the uncertain fields are asked for, and what is typed is taken', async (t) => {
  const { folder, file, add } = world(t);
  await add(
    [file('a.txt', CAPTURE)],
    { json: false },
    '2019-03-06\nThe paper of that day has it on its first page.\nThe Example Times\n\nThe Example Times\n\ny',
  );
  const { record } = readArchive(folder);
  assert.equal(record?.articles[0]?.data.date, '2019-03-06');
  assert.equal(record?.articles[0]?.data.outlet, 'the-example-times');
  assert.match(record?.articles[0]?.data.supplied.date?.evidence ?? '', /on its first page/);
  assert.ok(readdirSync(path.join(folder, 'outlets')).includes('the-example-times.yml'));
});

test('on a terminal “no” writes nothing', async (t) => {
  const { folder, file, add } = world(t);
  await add([file('a.txt', CAPTURE)], { json: false }, '\n\n\nn');
  assert.deepEqual(articlesOf(folder), []);
});

test('when the person has gone, nothing more is written or asked, and the call has failed', async (t) => {
  const { folder, file, add } = world(t);
  const [first, second] = [file('a.txt', CAPTURE), file('b.txt', `${CAPTURE} It rained.`)];
  const { failed, told } = await add([first, second], { json: false }, '\n\n\nconstructor');
  assert.equal(failed, 2);
  assert.match(told.join(), /Stopped. 2 files not added/);
  assert.deepEqual(articlesOf(folder), []);
});

test('another outlet that is typed becomes the source too where nobody is credited', async (t) => {
  const { folder, file, add } = world(t);
  await add([file('a.txt', CAPTURE)], { json: false }, '\nThe Example Times\n\n\ny');
  const { record } = readArchive(folder);
  assert.deepEqual(record?.articles[0]?.data.source, ['the-example-times']);
  const { supplied } = record?.articles[0]?.data ?? {};
  assert.match(supplied?.source?.evidence ?? '', /own work of The Example Times/);
});

test('a headline in signs that have no letters gets an address of its outlet and day', async (t) => {
  const { folder, file, add } = world(t);
  const text =
    '政府星期一宣布，经过与供应商数周的谈判，家用天然气价格将下调百分之十二，谈判曾一度濒临破裂。';
  const page = `<meta charset="utf-8"><title>天然气价格下调12%</title><article><h1>天然气价格下调12%</h1><div class="date">2019年3月4日</div><p>${text}</p><p>${text.replace('政府', '部长')}</p></article>`;
  await add([file('a.html', page)]);
  assert.deepEqual(articlesOf(folder), ['2019/unidentified-2019-03-04']);
});

const LETTER = `${CAPTURE}
This newsletter was sent to mara.quill@letters.example.net. To leave the list, open https://post.example.net/unsubscribe?r=7c9e6679f7425d40
`;

test('what a newsletter says to its reader is found, cut from the text and named; nothing is decided unasked', async (t) => {
  const { folder, file, add } = world(t);
  const { lines, failed } = await add([file('a.txt', LETTER)]);
  assert.equal(failed, 0);
  const said = JSON.parse(lines[0] ?? '');
  assert.deepEqual(
    said.private.map(({ kind }: { kind: string }) => kind),
    ['recipient', 'unsubscribe'],
  );
  assert.equal(said.publish, null);
  assert.match(said.review.join('\n'), /published as its hash alone until you decide/);
  const [id] = articlesOf(folder);
  const entry = readFileSync(path.join(folder, `articles/${id}.mdx`), 'utf8');
  assert.doesNotMatch(entry, /mara\.quill|7c9e6679|publish:/);
  const { record } = readArchive(folder);
  assert.deepEqual(record?.articles[0]?.published, { kind: 'hash', why: 'private' });
});

for (const [typed, kind] of [
  ['w', 'whole'],
  ['redacted', 'redacted'],
  ['what?\nh', 'hash'],
  ['', undefined],
] as const) {
  test(`on a terminal it is asked how such a capture is published: ${kind ?? 'Enter decides later'}`, async (t) => {
    const { folder, file, add } = world(t);
    await add([file('a.txt', LETTER)], { json: false }, `\n\n\n${typed}\ny`);
    const [id] = articlesOf(folder);
    const { record } = readArchive(folder);
    const article = record?.articles[0];
    assert.equal(article?.data.capture.publish, kind);
    assert.equal(article?.published.kind, kind ?? 'hash');
    const copy = path.join(folder, `captures/${id}.redacted.txt`);
    assert.equal(existsSync(copy), kind === 'redacted');
    if (kind !== 'redacted') return;
    const text = readFileSync(copy, 'utf8');
    assert.match(text, /was sent to REMOVED-recipient/);
    assert.doesNotMatch(text, /mara|7c9e6679/);
  });
}
