import { createHash } from 'node:crypto';
import type { ContentSeen } from './content-look.ts';
import { isSettled, STAMP } from './file-stamp.ts';

/**
 * Digest of what a site is made from, by what the disk says of it: the stamps of all files of a
 * content folder, with the digest of the code.
 *
 * @returns undefined when a file changed so shortly before that its stamp proves nothing
 */
export function stateOf(
  { files, problems, stamps, now }: ContentSeen,
  code: string,
): string | undefined {
  if (files.length === 0 || problems.length > 0) return undefined;
  if (files.some((_, at) => !isSettled(stamps, at * STAMP, now))) return undefined;
  return createHash('sha256')
    .update([`${code} ${process.env['ARCHIVE_LEAVE_OUT'] ?? ''}`, ...files].join('\n'))
    .update(stamps)
    .digest('hex');
}
