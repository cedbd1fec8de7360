import { KIND_WORDS, KINDS } from '../../../model/kinds.ts';
import { listFiles } from '../../../record/content-files.ts';
import type { ContentRule } from '../finding.ts';

/** Every record and every capture belongs to an article. */
export const usedRule: ContentRule = ({ folder, record }) => {
  const captures = new Set(record.articles.map(({ data }) => data.capture.file));
  const records = KINDS.flatMap((kind) => {
    const { field, one } = KIND_WORDS[kind];
    const used = new Set(
      [...record.articles, ...record.withdrawn].flatMap(({ data }) => data[field]),
    );
    return record.authorities[kind]
      .filter(({ id }) => !used.has(id))
      .map(({ file }) => ({
        file,
        advice: true as const,
        what: `No article refers to this ${one}.`,
        why: 'Its page is empty.',
        remedy: 'Keep it if articles are to come, remove it otherwise.',
      }));
  });
  const orphans = listFiles(folder)
    .files.filter((file) => file.startsWith('captures/') && !captures.has(file))
    .map((file) => ({
      file,
      advice: true as const,
      what: 'No article refers to this capture.',
      why: 'Its words are kept and can’t be found.',
      remedy: 'Make its article, or remove it.',
    }));
  return [...records, ...orphans];
};
