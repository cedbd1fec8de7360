import { z } from 'astro/zod';

const address = z.url({ protocol: /^https?$/ });
const moment = z.iso.datetime({ offset: true });
const author = z
  .strictObject({ name: z.string(), url: address, avatar: address })
  .partial()
  .refine((one) => Object.keys(one).length > 0);

const item = z
  .strictObject({
    id: z.string().min(1),
    url: address.optional(),
    external_url: address.optional(),
    title: z.string().optional(),
    content_html: z.string().optional(),
    content_text: z.string().optional(),
    summary: z.string().optional(),
    image: address.optional(),
    banner_image: address.optional(),
    date_published: moment.optional(),
    date_modified: moment.optional(),
    authors: z.array(author).optional(),
    tags: z.array(z.string()).optional(),
    language: z.string().optional(),
    attachments: z.array(z.object({ url: address, mime_type: z.string() })).optional(),
  })
  .refine(
    (one) => one.content_html !== undefined || one.content_text !== undefined,
    'An item has content as HTML, as text, or both.',
  );

/** JSON Feed 1.1, as https://www.jsonfeed.org/version/1.1/ says it. */
const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: address.optional(),
  feed_url: address.optional(),
  description: z.string().optional(),
  user_comment: z.string().optional(),
  next_url: address.optional(),
  icon: address.optional(),
  favicon: address.optional(),
  authors: z.array(author).optional(),
  language: z.string().optional(),
  expired: z.boolean().optional(),
  hubs: z.array(z.object({ type: z.string(), url: address })).optional(),
  items: z.array(item),
});

/** What is wrong with a text as a JSON feed; extensions, whose names begin with `_`, are anybody's own. */
export function faultsOfJsonFeed(text: string): string[] {
  const feed = JSON.parse(text, (key, value) => (key.startsWith('_') ? undefined : value));
  const { error } = jsonFeedSchema.safeParse(feed);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}
