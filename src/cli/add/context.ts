import { KINDS, type Kind } from '../../model/kinds.ts';
import { type Mention, mentionFinder } from '../../model/names/mentions.ts';
import { spellingsOf } from '../../model/names/spellings-of.ts';
import { manifestText } from '../../record/manifest.ts';
import type { ArchiveRecord, ArticleEntry, AuthorityEntry } from '../../record/types.ts';

/** What every proposal of a run is measured against; made once, and told of each entry that is added. */
export interface Context {
  readonly folder: string;
  readonly record: ArchiveRecord;
  /** The manifest when the record was read; whatever changes the record changes it. */
  readonly sealed: string | undefined;
  /** The day of the run, 2026-01-31, and its moment. */
  readonly today: string;
  readonly now: string;
  /** Records of every kind named in a text, as `kind/id`. */
  readonly findNames: (text: string) => Mention<string>[];
  /** Sources named in a credit, by id. */
  readonly findSources: (text: string) => Mention<string>[];
  /** Outlets named in a text, by id. */
  readonly findOutlets: (text: string) => Mention<string>[];
  /** Spellings by which an article may be signed. */
  readonly credits: readonly string[];
}

/**
 * @param now moment of the run, ISO 8601 in UTC
 * @param sealed the manifest as it was before the record was read
 */
export function makeContext(
  folder: string,
  record: ArchiveRecord,
  now: string,
  sealed = manifestText(folder),
): Context {
  return {
    folder,
    record,
    sealed,
    today: now.slice(0, 10),
    now,
    findNames: mentionFinder(
      KINDS.flatMap((kind) => record.authorities[kind].flatMap(spellingsOf)),
    ),
    findSources: finderOf(record, 'sources'),
    findOutlets: finderOf(record, 'outlets'),
    credits: [...record.authorities.sources, ...record.authorities.outlets].flatMap(spellings),
  };
}

/** Every spelling of a record. */
export function spellings({ data }: AuthorityEntry): string[] {
  return [data.name, ...data.variants.map(({ spelling }) => spelling)];
}

/** The record of a kind that has exactly this spelling, in small letters or capitals. */
export function recordNamed(
  record: ArchiveRecord,
  kind: Kind,
  name: string,
): AuthorityEntry | undefined {
  const wanted = name.trim().toLowerCase();
  return record.authorities[kind].find((entry) =>
    spellings(entry).some((spelling) => spelling.toLowerCase() === wanted),
  );
}

function finderOf(record: ArchiveRecord, kind: Kind): (text: string) => Mention<string>[] {
  return mentionFinder(
    record.authorities[kind].flatMap((entry) =>
      spellings(entry).map((text) => ({ text, owner: entry.id })),
    ),
  );
}

/** The context after an addition: what comes later is measured against it too. */
export function extendContext(
  context: Context,
  added: { readonly article: ArticleEntry; readonly records: readonly AuthorityEntry[] },
): Context {
  const authorities = { ...context.record.authorities };
  for (const entry of added.records) authorities[entry.kind] = [...authorities[entry.kind], entry];
  const articles = [...context.record.articles, added.article];
  const record = { ...context.record, articles, authorities };
  // Finders are made of the authority records alone, and making them takes a while.
  return added.records.length === 0
    ? { ...context, record, sealed: manifestText(context.folder) }
    : makeContext(context.folder, record, context.now);
}
