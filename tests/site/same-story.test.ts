import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { compareAddress } from '../../src/model/address.ts';
import { build, temporaryFolder } from './command.ts';
import { ONLY, WIRE, writeWireStories } from './wire-stories.ts';

const temporary = temporaryFolder('same-story');
const folders = { content: path.join(temporary, 'content'), out: path.join(temporary, 'out') };
const pathOf = (address: string) => path.join(folders.out, address);
const read = (address: string) => readFileSync(pathOf(address), 'utf8');
const article = (id: string) => read(`/articles/${id}.html`);
const words = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

/** Who is said to carry the story of an article, in order. */
function elsewhere(id: string): string[] {
  const section = /<section[^>]*aria-labelledby="elsewhere">[\s\S]*?<\/section>/.exec(article(id));
  return words(section?.[0] ?? '').match(/Also carried by [^.]*/g) ?? [];
}

before(async () => {
  writeWireStories(folders.content);
  await build(folders);
});

describe('A story that several outlets carry', () => {
  it('is said on each of its pages to stand elsewhere too, earliest first, with how much is missing', () => {
    const carried = elsewhere(WIRE.first);
    assert.equal(carried.length, 2);
    assert.match(
      carried[0] ?? '',
      /^Also carried by Island News, 5 May 1999, shorter by \d+ words$/,
    );
    assert.match(
      carried[1] ?? '',
      /^Also carried by The Capital Times, 6 May 1999, shorter by \d+/,
    );
    assert.match(elsewhere(WIRE.shortened)[0] ?? '', /The Harbour Post, 4 May 1999, longer by/);
  });

  it('is not found where the same outlet printed it again, nor in another story of the same people', () => {
    assert.ok(elsewhere(WIRE.first).every((line) => !line.includes('Harbour Post')));
    assert.deepEqual(elsewhere(WIRE.other), []);
  });

  it('has a page that compares each later printing with the first, word by word', () => {
    const page = read(compareAddress(WIRE.shortened));
    assert.match(page, /<del><span[^>]*>\[only in The Harbour Post:\] <\/span>/);
    assert.match(
      page,
      new RegExp(`<ins><span[^>]*>\\[only in Island News:\\] </span>[^<]*${ONLY.shortened}`),
    );
    assert.match(article(WIRE.first), /href="harbour-shut-for-nine-weeks\.compare\.html"/);
    assert.match(article(WIRE.shortened), /href="harbour-shut-for-nine-weeks\.compare\.html"/);
    assert.equal(existsSync(pathOf(compareAddress(WIRE.first))), false);
    assert.doesNotMatch(page, /style=/);
  });

  it('leaves out what is not published whole', () => {
    assert.equal(existsSync(pathOf(compareAddress(WIRE.excerpt))), false);
    assert.deepEqual(elsewhere(WIRE.excerpt), []);
    for (const id of [WIRE.shortened, WIRE.edited]) {
      assert.doesNotMatch(read(compareAddress(id)), new RegExp(ONLY.excerpt));
    }
    assert.ok(elsewhere(WIRE.first).every((line) => !line.includes('Evening Bell')));
  });

  it('costs an article page at most 300 bytes for the first who carries it', () => {
    const html = article(WIRE.shortened);
    const without = html.replace(
      /<section[^>]*aria-labelledby="elsewhere">[\s\S]*?<\/section>/,
      '',
    );
    const packed = (text: string) => gzipSync(text, { level: 9 }).length;
    assert.notEqual(html, without);
    assert.ok(packed(html) - packed(without) <= 300, `${packed(html) - packed(without)} bytes`);
  });
});
