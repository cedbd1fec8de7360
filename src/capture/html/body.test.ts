import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCapture } from '../read-capture.ts';

const PARAGRAPHS = [
  'The council of Northport voted on Tuesday to keep its library open until the end of the year, and to look for money for the next one.',
  'Nobody had expected the vote to be close, but three members of the majority stayed at home, and a fourth fell asleep before the end.',
  'The librarian said that she would believe it when the heating was repaired, which the council has promised in each of seven winters.',
  'Pupils of both schools had drawn posters for the meeting; the mayor took one home with her and hung it, she said, above her desk.',
];
const COMMENTS = [
  'I have lived here for forty years and have never seen a council that could count to seven without the help of a fourth member.',
  'The previous writer has evidently never been to the library, where one can learn to count to seven and even a little further.',
];

async function textsOf(inside: string, after: string): Promise<readonly string[]> {
  const markup = `<html lang="en"><head><title>Library stays open</title></head><body><div id="page">
<h1>Library stays open</h1>${inside}</div>${after}</body></html>`;
  const { reading } = await readCapture(Buffer.from(markup), { name: 'page.html' }, []);
  return reading.passages.filter(({ kind }) => kind !== 'figure').map(({ text }) => text);
}

const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');

test('readers’ comments are cut by the names that pages give to their place', async () => {
  const comments = `<div id="comments" class="story-comments"><h3>2 views</h3>${paragraphs(COMMENTS)}</div>`;
  assert.deepEqual(await textsOf(paragraphs(PARAGRAPHS) + comments, ''), PARAGRAPHS);
});

test('an article that stands in an element named for comments is kept', async () => {
  const markup = `<html lang="en"><head><title>Library stays open</title></head><body>
<div class="post comments-open comments"><h1>Library stays open</h1>${paragraphs(PARAGRAPHS)}</div></body></html>`;
  const { reading } = await readCapture(Buffer.from(markup), { name: 'page.html' }, []);
  assert.deepEqual(
    reading.passages.map(({ text }) => text),
    PARAGRAPHS,
  );
});

test('text that was written anew as UTF-8 below its old declaration is read as what it is', async () => {
  const markup = `<html lang="es"><head><meta charset="iso-8859-1"><title>La biblioteca seguirá abierta</title></head><body>
<h1>La biblioteca seguirá abierta</h1>${paragraphs(PARAGRAPHS.map((text) => `${text} Así será mañana también en España.`))}</body></html>`;
  const { reading } = await readCapture(Buffer.from(markup), { name: 'page.html' }, []);
  assert.equal(reading.title, 'La biblioteca seguirá abierta');
});

test('whose a picture is stands in its caption and is no paragraph', async () => {
  const [first = '', ...others] = PARAGRAPHS;
  const credit = '<p>Jane Doe / AFP / Getty Images</p>';
  assert.deepEqual(
    await textsOf(paragraphs([first]) + credit + paragraphs(others), ''),
    PARAGRAPHS,
  );
});

test('a copied page is cut before the lines with which comments are signed', async () => {
  const text = [
    'Library stays open',
    ...PARAGRAPHS,
    '#1',
    COMMENTS[0],
    'bookworm 28 Oct 2012 | 11:30',
    '#2',
    COMMENTS[1],
    'counter 28 Oct 2012 | 11:46',
  ].join('\n\n');
  const { reading } = await readCapture(Buffer.from(text), { name: 'page.txt' }, []);
  const kept = reading.passages.map(({ text: words }) => words);
  assert.ok(!kept.includes(COMMENTS[1] ?? ''));
  assert.deepEqual(kept.slice(0, PARAGRAPHS.length), PARAGRAPHS);
});
