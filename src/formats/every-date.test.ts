import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { parseHTML } from 'linkedom';
import { layDates } from '../model/charts/date-spans.ts';
import { bounds } from '../model/date/bounds.ts';
import { htmlDateTime } from '../model/date/html-datetime.ts';
import { unitsOf } from '../model/date/units.ts';
import { dateInWords } from '../model/date/words.ts';
import { CITATION_FORMATS, citationAddress } from '../model/export-address.ts';
import { pressmarkDate } from '../model/pressmark.ts';
import { coins } from './citation/coins.ts';
import { cslDate } from './citation/csl-date.ts';
import { readCitationText } from './citation/read-citation-text.ts';
import { CITATION_STYLES, citationFormatter } from './citation/styled.ts';
import { everyDate } from './every-date.fixture.ts';
import { siteFiles } from './files/site-files.ts';
import { articleMeta } from './head/article-meta.ts';
import { newsArticle } from './head/json-ld.ts';
import { hostileHoldings } from './hostile-articles.fixture.ts';
import { citationOf } from './reference/citation-record.ts';

const read = (file: string) => readFileSync(new URL(`csl/${file}`, import.meta.url), 'utf8');
const styled = citationFormatter({
  styles: Object.fromEntries(
    CITATION_STYLES.map(({ file }) => [file, read(`${file}.csl`)]),
  ) as Parameters<typeof citationFormatter>[0]['styles'],
  locales: { 'en-GB': read('locales-en-GB.xml'), 'en-US': read('locales-en-US.xml') },
});
const holdings = hostileHoldings(everyDate().map((date, at) => ({ title: `Dated ${at}`, date })));
const { articles } = holdings;
const references = articles.map((article) => citationOf(article, holdings));

/** Words that a date must never become. */
const NONSENSE = /NaN|undefined|null|Invalid|\[object/;

describe('Every date that the record accepts', () => {
  const files = new Map<string, string>();

  before(() => {
    for (const { address, text } of siteFiles(holdings, { styled })) {
      files.set(address, [...text()].join(''));
    }
  });

  it('goes through every export', () => {
    assert.ok(articles.length > 120, `${articles.length} dates`);
    assert.ok(files.size > articles.length * CITATION_FORMATS.length);
    for (const [address, text] of files) {
      // A count of nothing is null in JSON by right.
      assert.doesNotMatch(address.endsWith('json') ? text.replaceAll('null', '') : text, NONSENSE);
    }
    for (const { id } of articles) {
      for (const format of CITATION_FORMATS) {
        assert.ok((files.get(citationAddress(id, format)) ?? '') !== '', `${id} ${format}`);
      }
    }
  });

  it('is cited with its year in every style, wherever it has one', () => {
    for (const { id, date } of articles) {
      const cited = files.get(citationAddress(id, 'txt')) ?? '';
      const year = /\d{4}/.exec(date.text)?.[0]?.replace(/^0+/, '');
      const citations = readCitationText(cited);
      assert.equal(citations.length, CITATION_STYLES.length, `${date.text}: ${cited}`);
      if (year === undefined) continue;
      for (const { text } of citations) assert.ok(text.includes(year), `${date.text}: ${text}`);
    }
  });

  it('stays as it is written where a format knows such dates', () => {
    for (const { id, date } of articles) {
      assert.ok(
        files.get(citationAddress(id, 'bib'))?.includes(`date = {${date.text}}`),
        date.text,
      );
      assert.ok(
        files.get(citationAddress(id, 'json'))?.includes(`"edtf":"${date.text}"`),
        date.text,
      );
      assert.ok(files.get('/data/articles.csv')?.includes(date.text), date.text);
    }
  });

  it('is a date of CSL only where CSL can say it, and words elsewhere', () => {
    for (const { date } of articles) {
      const { 'date-parts': parts, literal } = cslDate(date, false);
      assert.equal(literal === undefined, parts !== undefined, date.text);
      if (literal !== undefined) assert.equal(literal, dateInWords(date));
      const [start = [], end = start] = parts ?? [];
      assert.equal(start.length, end.length, `${date.text}: both ends are of one precision`);
      const days = parts?.flat() ?? [];
      assert.ok(
        days.every((number) => Number.isInteger(number) && number > 0),
        date.text,
      );
    }
  });

  it('stands in the head of a page in a form that reference managers do not misread', () => {
    for (const record of references) {
      const meta = articleMeta(record);
      const published = meta.find(({ name }) => name === 'prism.publicationDate')?.content ?? '';
      assert.doesNotMatch(published, /X|-2[1-4](?!\d)(?!.*-2[1-4]-)/, record.date.text);
      assert.doesNotMatch(coins(record), NONSENSE);
      const json = newsArticle(
        record,
        articles[0]?.data ?? assert.fail(),
        NO_NAMES,
        holdings.settings,
      );
      const { datePublished } = JSON.parse(json) as { datePublished?: string };
      assert.match(datePublished ?? '2019', /^\d{4}(?:-\d\d){0,2}$/);
    }
  });

  it('has words, a place on the shelf, a stroke in drawings and pages of the timeline', () => {
    for (const { date } of articles) {
      const { year, rest } = pressmarkDate(date);
      const texts = [dateInWords(date), dateInWords(date, { supplied: true }), year, rest];
      for (const text of texts) assert.doesNotMatch(text, NONSENSE, date.text);
      assert.ok(dateInWords(date).length > 3 && year !== '', date.text);
      assert.match(htmlDateTime(date) ?? '2019', /^\d{4}(?:-\d\d){0,2}$/, date.text);
      const { years } = unitsOf(date);
      assert.ok(years.length > 0 && years.every((unit) => /^\d{4}$/.test(unit)), date.text);
      for (const { x, width } of layDates([bounds(date)]).spans) {
        assert.ok(Number.isFinite(x) && Number.isFinite(width), date.text);
      }
    }
  });

  it('leaves feeds and the repository well formed', () => {
    for (const address of ['/feed.xml', '/data/oai.xml']) {
      const text = files.get(address);
      assert.ok(text !== undefined, address);
      const { document } = parseHTML(text);
      const dates = [...document.querySelectorAll('dc\\:date, published, updated')];
      for (const { textContent } of dates) assert.match(textContent ?? '', /^[\d./~?%XTZ:-]+$/);
    }
  });
});

const NO_NAMES = { sources: [], people: [], places: [] };
