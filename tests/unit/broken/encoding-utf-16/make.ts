import { readFileSync, writeFileSync } from 'node:fs';

export function make(content: string): void {
  const file = `${content}/people/ada-brenner.yml`;
  writeFileSync(file, Buffer.from(`\uFEFF${readFileSync(file, 'utf8')}`, 'utf16le'));
}
