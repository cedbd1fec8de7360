import type { ArticleData } from '../../model/schema/article.ts';
import { redactPrivate } from '../../private/redact.ts';
import { sha256 } from '../../record/hash.ts';

/** A redacted copy of a capture, not yet written. */
export interface RedactedCopy {
  readonly bytes: Uint8Array;
  /** As the entry has it. */
  readonly stated: NonNullable<ArticleData['capture']['redacted']>;
}

/**
 * @param file the capture's path in the content folder
 * @returns undefined where no clean copy can be made
 */
export function redactedCopy(file: string, bytes: Uint8Array): RedactedCopy | undefined {
  const redacted = redactPrivate(bytes);
  if (redacted === undefined) return undefined;
  const [, name = '', ending = ''] = /^([^.]*)(\..*)$/.exec(file) ?? [];
  return {
    bytes: redacted.bytes,
    stated: {
      file: `${name}.redacted${redacted.extension ?? ending}`,
      sha256: sha256(redacted.bytes),
      removed: [...redacted.removed],
    },
  };
}
