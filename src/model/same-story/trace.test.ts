import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SIZE, sketchOf } from './sketch.ts';
import {
  readTrace,
  sequencesOf,
  sharedWithTrace,
  type Trace,
  traceOf,
  writeTrace,
} from './trace.ts';

const word = fc.stringMatching(/^[a-z]{3,8}$/);
const words = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most });

const kept = (text: string): Trace => {
  const trace = traceOf(text);
  assert.ok(trace);
  return trace;
};

test('a text is known again with other boilerplate around it, and a long part of it by itself', () => {
  fc.assert(
    fc.property(words(150, 500), words(0, 2000), (text, other) => {
      const trace = kept(text.join(' '));
      const page = `${other.join(' ')} ${text.join(' ').toUpperCase()}\n${other.reverse().join('\u00A0')}`;
      assert.ok(sharedWithTrace(trace, sequencesOf([page])) > 0.9);
      const part = text.slice(0, Math.max(100, text.length / 2)).join(' - ');
      assert.ok(sharedWithTrace(trace, sequencesOf([part])) > 0.4);
    }),
    { numRuns: 50 },
  );
});

test('another text is not', () => {
  fc.assert(
    fc.property(words(60, 400), words(60, 400), (text, other) => {
      assert.equal(sharedWithTrace(kept(text.join(' ')), sequencesOf([other.join(' ')])), 0);
    }),
    { numRuns: 50 },
  );
});

test('the same notice at the end of two reports does not make them one', () => {
  const make = (name: string, length: number) =>
    Array.from({ length }, (_, at) => `${name}${at}`).join(' ');
  const notice = make('notice', 60);
  const trace = kept(`${make('long', 340)} ${notice}`);
  assert.equal(sharedWithTrace(trace, sequencesOf([`${make('short', 60)} ${notice}`])), 0);
});

test('one in six of the hashes of the sketch is kept at most, so that no word follows from the last', () => {
  fc.assert(
    fc.property(words(33, 900), (text) => {
      const trace = traceOf(text.join(' '));
      const { sequences, least } = sketchOf(text.join(' '));
      if (trace === undefined) return assert.ok(sequences < 30);
      assert.ok(trace.length <= SIZE && trace.length * 6 <= sequences);
      assert.deepEqual([...trace], [...least.slice(0, trace.length)]);
      assert.deepEqual(readTrace(writeTrace(trace)), trace);
    }),
    { numRuns: 50 },
  );
});

test('a text of some words has none, and what is no trace is not read as one', () => {
  assert.equal(traceOf('Nobody is known by nine words of this kind'), undefined);
  for (const text of ['', '?', 'AAAA', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
    assert.equal(readTrace(text), undefined);
  }
});
