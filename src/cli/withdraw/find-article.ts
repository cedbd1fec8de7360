import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEdtf } from '../../model/date/parse.ts';
import { nearest } from '../../model/names/nearest.ts';
import type { ArticleData } from '../../model/schema/article.ts';
import { listFiles } from '../../record/content-files.ts';
import { splitFrontMatter } from '../../record/front-matter.ts';
import type { ReadArticle } from '../../record/read-articles.ts';
import { UsageError } from '../arguments.ts';

/** An article that is to go, as far as it can be read. */
export interface Leaving {
  readonly id: string;
  readonly file: string;
  /** What its tombstone keeps; recovered from the lines of the entry where that can't be read as a whole. */
  readonly data: LeavingData;
  readonly passages: readonly string[];
  /** Its captures, as paths in the content folder; some may not be there. */
  readonly captures: readonly string[];
  /** Whether its entry is as it should be. */
  readonly isSound: boolean;
}

type Kept = 'date' | 'outlet' | 'source' | 'capture';
export type LeavingData = Partial<ArticleData> & Pick<ArticleData, Kept>;

/** What the keeper says where the entry doesn't. */
export interface Stated {
  readonly outlet?: string | undefined;
}

/**
 * Finds an article, whatever state its entry is in.
 *
 * @param articles all entries of the folder, as far as they could be read
 * @throws UsageError for one that is not there or was withdrawn before
 */
export function findArticle(
  folder: string,
  articles: readonly ReadArticle[],
  id: string,
  stated: Stated = {},
): Leaving {
  const article = articles.find((one) => one.id === id);
  if (article === undefined) throw new UsageError(notThere(id, articles));
  const { file, entry, data } = article;
  const text = readFileSync(path.join(folder, file), 'utf8');
  const captures = capturesOf(folder, id, data, text);
  const isWithdrawn = data.access === 'withdrawn' && data.withdrawn !== undefined;
  const others = new Set(articles.filter((one) => one !== article).flatMap(captureOf));
  const isLeft = captures.some((one) => !others.has(one) && existsSync(path.join(folder, one)));
  if (isWithdrawn && entry?.body.blocks.length === 0 && !isLeft) {
    throw new UsageError(
      `${id} was withdrawn on ${data.withdrawn?.date ?? 'an unknown day'} already. Nothing was changed.`,
    );
  }
  return {
    id,
    file,
    captures,
    data: entry?.data ?? recovered(id, data, { folder, text, captures, stated, articles }),
    passages: entry?.body.blocks.map((block) => block.text) ?? paragraphs(text),
    isSound: entry !== undefined,
  };
}

function captureOf({ data }: ReadArticle): string[] {
  return data.capture === undefined || data.access === 'withdrawn' ? [] : [data.capture.file];
}

/** Every file that belongs to it: those that the entry names, and those of its name. */
function capturesOf(
  folder: string,
  id: string,
  data: Partial<ArticleData>,
  text: string,
): string[] {
  const front = splitFrontMatter(text)?.yaml ?? text.slice(0, text.indexOf('\n---', 3) + 1);
  const named = [...front.matchAll(/\bcaptures\/\d{4}\/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g)].map(
    ([file]) => file,
  );
  const ofName = listFiles(folder).files.filter(
    (file) => file.startsWith(`captures/${id}.`) || file.startsWith(`pictures/${id}/`),
  );
  const stated = data.capture === undefined ? [] : [data.capture.file];
  return [...new Set([...stated, ...named, ...ofName])];
}

/** The paragraphs of an entry that can't be read as one, without its marks. */
function paragraphs(text: string): string[] {
  const body = splitFrontMatter(text)?.body ?? text;
  return body.split(/\n\s*\n/).map((part) => part.replace(/[\\*_]/g, ''));
}

function recovered(
  id: string,
  data: Partial<ArticleData>,
  { folder, text, captures, stated, articles }: Evidence,
): LeavingData {
  const line = (name: string, value: string) =>
    new RegExp(`^\\s*(?:-\\s+)?${name}:\\s*["']?(${value})["']?\\s*(?:#.*)?$`, 'm').exec(text)?.[1];
  const outlet = data.outlet ?? stated.outlet ?? line('outlet', '[a-z0-9-]+');
  if (outlet === undefined) {
    throw new UsageError(
      `articles/${id}.mdx does not say in a way that can be read which outlet published it. Nothing was changed.\nName it with --outlet ID: ${idsIn(folder, 'outlets').join(', ')}.`,
    );
  }
  const date = data.date ?? line('date', '[^"\'\\s]+') ?? '';
  const sources = data.source ?? sourcesIn(text);
  const [file = `captures/${id}.txt`] = captures;
  return {
    ...data,
    date: parseEdtf(date).ok ? date : `${id.slice(0, 4)}~`,
    outlet,
    source: sources.length > 0 ? sources : [sourceOf(outlet, folder, articles)],
    capture: data.capture ?? { file, sha256: line('sha256', '[0-9a-f]{64}') ?? '0'.repeat(64) },
  };
}

interface Evidence {
  readonly folder: string;
  readonly text: string;
  readonly captures: readonly string[];
  readonly stated: Stated;
  readonly articles: readonly ReadArticle[];
}

/** One source, or a list of them in either spelling of YAML. */
function sourcesIn(text: string): string[] {
  const [, value = ''] = /^source:((?:[^\n]*)(?:\n\s*-[^\n]*)*)/m.exec(text) ?? [];
  return [...value.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)].map(([id]) => id);
}

function idsIn(folder: string, kind: string): string[] {
  return listFiles(folder).files.flatMap((file) =>
    file.startsWith(`${kind}/`) ? [path.basename(file, '.yml')] : [],
  );
}

/** The source that articles of an outlet are mostly credited to. */
function sourceOf(outlet: string, folder: string, articles: readonly ReadArticle[]): string {
  if (idsIn(folder, 'sources').includes(outlet)) return outlet;
  const counts = new Map<string, number>();
  for (const { data } of articles) {
    for (const id of data.outlet === outlet ? (data.source ?? []) : []) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? outlet;
}

function notThere(id: string, articles: readonly ReadArticle[]): string {
  const guess = nearest(
    id,
    articles.map((entry) => entry.id),
  );
  return `There is no article ${id}. Nothing was changed.${guess === undefined ? '' : ` Did you mean ${guess}?`}`;
}
