import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { Kind } from './archive-files.ts';

/** Writes a file of a content folder. */
export function write(content: string, file: string, text: string): void {
  const name = path.join(content, file);
  mkdirSync(path.dirname(name), { recursive: true });
  writeFileSync(name, text);
}

/** Writes `archive.yml`. */
export function writeSettings(content: string, settings: Record<string, string> = {}): void {
  const data = {
    title: 'The harbour papers',
    subtitle: 'A small archive',
    description: 'Invented articles on a harbour that is nowhere.',
    language: 'en',
    baseUrl: 'https://harbour.example.net/',
    publisher: 'Nobody in particular',
    contact: 'nobody@harbour.example.net',
    rights: 'These texts were invented for a test; they are free for any use (CC0).',
    takedown: 'Write to the address on this page.',
    // They take a second to draw, and the shipped archive has them all.
    cards: 'none',
    ...settings,
  };
  write(content, 'archive.yml', stringify(data));
}

/** Writes an authority record. */
export function writeRecord(content: string, kind: Kind, id: string, data: object): void {
  write(content, `${kind}/${id}.yml`, stringify(data));
}

/** Writes an article and the capture that holds its headline and text. */
export function writeArticle(
  content: string,
  id: string,
  fields: { title: string; [field: string]: unknown },
  body: string,
): void {
  const capture = `${fields.title}\n\n${body}\n`;
  const file = `captures/${id}.txt`;
  write(content, file, capture);
  const sha256 = createHash('sha256').update(capture).digest('hex');
  const data = { people: [], places: [], ...fields, capture: { file, sha256 } };
  write(content, `articles/${id}.mdx`, `---\n${stringify(data)}---\n\n${body}\n`);
}

/** Writes an archive of one article, on one person in one place. */
export function writeOneArticle(content: string): void {
  writeSettings(content);
  writeRecord(content, 'outlets', 'harbour-post', { name: 'The Harbour Post', code: 'HP' });
  writeRecord(content, 'sources', 'harbour-post', { name: 'The Harbour Post', kind: 'newspaper' });
  writeRecord(content, 'people', 'ann-teller', { name: 'Ann Teller' });
  writeRecord(content, 'places', 'northport', { name: 'Northport', kind: 'town' });
  writeArticle(
    content,
    '1999/crane-falls-silent',
    {
      title: 'Crane falls silent',
      date: '1999-05-04',
      outlet: 'harbour-post',
      source: 'harbour-post',
      people: ['ann-teller'],
      places: ['northport'],
    },
    'The last crane of Northport stood still on Tuesday, said Ann Teller, who had driven it.',
  );
}
