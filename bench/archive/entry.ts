import { sha256 } from '../../src/record/hash.ts';
import type { Story } from '../reuters/story.ts';
import { dayOf } from './dates.ts';
import { mdxText } from './mdx-text.ts';
import { outletOf, yaml } from './records.ts';

/** The two files of an article, with its id. */
export interface EntryFiles {
  readonly id: string;
  readonly entry: string;
  readonly capture: string;
}

/** Writes a story as an article and its capture. */
export function entryOf(story: Story, copy: number, dense: boolean): EntryFiles {
  const date = dayOf(story, copy, dense);
  const id = `${date.slice(0, 4)}/${slugOf(story.title, story.number, copy)}`;
  const fields = {
    title: story.title,
    date,
    outlet: outletOf(story.number + copy),
    source: 'reuters',
    people: story.people,
    places: story.places,
    ...(story.topics.length > 0 && { topics: story.topics }),
    capture: { file: `captures/${id}.txt`, sha256: sha256(story.wire) },
    rights: 'http://rightsstatements.org/vocab/InC/1.0/',
  };
  const body = story.paragraphs.map(mdxText).join('\n\n');
  return { id, entry: `---\n${yaml(fields)}---\n\n${body}\n`, capture: story.wire };
}

function slugOf(title: string, number: number, copy: number): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return [words, number, copy || ''].filter((part) => part !== '').join('-');
}
