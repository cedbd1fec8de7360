import { type KnownWord, writeVocabulary } from '../../model/search/files/vocabulary.ts';
import { soundGroup } from '../../model/search/names/sounds.ts';
import type { FormCounts, WordIndex } from './index-words.ts';

/** Share of a form's places inside of passages that must have a capital for it to be a name. */
const CAPITALS = 0.6;

/** Articles up to which a form that capitals tell nothing of is taken for a name. */
const FEW = 3;

/** Scripts that have capitals. */
const CASED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** Whether a form is mostly written with a capital, as names are, or may be a name for all that is known. */
export function isName(
  form: string,
  counts: Pick<FormCounts, 'capital' | 'all' | 'docs'> | undefined,
): boolean {
  if (counts === undefined) return false;
  if (!CASED.test(form)) return true;
  return counts.all === 0 ? counts.docs <= FEW : counts.capital >= counts.all * CAPITALS;
}

/** The words of an archive by what they sound like, a file a group. */
export function vocabularyFiles({ forms }: WordIndex): Map<string, Uint8Array<ArrayBuffer>> {
  const groups = new Map<string, KnownWord[]>();
  for (const form of [...forms.keys()].sort()) {
    if (/\d/.test(form) || form.length < 3) continue;
    const counts = forms.get(form);
    const group = soundGroup(form);
    const list = groups.get(group) ?? [];
    list.push({ form, docs: counts?.docs ?? 0, isName: isName(form, counts) });
    groups.set(group, list);
  }
  return new Map([...groups].sort().map(([group, words]) => [group, writeVocabulary(words)]));
}
