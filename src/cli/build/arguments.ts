import { parseArgs } from 'node:util';
import { UsageError } from '../arguments.ts';

/** Reads the command line of the build. @throws UsageError for what is not known */
export function readBuildArguments(
  args: readonly string[],
  usage: string,
): { help: boolean; cold: boolean; quarantine: boolean; timings?: string } {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { ...flag, short: 'h' },
        cold: flag,
        quarantine: flag,
        timings: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}
