import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteFile } from '../../formats/files/site-file.ts';
import { sha256 } from '../../record/hash.ts';
import { memoOf } from '../../record/memos.ts';
import { currentLedger } from '../../record/page-ledger.ts';
import { type Written, writePieces } from './write-pieces.ts';

/** Writes files, each once and only when it would not come out as it stands on the published site. */
export class ExportWriter {
  readonly #made: string;
  readonly #published: string;
  readonly #folders = new Set<string>();
  readonly #memo = memoOf('files in pieces');

  /** @param folders absolute paths of the site that is being made and of the one that stands */
  constructor({ made, published }: { readonly made: string; readonly published: string }) {
    this.#made = made;
    this.#published = published;
  }

  /** A file that is made at once. */
  write({ address, key, text }: SiteFile): void {
    if (key !== undefined && isKept(address, key)) return;
    const whole = [...text()].join('');
    if (key === undefined && isKept(address, sha256(whole))) return;
    writeFileSync(this.#file(address), whole);
  }

  /** A file that may be long: it is copied from the published one but for the pieces that are new. */
  writePieces(
    { address, key, text, pieces }: SiteFile,
    isData = false,
  ): Pick<Written, 'bytes' | 'sha256'> {
    const before = this.#memo.before.get(address)?.value as Written | undefined;
    const stands = before !== undefined && currentLedger()?.before.has(address) === true;
    if (key !== undefined && isKept(address, key) && stands) {
      this.#memo.get(address, key, () => before);
      return before;
    }
    const from = stands
      ? { file: path.join(this.#published, address), written: before }
      : undefined;
    const isHashed = isData || key === undefined;
    const all = pieces?.() ?? unkeyed(text());
    const written = writePieces(this.#file(address), all, { from, isHashed });
    const of = key ?? written.sha256;
    this.#memo.get(address, of, () => written);
    currentLedger()?.isKept(address, of);
    return written;
  }

  #file(address: string): string {
    const file = path.join(this.#made, address);
    const folder = path.dirname(file);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return file;
  }
}

function isKept(address: string, key: string): boolean {
  return currentLedger()?.isKept(address, key) ?? false;
}

function* unkeyed(texts: Iterable<string>) {
  for (const text of texts) yield { key: '', text: () => text };
}
