import { defineCollection } from 'astro:content';
import type { Kind } from '../model/kinds.ts';
import { articleSchema } from '../model/schema/article.ts';
import { authoritySchemas } from '../model/schema/authority.ts';
import { settingsSchema } from '../model/schema/settings.ts';
import { foldersOf } from '../record/folders.ts';
import { archiveLoader } from './loader.ts';

const { content } = foldersOf(process.env, process.cwd());

function authorities<K extends Kind>(kind: K) {
  return defineCollection({
    loader: archiveLoader(content, (record) => record.authorities[kind]),
    schema: authoritySchemas[kind],
  });
}

/** The collections of the archive, a kind of record each. */
export const archiveCollections = {
  articles: defineCollection({
    loader: archiveLoader(content, (record) => record.articles),
    schema: articleSchema,
  }),
  settings: defineCollection({
    loader: archiveLoader(content, ({ settings, digest }) => [
      { id: 'archive', data: settings, digest },
    ]),
    schema: settingsSchema,
  }),
  people: authorities('people'),
  places: authorities('places'),
  outlets: authorities('outlets'),
  sources: authorities('sources'),
  topics: authorities('topics'),
};
