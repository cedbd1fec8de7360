import { existsSync } from 'node:fs';
import { articleAddress } from '../../model/address.ts';
import { KIND_WORDS } from '../../model/kinds.ts';
import { MANIFEST_FILE } from '../../record/manifest.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';
import { findSentences } from '../sentences/find-sentences.ts';
import type { WithdrawPlan } from './plan.ts';

/** What is going to happen to the content folder. */
export function planWords({ article, withdrawal }: WithdrawPlan): string[] {
  return [
    `${article.data.title}`,
    `  removed        ${withdrawal.remove.join(', ')}`,
    `  removed        the text in ${article.file}, and every field that quotes it or names somebody`,
    `  stays          ${articleAddress(article.id)} says when and why it was withdrawn, with the capture’s SHA-256`,
    `                 ${article.data.capture.sha256}`,
    '  stays          the words of the headline that are part of that address: an address never changes',
  ];
}

/** Where sentences of the article stand besides: in the record itself, and in the site that was built. */
export function placesWords(
  { content, out }: { content: string; out: string },
  { article, withdrawal, words }: WithdrawPlan,
): string[] {
  const own = new Set([article.file, ...withdrawal.remove, MANIFEST_FILE]);
  const inContent = [...findSentences(content, words, (file) => own.has(file))];
  const inSite = existsSync(out) ? [...findSentences(out, words)].length : 0;
  return [
    ...(inContent.length === 0
      ? []
      : ['Sentences of it also stand in these files; look at them yourself:']),
    ...inContent.map(({ file, words: found }) => `  ${file}: “${found} …”`),
    ...(inSite === 0
      ? []
      : [`The site at ${out} holds it in ${inSite} files. Run “npm run build” and publish again.`]),
  ];
}

/** Records that no other article refers to: their pages would go on naming somebody. */
export function orphanWords(record: ArchiveRecord, { id, data }: ArticleEntry): string[] {
  const others = record.articles.filter((article) => article.id !== id);
  const orphans = (['people', 'places', 'topics'] as const).flatMap((kind) => {
    const { field } = KIND_WORDS[kind];
    const used = new Set(others.flatMap((article) => article.data[field]));
    return data[kind].filter((name) => !used.has(name)).map((name) => `${kind}/${name}.yml`);
  });
  if (orphans.length === 0) return [];
  return [
    `No other article refers to ${orphans.join(', ')}. Their pages stay; remove the files if they should go too, then “npm run seal” them.`,
  ];
}

/** Copies that no command of ours reaches. */
export const ELSEWHERE = [
  'Copies elsewhere: purge the caches of your host and its CDN; tell it to answer the addresses in',
  '/withdrawn.txt with 410 Gone. Feed readers learn of it from /corrections.xml. Ask search engines to',
  'drop their copy (Google: “Refresh outdated content”), and web archives to exclude the addresses',
  '(Internet Archive: info@archive.org). Backups and earlier uploads of the site hold it until they are removed.',
];
