import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './built-site.ts';

export const KINDS = ['people', 'places', 'outlets', 'sources', 'topics'] as const;
export type Kind = (typeof KINDS)[number];

/** What these tests use of an article's front matter. */
export interface ArticleFile {
  /** `<year>/<slug>`. */
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly date: string;
  readonly outlet: string;
  readonly source: string | string[];
  readonly people: string[];
  readonly places: string[];
  readonly topics?: string[];
  readonly language?: string;
  readonly note?: string;
  readonly capture: { file: string; sha256: string };
  readonly supplied?: Record<string, { evidence: string }>;
}

/** What these tests use of an authority record. */
export interface RecordFile {
  readonly kind: Kind;
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly description?: string;
  readonly variants?: { spelling: string; language: string; is: string }[];
  readonly evidence?: Record<string, string>;
}

/** A content folder, read by these tests on their own, so that they do not repeat a fault of src. */
export interface ArchiveFiles {
  readonly folder: string;
  readonly settings: Record<string, string>;
  readonly articles: readonly ArticleFile[];
  readonly records: readonly RecordFile[];
}

/** Reads a content folder. */
export function readArchiveFiles(folder: string): ArchiveFiles {
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const articles = list(path.join(folder, 'articles'), '.mdx').map((file) => {
    const [, yaml = ''] = /^---\n(.*?)\n---\n/s.exec(read(`articles/${file}`)) ?? [];
    const id = file.slice(0, -'.mdx'.length);
    return { ...parse(yaml), id, address: `/articles/${id}.html` } as ArticleFile;
  });
  const records = KINDS.flatMap((kind) =>
    list(path.join(folder, kind), '.yml').map((file) => {
      const id = file.slice(0, -'.yml'.length);
      const data = parse(read(`${kind}/${file}`));
      return { ...data, kind, id, address: `/${kind}/${id}.html` } as RecordFile;
    }),
  );
  return { folder, settings: parse(read('archive.yml')), articles, records };
}

/** The content folder of the shipped archive. */
export function shippedArchive(): ArchiveFiles {
  return readArchiveFiles(path.join(ROOT, 'content'));
}

/** `kind/id` of every record that an article refers to. */
export function recordsOf(article: ArticleFile): string[] {
  return [
    `outlets/${article.outlet}`,
    ...[article.source].flat().map((id) => `sources/${id}`),
    ...article.people.map((id) => `people/${id}`),
    ...article.places.map((id) => `places/${id}`),
    ...(article.topics ?? []).map((id) => `topics/${id}`),
  ];
}

function list(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith(ending))
    .sort();
}
