import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPrivateOut } from './keep-private-out.ts';
import type { Proposal } from './proposal.ts';

const PROPOSAL: Proposal = {
  title: 'Crane falls silent',
  date: '2019-03-05',
  dateSource: 'inferred',
  outlet: 'harbour-post',
  source: ['harbour-post'],
  people: [],
  places: [],
  url: 'https://mara:quill1984@post.example.net/2019/crane;jsessionid=6F2D9A0B4C8E1735?page=2&token=Yk4w8Rz2Tq6Vn1Xc#top',
  supplied: { date: 'It says “sent to mara.quill@letters.example.net on 5 March 2019”.' },
  passages: [
    { kind: 'paragraph', text: 'The crane stood still on Tuesday.' },
    { kind: 'paragraph', text: 'Dear mara.quill@letters.example.net,' },
    { kind: 'paragraph', text: 'This newsletter was sent to ivo.falk@letters.example.net.' },
    { kind: 'paragraph', text: 'Write to the desk at desk@post.example.net.' },
  ],
  removed: [],
  review: [],
  newRecords: [],
  finds: [],
  extension: '.html',
};

test('an entry gets no passage for one person, no session in its address and no word found elsewhere', () => {
  const kept = keepPrivateOut(PROPOSAL, ['mara.quill@letters.example.net']);
  assert.deepEqual(
    kept.passages.map(({ text }) => text),
    ['The crane stood still on Tuesday.', 'Write to the desk at desk@post.example.net.'],
  );
  assert.equal(kept.url, 'https://post.example.net/2019/crane?page=2#top');
  assert.equal(kept.removed.length, 2);
  assert.match(
    kept.review.join('\n'),
    /address of the page had a session[\s\S]*passages were cut|passages were cut[\s\S]*had a session/,
  );
  assert.doesNotMatch(JSON.stringify(kept), /mara|ivo\.falk|6F2D9A0B|Yk4w8Rz2/);
});

test('a proposal with nothing private is the same', () => {
  const { url: _url, ...rest } = PROPOSAL;
  const plain = { ...rest, supplied: {}, passages: PROPOSAL.passages.slice(0, 1) };
  assert.deepEqual(keepPrivateOut(plain, []), plain);
});
