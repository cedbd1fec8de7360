import { twoDigits } from './calendar.ts';
import type { Proposal } from './proposal.ts';
import { monthName } from './words.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) =>
  monthName(twoDigits(index + 1)).toLowerCase(),
);
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', '21'],
  ['summer', '22'],
  ['autumn', '23'],
  ['fall', '23'],
  ['winter', '24'],
]);
const FILLERS = new Set(['of', 'the', 'in', 'on']);
const APPROXIMATE = new Set(['about', 'around', 'approximately', 'circa', 'ca', 'c']);
const UNCERTAIN = new Set(['probably', 'possibly', 'perhaps']);

/** A kind of word, and what it says in EDTF: March is M and 03. */
type Token = readonly [kind: 'Y' | 'D' | 'M' | 'S' | 'E' | '!', value: string];

/**
 * Spellings for a date in English, "about 5th March 2019", "Mar. 5, 2019", "spring 2019", "the 1980s"; they
 * may still be outside the calendar. A time of day after it is passed over.
 */
export function proposalsFromEnglish(text: string): Proposal[] {
  // At its edge a dash, a slash or two dots would be an open end, which must not be lost.
  if (!/\p{L}/u.test(text) || /\.\.|^[-/]|[-/]$/.test(text)) return [];
  const words = text
    .toLowerCase()
    .replace(/\s\d\d?:\d\d(?::\d\d)?(?:\s?[a-z+-][a-z\d:+-]{0,5})?$/, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/[.,-]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !FILLERS.has(word) && !isAbbreviated(word, WEEKDAYS));

  const approximate = words.some((word) => APPROXIMATE.has(word));
  const uncertain = words.some((word) => UNCERTAIN.has(word));
  const mark = approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : '';
  const tokens = words
    .filter((word) => !APPROXIMATE.has(word) && !UNCERTAIN.has(word))
    .map(tokenOf);

  return spell(tokens).map((proposal) => ({
    ...proposal,
    spelling: `${proposal.spelling}${mark}`,
  }));
}

function spell(tokens: readonly Token[]): Proposal[] {
  const [a = '', b = '', c = ''] = tokens.map(([, value]) => value);
  switch (tokens.map(([kind]) => kind).join('')) {
    case 'Y':
      return [{ spelling: a }];
    case 'MY':
      return [{ spelling: `${b}-${a}` }];
    case 'DMY':
      return [{ spelling: `${c}-${b}-${a}` }];
    case 'MDY':
      return [{ spelling: `${c}-${a}-${b}` }];
    case 'YMD':
      return [{ spelling: `${a}-${b}-${c}` }];
    case 'SY':
      return a === SEASONS.get('winter') ? whichWinter(b) : [{ spelling: `${b}-${a}` }];
    case 'SYY':
    case 'SYD':
      return String(Number(b) + 1).endsWith(c) ? [{ spelling: `${b}-${a}` }] : [];
    case 'E':
      return decadeOrCentury(a);
    default:
      return [];
  }
}

function whichWinter(year: string): Proposal[] {
  const before = String(Number(year) - 1).padStart(4, '0');
  return [
    { spelling: `${year}-24`, reading: `the winter that begins in December ${year}` },
    { spelling: `${before}-24`, reading: `the winter that ends in February ${year}` },
  ];
}

/** @param year '1980' of "1980s" */
function decadeOrCentury(year: string): Proposal[] {
  const decade = `${year.slice(0, 3)}X`;
  if (!year.endsWith('00')) return [{ spelling: decade }];
  return [
    { spelling: decade, reading: `the ten years from ${year}` },
    { spelling: `${year.slice(0, 2)}XX`, reading: `the hundred years from ${year}` },
  ];
}

function tokenOf(word: string): Token {
  if (/^\d{4}$/.test(word)) return ['Y', word];
  if (/^\d{1,2}$/.test(word)) return ['D', twoDigits(Number(word))];
  if (/^\d{3}0['’]?s$/.test(word)) return ['E', word.slice(0, 4)];
  const season = SEASONS.get(word);
  if (season) return ['S', season];
  const month = MONTHS.findIndex((name) => isAbbreviated(word, [name]));
  return month < 0 ? ['!', word] : ['M', twoDigits(month + 1)];
}

/** Whether a word is one of the names, or begins one with three letters or more. */
function isAbbreviated(word: string, names: readonly string[]): boolean {
  return word.length >= 3 && names.some((name) => name.startsWith(word));
}
