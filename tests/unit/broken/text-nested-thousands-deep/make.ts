import { appendFileSync } from 'node:fs';

export function make(content: string): void {
  const ferry = `${content}/articles/1998/ferry-returns-to-lindmar.mdx`;
  appendFileSync(ferry, `\n${'> '.repeat(500_000)}deep\n`);
  const mill = `${content}/articles/2003/council-votes-on-the-old-mill.mdx`;
  const steps = Array.from({ length: 500 }, (_, level) => `${'  '.repeat(level)}- deep`);
  appendFileSync(mill, `\n${steps.join('\n')}\n`);
}
