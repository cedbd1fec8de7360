import { type RawStory, readCollection } from './collection.ts';
import { peopleIn } from './people.ts';

/** A story, its text taken apart as the wire set it. */
export interface Story {
  /** Number in the collection, from 1. */
  readonly number: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The story as it came over the wire, without its control characters; the capture. */
  readonly wire: string;
  /** Day of 1987 on which it was sent, 'YYYY-MM-DD'. */
  readonly day: string;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly topics: readonly string[];
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** The 19,042 stories that have a title, a body and a date, in order of their numbers. */
export function readStories(): Story[] {
  return readCollection()
    .filter(({ title, body, date }) => title && body && date)
    .filter(({ title, body }) => !`${title}${body}`.includes('\uFFFD'))
    .map(toStory)
    .sort((a, b) => a.number - b.number);
}

function toStory({ id, title = '', body = '', date, ...lists }: RawStory): Story {
  const text = clean(body);
  const paragraphs = paragraphsOf(text);
  const topics = [...(lists.topics ?? []), ...(lists.organisations ?? [])];
  return {
    number: Number(id),
    title: oneLine(clean(title)),
    paragraphs,
    wire: `${clean(title)}\n\n${text}\n`,
    day: dayOf(date),
    people: peopleIn(paragraphs.join('\n')),
    places: [...new Set(lists.places)],
    topics: [...new Set(topics)],
  };
}

function clean(text: string): string {
  return text.replace(/[^\n\P{Cc}]/gu, '').trimEnd();
}

/** A paragraph begins where a line is set in by four places; "Reuter" at the end signs the wire off. */
export function paragraphsOf(body: string): string[] {
  const signedOff = body.replace(/\s+reuters?\s*$/i, '');
  return signedOff
    .split(/\n(?= {4})/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function dayOf(date: string): string {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})-([A-Z]{3})-(\d{4})/.exec(date) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (number === 0) throw new Error(`The collection has a date that cannot be read: ${date}`);
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
