import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SIZE, sketchOf } from './sketch.ts';
import { hashesOf, readTrace, sharedWithTrace, type Trace, traceOf, writeTrace } from './trace.ts';

const word = fc.stringMatching(/^[a-z]{3,8}$/);
const words = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most });
/** Sentences of twelve words. */
const prose = (list: readonly string[]) =>
  list.map((one, at) => (at % 12 === 11 ? `${one}.` : one)).join(' ');

const kept = (text: string): Trace => {
  const trace = traceOf([text]);
  assert.ok(trace);
  return trace;
};
const shared = (text: string, ...other: string[]) => sharedWithTrace(kept(text), hashesOf(other));

test('a text is known again with other boilerplate around it, and a part of it by itself', () => {
  fc.assert(
    fc.property(words(60, 500), words(0, 2000), (list, other) => {
      const text = prose(list);
      const page = [prose(other), text.toUpperCase(), other.reverse().join('\u00A0')];
      assert.ok(shared(text, ...page) > 0.9);
      const part = prose(list.slice(0, Math.max(48, Math.floor(list.length / 24) * 12)));
      assert.ok(shared(text, part) > 0.5);
    }),
    { numRuns: 50 },
  );
});

test('a text is known again where one word of a hundred was changed', () => {
  fc.assert(
    fc.property(words(400, 800), (list) => {
      const changed = list.map((one, at) => (at % 100 === 7 ? 'otherwise' : one));
      assert.ok(shared(prose(list), changed.join(' - ')) > 0.8);
    }),
    { numRuns: 30 },
  );
});

test('another text is not', () => {
  fc.assert(
    fc.property(words(30, 400), words(30, 400), (list, other) => {
      assert.equal(shared(prose(list), prose(other)), 0);
    }),
    { numRuns: 50 },
  );
});

test('reports after one pattern are not one another, however short', () => {
  const report = (n: number) =>
    `The committee of village ${n} met on the shore on a cold morning and agreed that the water had risen again, word${n} alpha${n}. ` +
    `Nobody in the hall of number ${n} could say why the gauge had been moved, but the keeper wrote down each figure, gamma${n}. ` +
    `A second meeting on subject ${n} is planned for the coming month, when the engineers will bring their instruments, epsilon${n}.`;
  let taken = 0;
  for (let n = 0; n < 300; n++) if (shared(report(n), report(n + 1)) > 0) taken++;
  assert.ok(taken <= 6, `${taken} of 300`);
  for (let n = 0; n < 300; n++) assert.equal(shared(report(n), report(n)), 1);
});

test('the same notice at the end of two reports does not make them one', () => {
  const make = (name: string, length: number) =>
    prose(Array.from({ length }, (_, at) => `${name}${at}`));
  const notice = make('notice', 60);
  const long = `${make('long', 348)} ${notice}`;
  assert.equal(shared(long, `${make('short', 60)} ${notice}`), 0);
  assert.equal(shared(`${make('short', 72)} ${notice}`, long), 0);
});

test('a single sentence is known again by itself, and is nothing to know a long text by', () => {
  const sentence =
    'The last crane of the port stood still on Tuesday, said Ann Teller, who had driven it.';
  assert.equal(shared(sentence, sentence, 'Share this'), 1);
  const long = Array.from({ length: 200 }, (_, at) => `word${at}${at % 10 === 9 ? '.' : ''}`).join(
    ' ',
  );
  assert.equal(shared(sentence, `${long} ${sentence}`), 0);
});

test('one in six of the hashes of the sketch is kept at most, so that no word follows from the last', () => {
  fc.assert(
    fc.property(words(33, 900), (list) => {
      const text = prose(list);
      const trace = kept(text);
      const { sequences, least } = sketchOf(text);
      assert.ok(trace.sequences.length <= SIZE && trace.sequences.length * 6 <= sequences);
      assert.deepEqual([...trace.sequences], [...least.slice(0, trace.sequences.length)]);
      assert.ok(trace.sentences.length <= SIZE);
      assert.deepEqual(readTrace(writeTrace(trace)), trace);
    }),
    { numRuns: 50 },
  );
});

test('a few words have no trace, and what is no trace is not read as one', () => {
  assert.equal(traceOf(['Nobody is known. By seven words of this kind']), undefined);
  for (const text of [
    '',
    '?',
    'AAAA',
    '.',
    'AAAA.',
    'AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAA',
    'AAAAAQ==.x.y',
  ]) {
    assert.equal(readTrace(text), undefined, text);
  }
});
