import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskPrivate } from './mask.ts';

const ENTRY = `---
title: Crane falls silent
url: https://post.example.net/2019/crane?PHPSESSID=k3v9d0m2x7c1b5n8&page=2
capture:
  file: captures/2019/crane.txt
  sha256: 4f1b2c3d5e6a7b8c9d0e1f2a3b4c5d6e4f1b2c3d5e6a7b8c9d0e1f2a3b4c5d6e
---

The crane stood still.

This email was sent to mara.quill\\@letters.example.net, said the reader of k3v9d0m2x7c1b5n8.

[More](https://post.example.net/a?utm\\_source=nl&amp;mc\\_eid=5f0c2ab91d)
`;

test('an entry loses what is private, wherever it stands, and nothing else', () => {
  const masked = maskPrivate(ENTRY);
  assert.doesNotMatch(masked, /k3v9d0m2x7c1b5n8|mara|5f0c2ab91d/);
  assert.match(masked, /PHPSESSID=withheld&page=2/);
  assert.match(masked, /sha256: 4f1b2c3d/);
  assert.equal(masked.split('\n').length, ENTRY.split('\n').length);
});

test('what is masked has nothing to mask: a restored archive is published as it was', () => {
  const masked = maskPrivate(ENTRY);
  assert.equal(maskPrivate(masked), masked);
});

test('a text without anything private is the same text', () => {
  const text =
    'An article of a newspaper, with an address: https://post.example.net/2019/crane?page=2';
  assert.equal(maskPrivate(text), text);
});
