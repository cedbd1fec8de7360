import { readFileSync, type Stats, statSync } from 'node:fs';
import { sha256 } from './hash.ts';
import { isOfSwap } from './recover-site.ts';
import type { SavedLedger } from './saved-ledger.ts';
import { filesBelow } from './site-files.ts';
import { readSiteManifest, SITE_MANIFEST } from './site-manifest.ts';

/** What stands in the folder of a site before a build; all by address, which begins with a slash. */
export interface PublishedSite {
  readonly ledger: SavedLedger;
  /** Text of the site's manifest; undefined where it has none. */
  readonly manifest: string | undefined;
  /** Files that are what the last build made. */
  readonly stands: ReadonlySet<string>;
  /** Files that the last build made and that are others now, or gone. */
  readonly altered: readonly string[];
  /** Files that no build made: they are the keeper's. */
  readonly foreign: readonly string[];
  /** Links and special files, which no build makes. */
  readonly foreignOthers: readonly string[];
  /** Where the next build goes on to read files again that look untouched. */
  readonly readTo: number;
}

/**
 * Bytes that are read again at each build although size and date say that nothing has changed: a disk that loses a bit
 * changes neither. Sites up to this size are read whole each time, larger ones in turns.
 */
const READ_AGAIN = 2 ** 28;

/**
 * Looks at a published site and tells what in it is as the last build left it.
 *
 * @param out absolute path of the site; it may not be there
 * @param budget bytes that are read although they look untouched
 */
export function lookAtSite(
  out: string,
  ledger: SavedLedger,
  budget: number = READ_AGAIN,
): PublishedSite {
  const manifest = readSiteManifest(out);
  const found = filesBelow(out);
  const there = new Set(found.files.map((file) => `/${file}`));
  const stands = new Set<string>();
  const altered: string[] = [];
  const lines = [...ledger.files];
  const readAgain = turnOf(lines, ledger.readTo, budget);
  for (const [at, [address, line]] of lines.entries()) {
    if (!there.has(address)) {
      altered.push(address);
      continue;
    }
    const stat = statSync(out + address, { throwIfNoEntry: false });
    const looksSame = stat?.size === line.size && stat.mtimeMs === line.mtimeMs;
    const isSame = looksSame && !readAgain.has(at) ? true : isAsWritten(out + address, line, stat);
    if (isSame) stands.add(address);
    else altered.push(address);
  }
  const isOurs = (address: string) =>
    ledger.files.has(address) ||
    address === `/${SITE_MANIFEST}` ||
    isOfSwap(address.slice(1)) ||
    manifest?.files.has(address.slice(1)) === true;
  return {
    ledger,
    manifest: manifest?.text,
    stands,
    altered,
    foreign: [...there].filter((address) => !isOurs(address)),
    foreignOthers: found.others.map((file) => `/${file}`),
    readTo: readAgain.next,
  };
}

function isAsWritten(
  file: string,
  line: { readonly size: number; readonly sha256: string },
  stat: Stats | undefined,
): boolean {
  return stat?.size === line.size && sha256(readFileSync(file)) === line.sha256;
}

/** The places of the files whose turn it is to be read, and where the next turn begins. */
function turnOf(
  lines: readonly [string, { readonly size: number }][],
  from: number,
  budget: number,
): { has(at: number): boolean; readonly next: number } {
  const first = from < lines.length ? from : 0;
  let [count, bytes] = [0, 0];
  while (count < lines.length) {
    bytes += lines[(first + count) % lines.length]?.[1].size ?? 0;
    if (bytes > budget && count > 0) break;
    count++;
  }
  return {
    has: (at) => (at - first + lines.length) % lines.length < count,
    next: lines.length === 0 ? 0 : (first + count) % lines.length,
  };
}
