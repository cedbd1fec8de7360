import type { Problem } from '../model/problem.ts';
import { checkWithdrawalJournal, interruptedWithdrawal } from './withdraw-files.ts';

/** Nothing is made of a folder in which a withdrawal has begun and not ended. */
export function checkWithdrawal(folder: string): Problem[] {
  const file = interruptedWithdrawal(folder);
  if (file === undefined) return [];
  const problems = checkWithdrawalJournal(folder);
  if (problems.length > 0) return problems;
  return [
    {
      file,
      what: 'A withdrawal of this article was interrupted.',
      why: 'Its text or its capture may still stand in the folder.',
      remedy: 'Run “npm run withdraw” without anything else; it finishes what was begun.',
    },
  ];
}
