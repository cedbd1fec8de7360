import { writeFileSync } from 'node:fs';

/** Not in the folder itself: some disks take the two names for one. */
export function make(content: string): void {
  writeFileSync(`${content}/people/zo\u00EB.yml`, 'name: Zoë\n');
  writeFileSync(`${content}/people/zoe\u0308.yml`, 'name: Zoë\n');
}
