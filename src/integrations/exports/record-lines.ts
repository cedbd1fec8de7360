import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type RecordLine, recordHeader, recordLine } from '../../formats/data/record-lines.ts';
import { captureBytesAddress } from '../../model/address.ts';
import { listFiles } from '../../record/content-files.ts';
import { sha256 } from '../../record/hash.ts';
import { formatManifest, MANIFEST_FILE, parseManifest } from '../../record/manifest.ts';
import { publishedEntry } from '../../record/published-entry.ts';
import type { ArchiveRecord } from '../../record/types.ts';

/**
 * The content folder as it stands, a line a file, so that `restore` can make it again byte for byte.
 * Captures are named and not repeated: the site has their bytes. Of an article that is not published
 * whole there is the entry with what is published of its text, and no capture; the manifest is that
 * of the files that are here.
 */
export function* recordLines(folder: string, record: ArchiveRecord): Generator<string> {
  const published = new Map<string, string>();
  const withheld = new Set<string>();
  const entries = new Map<string, string>();
  for (const article of record.articles) {
    const { id, file, data } = article;
    if (data.access === 'full') published.set(data.capture.file, captureBytesAddress(id));
    else {
      withheld.add(data.capture.file);
      entries.set(file, publishedEntry(readFileSync(path.join(folder, file), 'utf8'), article));
    }
  }
  // A capture that another article publishes whole is published.
  const files = publishable(folder, record).filter(
    (file) => published.has(file) || !withheld.has(file),
  );
  yield recordHeader(record.settings, files.length);
  for (const file of files) {
    const at = published.get(file);
    if (at !== undefined) yield recordLine(captureLine(folder, file, at));
    else if (entries.has(file)) yield recordLine(textLine(file, entries.get(file) ?? '', true));
    else if (file === MANIFEST_FILE && withheld.size + record.leftOut.length > 0) {
      yield recordLine(textLine(file, manifestOf(folder, new Set(files), entries), true));
    } else yield recordLine(plainLine(folder, file));
  }
}

function captureLine(folder: string, file: string, at: string): RecordLine {
  return { path: file, sha256: sha256(readFileSync(path.join(folder, file))), at: at.slice(1) };
}

function plainLine(folder: string, file: string): RecordLine {
  const bytes = readFileSync(path.join(folder, file));
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes)
    ? { path: file, sha256: sha256(bytes), text }
    : { path: file, sha256: sha256(bytes), base64: bytes.toString('base64') };
}

function textLine(file: string, text: string, withheld: true): RecordLine {
  return { path: file, sha256: sha256(text), withheld, text };
}

function manifestOf(
  folder: string,
  files: ReadonlySet<string>,
  entries: ReadonlyMap<string, string>,
): string {
  const { manifest } = parseManifest(readFileSync(path.join(folder, MANIFEST_FILE), 'utf8'));
  const lines = [...manifest].filter(([file]) => files.has(file));
  return formatManifest(
    new Map(
      lines.map(([file, hash]) => [
        file,
        entries.has(file) ? sha256(entries.get(file) ?? '') : hash,
      ]),
    ),
  );
}

/** Of an archive that was built without what has problems, captures that no article needs stay out too. */
function publishable(folder: string, { articles, leftOut }: ArchiveRecord): string[] {
  const { files } = listFiles(folder);
  if (leftOut.length === 0) return files;
  const out = new Set(leftOut.flatMap(({ file, also }) => [file, also ?? file]));
  const needed = new Set(articles.map(({ data }) => data.capture.file));
  return files.filter(
    (file) => !out.has(file) && (!file.startsWith('captures/') || needed.has(file)),
  );
}
