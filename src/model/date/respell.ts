import type { Proposal } from './proposal.ts';
import { proposalsFromEnglish } from './respell-english.ts';
import { proposalsFromNumbers } from './respell-numbers.ts';

/**
 * The EDTF spellings that a text in another spelling can stand for: none where that would be a guess, several
 * where it has several meanings.
 *
 * @param isDate whether a spelling would be accepted; the others are left out
 */
export function respellings(text: string, isDate: (spelling: string) => boolean): Proposal[] {
  const tidied = tidy(text);
  if (isDate(tidied)) return [{ spelling: tidied }];
  const proposals = proposalsForOne(tidied).filter(({ spelling }) => isDate(spelling));
  return proposals.length > 0 ? proposals : proposalsForRange(tidied, isDate);
}

/** Mends what is a matter of characters alone: dashes, spaces, small letters, and the signs of the 2012 draft of EDTF. */
function tidy(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    // 2011–12 is more often two years than a December: the slash leaves both readings.
    .replace(/^(\d{4}) ?[‒-―] ?(\d\d)$/, '$1/$2')
    .replace(/[‐-―−]/g, '-')
    .replace(/^[[{]([^,]*)[\]}]$/, '$1');
  if (!/^(?:[\dxu\s./?~%-]|open|unknown)+$/i.test(plain)) return plain;
  return plain
    .replace(/unknown/gi, '')
    .replace(/open/gi, '..')
    .replace(/[xu]/gi, 'X')
    .replace(/ ?([/?~%-]) ?/g, '$1')
    .replace(/\?~|~\?/g, '%');
}

function proposalsForOne(text: string): Proposal[] {
  const numbers = proposalsFromNumbers(text);
  return numbers.length > 0 ? numbers : proposalsFromEnglish(text);
}

/** Two ends that are right, or have one right spelling each, joined by a slash. */
function proposalsForRange(text: string, isDate: (spelling: string) => boolean): Proposal[] {
  const ends = text.replace(/^from /i, '').split(/ ?\/ ?| (?:to|until|-) /i);
  if (ends.length !== 2) return [];
  const [start, end] = ends.map((part) => {
    if (part === '' || part === '..' || isDate(part)) return part;
    const proposals = proposalsForOne(part).filter(({ spelling }) => isDate(spelling));
    return proposals.length === 1 && !proposals[0]?.reading ? proposals[0]?.spelling : undefined;
  });
  if (start === undefined || end === undefined) return [];
  return [{ spelling: `${start}/${end}` }].filter(({ spelling }) => isDate(spelling));
}
