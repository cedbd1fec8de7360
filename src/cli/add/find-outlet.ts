import type { Reading } from '../../capture/reading.ts';
import type { OutletData } from '../../model/schema/authority.ts';
import { slugFromTitle } from '../../model/slug.ts';
import { type Context, recordNamed, spellings } from './context.ts';
import type { NewRecord } from './proposal.ts';

/** Who published an article: an id, and how that is known. */
export interface FoundOutlet {
  readonly id: string;
  readonly name: string;
  /** Where the page does not state it, why it is so. */
  readonly evidence?: string;
  readonly review: readonly string[];
  readonly made?: NewRecord;
}

/**
 * Finds the outlet: by the address that the capture states, by the names that the page gives to its
 * site, by what its furniture says of itself. An outlet that no record knows gets one.
 */
export function findOutlet(reading: Reading, context: Context): FoundOutlet {
  return (
    byAddress(reading, context) ??
    byName(reading, context) ??
    byFurniture(reading, context) ??
    newOutlet(reading, context)
  );
}

function byAddress({ url }: Reading, { record }: Context): FoundOutlet | undefined {
  const host = hostOf(url);
  if (host === undefined) return undefined;
  const found = record.authorities.outlets.find(({ data }) => {
    const home = hostOf((data as OutletData).homepage);
    return home !== undefined && (host === home || host.endsWith(`.${home}`));
  });
  return found && { id: found.id, name: found.data.name, review: [] };
}

function byName({ publishers }: Reading, { record }: Context): FoundOutlet | undefined {
  for (const name of publishers) {
    const found = recordNamed(record, 'outlets', name);
    if (found) return { id: found.id, name: found.data.name, review: [] };
  }
  return undefined;
}

/** An appeal or a copyright line often names the site, though the article does not. */
function byFurniture(reading: Reading, { record, findOutlets }: Context): FoundOutlet | undefined {
  const said = new Map<string, string>();
  for (const { text } of reading.removed) {
    if (text.length > 1500) continue;
    for (const mention of findOutlets(text)) {
      // Initials alone can be anybody's.
      if (mention.text.length > 4 && !said.has(mention.owner)) said.set(mention.owner, text);
    }
  }
  const [only, ...others] = said;
  if (only === undefined || others.length > 0) return undefined;
  const [id, text] = only;
  const outlet = record.authorities.outlets.find((entry) => entry.id === id);
  if (outlet === undefined) return undefined;
  const spelling = spellings(outlet).find((name) => text.includes(name)) ?? outlet.data.name;
  return {
    id,
    name: outlet.data.name,
    evidence: `The article does not say who published it; what the page prints around it names “${spelling}”: “${excerpt(text, spelling)}”.`,
    review: [`The outlet is known by the furniture of the page alone: ${outlet.data.name}.`],
  };
}

function newOutlet({ publishers, url }: Reading, { record }: Context): FoundOutlet {
  const host = hostOf(url);
  const name = publishers.find((publisher) => slugFromTitle(publisher) !== '') ?? host;
  if (name === undefined) return unidentified();
  const taken = new Set(record.authorities.outlets.map(({ id }) => id));
  const id = freeId(slugFromTitle(name), taken);
  const homepage = url === undefined ? undefined : `${new URL(url).origin}/`;
  const review =
    'Made by “npm run add” from a page of an article: check the name, add spellings, a description and the kind, then remove this line.';
  return {
    id,
    name,
    review: [`No record knew the outlet ${name}; outlets/${id}.yml was made for it.`],
    made: {
      kind: 'outlets',
      id,
      fields: {
        name,
        kind: 'website',
        code: codeOf(name),
        ...(homepage !== undefined && {
          homepage,
          evidence: {
            // No day and no article: two people who make it at the same time make the same bytes, which merge.
            homepage: `The captures of its articles state addresses that begin with ${homepage}.`,
          },
        }),
        review,
      },
    },
  };
}

/** A capture that says nothing at all of where it is from. */
function unidentified(): FoundOutlet {
  return {
    id: 'unidentified',
    name: 'Unidentified outlet',
    evidence:
      'The capture names neither an outlet nor an address, and nothing around the article says whose page it is.',
    review: ['The capture does not say who published it. Name the outlet if you know it.'],
    made: {
      kind: 'outlets',
      id: 'unidentified',
      fields: {
        name: 'Unidentified outlet',
        kind: 'unidentified',
        description: 'Outlets that a capture does not name.',
        code: 'ANON',
        review:
          'Made by “npm run add”: articles stand here until somebody finds out who published them.',
      },
    },
  };
}

function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^(?:www\d?|m|amp|mobile)\./, '');
}

/** @returns the id itself, or with the first number that makes it free */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  const base = id === '' ? 'unnamed' : id;
  let free = base;
  for (let number = 2; taken.has(free); number++) free = `${base}-${number}`;
  return free;
}

/** At most six characters for the pressmark: initials, or the first letters of the only word. */
function codeOf(name: string): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const initials = words.map((word) => [...word][0] ?? '').join('');
  const code = words.length > 1 ? initials : [...(words[0] ?? 'X')].slice(0, 4).join('');
  return [...code.toUpperCase()].slice(0, 6).join('');
}

function excerpt(text: string, around: string): string {
  const at = Math.max(0, text.indexOf(around));
  const from = text.lastIndexOf(' ', Math.max(0, at - 40)) + 1;
  const part = text
    .slice(from, at + around.length + 60)
    .replaceAll('“', '‘')
    .replaceAll('”', '’');
  return `${from > 0 ? '… ' : ''}${part.trim()}${from + part.length < text.length ? ' …' : ''}`;
}
