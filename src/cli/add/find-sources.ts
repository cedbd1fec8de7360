import type { Reading } from '../../capture/reading.ts';
import { slugFromTitle } from '../../model/slug.ts';
import { type Context, recordNamed } from './context.ts';
import { type FoundOutlet, freeId } from './find-outlet.ts';
import type { NewRecord } from './proposal.ts';

/** Who an article is credited to. */
export interface FoundSources {
  readonly ids: readonly string[];
  readonly evidence?: string;
  readonly review: readonly string[];
  readonly made: readonly NewRecord[];
}

/**
 * Finds the agencies that dateline, byline and sign-off credit, in that order of the page; where none
 * is credited, the outlet itself is the source.
 */
export function findSources(reading: Reading, outlet: FoundOutlet, context: Context): FoundSources {
  const ids: string[] = [];
  for (const credit of creditsOf(reading)) {
    for (const { owner } of context.findSources(credit)) if (!ids.includes(owner)) ids.push(owner);
  }
  if (ids.length > 0) return { ids, review: [], made: [] };
  const unknown = unknownAgency(reading.dateline);
  if (unknown !== undefined) return newAgency(unknown, context);
  return ownSource(outlet, context);
}

/** The places of a page that credit somebody, and no others: a text may name an agency it quotes. */
function creditsOf({ byline, dateline, passages }: Reading): string[] {
  const prose = passages.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text);
  const start = /^[^.!?]{0,60}?\(([^()]{2,40})\)\s*[-–—]/.exec(prose[0] ?? '')?.[1];
  const signOffs = prose.slice(-2).flatMap((text) => {
    const isCredit =
      text.length <= 60 ||
      /^\(?(?:(?:additional |further )?(?:reporting|writing|editing|compiled)\b|with (?:files|reporting|material|contributions?) from)/i.test(
        text,
      );
    const bracketed = /\(([^()]{2,60})\)\W*$/.exec(text)?.[1];
    const dashed = /\s[—–-]{1,2}\s*([^—–]{2,40})$/.exec(text)?.[1];
    return isCredit && !/[.!?]["”’]?$/.test(text)
      ? [text]
      : isCredit && /by\b|from\b/i.test(text)
        ? [text]
        : [bracketed ?? dashed ?? ''];
  });
  return [byline, dateline, start, ...signOffs].filter((credit) => credit !== undefined);
}

/** "WASHINGTON (AP)": a name in the brackets of a dateline is an agency's. */
function unknownAgency(dateline: string | undefined): string | undefined {
  const name = /\((\p{Lu}[\p{L}\p{N} &/.-]{1,30})\)$/u.exec(dateline ?? '')?.[1];
  return name !== undefined && slugFromTitle(name) !== '' ? name : undefined;
}

function newAgency(name: string, { record }: Context): FoundSources {
  const id = freeId(
    slugFromTitle(name),
    new Set(record.authorities.sources.map((entry) => entry.id)),
  );
  return {
    ids: [id],
    review: [
      `No record knew the agency ${name} of the dateline; sources/${id}.yml was made for it.`,
    ],
    made: [
      {
        kind: 'sources',
        id,
        fields: {
          name,
          kind: 'agency',
          review:
            'Made by “npm run add” from a dateline: check the name and add spellings, then remove this line.',
        },
      },
    ],
  };
}

function ownSource(outlet: FoundOutlet, { record }: Context): FoundSources {
  const evidence = `The page credits no agency, so the text is taken to be the own work of ${outlet.name}.`;
  const known =
    record.authorities.sources.find(({ id }) => id === outlet.id) ??
    recordNamed(record, 'sources', outlet.name);
  if (known) return { ids: [known.id], evidence, review: [], made: [] };
  return {
    ids: [outlet.id],
    evidence,
    review: [
      `No record among the sources knew ${outlet.name}; sources/${outlet.id}.yml was made for it.`,
    ],
    made: [
      {
        kind: 'sources',
        id: outlet.id,
        fields: {
          name: outlet.name,
          kind: outlet.id === 'unidentified' ? 'unidentified' : 'website',
          review:
            'Made by “npm run add” as the source of what this outlet wrote itself: check the kind, then remove this line.',
        },
      },
    ],
  };
}
