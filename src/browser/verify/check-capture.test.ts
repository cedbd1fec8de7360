import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { checkCapture, type Platform, verdictWords } from './check-capture.ts';

const ADDRESS = new URL('https://archive.example.org/captures/2019/a.bin');
const BYTES = Buffer.from('a capture');
const HASH = createHash('sha256').update(BYTES).digest('hex');

function platform(bytes: Uint8Array, changes: Partial<Platform> = {}): Platform {
  return {
    fetch: async () => new Response(new Uint8Array(bytes)),
    digest: (data) => webcrypto.subtle.digest('SHA-256', data),
    ...changes,
  };
}

test('bytes with the stated hash are the same, and one flipped bit makes them others', async () => {
  assert.deepEqual(await checkCapture(ADDRESS, HASH, platform(BYTES)), { kind: 'same' });
  const flipped = Buffer.from(BYTES);
  flipped[3] = (flipped[3] ?? 0) ^ 1;
  const found = createHash('sha256').update(flipped).digest('hex');
  assert.deepEqual(await checkCapture(ADDRESS, HASH, platform(flipped)), { kind: 'other', found });
});

test('what was not checked is never called the same', async () => {
  const rows: [URL, Partial<Platform>, string][] = [
    [ADDRESS, { digest: undefined }, 'no hashing'],
    [ADDRESS, { fetch: async () => new Response('', { status: 404 }) }, 'unreachable'],
    [ADDRESS, { fetch: () => Promise.reject(new TypeError('offline')) }, 'unreachable'],
    [ADDRESS, { digest: () => Promise.reject(new Error('no')) }, 'unreachable'],
    [new URL('file:///site/captures/a.bin'), {}, 'unreachable'],
  ];
  for (const [address, changes, kind] of rows) {
    const verdict = await checkCapture(address, HASH, platform(BYTES, changes));
    assert.equal(verdict.kind, kind);
    assert.doesNotMatch(verdictWords(verdict), /vouches for:/);
    assert.match(verdictWords(verdict), /by hand/);
  }
});

test('the words of a verdict say what it does not prove, and which hash was found', () => {
  assert.match(verdictWords({ kind: 'same' }), /does not prove that the page is honest.*is true/);
  assert.match(verdictWords({ kind: 'other', found: HASH }), new RegExp(HASH));
});
