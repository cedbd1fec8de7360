import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SLUG } from './schema/fields.ts';
import { slugFromTitle } from './slug.ts';

test('a slug is made of the words of a headline', () => {
  const rows: [string, string][] = [
    ['Lukashenko Accuses Moscow of Meddling', 'lukashenko-accuses-moscow-of-meddling'],
    ["Belarus's Leader: 'No' — it’s U.S. $400", 'belaruss-leader-no-its-u-s-400'],
    ['Éva Čapková & Łukasz Wałęsa in Øresund', 'eva-capkova-lukasz-walesa-in-oresund'],
    ['Straße, Æsop, ﬁve', 'strasse-aesop-five'],
    ['  --  ', ''],
    ['Лукашэнка', 'lukashenka'],
    ['Цена на газ снизится', 'tsena-na-gaz-snizitsya'],
    ['Щука ўночы', 'shchuka-unochy'],
    ['Η τιμή του αερίου', 'i-timi-toy-aerioy'],
    ['ガス料金', ''],
    ['a'.repeat(100), 'a'.repeat(80)],
    [`${'ab '.repeat(40)}`, Array(27).fill('ab').join('-')],
  ];
  for (const [title, slug] of rows) assert.equal(slugFromTitle(title), slug, title);
});

test('any headline gives a slug that is an id, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (title) => {
      const slug = slugFromTitle(title);
      assert.ok(slug === '' || SLUG.test(slug), slug);
      assert.ok(slug.length <= 80);
    }),
    { numRuns: 400 },
  );
});
