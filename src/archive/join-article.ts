import { articleAddress } from '../model/address.ts';
import type { OutletLink, RecordLink } from '../model/article-view.ts';
import type { Bounds } from '../model/date/bounds.ts';
import type { EdtfDate } from '../model/date/edtf.ts';
import type { DateUnits } from '../model/date/units.ts';
import type { Kind } from '../model/kinds.ts';
import { isRightToLeft } from '../model/language-name.ts';
import type { ArticleData } from '../model/schema/article.ts';
import type { Settings } from '../model/schema/settings.ts';
import type { ArticleEntry } from '../record/types.ts';
import type { Article } from './articles.ts';
import type { KnownDate } from './dates.ts';
import { digestOf } from './fingerprint.ts';
import type { rarestFirst } from './rarest.ts';

/** Records as articles refer to them, by kind and id. */
export type Links = Readonly<Record<Kind, ReadonlyMap<string, RecordLink | OutletLink>>>;

/** What all articles are joined with. */
export interface Joining {
  readonly links: Links;
  readonly order: ReturnType<typeof rarestFirst>;
  readonly settings: Settings;
  /** Digest of the names of organisations: a byline that is one of them is cited as one. */
  readonly organisations: string;
  readonly dateOf: (text: string) => KnownDate;
}

/** Joins an article with the records that it refers to. */
export function joinArticle(entry: ArticleEntry, joining: Joining): Article {
  return new JoinedArticle(entry, joining);
}

/** One object an article, and as little in it as can be: an archive has twenty thousand of them. */
class JoinedArticle implements Article {
  readonly id: string;
  readonly address: string;
  readonly language: string;
  readonly dir?: 'rtl';
  readonly outlet: OutletLink;
  readonly sources: readonly RecordLink[];
  readonly people: readonly RecordLink[];
  readonly places: readonly RecordLink[];
  readonly topics: readonly RecordLink[];
  readonly data: ArticleData;
  readonly key: string;
  readonly #entry: ArticleEntry;
  readonly #date: KnownDate;
  readonly #order: Joining['order'];

  constructor(entry: ArticleEntry, { links, order, settings, organisations, dateOf }: Joining) {
    const { id, data } = entry;
    const linked = (kind: Kind, ids: readonly string[]) =>
      ids.map((one) => known(links, kind, one));
    this.id = id;
    this.address = articleAddress(id);
    this.language = data.language ?? settings.language;
    if (isRightToLeft(this.language)) this.dir = 'rtl';
    this.outlet = known(links, 'outlets', data.outlet) as OutletLink;
    this.sources = linked('sources', data.source);
    this.people = linked('people', data.people);
    this.places = linked('places', data.places);
    this.topics = linked('topics', data.topics);
    this.data = data;
    this.#entry = entry;
    this.#date = dateOf(data.date);
    this.#order = order;
    this.key = digestOf(`${entry.digest}\n${this.language}\n${organisations}\n${namesOf(this)}`);
  }

  get title(): string {
    return this.data.title;
  }

  get date(): EdtfDate {
    return this.#date.date;
  }

  get bounds(): Bounds {
    return this.#date.bounds;
  }

  get units(): DateUnits {
    return this.#date.units;
  }

  get dateSupplied(): boolean {
    return this.data.supplied.date !== undefined;
  }

  get dateUncertain(): boolean {
    return this.dateSupplied || this.#date.isUncertain;
  }

  get outletSupplied(): boolean {
    return this.data.supplied.outlet !== undefined;
  }

  get named(): readonly RecordLink[] {
    return this.#order([...this.people, ...this.places]);
  }

  get published(): ArticleEntry['published'] {
    return this.#entry.published;
  }

  get body(): ArticleEntry['body'] {
    return this.#entry.body;
  }
}

/** What lists and pages show of the records that an article refers to, in one string. */
function namesOf({ outlet, sources, people, places, topics, named }: JoinedArticle): string {
  let names = `${outlet.code} ${outlet.colour} ${outlet.name}`;
  for (const records of [sources, people, places, topics]) {
    for (const { name } of records) names += `\n${name}`;
  }
  // Lists show them in an order that turns on how many other articles name them.
  for (const { kind, id } of named) names += `\n${kind}/${id}`;
  return names;
}

function known(links: Links, kind: Kind, id: string): RecordLink | OutletLink {
  const link = links[kind].get(id);
  if (link === undefined) throw new Error(`The id ${kind}/${id} was not checked.`);
  return link;
}
