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
  readonly shows: readonly unknown[];
}

/** Every page of every authority record. */
export function recordPages(archive: Archive): RecordPage[] {
  return allAuthorities(archive).flatMap((authority) => {
    const articles = archive.articlesOf(authority);
    const parts = partsOf(articles, PART_SIZE);
    const older = parts.length - 1;
    return parts.map((part) => {
      const address = recordAddress(authority.kind, authority.id, part.number);
      const name = fileName(address);
      // An older part shows the name and its own articles, so that it stays when others come.
      const shows =
        part.number === undefined
          ? [authority.digest, older, articles.map(archive.spellingsKey)]
          : [
              authority.data.name,
              authority.data.kind,
              older === part.number,
              part.items.map(({ key }) => key),
            ];
      return { authority, part, older, address, name, shows };
    });
  });
}

function fileName(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1, -'.html'.length);
}
