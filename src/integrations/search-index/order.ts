import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import type { ArchiveRecord } from '../../record/types.ts';
import type { Given } from './given.ts';

/** A record as names are made of it. */
export interface OrderedName {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly variants: readonly string[];
  /** Of outlets. */
  readonly code?: string;
}

/** Where is kept what the next build needs, and under which key. */
export interface KeptState {
  readonly file: string;
  readonly key: string;
}

/** All that is needed to begin an index; texts are asked for. */
export interface IndexOrder {
  /** A line an article, in the order of the record: its id, a tab, the digest of its entry. */
  readonly articles: string;
  /** Language of the archive (BCP 47). */
  readonly language: string;
  readonly names: Readonly<Record<Kind, readonly OrderedName[]>>;
  /** Absolute path of the folder that the files go to. */
  readonly folder: string;
  /** None in development. */
  readonly state?: KeptState;
}

/** What is asked for while the index is made: an order that held it would make the build wait for its beginning. */
export interface Asked {
  /** Articles by their numbers in the record. */
  readonly articles: (numbers: Uint32Array) => Promise<Given>;
  /** A line a file that stands on the site already: its name, a tab, its key. */
  readonly standing: () => Promise<string>;
}

/** The order to make the index of a record. */
export function orderOf(
  { articles, settings, authorities }: ArchiveRecord,
  where: Pick<IndexOrder, 'folder' | 'state'>,
): IndexOrder {
  const names = KINDS.map((kind) => [
    kind,
    authorities[kind].map(({ id, data }) => ({
      id,
      name: data.name,
      ...(data.description !== undefined && { description: data.description }),
      variants: data.variants.map(({ spelling }) => spelling),
      ...('code' in data && { code: data.code }),
    })),
  ]);
  return {
    ...where,
    articles: articles.map(({ id, digest }) => `${id}\t${digest}`).join('\n'),
    language: settings.language,
    names: Object.fromEntries(names) as IndexOrder['names'],
  };
}
