/** A stretch of a capture: kept as part of the article, or cut as furniture. */
export interface Stretch {
  readonly kept: boolean;
  readonly text: string;
}

/** What of a capture the article keeps, and the passages of the article that it does not hold. */
export interface Trace {
  /** The capture from beginning to end; joined, the stretches are the capture again. */
  readonly stretches: readonly Stretch[];
  /** Passages that do not stand in the capture, in order, after the one before. */
  readonly missing: readonly string[];
}

/** A text without what the comparison passes over, and where each remaining character stood. */
interface Reading {
  readonly characters: string;
  readonly offsets: readonly number[];
}

/**
 * Finds the passages of an article in its capture, in order and character for character up to white
 * space. A capture that is Markdown is read as such (`\$400` says $400, `[Kremlin.ru](#)` says
 * Kremlin.ru); plain text is tried first.
 *
 * @param capture text of the capture
 * @param passages headline, paragraphs, captions and credits in the order in which they stand there
 */
export function traceCapture(capture: string, passages: readonly string[]): Trace {
  const literal = traceReading(capture, passages, readLiterally);
  if (literal.missing.length === 0) return literal;
  const markdown = traceReading(capture, passages, readMarkdown);
  return markdown.missing.length < literal.missing.length ? markdown : literal;
}

function traceReading(
  capture: string,
  passages: readonly string[],
  read: (text: string) => Reading,
): Trace {
  const { characters, offsets } = read(capture);
  const kept: { start: number; end: number }[] = [];
  const missing: string[] = [];
  let from = 0;
  for (const passage of passages) {
    const wanted = read(passage).characters;
    if (wanted === '') continue;
    const at = characters.indexOf(wanted, from);
    if (at === -1) {
      missing.push(passage);
      continue;
    }
    from = at + wanted.length;
    kept.push({ start: offsets[at] ?? 0, end: (offsets[from - 1] ?? 0) + 1 });
  }
  return { stretches: stretchesOf(capture, kept), missing };
}

function stretchesOf(capture: string, kept: readonly { start: number; end: number }[]): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  const add = (text: string, isKept: boolean) => {
    const last = stretches.at(-1);
    // White space between two passages belongs to neither; it does not make a stretch of its own.
    if (last && (last.kept === isKept || text.trim() === '')) {
      stretches[stretches.length - 1] = { kept: last.kept, text: last.text + text };
    } else if (text !== '') stretches.push({ kept: isKept, text });
  };
  for (const { start, end: stop } of kept) {
    add(capture.slice(end, start), false);
    add(capture.slice(start, stop), true);
    end = stop;
  }
  add(capture.slice(end), false);
  return stretches;
}

function readLiterally(text: string): Reading {
  return reading(text, /[\s\p{Cc}]+/gu);
}

function readMarkdown(text: string): Reading {
  return reading(
    text,
    /[\s\p{Cc}]+|\\(?=[!-/:-@[-`{-~])|\]\([^)\s]*\)|[[\]*_`]|(?<=^|\n)#{1,6} /gu,
  );
}

/** @param passedOver a global pattern of what does not count */
function reading(text: string, passedOver: RegExp): Reading {
  const runs: string[] = [];
  const offsets: number[] = [];
  let start = 0;
  const keepUntil = (end: number) => {
    if (end > start) runs.push(text.slice(start, end));
    for (let at = start; at < end; at++) offsets.push(at);
  };
  for (const match of text.matchAll(passedOver)) {
    keepUntil(match.index);
    start = match.index + match[0].length;
  }
  keepUntil(text.length);
  return { characters: runs.join(''), offsets };
}
