import type { Page } from './parse-page.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the page's JSON-LD says of its article (schema.org/Article and its kinds). */
export interface LinkedData {
  readonly headline?: string;
  readonly published?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly language?: string;
  readonly url?: string;
  readonly image?: string;
}

const ARTICLE = /(?:Article|BlogPosting|Report|Posting|LiveBlogPosting|Review)$/;

/** Reads every JSON-LD block; the first object that is an article counts. */
export function readLinkedData(page: Page): LinkedData {
  const objects = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(
    (script) => objectsOf(parse(script.textContent ?? '')),
  );
  const article =
    objects.find((object) => isArticle(object) && text(object['datePublished']) !== undefined) ??
    objects.find(isArticle);
  if (article === undefined) return { authors: [] };
  const publisher = nameOf(article['publisher']);
  const image = addressOf(article['image']);
  return {
    authors: many(article['author'] ?? article['creator']).flatMap(
      (author) => nameOf(author) ?? [],
    ),
    ...optional('headline', text(article['headline'])),
    ...optional('published', text(article['datePublished']) ?? text(article['dateCreated'])),
    ...optional('publisher', publisher),
    ...optional('language', text(article['inLanguage'])),
    ...optional('url', addressOf(article['mainEntityOfPage']) ?? text(article['url'])),
    ...optional('image', image),
  };
}

function parse(json: string): unknown {
  const bare = json.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g,
    '',
  );
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Line breaks inside strings are the usual fault; the second attempt is without them.
    }
  }
  return undefined;
}

function objectsOf(value: unknown, depth = 0): Fields[] {
  if (depth > 6 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.slice(0, 200).flatMap((item) => objectsOf(item, depth + 1));
  const fields = value as Fields;
  return [
    fields,
    ...objectsOf(fields['@graph'], depth + 1),
    ...objectsOf(fields['mainEntity'], depth + 1),
  ];
}

function isArticle(fields: Fields): boolean {
  return many(fields['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type));
}

function many(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function text(value: unknown): string | undefined {
  const [first] = many(value);
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined;
}

function nameOf(value: unknown): string | undefined {
  const [first] = many(value);
  if (typeof first === 'object' && first !== null) return text((first as Fields)['name']);
  return text(first);
}

function addressOf(value: unknown): string | undefined {
  const [first] = many(value);
  if (typeof first === 'object' && first !== null) {
    return text((first as Fields)['url']) ?? text((first as Fields)['@id']);
  }
  return text(first);
}

function optional<F extends string>(field: F, value: string | undefined): { [K in F]?: string } {
  return (value === undefined ? {} : { [field]: value }) as { [K in F]?: string };
}
