import {
  COVERAGE_CSV,
  DATA_NDJSON,
  DATA_RECORD,
  dataAddress,
  OAI,
} from '../../model/export-address.ts';
import { KINDS } from '../../model/kinds.ts';
import { authoritiesJson } from '../data/authorities.ts';
import { coverageCsv } from '../data/coverage.ts';
import { ndjsonLine } from '../data/ndjson.ts';
import { oaiRepository } from '../data/oai.ts';
import type { HoldingsToExport } from '../reference/holdings.ts';
import { type ListContext, listFiles } from './list-files.ts';
import { ofArticle } from './of-article.ts';
import { type FileGroup, inPieces, one, type Pieces } from './site-file.ts';

/** The content folder as lines, with a digest of all that stands in them. */
export interface RecordLines {
  readonly pieces: Pieces;
  readonly key: () => string;
}

const NOTHING: RecordLines = {
  pieces: { ...{ head: '', joint: '', foot: '', count: 0 }, bytes: () => new Uint8Array() },
  key: () => '',
};

/** The files of the data package, in its order. @param recordLines the content folder as lines */
export function* dataFiles(
  holdings: HoldingsToExport,
  context: ListContext,
  recordLines: () => RecordLines = () => NOTHING,
): Generator<FileGroup> {
  const { articles, settings } = holdings;
  const { writer, keys } = context;
  yield wholeLists(holdings, context);
  const encoder = new TextEncoder();
  const ofArticles = (address: string, pieces: () => Pieces): FileGroup => ({
    key: () => keys.list('all'),
    addresses: [address],
    files: () => [inPieces(address, pieces())],
  });
  const single = (address: string, text: () => string, key?: () => string): FileGroup => ({
    ...(key && { key }),
    addresses: [address],
    files: () => [one(address, text)],
  });
  yield ofArticles(DATA_NDJSON, () => ({
    ...{ head: '', joint: '', foot: '', count: articles.length },
    bytes(number) {
      const article = articles[number];
      if (article === undefined) return new Uint8Array();
      const line = () => ndjsonLine(article, writer.record(number));
      return encoder.encode(ofArticle(article.id, 'Its line in the data', line));
    },
  }));
  yield single(
    COVERAGE_CSV,
    () => coverageCsv(articles, settings),
    () => keys.list('all'),
  );
  for (const kind of KINDS) {
    yield single(dataAddress(`${kind}.json`), () => authoritiesJson(kind, holdings));
  }
  if (articles.length > 0) {
    yield ofArticles(OAI, () => {
      const { text, ...repository } = oaiRepository(holdings, writer.record);
      const record = (number: number) =>
        ofArticle(articles[number]?.id ?? '', 'Its record for harvesters', () => text(number));
      return { ...repository, bytes: (number) => encoder.encode(record(number)) };
    });
  }
  const lines = recordLines();
  yield {
    key: lines.key,
    addresses: [DATA_RECORD],
    files: () => [inPieces(DATA_RECORD, lines.pieces)],
  };
}

/** Every article in the formats of a list. */
function wholeLists({ articles }: HoldingsToExport, context: ListContext): FileGroup {
  const whole = { page: dataAddress('articles.html'), numbers: [...articles.keys()] };
  const { files, addresses, ...group } = listFiles(whole, context, 'all');
  // `articles.json` would not say what kind of JSON it is.
  const spelled = (address: string) => address.replace(/articles\.json$/, 'articles.csl.json');
  return {
    ...group,
    addresses: addresses.map(spelled),
    files: () => files().map((file) => ({ ...file, address: spelled(file.address) })),
  };
}
