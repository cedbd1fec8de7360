import type { Problem } from '../model/problem.ts';
import { compileBody } from './compile-body.ts';
import { escapeAll, escapeNeeded, jsxAttribute, plainLine } from './escape-markdown.ts';
import { type Passage, wordsOf } from './passage.ts';

/** An article's body as MDX, or why it could not be written. */
export type WrittenBody =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Escape = (text: string) => string;

/**
 * Writes passages of plain words as the body of an entry, and proves it: what was written is read
 * again by the compiler that builds the site, which must find the same words, passage by passage,
 * and nothing outside its closed list. First with the few backslashes that the words need, so that
 * an entry stays readable, then with one before every mark; if neither comes back the same, nothing
 * is written.
 *
 * @param file name for messages
 */
export function writeBody(passages: readonly Passage[], file: string): WrittenBody {
  const plain = passages.map(plainPassage).filter((passage) => passage.text !== '');
  let problems: readonly Problem[] = [];
  for (const escaping of [escapeNeeded, escapeAll]) {
    const source = lay(plain, escaping);
    problems = differences(source, plain, file);
    if (problems.length === 0) return { ok: true, source };
  }
  return { ok: false, problems };
}

/** A passage in the white space and the characters that a text file can hold. */
export function plainPassage(passage: Passage): Passage {
  const text = plainLine(passage.text);
  if (passage.kind !== 'figure') return { ...passage, text };
  const credit = plainLine(passage.credit ?? '');
  if (text === '') return { kind: 'figure', text: credit };
  return { kind: 'figure', text, ...(credit !== '' && { credit }) };
}

function lay(passages: readonly Passage[], escaped: Escape): string {
  let source = '';
  let before: Passage['kind'] | undefined;
  for (const passage of passages) {
    if (before !== undefined)
      source += before === 'item' && passage.kind === 'item' ? '\n' : '\n\n';
    source += markdown(passage, escaped);
    before = passage.kind;
  }
  return source === '' ? '' : `${source}\n`;
}

function markdown(passage: Passage, escaped: Escape): string {
  switch (passage.kind) {
    case 'paragraph':
      return escaped(passage.text);
    case 'quote':
      return `> ${escaped(passage.text)}`;
    case 'item':
      return `- ${escaped(passage.text)}`;
    case 'heading':
      return `${'#'.repeat(Math.min(Math.max(passage.level, 1), 5))} ${escaped(passage.text)}`;
    case 'figure': {
      const credit =
        passage.credit === undefined ? '' : ` credit="${jsxAttribute(passage.credit)}"`;
      return `<Figure caption="${jsxAttribute(passage.text)}"${credit} />`;
    }
  }
}

/** What the compiler refuses, or the first passage that it reads otherwise than it was meant. */
function differences(source: string, passages: readonly Passage[], file: string): Problem[] {
  const { body, problems } = compileBody(source, { file, linesAbove: 0 });
  if (problems.length > 0) return problems;
  const wanted = passages.flatMap((passage) =>
    wordsOf(passage).map((text) => ({ text, kind: compiledKind(passage) })),
  );
  const at = Array.from({ length: Math.max(wanted.length, body.blocks.length) }).findIndex(
    (_, index) =>
      wanted[index]?.text !== body.blocks[index]?.text ||
      wanted[index]?.kind !== body.blocks[index]?.kind,
  );
  if (at === -1) return [];
  return [
    {
      file,
      what: `Written as Markdown, this passage would be read otherwise: “${(wanted[at]?.text ?? '').slice(0, 80)}”.`,
      why: 'An article must be word for word what was captured, or it proves nothing.',
      remedy: 'Write the entry by hand, and tell the makers of this program of the passage.',
    },
  ];
}

function compiledKind({ kind }: Passage): 'text' | 'heading' | 'figure' {
  return kind === 'heading' || kind === 'figure' ? kind : 'text';
}
