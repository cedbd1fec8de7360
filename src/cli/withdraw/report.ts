import { existsSync } from 'node:fs';
import { articleAddress } from '../../model/address.ts';
import { KIND_WORDS } from '../../model/kinds.ts';
import { countWords } from '../../model/lists/count-words.ts';
import type { Problem } from '../../model/problem.ts';
import { MANIFEST_FILE } from '../../record/manifest.ts';
import type { ReadArticle } from '../../record/read-articles.ts';
import { returnWords } from '../../record/withdrawn-texts.ts';
import type { Copy } from './copies.ts';
import type { Leaving } from './find-article.ts';
import type { WithdrawPlan } from './plan.ts';
import type { Purged } from './purge.ts';
import type { Sentences } from './sentences.ts';

/** What is going to happen to the content folder. */
export function planWords({ leaving, withdrawal, shared, known }: WithdrawPlan): string[] {
  const { data, file, id, isSound } = leaving;
  return [
    `${data.title ?? id}`,
    ...(isSound
      ? []
      : [
          '  broken         its entry can’t be read as a whole; what could be recovered of it is used',
        ]),
    `  removed        ${withdrawal.remove.join(', ') || 'no capture: there is none that is its own'}`,
    `  removed        the text in ${file}, and every field that quotes it or names somebody`,
    ...shared.map(
      (capture) => `  stays          ${capture}: another article has it as its capture too`,
    ),
    `  stays          ${articleAddress(id)} says when and why it was withdrawn, with the capture’s SHA-256`,
    `                 ${data.capture.sha256}`,
    '  stays          the words of the headline that are part of that address: an address never changes',
    `  refused        from now on: ${refusedWords(known)}`,
  ];
}

function refusedWords({ addresses = [], trace }: WithdrawPlan['known']): string {
  const by = [
    'the same capture',
    ...(addresses.length > 0 ? ['its original address'] : []),
    ...(trace === undefined ? [] : ['nearly the same text']),
  ];
  const lacks = [
    ...(addresses.length > 0 ? [] : ['no original address is known']),
    ...(trace === undefined ? ['the text is too short to be known by its words'] : []),
  ];
  return `${by.join(', ')}${lacks.length === 0 ? '' : ` (${lacks.join(', and ')})`}`;
}

/** What is wrong with other files; it does not stand in the way. */
export function problemWords(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  return [
    `The archive has ${countWords(problems.length, 'problem')}, which “npm run verify” tells; the next build needs them mended:`,
    ...problems
      .slice(0, 10)
      .map(({ file, line, what }) => `  ${file}${line === undefined ? '' : `:${line}`} ${what}`),
    ...(problems.length > 10 ? ['  …'] : []),
  ];
}

/** Where the text is published besides, and who quotes it. */
export function othersWords({ alike, quoting, leaving }: WithdrawPlan): string[] {
  return [
    ...(alike.length === 0
      ? []
      : [
          'The same text is also in these articles, and stays there until they are withdrawn too; verify fails until then:',
        ]),
    ...alike.map(({ id, found }) => {
      const [sign] = returnWords(found).split(' of articles/');
      return `  articles/${id}: ${sign} of ${leaving.id}`;
    }),
    ...(quoting.length === 0
      ? []
      : [
          'These dossiers quote it. Until they are edited the site shows a note instead, and verify fails:',
        ]),
    ...quoting.map(({ file, whole }) =>
      whole
        ? `  ${file}: sentences stand in its text, so that all of it is held back`
        : `  ${file}: its quotations and cards of the article are held back`,
    ),
  ];
}

/** Where sentences of the article stand besides: in the record itself, and in the sites that were built. */
export function placesWords(
  { content, sites }: { content: string; sites: readonly string[] },
  { leaving, withdrawal, quoting }: WithdrawPlan,
  sentences: Sentences,
): string[] {
  const told = quoting.map(({ file }) => file);
  const own = new Set([leaving.file, ...withdrawal.remove, ...told, MANIFEST_FILE]);
  const inContent = [...sentences.foundIn(content, (file) => own.has(file))];
  const inSites = sites.flatMap((site) => {
    if (!existsSync(site)) return [];
    const { length } = [...sentences.foundIn(site)];
    return length === 0 ? [] : [{ site, length }];
  });
  return [
    ...(inContent.length === 0
      ? []
      : ['Sentences of it also stand in these files; look at them yourself:']),
    ...inContent.map(({ file, words: found }) => `  ${file}: “${found} …”`),
    ...inSites.map(
      ({ site, length }) =>
        `The site at ${site} holds it in ${length} files. Run “npm run build” and publish again.`,
    ),
  ];
}

/** Records that no other article refers to: their pages would go on naming somebody. */
export function orphanWords(articles: readonly ReadArticle[], { id, data }: Leaving): string[] {
  const others = articles.filter((article) => article.id !== id);
  const orphans = (['people', 'places', 'topics'] as const).flatMap((kind) => {
    const { field } = KIND_WORDS[kind];
    const used = new Set(others.flatMap((article) => article.data[field] ?? []));
    return [data[field] ?? []]
      .flat()
      .filter((name) => !used.has(name))
      .map((name) => `${kind}/${name}.yml`);
  });
  if (orphans.length === 0) return [];
  return [
    `No other article refers to ${orphans.join(', ')}. Their pages stay; remove the files if they should go too, then “npm run seal” them.`,
  ];
}

/** What was removed of what is kept for speed, and where it was looked for. */
export function purgedWords(purged: readonly Purged[], unseen: readonly string[]): string[] {
  const removed = [...new Set(purged.flatMap((one) => one.removed))];
  const looked = [...new Set(purged.flatMap((one) => one.looked))];
  return [
    ...(removed.length === 0
      ? []
      : [`Removed ${countWords(removed.length, 'cache')} and left-over drafts of earlier builds:`]),
    ...removed.map((file) => `  ${file}`),
    `Caches and drafts were looked for in: ${looked.join(', ') || 'no folder that is there'}.`,
    ...(unseen.length === 0
      ? []
      : [
          `These could not be searched to the end or removed: ${[...new Set(unseen)].join(', ')}. Look there yourself.`,
        ]),
  ];
}

/** ZIPs, bags and other copies: nothing here changes them. */
export function copiesWords(copies: readonly Copy[], folders: readonly string[]): string[] {
  const kinds = {
    yes: 'holds it',
    no: 'was made of this archive, and nothing of it was found there',
    open: 'may hold it; it could not be looked into',
  };
  return [
    `ZIPs, bags and other copies were looked for in: ${folders.join(', ')}.`,
    ...(copies.length === 0
      ? ['None was found there.']
      : ['Remove these, or make them anew; those that were given away have to be asked for:']),
    ...copies.map(
      ({ path, holds }) =>
        `  ${path}: ${holds === undefined ? kinds.open : holds ? kinds.yes : kinds.no}`,
    ),
  ];
}

/** Copies that no command of ours reaches. */
export const ELSEWHERE = [
  'Copies elsewhere: purge the caches of your host and its CDN; tell it to answer the addresses in',
  '/withdrawn.txt with 410 Gone. Feed readers learn of it from /corrections.xml. Ask search engines to',
  'drop their copy (Google: “Refresh outdated content”), and web archives to exclude the addresses',
  '(Internet Archive: info@archive.org). Backups and earlier uploads of the site hold it until they are removed.',
];
