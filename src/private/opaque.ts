import { isMarker } from './kinds.ts';

/** What stands in examples and templates where a value would be. */
const PLACEHOLDER =
  /^(?:x+|\*+|\.+|-+|0+|(?:your|my|the|some|an?)[-_ ][\w-]*|your\w{0,20}|(?:token|key|secret|password|value|null|none|undefined|true|false|example|changeme|redacted|removed)[a-z_]{0,8})$|[{}<>[\]]|\$[{(]|%[sd]|example$/i;

/** Whether a value is no value: a placeholder, a marker of what was taken out. */
export function isPlaceholder(value: string): boolean {
  return value === '' || isMarker(value) || PLACEHOLDER.test(value);
}

/**
 * Whether a value is one that was drawn, such as a key or the number of a session, and not words,
 * a date or a count.
 *
 * @param least letters that it must have
 */
export function isOpaque(value: string, least: number): boolean {
  if (value.length < least || isPlaceholder(value)) return false;
  if (/[^\w\-+/=.~:|!*,%@]|:\/\/|^\/|%[0-9a-f]{2}.*%[0-9a-f]{2}/i.test(value)) return false;
  if (/^[\w-]+@[\w.-]+$/.test(value)) return false;
  if (/,.*[,=]/.test(value)) return false;
  const plain = value.replace(/[-_.~:|!*,%=]+/g, ' ').trim();
  const parts = plain.split(' ');
  // Words with hyphens, dates, versions: each part is one thing.
  const isWords = parts.every((part) => /^(?:[A-Za-z]?[a-z]*|[A-Z]+|\d+)$/.test(part));
  if (isWords && parts.length > 1) return false;
  const joined = parts.join('');
  if (!/[a-z]/i.test(joined)) return /^\d{16,}$/.test(joined);
  if (!/\d/.test(joined)) {
    // Letters alone: capitals and small ones by chance.
    return joined.length >= Math.max(least, 16) && changes(joined) >= joined.length / 4;
  }
  const most = Math.max(...parts.map(changes));
  return most >= 2 || (most >= 1 && parts.length > 2) || joined.length >= 24;
}

/** How often a value goes from one kind of sign to another. */
function changes(value: string): number {
  let count = 0;
  let last = '';
  for (const sign of value) {
    const kind = /\d/.test(sign) ? 'digit' : /[a-z]/.test(sign) ? 'small' : 'capital';
    if (last !== '' && kind !== last) count++;
    last = kind;
  }
  return count;
}
