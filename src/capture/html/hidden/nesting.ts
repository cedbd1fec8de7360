/** The selectors of a rule inside another, as they would stand outside (https://www.w3.org/TR/css-nesting-1/). */
export function within(around: string, selectors: string): string {
  const parent = `:is(${around})`;
  return partsOf(selectors)
    .map((part) =>
      part.includes('&') ? part.replaceAll('&', () => parent) : `${parent} ${part.trim()}`,
    )
    .join(',');
}

/** Parts of a list at its outermost commas, or at another sign. */
export function partsOf(list: string, by = ','): string[] {
  const parts: string[] = [];
  let [depth, quote, start] = [0, '', 0];
  for (let at = 0; at < list.length; at++) {
    const sign = list[at] ?? '';
    if (sign === '\\') at++;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (sign === by && depth === 0) {
      parts.push(list.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, list.slice(start).trim()].filter((part) => part !== '');
}
