import { countWords, oneLine } from '../words.ts';
import { type Hidden, NOTHING_HIDDEN } from './hidden/find-hidden.ts';
import type { Unseen } from './hidden/shapes.ts';

/** A passage of a page as its markup parts them. */
export interface HtmlBlock {
  readonly kind: 'paragraph' | 'heading' | 'quote' | 'item' | 'figure';
  readonly text: string;
  readonly words: number;
  readonly level: number;
  readonly credit?: string;
  /** Share of its letters that are links, 0 to 1. */
  readonly linked: number;
  /** Stands in a menu, an aside, a form or a footer. */
  readonly aside: boolean;
  /** Stands where readers of the page speak. */
  readonly comment: boolean;
  /** Headline of the `<article>` that it stands in, where that has one of its own. */
  readonly headline?: string;
  /** Why its readers can't see it, or perhaps can't. */
  readonly unseen?: Unseen;
}

const SKIPPED = new Set(
  'script style noscript template svg iframe object embed button select input textarea canvas video audio head datalist dialog math'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rb rp rt s samp small span strike strong sub sup time tt u var wbr o:p img'.split(
    ' ',
  ),
);
const ASIDE = new Set('nav aside footer form menu'.split(' '));
const CAPTION =
  /(?:^|[\s_-])(?:wp-)?(?:fig)?caption(?:[\s_-]|$)|caption-text|image-?caption|photo-?caption/i;
/** Names that pages give to the parts in which readers speak. */
const COMMENT =
  /(?:^|[\s_-])(?:(?:reader|user|article|story|post|fb|view)?[_-]?comments?(?:list|s|[_-]?(?:list|section|area|box|thread|content|body|text|wrap(?:per)?|container|item|form|block))?|respond|disqus(?:_thread)?|livefyre|coral|comentarios?|commentaires?|kommentare?|commentlist|kommentar(?:e|bereich)?|коммент[а-я]*)(?:[\s_-]|$)/i;
const CREDIT = /credit|copyright|photographer|image-source|photo-?by/i;

interface Open {
  kind: HtmlBlock['kind'];
  level: number;
  text: string;
  credit: string;
  linkedLength: number;
  breaks: number;
  unseen?: Unseen;
}

/** What an element hands down to what stands in it. */
interface Inherited {
  readonly kind: HtmlBlock['kind'];
  readonly level: number;
  readonly aside: boolean;
  readonly linked: boolean;
  readonly credit: boolean;
  readonly comment: boolean;
  readonly headline?: string;
  readonly unseen?: Unseen;
}

const PLAIN: Inherited = {
  kind: 'paragraph',
  level: 0,
  aside: false,
  linked: false,
  credit: false,
  comment: false,
};

/**
 * The passages of a page in order. The words are those of the page, letter for letter; what its readers
 * can't see stands in passages of its own, which say so.
 */
export function htmlBlocks(root: Element, hidden: Hidden = NOTHING_HIDDEN): HtmlBlock[] {
  return new Walker(hidden).walk(root);
}

class Walker {
  readonly #blocks: HtmlBlock[] = [];
  readonly #hidden: Hidden;
  #open: Open | undefined;

  constructor(hidden: Hidden) {
    this.#hidden = hidden;
  }

  walk(root: Element): HtmlBlock[] {
    const tree = this.#hidden.trees.get(root);
    this.#children(root, tree === undefined ? PLAIN : { ...PLAIN, unseen: tree });
    this.#close(PLAIN);
    return this.#blocks;
  }

