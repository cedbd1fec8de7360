import type { Passage } from '../../compile/passage.ts';

/** Headings at the very end head nothing; they are given back as paragraphs. */
export function sortShort(passages: readonly Passage[]): Passage[] {
  return passages.map((passage, index) =>
    passage.kind === 'heading' && index === passages.length - 1
      ? { kind: 'paragraph', text: passage.text }
      : passage,
  );
}
