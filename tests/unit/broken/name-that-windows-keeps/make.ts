import { copyFileSync, writeFileSync } from 'node:fs';

/** Not in the folder itself: nobody could check it out on Windows. */
export function make(content: string): void {
  const articles = `${content}/articles`;
  copyFileSync(`${articles}/2003/council-votes-on-the-old-mill.mdx`, `${articles}/2003/aux.mdx`);
  writeFileSync(`${content}/people/con.yml`, 'name: Con\n');
  writeFileSync(`${content}/topics/lpt1.yml`, 'name: Printers\n');
}
