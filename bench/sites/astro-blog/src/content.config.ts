import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const names = z.array(z.string());

const articles = defineCollection({
  loader: glob({ base: './content', pattern: '**/*.mdx' }),
  schema: z.object({ title: z.string(), date: z.coerce.date(), tags: names }),
});

export const collections = { articles };
