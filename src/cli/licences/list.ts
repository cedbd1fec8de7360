import { countWords } from '../../model/lists/count-words.ts';
import type { LockedPackage } from './locked.ts';

const USES = {
  build: 'Needed to build a site',
  'some systems': 'Needed on some systems',
  development: 'Needed to develop and test',
} as const;

/** What must be said beside the names of licences. */
const NOTES = `- **citeproc** (CPAL-1.0 or AGPL-1.0; we use it under the CPAL) runs in the build and, in a script of its own,
  in the reader's browser. Its earlier versions state the attribution to be displayed, “Citations by CSL
  (citeproc-js)”, http://citationstyles.org/, without an image; the present one states none. We show it, as a
  link under written-out citations and on the about page of every site, which says too where the source can be
  had, as NOTICE does. The notice of copyright stands at the head of the script.
- The styles and locales in \`src/formats/csl/\` are those of the Citation Style Language project, unchanged,
  under CC BY-SA 3.0; their authors stand in the files.
- No package's install script is run: \`npm ci --ignore-scripts\` installs all that is needed.
- \`tests/browser\` and \`tests/lighthouse\` have locks of their own, for tests alone; nothing of them is published.
`;

/** The page of licences. */
export function licenceList(packages: readonly LockedPackage[]): string {
  const parts = (['build', 'some systems', 'development'] as const).map((use) => {
    const rows = packages.filter((one) => one.use === use);
    const byLicence = Map.groupBy(rows, ({ license }) => license);
    const lines = [...byLicence]
      .sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
      .map(
        ([license, list]) =>
          `| ${license} | ${list.map(({ name, version }) => `${name} ${version}`).join(', ')} |`,
      );
    return `## ${USES[use]}: ${countWords(rows.length, 'package')}\n\n| licence | packages |\n|---|---|\n${lines.join('\n')}\n`;
  });
  return `# Licences\n\nWritten by \`npm run licences\` from package-lock.json, as is \`sbom.cdx.json\` (CycloneDX 1.6).\n\n${NOTES}\n${parts.join('\n')}`;
}