  #children(element: Element, around: Inherited): void {
    const words = around.unseen?.sure === true ? undefined : this.#hidden.words.get(element);
    if (words?.sure === true) this.#apart(element, around, words);
    else this.#each(element, words === undefined ? around : { ...around, unseen: words });
  }

  /** Words right in an element that can't be seen, beside elements in it that may be. */
  #apart(element: Element, around: Inherited, unseen: Unseen): void {
    for (const child of element.childNodes) {
      const text = child.nodeType === 3 ? (child.nodeValue ?? '') : '';
      if (child.nodeType === 3 && text.trim() === '') this.#text(text, around);
      else if (child.nodeType === 3) {
        this.#aside({ ...around, unseen }, (inherited) => this.#text(text, inherited));
      } else if (child.nodeType === 1) this.#element(child as Element, around);
    }
  }

  /** Puts a passage of its own between the words that are read at the moment, which go on behind it. */
  #aside(inherited: Inherited, read: (inherited: Inherited) => void): void {
    const open = this.#open;
    this.#open = undefined;
    read(inherited);
    this.#close(inherited);
    this.#open = open;
  }

  #each(element: Element, inherited: Inherited): void {
    for (const child of element.childNodes) {
      if (child.nodeType === 3) this.#text(child.nodeValue ?? '', inherited);
      else if (child.nodeType === 1) this.#element(child as Element, inherited);
    }
  }

  #element(element: Element, inherited: Inherited): void {
    const name = element.localName;
    if (SKIPPED.has(name)) return;
    const tree = inherited.unseen?.sure === true ? undefined : this.#hidden.trees.get(element);
    if (tree?.sure === true) {
      const inner = { ...inside(element, inherited), unseen: tree };
      this.#aside(inner, () => this.#children(element, inner));
    } else this.#shown(element, tree === undefined ? inherited : { ...inherited, unseen: tree });
  }

  #shown(element: Element, inherited: Inherited): void {
    const name = element.localName;
    if (name === 'br') this.#break(inherited);
    else if (INLINE.has(name)) {
      const credit =
        inherited.credit || (inherited.kind === 'figure' && CREDIT.test(element.className));
      this.#children(element, { ...inherited, credit, linked: inherited.linked || name === 'a' });
    } else {
      const inner = inside(element, inherited);
      this.#close(inherited);
      this.#children(element, inner);
      this.#close(inner);
    }
  }

  #text(text: string, { kind, level, linked, credit, unseen }: Inherited): void {
    if (this.#open === undefined) {
      if (text.trim() === '') return;
      this.#open = { kind, level, text: '', credit: '', linkedLength: 0, breaks: 0 };
    }
    if (unseen !== undefined && text.trim() !== '') this.#open.unseen ??= unseen;
    if (text.trim() !== '') this.#open.breaks = 0;
    if (credit) this.#open.credit += text;
    else this.#open.text += text;
    if (linked) this.#open.linkedLength += text.trim().length;
  }

  /** Two line breaks in a row part paragraphs, as old pages have it. */
  #break(inherited: Inherited): void {
    if (this.#open === undefined) return;
    this.#open.breaks++;
    if (this.#open.breaks > 1) this.#close(inherited);
    else if (inherited.credit) this.#open.credit += ' ';
    else this.#open.text += ' ';
  }

  #close({ aside, comment, headline }: Inherited): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    const [text, credit] = [oneLine(open.text), oneLine(open.credit)];
    if (text === '' && credit === '') return;
    const length = text.length + credit.length;
    this.#blocks.push({
      kind: open.kind,
      level: open.level,
      text: text === '' ? credit : text,
      words: countWords(`${text} ${credit}`),
      linked: Math.min(1, open.linkedLength / length),
      aside,
      comment,
      ...(text !== '' && credit !== '' && { credit }),
      ...(headline !== undefined && { headline }),
      ...(open.unseen !== undefined && { unseen: open.unseen }),
    });
  }
}

function inside(element: Element, inherited: Inherited): Inherited {
  const name = element.localName;
  const aside = inherited.aside || ASIDE.has(name);
  const comment = inherited.comment || holdsComments(element);
  const own = name === 'article' ? headlineOf(element) : undefined;
  if (own !== undefined) return { ...inherited, aside, comment, headline: own };
  const caption = name === 'figcaption' || CAPTION.test(element.className);
  const credit =
    inherited.credit || (inherited.kind === 'figure' && CREDIT.test(element.className));
  if (caption) return { ...inherited, kind: 'figure', aside, comment };
  if (inherited.kind === 'figure') return { ...inherited, credit, aside, comment };
  if (/^h[1-6]$/.test(name))
    return { ...inherited, kind: 'heading', level: Number(name[1]), aside, comment };
  if (name === 'li') return { ...inherited, kind: 'item', aside, comment };
  if (name === 'blockquote') return { ...inherited, kind: 'quote', aside, comment };
  return { ...inherited, aside, comment };
}

function headlineOf(article: Element): string | undefined {
  const text = oneLine(article.querySelector('h1')?.textContent ?? '');
  return text === '' ? undefined : text;
}

/** The whole article stands in an element with such a name on some pages; then it holds the headline too. */
function holdsComments(element: Element): boolean {
  if (/^(?:body|main|article)$/.test(element.localName)) return false;
  if (!COMMENT.test(`${element.id} ${element.className}`)) return false;
  return element.querySelector('h1, article') === null;
}
