import { dayNumber } from '../days.ts';
import { formBit } from '../files/terms.ts';
import { lastDay } from '../histogram.ts';
import { recordForm } from '../names/records.ts';
import type { Piece, Query } from '../query/parse.ts';
import { anyOf } from '../rank/combine.ts';
import { rarity, scoreTerm } from '../rank/score.ts';
import { grouped } from '../text/segments.ts';
import { type Word, wordsOf } from '../text/words.ts';
import { guess, otherSpellings } from './guess.ts';
import type { Library, PlacedTerm } from './library.ts';
import type { Evidence, Part, Reading } from './part.ts';
import { phrasePlaces, type Step } from './phrase.ts';
import { termOfSigns, termsOfPairs } from './sign-run.ts';

/** Weight of what was guessed against what was typed. */
const GUESSED = 0.8;

/** What was typed, as parts that each find articles. */
export interface ReadQuery {
  readonly parts: readonly Part[];
  readonly without: readonly Part[];
  /** Words left out because they say nothing. */
  readonly dropped: readonly string[];
}

/**
 * Reads a query: names in any spelling, phrases, years, words.
 *
 * @param exact whether to look for what was typed and nothing else
 */
export async function readQuery(
  query: Query,
  library: Library,
  exact: boolean,
): Promise<ReadQuery> {
  const pieces = query.clauses.flatMap((clause) => clause.map((piece) => piece));
  const isOnlyStops = pieces.every((piece) => isStop(piece, library));
  const parts: Part[] = [];
  const dropped: string[] = [];
  let run: Piece[] = [];
  const flush = async () => {
    const read = await readRun(run, library, { exact, keepStops: isOnlyStops });
    parts.push(...read.parts);
    dropped.push(...read.dropped);
    run = [];
  };
  for (const clause of query.clauses) {
    const [piece] = clause;
    if (piece && clause.length === 1 && !piece.quoted) {
      run.push(piece);
      continue;
    }
    await flush();
    const alternatives = await Promise.all(clause.map((one) => readPiece(one, library, exact)));
    parts.push(
      alternatives.length === 1 && alternatives[0]
        ? alternatives[0]
        : either(alternatives, library),
    );
  }
  await flush();
  const without = await Promise.all(query.without.map((one) => readPiece(one, library, exact)));
  return { parts, without, dropped };
}

function isStop({ quoted, forms, typed }: Piece, { stopWords, directory }: Library): boolean {
  return (
    !quoted && forms.every((form) => stopWords.has(form)) && directory.exactly(typed).length === 0
  );
}

/** Words beside one another, in which names are looked for. */
async function readRun(
  run: readonly Piece[],
  library: Library,
  { exact, keepStops }: { exact: boolean; keepStops: boolean },
): Promise<{ parts: Part[]; dropped: string[] }> {
  const words = run.flatMap(typedWords);
  const terms = await Promise.all(
    words.map(({ form }) =>
      library.stopWords.has(form) && !keepStops ? undefined : library.term(form),
    ),
  );
  const names = exact
    ? []
    : library.directory.find(
        words.map(({ typed, form }, at) => ({
          typed,
          form,
          isKnown: terms[at] !== undefined || library.stopWords.has(form),
        })),
      );
  const parts: Promise<Part>[] = [];
  const dropped: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = names.find(({ start }) => start === at);
    if (name !== undefined) {
      parts.push(namePart(asTyped(words.slice(at, at + name.length)), name, library));
      at += name.length - 1;
      continue;
    }
    const next = names.find(({ start }) => start > at)?.start ?? words.length;
    const group = groupFrom(words.slice(at, next));
    const [word] = group;
    if (word === undefined) continue;
    if (group.length > 1) parts.push(signsPart(group, library, exact));
    else if (!keepStops && library.stopWords.has(word.form)) dropped.push(word.typed);
    else parts.push(wordPart(word.typed, word.form, terms[at], library, exact));
    at += group.length - 1;
  }
  return { parts: await Promise.all(parts), dropped };
}

/** A word of a piece of a query, and in which piece it stands. */
interface TypedWord extends Word {
  readonly typed: string;
  readonly piece: Piece;
}

function typedWords(piece: Piece): TypedWord[] {
  const { typed } = piece;
  const words = wordsOf(typed);
  if (words.length === 1) return words.map((word) => ({ ...word, typed, piece }));
  return words.map((word) => ({ ...word, typed: typed.slice(word.start, word.end), piece }));
}

function asTyped(words: readonly TypedWord[]): string {
  return words
    .map(({ typed, piece, end, isSign }, at) => {
      const next = words[at + 1];
      const isRun = isSign && next?.isSign && next.piece === piece && next.start === end;
      return isRun || next === undefined ? typed : `${typed} `;
    })
    .join('');
}

