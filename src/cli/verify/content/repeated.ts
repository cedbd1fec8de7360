import { hash } from 'node:crypto';
import { shinglesOf } from '../../../model/shingles.ts';
import type { ArticleEntry } from '../../../record/types.ts';
import type { ContentRule, Finding } from '../finding.ts';
import { lineOfField } from '../place.ts';

/** Share of common word sequences from which two texts of one outlet are one text. */
const SAME = 0.5;
/** Sequences that more articles than this have are formulas, and say nothing. */
const COMMON = 40;

/** Words of a sequence, and sequences kept of each text; from so many, an estimate is a tenth off. */
const [WORDS, KEPT] = [4, 96];

/** No outlet has one text twice. The same story in another outlet is none of this: it is shown as such. */
export const repeatedRule: ContentRule = ({ folder, record }) => {
  const { articles } = record;
  const sketches = articles.map(({ body }) =>
    sketchOf(body.blocks.map(({ text }) => text).join(' ')),
  );
  const holders = new Map<string, number[]>();
  for (const [at, sketch] of sketches.entries()) {
    for (const least of sketch) {
      const list = holders.get(least);
      if (list) list.push(at);
      else holders.set(least, [at]);
    }
  }
  return articles.flatMap((article, at) => {
    const shared = new Map<number, number>();
    for (const least of sketches[at] ?? []) {
      const list = holders.get(least) ?? [];
      if (list.length > COMMON) continue;
      for (const other of list) if (other < at) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared]
      .sort(([a], [b]) => a - b)
      .flatMap(([index, count]) => {
        const other = articles[index];
        const alike = count / Math.min(sketches[at]?.length ?? 0, sketches[index]?.length ?? 0);
        const isSame = other?.data.outlet === article.data.outlet && alike >= SAME;
        return other && isSame ? [repeats(article, other, alike, folder)] : [];
      });
  });
};

/** The least hashes of a text's sequences: texts alike have them in common (bottom-k MinHash, Broder 1997). */
function sketchOf(text: string): string[] {
  const hashes = new Set(shinglesOf(text, WORDS).map((words) => hash('sha1', words, 'base64')));
  return [...hashes].sort().slice(0, KEPT);
}

function repeats(
  { file, data }: ArticleEntry,
  other: ArticleEntry,
  alike: number,
  folder: string,
): Finding {
  const same =
    data.capture.sha256 === other.data.capture.sha256
      ? 'the same capture'
      : `nearly the same text (${Math.round(alike * 100)} %)`;
  return {
    file,
    advice: true,
    line: lineOfField(folder, file, ['title']),
    what: `${other.file}, of the same outlet, has ${same}.`,
    why: 'Counts and lists show one article as two.',
    remedy:
      'Keep one and give it the other’s address under “aliases”, unless the outlet did publish it twice.',
  };
}
