import { articleSchema } from '../model/schema/article.ts';
import { authoritySchemas } from '../model/schema/authority.ts';
import type { Settings } from '../model/schema/settings.ts';
import { type HoldingsToExport, holdingsOf } from './reference/holdings.ts';

interface Hostile {
  readonly title: string;
  readonly date: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly language?: string;
  readonly url?: string;
}

/** Records that formats and their readers have been seen to lose something of. */
export const HOSTILE: readonly Hostile[] = [
  {
    title: '白俄罗斯总统会见记者',
    date: '2019-03-05',
    outlet: '人民日报',
    byline: '王小明',
    language: 'zh',
  },
  {
    title: 'ベラルーシ大統領「東西の均衡を」',
    date: '2019-03',
    outlet: '朝日新聞',
    language: 'ja',
  },
  {
    title: '루카셴코 대통령, 서방과의 관계 개선',
    date: '2019',
    outlet: '연합뉴스',
    byline: '김철수',
    language: 'ko',
  },
  {
    title: 'Лукашенко обвинил Москву',
    date: '2010-08~',
    outlet: 'Коммерсантъ',
    byline: 'Иван Петров',
    language: 'ru',
  },
  {
    title: 'Лукашэнка пра «раўнапраўнае» партнёрства',
    date: '2019-12-05~',
    outlet: 'Наша Ніва',
    byline: 'Янка Купала',
    language: 'be',
  },
  {
    title: 'Łukašenka ŭ Sočy',
    date: '2009-08-27?',
    outlet: 'Biełaruskaja Hazieta',
    language: 'be-Latn',
  },
  {
    title: 'لوكاشينكو يتهم موسكو بالتدخل',
    date: '2010-08',
    outlet: 'الجزيرة',
    byline: 'محمد علي',
    language: 'ar',
  },
  { title: 'לוקשנקו מאשים את מוסקבה', date: '2010-08-15', outlet: 'הארץ', language: 'he' },
  { title: 'A {brace} and another { unbalanced', date: '2001-01-01' },
  { title: '100% of $400 million & a #hashtag_under', date: '2001-02-28', outlet: 'Profit & Loss' },
  { title: 'Back\\slash and ^caret~tilde', date: '2004-02-29' },
  { title: `"Straight" and 'single' quotes`, date: '2005-05-05' },
  { title: '“Curly” and ‘single’ – with dashes — both', date: '2005-06' },
  { title: 'Two hyphens -- three --- four ----', date: '2005-07' },
  { title: 'Less < than > and &amp; written out', date: '2006' },
  { title: '@article{fake, title = {x}}', date: '2007' },
  { title: 'TY  - JOUR', date: '2007-01' },
  { title: 'ER  -', date: '2007-02' },
  { title: '=HYPERLINK("http://example.org","x")', date: '2007-03' },
  { title: 'Comma, "quote", semicolon; colon: slash/', date: '2007-04' },
  { title: 'Question?', date: '2007-05' },
  { title: 'Exclamation!', date: '2007-06' },
  { title: 'Ends with a stop.', date: '2007-07' },
  { title: 'iPhone, NATO and eBay keep their capitals', date: '2007-08' },
  { title: 'e\u0301 decomposed and é composed', date: '2007-09', language: 'fr' },
  { title: 'Emoji 🗞️ and astral 𝔘𝔫𝔦𝔠𝔬𝔡𝔢', date: '2007-10' },
  { title: `Long ${'very '.repeat(120)}long`, date: '2007-11' },
  { title: 'By an agency', date: '2008', byline: 'By Reuters' },
  {
    title: 'By a long organisation',
    date: '2008-01',
    byline: 'By Radio Free Europe/Radio Liberty',
  },
  { title: 'By a ministry', date: '2008-02', byline: 'Ministry of Foreign Affairs and Trade' },
  { title: 'By a person', date: '2008-03', byline: 'By Jane Doe' },
  { title: 'By two', date: '2008-04', byline: 'By Jane Doe and John Q. Public' },
  { title: 'With particles', date: '2008-05', byline: 'Jan van der Berg and Ludwig von Mises' },
  { title: 'With a suffix', date: '2008-06', byline: 'By Martin Luther King, Jr.' },
  { title: 'With marks in names', date: '2008-07', byline: "Seán O'Brien & Jean-Luc Picard" },
  { title: 'One name', date: '2008-08', byline: 'By Voltaire' },
  { title: 'A decade', date: '198X', url: 'https://example.com/a_b%20c?x=1&y={2}#frag' },
  { title: 'A century', date: '19XX' },
  { title: 'An unknown month', date: '2019-XX-XX' },
  { title: 'An unknown day', date: '2019-03-XX' },
  { title: 'A season', date: '2019-21' },
  { title: 'A range of days', date: '2019-03-05/2019-03-07' },
  { title: 'An open range', date: '2019-03-05/..' },
  { title: 'An unknown start', date: '/2019' },
  { title: 'Both unsure and about', date: '2019-03%' },
];

const SETTINGS: Settings = {
  title: 'An Archive & Its {Readers}',
  subtitle: 'For tests',
  description: 'Records that formats are known to lose.',
  language: 'en',
  baseUrl: 'https://archive.example.org/press/',
  publisher: 'The Keeper',
  contact: 'keeper@example.org',
  rights: 'All of it is made up & free.',
  takedown: 'Write to us.',
};

/** An archive of hostile records. */
export function hostileHoldings(records: readonly Hostile[] = HOSTILE): HoldingsToExport {
  const outlets = [...new Set(records.map(({ outlet = 'The Times' }) => outlet))];
  return holdingsOf({
    settings: SETTINGS,
    articles: records.map(({ outlet = 'The Times', ...fields }, index) => ({
      id: `2001/article-${index + 1}`,
      digest: String(index),
      data: articleSchema.parse({
        ...fields,
        outlet: `outlet-${outlets.indexOf(outlet) + 1}`,
        source: 'reuters',
        people: ['doe'],
        places: [],
        capture: { file: 'captures/2001/a.txt', sha256: '0'.repeat(64) },
        rights: 'http://rightsstatements.org/vocab/InC/1.0/',
      }),
      body: {
        html: `<p id="p1">Text &amp; ${index}</p>`,
        blocks: [{ kind: 'text', text: `Text & ${index}` }],
      },
    })),
    authorities: {
      people: [{ id: 'doe', data: authoritySchemas.people.parse({ name: 'Doe, Jane & Co.' }) }],
      places: [],
      topics: [],
      sources: [{ id: 'reuters', data: authoritySchemas.sources.parse({ name: 'Reuters' }) }],
      outlets: outlets.map((name, index) => ({
        id: `outlet-${index + 1}`,
        data: authoritySchemas.outlets.parse({ name, code: 'T' }),
      })),
    },
  });
}
