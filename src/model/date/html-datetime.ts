import type { EdtfDate } from './edtf.ts';
import { isQualified, isSeason, isUnspecified } from './edtf.ts';

/**
 * A value for the `datetime` attribute of `<time>`: the date itself where it is one certain year, month or
 * day, else `undefined`. HTML has no spelling for doubt, seasons or intervals, and a machine must not be told
 * more than we know (HTML Living Standard, "The time element").
 */
export function htmlDateTime(date: EdtfDate): string | undefined {
  if (date.kind === 'interval') return undefined;
  const { point, text } = date;
  const plain = !isQualified(point) && !isUnspecified(point) && !isSeason(point.month);
  return plain ? text : undefined;
}
