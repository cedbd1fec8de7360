import { articleAddress, recordAddress } from '../model/address.ts';
import { KINDS, type Kind } from '../model/kinds.ts';
import type { Attributes, Component } from './dialect.ts';
import type { Refusal } from './refusals.ts';

const ARTICLE_ID = /^\d{4}\/[a-z0-9-]+$/;
const ANCHOR = /^[A-Za-z][\w-]*$/;
const YEAR = /^\d{4}$/;

/** What a guide may name by its path below the content folder: `people/x`, `articles/2019/x#p3`. */
const TO = new RegExp(
  `^(?:articles/(?<article>\\d{4}/[a-z0-9-]+)(?:#(?<at>${ANCHOR.source.slice(1, -1)}))?|(?<kind>${KINDS.join('|')})/(?<id>[a-z0-9-]+))$`,
);

/** What the `to` of a link names. */
export type Named =
  | { readonly article: string; readonly at?: string }
  | { readonly kind: Kind; readonly id: string };

/** Reads the `to` of a link; undefined where it names nothing that the archive has pages of. */
export function readTo(to: string): Named | undefined {
  const { article, at, kind, id } = TO.exec(to)?.groups ?? {};
  if (article !== undefined) return { article, ...(at !== undefined && { at }) };
  return kind === undefined || id === undefined ? undefined : { kind: kind as Kind, id };
}

/** Ids in a list such as `minsk, sochi`. */
export function readIds(list: string): string[] {
  return list.split(',').map((id) => id.trim());
}

/** The components of a dossier; docs/content-model.md has an example of each. */
export const GUIDE_COMPONENTS: ReadonlyMap<string, Component> = new Map<string, Component>([
  [
    'Quote',
    {
      required: ['article', 'at', 'text'],
      optional: [],
      content: 'none',
      check: isArticle('Quote'),
    },
  ],
  ['Card', { required: ['article'], optional: [], content: 'none', check: isArticle('Card') }],
  [
    'Picture',
    { required: ['article', 'at'], optional: [], content: 'none', check: isArticle('Picture') },
  ],
  ['Timeline', { required: ['from', 'to'], optional: [], content: 'none', check: areYears }],
  ['Map', { required: [], optional: ['places'], content: 'none', check: areIds }],
  ['Note', { required: [], optional: ['title'], content: 'blocks' }],
  [
    'Link',
    {
      required: ['to'],
      optional: [],
      content: 'words',
      check: leadsSomewhere,
      address: ({ to = '' }) => addressOf(to),
    },
  ],
]);

function isArticle(name: string): NonNullable<Component['check']> {
  return ({ article = '' }) =>
    ARTICLE_ID.test(article)
      ? undefined
      : {
          what: `The article of <${name}> is “${article}”, which is not the id of an article.`,
          why: 'It would show nothing.',
          remedy: 'Write the path below articles/ without its ending: <year>/<slug>.',
        };
}

function areYears({ from = '', to = '' }: Attributes): Refusal | undefined {
  if (YEAR.test(from) && YEAR.test(to) && from <= to) return undefined;
  return {
    what: `<Timeline> is to reach from “${from}” to “${to}”.`,
    why: 'It would show no article.',
    remedy: 'Write a first and a last year of four digits each: from="2009" to="2019".',
  };
}

function areIds({ places }: Attributes): Refusal | undefined {
  if (places === undefined || readIds(places).every((id) => /^[a-z0-9-]+$/.test(id))) {
    return undefined;
  }
  return {
    what: `The places of <Map> are “${places}”, which is not a list of ids.`,
    why: 'They could not be found.',
    remedy: 'Write ids with commas between them, places="minsk, sochi", or remove the attribute.',
  };
}

function leadsSomewhere({ to = '' }: Attributes): Refusal | undefined {
  if (readTo(to) !== undefined) return undefined;
  return {
    what: `<Link> leads to “${to}”, which is neither an article nor a record.`,
    why: 'The link would be dead.',
    remedy: `Write to="articles/<year>/<slug>" or to="<kind>/<id>", where the kind is one of ${KINDS.join(', ')}; for any other address write [words](address).`,
  };
}

function addressOf(to: string): string {
  const named = readTo(to);
  if (named === undefined) return '';
  if ('kind' in named) return recordAddress(named.kind, named.id);
  const fragment = named.at === undefined ? '' : `#${named.at}`;
  return `${articleAddress(named.article)}${fragment}`;
}
