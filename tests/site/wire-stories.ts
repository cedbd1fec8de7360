import { writeArticle, writeRecord, writeSettings } from './write-archive.ts';

const LEAD =
  'The harbour of Northport will close to large ships for nine weeks from Monday, its master said on Thursday, after divers found a crack as long as a bus in the gate of the outer lock.';
const QUOTE =
  '“We would rather lose a season than a lock,” said Ann Teller, who has run the harbour since 1991 and who asked the ministry three times for money to mend it.';
const FERRIES =
  'Ferries to the islands will sail from the old quay instead, an hour earlier than their timetable says, and lorries are asked to take the bridge at Southmere, which carries no more than twenty tons.';
const COST =
  'The work will cost about four million crowns, of which the state has promised half; the town council meets on Tuesday to find the rest, and its treasurer has said that it will not be found in the budget for schools.';
const HISTORY =
  'The lock was built in 1903 by engineers who had worked on the canal at Kiel, and was last mended after the flood of 1962, when eleven people drowned in the streets behind it.';

const HEADLINE = 'Northport closes its harbour for nine weeks';

/** Ids of the articles that carry the story, earliest first, and of one that does not. */
export const WIRE = {
  first: '1999/northport-closes-its-harbour',
  shortened: '1999/harbour-shut-for-nine-weeks',
  edited: '1999/crack-in-lock-closes-northport',
  excerpt: '1999/northport-to-close-harbour',
  sameOutlet: '1999/northport-closes-harbour-update',
  other: '1999/council-meets-on-schools',
} as const;

/** Words that only the shortened printing has, and that only the excerpt would show if it were compared. */
export const ONLY = { shortened: 'spokeswoman', excerpt: 'quayside-secret' };

/** Writes an archive in which four outlets carry a story of one agency, as they like to change it. */
export function writeWireStories(content: string): void {
  writeSettings(content);
  for (const [id, name, code] of [
    ['harbour-post', 'The Harbour Post', 'HP'],
    ['island-news', 'Island News', 'IN'],
    ['capital-times', 'The Capital Times', 'CT'],
    ['evening-bell', 'The Evening Bell', 'EB'],
  ] as const) {
    writeRecord(content, 'outlets', id, { name, code });
  }
  writeRecord(content, 'sources', 'coast-agency', { name: 'Coast Agency', kind: 'agency' });
  writeRecord(content, 'people', 'ann-teller', { name: 'Ann Teller' });
  const write = (
    id: string,
    outlet: string,
    day: string,
    title: string,
    body: string[],
    more = {},
  ) =>
    writeArticle(
      content,
      id,
      { title, date: day, outlet, source: 'coast-agency', people: ['ann-teller'], ...more },
      body.join('\n\n'),
    );
  write(WIRE.first, 'harbour-post', '1999-05-04', HEADLINE, [LEAD, QUOTE, FERRIES, COST, HISTORY]);
  write(WIRE.shortened, 'island-news', '1999-05-05', 'Harbour shut for nine weeks', [
    LEAD.replace('its master said', `a ${ONLY.shortened} said`),
    FERRIES,
    COST,
  ]);
  write(WIRE.edited, 'capital-times', '1999-05-06', 'Crack in lock closes Northport', [
    LEAD,
    'The ministry says that it has no record of any letter.',
    QUOTE.replace('three times', 'repeatedly'),
    COST,
    HISTORY,
  ]);
  write(
    WIRE.excerpt,
    'evening-bell',
    '1999-05-06',
    'Northport to close harbour',
    [LEAD, QUOTE, FERRIES, COST, `${HISTORY} It ended with a ${ONLY.excerpt}.`],
    { access: 'excerpt' },
  );
  write(WIRE.sameOutlet, 'harbour-post', '1999-05-07', `${HEADLINE} (update)`, [
    LEAD,
    QUOTE,
    COST,
    HISTORY,
  ]);
  write(WIRE.other, 'capital-times', '1999-05-08', 'Council meets on schools', [
    'The town council of Northport sat until midnight on Tuesday and closed no school, said Ann Teller, who had come to listen.',
    'Parents had brought four hundred lanterns, one for each pupil, and stood with them on the steps until the vote was read out.',
  ]);
}
