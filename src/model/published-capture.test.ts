import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedCapture } from './published-capture.ts';
import { ACCESS, type Access, CAPTURE_PUBLISH } from './schema/article.ts';

const file = 'captures/2019/a.warc';
const sha256 = 'a'.repeat(64);
const redacted = { file: 'captures/2019/a.redacted.warc', sha256: 'b'.repeat(64), removed: [] };

test('a capture leaves the archive only as the table says', () => {
  for (const access of ACCESS) {
    for (const publish of [undefined, ...CAPTURE_PUBLISH]) {
      for (const copy of [undefined, redacted]) {
        for (const found of [[], [file], [redacted.file], [file, redacted.file]]) {
          const capture = {
            file,
            sha256,
            ...(publish && { publish }),
            ...(copy && { redacted: copy }),
          };
          const { kind } = publishedCapture({ access: access as Access, capture }, (name) =>
            found.includes(name),
          );
          const expected =
            access !== 'full'
              ? 'hash'
              : publish === 'redacted'
                ? copy !== undefined && !found.includes(copy.file)
                  ? 'redacted'
                  : 'hash'
                : (publish ?? (found.includes(file) ? 'hash' : 'whole'));
          assert.equal(kind, expected);
        }
      }
    }
  }
});
