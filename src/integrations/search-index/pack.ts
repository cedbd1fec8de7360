import { createHash } from 'node:crypto';
import { type Columns, withVersion, writeColumns } from '../../model/search/files/columns.ts';
import { type Head, writeHead } from '../../model/search/files/head.ts';
import type { NamesFile } from '../../model/search/names/records.ts';
import type { OrderedRows } from './index-columns.ts';
import type { FormsInTexts, WordIndex } from './index-words.ts';
import type { KeyWords } from './key-words.ts';
import { listAt } from './numbers.ts';
import type { Ask } from './order.ts';
import { PackedFiles } from './packed-files.ts';
import { wordFiles } from './shards.ts';
import type { Credits } from './stored-article.ts';
import { textFiles } from './text-files.ts';
import { isName, type SoundGroups, vocabularyFiles } from './vocabulary-files.ts';
import { writeTexts } from './write-texts.ts';

/** Everything that a search needs, ready to be written. */
export interface SearchFiles extends OrderedRows {
  readonly columns: Columns;
  readonly credits: Credits;
  readonly keys: (doc: number) => KeyWords;
  readonly names: NamesFile;
  readonly words: WordIndex;
  readonly groups: SoundGroups;
}

/**
 * Writes the files that the reader's browser searches.
 *
 * @param standing files that stand on the site: those that would come out alike are not written
 * @returns a line a file: its name, a tab, its key
 */
export async function writeSearchFiles(
  files: SearchFiles,
  { folder, standing, ask }: { folder: string; standing: string; ask: Ask },
): Promise<string> {
  const { order, rows, columns, names, words } = files;
  const out = new PackedFiles(folder, standing);
  const whole = createHash('sha256');
  const put = (name: string, bytes: Uint8Array) => {
    whole.update(`${name} ${out.put(name, bytes)}\n`);
  };
  const terms = wordFiles(words.terms, (form) => isNamed(form, words.forms));
  for (const [at, file] of terms.files.entries()) {
    put(`words-${at}`, file.words());
    put(`places-${at}`, file.positions());
  }
  const texts = textFiles(
    order.map((row) => rows.sizes[row] ?? 0),
    (doc) => shown(doc, files),
  );
  for (const [at, { key }] of texts.entries()) whole.update(`texts-${at} ${key}\n`);
  await writeTexts(texts, files, out, ask);
  const vocabulary = vocabularyFiles(words.forms, files.groups);
  for (const [group, bytes] of vocabulary) put(`vocabulary-${group}`, bytes);

  const columnBytes = writeColumns(columns);
  const head: Head = {
    format: 2,
    id: whole.update(columnBytes).update(JSON.stringify(names)).digest('hex').slice(0, 12),
    articles: order.length,
    languages: [...new Set(Array.from(order.keys(), files.language))].sort(),
    words: terms.firsts,
    texts: texts.map(({ first }) => first),
    vocabulary: [...vocabulary.keys()],
  };
  out.put('head', writeHead(head, names));
  out.put('columns', withVersion(head.id, columnBytes));
  return out.lines();
}

function isNamed(form: string, forms: FormsInTexts): boolean {
  const number = forms.number(form);
  return number !== undefined && isName(form, number, forms);
}

/** All that a result shows of an article; its entry is told by its digest. */
function shown(doc: number, { rows, order, tables, credits, keys, language }: SearchFiles): string {
  const row = order[doc] ?? 0;
  const credited = Array.from(listAt(rows.refs, row), (ref) =>
    credits.get(tables.refs.texts[ref] ?? ''),
  );
  return [rows.lines[row], language(doc), JSON.stringify([credited, keys(doc)])].join('\n');
}
