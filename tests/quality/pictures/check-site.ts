import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readArchiveFiles } from '../../site/archive-files.ts';
import { words } from '../../site/built-site.ts';
import { byOutlet, byUnit, type Column, frequentNames, namedBy, pairs, tally } from './count.ts';
import {
  type Counts,
  differences,
  numbersIn,
  numbersListed,
  type PicturePage,
  readPicture,
} from './read-page.ts';

/** What was compared on a site. */
export interface PicturesFound {
  readonly articles: number;
  /** Numbers that were compared with the count. */
  readonly numbers: number;
  readonly wrong: readonly string[];
  readonly pages: number;
  /** The heaviest page of each picture, packed. */
  readonly heaviest: ReadonlyMap<string, number>;
}

const MOST_BYTES = 60_000;
const PICTURES = ['timeline', 'on-this-day', 'coverage', 'company', 'map', 'spellings', 'pictures'];

/** Compares every number of every picture with a count of its own over the content folder. */
export function checkPictures(site: string, content: string): PicturesFound {
  const archive = readArchiveFiles(content);
  const { articles } = archive;
  const wrong: string[] = [];
  let numbers = 0;
  const compare = (what: string, found: Counts, expected: Counts) => {
    numbers += expected.size;
    wrong.push(...differences(what, found, expected));
  };
  const read = (address: string) => readPicture(site, address);
  const [years, months, days] = (['years', 'months', 'days'] as const).map((unit) =>
    byUnit(archive, unit),
  ) as [Counts, Counts, Counts];

  const timeline = read('/timeline.html');
  if (years.size > 1) compare('Years', numbersIn(timeline, '.strip ol a'), years);
  if (timeline.document.querySelector('.months')) {
    compare('Months', numbersIn(timeline, '.months a.cell'), months);
  }
  for (const address of [...years.keys(), ...months.keys()]) {
    const page = read(address);
    const isBelow = ([unit]: [string, number]) => unit.startsWith(address.replace('.html', '-'));
    const [smaller, cells] = [
      address.length < '/timeline/2019-01.html'.length ? months : days,
      numbersIn(page, '.units a.cell'),
    ];
    compare(`Within ${address}`, cells, new Map([...smaller].filter(isBelow)));
    if (page.document.querySelector('table.days')) {
      compare(
        `Days of ${address}`,
        numbersIn(page, '.days a.cell'),
        new Map([...days].filter(isBelow)),
      );
    }
  }

  const anyYear = tally(articles, ({ date }) =>
    namedBy(date).days.map((day) => `/on-this-day/${day.slice(5, 7)}.html#d${day.slice(5)}`),
  );
  compare('On this day', numbersIn(read('/on-this-day.html'), '.days a.cell'), anyYear);

  const coverage = read('/coverage.html');
  const columns = columnsOf(coverage);
  const totals = tally(articles, ({ outlet }) => [`/coverage/${outlet}.html`]);
  compare(
    'Coverage',
    numbersIn(coverage, '.over a.cell'),
    new Map([...byOutlet(archive, columns), ...totals]),
  );

  const names = frequentNames(archive);
  const company = read('/company.html');
  compare('Who with whom', numbersIn(company, '.pairs a.cell'), pairs(archive, names));
  const named = tally(articles, ({ people, places }) => [
    ...people.map((id) => `people-${id}`),
    ...places.map((id) => `places-${id}`),
  ]);
  compare(
    'Names',
    numbersListed(company, '.listed'),
    new Map(names.map((name) => [`/company/${name}.html`, named.get(name) ?? 0])),
  );

  const listed = numbersListed(read('/map.html'), '.listed');
  const places = tally(articles, (article) => article.places.map((id) => `/places/${id}.html`));
  compare(
    'Map',
    listed,
    new Map([...places].filter(([address]) => listed.has(address) || places.size <= listed.size)),
  );

  const addresses = PICTURES.flatMap((name) => pagesOf(site, name));
  const heaviest = new Map<string, number>();
  for (const { name, address } of addresses) {
    const { packed } = read(address);
    heaviest.set(name, Math.max(packed, heaviest.get(name) ?? 0));
    if (packed > MOST_BYTES) wrong.push(`${address} weighs ${packed} bytes`);
  }
  return { articles: articles.length, numbers, wrong, pages: addresses.length, heaviest };
}

function pagesOf(site: string, name: string): { name: string; address: string }[] {
  const folder = path.join(site, name);
  const below = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.html'))
    : [];
  return [`/${name}.html`, ...below.map((file) => `/${name}/${file}`)].map((address) => ({
    name,
    address,
  }));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The columns of the table of outlets, from what stands over them: 2019, 1990–1999, Mar 2019. */
function columnsOf({ document }: PicturePage): Column[] {
  return [...document.querySelectorAll('.over thead th')]
    .map(words)
    .filter((label) => label !== 'All')
    .map((label) => {
      const [, month, year] = /^(\w{3}) (\d{4})$/.exec(label) ?? [];
      const unit = `${year}-${String(MONTHS.indexOf(month ?? '') + 1).padStart(2, '0')}`;
      const [from = '', to = from] = year === undefined ? label.split('–') : [unit];
      return { from, to };
    });
}
