import { KIND_WORDS, KINDS } from '../../model/kinds.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';

/** What the index needs to know of an article besides its text. */
export interface GivenFields {
  readonly title: string;
  /** As it is written (EDTF). */
  readonly date: string;
  /** Set where the article says so itself (BCP 47). */
  readonly language?: string;
  /** Set where the archive inferred them. */
  readonly supplied: { readonly date: boolean; readonly outlet: boolean };
  /** Records it is catalogued under, as `kind/id`. */
  readonly refs: readonly string[];
}

/** An article with its text. */
export interface GivenArticle extends GivenFields {
  readonly passages: readonly string[];
}

/** Articles on their way from the record to whoever makes the index: texts stay packed on the way. */
export interface Given {
  /** JSON of a list of {@link GivenFields}. */
  readonly fields: string;
  /** Packed bodies one behind the other. */
  readonly bodies: Uint8Array<ArrayBuffer>;
  readonly lengths: Uint32Array<ArrayBuffer>;
}

/** Gives articles of the record, by their numbers in it. */
export function give({ articles }: ArchiveRecord, numbers: Uint32Array): Given {
  const entries = Array.from(numbers, (number) => articles[number] as ArticleEntry);
  const packed = entries.map((entry) => entry.packed ?? Buffer.from(JSON.stringify(entry.body)));
  const lengths = Uint32Array.from(packed, ({ length }) => length);
  const bodies = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const bytes of packed) {
    bodies.set(bytes, at);
    at += bytes.length;
  }
  return { fields: JSON.stringify(entries.map(fieldsOf)), bodies, lengths };
}

/** Unpacks articles one by one. */
export function* unpackGiven({ fields, bodies, lengths }: Given): Generator<GivenArticle> {
  const texts = new TextDecoder();
  let at = 0;
  for (const [number, one] of (JSON.parse(fields) as GivenFields[]).entries()) {
    const end = at + (lengths[number] ?? 0);
    const body = JSON.parse(texts.decode(bodies.subarray(at, end))) as ArticleEntry['body'];
    yield { ...one, passages: body.blocks.map(({ text }) => text) };
    at = end;
  }
}

function fieldsOf({ data }: ArticleEntry): GivenFields {
  return {
    title: data.title,
    date: data.date,
    ...(data.language !== undefined && { language: data.language }),
    supplied: {
      date: data.supplied.date !== undefined,
      outlet: data.supplied.outlet !== undefined,
    },
    refs: KINDS.flatMap((kind) => {
      const value = data[KIND_WORDS[kind].field];
      return (typeof value === 'string' ? [value] : value).map((id) => `${kind}/${id}`);
    }),
  };
}
