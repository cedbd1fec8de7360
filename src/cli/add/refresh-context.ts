import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KINDS } from '../../model/kinds.ts';
import { ArchiveProblems } from '../../model/problem.ts';
import { manifestText, parseManifest } from '../../record/manifest.ts';
import { readArchive } from '../../record/read-archive.ts';
import { parseArticle } from '../../record/read-articles.ts';
import { parseAuthority } from '../../record/read-authorities.ts';
import type { AuthorityEntry } from '../../record/types.ts';
import { type Context, makeContext } from './context.ts';

/**
 * The context as the archive is now; the same object when nothing was sealed since. What others have added is read
 * by itself; after any other change the whole record is read again. To be called under the lock of the archive.
 *
 * @throws ArchiveProblems when the archive has problems by now
 */
export function refreshContext(context: Context): Context {
  const { folder, sealed, now } = context;
  const text = manifestText(folder);
  if (text === sealed) return context;
  const added = addedFiles(sealed, text);
  const read = added === undefined ? undefined : readAdded(context, added);
  if (read !== undefined) return { ...read, sealed: text };
  const { record, problems } = readArchive(folder, undefined, { whole: true });
  if (record === undefined) throw new ArchiveProblems(problems);
  return makeContext(folder, record, now);
}

/** Files that one manifest has and an earlier one had not; undefined when that is not all the difference. */
function addedFiles(before: string | undefined, after: string | undefined): string[] | undefined {
  if (before === undefined || after === undefined) return undefined;
  const [old, now] = [parseManifest(before), parseManifest(after)];
  if (now.problems.length > 0) return undefined;
  for (const [file, hash] of old.manifest) if (now.manifest.get(file) !== hash) return undefined;
  return [...now.manifest.keys()].filter((file) => !old.manifest.has(file));
}

function readAdded(context: Context, files: readonly string[]): Context | undefined {
  const { folder, record, now } = context;
  // What was read while it was being added is known already.
  const others = <Entry extends { readonly file: string }>(entries: readonly Entry[]): Entry[] =>
    entries.filter(({ file }) => !added.has(file));
  const added = new Set(files);
  const [articles, withdrawn] = [others(record.articles), others(record.withdrawn)];
  const authorities = { ...record.authorities };
  for (const kind of KINDS) authorities[kind] = others(authorities[kind]);
  const found: AuthorityEntry[] = [];
  for (const file of files) {
    const room = file.split('/', 1)[0] ?? '';
    const kind = KINDS.find((name) => name === room);
    if (room === 'captures') continue;
    const bytes = readFileSync(path.join(folder, file));
    if (room === 'articles') {
      const { article, problems } = parseArticle(bytes, file);
      if (article?.entry === undefined || problems.length > 0) return undefined;
      const list = article.entry.data.access === 'withdrawn' ? withdrawn : articles;
      list.push(article.entry);
    } else if (kind !== undefined) {
      const { authority, problems } = parseAuthority(bytes, file, kind);
      if (authority?.entry === undefined || problems.length > 0) return undefined;
      authorities[kind] = [...authorities[kind], authority.entry];
      found.push(authority.entry);
    } else return undefined;
  }
  const grown = { ...record, articles, withdrawn, authorities };
  // Finders are made of the authority records alone, and making them takes a while.
  return found.length === 0 ? { ...context, record: grown } : makeContext(folder, grown, now);
}
