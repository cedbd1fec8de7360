import { kindAddress } from '../model/address.ts';
import { KIND_WORDS, type Kind } from '../model/kinds.ts';
import type { Archive } from './archive.ts';

/** The ways in through one kind of record: the most frequent of it. */
export interface WayIn {
  readonly kind: Kind;
  readonly heading: string;
  readonly address: string;
  readonly items: readonly { name: string; address: string; count: number }[];
  /** How many records of the kind there are in all. */
  readonly total: number;
}

const ORDER: readonly Kind[] = ['outlets', 'people', 'places', 'topics', 'sources'];

/** The ways into the archive, for its front page. */
export function waysIn({ authorities, articlesOf }: Archive, most = 8): WayIn[] {
  return ORDER.map((kind) => ({
    kind,
    heading: KIND_WORDS[kind].heading,
    address: kindAddress(kind),
    items: authorities[kind]
      .map((record) => ({
        name: record.data.name,
        address: record.address,
        count: articlesOf(record).length,
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, most),
    total: authorities[kind].length,
  })).filter(({ items }) => items.length > 0);
}
