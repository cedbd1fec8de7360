import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import type { WrittenFile } from '../../formats/data/data-package.ts';
import type { FileGroup, SiteFile } from '../../formats/files/site-file.ts';
import { isDataFile } from '../../formats/files/site-files.ts';
import { currentLedger } from '../../record/page-ledger.ts';

/** Writes files, each once and only when it would not come out as it stands on the published site. */
export class ExportWriter {
  readonly #made: string;
  readonly #folders = new Set<string>();
  readonly #data: WrittenFile[] = [];

  /** @param made absolute path of the site that is being made */
  constructor(made: string) {
    this.#made = made;
  }

  /** The files of the data package, in its order. */
  get data(): readonly WrittenFile[] {
    return this.#data;
  }

  /** Files that are made from the same. */
  write({ key: keyOf, addresses, files }: FileGroup): void {
    const key = keyOf?.();
    if (key !== undefined && areKept(addresses, key)) {
      for (const address of addresses) {
        const { size = 0, sha256 = '' } = currentLedger()?.site.ledger.files.get(address) ?? {};
        if (isDataFile(address)) this.#data.push({ address, bytes: size, sha256 });
      }
      return;
    }
    for (const file of files()) {
      const written = this.#writeFile(file);
      if (isDataFile(file.address)) this.#data.push(written);
    }
  }

  #writeFile({ address, text }: SiteFile): WrittenFile {
    const folder = address.slice(0, address.lastIndexOf('/'));
    if (!this.#folders.has(folder)) mkdirSync(this.#made + folder, { recursive: true });
    this.#folders.add(folder);
    const handle = openSync(this.#made + address, 'w');
    const sum = createHash('sha256');
    let bytes = 0;
    try {
      for (const piece of gathered(text())) {
        sum.update(piece);
        for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
        bytes += piece.length;
      }
    } finally {
      closeSync(handle);
    }
    return { address, bytes, sha256: sum.digest('hex') };
  }
}

/** Letters that are written at once. */
const MANY = 1 << 18;

/** Texts as UTF-8, small ones together. */
function* gathered(texts: Iterable<string>): Generator<Buffer> {
  let [open, length]: [string[], number] = [[], 0];
  for (const text of texts) {
    open.push(text);
    length += text.length;
    if (length < MANY) continue;
    yield Buffer.from(open.join(''));
    [open, length] = [[], 0];
  }
  if (length > 0) yield Buffer.from(open.join(''));
}

function areKept(addresses: readonly string[], key: string): boolean {
  const ledger = currentLedger();
  if (ledger === undefined) return false;
  // All of them are asked, so that each is entered.
  return addresses.map((address) => ledger.isKept(address, key)).every(Boolean);
}
