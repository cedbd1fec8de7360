import type { Reading } from '../../capture/reading.ts';
import { wordsOf } from '../../compile/passage.ts';
import type { Context } from './context.ts';

/** Who and what an article names. */
export interface FoundNames {
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** Capitalised names that no record knows, most frequent first. */
  readonly unknown: readonly string[];
}

/** The people and places of the records in headline, text and captions, by every spelling. */
export function findNames(
  title: string,
  reading: Reading,
  { findNames: find }: Context,
): FoundNames {
  const owners = new Set<string>();
  const unknown = new Map<string, number>();
  for (const text of [title, ...reading.passages.flatMap(wordsOf)]) {
    const mentions = find(text);
    for (const { owner } of mentions) owners.add(owner);
    if (text === title) continue;
    for (const name of capitalisedNames(text)) {
      const known = mentions.some(
        (mention) => mention.text.includes(name) || name.includes(mention.text),
      );
      if (!known) unknown.set(name, (unknown.get(name) ?? 0) + 1);
    }
  }
  const idsOf = (kind: string) =>
    [...owners]
      .filter((owner) => owner.startsWith(kind))
      .map((owner) => owner.slice(kind.length))
      .sort();
  return {
    people: idsOf('people/'),
    places: idsOf('places/'),
    unknown: [...unknown].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name),
  };
}

const LINKS = '(?:of|the|de|da|van|von|der|and|al|bin|del|la)';
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{M}’'-]+(?: (?:${LINKS} ){0,2}\\p{Lu}[\\p{L}\\p{M}’'.-]*)*`,
  'gu',
);
const COMMON =
  /^(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|January|February|March|April|May|June|July|August|September|October|November|December|President|Prime Minister|Minister|I|Mr|Mrs|Ms|Dr)$/;

/** Names by their capitals; the first word of a sentence counts only with another after it. */
function capitalisedNames(text: string): string[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const name = match[0]
      .replace(/['’]s?$/, '')
      .replace(/(?<=[\p{L}\p{M}]{3})\.$/u, '')
      .replace(/^(?:The|A|An|In|On|At|But|And|For) /, '');
    const begins = /(?:^|[.!?:]["”’)]*\s+|["“«(])$/.test(text.slice(0, match.index));
    return (begins && !name.includes(' ')) || COMMON.test(name) ? [] : [name];
  });
}
