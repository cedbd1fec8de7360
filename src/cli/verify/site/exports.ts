import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileGroups } from '../../../formats/files/site-files.ts';
import { holdingsOf } from '../../../formats/reference/holdings.ts';
import { DATA_PACKAGE } from '../../../model/export-address.ts';
import { hashFile } from '../../../record/manifest.ts';
import type { Finding } from '../finding.ts';
import type { SiteRule } from './rule.ts';

const REMEDY =
  'Run “npm run build” again: the site is older than the record, or was changed by hand.';

/** Every export of the record stands in the site, and the data are those that the data package names. */
export const exportsRule: SiteRule = ({ folder, record }) => {
  const findings: Finding[] = [];
  const groups = [...fileGroups(holdingsOf(record))];
  for (const address of groups.flatMap(({ addresses }) => addresses)) {
    if (existsSync(path.join(folder, address))) continue;
    findings.push({
      file: address,
      what: 'The record has this export, the site has not.',
      why: 'Whoever cites, subscribes to or works with the archive would miss a part of it.',
      remedy: REMEDY,
    });
  }
  return [...findings, ...changedData(folder)];
};

function changedData(folder: string): Finding[] {
  const resources = readResources(path.join(folder, DATA_PACKAGE));
  if (resources === undefined) {
    return [
      {
        file: DATA_PACKAGE,
        what: 'There is no data package that can be read.',
        why: 'It says what the data files are, and proves that they are whole.',
        remedy: REMEDY,
      },
    ];
  }
  return resources
    .map(({ path: name, ...rest }) => ({ ...rest, name: `data/${name}` }))
    .filter(({ name }) => existsSync(path.join(folder, name)))
    .filter(
      ({ name, bytes, hash }) =>
        statSync(path.join(folder, name)).size !== bytes ||
        `sha256:${hashFile(folder, name)}` !== hash,
    )
    .map(({ name }) => ({
      file: `/${name}`,
      what: 'This file is not the one that the data package names.',
      why: 'Whoever checks the hash would find the archive wrong.',
      remedy: REMEDY,
    }));
}

function readResources(file: string): { path: string; bytes: number; hash: string }[] | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).resources;
  } catch {
    return undefined;
  }
}
