import type { Reading } from '../reading.ts';
export function readHtml(_t: string, _o: object): Reading {
  throw new Error('x');
}
