import { lstatSync } from 'node:fs';
import path from 'node:path';
import { KINDS } from '../model/kinds.ts';
import { slugFault } from '../model/schema/fields.ts';

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
/** Endings are short: with them a name must fit into the 255 bytes that any disk has for one. */
const ENDING = String.raw`(?:\.[a-z0-9]{1,16}){1,5}`;

/** Every kind of file that a record may have, as docs/content-model.md lists them. */
const KINDS_OF_FILE: readonly RegExp[] = [
  /^(?:archive\.yml|manifest-sha256\.txt)$/,
  new RegExp(`^articles/\\d{4}/(?<slug>${SLUG})\\.mdx$`),
  new RegExp(`^captures/\\d{4}/(?<slug>${SLUG})${ENDING}$`),
  new RegExp(`^(?:${KINDS.join('|')})/(?<slug>${SLUG})\\.yml$`),
  new RegExp(`^(?:dossiers|pages)/(?<slug>${SLUG})\\.mdx$`),
  new RegExp(`^pictures/\\d{4}/(?<slug>${SLUG})/${SLUG}${ENDING}$`),
];

/**
 * Why a path is not that of a file of a record; undefined where it is. What comes from elsewhere (a copy of a site,
 * a journal, a manifest) may name anything: `..`, `.git/config`, `C:\…`, a device of Windows. Only the
 * names that the record has for its own files are let through, all in small letters, so that no two are one on
 * any disk.
 */
export function recordPathFault(file: string): string | undefined {
  const found = KINDS_OF_FILE.map((kind) => kind.exec(file)).find((match) => match !== null);
  if (found === undefined) return 'It is not the name of a file that a record may have.';
  return found.groups?.['slug'] === undefined ? undefined : slugFault(found.groups['slug']);
}

/** A path as it can be shown on a terminal, whatever it holds. */
export function shownPath(file: string): string {
  const shown = JSON.stringify(file.length > 200 ? `${file.slice(0, 200)}…` : file).slice(1, -1);
  return shown.replace(
    /[^ -~\p{L}\p{M}\p{N}\p{P}\p{S}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
}

/**
 * The folder or file on the way to a file of the record that is a link or is in the way; undefined when there is none. By
 * a link a file would be written or removed outside of the archive.
 */
export function linkOnTheWay(folder: string, file: string): string | undefined {
  const parts = file.split('/');
  for (let count = 1; count <= parts.length; count++) {
    const below = parts.slice(0, count).join('/');
    const found = lstatSync(path.join(folder, below), { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    const isAsItShouldBe = count < parts.length ? found.isDirectory() : found.isFile();
    if (!isAsItShouldBe) return below;
  }
  return undefined;
}
