/** A wrong form that has a name: how to know it, what is said after the quoted text, and the remedy if not the usual. */
export interface WrongForm {
  readonly form: RegExp;
  readonly what: string;
  readonly remedy?: string;
}

const ONE_DATE = 'Write one date, or an interval such as 2019-03-05/2019-03-07.';
const BOTH_ENDS = 'Write both ends in full, such as 2019-03-05/2019-03-07.';
const ORDINARY_YEAR = 'Write the year with four digits, from 0001 to 9999.';
const YEAR_FIRST = 'Write the year first and in full, such as 2019-03-05.';
const WHOLE_UNITS =
  'Put XX for a whole month or day (2019-XX, 2019-03-XX), or X for the last one or two digits of a year alone (198X, 19XX).';

/** The first that fits is told, so the narrow ones come before the wide. */
export const WRONG_FORMS: readonly WrongForm[] = [
  wrong(/^\s|\s$/, 'has white space before or after the date'),
  wrong(/[\p{Cc}\p{Cf}]/u, 'has a character that cannot be seen'),
  wrong(/^X{1,4}(?:$|-)/, 'does not say anything about the year'),
  wrong(/^\[[^,.]*\]$/, 'stands in square brackets, which mean a set of dates in EDTF'),
  wrong(/[{}[\]]/, 'is a set of dates, which only level 2 of EDTF has', ONE_DATE),
  wrong(/^Y-?\d/i, 'has the prefix of years beyond four digits', ORDINARY_YEAR),
  wrong(/^-?\d+[ES]\d/i, 'has a power or an estimate for a year', ORDINARY_YEAR),
  wrong(/^-\d/, 'is a year before the year 1', ORDINARY_YEAR),
  wrong(/\dT\d|\d:\d\d/i, 'has a time of day, and the archive keeps days'),
  wrong(/^\d{8}$|^\d{6}$/, 'is written without the hyphens of EDTF', YEAR_FIRST),
  wrong(/\d{5}/, 'has a number too long for a year', ORDINARY_YEAR),
  wrong(/^[\d~?%-]*[~?%][\d~?%-]*$/, 'has a mark of doubt elsewhere than once at the end'),
  wrong(
    /^[\dXu-]*[Xu][\dXu-]*[?~%]?$/i,
    'leaves digits open as level 1 of EDTF cannot',
    WHOLE_UNITS,
  ),
  wrong(/[‐-―−]/, 'has a dash where EDTF has a hyphen or a slash'),
  wrong(/^\d\d?([./-])\d\d?\1\d\d$/, 'has a year of two digits', YEAR_FIRST),
  wrong(/(?:\d{4}[^/]*\/){2}[^/]*\d{4}/, 'has more than two ends', ONE_DATE),
  wrong(
    /^\d{4}-[^/]*\/|\/\d{4}-/,
    'does not have two EDTF dates of level 1 as its ends',
    BOTH_ENDS,
  ),
  wrong(/^[\d\s./-]+$/, 'is not a year, month and day of four, two and two digits with hyphens'),
  wrong(/\//, 'does not have two EDTF dates of level 1 as its ends', BOTH_ENDS),
  wrong(/^[\d \p{L}.,’'-]*\p{L}[\d \p{L}.,’'-]*$/u, 'is in words'),
];

function wrong(form: RegExp, what: string, remedy?: string): WrongForm {
  return remedy === undefined ? { form, what } : { form, what, remedy };
}
