// C0 and C1 controls count as white space; the invisible ends of lines and paragraphs too.
const WHITE = /[\s\p{Cc}\u2028\u2029]+/gu;

/**
 * A text as one line: white space and control characters become single spaces, halves of broken
 * surrogate pairs and non-characters, which no text file can hold, become �.
 */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Noncharacter_Code_Point}/gu, '\uFFFD')
    .replace(WHITE, ' ')
    .trim();
}

/** Escapes what Markdown or MDX would take for a mark, and leaves the rest as it can be read. */
export function escapeNeeded(line: string): string {
  return guardStart(
    line
      .replace(/[\\`*_[\]{}<]/g, '\\$&')
      .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '\\&')
      // A number sign at the end of a heading is taken for its closing mark.
      .replace(/#+$/, (signs) => signs.replaceAll('#', '\\#')),
  );
}

/** Escapes every mark that a backslash can stand before. */
export function escapeAll(line: string): string {
  return guardProgram(line.replace(/[!-/:-@[-`{-~]/g, '\\$&'));
}

/** What begins a line and would make it a heading, list, quotation or rule. */
function guardStart(line: string): string {
  const guarded = line
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-(?=[-\s]*$)|~~~|=+$|[|:])/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
  return guardProgram(guarded);
}

/** A paragraph that begins with one of these words would be read as a line of program. */
function guardProgram(line: string): string {
  return /^(?:import|export)(?![\p{L}\p{N}])/u.test(line)
    ? `&#${line.charCodeAt(0)};${line.slice(1)}`
    : line;
}

/** A text as the value of a component's attribute, between double quotation marks. */
export function jsxAttribute(line: string): string {
  return line.replace(/[&"<>{}\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
