import { recordAddress } from '../model/address.ts';
import { type Part, partsOf } from '../model/lists/parts.ts';
import { type Archive, allAuthorities } from './archive.ts';
import type { Article, Authority } from './articles.ts';

/** Articles on one page of a list; a page itself may hold up to twice as many, less one. */
export const PART_SIZE = 50;

/** A page of an authority record: the page itself, or an older part of its list. */
export interface RecordPage {
  readonly authority: Authority;
  readonly part: Part<Article>;
  /** How many older parts there are. */
  readonly older: number;
  readonly address: string;
  /** File name without its ending. */
  readonly name: string;
}

/** Every page of every authority record. */
export function recordPages(archive: Archive): RecordPage[] {
  return allAuthorities(archive).flatMap((authority) => {
    const parts = partsOf(archive.articlesOf(authority), PART_SIZE);
    return parts.map((part) => {
      const address = recordAddress(authority.kind, authority.id, part.number);
      return { authority, part, older: parts.length - 1, address, name: fileName(address) };
    });
  });
}

function fileName(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1, -'.html'.length);
}
