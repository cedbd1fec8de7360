import { createHash } from 'node:crypto';
import { withoutWithdrawn } from '../model/guide.ts';
import { KINDS, type Kind } from '../model/kinds.ts';
import type { Problem } from '../model/problem.ts';
import { publishedCapture } from '../model/published-capture.ts';
import { maskPrivate } from '../private/mask.ts';
import { CaptureLooks } from './capture-looks.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkCaptures } from './check-captures.ts';
import { checkDossiers } from './check-dossiers.ts';
import { checkGuideRecords } from './check-guide-records.ts';
import { checkReferences } from './check-references.ts';
import { checkReturned, checkReturnedCaptures } from './check-returned.ts';
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
import type { ArchiveRecord, ArticleEntry, DossierEntry } from './types.ts';
import { interruptedWithdrawal } from './withdraw-files.ts';

/**
 * Reads a whole content folder and checks it: the one way in, for the build, `add` and `verify`.
 *
 * @param folder absolute path of a content folder
 * @param cache what an earlier run understood of files that have not changed; left out by `verify`,
 *   which looks at every byte
 * @param whole whether bodies are all of their texts; otherwise they are what `access` lets out, so
 *   that nothing made of this record can show more
 * @param looks whether captures are looked into for what is private; always for what is published
 * @param leftOut problems that are known: the record is read as if their files were not there
 * @returns every problem of the folder at once; `record` only when there is none; entries as far as they
 *   could be read, for a withdrawal that problems elsewhere must not stop
 */
export function readArchive(
  folder: string,
  cache?: RecordCache,
  {
    whole = false,
    looks: isLooking = !whole,
    leftOut = [],
  }: { whole?: boolean; looks?: boolean; leftOut?: readonly Problem[] } = {},
): { record?: ArchiveRecord; problems: Problem[]; articles: readonly ReadArticle[] } {
  if (!isFolder(folder)) return { problems: [noFolder(folder)], articles: [] };
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
      const { dossier, problems: found } = readDossier(folder, file, tombstonesOf(articles));
      if (dossier) dossiers.push(dossier);
      problems.push(...found);
    } else if (file.startsWith('captures/')) {
      const fault = recordPathFault(file);
      if (fault !== undefined) problems.push(misnamedCapture(file, fault));
    } else if (!TOP_FILES.has(file)) {
      problems.push(stray(file));
    }
  }
  const known = new Set(files);
  const looks = new CaptureLooks(folder, cache, isLooking ? 'finds' : 'hash');
  const leaving = interruptedWithdrawal(folder);
  problems.push(
    ...checkReferences(articles, authorities),
    // A capture that an interrupted withdrawal has removed is not to be put back.
    ...checkCaptures(
      folder,
      known,
      articles.filter(({ file }) => file !== leaving),
      looks,
    ),
    ...checkSpellings(authorities),
    ...checkAddresses(articles),
    ...checkManifest(folder),
    ...checkAddition(folder),
    ...checkSealing(folder),
    ...checkWithdrawal(folder),
    ...checkReturned(articles, readLeftOut(folder, out)),
    ...checkReturnedCaptures(folder, files, articles),
    ...checkDossiers(dossiers, articles),
    ...checkGuideRecords(dossiers, authorities),
  );
  if (problems.length > 0 || settings === undefined) return { problems, articles };
  const entries = articles.flatMap(({ entry }) => entry ?? []).sort(byId);
  const sorted = (kind: Kind) => authorities[kind].flatMap(({ entry }) => entry ?? []).sort(byId);
  const byKind = {
    people: sorted('people'),
    places: sorted('places'),
    outlets: sorted('outlets'),
    sources: sorted('sources'),
    topics: sorted('topics'),
  };
  const withdrawn = entries.filter(({ data }) => data.access === 'withdrawn');
  const gone = new Set(withdrawn.map(({ id }) => id));
  const guides = dossiers.flatMap((dossier) => entryOf(dossier, gone));
  for (const entry of entries) {
    entry.published = publishedCapture(
      entry.data,
      (file) => known.has(file) && looks.isPrivate(file),
    );
  }
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
      withdrawn,
      authorities: byKind,
      dossiers: guides,
      withheldFiles: withheldFiles(files, entries, looks),
      leftOut: whole ? leftOut : leftOut.map(masked),
      digest: digest.digest('hex'),
    },
    problems: [],
    articles,
  };
}

function tombstonesOf(articles: readonly ReadArticle[]): ReadArticle[] {
  return articles.filter(({ data }) => data.access === 'withdrawn');
}

/** Entries that are left out, as far as they can be read. */
function readLeftOut(folder: string, out: ReadonlySet<string>): ReadArticle[] {
  const files = [...out].filter((file) => file.startsWith('articles/'));
  return files.flatMap((file) => readArticle(folder, file, {}).article ?? []);
}

/** Files of `captures/` that no article publishes, but those that belong to none and hold nothing private. */
function withheldFiles(
  files: readonly string[],
  articles: readonly ArticleEntry[],
  looks: CaptureLooks,
): Set<string> {
  const published = new Set(articles.map((one) => 'file' in one.published && one.published.file));
  const owned = new Set(
    articles.flatMap(({ data: { capture } }) => [capture.file, capture.redacted?.file]),
  );
  return new Set(
    files.filter(
      (file) =>
        file.startsWith('captures/') &&
        !published.has(file) &&
        (owned.has(file) || looks.isPrivate(file)),
    ),
  );
}

/** Problems are listed on a page of the site, and quote what they are about. */
function masked(problem: Problem): Problem {
  const { what, why, remedy } = problem;
  return {
    ...problem,
    what: maskPrivate(what),
    why: maskPrivate(why),
    remedy: maskPrivate(remedy),
  };
}

const TOP_FILES = new Set([SETTINGS_FILE, MANIFEST_FILE]);

/** @param gone ids of withdrawn articles */
function entryOf(
  { data, parts, body, ...dossier }: ReadDossier,
  gone: ReadonlySet<string>,
): DossierEntry[] {
  if (data === undefined) return [];
  const named = [...parts.mentions, ...parts.quotes].sort((a, b) => a.line - b.line);
  const articles = [...new Set(named.map(({ article }) => article))];
  return [{ ...dossier, data, body: withoutWithdrawn(body, gone), articles }];
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
