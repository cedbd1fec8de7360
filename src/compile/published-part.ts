import { escapeHtml } from '../model/escape-html.ts';
import type { Access } from '../model/schema/article.ts';
import type { Block } from './body-writer.ts';
import type { CompiledBody } from './compile-body.ts';

/** Words of an excerpt: about what is quoted of an article without asking. */
export const EXCERPT_WORDS = 60;

/** Stands where an excerpt ends, in square brackets as what an archive adds. */
const OMISSION = ' […]';

/**
 * What `access` lets out of a text: all of it, its first {@link EXCERPT_WORDS} words, or none. An
 * excerpt is made of paragraphs alone, without links or captions, and it always ends in the sign of
 * omission: it must come out the same when it is made of an excerpt again, as in a restored archive.
 */
export function publishedPart(body: CompiledBody, access: Access): CompiledBody {
  if (access === 'full') return body;
  if (access !== 'excerpt') return { html: '', blocks: [] };
  const blocks = firstWords(body.blocks);
  const html = blocks.map(({ text, anchor }, at) => {
    const end = at === blocks.length - 1 ? OMISSION : '';
    return `<p id="${anchor}">${escapeHtml(text)}${end}</p>`;
  });
  return { html: html.join('\n'), blocks };
}

function firstWords(blocks: readonly Block[]): Block[] {
  const taken: Block[] = [];
  let left = EXCERPT_WORDS;
  for (const { kind, text } of blocks) {
    if (left <= 0) break;
    if (kind !== 'text') continue;
    const words = text.split(/\s+/u);
    const kept = words.length <= left ? text : words.slice(0, left).join(' ');
    left -= words.length;
    taken.push({ kind, text: kept, anchor: `p${taken.length + 1}` });
  }
  return taken;
}
