import { parseArgs } from 'node:util';
import { UsageError } from '../arguments.ts';

export const USAGE = `Usage: npm run add -- [--yes] [--dry-run] [--json] FILE…

Adds articles to the archive (ARCHIVE_CONTENT, else content/). FILE is a saved page (.html or
.mhtml, also gzipped, by a browser, SingleFile or the Wayback Machine), a text capture (.txt, .md), a web archive
(.warc, .warc.gz, .wacz), or an http(s) address. For each it writes the capture byte for byte, an entry
and their lines in the manifest, or nothing.

  --yes      takes every proposal without asking; look at what it tells you to review
  --dry-run  writes nothing and shows what would be written
  --json     prints one JSON object a line, in the order given; errors as {"file", "error"}, bytes that
             the archive has already as {"file", "already"}

Exit status 1 when one of the files failed.`;

export interface AddArguments {
  readonly help: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
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
    files: positionals,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      yes: { type: 'boolean', short: 'y' },
      'dry-run': { type: 'boolean', short: 'n' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
  });
}
