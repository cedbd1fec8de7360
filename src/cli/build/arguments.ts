import { parseArgs } from 'node:util';
import { UsageError } from '../arguments.ts';

/** Reads the command line of the build. @throws UsageError for what is not known */
export function readBuildArguments(
  args: readonly string[],
  usage: string,
): { help: boolean; cold: boolean; quarantine: boolean; threads?: number; timings?: string } {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { threads, ...rest } = parseArgs({
      args: [...args],
      options: {
        help: { ...flag, short: 'h' },
        cold: flag,
        quarantine: flag,
        threads: { type: 'string' },
        timings: { type: 'string' },
      },
    }).values;
    return { ...rest, ...(threads !== undefined && { threads: countOf(threads) }) };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** Threads that are more than any machine’s processors are a slip of the keeper’s. */
const MOST_THREADS = 64;

function countOf(threads: string): number {
  const count = Number(threads);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_THREADS) return count;
  throw new Error(`--threads takes a number from 1 to ${MOST_THREADS}, not “${threads}”.`);
}
