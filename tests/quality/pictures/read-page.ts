import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { words } from '../../site/built-site.ts';

/** A page with a picture, with what stands in it by where that leads: `/timeline/2019-03.html` to 1. */
export interface PicturePage {
  readonly address: string;
  readonly document: Document;
  /** Bytes, packed as hosts pack them at their best. */
  readonly packed: number;
}

/** Reads one page of a built site, however many there are. */
export function readPicture(site: string, address: string): PicturePage {
  const bytes = readFileSync(path.join(site, address));
  return {
    address,
    document: parseHTML(bytes.toString('utf8')).document,
    packed: gzipSync(bytes, { level: 9 }).length,
  };
}

export type Counts = ReadonlyMap<string, number>;

/** The numbers of a table or strip, each by where it leads. */
export function numbersIn(page: PicturePage, selector: string): Counts {
  const links = [...page.document.querySelectorAll(`main ${selector}`)];
  return new Map(links.map((link) => [leadsTo(page, link), numberOf(link)]));
}

/** The numbers of a list, each by where the name beside it leads. */
export function numbersListed(page: PicturePage, selector: string): Counts {
  const lines = [...page.document.querySelectorAll(`main ${selector} .counted li`)];
  return new Map(
    lines.map((line) => [
      leadsTo(page, line.querySelector('a')),
      numberOf(line.querySelector('span')),
    ]),
  );
}

export function leadsTo({ address }: PicturePage, link: Element | null): string {
  const url = new URL(link?.getAttribute('href') ?? '', new URL(address, 'site://site'));
  return `${url.pathname}${url.hash}`;
}

/** The number for those who see: what is said to others beside it, and labels, left out. */
function numberOf(element: Element | null): number {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const other of copy?.querySelectorAll('.unseen, b, svg') ?? []) other.remove();
  return Number(words(copy).replaceAll(',', '') || Number.NaN);
}

/** Where two counts differ, in words. */
export function differences(what: string, found: Counts, expected: Counts): string[] {
  const keys = new Set([...found.keys(), ...expected.keys()]);
  return [...keys].flatMap((key) =>
    found.get(key) === expected.get(key)
      ? []
      : [
          `${what}: ${key} is ${found.get(key) ?? 'missing'}, counted ${expected.get(key) ?? 'none'}`,
        ],
  );
}
