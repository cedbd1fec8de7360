import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareTexts, MOST_WORDS } from './compare-texts.ts';
import { compareWords } from './compare-words.ts';
import { findCarriers } from './find-carriers.ts';
import { lengthWords } from './length-words.ts';
import { containment, likeness, sketchOf } from './sketch.ts';

const WORDS = 'amber birch copper dawn ember frost garnet harbour indigo jasper kelp'.split(' ');

/** A text of so many words, another for each seed. */
function story(seed: number, length: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return `${WORDS[state % WORDS.length]}${(state >>> 8) % 500}`;
  }).join(' ');
}

describe('Sketches of texts', () => {
  it('tell how much of them is alike', () => {
    const whole = story(1, 800);
    const half = whole.split(' ').slice(0, 400).join(' ');
    assert.equal(likeness(sketchOf(whole), sketchOf(whole)), 1);
    assert.equal(likeness(sketchOf(whole), sketchOf(story(2, 800))), 0);
    assert.ok(Math.abs(likeness(sketchOf(whole), sketchOf(half)) - 0.5) < 0.15);
    assert.ok(containment(sketchOf(whole), sketchOf(half)) > 0.8);
  });

  it('tell it of scripts without spaces too', () => {
    const text =
      '政府星期一宣布，经过与供应商数周的谈判，家用天然气价格将下调百分之十二。反对派议员称该计划是选举前的礼物，并要求全文公布协议。';
    const other = text.replace('百分之十二', '一成二').replace('礼物', '贿赂');
    assert.ok(likeness(sketchOf(text), sketchOf(other)) > 0.5);
  });

  it('find a story in other outlets, in the order given, and no other', () => {
    const whole = story(1, 600);
    const half = whole.split(' ').slice(100, 350).join(' ');
    const texts = [
      { id: 'a', outlet: 'x', text: whole },
      { id: 'b', outlet: 'y', text: half },
      { id: 'c', outlet: 'x', text: whole },
      { id: 'd', outlet: 'z', text: story(3, 600) },
      { id: 'e', outlet: 'z', text: story(1, 20) },
      { id: 'f', outlet: 'z', text: whole, day: '2019-06-05' },
    ].map(({ id, outlet, text, day = '2019-03-05' }) => ({
      ...{ id, outlet, sketch: sketchOf(text) },
      ...{ earliest: day, latest: day },
    }));
    assert.deepEqual(
      [...findCarriers(texts)],
      [
        ['a', ['b']],
        ['b', ['a', 'c']],
        ['c', ['b']],
      ],
    );
  });
});

describe('Two texts compared', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'harbour', 'lock', 'A', '“lock”', '\n');

  it('can be made again of what is told of them', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.array(word, { maxLength: 60 }), (a, b) => {
        const parts = compareWords(a, b);
        const side = (other: string) =>
          parts.filter((part) => part.in !== other).flatMap(({ words }) => words);
        assert.deepEqual(side('second'), a);
        assert.deepEqual(side('first'), b);
      }),
    );
  });

  it('differ in what was changed alone', () => {
    const { paragraphs, words } = compareTexts(
      ['The harbour master said so.', 'It rained.'],
      ['The harbour mistress said so.', 'It rained.'],
    );
    assert.deepEqual(paragraphs, [
      [
        { in: 'both', text: 'The harbour' },
        { in: 'first', text: 'master' },
        { in: 'second', text: 'mistress' },
        { in: 'both', text: 'said so.' },
      ],
      [{ in: 'both', text: 'It rained.' }],
    ]);
    assert.deepEqual(words, { both: 6, first: 1, second: 1 });
  });

  it('are compared character by character where words are not spaced', () => {
    const { paragraphs } = compareTexts(['港口关闭九周'], ['港口关闭十周']);
    assert.deepEqual(
      paragraphs[0]?.map(({ text }) => text),
      ['港口关闭', '九', '十', '周'],
    );
  });

  it('are cut where they are very long, in bounded time', () => {
    const before = performance.now();
    const { isCut } = compareTexts([story(1, MOST_WORDS * 3)], [story(2, MOST_WORDS * 3)]);
    assert.equal(isCut, true);
    assert.ok(performance.now() - before < 20_000);
  });
});

it('Lengths are told in words', () => {
  assert.deepEqual([-120, 1, 0].map(lengthWords), [
    'shorter by 120 words',
    'longer by 1 word',
    'of the same length',
  ]);
});
