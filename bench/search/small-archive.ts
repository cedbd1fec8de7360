import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type OpenIndex, openIndex } from '../../src/browser/search/engine/open.ts';
import { makeIndex } from '../../src/integrations/search-index/make-index.ts';
import { sha256 } from '../../src/record/hash.ts';
import { formatManifest } from '../../src/record/manifest.ts';
import { sharedRecord } from '../../src/record/shared-record.ts';
import { mdxText } from '../archive/mdx-text.ts';
import { yaml } from '../archive/records.ts';

/** An article of an archive that is made for a measurement. */
export interface SmallArticle {
  /** Path below `articles/`, `1987/a`. */
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly paragraphs: readonly string[];
  readonly people?: readonly string[];
}

/** Opens the search files of a site from the disk, as the worker of the search page does from the web. */
export function openFromDisk(site: string): Promise<OpenIndex> {
  const file = (name: string) =>
    new Uint8Array(gunzipSync(readFileSync(path.join(site, 'search', `${name}.bin`))));
  return openIndex(file('head'), async (name) => file(name));
}

/**
 * Makes an archive, has the build's own steps index it, and opens what the browser would load.
 *
 * @param folder absolute path; what stood there is replaced
 * @param people records of people, id → front matter
 */
export async function indexSmallArchive(
  folder: string,
  articles: readonly SmallArticle[],
  people: ReadonlyMap<string, object> = new Map(),
): Promise<OpenIndex> {
  const content = path.join(folder, 'content');
  rmSync(folder, { recursive: true, force: true });
  const hashes = new Map<string, string>();
  const write = (file: string, text: string) => {
    const target = path.join(content, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    hashes.set(file, sha256(text));
  };
  for (const { id, title, date, paragraphs, people: named = [] } of articles) {
    const capture = `${title}\n\n${paragraphs.join('\n\n')}\n`;
    const fields = {
      ...{ title, date, outlet: 'post', source: 'post', people: named, places: [] },
      capture: { file: `captures/${id}.txt`, sha256: sha256(capture) },
    };
    write(`captures/${id}.txt`, capture);
    write(
      `articles/${id}.mdx`,
      `---\n${yaml(fields)}---\n\n${paragraphs.map(mdxText).join('\n\n')}\n`,
    );
  }
  for (const [id, fields] of people) write(`people/${id}.yml`, yaml(fields));
  write('outlets/post.yml', yaml({ name: 'The Post', code: 'P' }));
  write('sources/post.yml', yaml({ name: 'The Post' }));
  write('archive.yml', yaml(SETTINGS));
  writeFileSync(path.join(content, 'manifest-sha256.txt'), formatManifest(hashes));
  await makeIndex(sharedRecord(content), folder);
  return openFromDisk(folder);
}

const SETTINGS = {
  ...{ title: 'Measured', subtitle: 'An archive', description: 'An archive that is measured.' },
  ...{ language: 'en', baseUrl: 'https://example.org/', publisher: 'Bench' },
  ...{ contact: 'bench@example.org', rights: 'None.', takedown: 'Not published.' },
};
