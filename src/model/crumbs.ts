import { timelineAddress } from './address.ts';
import type { EdtfDate } from './date/edtf.ts';
import { unitsOf } from './date/units.ts';
import { unitInWords } from './date/words.ts';

/** A page that another is part of. */
export interface Crumb {
  readonly name: string;
  readonly address: string;
}

/** Where a date stands on the timeline, from the widest; as far as one page holds all of it. */
export function dateCrumbs(date: EdtfDate): Crumb[] {
  const { years, months, days } = unitsOf(date);
  const units = [years, months, days].map((list) => (list.length === 1 ? list[0] : undefined));
  const until = units.indexOf(undefined);
  return [
    { name: 'Timeline', address: timelineAddress() },
    ...units
      .slice(0, until < 0 ? undefined : until)
      .flatMap((unit) =>
        unit === undefined ? [] : [{ name: unitInWords(unit), address: timelineAddress(unit) }],
      ),
  ];
}
