import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseEdtf } from '../../model/date/parse.ts';
import { hostileHoldings } from '../hostile-articles.fixture.ts';
import { citationOf } from '../reference/citation-record.ts';
import { citationText } from './citation-text.ts';
import { cslDate } from './csl-date.ts';
import { type CslItem, cslItem } from './csl-json.ts';
import { readCitationText } from './read-citation-text.ts';
import { CITATION_STYLES, citationFormatter } from './styled.ts';

const read = (file: string) => readFileSync(new URL(`../csl/${file}`, import.meta.url), 'utf8');
const format = citationFormatter({
  styles: Object.fromEntries(
    CITATION_STYLES.map(({ file }) => [file, read(`${file}.csl`)]),
  ) as Parameters<typeof citationFormatter>[0]['styles'],
  locales: { 'en-GB': read('locales-en-GB.xml'), 'en-US': read('locales-en-US.xml') },
});

const STATED: CslItem = {
  id: 'x',
  type: 'article-newspaper',
  title: "Ties With West Despite Russian 'Hysterics'",
  author: [{ literal: 'Reuters' }],
  'container-title': 'The Moscow Times',
  issued: { 'date-parts': [[2019, 3, 5]] },
  language: 'en',
  URL: 'https://example.org/x.html',
  archive: 'Archive',
  archive_location: '2019/x',
  note: 'Never printed.',
  custom: {},
};

test('a newspaper article is cited as the styles ask', () => {
  assert.deepEqual(format(STATED), [
    {
      style: 'APA 7',
      text: 'Reuters. (2019, March 5). Ties With West Despite Russian “Hysterics.” The Moscow Times. Archive. https://example.org/x.html',
    },
    {
      style: 'MLA 9',
      text: 'Reuters. “Ties With West Despite Russian ‘Hysterics.’” The Moscow Times, 5 Mar. 2019, https://example.org/x.html. Archive, 2019/x.',
    },
    {
      style: 'Chicago 17, note',
      text: 'Reuters, “Ties With West Despite Russian ‘Hysterics,’” The Moscow Times, March 5, 2019, 2019/x, Archive, https://example.org/x.html.',
    },
    {
      style: 'Chicago 17, bibliography',
      text: 'Reuters. “Ties With West Despite Russian ‘Hysterics.’” The Moscow Times, March 5, 2019. 2019/x. Archive. https://example.org/x.html.',
    },
    {
      style: 'Chicago 17, author-date',
      text: 'Reuters. 2019. “Ties With West Despite Russian ‘Hysterics.’” The Moscow Times, March 5, 2019. 2019/x. Archive. https://example.org/x.html.',
    },
    {
      style: 'Harvard',
      text: 'Reuters (2019) ‘Ties With West Despite Russian “Hysterics”’, The Moscow Times, 5 March. Available at: https://example.org/x.html.',
    },
  ]);
});

test('a suffix stands where each style puts it, and is no initial', () => {
  const author = [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }];
  const starts = format({ ...STATED, author }).map(({ text }) => text.replace(/ [(“].*/s, ''));
  assert.deepEqual(starts, [
    'King, M. L., Jr.',
    'King, Martin Luther, Jr.',
    'Martin Luther King Jr.,',
    'King, Martin Luther, Jr.',
    'King, Martin Luther, Jr. 2019.',
    'King, M.L., Jr.',
  ]);
});

test('a date that was supplied is cited as such where the style has a form for it', () => {
  const [apa, , note] = format({ ...STATED, issued: { 'date-parts': [[2009, 8]], circa: true } });
  assert.match(apa?.text ?? '', /\(ca\. 2009, August\)/);
  assert.match(note?.text ?? '', /\[August 2009\?\]/);
});

test('the same article is cited alike however often and after whatever others', () => {
  const first = format(STATED);
  format({ ...STATED, id: 'y', title: 'Another' });
  assert.deepEqual(format(STATED), first);
  assert.deepEqual(format(STATED), first);
});

test('every hostile record is cited in every style, and the text can be read back', () => {
  const holdings = hostileHoldings();
  for (const article of holdings.articles) {
    const record = citationOf(article, holdings);
    const styled = format(cslItem(record));
    assert.equal(styled.length, CITATION_STYLES.length);
    for (const { style, text } of styled) {
      assert.ok(text.includes(record.url), `${style}: ${text}`);
      assert.doesNotMatch(text, /undefined|NO_PRINTED_FORM|\n/, style);
    }
    assert.deepEqual(readCitationText(citationText(record, styled)), styled);
  }
});

test('a range whose ends are not equally exact is cited by what both have', () => {
  const parsed = parseEdtf('2014?/2026-11-30');
  assert.ok(parsed.ok);
  const issued = cslDate(parsed.date, true);
  assert.deepEqual(issued['date-parts'], [[2014], [2026]]);
  const [apa] = format({ ...STATED, issued });
  assert.match(apa?.text ?? '', /2014.2026/);
});
