import { bounds } from './bounds.ts';
import type { EdtfDate } from './edtf.ts';

/**
 * Orders dates by the earliest day they can mean, then the latest, then by how they are written; 0 only for
 * one and the same spelling. Strings are compared by code unit, never by locale, so that every machine sorts
 * alike.
 */
export function compareDates(a: EdtfDate, b: EdtfDate): number {
  const [boundsA, boundsB] = [bounds(a), bounds(b)];
  return (
    compareText(boundsA.earliest, boundsB.earliest) ||
    compareText(boundsA.latest, boundsB.latest) ||
    compareText(a.text, b.text)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
