import { type Bounds, bounds } from '../model/date/bounds.ts';
import type { EdtfDate } from '../model/date/edtf.ts';
import { htmlDateTime } from '../model/date/html-datetime.ts';
import { parseEdtf } from '../model/date/parse.ts';
import { type DateUnits, unitsOf } from '../model/date/units.ts';

/** A date with all that lists and pages ask of it. */
export interface KnownDate {
  readonly date: EdtfDate;
  readonly bounds: Bounds;
  /** Where on the timeline it is filed. */
  readonly units: DateUnits;
  /** Whether it is approximate or otherwise not certain to what it says. */
  readonly isUncertain: boolean;
}

/**
 * Reads dates, each spelling once: many articles appear on one day, and hold one and the same.
 *
 * @returns throws for what is no date; the record was checked before
 */
export function dateReader(): (text: string) => KnownDate {
  const known = new Map<string, KnownDate>();
  return (text) => {
    let read = known.get(text);
    if (read === undefined) {
      const parsed = parseEdtf(text);
      if (!parsed.ok) throw new Error(`The date “${text}” was not checked: ${parsed.what}`);
      const { date } = parsed;
      const isUncertain = htmlDateTime(date) === undefined;
      read = { date, bounds: bounds(date), units: unitsOf(date), isUncertain };
      known.set(text, read);
    }
    return read;
  };
}
