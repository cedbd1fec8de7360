import type { Reading } from '../../capture/reading.ts';
import { wordsOf } from '../../compile/passage.ts';
import type { Context } from './context.ts';

/** Who and what an article names. */
export interface FoundNames {
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** Capitalised names that no record knows, the most frequent of them. */
  readonly unknown: readonly string[];
}

/** The people and places of the records in headline, text and captions, by every spelling. */
export function findNames(
  title: string,
  reading: Reading,
  { findNames: find }: Context,
): FoundNames {
  const owners = new Set<string>();
  const spellings = new Set<string>();
  const named = new Map<string, number>();
  for (const text of [title, ...reading.passages.flatMap(wordsOf)]) {
    const mentions = find(text);
    for (const { owner, text: spelling } of mentions) {
      owners.add(owner);
      spellings.add(spelling);
    }
    if (text === title) continue;
    for (const name of capitalisedNames(text)) named.set(name, (named.get(name) ?? 0) + 1);
  }
  const idsOf = (kind: string) =>
    [...owners]
      .filter((owner) => owner.startsWith(kind))
      .map((owner) => owner.slice(kind.length))
      .sort();
  return {
    people: idsOf('people/'),
    places: idsOf('places/'),
    unknown: unknownOf(named, spellings),
  };
}

/** The most frequent names that no spelling found in the text holds, and that hold none. */
function unknownOf(named: ReadonlyMap<string, number>, spellings: ReadonlySet<string>): string[] {
  const unknown: string[] = [];
  const inOrder = [...named].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  for (const [name] of inOrder.slice(0, MOST_ASKED)) {
    const isKnown = [...spellings].some((known) => known.includes(name) || name.includes(known));
    if (!isKnown && unknown.push(name) >= MOST_NAMES) break;
  }
  return unknown;
}

/** How many names are told, and among how many they are looked for. */
const [MOST_NAMES, MOST_ASKED] = [15, 1000];

const LINKS = '(?:of|the|de|da|van|von|der|and|al|bin|del|la)';
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{M}’'-]+(?: (?:${LINKS} ){0,2}\\p{Lu}[\\p{L}\\p{M}’'.-]*)*`,
  'gu',
);
const COMMON =
  /^(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|January|February|March|April|May|June|July|August|September|October|November|December|President|Prime Minister|Minister|I|Mr|Mrs|Ms|Dr)$/;

/** What stands before the first word of a sentence or a quotation, and how far back that is looked for. */
const BEGINS = /(?:[.!?:]["”’)]*\s+|["“«(])$/;
const BEFORE = 12;
/** What has more letters is no name. */
const LONGEST = 100;

/** Names by their capitals; the first word of a sentence counts only with another after it. */
function capitalisedNames(text: string): string[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const name = match[0]
      .replace(/['’]s?$/, '')
      .replace(/(?<=[\p{L}\p{M}]{3})\.$/u, '')
      .replace(/^(?:The|A|An|In|On|At|But|And|For) /, '');
    const begins =
      match.index === 0 || BEGINS.test(text.slice(Math.max(0, match.index - BEFORE), match.index));
    const isNone = name.length > LONGEST || COMMON.test(name);
    return isNone || (begins && !name.includes(' ')) ? [] : [name];
  });
}
