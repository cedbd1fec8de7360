/**
 * Takes out of a stylesheet what is scoped to components that a page does not have: a page gets from Astro the styles
 * of all components that its route imports, also of those that it did not need. A selector with a scope's name meets
 * nothing where no element carries that name, and no script of ours gives one.
 *
 * @param css as Astro writes it, valid and minified
 * @param scopes names of the scopes that the page has, `astro-…`
 */
export function pruneStyles(css: string, scopes: ReadonlySet<string>): string {
  let kept = '';
  let at = 0;
  while (at < css.length) {
    const end = endOf(css, at);
    kept += prunedStatement(css.slice(at, end), scopes);
    at = end;
  }
  return kept;
}

/** The name of a component's scope, as Astro writes it into selectors. */
export const SCOPE = /\.(astro-[a-z0-9]{8})\b/g;
const HOLDS_RULES = /^\s*@(?:layer|media|container|supports)\b/;

function prunedStatement(statement: string, scopes: ReadonlySet<string>): string {
  const open = statement.indexOf('{');
  const prelude = statement.slice(0, open);
  // A comma in a string parts nothing, and such selectors are few.
  if (open < 0 || prelude.includes('"')) return statement;
  if (HOLDS_RULES.test(prelude)) {
    const close = statement.lastIndexOf('}');
    const rules = pruneStyles(statement.slice(open + 1, close), scopes);
    return rules.trim() === '' ? '' : `${prelude}{${rules}}`;
  }
  const selectors = prelude.split(/,(?![^(]*\))/).filter((selector) => meets(selector, scopes));
  return selectors.length === 0 ? '' : selectors.join(',') + statement.slice(open);
}

function meets(selector: string, scopes: ReadonlySet<string>): boolean {
  return [...selector.matchAll(SCOPE)].every(([, name = '']) => scopes.has(name));
}

/** Where the statement ends that begins at a place: after its block, or after its semicolon. */
function endOf(css: string, from: number): number {
  let depth = 0;
  for (let at = from; at < css.length; at++) {
    const sign = css[at];
    if (sign === '\\') at++;
    else if (sign === '"' || sign === "'") at = endOfString(css, at);
    else if (sign === '/' && css[at + 1] === '*') at = endOfComment(css, at);
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at + 1;
    else if (sign === ';' && depth === 0) return at + 1;
  }
  return css.length;
}

function endOfString(css: string, from: number): number {
  for (let at = from + 1; at < css.length; at++) {
    if (css[at] === '\\') at++;
    else if (css[at] === css[from]) return at;
  }
  return css.length;
}

function endOfComment(css: string, from: number): number {
  const end = css.indexOf('*/', from + 2);
  return end < 0 ? css.length : end + 1;
}
