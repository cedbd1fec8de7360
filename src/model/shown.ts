/**
 * Signs that a terminal obeys instead of showing them, and signs that can't be seen: control characters of
 * both sets, marks that turn the direction of writing, spaces without width. Joiners stay: names of several
 * scripts are written with them.
 */
const UNSHOWN =
  /[\p{Cc}\u{ad}\u{61c}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** A text of one line or more, for a person to read: what a terminal would obey is spelled out as <U+001B>. */
export function shown(text: string): string {
  return text.replace(UNSHOWN, (sign) =>
    sign === '\n' || sign === '\t' ? sign : spelledOut(sign),
  );
}

/** A name or another text that is one line of what is printed. */
export function shownLine(text: string): string {
  return text.replace(UNSHOWN, spelledOut);
}

/** JSON with the same signs as JSON escapes them: it says the same, and a terminal obeys none of it. */
export function shownJson(json: string): string {
  return json.replace(UNSHOWN, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${hex(sign.charCodeAt(at))}`).join(''),
  );
}

function spelledOut(sign: string): string {
  return `<U+${hex(sign.codePointAt(0) ?? 0).toUpperCase()}>`;
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
