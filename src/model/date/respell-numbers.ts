import { twoDigits } from './calendar.ts';
import type { Proposal } from './proposal.ts';
import { monthName } from './words.ts';

type Rule = readonly [form: RegExp, propose: (...groups: string[]) => Proposal[]];

const RULES: readonly Rule[] = [
  [
    /^(\d{4})([-./ ])(\d{1,2})\2(\d{1,2})$/,
    (year, _, month, day) => [{ spelling: iso(year, month, day) }],
  ],
  [/^([12]\d{3})(\d\d)(\d\d)$/, (year, month, day) => [{ spelling: iso(year, month, day) }]],
  [/^([12]\d{3})(\d\d)$/, (year, month) => onlyMonth(year, month)],
  [/^(\d{1,2})([-./ ])(\d{1,2})\2(\d{4})$/, (one, _, two, year) => dayOrMonthFirst(one, two, year)],
  [/^(\d{1,2})[-./ ](\d{4})$/, (month, year) => [{ spelling: iso(year, month) }]],
  [/^(\d{4})-(\d)$/, (year, month) => [{ spelling: iso(year, month) }]],
  [/^(\d{4})[./ ](\d{1,2})$/, (year, number) => monthOrYears(year, number)],
  [
    /^(\d{4}(?:-\d\d){0,2})-(\d{4}(?:-\d\d){0,2})$/,
    (start, end) => [{ spelling: `${start}/${end}` }],
  ],
  [/^(\d{4}-\d\d-\d\d)\/(\d\d(?:-\d\d)?)$/, (start, end) => [{ spelling: fullEnd(start, end) }]],
  [
    /^(\d{4}-\d\d-\d\d)(?:T\d\d| \d\d?:\d\d)[\d:.,]* ?(?:[+-][\d:]+|[A-Z]{1,5})?$/i,
    (day) => [{ spelling: day ?? '' }],
  ],
  [/^([~?%]*[\dX]{4}[~?%]*(?:-[~?%]*[\dX]{2}[~?%]*){0,2})$/, (text) => markAtEnd(text)],
];

/** Spellings for a date written in numbers, but not as EDTF writes it; they may still be outside the calendar. */
export function proposalsFromNumbers(text: string): Proposal[] {
  for (const [form, propose] of RULES) {
    const match = form.exec(text);
    if (match) return propose(...match.slice(1));
  }
  return [];
}

function iso(year = '', ...rest: (string | undefined)[]): string {
  return [year, ...rest.map((number) => twoDigits(Number(number)))].join('-');
}

/** 05/03/2019 is 5 March to one half of the world and May 3 to the other. */
function dayOrMonthFirst(one = '', two = '', year = ''): Proposal[] {
  const [dayFirst, monthFirst] = [iso(year, two, one), iso(year, one, two)];
  if (dayFirst === monthFirst) return [{ spelling: dayFirst }];
  const european = isMonth(two)
    ? [{ spelling: dayFirst, reading: `${Number(one)} ${nameOf(two)}` }]
    : [];
  const american = isMonth(one)
    ? [{ spelling: monthFirst, reading: `${nameOf(one)} ${Number(two)}` }]
    : [];
  return [...european, ...american];
}

/** 2011/12 is December 2011 to some and the years 2011 and 2012 to others. */
function monthOrYears(year = '', number = ''): Proposal[] {
  const proposals = onlyMonth(year, number);
  if (number.length === 2 && Number(number) > Number(year.slice(2))) {
    const end = `${year.slice(0, 2)}${number}`;
    proposals.push({ spelling: `${year}/${end}`, reading: `the years ${year} to ${end}` });
  }
  return proposals;
}

function onlyMonth(year = '', month = ''): Proposal[] {
  if (!isMonth(month)) return [];
  return [{ spelling: iso(year, month), reading: `${nameOf(month)} ${year}` }];
}

/** ISO 8601-1 lets the end of an interval leave out what it shares with the start; EDTF does not. */
function fullEnd(start = '', end = ''): string {
  return `${start}/${start.slice(0, start.length - end.length)}${end}`;
}

/** Marks before or inside a date belong to level 2, where they qualify parts of it. */
function markAtEnd(text = ''): Proposal[] {
  const bare = text.replace(/[~?%]/g, '');
  const both = text.includes('%') || (text.includes('~') && text.includes('?'));
  const mark = both ? '%' : text.includes('~') ? '~' : text.includes('?') ? '?' : '';
  if (mark === '') return [];
  const spelling = `${bare}${mark}`;
  return [bare.includes('-') ? { spelling, reading: 'a date in doubt as a whole' } : { spelling }];
}

function isMonth(number: string): boolean {
  return Number(number) >= 1 && Number(number) <= 12;
}

function nameOf(month: string): string {
  return monthName(twoDigits(Number(month)));
}
