import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { readRecordLine } from '../../formats/data/record-lines.ts';
import { DATA_RECORD } from '../../model/export-address.ts';
import { listFiles } from '../../record/content-files.ts';
import { sha256 } from '../../record/hash.ts';
import {
  formatManifest,
  MANIFEST_FILE,
  manifestText,
  parseManifest,
} from '../../record/manifest.ts';
import { parseArticle, type ReadArticle, readArticle } from '../../record/read-articles.ts';
import { readTombstones } from '../../record/read-tombstones.ts';
import { type Tombstone, WithdrawnTexts } from '../../record/withdrawn-texts.ts';
import { UsageError } from '../arguments.ts';

/** A tombstone with its file as it stands. */
export interface Stone {
  readonly tombstone: Tombstone;
  readonly text: string;
}

/** What a restoration left out. */
export interface LeftOut {
  /** Entries in whose place a tombstone stands now. */
  readonly replaced: readonly string[];
  /** Entries that had a withdrawn text under another name. */
  readonly removed: readonly string[];
}

/**
 * Reads the tombstones of a newer copy of an archive.
 *
 * @param folder a content folder, or the folder of a site
 * @throws UsageError for any other folder
 */
export async function readStones(folder: string): Promise<Stone[]> {
  if (existsSync(path.join(folder, 'archive.yml'))) {
    return readTombstones(folder).map((tombstone) => ({
      tombstone,
      text: readFileSync(path.join(folder, tombstone.file), 'utf8'),
    }));
  }
  const file = path.join(folder, DATA_RECORD);
  if (!existsSync(file)) {
    throw new UsageError(
      `${folder} is neither a content folder nor a copy of a site: it has no archive.yml and no ${DATA_RECORD.slice(1)}. Nothing was written.`,
    );
  }
  const stones: Stone[] = [];
  for await (const row of createInterface({ input: createReadStream(file, 'utf8') })) {
    const line = readRecordLine(row);
    if (line === undefined || !('text' in line) || !line.path.startsWith('articles/')) continue;
    const { article } = parseArticle(Buffer.from(line.text), line.path);
    if (article?.data.access === 'withdrawn') stones.push({ tombstone: article, text: line.text });
  }
  return stones;
}

/**
 * Takes out of a restored content folder what was withdrawn: by its own tombstones, which a copy that somebody
 * changed may have beside the text, and by those of a newer copy.
 *
 * @param folder that nobody else has begun to use
 */
export function leaveOutWithdrawn(folder: string, newer: readonly Stone[]): LeftOut {
  const articles = listFiles(folder).files.flatMap((file) =>
    file.startsWith('articles/') ? (readArticle(folder, file, { whole: true }).article ?? []) : [],
  );
  const own = articles.filter(({ data }) => data.access === 'withdrawn');
  const known = new WithdrawnTexts([...newer.map(({ tombstone }) => tombstone), ...own]);
  const stones = new Map(newer.map((stone) => [stone.tombstone.id, stone]));
  const sealed = manifestText(folder);
  const manifest = new Map(parseManifest(sealed ?? '').manifest);
  const remove = (file: string) => {
    rmSync(path.join(folder, file), { force: true });
    manifest.delete(file);
  };
  const [replaced, removed]: string[][] = [[], []];
  for (const article of articles) {
    if (article.data.access === 'withdrawn') continue;
    const isSame = stones.has(article.id);
    if (!(isSame || isWithdrawn(article, known))) continue;
    remove(article.file);
    if (article.data.capture !== undefined) remove(article.data.capture.file);
    (isSame ? replaced : removed)?.push(article.file);
  }
  for (const { tombstone, text } of newer) {
    if (own.some(({ id }) => id === tombstone.id)) continue;
    const file = path.join(folder, tombstone.file);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    manifest.set(tombstone.file, sha256(text));
  }
  const text = formatManifest(manifest);
  // A copy without a manifest stays one; a manifest of some files would vouch for the others being gone.
  if (sealed !== undefined && text !== sealed)
    writeFileSync(path.join(folder, MANIFEST_FILE), text);
  return { replaced: replaced ?? [], removed: removed ?? [] };
}

function isWithdrawn({ data, entry }: ReadArticle, known: WithdrawnTexts): boolean {
  return known
    .find({
      hash: data.capture?.sha256,
      addresses: [data.url],
      text: (entry?.body.blocks ?? []).map(({ text }) => text),
    })
    .some(
      ({ tombstone }) =>
        !data.again?.some(({ article }) => article === tombstone.id) &&
        !tombstone.data.withdrawn?.alsoIn?.includes(idOf(entry?.file)),
    );
}

function idOf(file = ''): string {
  return file.slice('articles/'.length, -'.mdx'.length);
}

/** What was left out, and what this command cannot know. */
export function leftOutWords({ replaced, removed }: LeftOut, isCompared: boolean): string[] {
  return [
    ...(replaced.length === 0
      ? []
      : [
          'These articles have been withdrawn since the copy was made; their tombstones stand in their place:',
        ]),
    ...replaced.map((file) => `  ${file}`),
    ...(removed.length === 0
      ? []
      : ['These articles hold a withdrawn text under another name and were left out:']),
    ...removed.map((file) => `  ${file}`),
    ...(isCompared
      ? []
      : [
          'If something was withdrawn after this copy was made, it is in it all the same; nothing in the copy says so.',
          'Compare it with /withdrawn.txt of the site as it is published now, or restore with --withdrawn FOLDER, a newer copy.',
        ]),
  ];
}
