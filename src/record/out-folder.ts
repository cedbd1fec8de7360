import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems, type Problem } from '../model/problem.ts';
import type { Folders } from './folders.ts';
import { isWithin, realPath } from './real-path.ts';
import { isOfSwap } from './recover-site.ts';
import { SITE_MANIFEST } from './site-manifest.ts';

/** Folders of a project that hold what people wrote or tools need: no site goes into them. */
const OF_PROJECT = ['.git', '.pressmark', 'node_modules', 'public', 'src'];

/**
 * Refuses to build into a folder that holds anything else: a build replaces the whole folder, and nothing brings
 * back what was in it.
 *
 * @param root folder of this project
 * @throws ArchiveProblems that name the folder, and what would be lost
 */
export function assertOutFolder({ content, out }: Pick<Folders, 'content' | 'out'>, root: string) {
  const [record, site, project] = [realPath(content), realPath(out), realPath(root)];
  const archive = path.dirname(record);
  if (isWithin(site, record)) refuse(out, `is in the content folder ${content}`);
  if (isWithin(record, site)) refuse(out, `holds the content folder ${content}`);
  if (isWithin(project, site)) refuse(out, `holds the project ${root}`);
  if (isWithin(archive, site)) refuse(out, `holds the archive ${archive}`);
  for (const folder of new Set([project, archive])) {
    for (const name of OF_PROJECT) {
      const own = path.join(folder, name);
      if (isWithin(site, own)) refuse(out, `is in ${own}, which is not for built files`);
    }
  }
  const found = lstatSync(site, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) refuse(out, 'is a file or a link that leads nowhere');
  const names = readdirSync(site);
  const isOurs = names.includes(SITE_MANIFEST) || names.some(isOfSwap);
  if (names.length > 0 && !isOurs) {
    const some = names.sort().slice(0, 3).join(', ');
    refuse(
      out,
      `is not empty (${some}${names.length > 3 ? ', …' : ''}) and was not made by Pressmark: ${SITE_MANIFEST} is not in it`,
    );
  }
}

function refuse(out: string, what: string): never {
  const problem: Problem = {
    file: out,
    what: `The folder for the site ${what}.`,
    why: 'A build replaces the whole folder. What else is in it would be lost.',
    remedy:
      'Set ARCHIVE_OUT to a folder that is empty or does not exist yet. If this one holds a site that an earlier version built, remove it first.',
  };
  throw new ArchiveProblems([problem]);
}
