import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Story } from '../reuters/story.ts';

/** A question with the stories that answer it: 2 where it is what they are about, 1 where they touch it. */
export interface Judged {
  readonly question: string;
  /** By number of the story. */
  readonly grades: ReadonlyMap<number, number>;
}

/** Stories that answer a question at most; of more, any ranking would find ten. */
const MOST = 60;

/** Words at the beginning of a story that tell what it is about. */
const HEAD = 60;

function lines(file: string): string[] {
  return readFileSync(path.join(import.meta.dirname, 'questions', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Questions about events, judged by rules over the texts. */
export function eventQuestions(stories: readonly Story[]): Judged[] {
  const texts = stories.map(({ number, title, paragraphs }) => {
    const text = [title, ...paragraphs].join(' ').toLowerCase().replace(/\s+/g, ' ');
    return { number, text, head: text.split(' ').slice(0, HEAD).join(' ') };
  });
  return lines('events.txt').flatMap((line) => {
    const at = line.indexOf('|');
    const rules = line
      .slice(at + 1)
      .split(' & ')
      .map((rule) => new RegExp(rule.trim()));
    const holds = (text: string) => rules.every((rule) => rule.test(text));
    const grades = new Map(
      texts
        .filter(({ text }) => holds(text))
        .map(({ number, head }) => [number, holds(head) ? 2 : 1]),
    );
    const isUsable = grades.size >= 2 && grades.size <= MOST && [...grades.values()].includes(2);
    return isUsable ? [{ question: line.slice(0, at), grades }] : [];
  });
}

/** Normalized discounted cumulative gain of the first ten. */
export function ndcg(found: readonly number[], { grades }: Judged): number {
  const gain = (list: readonly number[]) =>
    list.slice(0, 10).reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);
  const best = gain([...grades.values()].sort((a, b) => b - a));
  return gain(found.map((number) => grades.get(number) ?? 0)) / best;
}
