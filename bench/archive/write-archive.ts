import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../src/record/hash.ts';
import { formatManifest } from '../../src/record/manifest.ts';
import { readStories } from '../reuters/story.ts';
import { choose } from './choose.ts';
import { entryOf } from './entry.ts';
import { recordFiles, yaml } from './records.ts';

/** What an archive for the bench is made of. */
export interface ArchivePlan {
  readonly articles: number;
  /** Absolute path of the folder; what stands there is replaced. */
  readonly out: string;
  /** Leave all stories in 1987 rather than spreading them over twenty years. */
  readonly dense: boolean;
}

/** Writes a content folder out of the Reuters-21578 collection; the same plan gives the same bytes. */
export function writeArchive({ articles, out, dense }: ArchivePlan): void {
  rmSync(out, { recursive: true, force: true });
  const hashes = new Map<string, string>();
  const made = new Set<string>();
  const write = (file: string, text: string) => {
    const target = path.join(out, file);
    const folder = path.dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(target, text);
    hashes.set(file, sha256(text));
  };

  const [places, topics] = [new Set<string>(), new Set<string>()];
  const stories = choose(readStories(), articles);
  for (const { item: story, copy } of stories) {
    const { id, entry, capture } = entryOf(story, copy, dense);
    write(`articles/${id}.mdx`, entry);
    write(`captures/${id}.txt`, capture);
    for (const place of story.places) places.add(place);
    for (const topic of story.topics) topics.add(topic);
  }
  for (const [file, text] of recordFiles({ places, topics })) write(file, text);
  write('archive.yml', yaml(SETTINGS));
  writeFileSync(path.join(out, 'manifest-sha256.txt'), formatManifest(hashes));
}

const SETTINGS = {
  title: 'The Wire',
  subtitle: 'Stories of the Reuters-21578 collection',
  description: 'Stories of the Reuters-21578 collection, for measuring how an archive grows.',
  language: 'en',
  baseUrl: 'https://example.org/',
  publisher: 'Bench',
  contact: 'bench@example.org',
  rights: 'The stories are in copyright of Reuters; the collection is for research.',
  takedown: 'This archive is made for measuring and is not published.',
};
