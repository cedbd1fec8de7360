import { columnsOfVersion, readColumns } from '../../../model/search/files/columns.ts';
import { fileWith, readHead, type StoredArticle } from '../../../model/search/files/head.ts';
import { readPositions, readShard, type Shard } from '../../../model/search/files/terms.ts';
import {
  type KnownWord,
  readStems,
  readVocabulary,
} from '../../../model/search/files/vocabulary.ts';
import { NameDirectory } from '../../../model/search/names/directory.ts';
import { soundGroup } from '../../../model/search/names/sounds.ts';
import type { Library, PlacedTerm } from '../../../model/search/plan/library.ts';
import { corpusOf } from '../../../model/search/rank/score.ts';
import { type Stemmer, stemmerFor } from '../../../model/search/text/stemmers.ts';
import { formOf, plainOf } from '../../../model/search/text/words.ts';
import type { FetchFile } from './files.ts';

/** An index that has been opened: its library, and the texts of articles. */
export interface OpenIndex {
  readonly library: Library;
  readonly article: (number: number) => Promise<StoredArticle | undefined>;
}

/**
 * Opens an index.
 *
 * @param headBytes its first file, unpacked
 * @throws when a file of it can't be read or had
 */
export async function openIndex(headBytes: Uint8Array, fetchFile: FetchFile): Promise<OpenIndex> {
  const { head, names } = readHead(headBytes);
  const { records } = names();
  const columns = readColumns(await columnsFile(head.id, fetchFile));
  const files = new Map<string, Promise<Uint8Array>>();
  const file = (name: string) => once(files, name, () => fetchFile(name, head.id));
  const shards = new Map<string, Promise<Shard>>();
  const shard = (at: number) =>
    once(shards, String(at), async () =>
      readShard(await file(`words-${at}`), head.words[at] ?? ''),
    );
  const words = new Map<string, Promise<KnownWord[]>>();
  const vocabulary = (group: string) =>
    once(words, group, async () => readVocabulary(await file(`vocabulary-${group}`)));
  const stems = new Map<string, Promise<string[]>>();
  const stemsOf = (group: string) =>
    once(stems, group, async () => {
      const [known, bytes] = await Promise.all([vocabulary(group), file(`stems-${group}`)]);
      return readStems(bytes, known);
    });
  const texts = new Map<string, Promise<StoredArticle[]>>();
  const stemmers = new Map<string, Promise<Stemmer>>();

  return {
    library: {
      languages: head.languages,
      columns,
      corpus: corpusOf(columns.lengths),
      directory: new NameDirectory(records),
      stopWords: new Set(head.stopWords),
      async vocabulary(near) {
        const group = near === undefined ? undefined : soundGroup(near);
        const groups = head.vocabulary.filter((one) => group === undefined || one === group);
        return (await Promise.all(groups.map(vocabulary))).flat();
      },
      async sameStem(typed) {
        const asked = head.languages.map((one) => once(stemmers, one, () => stemmerFor(one)));
        // Without the module of a language a word is still found as it is typed.
        const had = await Promise.allSettled(asked);
        const plain = plainOf(typed);
        const wanted = new Set(
          had.flatMap((one) => (one.status === 'fulfilled' ? one.value(plain) : [])),
        );
        // What a stem begins with can differ from its words: Arabic articles stand before it.
        const near = new Set([formOf(typed), ...wanted].map(soundGroup));
        const groups = head.vocabulary.filter((one) => near.has(one));
        const found = await Promise.all(
          groups.map(async (group) => {
            const [known, stems] = await Promise.all([vocabulary(group), stemsOf(group)]);
            return known.filter((_, at) => wanted.has(stems[at] ?? ''));
          }),
        );
        return found.flat();
      },
      async term(form): Promise<PlacedTerm | undefined> {
        if (head.words.length === 0) return undefined;
        let at = fileWith(head.words, form);
        let place = (await shard(at)).forms.get(form);
        if (place !== undefined && 'shard' in place) {
          at = place.shard;
          place = (await shard(at)).forms.get(form);
        }
        if (place === undefined || 'shard' in place) return undefined;
        const number = place.term;
        const term = (await shard(at)).terms[number];
        return (
          term && {
            term,
            isName: place.isName,
            places: async () => readPositions(await file(`places-${at}`), number, term.docs.length),
          }
        );
      },
    },
    async article(number) {
      const at = fileWith(head.texts, number);
      const stored = await once(texts, String(at), async () =>
        readJson<StoredArticle[]>(await file(`texts-${at}`)),
      );
      return stored[number - (head.texts[at] ?? 0)];
    },
  };
}

/** The columns of a version; what came along with the head may be of another build, and is asked for again then. */
async function columnsFile(version: string, fetchFile: FetchFile): Promise<Uint8Array> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const columns = columnsOfVersion(await fetchFile('columns', version), version);
    if (columns !== undefined) return columns;
  }
  throw new Error('The columns belong to another index.');
}

/** What was begun once is not begun again, unless it failed. */
function once<Value>(
  begun: Map<string, Promise<Value>>,
  key: string,
  begin: () => Promise<Value>,
): Promise<Value> {
  let value = begun.get(key);
  if (value === undefined) {
    value = begin().catch((error: unknown) => {
      begun.delete(key);
      throw error;
    });
    begun.set(key, value);
  }
  return value;
}

function readJson<Value>(bytes: Uint8Array): Value {
  return JSON.parse(new TextDecoder().decode(bytes)) as Value;
}
