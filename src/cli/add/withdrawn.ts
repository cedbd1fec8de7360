import { CaptureRefused } from '../../capture/refused.ts';
import { wordsOf } from '../../compile/passage.ts';
import {
  returnWords,
  type Suspect,
  type Tombstone,
  WithdrawnTexts,
} from '../../record/withdrawn-texts.ts';
import { textsOf } from '../sentences/texts-of.ts';
import type { Context } from './context.ts';
import type { Proposal } from './proposal.ts';

/** What came in, and from where. */
interface Received {
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly addresses: readonly (string | undefined)[];
}

/** An exception, as the new entry has it. */
type Again = NonNullable<Proposal['again']>[number];

const known = new WeakMap<readonly Tombstone[], WithdrawnTexts>();

/**
 * Keeps out what an archive has withdrawn, whatever form it comes in.
 *
 * @param reason why a withdrawn article may be added again, where the keeper says so
 */
export function guardOf({ record: { withdrawn }, today }: Context, reason: string | undefined) {
  const texts = known.get(withdrawn) ?? new WithdrawnTexts(withdrawn);
  known.set(withdrawn, texts);

  /**
   * @returns the exceptions to record, where there is a reason for them
   * @throws CaptureRefused for what was withdrawn, without a reason to add it again
   */
  const check = (suspect: Suspect): Again[] => {
    const found = texts.find(suspect);
    if (reason !== undefined) {
      return found.map(({ tombstone }) => ({ article: tombstone.id, date: today, reason }));
    }
    if (found.length === 0) return [];
    throw new CaptureRefused(
      `It was withdrawn: ${found.map(returnWords).join('; ')}.`,
      'To add it all the same, say why with --again --reason "…"; the entry will say so.',
    );
  };

  return {
    check,
    /** A proposal with its exceptions. @throws CaptureRefused where it needs some and there is no reason */
    admit({ again: _, ...proposal }: Proposal, { bytes, hash, addresses }: Received): Proposal {
      const again = check({
        hash,
        addresses: [proposal.url, ...addresses],
        text: proposal.passages.flatMap(wordsOf),
        // The capture goes out as it is: with what the page hides, and with all pages of a web archive.
        beside: texts.hasTraces ? [...textsOf(bytes)] : [],
      });
      return again.length === 0 ? proposal : { ...proposal, again };
    },
  };
}
