/** A character in the source, or meant by a reference in it, that is not a character of text. */
export interface UnreadableCharacter {
  readonly offset: number;
  readonly point: number;
  readonly asReference: boolean;
}

const UNREADABLE =
  /(?<control>[\p{Cc}--[\t\n\r]]|\r(?!\n)|^\uFEFF)|&#(?:[xX](?<hex>[\da-fA-F]{1,6})|(?<decimal>\d{1,7}));/gv;

/** Finds control characters and references to what is none: browsers drop or replace both. */
export function unreadableCharacters(source: string): UnreadableCharacter[] {
  const found: UnreadableCharacter[] = [];
  for (const { index: offset, groups = {} } of source.matchAll(UNREADABLE)) {
    const { control, hex, decimal } = groups;
    const asReference = control === undefined;
    const point = asReference
      ? Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)
      : control.charCodeAt(0);
    if (!asReference || !isText(point)) found.push({ offset, point, asReference });
  }
  return found;
}

function isText(point: number): boolean {
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return false;
  return [0x09, 0x0a, 0x0d].includes(point) || !/\p{Cc}/u.test(String.fromCodePoint(point));
}
