import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type RecordLine, recordHeader, recordLine } from '../../formats/data/record-lines.ts';
import type { RecordLines } from '../../formats/files/data-files.ts';
import { captureBytesAddress } from '../../model/address.ts';
import { KINDS } from '../../model/kinds.ts';
import { listFiles } from '../../record/content-files.ts';
import { seenFiles } from '../../record/content-look.ts';
import { sha256 } from '../../record/hash.ts';
import { formatManifest, MANIFEST_FILE, parseManifest } from '../../record/manifest.ts';
import { publishedEntry } from '../../record/published-entry.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';

/**
 * The content folder as it stands, a line a file, so that `restore` can make it again byte for byte.
 * Captures are named and not repeated: the site has their bytes. Of an article that is not published
 * whole there is the entry with what is published of its text, and no capture; the manifest is that
 * of the files that are here.
 */
export function recordLines(folder: string, record: ArchiveRecord): RecordLines {
  const published = new Map<string, { readonly id: string; readonly sha256: string }>();
  const parts = new Map<string, ArticleEntry>();
  for (const article of record.articles) {
    const { file, published: capture } = article;
    if (capture.kind !== 'hash') published.set(capture.file, { id: article.id, ...capture });
    if (capture.kind !== 'whole' || article.masked) parts.set(file, article);
  }
  // A capture that another article publishes whole is published.
  const files = publishable(folder, record).filter(
    (file) => published.has(file) || !record.withheldFiles.has(file),
  );
  const dossiers = new Map(
    record.dossiers.flatMap(({ file, published: text }): [string, string][] =>
      text === undefined ? [] : [[file, text]],
    ),
  );
  const isWithheld = parts.size + record.withheldFiles.size + record.leftOut.length > 0;
  const isPart = isWithheld || dossiers.size > 0;
  const digests = digestsOf(record);
  const read = (file: string) => readFileSync(path.join(folder, file));
  const entry = (article: ArticleEntry) =>
    publishedEntry(read(article.file).toString('utf8'), article);
  const line = (file: string): RecordLine => {
    const [capture, part] = [published.get(file), parts.get(file)];
    if (capture !== undefined) {
      const at = captureBytesAddress(capture.id).slice(1);
      return { path: file, sha256: capture.sha256, at };
    }
    if (part !== undefined) return textLine(file, entry(part), true);
    const dossier = dossiers.get(file);
    // Restored, it is a dossier like any other: it says itself what is missing.
    if (dossier !== undefined) return { path: file, sha256: sha256(dossier), text: dossier };
    if (file !== MANIFEST_FILE || !isPart) return plainLine(file, read(file));
    const entries = new Map([...parts].map(([name, article]) => [name, entry(article)]));
    for (const [name, text] of dossiers) entries.set(name, text);
    const text = manifestOf(folder, new Set(files), entries);
    if (isWithheld) return textLine(file, text, true);
    return { path: file, sha256: sha256(text), text };
  };
  const digestOf = (file: string): string => {
    // The manifest of a site that withholds something is made from more than its own bytes.
    if (file === MANIFEST_FILE && isPart) return sha256(`${sha256(read(file))} ${record.digest}`);
    return (
      published.get(file)?.sha256 ?? digests.get(file) ?? sha256(dossiers.get(file) ?? read(file))
    );
  };
  const head = recordHeader(record.settings, files.length);
  return {
    key: () => sha256([head, ...files.map((file) => `${digestOf(file)} ${file}`)].join('\n')),
    pieces: {
      ...{ head, joint: '', foot: '', count: files.length },
      bytes: (at) => Buffer.from(recordLine(line(files[at] ?? ''))),
    },
  };
}

/** Digests of the files that were read as parts of the record. */
function digestsOf({ articles, withdrawn, authorities }: ArchiveRecord): Map<string, string> {
  const digests = new Map<string, string>();
  for (const list of [articles, withdrawn, ...KINDS.map((kind) => authorities[kind])]) {
    for (const { file, digest } of list) digests.set(file, digest);
  }
  return digests;
}

function plainLine(file: string, bytes: Buffer): RecordLine {
  return isUtf8(bytes)
    ? { path: file, sha256: sha256(bytes), text: bytes.toString('utf8') }
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
function publishable(folder: string, { articles, leftOut }: ArchiveRecord): readonly string[] {
  const files = seenFiles(folder) ?? listFiles(folder).files;
  if (leftOut.length === 0) return files;
  const out = new Set(leftOut.flatMap(({ file, also }) => [file, also ?? file]));
  const needed = new Set(articles.map(({ data }) => data.capture.file));
  return files.filter(
    (file) => !out.has(file) && (!file.startsWith('captures/') || needed.has(file)),
  );
}
