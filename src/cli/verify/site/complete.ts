import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  articleAddress,
  captureAddress,
  captureBytesAddress,
  recordAddress,
} from '../../../model/address.ts';
import { KINDS } from '../../../model/kinds.ts';
import { ByteReader } from '../../../model/search/files/bytes.ts';
import type { Head } from '../../../model/search/files/head.ts';
import { countIndexed, isBundled } from '../../../model/search-entry.ts';
import { hashFile } from '../../../record/manifest.ts';
import type { Finding } from '../finding.ts';
import type { SiteRule } from './rule.ts';

const WHY = 'An archive that loses an article on the way to the site has lost it for its readers.';
const REMEDY =
  'Run “npm run build” again: the site is older than the record, or was changed by hand.';

/** Everything in the record stands in the site, and in its search index. */
export const completeRule: SiteRule = ({ folder, record }) => {
  const addresses = [
    ...[...record.articles, ...record.withdrawn].flatMap(({ id, data, published }) => [
      articleAddress(id),
      captureAddress(id),
      ...(published.kind === 'hash' ? [] : [captureBytesAddress(id)]),
      ...data.aliases,
    ]),
    ...KINDS.flatMap((kind) => record.authorities[kind].map(({ id }) => recordAddress(kind, id))),
  ];
  const missing = addresses
    .filter((address) => !existsSync(path.join(folder, address)))
    .map((address) => ({
      file: address,
      what: 'The record has this page, the site has not.',
      why: WHY,
      remedy: REMEDY,
    }));
  return [...missing, ...bytesChanged({ folder, record }), ...indexFindings({ folder, record })];
};

const bytesChanged: SiteRule = ({ folder, record }) =>
  record.articles
    .filter(({ id }) => existsSync(path.join(folder, captureBytesAddress(id))))
    .flatMap(({ id, published }) => {
      const file = captureBytesAddress(id);
      if (published.kind === 'hash') {
        return {
          file,
          what: 'These bytes are published, and the hash alone of this capture may be.',
          why: 'It holds what belongs to the person who captured it, or its text is withheld.',
          remedy:
            'Take the site down, and run “npm run build -- --cold” before it is published again.',
        };
      }
      if (hashFile(folder, file) === published.sha256) return [];
      return {
        file,
        what: 'These bytes are not those of the capture.',
        why: 'A reader who checks the hash would find the archive wrong.',
        remedy: REMEDY,
      };
    });

const indexFindings: SiteRule = ({ folder, record }) => {
  const { length } = record.articles;
  const search = { file: 'search/head.bin', count: countSearched };
  const bundle = {
    file: 'pagefind/pagefind-entry.json',
    count: (entry: Buffer) => countIndexed(entry.toString()),
  };
  return (isBundled(length) ? [search, bundle] : [search]).flatMap(({ file, count }): Finding[] => {
    let found: number | undefined;
    try {
      found = count(readFileSync(path.join(folder, file)));
    } catch {
      found = undefined;
    }
    if (found === length) return [];
    return [
      {
        file,
        what:
          found === undefined
            ? 'There is no search index that can be read.'
            : `The search index holds ${found} articles, the record ${length}.`,
        why: 'A search that misses articles without a word is worse than none.',
        remedy: REMEDY,
      },
    ];
  });
};

/** Articles of the files that the search page reads. */
function countSearched(head: Uint8Array): number {
  const { articles }: Head = JSON.parse(new ByteReader(gunzipSync(head)).text());
  return articles;
}
