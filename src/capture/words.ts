/** A text as one line, with single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** How many words a text has; in scripts without spaces, an estimate. */
export function countWords(text: string): number {
  const spaced = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;
  const unspaced =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ??
    0;
  return Math.max(spaced, Math.round(unspaced / 2));
}

/** Whether a text ends as a sentence does, with any closing quotation marks and brackets. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;。！？](?:["'”’»“)\]]|\s\(\w+\))*$/u.test(text.trim());
}

/** Words that carry meaning, shortened to their beginnings so that endings do not part them. */
export function stems(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 6)));
}

/** Share of the stems of one text that another text has, 0 to 1. */
export function overlap(of: ReadonlySet<string>, among: ReadonlySet<string>): number {
  if (of.size === 0) return 0;
  let shared = 0;
  for (const stem of of) if (among.has(stem)) shared++;
  return shared / of.size;
}

/** Words with a capital that do not begin a sentence: mostly names. */
export function capitalised(text: string): string[] {
  return [...text.matchAll(/(?<![.!?…:"“«]\s*)(?<=[\p{Ll},;)’']\s)\p{Lu}[\p{L}\p{M}'’-]+/gu)].map(
    ([word]) => word.replace(/['’]s?$/, ''),
  );
}
