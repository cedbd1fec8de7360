import { createInterface, type Interface } from 'node:readline';
import { plainLine } from '../../compile/escape-markdown.ts';
import { parseEdtf } from '../../model/date/parse.ts';
import { CAPTURE_PUBLISH, type Suppliable } from '../../model/schema/article.ts';
import { SLUG } from '../../model/schema/fields.ts';
import { shown } from '../../model/shown.ts';
import { slugFromTitle } from '../../model/slug.ts';
import type { Context } from './context.ts';
import type { NewRecord, Proposal } from './proposal.ts';
import { unsure } from './unsure.ts';

/** What a person decided: the proposal as it shall be written, not at all, or nothing more of any. */
export type Answer =
  | { readonly kind: 'write'; readonly proposal: Proposal }
  | { readonly kind: 'skip' }
  | { readonly kind: 'stop' };

/** As the schema has it: less is no explanation. */
const LEAST_EVIDENCE = 20;

const WRITE = 'Write it? [y]es, [n]o, or a field to edit (title, date, outlet, source, byline): ';

const PUBLISH =
  'The capture holds what is private. Publish its [h]ash alone, a [r]edacted copy, or the [w]hole? (Enter decides later: its hash alone, and verify fails until then): ';

/** Asks on a terminal about what is uncertain, then whether to write. When the input ends, nothing more is written. */
export class Asker {
  readonly #lines: AsyncIterator<string>;
  readonly #interface: Interface;
  readonly #output: NodeJS.WritableStream;

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
    this.#interface = createInterface({ input, output });
    this.#lines = this.#interface[Symbol.asyncIterator]();
    this.#output = output;
  }

  close(): void {
    this.#interface.close();
  }

  async ask(proposal: Proposal, context: Context): Promise<Answer> {
    let current = proposal;
    for (const field of unsure(proposal)) current = await this.#edit(field, current, context);
    current = await this.#publish(current);
    for (;;) {
      const answer = (await this.#question(WRITE))?.toLowerCase();
      if (answer === undefined) return { kind: 'stop' };
      if (answer === 'y' || answer === 'yes') return { kind: 'write', proposal: current };
      if (answer === 'n' || answer === 'no') return { kind: 'skip' };
      if (Object.hasOwn(CHANGES, answer)) current = await this.#edit(answer, current, context);
      else if (answer !== '') this.#output.write(`  “${answer}” is none of these.\n`);
    }
  }

  async #edit(field: string, proposal: Proposal, context: Context): Promise<Proposal> {
    const change = CHANGES[field];
    if (change === undefined) return proposal;
    const before =
      field === 'source' ? proposal.source.join(', ') : String(proposal[field as 'title'] ?? '');
    for (;;) {
      const typed = await this.#question(`${field} [${before}] (Enter keeps it): `);
      if (typed === undefined || /^(?:y|yes)?$/i.test(typed)) return proposal;
      const changed = change(typed, proposal, context);
      if (typeof changed !== 'string') return await this.#evidence(field, changed);
      this.#output.write(`  ${shown(changed)}\n`);
    }
  }

  /** A capture that holds something private is published as its hash alone until somebody decides. */
  async #publish(proposal: Proposal): Promise<Proposal> {
    if (proposal.finds.length === 0) return proposal;
    for (;;) {
      const answer = (await this.#question(PUBLISH))?.toLowerCase();
      if (answer === undefined || answer === '') return proposal;
      const publish = CAPTURE_PUBLISH.find((name) => name === answer || name[0] === answer);
      if (publish !== undefined) return { ...proposal, publish };
      this.#output.write(`  “${answer}” is none of these.\n`);
    }
  }

  /** What a person supplies needs a reason too, in a sentence that a reader can check. */
  async #evidence(field: string, proposal: Proposal): Promise<Proposal> {
    if (proposal.supplied[field as Suppliable] === undefined) return proposal;
    const typed = await this.#question('  How is that known? (a sentence, or nothing): ');
    if (typed === undefined || typed === '') return proposal;
    if (typed.length < LEAST_EVIDENCE) {
      this.#output.write(
        '  Too short to be checked by anybody; “How is that known?” stays open.\n',
      );
      return proposal;
    }
    return { ...proposal, supplied: { ...proposal.supplied, [field]: typed } };
  }

  /** @returns undefined when the input has ended */
  async #question(words: string): Promise<string | undefined> {
    this.#output.write(shown(words));
    const { value, done } = await this.#lines.next();
    return done ? undefined : plainLine(value);
  }
}

