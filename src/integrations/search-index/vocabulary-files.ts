import { type KnownWord, writeVocabulary } from '../../model/search/files/vocabulary.ts';
import { soundGroup } from '../../model/search/names/sounds.ts';
import type { FormCounts, WordIndex } from './index-words.ts';

/** Share of a form's places inside of passages that must have a capital for it to be a name. */
const CAPITALS = 0.6;

/** Whether a form is mostly written with a capital, as names are. */
export function isName(counts: Pick<FormCounts, 'capital' | 'all'> | undefined): boolean {
  return counts !== undefined && counts.capital >= counts.all * CAPITALS;
}

/** The words of an archive by what they sound like, a file a group. */
export function vocabularyFiles({ forms }: WordIndex): Map<string, Uint8Array<ArrayBuffer>> {
  const groups = new Map<string, KnownWord[]>();
  for (const form of [...forms.keys()].sort()) {
    if (/\d/.test(form) || form.length < 3) continue;
    const counts = forms.get(form);
    const group = soundGroup(form);
    const list = groups.get(group) ?? [];
    list.push({ form, docs: counts?.docs ?? 0, isName: isName(counts) });
    groups.set(group, list);
  }
  return new Map([...groups].sort().map(([group, words]) => [group, writeVocabulary(words)]));
}
