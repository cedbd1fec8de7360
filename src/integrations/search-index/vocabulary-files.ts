import {
  type KnownWord,
  writeStems,
  writeVocabulary,
} from '../../model/search/files/vocabulary.ts';
import { soundGroup } from '../../model/search/names/sounds.ts';
import { isSign } from '../../model/search/text/words.ts';
import type { FormsInTexts } from './index-words.ts';

/** Share of a form's places inside of passages that must have a capital for it to be a name. */
const CAPITALS = 0.6;

/** Articles up to which a form that capitals tell nothing of is taken for a name. */
const FEW = 3;

/** Scripts that have capitals. */
const CASED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** Whether a form is mostly written with a capital, as names are, or may be a name for all that is known. */
export function isName(number: number, { texts, counts }: FormsInTexts): boolean {
  if (!CASED.test(texts[number] ?? '')) return true;
  const inside = counts.inside[number] ?? 0;
  return inside === 0
    ? (counts.docs[number] ?? 0) <= FEW
    : (counts.capital[number] ?? 0) >= inside * CAPITALS;
}

/** A file of words, and beside it their stems. */
export interface VocabularyFile {
  readonly words: Uint8Array<ArrayBuffer>;
  readonly stems: Uint8Array<ArrayBuffer>;
}

/** The words of an archive by what they sound like, a file a group. */
export function vocabularyFiles(forms: FormsInTexts): Map<string, VocabularyFile> {
  const { texts, sorted, counts, isOwn, stemOf } = forms;
  const groups = new Map<string, { words: KnownWord[]; stems: string[] }>();
  for (const number of sorted) {
    const form = texts[number] ?? '';
    if (/\d/.test(form) || form.length < 3 || isSign(form) || isOwn[number] !== 1) continue;
    const group = soundGroup(form);
    const { words, stems } = groups.get(group) ?? { words: [], stems: [] };
    groups.set(group, { words, stems });
    words.push({ form, docs: counts.docs[number] ?? 0, isName: isName(number, forms) });
    stems.push(stemOf(number));
  }
  return new Map(
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, { words, stems }]) => [
        group,
        { words: writeVocabulary(words), stems: writeStems(words, stems) },
      ]),
  );
}