/** The first word, of several signs where it is written so. */
function groupFrom(words: readonly TypedWord[]): TypedWord[] {
  const [first] = words;
  if (first === undefined || !first.isSign) return words.slice(0, 1);
  const { piece } = first;
  const inPiece = words.filter((word) => word.piece === piece);
  return grouped(piece.typed, inPiece)[0] ?? [];
}

/** A word of several signs; where no article holds it, the pairs of neighbours in it. */
async function signsPart(
  signs: readonly TypedWord[],
  library: Library,
  exact: boolean,
): Promise<Part> {
  const typed = asTyped(signs);
  const forms = signs.map(({ form }) => form);
  const whole = await termOfSigns(forms, library);
  if (whole !== undefined) {
    const evidence = { term: whole.term, typed: 1, isRecord: false, isName: false };
    return partOf(typed, { kind: 'words' }, [evidence], library);
  }
  const pairs = exact ? [] : await termsOfPairs(forms, library);
  if (pairs.length === 0) return partOf(typed, { kind: 'nothing' }, [], library);
  const as = pairs.map(({ term }) => term.forms[0] ?? '');
  return partOf(typed, { kind: 'inflected', as }, asEvidence(pairs), library);
}

async function readPiece(piece: Piece, library: Library, exact: boolean): Promise<Part> {
  const { typed, forms } = piece;
  const records = exact ? [] : library.directory.exactly(typed);
  if (records.length > 0) return namePart(typed, { records }, library);
  const [only = ''] = forms;
  if (forms.length > 1) return phrasePart(piece, library, exact);
  const term = await library.term(only);
  if (term === undefined && !exact && !piece.quoted) {
    const [name] = library.directory.find([{ typed, form: only, isKnown: false }]);
    if (name !== undefined) return namePart(typed, name, library);
  }
  return wordPart(typed, only, term, library, exact);
}

async function namePart(
  typed: string,
  { records, readAs }: { records: readonly number[]; readAs?: string },
  library: Library,
): Promise<Part> {
  const found = await Promise.all(
    records.map((number) => {
      const record = library.directory.records[number];
      return record && library.term(recordForm(record));
    }),
  );
  const folded = wordsOf(typed)
    .map(({ form }) => form)
    .join(' ');
  const evidence = found.flatMap((placed): Evidence[] => {
    if (placed === undefined) return [];
    let bits = 0;
    for (const [index, form] of placed.term.forms.entries()) {
      if (
        wordsOf(form)
          .map((word) => word.form)
          .join(' ') === folded
      )
        bits |= formBit(index);
    }
    return [{ term: placed.term, typed: bits, isRecord: true, isName: true }];
  });
  const reading: Reading = { kind: 'name', records, ...(readAs !== undefined && { readAs }) };
  return partOf(typed, reading, evidence, library);
}

async function wordPart(
  typed: string,
  form: string,
  placed: PlacedTerm | undefined,
  library: Library,
  exact: boolean,
): Promise<Part> {
  if (placed === undefined) {
    const guessed = exact ? undefined : await guess(typed, form, library);
    const year = exact ? undefined : yearPart(typed, form, [], library);
    if (year) return year;
    if (guessed === undefined) return partOf(typed, { kind: 'nothing' }, [], library);
    const terms = await Promise.all(guessed.forms.map((one) => library.term(one)));
    const evidence = asEvidence(terms);
    return partOf(typed, { kind: guessed.kind, as: guessed.forms }, evidence, library);
  }
  const typedBit = formBit(placed.term.forms.indexOf(form));
  const evidence = [{ term: placed.term, typed: typedBit, isRecord: false, isName: placed.isName }];
  if (exact) return literal(typed, evidence, library);
  const others = placed.isName ? await otherSpellings(form, library) : [];
  if (others.length > 0) return withSpellings(typed, evidence, others, library);
  return (
    yearPart(typed, form, evidence, library) ?? partOf(typed, { kind: 'words' }, evidence, library)
  );
}

/** Terms that stand in for what was typed, each once. */
function asEvidence(placed: readonly (PlacedTerm | undefined)[]): Evidence[] {
  const terms = new Map(placed.flatMap((one) => (one ? [[one.term, one.isName] as const] : [])));
  return [...terms].map(([term, isName]) => ({ term, typed: 0, isRecord: false, isName }));
}

/** A name without a record, with the ways of writing it that sound the same. */
async function withSpellings(
  typed: string,
  evidence: readonly Evidence[],
  others: readonly string[],
  library: Library,
): Promise<Part> {
  const known = new Set(evidence.map(({ term }) => term));
  const found = await Promise.all(others.map((form) => library.term(form)));
  const more = asEvidence(found).filter(({ term }) => !known.has(term));
  if (more.length === 0) return partOf(typed, { kind: 'words' }, evidence, library);
  const literal = partOf(typed, { kind: 'words' }, evidence, library);
  const reading: Reading = {
    kind: 'spellings',
    as: more.flatMap(({ term }) => term.forms[0] ?? []),
  };
  const other = partOf(typed, reading, more, library);
  return {
    typed,
    reading,
    found: anyOf([literal.found, other.found], library.corpus.count),
    evidence: [...evidence, ...more],
  };
}

