import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { dataPackage, type WrittenFile } from '../../formats/data/data-package.ts';
import { isDataFile, type SiteFile } from '../../formats/files/site-files.ts';
import { DATA_PACKAGE } from '../../model/export-address.ts';
import type { Settings } from '../../model/schema/settings.ts';

/** Writes the exports of an archive into the site, and the data package that describes the data. */
export function writeExports(out: string, files: Iterable<SiteFile>, settings: Settings): number {
  const made = new Set<string>();
  const data: WrittenFile[] = [];
  let count = 0;
  for (const { address, text } of files) {
    const file = path.join(out, address);
    const folder = path.dirname(file);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    count++;
    if (isDataFile(address)) data.push({ address, ...writePieces(file, text()) });
    else writeFileSync(file, [...text()].join(''));
  }
  writeFileSync(path.join(out, DATA_PACKAGE), dataPackage(settings, data));
  return count + 1;
}

/** Writes piece by piece: the data of a large archive is longer than the longest string. */
function writePieces(file: string, pieces: Iterable<string>): Omit<WrittenFile, 'address'> {
  const hash = createHash('sha256');
  const handle = openSync(file, 'w');
  let bytes = 0;
  let waiting: string[] = [];
  let length = 0;
  const flush = () => {
    const chunk = Buffer.from(waiting.join(''));
    hash.update(chunk);
    for (let at = 0; at < chunk.length; ) at += writeSync(handle, chunk, at);
    bytes += chunk.length;
    waiting = [];
    length = 0;
  };
  try {
    for (const piece of pieces) {
      waiting.push(piece);
      length += piece.length;
      if (length > 1 << 20) flush();
    }
    flush();
  } finally {
    closeSync(handle);
  }
  return { bytes, sha256: hash.digest('hex') };
}
