import { hash } from 'node:crypto';

/** A short digest of what something shows: equal digests, equal pages. */
export function fingerprint(...parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 27);
}
