/** A package as package-lock.json names it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** SHA-512 of what the registry sends, in hexadecimal. */
  readonly sha512: string;
  /** When it is needed: to build sites, on some systems only, or to develop and test. */
  readonly use: 'build' | 'some systems' | 'development';
}

interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/** Licences that npm's record lacks, read in the packages themselves. */
const KNOWN: Readonly<Record<string, string>> = { format: 'MIT' };

/** Packages of a lock, each version once, by name and version. */
export function lockedPackages(lock: string): LockedPackage[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, LockEntry> };
  const found = new Map<string, LockedPackage>();
  const families = new Map(
    Object.entries(packages).flatMap(([place, { license }]) =>
      license === undefined ? [] : [[familyOf(place), license] as const],
    ),
  );
  for (const [place, entry] of Object.entries(packages)) {
    if (place === '' || entry.version === undefined) continue;
    const name = entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 13);
    const key = `${name}@${entry.version}`;
    found.set(key, {
      name,
      version: entry.version,
      license: entry.license ?? KNOWN[name] ?? families.get(familyOf(place)) ?? 'UNKNOWN',
      sha512: hexOf(entry.integrity ?? ''),
      use:
        entry.dev || entry.devOptional ? 'development' : entry.optional ? 'some systems' : 'build',
    });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** One program for several systems is one work: npm's record has a licence for that of this system alone. */
function familyOf(place: string): string {
  return place.replace(/[-/](?:android|darwin|freebsd|linux|windows|win32|wasm32).*$/, '-*');
}

function hexOf(integrity: string): string {
  const base64 = /^sha512-(.+)$/.exec(integrity)?.[1];
  return base64 === undefined ? '' : Buffer.from(base64, 'base64').toString('hex');
}
