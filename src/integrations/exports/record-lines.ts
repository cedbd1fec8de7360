import { readFileSync } from 'node:fs';
import path from 'node:path';
import { recordHeader, recordLine } from '../../formats/data/record-lines.ts';
import { captureBytesAddress } from '../../model/address.ts';
import { listFiles } from '../../record/content-files.ts';
import { sha256 } from '../../record/hash.ts';
import type { ArchiveRecord } from '../../record/types.ts';

/**
 * The content folder as it stands, a line a file, so that `restore` can make it again byte for byte.
 * Captures are named and not repeated: the site has their bytes.
 */
export function* recordLines(folder: string, record: ArchiveRecord): Generator<string> {
  const captures = new Map(
    record.articles.map(({ id, data }) => [data.capture.file, captureBytesAddress(id)]),
  );
  const files = publishable(folder, record);
  yield recordHeader(record.settings, files.length);
  for (const file of files) {
    const bytes = readFileSync(path.join(folder, file));
    const named = { path: file, sha256: sha256(bytes) };
    const at = captures.get(file);
    const text = at === undefined ? bytes.toString('utf8') : '';
    if (at !== undefined) yield recordLine({ ...named, at: at.slice(1) });
    else if (Buffer.from(text).equals(bytes)) yield recordLine({ ...named, text });
    else yield recordLine({ ...named, base64: bytes.toString('base64') });
  }
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
