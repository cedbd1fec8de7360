import { parseArgs } from 'node:util';
import { sentence } from '../../model/schema/fields.ts';
import { UsageError } from '../arguments.ts';

export const USAGE = `Usage: npm run add -- [--yes] [--dry-run] [--json] [--again --reason "…"] FILE…

Adds articles to the archive (ARCHIVE_CONTENT, else content/). FILE is a saved page (.html or
.mhtml, also gzipped, by a browser, SingleFile or the Wayback Machine), a text capture (.txt, .md), a web archive
(.warc, .warc.gz, .wacz), or an http(s) address. For each it writes the capture byte for byte, an entry
and their lines in the manifest, or nothing.

  --yes      takes every proposal without asking; look at what it tells you to review
  --dry-run  writes nothing and shows what would be written
  --json     prints one JSON object a line, in the order given; errors as {"file", "error"}, bytes that
             the archive has already as {"file", "already"}
  --again    adds what was withdrawn before, which is refused otherwise; --reason "…" says why, in a
             sentence of at least 20 characters, and the entry keeps it

Exit status 1 when one of the files failed.`;

export interface AddArguments {
  readonly help: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  /** Why what was withdrawn may be added again; undefined where it may not. */
  readonly again?: string | undefined;
  readonly files: readonly string[];
}

/** @throws UsageError */
export function readAddArguments(args: readonly string[]): AddArguments {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  if (!values.help && positionals.length === 0)
    throw new UsageError(`No file was named.\n\n${USAGE}`);
  return {
    help: values.help ?? false,
    yes: values.yes ?? false,
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
    again: againOf(values),
    files: positionals,
  };
}

function againOf({
  again = false,
  reason,
}: {
  again?: boolean;
  reason?: string;
}): string | undefined {
  if (!again && reason === undefined) return undefined;
  if (!again) {
    throw new UsageError(
      `--reason says why something withdrawn is added again; it needs --again.\n\n${USAGE}`,
    );
  }
  const checked = sentence.safeParse(reason ?? '');
  if (checked.success) return checked.data;
  throw new UsageError(
    'Say with --reason "…" why it may be added although it was withdrawn, in a sentence of at least 20 characters; the entry keeps it.',
  );
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      yes: { type: 'boolean', short: 'y' },
      'dry-run': { type: 'boolean', short: 'n' },
      json: { type: 'boolean' },
      again: { type: 'boolean' },
      reason: { type: 'string' },
    },
    allowPositionals: true,
  });
}
