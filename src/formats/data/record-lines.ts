import type { Settings } from '../../model/schema/settings.ts';

/** What the first line of the record's export says of it. */
export const RECORD_FORMAT = 'pressmark-record-1';

/**
 * A file of the content folder as one line of the export that `restore` reads: its text, its bytes
 * in Base64 where it is no text, or where in the site its bytes stand.
 */
export type RecordLine = {
  readonly path: string;
  readonly sha256: string;
  /** Set where the site withholds a part of the file, so that this is not the archive's own. */
  readonly withheld?: true;
} & ({ readonly text: string } | { readonly base64: string } | { readonly at: string });

/** The first line of the export, with how many files follow. */
export function recordHeader({ title, rights }: Settings, files: number): string {
  return `${JSON.stringify({ format: RECORD_FORMAT, archive: title, files, rights: rights.trim() })}\n`;
}

/** A file as a line. */
export function recordLine(line: RecordLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** @returns undefined for a line that is none of such an export */
export function readRecordLine(line: string): RecordLine | undefined {
  try {
    const value = JSON.parse(line) as Partial<
      Record<'path' | 'sha256' | 'text' | 'base64' | 'at', unknown>
    >;
    const isText = (key: keyof typeof value) => typeof value[key] === 'string';
    const one = [isText('text'), isText('base64'), isText('at')].filter(Boolean).length === 1;
    return isText('path') && isText('sha256') && one ? (value as RecordLine) : undefined;
  } catch {
    return undefined;
  }
}

/** @returns how many files follow; undefined where the line is not the first one of such an export */
export function readRecordHeader(line: string): { files: number } | undefined {
  try {
    const { format, files } = JSON.parse(line) as { format?: unknown; files?: unknown };
    return format === RECORD_FORMAT && typeof files === 'number' ? { files } : undefined;
  } catch {
    return undefined;
  }
}
