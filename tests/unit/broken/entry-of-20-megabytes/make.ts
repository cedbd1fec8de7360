import { appendFileSync } from 'node:fs';

export function make(content: string): void {
  const paragraph = `${'The ferry came back and the harbour was glad of it. '.repeat(20)}\n\n`;
  const entry = `${content}/articles/1998/ferry-returns-to-lindmar.mdx`;
  appendFileSync(entry, paragraph.repeat(20_000));
}
