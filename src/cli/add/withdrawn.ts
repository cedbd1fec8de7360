import { CaptureRefused } from '../../capture/refused.ts';
import { wordsOf } from '../../compile/passage.ts';
import type { Suspect, Tombstone } from '../../record/withdrawn-texts.ts';
import { returnWords, WithdrawnTexts } from '../../record/withdrawn-texts.ts';
import type { Proposal } from './proposal.ts';

/** An exception, as the new entry has it. */
export type Again = NonNullable<Proposal['again']>[number];

/** Keeps out what was withdrawn, whatever form it comes in. */
export class WithdrawnGuard {
  readonly #known: WithdrawnTexts;
  readonly #reason: string | undefined;
  readonly #today: string;

  /**
   * @param reason why a withdrawn article may be added again, where the keeper says so
   * @param today day of the run, 2026-01-31
   */
  constructor(tombstones: readonly Tombstone[], reason: string | undefined, today: string) {
    this.#known = new WithdrawnTexts(tombstones);
    this.#reason = reason;
    this.#today = today;
  }

  /**
   * @returns the exceptions to record, where there is a reason for them
   * @throws CaptureRefused for what was withdrawn, without a reason to add it again
   */
  check(suspect: Suspect): Again[] {
    const found = this.#known.find(suspect);
    const reason = this.#reason;
    if (reason !== undefined) {
      return found.map(({ tombstone }) => ({
        article: tombstone.id,
        date: this.#today,
        reason,
      }));
    }
    if (found.length === 0) return [];
    throw new CaptureRefused(
      `It was withdrawn: ${found.map(returnWords).join('; ')}.`,
      'To add it all the same, say why with --again --reason "…"; the entry will say so.',
    );
  }
}

/** What of a proposal may have been withdrawn. */
export function suspectOf(
  { url, passages, removed }: Proposal,
  hash: string,
  addresses: readonly (string | undefined)[],
): Suspect {
  return {
    hash,
    addresses: [url, ...addresses],
    text: passages.flatMap(wordsOf),
    beside: removed.map(({ text }) => text),
  };
}
