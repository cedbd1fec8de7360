/** A text with escapes undone, and where each letter of it comes from. */
export interface PlainText {
  readonly text: string;
  /** Offset in the text as it was of an offset in the plain one. */
  readonly origin: (at: number) => number;
}

// Of HTML, of strings in scripts and JSON, of addresses (twice encoded too), of Markdown.
const ESCAPES =
  /&(?:amp|quot|apos|commat|equals|quest|num|lt|gt);|&#(?:x0*[2-7][0-9a-f]|0*(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]));|\\u00[2-7][0-9a-f]|\\x[2-7][0-9a-f]|%(?:25){0,3}[2-7][0-9a-f]|\\["'/&=?#@_.:~+-]/gi;
// Of messages (RFC 2045, 6.7), where a part of one was saved as it was sent.
const QUOTED = /=[ \t]*\r?\n|=(?:[2-7][0-9A-F])/g;

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', quot: '"', apos: "'", commat: '@', equals: '=', quest: '?', num: '#' },
  ...{ lt: '<', gt: '>' },
};

/** Undoes the escapes behind which a word could hide from a search; each stands for one sign. */
export function plainText(source: string): PlainText {
  let plain: PlainText = { text: source, origin: (at) => at };
  if (source.includes('=3D')) plain = replaced(plain, QUOTED, quotedSign);
  // What one pass uncovers (“\\u0026amp;”), the next one reads.
  for (let pass = 0; pass < 2; pass++) {
    const before = plain;
    plain = replaced(plain, ESCAPES, escapedSign);
    if (plain.text.length === before.text.length) break;
  }
  return plain;
}

function quotedSign(escaped: string): string {
  return escaped.length === 3 && /^=[2-7][0-9A-F]$/.test(escaped)
    ? String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    : '';
}

function escapedSign(escaped: string): string {
  const first = escaped[0];
  if (first === '%') return String.fromCharCode(Number.parseInt(escaped.slice(-2), 16));
  if (first === '\\') {
    return escaped.length > 2
      ? String.fromCharCode(Number.parseInt(escaped.slice(-2), 16))
      : (escaped[1] ?? '');
  }
  if (escaped[1] !== '#') return NAMED[escaped.slice(1, -1).toLowerCase()] ?? '';
  const digits = escaped.slice(2, -1);
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return String.fromCharCode(code);
}

function replaced(
  before: PlainText,
  pattern: RegExp,
  sign: (escaped: string) => string,
): PlainText {
  const parts: string[] = [];
  const ours: number[] = [0];
  const theirs: number[] = [0];
  let from = 0;
  let length = 0;
  for (const { 0: escaped, index } of before.text.matchAll(pattern)) {
    const put = sign(escaped);
    parts.push(before.text.slice(from, index), put);
    length += index - from + put.length;
    from = index + escaped.length;
    ours.push(length);
    theirs.push(from);
  }
  if (ours.length === 1) return before;
  parts.push(before.text.slice(from));
  return {
    text: parts.join(''),
    origin: (at) => {
      const index = lastAtMost(ours, at);
      return before.origin((theirs[index] ?? 0) + at - (ours[index] ?? 0));
    },
  };
}

function lastAtMost(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
