import { choose } from '../archive/choose.ts';
import { dayOf } from '../archive/dates.ts';
import { mdxText } from '../archive/mdx-text.ts';
import { outletOf } from '../archive/records.ts';
import { readStories } from '../reuters/story.ts';

/** A story as other generators get it: the same texts, dates and tags as in our archive. */
export interface PlainStory {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly tags: Readonly<
    Record<'outlets' | 'sources' | 'people' | 'places' | 'topics', readonly string[]>
  >;
  /** Markdown. */
  readonly body: string;
}

/** The stories of an archive of so many articles. */
export function plainStories(articles: number): PlainStory[] {
  return choose(readStories(), articles).map(({ item: story, copy }) => ({
    slug: copy === 0 ? `story-${story.number}` : `story-${story.number}-${copy}`,
    title: story.title,
    date: dayOf(story, copy, false),
    tags: {
      outlets: [outletOf(story.number + copy)],
      sources: ['reuters'],
      people: story.people,
      places: story.places,
      topics: story.topics,
    },
    body: story.paragraphs.map(mdxText).join('\n\n'),
  }));
}
