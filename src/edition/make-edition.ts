import { readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { NOT_FOUND } from '../model/address.ts';
import { packCount } from '../model/offline.ts';
import { slugFromTitle } from '../model/slug.ts';
import { readSiteManifest, SITE_MANIFEST } from '../record/site-manifest.ts';
import type { ArchiveRecord } from '../record/types.ts';
import { bundleScripts } from './bundle.ts';
import { packScript, packsOf } from './packs.ts';
import { offlinePage } from './page.ts';
import { readme } from './readme.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/** Of use on a host alone: modules, cards, Pagefind's own files, pages and lists that name full addresses. */
const LEFT_OUT = [
  /^\/pagefind\//,
  /^\/assets\/.*\.js$/,
  /^\/search\/.*\.bin$/,
  /^\/robots\.txt$/,
  /^\/cards\//,
];

/** Name of the edition's folder and file. */
export function editionName({ settings }: Pick<ArchiveRecord, 'settings'>): string {
  return slugFromTitle(settings.title) || 'archive';
}

/**
 * Makes the offline edition of a built site: one ZIP with a folder in it that opens from any disk.
 *
 * @param root folder of this project
 * @param site folder of the built site
 * @param to file to write; it is replaced when the whole edition is written
 */
export async function makeEdition(
  { root, site, to }: { root: string; site: string; to: string },
  record: ArchiveRecord,
): Promise<{ files: number; bytes: number }> {
  // What others put into the folder of the site is not the archive's to give away.
  const files = [...(readSiteManifest(site)?.files.keys() ?? [])].map((file) => `/${file}`);
  const packs = packCount(record.articles.length);
  const texts = new Map<string, () => string>();
  for (const [address, code] of await bundleScripts(root, packs)) texts.set(address, () => code);
  for (const [address, held] of packsOf(files, packs)) {
    texts.set(address, () => packScript(site, held));
  }
  texts.set('/README.txt', () => readme(record.settings));
  const copied = files.filter(
    (file) => file !== NOT_FOUND && !texts.has(file) && !LEFT_OUT.some((kind) => kind.test(file)),
  );
  const entries = [...copied, ...texts.keys()].sort().map((address): ZipEntry => {
    const text = texts.get(address);
    if (text) return { name: address.slice(1), bytes: () => Buffer.from(text()) };
    return { name: address.slice(1), bytes: () => fileOf(site, address) };
  });
  const part = `${to}.part`;
  try {
    const folder = editionName(record);
    const made = await writeZip(part, entries, { folder, manifest: SITE_MANIFEST });
    renameSync(part, to);
    return made;
  } finally {
    rmSync(part, { force: true });
  }
}

function fileOf(site: string, address: string): Buffer {
  const bytes = readFileSync(path.join(site, address));
  if (!address.endsWith('.html')) return bytes;
  return Buffer.from(offlinePage(bytes.toString('utf8'), address));
}
