import { writeFileSync } from 'node:fs';

export function make(content: string): void {
  writeFileSync(`${content}/people/${'ada-'.repeat(50)}brenner.yml`, 'name: Ada\n');
}
