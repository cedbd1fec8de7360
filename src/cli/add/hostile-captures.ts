import fc from 'fast-check';
import { readCapture } from '../../capture/read-capture.ts';
import { CaptureRefused } from '../../capture/refused.ts';
import { plainLine } from '../../compile/escape-markdown.ts';
import { hostileText } from '../../compile/hostile-text.ts';
import { wordsOf } from '../../compile/passage.ts';
import { plainPassage } from '../../compile/write-body.ts';
import type { Context } from './context.ts';
import { entryFiles } from './entry-files.ts';
import { propose } from './propose.ts';

/** Whole sentences, so that what is hostile stands in something that is an article. */
export const SENTENCE =
  'The minister said on Tuesday that the talks would go on for as long as they had to.';

/** Texts as they are copied from a page. */
const textDocument = fc
  .array(hostileText, { minLength: 1, maxLength: 6 })
  .map((parts) =>
    ['A headline of some words', ...parts.map((part) => `${part} ${SENTENCE}`), SENTENCE].join(
      '\n\n',
    ),
  );

/** Pages, with what is hostile as text and as markup. */
const htmlDocument = fc
  .tuple(
    hostileText,
    fc.array(
      fc.tuple(
        fc.constantFrom('p', 'li', 'blockquote', 'h2', 'figcaption', 'div', 'pre'),
        hostileText,
        fc.boolean(),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([title, parts]) => {
    const body = parts.map(
      ([tag, text, isMarkup]) => `<${tag}>${isMarkup ? text : escaped(text)} ${SENTENCE}</${tag}>`,
    );
    return `<html><head><title>${escaped(title)}</title></head><body><article><h1>${escaped(title)} A headline</h1>${body.join('\n')}<p>${SENTENCE}</p></article></body></html>`;
  });

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Documents of each kind, with the name of a file of that kind. */
export const HOSTILE = [
  { kind: 'texts', documents: textDocument, name: 'x.txt' },
  { kind: 'pages', documents: htmlDocument, name: 'x.html' },
] as const;

/** What became of a hostile document. */
export type Fate = 'written' | 'refused' | 'ran' | 'broke' | 'changed';

/** Markup that runs or loads something. */
const LIVE = /<(?:script|img|iframe|svg|style)|\son\w+=|javascript:(?!alert\(1\)\))/i;

/** Takes a document all the way: its bytes are read, written as an entry and compiled as the site compiles it. */
export async function fateOf(document: string, name: string, context: Context): Promise<Fate> {
  const bytes = Buffer.from(document);
  try {
    const proposal = propose(await readCapture(bytes, { name }, context.credits), context);
    const { article } = entryFiles(proposal, bytes, context);
    const wanted = proposal.passages
      .map(plainPassage)
      .flatMap(wordsOf)
      .map(plainLine)
      .filter((words) => words !== '');
    const read = article.body.blocks.map(({ text }) => text);
    if (read.length !== wanted.length || read.some((text, at) => text !== wanted[at]))
      return 'changed';
    return LIVE.test(article.body.html) || hasRun() ? 'ran' : 'written';
  } catch (error) {
    if (hasRun()) return 'ran';
    return error instanceof CaptureRefused ? 'refused' : 'broke';
  }
}

/** Whether one of the hostile pieces, which would set this, has run. */
function hasRun(): boolean {
  return (globalThis as { ran?: unknown }).ran !== undefined;
}
