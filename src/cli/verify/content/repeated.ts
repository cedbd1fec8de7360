import type { ArticleEntry } from '../../../record/types.ts';
import { likeness, sketchOf } from '../../add/duplicates.ts';
import type { ContentRule, Finding } from '../finding.ts';
import { lineOfField } from '../place.ts';

/** Share of common word sequences from which two texts of one outlet are one text. */
const SAME = 0.5;
/** Sequences that more articles than this have are formulas, and say nothing. */
const COMMON = 40;

/** No outlet has one text twice. The same story in another outlet is none of this: it is shown as such. */
export const repeatedRule: ContentRule = ({ folder, record }) => {
  const { articles } = record;
  const sketches = articles.map(({ body }) =>
    sketchOf(body.blocks.map(({ text }) => text).join(' ')),
  );
  const holders = new Map<number, number[]>();
  for (const [at, sketch] of sketches.entries()) {
    for (const hash of sketch) holders.set(hash, [...(holders.get(hash) ?? []), at]);
  }
  const findings: Finding[] = [];
  for (const [at, article] of articles.entries()) {
    const others = new Set<number>();
    for (const hash of sketches[at] ?? []) {
      const list = holders.get(hash) ?? [];
      if (list.length <= COMMON) for (const other of list) if (other < at) others.add(other);
    }
    for (const index of [...others].sort((a, b) => a - b)) {
      const other = articles[index];
      if (other === undefined || other.data.outlet !== article.data.outlet) continue;
      const alike = likeness(sketches[at] ?? [], sketches[index] ?? []);
      if (alike >= SAME) findings.push(repeats(article, other, alike, folder));
    }
  }
  return findings;
};

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
