import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { foldersOf } from '../record/folders.ts';
import { archiveLoader } from './loader.ts';

const { content } = foldersOf(process.env, process.cwd());

/**
 * One collection of one entry, which says which record there is. It makes Astro load the record, and
 * in development load pages again when a file of it changes.
 */
export const archiveCollections = {
  record: defineCollection({
    loader: archiveLoader(content),
    schema: z.object({ digest: z.string() }),
  }),
};
