import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Cbor, readCbor } from './read-cbor.ts';

/** The format that is read here is Pagefind's own and may change with any release. */
export const PAGEFIND = '1.6.0';

const SIGNATURE = 'pagefind_dcd';

/** A word of the index of one language, in the form that Pagefind cuts it to. */
export interface IndexedWord {
  readonly stem: string;
  /** Numbers of the pages that hold it, and on each the places where it stands. */
  readonly pages: readonly { readonly page: number; readonly locations: readonly number[] }[];
}

/** The index of one language: what each page holds, and its words one after the other. */
export interface LanguageIndex {
  readonly language: string;
  /** Texts as Pagefind saw them, in the order of its own page numbers. */
  readonly pages: readonly { readonly url: string; readonly content: string }[];
  readonly words: () => Generator<IndexedWord>;
}

/**
 * Reads an index that Pagefind wrote.
 *
 * @param folder absolute path of the bundle
 * @throws Error when it was written by another version than the one this format is known of
 */
export function readPagefind(folder: string): LanguageIndex[] {
  const entry = JSON.parse(readFileSync(path.join(folder, 'pagefind-entry.json'), 'utf8')) as {
    version: string;
    languages: Record<string, { hash: string }>;
  };
  if (entry.version !== PAGEFIND) {
    throw new Error(
      `The search index was written by Pagefind ${entry.version}; its format is known of ${PAGEFIND} only. Install the version that package.json pins.`,
    );
  }
  const fragments = readFragments(folder);
  return Object.entries(entry.languages).map(([language, { hash }]) => {
    const meta = unpackList(path.join(folder, `pagefind.${hash}.pf_meta`));
    const [, pages, chunks] = meta as [string, [string][], [string, string, string][]];
    return {
      language,
      pages: pages.map(([page]) => {
        const fragment = fragments.get(page);
        if (fragment === undefined) throw new Error(`The search index lacks its page ${page}.`);
        return fragment;
      }),
      *words() {
        for (const [, , chunk] of chunks) {
          yield* readChunk(unpackList(path.join(folder, 'index', `${chunk}.pf_index`)));
        }
      },
    };
  });
}

function readFragments(folder: string): Map<string, { url: string; content: string }> {
  const fragments = new Map<string, { url: string; content: string }>();
  const fragmentFolder = path.join(folder, 'fragment');
  // Of an archive without articles Pagefind makes no fragments and no folder for them.
  if (!existsSync(fragmentFolder)) return fragments;
  for (const file of readdirSync(fragmentFolder)) {
    const parsed = JSON.parse(new TextDecoder().decode(unpack(path.join(fragmentFolder, file)))) as
      | { url: string; content: string }
      | Record<string, { url: string; content: string }>;
    if (typeof parsed['url'] === 'string') {
      fragments.set(
        path.basename(file, '.pf_fragment'),
        parsed as { url: string; content: string },
      );
    } else {
      for (const [hash, fragment] of Object.entries(parsed)) fragments.set(hash, fragment);
    }
  }
  return fragments;
}

type Places = [page: number, marks: number[]][];

/** Words with accents stand below the stem that they share with those without, as variants of it. */
function* readChunk(chunk: Cbor[]): Generator<IndexedWord> {
  for (const [stem, places, variants = []] of chunk[0] as [string, Places, [string, Places][]?][]) {
    yield { stem, pages: pagesOf(places) };
    for (const [, ofVariant] of variants) yield { stem, pages: pagesOf(ofVariant) };
  }
}

function pagesOf(places: Places): IndexedWord['pages'] {
  let page = 0;
  return places.map(([step, marks]) => {
    page += step;
    return { page, locations: locationsOf(marks) };
  });
}

/** Places are written as differences, anew after each negative number, which tells their weight. */
function locationsOf(marks: readonly number[]): number[] {
  let location = 0;
  return marks.flatMap((mark) => {
    location = mark < 0 ? 0 : location + mark;
    return mark < 0 ? [] : [location];
  });
}

function unpack(file: string): Uint8Array {
  const bytes = gunzipSync(readFileSync(file));
  if (bytes.subarray(0, SIGNATURE.length).toString('latin1') !== SIGNATURE) {
    throw new Error(`${path.basename(file)} is not a file of Pagefind's.`);
  }
  return bytes.subarray(SIGNATURE.length);
}

function unpackList(file: string): Cbor[] {
  const value = readCbor(unpack(file));
  if (!Array.isArray(value)) throw new Error(`${path.basename(file)} holds no list.`);
  return value;
}
