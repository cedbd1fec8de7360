import { findDates } from '../find-dates.ts';
import { APPEAL, appealStrength, furnitureReason } from '../furniture.ts';
import { countWords, endsSentence } from '../words.ts';

/** A line or a joined paragraph of a text capture, with what its looks say of it. */
export interface TextBlock {
  readonly text: string;
  readonly words: number;
  /** Ends as a sentence does and is long enough to be one. */
  readonly sentence: boolean;
  /** A whole paragraph of prose. */
  readonly prose: boolean;
  readonly blankBefore: boolean;
  readonly blankAfter: boolean;
  /** Stands in the source as a heading, 1 to 6. */
  readonly level?: number;
  /** Stands in the source as an item of a list or a quotation. */
  readonly mark?: 'item' | 'quote';
  /** Trailing words that were a link of their own, as credits often are. */
  readonly lastLink?: string;
  /** Nothing but a date, with or without words such as "Published". */
  readonly isDate: boolean;
  readonly furniture?: string;
}

/** What a reader of lines or of Markdown knows of a block. */
export type RawBlock = Pick<TextBlock, 'text' | 'blankBefore' | 'blankAfter'> &
  Partial<Pick<TextBlock, 'level' | 'mark' | 'lastLink'>>;

/** Looks at a block's words. */
export function describeBlock(raw: RawBlock): TextBlock {
  const words = countWords(raw.text);
  const sentence = words >= 4 && endsSentence(raw.text) && !/:$/.test(raw.text);
  const reason = furnitureReason(raw.text);
  return {
    ...raw,
    words,
    sentence,
    prose: (sentence && words >= 11) || words >= 32,
    isDate: words <= 14 && raw.text.length <= 300 && isDateLine(raw.text),
    ...(reason !== undefined && { furniture: reason }),
  };
}

const AROUND_DATES =
  /\b(?:published|posted|updated|last|modified|created|on|at|date|time|edited|first|by|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|am|pm|gmt|utc|e[sd]t|p[sd]t|cet|msk|опубликовано|обновлено|дата|г)\b|[\p{P}\p{S}\s\d]/giu;

/** Whether a line says a day of a year and nothing much besides. */
function isDateLine(text: string): boolean {
  const [date] = findDates(text).filter((found) => /^\d/.test(found.date));
  if (date === undefined) return false;
  const rest = text.replace(date.words, ' ').replace(AROUND_DATES, '');
  return rest.length <= 12;
}

/** Paragraphs of an appeal stand together: beside one, less is needed to know another. */
export function spreadAppeals(blocks: readonly TextBlock[]): TextBlock[] {
  const spread = [...blocks];
  for (const order of [1, -1]) {
    for (let step = 0; step < spread.length; step++) {
      const index = order === 1 ? step : spread.length - 1 - step;
      const [block, beside] = [spread[index], spread[index - order]];
      if (block === undefined || block.furniture !== undefined) continue;
      if (beside?.furniture === APPEAL && appealStrength(block.text) >= 3) {
        spread[index] = { ...block, furniture: APPEAL };
      }
    }
  }
  return spread.map((block, index) => (isSpeech(spread, index) ? withoutReason(block) : block));
}

/** An author may speak of "us" and "you" too: then it stands between paragraphs that are no appeal. */
function isSpeech(blocks: readonly TextBlock[], index: number): boolean {
  const block = blocks[index];
  if (block?.furniture !== APPEAL || appealStrength(block.text) >= 6) return false;
  const [before, after] = [blocks[index - 1], blocks[index + 1]];
  return [before, after].every((beside) => beside?.prose && beside.furniture === undefined);
}

function withoutReason({ furniture: _, ...block }: TextBlock): TextBlock {
  return block;
}