/** Each takes what was typed, and returns the changed proposal or what is wrong with it. */
const CHANGES: Readonly<
  Record<string, (typed: string, proposal: Proposal, context: Context) => Proposal | string>
> = {
  title: (title, proposal) => stated('title', { ...proposal, title }),
  byline: (byline, proposal) => stated('byline', { ...proposal, byline }),
  date(date, proposal) {
    const parsed = parseEdtf(date);
    if (!parsed.ok) return `${parsed.what} ${parsed.remedy}`;
    const evidence =
      'The date was given by the person who added the article, who did not note the evidence.';
    return {
      ...proposal,
      date,
      dateSource: 'inferred',
      supplied: { ...proposal.supplied, date: evidence },
    };
  },
  outlet(outlet, proposal, context) {
    const found = recordFor('outlets', outlet, context);
    if (typeof found === 'string') return found;
    const evidence =
      'The outlet was given by the person who added the article, who did not note the evidence.';
    const changed = withRecord(
      { ...proposal, outlet: found.id, supplied: { ...proposal.supplied, outlet: evidence } },
      'outlets',
      found.made,
    );
    return proposal.supplied.source === undefined ? changed : ownWork(changed, outlet, context);
  },
  source(typed, proposal, context) {
    const found = typed
      .split(/\s*,\s*/)
      .filter(Boolean)
      .map((name) => recordFor('sources', name, context));
    const wrong = found.find((record) => typeof record === 'string');
    if (wrong !== undefined) return wrong as string;
    const records = found.filter((record) => typeof record !== 'string');
    const evidence =
      'The source was given by the person who added the article, who did not note the evidence.';
    const changed = {
      ...proposal,
      source: records.map(({ id }) => id),
      supplied: { ...proposal.supplied, source: evidence },
    };
    const others = changed.newRecords.filter(({ kind }) => kind !== 'sources');
    return {
      ...changed,
      newRecords: [...others, ...records.flatMap(({ made }) => (made ? [made] : []))],
    };
  },
};

/** What is credited to nobody is the work of the outlet, whichever that turns out to be. */
function ownWork(proposal: Proposal, outlet: string, context: Context): Proposal | string {
  const found = recordFor('sources', outlet, context);
  if (typeof found === 'string') return found;
  const name = found.name ?? outlet;
  const evidence = `The page credits no agency, so the text is taken to be the own work of ${name}.`;
  return withRecord(
    { ...proposal, source: [found.id], supplied: { ...proposal.supplied, source: evidence } },
    'sources',
    found.made,
  );
}

function stated(field: 'title' | 'byline', proposal: Proposal): Proposal {
  const evidence = `The ${field} was corrected by the person who added the article.`;
  return { ...proposal, supplied: { ...proposal.supplied, [field]: evidence } };
}

/** An id that a record has, or a new record for a name. */
function recordFor(
  kind: 'outlets' | 'sources',
  typed: string,
  context: Context,
): { id: string; name?: string; made?: NewRecord } | string {
  const known = context.record.authorities[kind].find(
    ({ id, data }) =>
      id === typed || [data.name, ...data.variants.map((v) => v.spelling)].includes(typed),
  );
  if (known) return { id: known.id, name: known.data.name };
  const id = SLUG.test(typed) ? typed : slugFromTitle(typed);
  if (id === '') return 'A name needs a letter from a to z to make an id of; type an id.';
  const review =
    'Made by “npm run add” from a name that was typed: add spellings, then remove this line.';
  const code =
    kind === 'outlets'
      ? {
          code:
            typed
              .replace(/[^\p{L}\p{N}]/gu, '')
              .slice(0, 4)
              .toUpperCase() || 'X',
        }
      : {};
  return { id, made: { kind, id, fields: { name: typed, kind: 'website', ...code, review } } };
}

function withRecord(
  proposal: Proposal,
  kind: NewRecord['kind'],
  made: NewRecord | undefined,
): Proposal {
  const others = proposal.newRecords.filter((record) => record.kind !== kind);
  return { ...proposal, newRecords: made ? [...others, made] : others };
}
