import { type GivenArticle, unpackGiven } from './given.ts';
import type { OrderedRows } from './index-columns.ts';
import type { KeyWordTable } from './key-words.ts';
import type { Asked } from './order.ts';
import type { PackedFiles } from './packed-files.ts';
import { AT_ONCE } from './read-rows.ts';
import { type Credits, storedArticle } from './stored-article.ts';
import type { TextFile } from './text-files.ts';

interface Shown extends OrderedRows {
  readonly credits: Credits;
  readonly keys: KeyWordTable;
}

/** Writes the files of articles as results show them; texts are asked for, some files at a time. */
export async function writeTexts(
  files: readonly TextFile[],
  shown: Shown,
  out: PackedFiles,
  asked: Asked,
): Promise<void> {
  const wanted = files.flatMap(({ first, end, key }, at) =>
    out.enter(`texts-${at}`, key) ? [] : [{ name: `texts-${at}`, first, end }],
  );
  for (let from = 0, to = 0; from < wanted.length; from = to) {
    let docs = 0;
    for (; to < wanted.length && docs < AT_ONCE; to++) {
      docs += (wanted[to]?.end ?? 0) - (wanted[to]?.first ?? 0);
    }
    const some = wanted.slice(from, to);
    const numbers = some.flatMap(({ first, end }) => [...shown.order.subarray(first, end)]);
    const articles = unpackGiven(await asked.articles(Uint32Array.from(numbers)));
    for (const { name, first, end } of some) {
      const stored = Array.from({ length: end - first }, (_, at) =>
        storedArticle(idOf(shown, first + at), next(articles), {
          language: shown.language(first + at),
          credits: shown.credits,
          keys: shown.keys.of(first + at),
        }),
      );
      out.write(name, JSON.stringify(stored));
    }
  }
}

function idOf({ rows, order }: OrderedRows, doc: number): string {
  return rows.lines[order[doc] ?? 0]?.split('\t')[0] ?? '';
}

function next(articles: Generator<GivenArticle>): GivenArticle {
  const { value, done } = articles.next();
  if (done) throw new Error('Fewer articles were given than were asked for.');
  return value;
}
