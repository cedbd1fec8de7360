import { kindAddress, recordAddress } from '../model/address.ts';
import { KINDS, type Kind } from '../model/kinds.ts';
import { type Part, partsOf } from '../model/lists/parts.ts';
import { type Archive, allAuthorities } from './archive.ts';
import type { Article, Authority } from './articles.ts';
import type { PossiblePage } from './changed-pages.ts';
import { digestOf } from './fingerprint.ts';
import { NAMED } from './names.ts';

/** Articles on one page of a list; a page itself may hold up to twice as many, less one. */
export const PART_SIZE = 50;

/** A page of an authority record: the page itself, or an older part of its list. */
export interface RecordPage extends PossiblePage {
  readonly authority: Authority;
  readonly part: Part<Article>;
  /** How many older parts there are. */
  readonly older: number;
  /** File name without its ending. */
  readonly name: string;
}

/** A page that lists all records of a kind. */
export interface KindPage extends PossiblePage {
  readonly kind: Kind;
}

/** The lists of records, with how often each is named. */
export function kindPages({ authorities, articlesOf }: Archive): KindPage[] {
  return KINDS.map((kind) => ({
    kind,
    address: kindAddress(kind),
    shows: authorities[kind]
      .map((record) => `${record.id} ${record.digest} ${articlesOf(record).length}`)
      .join('\n'),
  }));
}

/** Every page of every authority record. */
export function* recordPages(archive: Archive): Generator<RecordPage> {
  for (const authority of allAuthorities(archive)) {
    const { kind, id, data, digest } = authority;
    const parts = partsOf(archive.articlesOf(authority), PART_SIZE);
    const older = parts.length - 1;
    for (const part of parts) {
      const address = recordAddress(kind, id, part.number);
      // An older part shows the name and its own articles, so that it stays when others come.
      const shows =
        part.number === undefined
          ? `${digest} ${older} ${spelledList(archive, authority)}`
          : `${data.name}\n${data.kind}\n${older === part.number}\n${keysOf(part.items)}`;
      yield { authority, part, older, address, name: fileName(address), shows };
    }
  }
}

/** Digest of a record's articles and, where its page tells them, of how they spell it. */
export function spelledList(
  { articlesOf, listKey, spellingsKey }: Archive,
  record: Pick<Authority, 'kind' | 'id'>,
): string {
  if (!NAMED.includes(record.kind)) return listKey(record);
  return digestOf(articlesOf(record).map(spellingsKey).join(''));
}

function keysOf(articles: readonly Article[]): string {
  return digestOf(articles.map(({ key }) => key).join(''));
}

function fileName(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1, -'.html'.length);
}
