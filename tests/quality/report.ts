import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../site/built-site.ts';

/** What a check found, as it is kept and as the page has it. */
export interface Report {
  /** Heading on the page; a number before it orders the page. */
  readonly title: string;
  /** What makes these figures. */
  readonly command: string;
  /** One figure a line: what was measured, and what came out. */
  readonly figures: readonly (readonly [what: string, value: string])[];
  /** What it does not say. */
  readonly limits?: readonly string[];
}

interface Kept extends Report {
  /** Day of the run. */
  readonly date: string;
}

const FOLDER = path.join(ROOT, 'docs/quality');
const PAGE = path.join(ROOT, 'docs/quality.md');

/**
 * Prints what a check found; with `--write` it is kept in docs/quality/, and docs/quality.md is made
 * again from all that is kept there.
 *
 * @param name of the check, and of its file
 * @param wrong what should not be, in words; any sets the exit status
 */
export function report(name: string, found: Report, wrong: readonly string[]): void {
  for (const [what, value] of found.figures) console.log(`${what}: ${value}`);
  for (const one of wrong) console.error(`WRONG: ${one}`);
  if (wrong.length > 0) {
    console.error(`\n${wrong.length} wrong.`);
    process.exitCode = 1;
  } else if (process.argv.includes('--write')) {
    mkdirSync(FOLDER, { recursive: true });
    const kept: Kept = { ...found, date: new Date().toISOString().slice(0, 10) };
    writeFileSync(path.join(FOLDER, `${name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
    writeFileSync(PAGE, qualityPage(keptReports()));
  }
}

/** Everything that is kept, in the order of the page. */
export function keptReports(): Kept[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Kept)
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The page of figures. */
export function qualityPage(reports: readonly Kept[]): string {
  const sections = reports.map(
    ({ title, command, date, figures, limits = [] }) =>
      `## ${title}\n\nMade on ${date} by \`${command} -- --write\`.\n\n| | |\n|---|---|\n${figures
        .map((row) => `| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`)
        .join(
          '\n',
        )}\n${limits.length > 0 ? `\n${limits.map((text) => `- ${text}`).join('\n')}\n` : ''}`,
  );
  return `# Figures on quality\n\nEach section is written by the command that it names, from what that run found; none is typed by hand.\nThe same commands fail when something is wrong.\n\n${sections.join('\n')}`;
}
