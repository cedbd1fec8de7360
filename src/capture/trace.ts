import { plainWords } from '../model/shingles.ts';
import { type Trace, traceCapture } from '../model/trace-capture.ts';
import { OUTSIDE, type ReadableCapture } from './readable.ts';

/** A stretch of a capture: kept, or cut with the reason why. */
export interface ExplainedStretch {
  readonly text: string;
  /** Absent where it was kept. */
  readonly reason?: string;
}

/** What of a capture is the article, and what is not. */
export interface ExplainedTrace {
  readonly stretches: readonly ExplainedStretch[];
  /** Passages of the article that do not stand in the capture where they should. */
  readonly missing: readonly string[];
}

/**
 * Finds an article in its capture and says of everything else why it was cut: what its words are, and
 * where on the page it stood. The reasons are read from the capture now; those of the person who made
 * the entry are not recorded.
 *
 * @param title headline, where the page states it
 * @param passages of the body, in order
 * @param facts what the entry has of the page beside them: byline, dateline, address
 */
export function explainTrace(
  capture: ReadableCapture,
  title: string | undefined,
  passages: readonly string[],
  facts: readonly string[] = [],
): ExplainedTrace {
  const { stretches, missing } = trace(capture, title, passages);
  return { stretches: explain(stretches, capture, facts), missing };
}

function trace(
  { text, isPage, titles }: ReadableCapture,
  title: string | undefined,
  passages: readonly string[],
): Trace {
  // A browser numbers a list by itself; the numbers are not in the page.
  const body = isPage ? passages.map((passage) => withoutNumber(passage, text)) : passages;
  if (title === undefined) return traceCapture(text, body);
  const headed = traceCapture(text, [title, ...body]);
  if (headed.missing.length === 0 || !isPage) return headed;
  // The headline may stand in the head of the page alone, or again below the text.
  const plain = traceCapture(text, body);
  const isStated = titles.some((stated) => stated.includes(title)) || text.includes(title);
  if (plain.missing.length + (isStated ? 0 : 1) > headed.missing.length) return headed;
  return isStated ? plain : { ...plain, missing: [title, ...plain.missing] };
}

function withoutNumber(passage: string, text: string): string {
  const [number = ''] = /^\d+\. /.exec(passage) ?? [];
  return number === '' || text.includes(passage) ? passage : passage.slice(number.length);
}

/** Reasons that hold for what follows too. */
const SECTIONS: ReadonlySet<string> = new Set(['other stories', 'comments']);

function explain(
  stretches: Trace['stretches'],
  { parts, text }: ReadableCapture,
  facts: readonly string[],
): ExplainedStretch[] {
  const explained = new Explained();
  let [at, part, section] = [0, 0, ''];
  for (const { kept, text: words } of stretches) {
    const end = at + words.length;
    while (at < end) {
      while (part < parts.length && (parts[part]?.end ?? 0) <= at) part++;
      const stop = kept ? end : Math.min(end, parts[part]?.end ?? end);
      const cut = text.slice(at, stop);
      const reason = kept ? undefined : reasonFor(cut, parts[part]?.reason, facts);
      // What follows “Similar articles” is no part of the article by its words, but by its place.
      section = kept ? '' : reason !== undefined && SECTIONS.has(reason) ? reason : section;
      explained.add(cut, reason === OUTSIDE && section !== '' ? section : reason);
      at = stop;
    }
  }
  return explained.stretches;
}

function reasonFor(cut: string, reason: string | undefined, facts: readonly string[]): string {
  if (!/[\p{L}\p{N}]/u.test(cut)) return 'marks of the page';
  const words = plainWords(cut);
  const isFact = facts.some((fact) => {
    const stated = plainWords(fact);
    return words.length <= stated.length + 4 && words.join(' ').includes(stated.join(' '));
  });
  return isFact ? 'recorded on the catalogue card' : (reason ?? OUTSIDE);
}

/** Stretches in a row; what follows for the same reason is one of them. */
class Explained {
  readonly stretches: ExplainedStretch[] = [];

  add(words: string, reason: string | undefined): void {
    const last = this.stretches.at(-1);
    const isBlank = (text: string) => text.trim() === '';
    if (last !== undefined && (last.reason === reason || isBlank(words) || isBlank(last.text))) {
      // White space belongs to the stretch before it, and at the beginning to the first.
      const why = isBlank(last.text) ? reason : last.reason;
      this.stretches[this.stretches.length - 1] = stretch(last.text + words, why);
    } else this.stretches.push(stretch(words, reason));
  }
}

function stretch(text: string, reason: string | undefined): ExplainedStretch {
  return reason === undefined ? { text } : { text, reason };
}
