import { hash } from 'node:crypto';
import { contentPolicy } from '../../model/policy.ts';
import { pruneStyles, SCOPE } from './prune-styles.ts';

/** Where the layout leaves room for the policy. Until it is filled in, it lets nothing in. */
const EMPTY = /<meta http-equiv="Content-Security-Policy" content="default-src 'none'"\s*\/?>/;
const STYLE = /<style>([\s\S]*?)<\/style>\s*/g;

/**
 * A rendered page with its own styles in one element, where the first one was, and with a policy that lets this one in.
 * Astro has a policy too (`security.csp`), which names on each page the styles of all pages and `'self'`: two kilobytes
 * that do not compress, and weaker (docs/decisions/0084-styles-of-a-page.md).
 */
export function withPolicy(html: string): string {
  if (!EMPTY.test(html)) return html;
  const end = html.indexOf('</head>');
  let css = '';
  let head = html.slice(0, end).replace(STYLE, (_, own: string) => {
    const place = css === '' ? PLACE : '';
    css += own;
    return place;
  });
  const rest = head + html.slice(end);
  head = head.replace(PLACE, () => `<style>${stylesFor(rest, css)}</style>`);
  const styles = [...(head + html.slice(end)).matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)];
  const policy = contentPolicy([...new Set(styles.map(([, own = '']) => hashOf(own)))]);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return head.replace(EMPTY, () => meta) + html.slice(end);
}

const PLACE = '<style/>';

/** What was made of the styles of a kind of page, by the names of scopes that a page of this kind has. */
const pruned = new Map<string, { names: readonly string[]; made: Map<string, string> }>();

function stylesFor(page: string, css: string): string {
  let known = pruned.get(css);
  if (known === undefined) {
    const names = new Set([...css.matchAll(SCOPE)].map(([, name = '']) => name));
    known = { names: [...names], made: new Map() };
    pruned.set(css, known);
  }
  const scopes = known.names.filter((name) => page.includes(name));
  const key = scopes.join(' ');
  let made = known.made.get(key);
  if (made === undefined) {
    made = pruneStyles(css, new Set(scopes));
    known.made.set(key, made);
  }
  return made;
}

const hashes = new Map<string, string>();

function hashOf(css: string): string {
  let known = hashes.get(css);
  if (known === undefined) {
    known = `sha256-${hash('sha256', css, 'base64')}`;
    hashes.set(css, known);
  }
  return known;
}
