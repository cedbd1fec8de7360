import type { Story } from '../reuters/story.ts';

const FIRST_DAY = Date.UTC(1987, 0, 1);
const DAY = 86_400_000;
/** Days from 1987 to 2006: twenty years, five of them leap years. */
const TWENTY_YEARS = 7305;
const LAST_NUMBER = 21_578;
/** Days by which a copy of the collection is moved against the one before, wrapped at twenty years. */
const COPY_SHIFT = 1461;

/**
 * Day of an article. The collection is of 1987 alone: by default its stories are spread evenly over
 * twenty years by their numbers, and `dense` leaves them where they were.
 *
 * @param copy which copy of the collection, from 0
 */
export function dayOf(
  { number, day }: Pick<Story, 'number' | 'day'>,
  copy: number,
  dense: boolean,
): string {
  if (dense) return day;
  const spread = Math.floor(((number - 1) * TWENTY_YEARS) / LAST_NUMBER);
  const shifted = (spread + copy * COPY_SHIFT) % TWENTY_YEARS;
  return new Date(FIRST_DAY + shifted * DAY).toISOString().slice(0, 10);
}
