/** What comparing a capture with its stated hash came to. */
export type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly found: string }
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'no hashing' };

/** What of the browser is needed. */
export interface Platform {
  readonly fetch: (address: URL) => Promise<Pick<Response, 'ok' | 'status' | 'arrayBuffer'>>;
  /** Absent where the page did not come over a secure connection (Web Cryptography, section 5.2). */
  readonly digest: ((bytes: ArrayBuffer) => Promise<ArrayBuffer>) | undefined;
}

/**
 * Fetches a capture and computes its hash.
 *
 * @param stated SHA-256 as the page has it, in hexadecimal
 */
export async function checkCapture(
  address: URL,
  stated: string,
  { fetch, digest }: Platform,
): Promise<Verdict> {
  if (address.protocol === 'file:')
    return { kind: 'unreachable', why: 'a page in a folder may not' };
  if (digest === undefined) return { kind: 'no hashing' };
  try {
    const response = await fetch(address);
    if (!response.ok) return { kind: 'unreachable', why: `status ${response.status}` };
    const bytes = new Uint8Array(await digest(await response.arrayBuffer()));
    const found = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return found === stated ? { kind: 'same' } : { kind: 'other', found };
  } catch {
    return { kind: 'unreachable', why: 'no connection' };
  }
}

/**
 * The verdict for readers, with what it proves and what it does not.
 *
 * @param what was compared: the capture, or the copy of it that is published
 */
export function verdictWords(
  verdict: Verdict,
  what: 'capture' | 'redacted copy' = 'capture',
): string {
  switch (verdict.kind) {
    case 'same':
      return `The ${what} is the one that this page vouches for: your browser computed the same SHA-256.${what === 'capture' ? '' : ' The capture itself, from which it was made, is not published and was not checked.'} That proves that not a bit of it differs from what the page says. It does not prove that the page is honest, for whoever changed both would have both agree: compare the hash with one that you or others noted earlier. Nor does it prove that what the article says is true.`;
    case 'other':
      return `The ${what} is not the one that this page vouches for. Your browser computed ${verdict.found}. One of the two was changed, or the copy is damaged: do not rely on it, and tell the archive.`;
    case 'unreachable':
      return `The ${what} could not be fetched (${verdict.why}), so nothing was checked. It can be done by hand, as said above.`;
    case 'no hashing':
      return 'Nothing was checked: browsers compute hashes only on pages that come over a secure connection (https). It can be done by hand, as said above.';
  }
}
