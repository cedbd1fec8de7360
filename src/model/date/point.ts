import { daysInMonth, isLeapYear, twoDigits } from './calendar.ts';
import type { EdtfPoint } from './edtf.ts';
import { isSeason } from './edtf.ts';
import type { Refusal } from './refusal.ts';
import { quoted, refuse } from './refusal.ts';
import { monthName } from './words.ts';

const SHAPE = /^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?$/;

interface Parts {
  readonly text: string;
  readonly year: string;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

/**
 * Reads one point, `2019-03-05` or `198X~`, as a whole date or as an end of an interval.
 *
 * @returns the point; a refusal where the shape is right and the date is not (29 February 2019, month 13, a
 *   form that only level 2 has); `undefined` where the text does not even have the shape
 */
export function readPoint(text: string): { ok: true; point: EdtfPoint } | Refusal | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, year = '', month, day, mark] = match;
  const parts = { text, year, month, day };
  const refusal = checkYear(parts) ?? checkMonth(parts) ?? checkDay(parts);
  if (refusal) return refusal;
  const point: EdtfPoint = {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    uncertain: mark === '?' || mark === '%',
    approximate: mark === '~' || mark === '%',
  };
  return { ok: true, point };
}

function checkYear({ text, year, month }: Parts): Refusal | undefined {
  if (Number(year.replaceAll('X', '0')) === 0) {
    return refuse(
      `${quoted(text)} has the year ${year}.`,
      'Years run from 0001 to 9999; correct the year.',
    );
  }
  if (year.endsWith('X') && month !== undefined) {
    return refuse(
      `${quoted(text)} gives a month in a year with open digits, which only level 2 of EDTF can say.`,
      `Write ${year}, or the year in full if it is known.`,
    );
  }
  return undefined;
}

function checkMonth({ text, year, month, day }: Parts): Refusal | undefined {
  if (month === undefined) return undefined;
  if (month === 'XX') {
    if (day === undefined || day === 'XX') return undefined;
    return refuse(
      `${quoted(text)} gives a day in an unknown month, which only level 2 of EDTF can say.`,
      `Write ${year}-XX-XX, or ${year} alone.`,
    );
  }
  const number = Number(month);
  if (number >= 1 && number <= 12) return undefined;
  if (isSeason(month) && day === undefined) return undefined;
  if (number === 0) {
    return refuse(
      `${quoted(text)} has the month 00.`,
      `Write ${year}-XX${day ? '-XX' : ''} if it is not known, or ${year} alone.`,
    );
  }
  if (number >= 25 && number <= 41 && day === undefined) {
    return refuse(
      `${quoted(text)} has the division of the year ${month}, which only level 2 of EDTF knows.`,
      divisionRemedy(year, number),
    );
  }
  return refuse(
    `${quoted(text)} has no month: ${month} is not one of 01 to 12.`,
    monthRemedy(year, number, day),
  );
}

/** What level 1 says in place of the seasons by hemisphere, quarters, thirds and halves of level 2. */
function divisionRemedy(year: string, division: number): string {
  if (division <= 28) return `Write ${year}-${division - 4}, the same season as level 1 has it.`;
  if (division <= 32) return `Write the months as an interval, such as ${year}-09/${year}-11.`;
  const [firstCode, length] = division <= 36 ? [33, 3] : division <= 39 ? [37, 4] : [40, 6];
  const first = (division - firstCode) * length + 1;
  return `Write ${year}-${twoDigits(first)}/${year}-${twoDigits(first + length - 1)}.`;
}

function monthRemedy(year: string, month: number, day: string | undefined): string {
  if (day !== undefined && isSeason(String(month))) {
    return `Write ${year}-${month} for the season, or the month in place of it; a season has no days.`;
  }
  const dayAsMonth = Number(day);
  if (dayAsMonth >= 1 && dayAsMonth <= 12 && month <= daysInMonth(Number(year), dayAsMonth)) {
    return `Write ${year}-${day}-${month} if the day was put before the month.`;
  }
  if (day === undefined && month > Number(year.slice(2))) {
    return `Write ${year}/${year.slice(0, 2)}${month} if the years from one to the other are meant, or correct the month.`;
  }
  return `Correct the month, or write ${year} if it is not known.`;
}

function checkDay({ text, year, month, day }: Parts): Refusal | undefined {
  if (month === undefined || day === undefined || day === 'XX') return undefined;
  const monthOnly = `${year}-${month}`;
  if (day === '00') {
    return refuse(
      `${quoted(text)} has the day 00.`,
      `Write ${monthOnly}-XX if the day is not known, or ${monthOnly} alone.`,
    );
  }
  const length = daysInMonth(Number(year), Number(month));
  if (Number(day) <= length) return undefined;
  const leap = `${Number(year)} is ${isLeapYear(Number(year)) ? '' : 'not '}a leap year and `;
  return refuse(
    `${quoted(text)} is not in the calendar: ${month === '02' ? leap : ''}${monthName(month)} has ${length} days.`,
    `Look the day up again, or write ${monthOnly} if it is not known.`,
  );
}
