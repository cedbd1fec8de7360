import { parseArgs } from 'node:util';

/** A command line that can't be carried out; its message says why and shows how it is used. */
export class UsageError extends Error {}

/**
 * Reads a command line that takes file names and nothing else but `--help`.
 *
 * @param usage shown for `--help` and below every complaint
 * @throws UsageError for options that are not known
 */
export function readFileArguments(
  args: readonly string[],
  { usage, least, most }: { usage: string; least: number; most: number },
): { help: boolean; files: string[] } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
  const { values, positionals } = parsed;
  if (values.help) return { help: true, files: [] };
  if (positionals.length < least) throw new UsageError(`No file was named.\n\n${usage}`);
  if (positionals.length > most) {
    throw new UsageError(`“${positionals[most]}” was not expected here.\n\n${usage}`);
  }
  return { help: false, files: positionals };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
}
