import { writeFileSync } from 'node:fs';

export function make(content: string): void {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  writeFileSync(`${content}/people/mira-sand.yml`, `name: Mira Sand\nvariants: ${deep}\n`);
}
