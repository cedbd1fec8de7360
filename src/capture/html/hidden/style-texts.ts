import type { PageSheets } from './find-hidden.ts';
import { EVERYWHERE, environmentsOf, NOWHERE } from './media.ts';
import { readSheet, type Sheet } from './read-sheet.ts';

/** A style sheet that came in one file with its page, by its address. */
export type LinkedSheets = ReadonlyMap<string, string>;

/** Letters of all style sheets of a page that are read. */
const MOST = 4 * 2 ** 20;

/** How deep sheets ask for others. */
const DEEPEST = 4;

/**
 * The style sheets of a page in their order: those that stand in it and those that came with it.
 *
 * @param base address of the page, by which it names the others
 */
export function sheetsOfPage(
  markup: string,
  linked: LinkedSheets,
  base: string | undefined,
): PageSheets & { readonly unread: boolean } {
  const sheets: Sheet[] = [ASSUMED];
  let [all, unread, size] = [true, false, 0];
  const add = (
    text: string,
    from: string | undefined,
    depth: number,
    environments = EVERYWHERE,
  ) => {
    size += text.length;
    if (size > MOST || depth > DEEPEST) {
      unread = true;
      return;
    }
    const sheet = readSheet(text);
    for (const { href, environments: own } of sheet.imports)
      load(href, from, depth + 1, environments & own);
    sheets.push(
      environments === EVERYWHERE
        ? sheet
        : {
            ...sheet,
            rules: sheet.rules.map((rule) => ({
              ...rule,
              environments: rule.environments & environments,
            })),
          },
    );
  };
  const load = (href: string, from: string | undefined, depth: number, environments: number) => {
    if (environments === NOWHERE) return;
    const address = URL.canParse(href, from) ? new URL(href, from).href : href;
    const data = /^data:text\/css[^,]*?(;base64)?,([\s\S]*)$/i.exec(address);
    const text = data === null ? (linked.get(address) ?? linked.get(href)) : inAddress(data);
    if (text === undefined) all = false;
    else add(text, address, depth, environments);
  };
  for (const { name, attributes, text } of parts(markup)) {
    const environments = environmentsOf('media', attributes.get('media') ?? '');
    if (name === 'style') {
      if (environments !== NOWHERE && !/^(?!text\/css).+/i.test(attributes.get('type') ?? ''))
        add(text, base, 0, environments);
    } else if (
      /\bstylesheet\b/i.test(attributes.get('rel') ?? '') &&
      !/\balternate\b/i.test(attributes.get('rel') ?? '') &&
      !attributes.has('disabled')
    ) {
      load(attributes.get('href') ?? '', base, 0, environments);
    }
  }
  return { sheets, all, unread };
}

/** How pages name what is for screen readers alone; their sheets, where they are at hand, have the last word. */
const ASSUMED = readSheet(
  `@layer assumed{:where(.sr-only,.visually-hidden,.visuallyhidden,.screen-reader-text,.screen-reader-only,.screenreader-only,.element-invisible,.u-visually-hidden,.a11y-hidden,.vh){position:absolute;clip:rect(0 0 0 0)}}`,
);

function inAddress([, base64, text = '']: RegExpExecArray): string | undefined {
  try {
    return base64 === undefined ? decodeURIComponent(text) : Buffer.from(text, 'base64').toString();
  } catch {
    return undefined;
  }
}

interface Part {
  readonly name: 'style' | 'link';
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/** The head of a tag is no longer than this, but for pictures in it. */
const LONGEST_TAG = 20_000;

/** Style and link elements in the order of the markup, in one pass; what browsers don't read as markup is passed over. */
function* parts(markup: string): Generator<Part> {
  const lower = markup.toLowerCase();
  const starts = /<(?:!--|(style|link|noscript|script|template|textarea|title)(?=[\s>/]))/g;
  let left = markup.length * 4;
  for (let match = starts.exec(lower); match !== null && left > 0; match = starts.exec(lower)) {
    const [mark, name] = match;
    if (name !== 'style' && name !== 'link') {
      const close = lower.indexOf(name === undefined ? '-->' : `</${name}`, match.index);
      if (close === -1) return;
      starts.lastIndex = Math.max(close, match.index + mark.length);
      continue;
    }
    const head = markup.slice(match.index, match.index + LONGEST_TAG);
    const [tag = ''] = /^<\w+(?:[^"'>]|"[^"]*"|'[^']*')*>/.exec(head) ?? [];
    left -= tag === '' ? head.length : tag.length;
    if (tag === '') continue;
    const attributes = attributesOf(tag);
    const end = match.index + tag.length;
    const close = name === 'link' ? end : lower.indexOf('</style', end);
    const stop = close === -1 ? markup.length : close;
    starts.lastIndex = stop;
    yield { name, attributes, text: markup.slice(end, stop) };
  }
}

function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of tag.matchAll(
    /\s([^\s"'<>=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?/g,
  )) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'));
  }
  return found;
}
