import { parseHTML } from 'linkedom';
import { LIMITS } from '../limits.ts';
import { CaptureRefused } from '../refused.ts';
import { withoutBetween } from '../without-between.ts';
import { makeTreesFaster } from './faster-tree.ts';

makeTreesFaster();

/** A page as a tree; nothing in it runs and nothing is loaded. */
export type Page = Document;

/**
 * Parses markup with linkedom.
 *
 * @throws CaptureRefused for markup that is too long or too deep to be an article's
 */
export function parsePage(markup: string): Page {
  // Pages saved as one file carry their pictures in them; they would be most of the work.
  const lean = markup.replace(/data:[\w/+.-]+(?:;[\w=.-]+)*,[^"'()\s<>]{200,}/g, 'data:,');
  if (lean.length > LIMITS.markup) {
    throw new CaptureRefused(
      `Its markup has ${Math.round(lean.length / 2 ** 20)} MB.`,
      'No article is that long; save the page again without what surrounds it.',
    );
  }
  refuseDepth(lean);
  const whole = withOneRoot(lean);
  return parseHTML(whole).document as unknown as Page;
}

/**
 * Markup with one root, one head and one body, in that order: linkedom takes the first element for the
 * root, and pages have others before it, two of them, several in comments for old browsers, or
 * something between head and body. Scripts, which may hold any of that as text, go first.
 */
function withOneRoot(markup: string): string {
  const uncommented = withoutBetween(markup, '<!--', '-->');
  const unscripted = withoutBetween(uncommented, '<script', '</script', isScript);
  const bare = withoutBetween(unscripted, '<style', '</style', isStyle).replace(
    /<!doctype[^>]{0,2000}>/gi,
    '',
  );
  const [root = '<html>'] = /<html\b[^>]{0,20000}>/i.exec(bare) ?? [];
  const rest = bare.replace(/<\/?(?:html|head)(?![\w-])[^>]{0,20000}>/gi, '');
  const at = rest.search(/<body(?![\w-])/i);
  if (at >= 0) return `${root}<head>${rest.slice(0, at)}</head>${rest.slice(at)}</html>`;
  const [head = ''] =
    /^\s*(?:<(?:title|meta|link|base|script|noscript)\b[^>]*>[^<]*(?:<\/(?:title|script|noscript)\s*>)?\s*)+/i.exec(
      rest,
    ) ?? [];
  return `${root}<head>${head}</head><body>${rest.slice(head.length)}</body></html>`;
}

/** Linked data is read; other scripts are not. */
function isScript(head: string): boolean {
  return /^<script(?![\w-])/i.test(head) && !/^[^>]*ld\+json/i.test(head);
}

function isStyle(head: string): boolean {
  return /^<style(?![\w-])/i.test(head);
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** Counts open elements before a tree is made of them; both are bounded. */
function refuseDepth(markup: string): void {
  let depth = 0;
  let elements = 0;
  for (const match of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*?(\/?)>/gi)) {
    const [, closes, name = '', closed] = match;
    if (VOID.test(name) || closed === '/' || /^(?:p|li|td|tr|th|dd|dt|option|tbody)$/i.test(name))
      continue;
    if (closes === '/') depth = Math.max(0, depth - 1);
    else {
      depth++;
      elements++;
    }
    if (depth > LIMITS.depth * 5 || elements > LIMITS.elements) {
      throw new CaptureRefused(
        'Its markup is nested too deeply or has too many parts.',
        'No article is made so; save the page again in a browser.',
      );
    }
  }
}

/** Every element below a node, without recursion. */
export function* elementsOf(root: ParentNode): Generator<Element> {
  const stack = [...root.children].reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at];
      if (child) stack.push(child);
    }
  }
}
