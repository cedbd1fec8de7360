import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PACKAGE_ROOT } from '../record/package-root.ts';
import { runCommand } from './command.ts';
import { licenceList } from './licences/list.ts';
import { lockedPackages } from './licences/locked.ts';
import { sbomOf } from './licences/sbom.ts';

/** npm run licences: lists what is installed and under which licences; `npm run lock` ends with it. */
await runCommand(() => {
  const read = (file: string) => readFileSync(path.join(PACKAGE_ROOT, file), 'utf8');
  const packages = lockedPackages(read('package-lock.json'));
  writeFileSync(path.join(PACKAGE_ROOT, 'docs/licences.md'), licenceList(packages));
  writeFileSync(
    path.join(PACKAGE_ROOT, 'sbom.cdx.json'),
    sbomOf(JSON.parse(read('package.json')), packages),
  );
  console.log(`${packages.length} packages listed in docs/licences.md and sbom.cdx.json.`);
  const unknown = packages.filter(({ license }) => license === 'UNKNOWN');
  for (const { name } of unknown) console.error(`${name} states no licence.`);
  return unknown.length > 0 ? 1 : 0;
});
