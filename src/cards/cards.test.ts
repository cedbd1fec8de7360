import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { cardColours } from './colours.ts';
import { drawCard } from './draw-card.ts';
import type { CardFace } from './face.ts';
import { widthOf } from './fonts.ts';
import { icoOf } from './ico.ts';
import { layText } from './lay-text.ts';
import { markPicture } from './mark.ts';
import { renderPng } from './render-png.ts';

const TOKENS = readFileSync(path.join(import.meta.dirname, '../styles/tokens.css'), 'utf8');
const COLOURS = cardColours(TOKENS);

const FACE: CardFace = {
  mark: { lines: ['2009', '08~'], code: 'RFERL', isAbout: true },
  colour: 2,
  label: 'RFE/RL',
  heading: 'Lukashenka Says He Will Make No New Concessions To West',
  line: 'about August 2009',
  bars: [],
  from: '',
  to: '',
  archive: 'Between Moscow and the West',
  host: 'example.org',
};

/** Width and height that a PNG states (PNG, third edition, 11.2.1). */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  assert.equal(view.getUint32(0), 0x89504e47);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('A card', () => {
  it('is drawn with outlines alone, so that no font of the machine counts', () => {
    const svg = drawCard(FACE, COLOURS);
    assert.doesNotMatch(svg, /<text|font|NaN|undefined/);
    assert.match(svg, /stroke-dasharray/);
    assert.equal(svg, drawCard(FACE, COLOURS));
  });

  it('has the colours of the pages, so that a colour is changed in one place', () => {
    const others = cardColours(TOKENS.replaceAll('#9d2b1c', '#123456'));
    assert.match(drawCard(FACE, others), /#123456/);
    assert.throws(() => cardColours(TOKENS.replace('--ink:', '--black:')), /--ink/);
  });

  it('comes out byte for byte as on every machine', async () => {
    const png = await renderPng(drawCard(FACE, COLOURS), 1200);
    assert.deepEqual(sizeOf(png), [1200, 630]);
    const digest = createHash('sha256').update(png).digest('hex');
    assert.equal(digest, 'a7e5577646419051d8ae37bdb88aa516003e05fc003985355c6f65a4abe2dd80');
  });

  it('leaves out what its font has no letters for, and is drawn all the same', () => {
    const svg = drawCard({ ...FACE, heading: 'سفينة الملح', label: '明斯克' }, COLOURS);
    const bare = drawCard({ ...FACE, heading: '', label: '' }, COLOURS);
    assert.equal(svg.match(/<path/g)?.length, bare.match(/<path/g)?.length);
  });
});

describe('A headline on a card', () => {
  const room = { weight: 400, sizes: [72, 49], width: 832, most: 4 } as const;

  it('is set as large as it fits, each line within its room', () => {
    for (const text of [FACE.heading, `${FACE.heading}, and ${FACE.heading} again`]) {
      const laid = layText(text, room);
      assert.equal(laid?.lines.join(' '), text);
      for (const line of laid.lines) assert.ok((widthOf(line, laid.setting) ?? 0) <= 832, line);
    }
    assert.equal(layText('Short', room)?.setting.size, 72);
  });

  it('is cut at a word where even the smallest is too large', () => {
    const laid = layText('Minsk and Moscow '.repeat(40), room);
    assert.equal(laid?.lines.length, 4);
    assert.match(laid.lines.at(-1) ?? '', /^[\w ]+\b…$/);
    const word = layText('x'.repeat(400), room);
    assert.ok((widthOf(word?.lines[0] ?? '', { weight: 400, size: 49 }) ?? 0) <= 832);
  });

  it('may be in Cyrillic and in Łacinka', () => {
    for (const text of ['Лукашэнка ў Менску', 'Łukašenka ŭ Miensku']) {
      assert.deepEqual(layText(text, room)?.lines, [text]);
    }
    assert.equal(layText('  ', room), undefined);
  });
});

it('The icon that browsers ask for holds the mark as a PNG of 32 by 32', async () => {
  const png = await renderPng(markPicture(COLOURS), 32);
  const ico = icoOf(png, 32);
  assert.deepEqual([...ico.slice(0, 8)], [0, 0, 1, 0, 1, 0, 32, 32]);
  assert.deepEqual(sizeOf(ico.slice(22)), [32, 32]);
  assert.equal(new DataView(ico.buffer).getUint32(14, true), png.length);
});
