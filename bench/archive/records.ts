import { PEOPLE, personId } from '../reuters/people.ts';

/** The outlets of the bench's archive: invented, one for each story by its number. */
const OUTLETS = [
  ['harbour-courier', 'The Harbour Courier', 'HC'],
  ['commodity-daily', 'Commodity Daily', 'CD'],
  ['evening-exchange', 'The Evening Exchange', 'EE'],
  ['northern-ledger', 'The Northern Ledger', 'NL'],
  ['morning-tape', 'The Morning Tape', 'TAPE'],
  ['continental-post', 'The Continental Post', 'CP'],
  ['grain-and-metal', 'Grain and Metal', 'GM'],
] as const;

/** Outlet of a story; the first ones have more than the last, as in an archive that grew. */
export function outletOf(number: number): string {
  const weighted = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6];
  const index = weighted[number % weighted.length] ?? 0;
  return OUTLETS[index]?.[0] ?? OUTLETS[0][0];
}

const NAMES: Readonly<Record<string, string>> = {
  usa: 'United States',
  uk: 'United Kingdom',
  ussr: 'Soviet Union',
  uae: 'United Arab Emirates',
};

const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  usa: ['U.S.', 'USA'],
  uk: ['U.K.', 'UK', 'Britain'],
  ussr: ['USSR'],
  uae: ['UAE'],
};

/** Authority records as files, by path below the content folder. */
export function recordFiles(ids: {
  readonly places: Iterable<string>;
  readonly topics: Iterable<string>;
}): Map<string, string> {
  const files = new Map<string, string>();
  const put = (kind: string, id: string, fields: object) =>
    files.set(`${kind}/${id}.yml`, yaml(fields));
  for (const [id, name, code] of OUTLETS) put('outlets', id, { name, code });
  put('sources', 'reuters', { name: 'Reuters' });
  for (const name of PEOPLE) put('people', personId(name), { name });
  for (const id of ids.places) {
    const variants = (VARIANTS[id] ?? []).map((spelling) => ({
      spelling,
      language: 'en',
      is: 'English, as the wire has it',
    }));
    put('places', id, { name: NAMES[id] ?? titleCase(id), ...(variants.length && { variants }) });
  }
  for (const id of ids.topics) put('topics', id, { name: titleCase(id) });
  return files;
}

function titleCase(id: string): string {
  return id
    .split('-')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join(' ');
}

/** Fields as YAML; JSON values are YAML. */
export function yaml(fields: object): string {
  return Object.entries(fields)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}
