import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCapture } from './read-capture.ts';
import { CaptureRefused } from './refused.ts';

const page = (title: string, body: string, lang = 'en') =>
  Buffer.from(
    `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head><body><nav><a href="/">Home</a></nav>${body}<footer>© The Example Times</footer></body></html>`,
  );
const read = (bytes: Uint8Array) => readCapture(bytes, { name: 'page.html' }, []);
const prose = (...texts: string[]) =>
  `<article>${texts.map((text) => `<p>${text}</p>`).join('')}</article>`;

const STORY = [
  'The government said on Monday that it would cut the price of natural gas for households by 12 percent, after weeks of talks with suppliers that had threatened to fail.',
  'Opposition lawmakers called the plan a gift before the elections, and demanded that the agreement with the suppliers be published in full before parliament votes on it.',
  'The ministry said that details would be announced after a meeting of the cabinet on Thursday, and that the agreement held trade secrets of several companies.',
];

for (const [what, title, body, lang] of [
  [
    'asks for consent to cookies',
    'Before you continue',
    '<div><h1>Before you continue</h1><p>We and our 842 partners store and access information on your device, such as cookies and unique identifiers, to personalise advertising and content, and to understand our audience.</p><p>You can accept or manage your choices by clicking below, including your right to object, or at any time on the privacy policy page. These choices will be signalled to our partners and will not affect browsing data.</p></div>',
  ],
  [
    'asks for consent in German',
    'Willkommen',
    '<form><h1>Willkommen</h1><p>Wenn Sie unsere Websites und Apps nutzen, verwenden wir Cookies, um Ihnen unsere Websites und Apps bereitzustellen, Nutzer zu authentifizieren und Ihre Nutzung zu messen.</p><p>Wenn Sie auf „Alle akzeptieren“ klicken, verwenden wir und unsere 231 Partner Cookies und Ihre personenbezogenen Daten, um Werbung zu personalisieren.</p></form>',
    'de',
  ],
  [
    'says under the name of the site that there is no such page',
    'The Example Times',
    `<article><h1>The Example Times</h1><p>Oops! We can't find that page. The link you followed may be broken, or the page may have been removed. Try our home page or search for what you were looking for instead.</p></article>`,
  ],
  [
    'says in Polish that there is no such page',
    'Gazeta',
    '<article><h1>Gazeta</h1><p>Przepraszamy, strona, której szukasz, nie istnieje lub została przeniesiona pod inny adres. Sprawdź adres albo wróć na stronę główną i skorzystaj z wyszukiwarki.</p></article>',
    'pl',
  ],
] as const) {
  test(`a page that ${what} is refused`, async () => {
    await assert.rejects(read(page(title, body, lang)), CaptureRefused);
  });
}

test('an article about cookies and missing pages is taken', async () => {
  const body = prose(
    'The court in Luxembourg ruled on Tuesday that sites must ask before they store cookies on the devices of their readers, and that a box ticked beforehand is no consent.',
    '“We store cookies to understand our audience,” the publisher had argued before the judges. Its partners said that they would study the ruling before they change their pages.',
    'One judge noted in her opinion that readers who refuse were led to a page which said that the article could not be found.',
  );
  const { reading } = await read(page('Court rules on cookies', body));
  assert.equal(reading.passages.length, 3);
});

test('a recipe for cookies is taken', async () => {
  const body = prose(
    'Our grandmother baked these cookies every Friday, and we have kept her recipe as she wrote it down in 1962.',
    'You may use butter or lard, and the flour of your choice; the cookies keep for a week if you store them in a tin, she wrote to us.',
  );
  const { reading } = await read(page('Cookies as they were', body));
  assert.equal(reading.passages.length, 2);
});

test('a stub that ends in an offer of subscription is taken with a doubt', async () => {
  const body = `${prose(STORY[0] ?? '', STORY[1] ?? '')}<div class="paywall"><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in to continue reading this article.</p></div>`;
  const { reading } = await read(page('Gas price to fall', body));
  assert.ok(
    reading.doubts.some((doubt) => /beginning/.test(doubt)),
    String(reading.doubts),
  );
});

test('a list of headlines that lead elsewhere is taken with a doubt', async () => {
  const body = Array.from(
    { length: 20 },
    (_, at) =>
      `<div><h2><a href="/${at}">Headline number ${at} about what happened</a></h2><p>Short teaser text ${at} about what happened where and why it matters to readers today.</p></div>`,
  ).join('');
  const { reading } = await read(page('The Example Times - News', body));
  assert.ok(
    reading.doubts.some((doubt) => /front page/.test(doubt)),
    String(reading.doubts),
  );
});

test('a second article below the one of the headline is cut, and the reason says so', async () => {
  const flood = [
    'Three villages in the south were flooded on Sunday night when a dam on the river gave way after ten days of rain, rescue workers said.',
    'About two thousand people left their houses. The mayor said that nobody had been hurt, but that the bridge to the town could not be used.',
  ];
  const body = `<article><h1>Gas price to fall</h1>${prose(...STORY)}</article><article><h1>River floods three villages</h1>${prose(...flood)}</article>`;
  const { reading } = await read(page('Gas price to fall', body));
  assert.deepEqual(
    reading.passages.map(({ text }) => text),
    STORY,
  );
  assert.equal(reading.removed.find(({ text }) => text === flood[0])?.reason, 'other stories');
  assert.equal(
    reading.removed.find(({ text }) => text === 'Gas price to fall')?.reason,
    'headline',
  );
});

test('a passage that stands twice on the page is cut once, and the reason says so', async () => {
  const { reading } = await read(page('Gas price to fall', prose(...STORY, STORY[1] ?? '')));
  assert.equal(reading.passages.length, 3);
  assert.equal(reading.removed.find(({ text }) => text === STORY[1])?.reason, 'stands there twice');
});
