import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rightsWords } from './rights.ts';

test('a rights statement is told in words, and an unknown one by its address', () => {
  const rows: [string, string][] = [
    ['http://rightsstatements.org/vocab/InC/1.0/', 'In copyright'],
    ['http://rightsstatements.org/vocab/InC-OW-EU/1.0/', 'In copyright, EU orphan work'],
    ['http://rightsstatements.org/vocab/NKC/1.0/', 'No known copyright'],
    ['https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0'],
    ['https://creativecommons.org/licenses/by-nc-nd/3.0/de/', 'CC BY-NC-ND 3.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0, public domain'],
    ['https://creativecommons.org/publicdomain/mark/1.0/', 'Public domain'],
    ['http://rightsstatements.org/vocab/XYZ/1.0/', 'http://rightsstatements.org/vocab/XYZ/1.0/'],
    [
      'http://rightsstatements.org/vocab/constructor/1.0/',
      'http://rightsstatements.org/vocab/constructor/1.0/',
    ],
  ];
  for (const [uri, words] of rows) assert.equal(rightsWords(uri), words);
});