/** Only the articles that hold the very form that was typed. */
function literal(typed: string, evidence: readonly Evidence[], library: Library): Part {
  const part = partOf(typed, { kind: 'words' }, evidence, library);
  const [one] = evidence;
  if (one === undefined) return part;
  const docs = [...one.term.docs].filter((_, at) => ((one.term.masks[at] ?? 0) & one.typed) !== 0);
  const scores = new Map(
    Array.from(part.found.docs, (doc, at) => [doc, part.found.scores[at] ?? 0]),
  );
  return { ...part, found: { docs, scores: docs.map((doc) => scores.get(doc) ?? 0) } };
}

/** A bare year finds what is dated in it, besides what names it. */
function yearPart(
  typed: string,
  form: string,
  evidence: readonly Evidence[],
  library: Library,
): Part | undefined {
  if (!/^(?:1[5-9]|20)\d\d$/.test(form)) return undefined;
  const [from, to] = [dayNumber(form), lastDay(form)];
  const { earliest, latest, count } = library.columns;
  const docs: number[] = [];
  for (let doc = 0; doc < count; doc++) {
    if ((earliest[doc] ?? 0) <= to && (latest[doc] ?? 0) >= from) docs.push(doc);
  }
  const dated = { docs, scores: docs.map(() => rarity(docs.length, library.corpus)) };
  const named = evidence.map(({ term }) => ({
    docs: term.docs,
    ...scoreTerm(term, library.corpus, { bit: 0, isName: false }),
  }));
  return { typed, reading: { kind: 'year' }, found: anyOf([dated, ...named], count), evidence };
}

async function phrasePart(piece: Piece, library: Library, exact: boolean): Promise<Part> {
  const words = wordsOf(piece.typed).map(({ form, start, end }) => ({
    form,
    typed: piece.typed.slice(start, end),
    isKnown: true,
  }));
  const names = exact
    ? []
    : library.directory.find(words).filter(({ readAs }) => readAs === undefined);
  const steps: Promise<Step>[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = names.find(({ start }) => start === at);
    if (name === undefined) {
      steps.push(
        library
          .term(words[at]?.form ?? '')
          .then((one) => ({ terms: one ? [one] : [], isName: false })),
      );
      continue;
    }
    steps.push(
      Promise.all(
        name.records.map((number) => {
          const record = library.directory.records[number];
          return record ? library.term(recordForm(record)) : undefined;
        }),
      ).then((found) => ({ terms: found.flatMap((one) => one ?? []), isName: true })),
    );
    at += name.length - 1;
  }
  const read = await Promise.all(steps);
  const { docs } = await phrasePlaces(read);
  const rare = rarity(docs.length, library.corpus) * read.length;
  const evidence = read
    .filter(({ isName }) => isName)
    .flatMap(({ terms }) =>
      terms.map(({ term }) => ({ term, typed: 0, isRecord: true, isName: true })),
    );
  return {
    typed: `“${piece.typed}”`,
    reading: docs.length === 0 ? { kind: 'nothing' } : { kind: 'words' },
    found: { docs, scores: new Float32Array(docs.length).fill(rare) },
    evidence,
    steps: read.map(({ terms, isName }) =>
      terms.flatMap(({ term: { forms } }) =>
        (isName ? forms.slice(1) : forms).map((form) => wordsOf(form).map((word) => word.form)),
      ),
    ),
  };
}

function partOf(
  typed: string,
  reading: Reading,
  evidence: readonly Evidence[],
  { corpus }: Library,
): Part {
  const weight = reading.kind === 'words' || reading.kind === 'name' ? 1 : GUESSED;
  const found = anyOf(
    evidence.map(({ term, typed: bits, isRecord, isName }) => ({
      docs: term.docs,
      ...scoreTerm(term, corpus, { bit: isRecord ? 0 : bits, isName, weight }),
    })),
    corpus.count,
  );
  return { typed, reading, found, evidence };
}

function either(parts: readonly Part[], library: Library): Part {
  const reading = parts.find((part) => part.reading.kind === 'name')?.reading;
  return {
    typed: parts.map(({ typed }) => typed).join(' or '),
    reading: reading ?? { kind: 'words' },
    found: anyOf(
      parts.map(({ found }) => found),
      library.corpus.count,
    ),
    evidence: parts.flatMap(({ evidence }) => evidence),
  };
}
