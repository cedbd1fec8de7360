/** The kinds of authority record, named as their folders and addresses are. */
export const KINDS = ['people', 'places', 'outlets', 'sources', 'topics'] as const;

export type Kind = (typeof KINDS)[number];

interface KindWords {
  readonly one: string;
  readonly many: string;
  /** What the record's page says of itself above the name. */
  readonly label: string;
  readonly heading: string;
  /** A sentence for the index page. */
  readonly about: string;
  /** The front-matter field of an article that holds ids of this kind. */
  readonly field: 'people' | 'places' | 'outlet' | 'source' | 'topics';
}

/** How each kind is spoken of on pages and in messages. */
export const KIND_WORDS: Readonly<Record<Kind, KindWords>> = {
  people: {
    one: 'person',
    many: 'people',
    label: 'Person',
    heading: 'People',
    about: 'Everyone whom an article or a caption names, with every spelling of the name.',
    field: 'people',
  },
  places: {
    one: 'place',
    many: 'places',
    label: 'Place',
    heading: 'Places',
    about: 'Countries, regions and towns that an article names, with every spelling of the name.',
    field: 'places',
  },
  outlets: {
    one: 'outlet',
    many: 'outlets',
    label: 'Outlet',
    heading: 'Outlets',
    about: 'Who published the articles: newspapers, broadcasters and websites.',
    field: 'outlet',
  },
  sources: {
    one: 'source',
    many: 'sources',
    label: 'Source',
    heading: 'Sources',
    about: 'Who the articles are credited to: usually a news agency, sometimes the outlet itself.',
    field: 'source',
  },
  topics: {
    one: 'topic',
    many: 'topics',
    label: 'Topic',
    heading: 'Topics',
    about: 'What the articles are about, in headings that the archive gives.',
    field: 'topics',
  },
};
