import { KIND_WORDS } from '../../../model/kinds.ts';
import { countWords } from '../../../model/lists/count-words.ts';
import type { Reason } from '../../../model/search/plan/part.ts';
import { isEmpty, type SearchState } from '../../../model/search/state.ts';
import type { PartRead, Results } from '../protocol.ts';

/** How much was found, in a sentence for the live region. */
export function tally(results: Results, state: SearchState): string {
  const { total, whole, articles, parts } = results;
  if (isEmpty(state))
    return `All ${countWords(articles, 'article')}, newest first. Type words, or narrow them.`;
  if (total === 0) return 'No article found. These ways lead on:';
  if (parts.length < 2) return `${countWords(total, 'article')} found.`;
  if (whole === total) return `${countWords(total, 'article')} found with all words.`;
  if (whole === 0) {
    return `No article has all of these words; ${countWords(total, 'article')} found with some of them.`;
  }
  return `${countWords(total, 'article')} found: ${whole} with all words, ${total - whole} with some.`;
}

/** What was read in another way than typed; one sentence each. */
export function readings({ parts, cards, dropped, unknownFields }: Results): string[] {
  const sentences = parts.flatMap((part) => readingOf(part, cards) ?? []);
  if (dropped.length > 0) {
    sentences.push(
      `Left out as too common: ${dropped.map((word) => `“${word}”`).join(', ')}. Put words in quotation marks to keep them.`,
    );
  }
  for (const field of unknownFields) {
    sentences.push(`The archive has nothing under “${field}”, so nothing is found there.`);
  }
  return sentences;
}

function readingOf({ typed, reading }: PartRead, cards: Results['cards']): string | undefined {
  switch (reading.kind) {
    case 'name': {
      if (reading.readAs === undefined) return undefined;
      const name = cards.length === 1 ? cards[0]?.name : undefined;
      const of = name !== undefined && name !== reading.readAs ? `, a spelling of ${name}` : '';
      return `“${typed}” was read as “${reading.readAs}”${of}.`;
    }
    case 'corrected':
      return `No article has “${typed}”. Searched for ${listed(reading.as)} instead.`;
    case 'inflected':
      return `No article has “${typed}” itself. Searched for ${listed(reading.as)}.`;
    case 'sounds':
      return `No article has “${typed}”. Searched for what sounds like it: ${listed(reading.as)}.`;
    case 'spellings':
      return `“${typed}” is also searched for as ${listed(reading.as)}, which sounds the same.`;
    case 'year':
      return `“${typed}” finds articles dated in that year, and those that name it.`;
    case 'nothing':
      return `No article has ${typed.startsWith('“') ? typed : `“${typed}”`}, nor anything like it.`;
    case 'words':
      return undefined;
  }
}

function listed(forms: readonly string[]): string {
  return forms.map((form) => `“${form}”`).join(' or ');
}

/** Why a result is one, where it does not hold what was typed. */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'lacks':
      return `without “${reason.typed.replace(/[“”]/g, '')}”`;
    case 'holds':
      return `found under the spelling ${listed(reason.forms)}`;
    case 'listed':
      return `catalogued under ${reason.name}`;
    case 'dated':
      return `dated ${reason.typed}`;
    case 'typed':
      return '';
  }
}

/** Heading of a record's card: "Person". */
export function kindWord(kind: keyof typeof KIND_WORDS): string {
  return KIND_WORDS[kind].label;
}
