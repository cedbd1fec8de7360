import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WrittenFile } from '../../formats/data/data-package.ts';
import type { FileGroup, Pieces, SiteFile } from '../../formats/files/site-file.ts';
import { isDataFile } from '../../formats/files/site-files.ts';
import { sha256 } from '../../record/hash.ts';
import { currentLedger } from '../../record/page-ledger.ts';
import { Copier } from './copier.ts';
import { type KeptGroup, readKept, saveKept } from './kept-pieces.ts';
import { findPieces, planPieces, type Source, type Written, writePieces } from './piece-file.ts';

/** Pieces from which on remembering them costs less than making them again. */
const MANY = 100;

interface Places {
  readonly before: KeptGroup;
  readonly words: Uint32Array;
  readonly found: Int32Array;
}

/** Writes files, each once and only when it would not come out as it stands on the published site. */
export class ExportWriter {
  readonly #made: string;
  readonly #published: string;
  readonly #folders = new Set<string>();
  readonly #before = readKept();
  readonly #now: { readonly group: KeptGroup; readonly isData: boolean }[] = [];
  readonly #copier = new Copier();
  /** Where pieces stood, of the list that was written last. */
  #places: Places | undefined;

  /** @param folders absolute paths of the site that is being made and of the one that stands */
  constructor({ made, published }: { readonly made: string; readonly published: string }) {
    this.#made = made;
    this.#published = published;
  }

  /** Files that are made from the same. */
  write({ key: keyOf, addresses, files }: FileGroup): void {
    const key = keyOf?.();
    const before = this.#before.get(addresses[0] ?? '');
    const isData = isDataFile(addresses[0] ?? '');
    const known = before?.key === key ? before : undefined;
    if (key !== undefined && areKept(addresses, key) && (known !== undefined || !isData)) {
      if (known !== undefined) this.#now.push({ group: known, isData });
      return;
    }
    let words: Uint32Array | undefined;
    const written = files().flatMap((file) => {
      if (file.pieces === undefined) return this.#writeText(file, key, isData);
      words ??= file.pieces.count < MANY ? new Uint32Array() : file.pieces.keys();
      return this.#writePieces(file.address, file.pieces, { key, words, before, isData });
    });
    const isLong = words !== undefined && words.length > 0;
    if (isLong || isData) {
      const group = { key: key ?? '', words: words ?? new Uint32Array(), files: written };
      this.#now.push({ group, isData });
    }
  }

  /**
   * Waits for the last file, and remembers for the next build what was written.
   *
   * @returns the files of the data package, in its order
   */
  async finish(): Promise<WrittenFile[]> {
    const copied = await this.#copier.finish();
    const groups = this.#now.map(({ group, isData }) => {
      const files = group.files.map((file) => {
        const { sha256: hash } = copied.get(file.address) ?? file;
        return { ...file, sha256: hash };
      });
      return { group: { ...group, files }, isData };
    });
    saveKept(groups.map(({ group }) => group));
    return groups.flatMap(({ group, isData }) => (isData ? group.files : []));
  }

  #writeText({ address, text }: SiteFile, key: string | undefined, isData: boolean) {
    if (key !== undefined && !isData && isKept(address, key)) return [];
    const whole = [...text()].join('');
    const hash = key === undefined || isData ? sha256(whole) : '';
    if (!isKept(address, key ?? hash)) writeFileSync(this.#file(address), whole);
    return [{ address, bytes: Buffer.byteLength(whole), sha256: hash, ...NO_PIECES }];
  }

  #writePieces(
    address: string,
    pieces: Pieces,
    group: {
      readonly key: string | undefined;
      readonly words: Uint32Array;
      readonly before: KeptGroup | undefined;
      readonly isData: boolean;
    },
  ): KeptGroup['files'][number] {
    const { key, words, before, isData } = group;
    const old = before?.files.find((file) => file.address === address);
    if (key !== undefined && isKept(address, key) && old !== undefined && before?.key === key)
      return old;
    const { lengths, ...written } = this.#make(address, pieces, {
      source: this.#sourceOf(address, before, old, words),
      isHashed: isData,
    });
    return {
      address,
      ...written,
      lengths: words.length > 0 ? lengths : NO_PIECES.lengths,
    };
  }

  #make(
    address: string,
    pieces: Pieces,
    { source, isHashed }: { readonly source: Source | undefined; readonly isHashed: boolean },
  ): Written {
    const file = this.#file(address);
    const plan = source && planPieces(pieces, source);
    if (plan === undefined) return writePieces(file, pieces, isHashed);
    const { written, ...task } = plan;
    this.#copier.copy({ address, file, isHashed, ...task });
    return written;
  }

  /** The published file, where it is known which piece stands where in it. */
  #sourceOf(
    address: string,
    before: KeptGroup | undefined,
    written: Written | undefined,
    words: Uint32Array,
  ): Source | undefined {
    if (before === undefined || written === undefined) return undefined;
    if (words.length === 0 || before.words.length === 0) return undefined;
    if (currentLedger()?.before.get(address)?.key !== before.key) return undefined;
    // Files of one group have the same pieces.
    if (this.#places?.before !== before || this.#places.words !== words)
      this.#places = { before, words, found: findPieces(before.words, words) };
    return { file: path.join(this.#published, address), written, places: this.#places.found };
  }

  #file(address: string): string {
    const folder = address.slice(0, address.lastIndexOf('/'));
    if (!this.#folders.has(folder)) mkdirSync(this.#made + folder, { recursive: true });
    this.#folders.add(folder);
    return this.#made + address;
  }
}

const NO_PIECES = { head: 0, joint: 0, lengths: new Uint32Array() } as const;

function isKept(address: string, key: string): boolean {
  return currentLedger()?.isKept(address, key) ?? false;
}

function areKept(addresses: readonly string[], key: string): boolean {
  let all = true;
  for (const address of addresses) all = isKept(address, key) && all;
  return all;
}
