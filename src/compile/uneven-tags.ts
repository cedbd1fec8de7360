/** The end of a component that is not where its beginning wants it. */
export interface UnevenTag {
  readonly name: string;
  /** Where the tags begin; there may be none that opens it. */
  readonly opening?: number;
  readonly closing: number;
}

/** A tag of a component as it is written. */
interface Tag {
  readonly name: string;
  readonly offset: number;
  /** What stands before it in its line. */
  readonly before: string;
  /** Whether something stands behind it in its line. */
  readonly isFollowed: boolean;
}

const TAG = /(?<!\\)<(?<end>\/?)(?<name>[\w.:-]*)(?:"[^"]*"|'[^']*'|[^<>"']){0,2000}>/g;
/** Signs of quotations and lists at the beginning of a line. */
const SIGNS = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*/;
const LIST_SIGN = /[-*+]|\d+[.)]/g;
/** Most tags that are open at once: more is refused for its depth. */
const MOST_OPEN = 200;

/**
 * Finds ends of components that stand in another quotation, list or paragraph than their beginnings. It is
 * asked before the text is parsed: at `<Note>`, a paragraph and `- </Note>`, Sätteri 0.10.5 aborts the whole
 * process, and where it does not it moves the end of the component in silence. A text in which no component
 * is open has nothing of the kind.
 */
export function unevenTags(source: string): UnevenTag[] {
  const found: UnevenTag[] = [];
  const open: Tag[] = [];
  let opened = false;
  for (const { 0: written, index: offset, groups } of source.matchAll(TAG)) {
    const { end, name = '' } = groups ?? {};
    if (end === '' && written.endsWith('/>')) continue;
    const tag = tagAt(source, { name, offset, length: written.length });
    if (end === '') {
      opened = true;
      if (open.length < MOST_OPEN) open.push(tag);
      continue;
    }
    const at = open.findLastIndex((one) => one.name === name);
    const [opening] = at < 0 ? [] : open.splice(at);
    if (opening === undefined) found.push({ name, closing: offset });
    else if (!isEven(opening, tag, source)) {
      found.push({ name, opening: opening.offset, closing: offset });
    }
  }
  return opened ? found : [];
}

function tagAt(
  source: string,
  { name, offset, length }: { name: string; offset: number; length: number },
): Tag {
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  const end = source.indexOf('\n', offset + length);
  const after = source.slice(offset + length, end < 0 ? undefined : end);
  return { name, offset, before, isFollowed: after.trim() !== '' };
}

function isEven(opening: Tag, closing: Tag, source: string): boolean {
  const between = source.slice(opening.offset, closing.offset);
  const [first = '', ...lines] = `${opening.before}${between}`.split('\n');
  if (lines.length === 0) return true;
  const signs = SIGNS.exec(first)?.[0] ?? '';
  if (signs === opening.before && !opening.isFollowed) {
    const wanted = signs.replace(LIST_SIGN, (sign) => ' '.repeat(sign.length));
    return closing.before === wanted && !closing.isFollowed;
  }
  // Within a paragraph, which ends where a line is empty or where another list or quotation begins.
  const quotations = signs.replace(/[^>]/g, '');
  return lines.every((line, at) => {
    const own = SIGNS.exec(line)?.[0] ?? '';
    const isEmpty = line.slice(own.length).trim() === '' && at < lines.length - 1;
    return !isEmpty && own.replace(/[\s>]/g, '') === '' && own.replace(/\s/g, '') === quotations;
  });
}
