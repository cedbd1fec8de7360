import { recordAddress } from '../model/address.ts';
import type { ArticleSummary, RecordLink } from '../model/article-view.ts';
import type { Bounds } from '../model/date/bounds.ts';
import type { DateUnits } from '../model/date/units.ts';
import { KINDS, type Kind } from '../model/kinds.ts';
import { filedUnder, indexName } from '../model/names/index-name.ts';
import { organisationsOf } from '../model/names/organisations.ts';
import type { Problem } from '../model/problem.ts';
import type { PublishedCapture } from '../model/published-capture.ts';
import type { ArticleData } from '../model/schema/article.ts';
import type { AuthorityData, OutletData } from '../model/schema/authority.ts';
import type { Settings } from '../model/schema/settings.ts';
import { currentArchive } from '../record/current-archive.ts';
import { sharedRecord } from '../record/shared-record.ts';
import type { ArticleEntry, AuthorityEntry, DossierEntry } from '../record/types.ts';
import { dateReader } from './dates.ts';
import { fingerprint } from './fingerprint.ts';
import { joinArticle, type Links } from './join-article.ts';
import { rarestFirst } from './rarest.ts';

/** An article with everything that its page shows but what depends on other articles. */
export interface Article extends ArticleSummary {
  readonly bounds: Bounds;
  /** Where on the timeline it is filed. */
  readonly units: DateUnits;
  readonly data: ArticleData;
  /** What of its capture may be shown. */
  readonly published: PublishedCapture;
  /** Unpacked at each call. */
  readonly body: ArticleEntry['body'];
  /** Digest of the entry and of the names of all records that it refers to. */
  readonly key: string;
}

/** Whether all of the text is published, and not a part of it. */
export function isPublishedWhole({ data }: Pick<Article, 'data'>): boolean {
  return data.access === 'full';
}

/** An authority record. */
export interface Authority {
  readonly kind: Kind;
  readonly id: string;
  readonly address: string;
  readonly data: AuthorityData;
  /** Digest of the record's file. */
  readonly digest: string;
}

/** Everything that the collections hold, joined and in order. */
export interface Holdings {
  readonly settings: Settings;
  /** Oldest first: by earliest possible day, then latest, then id. */
  readonly articles: readonly Article[];
  /** What is left of withdrawn articles; no list holds them. */
  readonly withdrawn: readonly Article[];
  readonly authorities: Readonly<Record<Kind, readonly Authority[]>>;
  /** Reading guides, the newest first. */
  readonly dossiers: readonly DossierEntry[];
  /** What was left out because it has problems, where the keeper asked for that. */
  readonly leftOut: readonly Problem[];
  /** Every spelling of every outlet and source, in small letters. */
  readonly organisations: ReadonlySet<string>;
}

/** How many outlets have a colour of their own; further ones share a neutral one. */
const OUTLET_COLOURS = 6;

/**
 * Reads what there is; the one place that does. The record stays out of Astro's store, which would check, copy and
 * write all of it again.
 */
export async function readHoldings(): Promise<Holdings> {
  const record = sharedRecord(currentArchive().folders.content);
  const { settings, articles: entries, authorities: records, dossiers, leftOut } = record;
  const authorities = Object.fromEntries(
    KINDS.map((kind) => [kind, records[kind].map(toAuthority).sort(byName)]),
  ) as Record<Kind, Authority[]>;
  const organisations = organisationsOf(authorities);
  const joining = {
    links: linksOf(authorities, entries),
    order: rarestFirst(entries),
    settings,
    // A byline that is the name of an organisation is cited as one.
    organisations: fingerprint([...organisations].sort()),
    dateOf: dateReader(),
  };
  const articles = entries.map((entry) => joinArticle(entry, joining)).sort(byDate);
  const withdrawn = record.withdrawn.map((entry) => joinArticle(entry, joining)).sort(byDate);
  return {
    settings,
    articles,
    withdrawn,
    authorities,
    dossiers: dossiers.toSorted(byRevision),
    leftOut,
    organisations,
  };
}

function toAuthority({ kind, id, data, digest }: AuthorityEntry): Authority {
  return { kind, id, address: recordAddress(kind, id), data, digest };
}

/** As `compareDates`, with bounds that are worked out already; then by id. */
function byDate(a: Article, b: Article): number {
  return (
    compare(a.bounds.earliest, b.bounds.earliest) ||
    compare(a.bounds.latest, b.bounds.latest) ||
    compare(a.date.text, b.date.text) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byRevision(a: DossierEntry, b: DossierEntry): number {
  return compare(b.data.date, a.data.date) || compare(a.slug, b.slug);
}

const COLLATOR = new Intl.Collator('en');

function byName(a: Authority, b: Authority): number {
  return COLLATOR.compare(filing(a), filing(b)) || (a.id < b.id ? -1 : 1);
}

function filing({ kind, data }: Authority): string {
  return filedUnder(indexName(kind, data));
}

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
