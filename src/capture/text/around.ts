import type { Passage } from '../../compile/passage.ts';
import { findDates } from '../find-dates.ts';
import type { DateFound } from '../reading.ts';
import { countWords, oneLine } from '../words.ts';
import type { TextBlock } from './blocks.ts';

const BYLINE =
  /^(?:by|written by|reported by|author:?|von|par|por|автор:?|аўтар:?)\s+\p{Lu}.{1,100}$/iu;
const CREDIT_NAME =
  /^(?:\p{Lu}[\p{L}.'’-]+|[a-z]+\.[a-z]{2,})(?:\s+(?:\p{Lu}[\p{L}.'’-]*|\/|for|via|de|van|von)){0,5}$/u;

/** Whether a line says who wrote the article. */
export function isByline(block: TextBlock): boolean {
  return block.words <= 14 && BYLINE.test(block.text) && !block.sentence;
}

const AGENCIES =
  '(?:Getty(?: Images)?|AP|AFP|Reuters|EPA|ANSA|DPA|TASS|Xinhua|Shutterstock|iStock\\w*|Corbis|Bloomberg|Alamy|Rex(?: Features)?|Keystone)';
const PHOTO_CREDIT = new RegExp(
  `^\\W*(?:(?:photo|image|picture|foto|bild|crédit|credit|фото)s?(?: credit| by)?\\s?[:/]\\s?.+|.*(?:/ ?${AGENCIES}|${AGENCIES} ?/).*)$`,
  'iu',
);

/** Whether a short line says nothing but whose a picture is: "Jane Doe / AFP / Getty Images". */
export function isPhotoCredit(text: string): boolean {
  return text.length <= 90 && countWords(text) <= 12 && PHOTO_CREDIT.test(text);
}

/**
 * A line between headline and first paragraph, or between two paragraphs, as a picture's caption.
 *
 * @returns undefined where it does not look like one
 */
export function asFigure(block: TextBlock, nextToProse: boolean): Passage | undefined {
  const { text, lastLink } = block;
  if (text.length > 600) return undefined;
  if (lastLink !== undefined && text.endsWith(lastLink)) {
    const caption = text.slice(0, -lastLink.length).trim();
    if (CREDIT_NAME.test(lastLink)) return figure(caption, lastLink);
  }
  const [, caption, credit] =
    /^(.{12,}?[.!?…"”])\s+(?:\(?(?:photo|image|picture|credit|фото)s?(?:\s*(?:by|:|credit:?|courtesy(?: of)?))?\s*)?(?<name>[^.!?()]{3,60}?)\)?$/iu.exec(
      text,
    ) ?? [];
  if (
    caption !== undefined &&
    credit !== undefined &&
    CREDIT_NAME.test(credit) &&
    block.words <= 60
  ) {
    return figure(caption, credit);
  }
  const [, before = '', named] =
    /^(.*?)\s*\(?\b(?:photo|image|picture|credit|фото)(?:s|graph)?(?:\s*(?:by|credit|courtesy(?: of)?))?\s*[:/]?\s+([^()]{3,60})\)?$/iu.exec(
      text,
    ) ?? [];
  if (named !== undefined && !block.prose) return figure(before, named);
  if (block.sentence || block.words > 30) return undefined;
  return nextToProse || block.words <= 9 ? figure(text) : undefined;
}

function figure(caption: string, credit?: string): Passage {
  if (caption === '') return { kind: 'figure', text: credit ?? '' };
  return { kind: 'figure', text: caption, ...(credit !== undefined && { credit }) };
}

/** The dates that a line of a page states, as findings. */
export function datesOfLine(text: string): DateFound[] {
  return findDates(text)
    .filter(({ date }) => /^\d/.test(date))
    .map(({ date, stamp, words }) => ({ date, stamp, source: 'text' as const, words }));
}

/** Where the article was filed from: "MINSK (Reuters)", as its first paragraph begins. */
export function datelineOf(text: string): string | undefined {
  const paragraph = text.slice(0, 160);
  const [, place] =
    /^((?:\p{Lu}[\p{Lu}.'’-]+(?:[ /,]+(?=\p{L}))?(?:\p{Lu}[\p{L}.]*[ ,]*){0,4}(?:,? ?\p{Lu}[a-z]+\.? \d{1,2})?)(?:\s*\([^()]{2,40}\))?)\s*(?:[-–—]{1,2}|:)\s+\p{L}/u.exec(
      paragraph,
    ) ?? [];
  const [, named] =
    /^(\p{Lu}[\p{L} .,'’-]{1,40}\([^()]{2,40}\))\s*(?:[-–—]{1,2})\s+/u.exec(paragraph) ?? [];
  const line = (place ?? named)?.trim();
  return line === undefined || line.length > 70 || !/\p{L}{3}/u.test(line) ? undefined : line;
}

/** "(MT, Reuters)", "Radio Free Europe", "Reporting by …": who is credited at the end. */
export function isSignOff({ text, words }: TextBlock, credits: readonly string[]): boolean {
  if (words > 40 || text.length > 1000) return false;
  if (
    /^\(?(?:(?:additional |further )?(?:reporting|writing|editing|compiled|translated)\b.{0,30}\bby\b|written by\b|with (?:files|reporting|contributions?|material) (?:from|by)\b)/iu.test(
      text,
    )
  )
    return true;
  const named = oneLine(text).replace(/^[\s([—–-]+|[\s)\].]+$/g, '');
  if (/^\(.{2,60}\)$/.test(text.trim()) && words <= 8) return true;
  return words <= 8 && credits.some((credit) => named.toLowerCase() === credit.toLowerCase());
}
