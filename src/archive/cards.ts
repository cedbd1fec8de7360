import { cardColours } from '../cards/colours.ts';
import { drawCard, WIDTH } from '../cards/draw-card.ts';
import type { CardFace } from '../cards/face.ts';
import { icoOf } from '../cards/ico.ts';
import { markPicture } from '../cards/mark.ts';
import { renderPng } from '../cards/render-png.ts';
import { cardAddress, type SectionCard, sectionCards } from '../model/address.ts';
import { dateInWords } from '../model/date/words.ts';
import { KIND_WORDS, KINDS, type Kind } from '../model/kinds.ts';
import { countWords } from '../model/lists/count-words.ts';
import { pressmarkDate } from '../model/pressmark.ts';
import type { Archive } from './archive.ts';
import type { Article } from './articles.ts';
import { changedPages, type PossiblePage } from './changed-pages.ts';
import { oncePer } from './once.ts';

/** A card with what stands on it. */
export interface CardPage extends PossiblePage {
  readonly face: CardFace;
}

/** Every card of the site: of its sections, of each outlet, and of each article where that is asked for. */
export function cardPages(archive: Archive): CardPage[] {
  const { articles, authorities, settings } = archive;
  if (settings.cards === 'none') return [];
  const sections = sectionCards(archive.dossiers.length > 0).map((name) => ({
    name: name as string,
    face: sectionFace(archive, name),
  }));
  const outlets = authorities.outlets.map((outlet) => {
    const held = archive.articlesOf(outlet);
    const face = listFace(archive, held, {
      label: 'Outlet',
      heading: outlet.data.name,
      colour: held[0]?.outlet.colour ?? 0,
      code: (outlet.data as { code?: string }).code ?? '',
    });
    return { name: `outlets/${outlet.id}`, face };
  });
  const own = settings.cards === 'articles' ? articles : [];
  const ofArticles = own.map((article) => ({
    name: `articles/${article.id}`,
    face: articleFace(archive, article),
  }));
  return [...sections, ...outlets, ...ofArticles].map(({ name, face }) => ({
    address: cardAddress(name),
    face,
    shows: JSON.stringify(face),
  }));
}

/** The card that a page about an article shows. */
export function cardOf({ settings }: Pick<Archive, 'settings'>, article: Article): string {
  return settings.cards === 'articles' ? `articles/${article.id}` : `outlets/${article.outlet.id}`;
}

/** The cards that have to be made. */
export function cardPaths(archive: Archive) {
  return changedPages(cardPages(archive)).map(({ address, face }) => ({
    params: { card: address.slice('/cards/'.length, -'.png'.length) },
    props: { face },
  }));
}

/**
 * A card as a PNG.
 *
 * @param tokens text of styles/tokens.css
 */
export function cardPng(face: CardFace, tokens: string): Promise<Uint8Array<ArrayBuffer>> {
  return renderPng(drawCard(face, cardColours(tokens)), WIDTH);
}

/** The mark on paper, for what keeps it among the icons of a phone: 180 px, as Apple asks for. */
export function touchIcon(tokens: string): Promise<Uint8Array<ArrayBuffer>> {
  return renderPng(markPicture(cardColours(tokens), 3), 180);
}

/** The mark for browsers that read no SVG there. */
export async function favicon(tokens: string): Promise<Uint8Array<ArrayBuffer>> {
  return icoOf(await renderPng(markPicture(cardColours(tokens)), 32), 32);
}

function articleFace({ settings }: Archive, article: Article): CardFace {
  const { date, dateSupplied, dateUncertain, outlet, title } = article;
  const { year, rest } = pressmarkDate(date);
  return {
    mark: { lines: [year, rest], code: outlet.code, isAbout: dateUncertain },
    colour: outlet.colour,
    label: outlet.name,
    heading: title,
    line: dateInWords(date, { supplied: dateSupplied }),
    bars: [],
    from: '',
    to: '',
    ...footOf(settings),
  };
}

function sectionFace(archive: Archive, name: SectionCard): CardFace {
  const { articles, settings, authorities } = archive;
  const isKind = (one: string): one is Kind => (KINDS as readonly string[]).includes(one);
  const label = settings.subtitle;
  const heading = isKind(name)
    ? KIND_WORDS[name].heading
    : name === 'archive'
      ? settings.title
      : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const { length } = isKind(name) ? authorities[name] : articles;
  const code = length.toLocaleString('en');
  const records = isKind(name)
    ? countWords(length, KIND_WORDS[name].one, KIND_WORDS[name].many)
    : undefined;
  return listFace(archive, articles, { label, heading, colour: 1, code, records });
}

function listFace(
  { settings }: Archive,
  articles: readonly Article[],
  own: {
    label: string;
    heading: string;
    colour: number;
    code: string;
    records?: string | undefined;
  },
): CardFace {
  const counts = withEmptyYears(countByYear(articles));
  const [first, last] = [counts[0]?.year, counts.at(-1)?.year];
  const years = first === last ? [first ?? '–'] : [first ?? '', `–${last}`];
  const span = first === last ? (first ?? '') : `${first}–${last}`;
  const count = countWords(articles.length, 'article');
  return {
    mark: { lines: years, code: own.code, isAbout: false },
    colour: own.colour,
    label: own.label,
    heading: own.heading,
    line: [own.records === undefined ? count : `${own.records} in ${count}`, span]
      .filter((part) => part !== '')
      .join(', '),
    bars: counts.length > MOST_YEARS ? [] : counts.map(({ count: one }) => one),
    from: first ?? '',
    to: last ?? '',
    ...footOf(settings),
  };
}

/** Years that a strip has room for. */
const MOST_YEARS = 200;

/** Sections all show the articles of the whole archive. */
const countByYear = oncePer((articles: readonly Article[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { units } of articles) {
    for (const year of units.years) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
});

/** From the first year to the last, empty ones too. */
function withEmptyYears(counts: ReadonlyMap<string, number>): { year: string; count: number }[] {
  const held = [...counts.keys()].sort();
  const [first, last] = [Number(held[0]), Number(held.at(-1))];
  if (held.length === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = String(first + at).padStart(4, '0');
    return { year, count: counts.get(year) ?? 0 };
  });
}

function footOf({ title, baseUrl }: Archive['settings']) {
  const { host, pathname } = new URL(baseUrl);
  return { archive: title, host: `${host}${pathname.replace(/\/$/, '')}` };
}
