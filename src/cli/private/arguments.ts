import { parseArgs } from 'node:util';
import { CAPTURE_PUBLISH, type CapturePublish } from '../../model/schema/article.ts';
import { UsageError } from '../arguments.ts';

export const USAGE = `Usage: npm run private -- [--redacted | --hash | --whole] ID…

Shows what is private in captures, such as cookies or the address of a newsletter’s reader, and records
how each is published. ID is that of an article: 2019/slug. Without a choice nothing is changed.

  --redacted  publish a copy in which each such place says what was taken out; the archive keeps the
              capture, and pages show the hashes of both
  --hash      publish the hash of the capture alone
  --whole     publish the capture as it is`;

export interface PrivateArguments {
  readonly help: boolean;
  readonly publish: CapturePublish | undefined;
  readonly ids: readonly string[];
}

/** @throws UsageError */
export function readPrivateArguments(args: readonly string[]): PrivateArguments {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  const chosen = CAPTURE_PUBLISH.filter((name) => values[name]);
  if (values.help) return { help: true, publish: undefined, ids: [] };
  if (positionals.length === 0) throw new UsageError(`No article was named.\n\n${USAGE}`);
  if (chosen.length > 1)
    throw new UsageError(`Choose one of --${chosen.join(', --')}.\n\n${USAGE}`);
  return { help: false, publish: chosen[0], ids: positionals.map(idOf) };
}

/** An id, also where the path of its entry or of its page was given. */
function idOf(argument: string): string {
  const found = /(?:^|\/)(\d{4}\/[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.mdx|(?:\.capture)?\.html)?$/.exec(
    argument,
  );
  if (found?.[1] === undefined) {
    throw new UsageError(`“${argument}” is not the id of an article. Write it as 2019/slug.`);
  }
  return found[1];
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      redacted: { type: 'boolean' },
      hash: { type: 'boolean' },
      whole: { type: 'boolean' },
    },
    allowPositionals: true,
  });
}
