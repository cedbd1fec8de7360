import type { Problem } from '../model/problem.ts';
import { linkOnTheWay, recordPathFault, shownPath } from './record-path.ts';

/**
 * What is wrong with the paths that a journal names, whoever wrote it: files that no record may have, and files that a link
 * would take out of the folder. A journal with one such path is not carried out in any part.
 *
 * @param journal name of the journal in the content folder
 */
export function checkJournalPaths(
  folder: string,
  journal: string,
  files: Iterable<unknown>,
): Problem[] {
  return [...files].flatMap((file) => {
    const fault = faultOf(folder, file);
    return fault === undefined ? [] : [problem(journal, String(file), fault)];
  });
}

function faultOf(folder: string, file: unknown): string | undefined {
  if (typeof file !== 'string') return 'It is no path.';
  const fault = recordPathFault(file);
  if (fault !== undefined) return fault;
  const link = linkOnTheWay(folder, file);
  return link === undefined ? undefined : `${link} is a link, or not what it should be.`;
}

function problem(journal: string, file: string, fault: string): Problem {
  return {
    file: journal,
    what: `This journal of an interrupted command names ${shownPath(file)}. ${fault}`,
    why: 'No command of ours writes such a journal. Carried out, it would write or remove files that are not the archive’s.',
    remedy: `Find out how ${journal} came into the content folder, then remove it.`,
  };
}
