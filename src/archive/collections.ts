import { defineCollection } from 'astro/content/config';
import type { Loader } from 'astro/loaders';
import type { Kind } from '../model/kinds.ts';
import { articleSchema } from '../model/schema/article.ts';
import { authoritySchemas } from '../model/schema/authority.ts';
import { currentArchive } from '../record/current-archive.ts';
import { sharedRecord } from '../record/shared-record.ts';
import type { ArchiveRecord } from '../record/types.ts';

interface Entry {
  readonly id: string;
  readonly data: object;
  readonly digest: string;
}

/** Loads what the record has of a kind. It was read and checked already; texts stay out of Astro's store. */
function loaderOf(entriesOf: (record: ArchiveRecord) => readonly Entry[]): Loader {
  return {
    name: 'pressmark',
    load: async ({ store }) => {
      const entries = entriesOf(sharedRecord(currentArchive().folders.content));
      store.clear();
      for (const { id, data, digest } of entries) {
        store.set({ id, data: withoutNotes(data), digest });
      }
    },
  };
}

/** What the keeper has still to look at is for nobody else. */
function withoutNotes(data: object): Record<string, unknown> {
  const { review: _, ...rest } = data as Record<string, unknown>;
  return rest;
}

const ofKind = (kind: Kind) => loaderOf(({ authorities }) => authorities[kind]);
const articles = loaderOf((record) => record.articles);

/**
 * The record as collections, for pages of an archive's own. In `src/content.config.ts`:
 * `export { collections } from 'pressmark/collections';`. The id of an article is `<year>/<slug>`, its page
 * `/articles/<year>/<slug>.html`; that of a person is in `/people/<id>.html`, and so on. Withdrawn articles are in none.
 */
export const collections = {
  articles: defineCollection({ loader: articles, schema: articleSchema }),
  people: defineCollection({ loader: ofKind('people'), schema: authoritySchemas.people }),
  places: defineCollection({ loader: ofKind('places'), schema: authoritySchemas.places }),
  outlets: defineCollection({ loader: ofKind('outlets'), schema: authoritySchemas.outlets }),
  sources: defineCollection({ loader: ofKind('sources'), schema: authoritySchemas.sources }),
  topics: defineCollection({ loader: ofKind('topics'), schema: authoritySchemas.topics }),
};
