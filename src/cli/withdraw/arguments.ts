import { parseArgs } from 'node:util';
import { UsageError } from '../arguments.ts';

export const USAGE = `Usage: npm run withdraw -- ID --reason "…" [--keep-title] [--outlet ID] [--dry-run] [--yes]

Takes an article down (ARCHIVE_CONTENT, else content/): removes its text and its capture, and leaves
at its address that it was withdrawn, when and why, with the hash of the capture. ID is
<year>/<slug>, the entry's path, or the article's address.

  --reason      why, in a sentence that readers will see at the address
  --keep-title  leaves the headline there; otherwise it goes too, because it may be what names somebody
  --outlet      who published it, where the entry is broken so that it cannot be read there
  --dry-run     shows what would happen and where else its sentences stand; changes nothing
  --yes         does not ask

Without an ID it finishes a withdrawal that was interrupted.`;

export interface WithdrawArguments {
  readonly help: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly keepTitle: boolean;
  readonly reason: string | undefined;
  /** Who published it, where the entry doesn't say. */
  readonly outlet: string | undefined;
  /** `<year>/<slug>`; undefined to finish what was interrupted. */
  readonly id: string | undefined;
}

/** @throws UsageError */
export function readWithdrawArguments(args: readonly string[]): WithdrawArguments {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1) {
    throw new UsageError(`One article at a time: “${positionals[1]}” was not expected here.`);
  }
  const [typed] = positionals;
  const id = typed === undefined ? undefined : idOf(typed);
  if (typed !== undefined && id === undefined) {
    throw new UsageError(
      `“${typed}” is not the id of an article; write <year>/<slug>, as in 2019/a-headline.\n\n${USAGE}`,
    );
  }
  return {
    help: values.help ?? false,
    yes: values.yes ?? false,
    dryRun: values['dry-run'] ?? false,
    keepTitle: values['keep-title'] ?? false,
    reason: values.reason,
    outlet: values.outlet,
    id,
  };
}

function idOf(typed: string): string | undefined {
  return /(?:^|\/)(\d{4}\/[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.mdx|(?:\.capture)?\.html)?$/.exec(
    typed,
  )?.[1];
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      yes: { type: 'boolean', short: 'y' },
      'dry-run': { type: 'boolean', short: 'n' },
      'keep-title': { type: 'boolean' },
      reason: { type: 'string' },
      outlet: { type: 'string' },
    },
    allowPositionals: true,
  });
}
