import path from 'node:path';
import { bytesOf, doublesIn, integersIn, readPacked, textOf, writePacked } from './packed-file.ts';
import { Texts } from './texts.ts';

/** What a build left behind of the site that it made: its files, by index. */
export interface LedgerFile {
  /** Digest of what all files were made from. */
  readonly base: string;
  /** Of its own for each ledger that was written. */
  readonly id: string;
  /** Addresses from the root of the site. */
  readonly addresses: Texts;
  /** Digest of everything that each file shows. */
  readonly keys: Texts;
  /** What the disk said of each. */
  readonly sizes: Float64Array;
  readonly mtimes: Float64Array;
}

/** @param cache absolute path of a folder for what may be thrown away */
export function readLedger(cache: string): LedgerFile {
  const { head, sections = [] } = readPacked(fileIn(cache)) ?? {};
  const [addresses, addressEnds, keys, keyEnds, sizes, mtimes] = sections;
  if (!addresses || !addressEnds || !keys || !keyEnds || !sizes || !mtimes) {
    return {
      base: '',
      id: '',
      addresses: new Texts(),
      keys: new Texts(),
      sizes: new Float64Array(),
      mtimes: new Float64Array(),
    };
  }
  return {
    ...(head as Pick<LedgerFile, 'base' | 'id'>),
    addresses: new Texts(textOf(addresses), integersIn(addressEnds)),
    keys: new Texts(textOf(keys), integersIn(keyEnds)),
    sizes: doublesIn(sizes),
    mtimes: doublesIn(mtimes),
  };
}

/** Writes it, in one step. */
export function writeLedger(
  cache: string,
  { base, id, addresses, keys, sizes, mtimes }: LedgerFile,
): void {
  const texts = [...addresses.sections(), ...keys.sections()];
  writePacked(fileIn(cache), { base, id }, [...texts, bytesOf(sizes), bytesOf(mtimes)]);
}

const fileIn = (cache: string): string => path.join(cache, 'pages.bin');
