import { searchAddress, spellingsAddress } from '../model/address.ts';
import type { OutletLink, RecordLink } from '../model/article-view.ts';
import { type Period, periodAt, periodsOf } from '../model/charts/periods.ts';
import { distinctForms } from '../model/names/distinct-forms.ts';
import type { Archive } from './archive.ts';
import type { Article } from './articles.ts';
import type { PossiblePage } from './changed-pages.ts';
import { type SpellingUse, spellingUses } from './names.ts';
import { oncePer } from './once.ts';
import { spelledList } from './record-pages.ts';
import { inTheSearch, type Section, sectionOf } from './sections.ts';

/** Names that have a table on the page. */
const MOST_NAMES = 16;
/** Outlets of a table. */
const MOST_OUTLETS = 8;
/** Spellings that a cell has room for. */
const MOST_IN_CELL = 4;

/** A spelling with how many articles have it. */
export interface SpellingCount {
  readonly spelling: string;
  readonly count: number;
}

/** How one name is spelled, outlet by outlet over the years. */
export interface SpellingTable {
  readonly record: RecordLink;
  readonly spellings: readonly SpellingCount[];
  readonly periods: readonly Period[];
  readonly rows: readonly {
    readonly outlet: OutletLink;
    readonly cells: readonly (readonly SpellingCount[])[];
  }[];
  /** Outlets that the table has no room for. */
  readonly moreOutlets: number;
}

/** The tables, and how many names more have several spellings. */
export interface SpellingTables {
  readonly tables: readonly SpellingTable[];
  readonly more: number;
}

/** The names that the texts spell in more than one way, the most disputed first. */
export const spellingTables = oncePer((archive: Archive): SpellingTables => {
  const uses = spellingUses(archive);
  const periods = yearPeriods(archive);
  const disputed = [...uses]
    .map(([key, list]) => ({
      key,
      list,
      forms: distinctForms(list.map(({ spelling }) => spelling)),
    }))
    .filter(({ forms }) => forms.length > 1)
    .sort(
      (a, b) =>
        b.forms.length - a.forms.length ||
        b.list.length - a.list.length ||
        (a.key < b.key ? -1 : 1),
    );
  const records = recordsByKey(archive);
  const tables = disputed.slice(0, MOST_NAMES).flatMap(({ key, list }) => {
    const record = records.get(key);
    return record ? [tableOf(record, list, periods)] : [];
  });
  return { tables, more: disputed.length - tables.length };
});

/** A page of a name that has a table. */
export interface SpellingPage extends PossiblePage {
  readonly table: SpellingTable;
}

/** The page of each name that has a table, which shows the articles of each spelling. */
export function spellingPages(archive: Archive): SpellingPage[] {
  return spellingTables(archive).tables.map((table) => ({
    table,
    address: spellingsAddress(table.record),
    shows: `${table.record.name}\n${spelledList(archive, table.record)}`,
  }));
}

/** Years as few columns: a cell holds words, not a number. */
function yearPeriods({ timeline }: Archive): Period[] {
  const years = [...timeline.years.keys()];
  const held = years.map((year) => ({ label: year, from: year, to: year }));
  if (held.length <= MOST_COLUMNS) return held;
  return periodsOf(Number(years[0]), Number(years.at(-1)), MOST_COLUMNS).filter(
    ({ label }) => !/^\d{4}-\d\d$/.test(label),
  );
}

const MOST_COLUMNS = 8;

function recordsByKey({ authorities }: Archive): Map<string, RecordLink> {
  return new Map(
    [...authorities.people, ...authorities.places].map(({ kind, id, address, data }) => [
      `${kind}/${id}`,
      { kind, id, address, name: data.name },
    ]),
  );
}

function tableOf(
  record: RecordLink,
  uses: readonly SpellingUse[],
  periods: readonly Period[],
): SpellingTable {
  const byOutlet = new Map<string, SpellingUse[]>();
  for (const use of uses) {
    const { id } = use.article.outlet;
    const list = byOutlet.get(id);
    if (list) list.push(use);
    else byOutlet.set(id, [use]);
  }
  const ranked = [...byOutlet.values()].sort((a, b) => b.length - a.length);
  const rows = ranked.slice(0, MOST_OUTLETS).map((list) => ({
    outlet: (list[0] as SpellingUse).article.outlet,
    cells: periods.map((_, at) =>
      countSpellings(list.filter(({ article }) => isWithin(article, periods, at))).slice(
        0,
        MOST_IN_CELL,
      ),
    ),
  }));
  const used = periods.map((_, at) => rows.some(({ cells }) => (cells[at]?.length ?? 0) > 0));
  return {
    record,
    spellings: countSpellings(uses),
    periods: periods.filter((_, at) => used[at]),
    rows: rows.map(({ outlet, cells }) => ({ outlet, cells: cells.filter((_, at) => used[at]) })),
    moreOutlets: ranked.length - rows.length,
  };
}

function isWithin({ units }: Article, periods: readonly Period[], at: number): boolean {
  return units.years.some((year) => periodAt(periods, year) === at);
}

function countSpellings(uses: readonly SpellingUse[]): SpellingCount[] {
  const counts = new Map<string, number>();
  for (const { spelling } of uses) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  return [...counts]
    .map(([spelling, count]) => ({ spelling, count }))
    .sort((a, b) => b.count - a.count || (a.spelling < b.spelling ? -1 : 1));
}

/** The articles of each spelling of a name. */
export function spellingSections(
  archive: Archive,
  { record, spellings }: SpellingTable,
): Section[] {
  const uses = spellingUses(archive).get(`${record.kind}/${record.id}`) ?? [];
  return spellings.map(({ spelling }, at) => {
    const list = uses.filter((use) => use.spelling === spelling).map(({ article }) => article);
    const field = record.kind === 'people' ? 'person' : 'place';
    const search = searchAddress({ q: `"${spelling}"`, [field]: record.id, match: 'exact' });
    return sectionOf({ id: `s${at + 1}`, heading: spelling, ways: inTheSearch(search) }, list);
  });
}
