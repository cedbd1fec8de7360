import { existsSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from '../../../record/manifest.ts';
import { filesBelow } from '../../../record/site-files.ts';
import { readSiteManifest, SITE_MANIFEST } from '../../../record/site-manifest.ts';
import type { Finding } from '../finding.ts';
import type { SiteRule } from './rule.ts';

const WHY = 'Readers would see something else than the archive says, and nobody would know.';
const REMEDY = 'Run “npm run build -- --cold”, which makes every file anew, and publish again.';

/** Every file of the site is byte for byte what the build made; its manifest says what that was. */
export const asBuiltRule: SiteRule = ({ folder }) => {
  const manifest = readSiteManifest(folder);
  if (manifest === undefined) {
    const what = 'The site has no list of its files with their hashes.';
    return [{ file: SITE_MANIFEST, what, why: WHY, remedy: REMEDY }];
  }
  const { files, badLines } = manifest;
  const broken = badLines.map((line): Finding => {
    const what = 'This line cannot be read: the list was changed since the site was built.';
    return { file: SITE_MANIFEST, line, what, why: WHY, remedy: REMEDY };
  });
  const wrong = [...files].flatMap(([file, hash]): Finding[] => {
    const isThere = existsSync(path.join(folder, file));
    if (isThere && hashFile(folder, file) === hash) return [];
    const what = isThere
      ? 'This file of the site is not what the build made.'
      : 'This file of the site is missing.';
    return [{ file, what, why: WHY, remedy: REMEDY }];
  });
  const found = filesBelow(folder);
  const foreign = [...found.files, ...found.others].filter(
    (file) => !files.has(file) && file !== SITE_MANIFEST,
  );
  return [...broken, ...wrong, ...(broken.length > 0 ? [] : foreign.map(foreignFinding))];
};

function foreignFinding(file: string): Finding {
  return {
    file,
    what: 'Pressmark did not make this file of the site.',
    why: 'It is published with the archive. Builds keep it.',
    remedy: 'Nothing, if you put it there; otherwise remove it.',
    advice: true,
  };
}
