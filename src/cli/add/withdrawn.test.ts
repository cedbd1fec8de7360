import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readArchive } from '../../record/read-archive.ts';
import { withdrawFiles } from '../../record/withdraw-files.ts';
import { planWithdrawal } from '../withdraw/plan.ts';
import { archiveWithoutArticles } from './archive-for-tests.ts';
import { type AddArguments, readAddArguments } from './arguments.ts';
import { makeContext } from './context.ts';
import { Reader } from './reader.ts';
import { addAll } from './run.ts';

const ADDRESS = 'https://www.themoscowtimes.com/2019/03/05/pensions-to-rise';
const PARAGRAPHS = [
  'The government will raise pensions in the spring, the minister said on Tuesday after a meeting in the capital that lasted six hours.',
  'Import tariffs rose 10% in January, and the money is to come from them, as the minister explained to those who had waited outside.',
  'Critics asked why the promise was made so late, and whether it would be kept when the tariffs fall again, as they did two years ago.',
  'His office said that he was travelling and would read the papers when he came back, which was not expected before Friday night.',
];
const OTHER = PARAGRAPHS.map((text) =>
  text
    .split(' ')
    .reverse()
    .join(' ')
    .replace(/^\w+\W/, 'Otherwise '),
);
const page = (paragraphs: readonly string[], address: string, title = 'Pensions to rise') =>
  `<!doctype html><html lang="en"><head><title>${title} - The Moscow Times</title><meta property="og:site_name" content="The Moscow Times"><meta property="article:published_time" content="2019-03-05T10:00:00Z"><meta property="og:url" content="${address}"></head><body><nav>Home News</nav><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`;

/** An archive with one withdrawn article. */
async function world(t: TestContext) {
  const folder = archiveWithoutArticles(t);
  const inbox = archiveWithoutArticles(t);
  const reader = new Reader();
  t.after(() => reader.close());
  const add = async (
    file: string,
    content: string | Uint8Array,
    args: Partial<AddArguments> = {},
  ) => {
    writeFileSync(path.join(inbox, file), content);
    const { record, problems } = readArchive(folder, undefined, { whole: true });
    assert.deepEqual(problems, []);
    assert.ok(record);
    const lines: string[] = [];
    const failed = await addAll(
      { help: false, yes: true, dryRun: false, json: true, files: [file], ...args },
      {
        context: makeContext(folder, record, '2026-11-21T10:00:00.000Z'),
        reader,
        asker: undefined,
        from: inbox,
        print: (line) => lines.push(line),
        tell: () => {},
      },
    );
    return { failed, line: lines.join('\n') };
  };
  const first = await add('first.html', page(PARAGRAPHS, ADDRESS));
  assert.equal(first.failed, 0, first.line);
  const { articles } = readArchive(folder, undefined, { whole: true });
  const id = '2019/pensions-to-rise';
  const reason = 'Its author asked for the text to be taken down.';
  const asked = { help: false, yes: true, dryRun: false, keepTitle: false, outlet: undefined };
  const plan = await planWithdrawal(folder, articles, { ...asked, id, reason }, '2026-11-20');
  withdrawFiles(folder, plan.withdrawal);
  return { folder, add, id };
}

test('what was withdrawn is refused in every form, with its tombstone, day and reason', async (t) => {
  const { folder, add, id } = await world(t);
  const away = 'https://another.example.org/copied-from-elsewhere';
  const quoted = page(PARAGRAPHS, away).replace(/[=\u0080-\uffff]/g, (sign) =>
    Array.from(Buffer.from(sign), (byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
  );
  const forms: Record<string, [string, string | Uint8Array]> = {
    'the same bytes': ['a.html', page(PARAGRAPHS, ADDRESS)],
    'the same bytes under another name, packed': ['b.html.gz', gzipSync(page(PARAGRAPHS, ADDRESS))],
    'its address in a web archive, other words': [
      'c.html',
      page(OTHER, `https://web.archive.org/web/2020/${ADDRESS}/?utm_source=x`, 'Another'),
    ],
    'its address for phones': [
      'd.html',
      page(OTHER, ADDRESS.replace('https://www.', 'http://m.'), 'Another'),
    ],
    'its text as plain text': ['e.txt', `Pensions\n\n5 March 2019\n\n${PARAGRAPHS.join('\n\n')}\n`],
    'its text in MHTML': [
      'f.mhtml',
      `From: <Saved by Blink>\nSnapshot-Content-Location: ${away}\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nContent-Location: ${away}\n\n${quoted}\n--b--\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    ],
    'its text with others around it': ['g.html', page([...OTHER.slice(0, 2), ...PARAGRAPHS], away)],
    'most of its text': ['h.html', page(PARAGRAPHS.slice(0, 3), away)],
    'its text where no reader sees it': [
      'k.html',
      page(OTHER, away, 'Another').replace(
        '</head>',
        `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', articleBody: PARAGRAPHS.join('\n') })}</script></head>`,
      ),
    ],
    'its text with words changed in one sentence': [
      'i.html',
      page([...PARAGRAPHS.slice(0, 3), PARAGRAPHS[3]?.replace('Friday', 'Sunday') ?? ''], away),
    ],
  };
  for (const [name, [file, content]] of Object.entries(forms)) {
    for (const args of [{}, { dryRun: true }]) {
      const { failed, line } = await add(file, content, args);
      assert.equal(failed, 1, `${name}: ${line}`);
      assert.match(line, /withdrawn/, name);
      assert.match(line, new RegExp(`articles/${id}.*2026-11-20.*asked for the text`), name);
    }
  }
  const { record, problems } = readArchive(folder);
  assert.deepEqual(problems, []);
  assert.equal(record?.articles.length, 0);
});

test('an address that was withdrawn is not even asked for', async (t) => {
  const { add } = await world(t);
  const files = [`${ADDRESS}#comments`];
  const { failed, line } = await add('unused.txt', 'x', { files });
  assert.equal(failed, 1);
  assert.match(line, /its original address is that of/);
});

test('another article of the same outlet is added', async (t) => {
  const { add } = await world(t);
  const { failed, line } = await add('j.html', page(OTHER, `${ADDRESS}-again`, 'Another story'));
  assert.equal(failed, 0, line);
});

test('with a reason it is added again, the entry says so, and the archive has no problem', async (t) => {
  const { folder, add, id } = await world(t);
  const again = 'Both parties have agreed to publish it again.';
  const { failed, line } = await add('a.html', page(PARAGRAPHS, ADDRESS), { again });
  assert.equal(failed, 0, line);
  const { record, problems } = readArchive(folder);
  assert.deepEqual(problems, []);
  const [article] = record?.articles ?? [];
  assert.deepEqual(article?.data.again, [{ article: id, date: '2026-11-21', reason: again }]);
  const file = path.join(folder, article?.file ?? '');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^again:\n(?: .*\n)+/m, ''));
  const [problem, ...others] = readArchive(folder).problems;
  assert.match(problem?.what ?? '', /This is a withdrawn article: its capture is the one of/);
  assert.match(problem?.remedy ?? '', /npm run withdraw/);
  assert.deepEqual(others, []);
});

test('a reason without --again is refused, and --again without a reason', () => {
  assert.throws(() => readAddArguments(['--reason', 'It may be published again.', 'x']), /--again/);
  assert.throws(() => readAddArguments(['--again', 'x']), /--reason/);
  assert.throws(() => readAddArguments(['--again', '--reason', 'so', 'x']), /20 characters/);
  const { again } = readAddArguments(['--again', '--reason', 'It may be published again.', 'x']);
  assert.equal(again, 'It may be published again.');
});
