import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ArchiveRecord, ArticleEntry } from '../../../record/types.ts';
import { type Return, returnWords, WithdrawnTexts } from '../../../record/withdrawn-texts.ts';
import { textsOf } from '../../sentences/texts-of.ts';
import type { ArticleRule, Finding } from '../finding.ts';
import { lineOfField } from '../place.ts';

/**
 * What was withdrawn is published nowhere else: not in an article that had the same text when it was
 * withdrawn, nor in a capture beside the article that it was taken for. Exceptions are repeated.
 */
export const returnedRule: ArticleRule = async (article, { folder, record }) => {
  const { file, data } = article;
  const meant = (data.again ?? []).map(
    ({ article: id, date, reason }, index): Finding => ({
      file,
      advice: true,
      line: lineOfField(folder, file, ['again', index]),
      what: `This article was added again on ${date}, though articles/${id} was withdrawn: “${reason}”`,
      why: 'It is published against what was decided before.',
      remedy: 'Leave it if that is still right; otherwise withdraw it.',
    }),
  );
  const known = knownOf(record);
  if (known.isEmpty) return meant;
  const capture = path.join(folder, data.capture.file);
  // It goes out as it is: with what the page hides, and with all pages of a web archive.
  const isPublished = data.access === 'full' && existsSync(capture);
  const beside = isPublished && known.hasTraces ? [...textsOf(readFileSync(capture))] : [];
  const found = known
    .find({
      hash: data.capture.sha256,
      addresses: [data.url],
      text: article.body.blocks.map(({ text }) => text),
      beside,
    })
    .filter(({ tombstone }) => !data.again?.some((one) => one.article === tombstone.id));
  return [
    ...meant,
    ...found.map((one) => ({
      file,
      line: lineOfField(folder, file, ['capture']),
      ...returned(article, one),
    })),
  ];
};

function returned({ id, data }: ArticleEntry, found: Return): Omit<Finding, 'file'> {
  return {
    what: `This article or its capture ${data.capture.file} holds a withdrawn text: ${returnWords(found)}.`,
    why: 'What somebody decided to take down is still published.',
    remedy: `Run “npm run withdraw -- ${id} --reason "…"”. If it may stay, say so in the entry: again: [{ article: ${found.tombstone.id}, date: "2026-01-31", reason: "…" }].`,
  };
}

const known = new WeakMap<ArchiveRecord, WithdrawnTexts>();

function knownOf(record: ArchiveRecord): WithdrawnTexts {
  const texts = known.get(record) ?? new WithdrawnTexts(record.withdrawn);
  known.set(record, texts);
  return texts;
}
