import { unitsOf } from '../../model/date/units.ts';
import { KIND_WORDS, KINDS, type Kind } from '../../model/kinds.ts';
import { type ExportedArticle, lastChange, publishedDay } from '../reference/holdings.ts';

/** What lists, feeds and the sitemap ask of each article; articles go by their numbers in the order of the archive. */
export interface Survey {
  /** Articles of each record, by kind and id. */
  readonly tags: Readonly<Record<Kind, ReadonlyMap<string, readonly number[]>>>;
  /** Articles of each year, month and day. */
  readonly units: ReadonlyMap<string, readonly number[]>;
  /** Day of the last change of each article. */
  readonly changed: readonly string[];
  /** Day on which each came to the archive, as far as the record knows it: of capture, else of publication. */
  readonly arrived: readonly string[];
}

const known = new WeakMap<readonly ExportedArticle[], Survey>();

/** Goes through the articles of an archive once: twenty thousand lie all over the memory. */
export function surveyOf(articles: readonly ExportedArticle[]): Survey {
  let survey = known.get(articles);
  if (survey === undefined) {
    survey = look(articles);
    known.set(articles, survey);
  }
  return survey;
}

function look(articles: readonly ExportedArticle[]): Survey {
  const lists = () => new Map<string, number[]>();
  const [people, places, outlets, sources, topics] = [lists(), lists(), lists(), lists(), lists()];
  const tags = { people, places, outlets, sources, topics };
  const fields = KINDS.map((kind) => [tags[kind], KIND_WORDS[kind].field] as const);
  const units = lists();
  const changed: string[] = [];
  const arrived: string[] = [];
  let number = 0;
  for (const { data, date } of articles) {
    for (const [list, field] of fields) {
      const value = data[field];
      if (typeof value === 'string') append(list, value, number);
      else for (const id of value) append(list, id, number);
    }
    const { years, months, days } = unitsOf(date);
    for (const unit of years) append(units, unit, number);
    for (const unit of months) append(units, unit, number);
    for (const unit of days) append(units, unit, number);
    changed.push(lastChange({ data, date }));
    arrived.push(data.capture.capturedAt?.slice(0, 10) ?? publishedDay(date));
    number++;
  }
  return { tags, units, changed, arrived };
}

function append(lists: Map<string, number[]>, key: string, number: number) {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
}
