import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofProcess } from '../../record/of-process.ts';
import { withSheet } from './with-sheet.ts';

const written = (page: string) => Buffer.concat(withSheet(Buffer.from(page))).toString();

test('The sheet stands in the place that a page leaves in its head, and nowhere else', () => {
  ofProcess<string>('sheet').set('a{content:"“"}');
  assert.equal(
    written('<title>é</title><style></style><p>A page leaves “<style></style>”.</p>'),
    '<title>é</title><style>a{content:"“"}</style><p>A page leaves “<style></style>”.</p>',
  );
  assert.equal(written('<p>It has moved.</p>'), '<p>It has moved.</p>');
});
