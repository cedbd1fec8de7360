import { hash } from 'node:crypto';

/** A short digest of what something shows: equal digests, equal pages. */
export function fingerprint(...parts: readonly unknown[]): string {
  return digestOf(JSON.stringify(parts));
}

/** A short digest of a text. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 27);
}
