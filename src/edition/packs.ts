import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type PackedFiles, packOf, RECEIVER } from '../model/offline.ts';

/**
 * The files that pages fetch, gathered by the script that holds them.
 *
 * @param files addresses of all files of the site, in order
 */
export function packsOf(files: readonly string[], packs: number): Map<string, string[]> {
  const scripts = new Map<string, string[]>();
  for (const file of files) {
    const script = packOf(file, packs);
    if (script === undefined) continue;
    const list = scripts.get(script);
    if (list) list.push(file);
    else scripts.set(script, [file]);
  }
  return scripts;
}

/** The text of a script that hands over files of a site. */
export function packScript(site: string, files: readonly string[]): string {
  const packed: PackedFiles = Object.fromEntries(
    files.map((file) => {
      const bytes = readFileSync(path.join(site, file));
      const isText = !file.endsWith('.bin');
      return [file, isText ? bytes.toString('utf8') : { base64: bytes.toString('base64') }];
    }),
  );
  return `${RECEIVER}(${JSON.stringify(packed)});\n`;
}
