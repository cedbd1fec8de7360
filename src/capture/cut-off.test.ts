import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtsOfEnd, markupEnd } from './cut-off.ts';
import { readCapture } from './read-capture.ts';

for (const [markup, end] of [
  ['<html><body><p>words</p></body></html>\n', 'whole'],
  ['<HTML><BODY><p>words</BODY></HTML>', 'whole'],
  [`<html><p>words</p></html>${'<!-- of the server -->'.repeat(500)}`, 'whole'],
  ['<p>a fragment, 3 < 4</p>', 'whole'],
  ['<p>a fragment that ends with 3 <', 'inside'],
  ['<html><body><p>words</p>', 'without end'],
  ['<html><body><p>words</p><a hre', 'inside'],
  ['<html><body><p>words</p></', 'inside'],
  ['<html><body><p>words</p><!-- a comment', 'inside'],
  ['<html><body><p>words</p><script>var html = "</html>" +', 'inside'],
  ['<html><head><title>wor', 'inside'],
] as const) {
  test(`${JSON.stringify(markup.slice(0, 60))} ends “${end}”`, () =>
    assert.equal(markupEnd(markup), end));
}

const WORDS =
  '<p>The committee met on the shore on a cold morning and agreed that the water had risen again.</p>'.repeat(
    4,
  );

test('an answer without a length that stops inside a tag is refused, and a file that does has a doubt', async () => {
  const bytes = Buffer.from(
    `<html><head><title>Story of the lake</title></head><body><article>${WORDS}<p clas`,
  );
  await assert.rejects(
    readCapture(bytes, { name: 'https://example.org/', lengthUnknown: true }, []),
    /stopped before its end/,
  );
  const { reading } = await readCapture(bytes, { name: 'x.html' }, []);
  assert.match(reading.doubts.join(), /ends in the middle of its markup/);
});

test('an answer without a length and without an end tag has a doubt that says so', () =>
  assert.match(doubtsOfEnd('<body><p>words', true).join(), /did not say how long it is/));
