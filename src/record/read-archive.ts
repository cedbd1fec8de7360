import { createHash } from 'node:crypto';
import { KINDS, type Kind } from '../model/kinds.ts';
import type { Problem } from '../model/problem.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkCaptures } from './check-captures.ts';
import { checkDossiers } from './check-dossiers.ts';
import { checkReferences } from './check-references.ts';
import { checkSpellings } from './check-spellings.ts';
import { checkWithdrawal } from './check-withdrawal.ts';
import { isFolder, listFiles } from './content-files.ts';
import { checkAddition } from './interrupted-addition.ts';
import { checkSealing } from './interrupted-sealing.ts';
import { checkManifest, MANIFEST_FILE } from './manifest.ts';
import { currentProgress } from './progress.ts';
import { type ReadArticle, readArticle } from './read-articles.ts';
import { type ReadAuthority, readAuthority } from './read-authorities.ts';
import { type ReadDossier, readDossier } from './read-dossiers.ts';
import { readSettings, SETTINGS_FILE } from './read-settings.ts';
import type { RecordCache } from './record-cache.ts';
import { recordPathFault } from './record-path.ts';
import type { ArchiveRecord, DossierEntry } from './types.ts';
import { interruptedWithdrawal } from './withdraw-files.ts';

/**
 * Reads a whole content folder and checks it: the one way in, for the build, `add` and `verify`.
 *
 * @param folder absolute path of a content folder
 * @param cache what an earlier run understood of files that have not changed; left out by `verify`,
 *   which looks at every byte
 * @param whole whether bodies are all of their texts; otherwise they are what `access` lets out, so
 *   that nothing made of this record can show more
 * @param leftOut problems that are known: the record is read as if their files were not there
 * @returns every problem of the folder at once; `record` only when there is none
 */
export function readArchive(
  folder: string,
  cache?: RecordCache,
  { whole = false, leftOut = [] }: { whole?: boolean; leftOut?: readonly Problem[] } = {},
): { record?: ArchiveRecord; problems: Problem[] } {
  if (!isFolder(folder)) return { problems: [noFolder(folder)] };
  const out = new Set(leftOut.flatMap(({ file, also }) => [file, also ?? file]));
  const listed = cache?.seen ?? listFiles(folder);
  const files = listed.files.filter((file) => !out.has(file));
  const problems = listed.problems.filter(({ file }) => !out.has(file));
  const { settings, problems: settingsProblems } = readSettings(folder);
  problems.push(...settingsProblems);

  const articles: ReadArticle[] = [];
  const dossiers: ReadDossier[] = [];
  const authorities: Record<Kind, ReadAuthority[]> = {
    people: [],
    places: [],
    outlets: [],
    sources: [],
    topics: [],
  };
  const progress = currentProgress();
  progress?.begin('Reading the record', files.length);
  for (const file of files) {
    progress?.step();
    const room = file.split('/', 1)[0] ?? '';
    const kind = KINDS.find((name) => name === room);
    if (room === 'articles') {
      const { article, problems: found } = readArticle(folder, file, { cache, whole });
      if (article) articles.push(article);
      problems.push(...found);
    } else if (kind !== undefined) {
      const { authority, problems: found } = readAuthority(folder, file, kind, cache);
      if (authority) authorities[kind].push(authority);
      problems.push(...found);
    } else if (room === 'dossiers') {
      const { dossier, problems: found } = readDossier(folder, file);
      if (dossier) dossiers.push(dossier);
      problems.push(...found);
    } else if (file.startsWith('captures/')) {
      const fault = recordPathFault(file);
      if (fault !== undefined) problems.push(misnamedCapture(file, fault));
    } else if (!TOP_FILES.has(file)) {
      problems.push(stray(file));
    }
  }
  const leaving = interruptedWithdrawal(folder);
  problems.push(
    ...checkReferences(articles, authorities),
    // A capture that an interrupted withdrawal has removed is not to be put back.
    ...checkCaptures(
      folder,
      new Set(files),
      articles.filter(({ file }) => file !== leaving),
      cache,
    ),
    ...checkSpellings(authorities),
    ...checkAddresses(articles),
    ...checkManifest(folder),
    ...checkAddition(folder),
    ...checkSealing(folder),
    ...checkWithdrawal(folder),
    ...checkDossiers(dossiers, articles),
  );
  if (problems.length > 0 || settings === undefined) return { problems };
  const entries = articles.flatMap(({ entry }) => entry ?? []).sort(byId);
  const sorted = (kind: Kind) => authorities[kind].flatMap(({ entry }) => entry ?? []).sort(byId);
  const byKind = {
    people: sorted('people'),
    places: sorted('places'),
    outlets: sorted('outlets'),
    sources: sorted('sources'),
    topics: sorted('topics'),
  };
  const guides = dossiers.flatMap(entryOf);
  const digest = createHash('sha256').update(JSON.stringify(settings));
  for (const { file, digest: part } of [
    ...entries,
    ...KINDS.flatMap((kind) => byKind[kind]),
    ...guides,
  ]) {
    digest.update(`\n${file} ${part}`);
  }
  if (leftOut.length > 0) digest.update(`\n${JSON.stringify(leftOut)}`);
  return {
    record: {
      settings,
      articles: entries.filter(({ data }) => data.access !== 'withdrawn'),
      withdrawn: entries.filter(({ data }) => data.access === 'withdrawn'),
      authorities: byKind,
      dossiers: guides,
      leftOut,
      digest: digest.digest('hex'),
    },
    problems: [],
  };
}

const TOP_FILES = new Set([SETTINGS_FILE, MANIFEST_FILE]);

function entryOf({ slug, file, data, parts, digest }: ReadDossier): DossierEntry[] {
  if (data === undefined) return [];
  const named = [...parts.mentions, ...parts.quotes].sort((a, b) => a.line - b.line);
  return [
    { slug, file, data, articles: [...new Set(named.map(({ article }) => article))], digest },
  ];
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function noFolder(folder: string): Problem {
  return {
    file: folder,
    what: 'There is no content folder here.',
    why: 'The archive is made from it.',
    remedy:
      'Set ARCHIVE_CONTENT to the folder that holds archive.yml, or unset it to use content/.',
  };
}

function misnamedCapture(file: string, fault: string): Problem {
  return {
    file,
    what: `This is not the name of a capture. ${fault}`,
    why: 'Whoever restores the archive from its site accepts no other names, so that no copy can write where it should not.',
    remedy:
      'Name it captures/<year>/<slug>.<ext>, in small letters a–z, digits and hyphens, or move it out of the folder.',
  };
}

function stray(file: string): Problem {
  return {
    file,
    what: 'This file is not part of the record.',
    why: 'It would not be published and not be kept; whoever put it here believes that it is.',
    remedy: `Move it to articles/, captures/, dossiers/ or ${KINDS.join('/, ')}/, or out of the folder.`,
  };
}
