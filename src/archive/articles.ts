import { getCollection } from 'astro:content';
import type { CompiledBody } from '../compile/compile-body.ts';
import { articleAddress, recordAddress } from '../model/address.ts';
import type { ArticleSummary, OutletLink, RecordLink } from '../model/article-view.ts';
import { type Bounds, bounds } from '../model/date/bounds.ts';
import type { EdtfDate } from '../model/date/edtf.ts';
import { htmlDateTime } from '../model/date/html-datetime.ts';
import { compareDates } from '../model/date/order.ts';
import { parseEdtf } from '../model/date/parse.ts';
import { KINDS, type Kind } from '../model/kinds.ts';
import { isRightToLeft } from '../model/language-name.ts';
import type { ArticleData } from '../model/schema/article.ts';
import type { AuthorityData, OutletData } from '../model/schema/authority.ts';
import type { Settings } from '../model/schema/settings.ts';
import { foldersOf } from '../record/folders.ts';
import { sharedRecord } from '../record/shared-record.ts';
import { rarestFirst } from './rarest.ts';

/** An article with everything that its page shows but what depends on other articles. */
export interface Article extends ArticleSummary {
  readonly bounds: Bounds;
  readonly data: ArticleData;
  readonly body: CompiledBody;
}

/** An authority record. */
export interface Authority {
  readonly kind: Kind;
  readonly id: string;
  readonly address: string;
  readonly data: AuthorityData;
}

/** Everything that the collections hold, joined and in order. */
export interface Holdings {
  readonly settings: Settings;
  /** Oldest first: by earliest possible day, then latest, then id. */
  readonly articles: readonly Article[];
  readonly authorities: Readonly<Record<Kind, readonly Authority[]>>;
}

/** How many outlets have a colour of their own; further ones share a neutral one. */
const OUTLET_COLOURS = 6;

/** Reads the collections; the one place that does. */
export async function readHoldings(): Promise<Holdings> {
  const [settings] = await getCollection('settings');
  if (settings === undefined) throw new Error('The settings of the archive were not loaded.');
  const record = sharedRecord(foldersOf(process.env, process.cwd()).content);
  // Astro warns of an empty collection at every call, as if its configuration were wrong.
  const entries = record.articles.length === 0 ? [] : await getCollection('articles');
  const authorities = Object.fromEntries(
    await Promise.all(
      KINDS.map(async (kind) => {
        if (record.authorities[kind].length === 0) return [kind, []];
        const entries = (await getCollection(kind)) as { id: string; data: AuthorityData }[];
        return [kind, entries.map(toAuthority(kind))];
      }),
    ),
  ) as Record<Kind, Authority[]>;
  for (const kind of KINDS) authorities[kind].sort(byName);

  const bodies = new Map(record.articles.map(({ id, body }) => [id, body]));
  const links = linksOf(authorities, entries);
  const order = rarestFirst(entries);
  const articles = entries
    .map(({ id, data }) => joinArticle({ id, data, body: bodies.get(id), links, order, settings }))
    .sort((a, b) => compareDates(a.date, b.date) || (a.id < b.id ? -1 : 1));
  return { settings: settings.data, articles, authorities };
}

function toAuthority(kind: Kind) {
  return ({ id, data }: { id: string; data: AuthorityData }): Authority => ({
    kind,
    id,
    address: recordAddress(kind, id),
    data,
  });
}

function byName(a: Authority, b: Authority): number {
  return a.data.name.localeCompare(b.data.name, 'en') || (a.id < b.id ? -1 : 1);
}

type Links = Readonly<Record<Kind, ReadonlyMap<string, RecordLink | OutletLink>>>;

function linksOf(
  authorities: Record<Kind, Authority[]>,
  entries: readonly { data: { outlet: string } }[],
): Links {
  const counts = new Map<string, number>();
  for (const { data } of entries) counts.set(data.outlet, (counts.get(data.outlet) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id);
  return Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      new Map(
        authorities[kind].map(({ id, address, data }) => {
          const link: RecordLink = { kind, id, address, name: data.name };
          if (kind !== 'outlets') return [id, link];
          const rank = ranked.indexOf(id) + 1;
          const colour = rank <= OUTLET_COLOURS ? rank : 0;
          return [id, { ...link, code: (data as OutletData).code, colour }];
        }),
      ),
    ]),
  ) as unknown as Links;
}

function joinArticle({
  id,
  data,
  body,
  links,
  order,
  settings,
}: {
  id: string;
  data: ArticleData;
  body: CompiledBody | undefined;
  links: Links;
  order: ReturnType<typeof rarestFirst>;
  settings: { data: Settings };
}): Article {
  if (body === undefined) throw new Error(`The body of ${id} was not compiled.`);
  const parsed = parseEdtf(data.date);
  if (!parsed.ok) throw new Error(`The date of ${id} was not checked: ${parsed.what}`);
  const { date } = parsed;
  const language = data.language ?? settings.data.language;
  const dateSupplied = data.supplied.date !== undefined;
  const linked = (kind: Kind, ids: readonly string[]) => ids.map((key) => known(links, kind, key));
  const [people, places] = [linked('people', data.people), linked('places', data.places)];
  return {
    id,
    address: articleAddress(id),
    title: data.title,
    language,
    ...(isRightToLeft(language) && { dir: 'rtl' as const }),
    date,
    dateSupplied,
    dateUncertain: dateSupplied || isUncertain(date),
    outlet: known(links, 'outlets', data.outlet) as OutletLink,
    outletSupplied: data.supplied.outlet !== undefined,
    sources: linked('sources', data.source),
    people,
    places,
    named: order([...people, ...places]),
    topics: linked('topics', data.topics),
    bounds: bounds(date),
    data,
    body,
  };
}

function isUncertain(date: EdtfDate): boolean {
  return htmlDateTime(date) === undefined;
}

function known(links: Links, kind: Kind, id: string): RecordLink | OutletLink {
  const link = links[kind].get(id);
  if (link === undefined) throw new Error(`The id ${kind}/${id} was not checked.`);
  return link;
}
